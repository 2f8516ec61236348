import type { AccountJson, DocumentJson, PositionJson, RulesJson } from './document';
import { Fraction, ONE, ZERO } from './fraction';
import { rulesOf } from './rule-sets';

/** One position as the changes leave it. */
export interface Holding {
  readonly id: string;
  readonly symbol: string;
  readonly side: 'long' | 'short';
  /** Null when only a market value is known: then `price` is that value, as if of one unit. */
  readonly shares: Fraction | null;
  readonly price: Fraction;
  /** Traded down to nothing; a price of 0 alone does not close a position. */
  readonly closed: boolean;
  readonly ownRate: Fraction | null;
  /** The sum of requirement shifts since the rate was last set. */
  readonly shift: Fraction;
  readonly perShareMinimum: Fraction;
  readonly beta: Fraction;
  readonly group: string | null;
  readonly leverage: Fraction;
  readonly marginable: boolean;
  readonly targetWeight: Fraction | null;
}

/** A margin account at one moment. */
export interface Account {
  readonly rules: RulesJson;
  readonly cash: Fraction;
  readonly loan: Fraction;
  readonly credit: Fraction;
  readonly minimumCash: Fraction;
  readonly interestRate: Fraction | null;
  readonly dayCount: Fraction;
  readonly holdings: readonly Holding[];
}

/** Today's account of a document. */
export function accountOf(document: DocumentJson): Account {
  const json: AccountJson = document.account;
  return {
    rules: rulesOf(json.ruleSet),
    cash: Fraction.parse(json.cash),
    loan: Fraction.parse(json.marginLoan),
    credit: Fraction.parse(json.shortCredit),
    minimumCash: optional(json.minimumCash) ?? ZERO,
    interestRate: optional(json.loanInterestRate),
    dayCount: Fraction.of(json.dayCount ?? 360),
    holdings: json.positions.map(holdingOf),
  };
}

/** A position as typed. */
export function holdingOf(json: PositionJson): Holding {
  const price = json.shares === undefined ? json.marketValue : json.price;
  if (price === undefined) throw new Error(`position ${json.id} has neither a price nor a value`);
  return {
    id: json.id,
    symbol: json.symbol,
    side: json.side,
    shares: optional(json.shares),
    price: Fraction.parse(price),
    closed: false,
    ownRate: optional(json.maintenanceRate),
    shift: ZERO,
    perShareMinimum: optional(json.perShareMinimum) ?? ZERO,
    beta: optional(json.beta) ?? ONE,
    group: json.group ?? null,
    leverage: optional(json.leverage) ?? ONE,
    marginable: json.marginable ?? true,
    targetWeight: optional(json.targetWeight),
  };
}

function optional(text: string | undefined): Fraction | null {
  return text === undefined ? null : Fraction.parse(text);
}

/** Shares × price, or the value that is known instead. */
export function valueOf(holding: Holding): Fraction {
  return holding.shares === null ? holding.price : holding.shares.mul(holding.price);
}

/** The sum of `figure` over the holdings that `counts` lets through. */
export function total(
  account: Account,
  figure: (holding: Holding) => Fraction,
  counts: (holding: Holding) => boolean = () => true,
): Fraction {
  return account.holdings.filter(counts).reduce((sum, holding) => sum.add(figure(holding)), ZERO);
}

export function longValue(account: Account): Fraction {
  return total(account, valueOf, (holding) => holding.side === 'long');
}

export function shortValue(account: Account): Fraction {
  return total(account, valueOf, (holding) => holding.side === 'short');
}

/** Cash + short credit + longs − shorts − loan; may be negative. */
export function equityOf(account: Account): Fraction {
  return account.cash.add(account.credit).add(longValue(account)).sub(shortValue(account)).sub(account.loan);
}

/** The account with one holding replaced by another of the same id. */
export function withHolding(account: Account, changed: Holding): Account {
  return {
    ...account,
    holdings: account.holdings.map((holding) => (holding.id === changed.id ? changed : holding)),
  };
}
