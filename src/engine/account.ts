/**
 * The account: what is held, owed and owned, checked once at the door. Inside the engine only valid accounts exist.
 * Serves rules of rules.md.
 */

import { isDate } from '@/engine/calendar-day';
import { finish, type InSteps, mapInSteps } from '@/engine/in-steps';
import {
  type Money,
  marketValueOf,
  money,
  type Price,
  type Ratio,
  ratio,
  type Shares,
} from '@/engine/quantity';
import { Reader } from '@/engine/read-quantity';
import { failure, type Issue, issue, type Result, success } from '@/engine/result';
import { parseRuleSet, type RuleSet, type RuleSetInput, type RuleSets } from '@/engine/rule-set';

/** A position as typed or stored: plain JSON, figures as decimal text. Shares and price, or a market value. */
export interface PositionInput {
  readonly id: string;
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly shares?: string;
  readonly price?: string;
  readonly marketValue?: string;
  readonly maintenanceRate?: string;
  readonly perShareMinimum?: string;
  readonly beta?: string;
  readonly group?: string;
  readonly leverage?: string;
  readonly marginable?: boolean;
  readonly targetWeight?: string;
}

/** An account as typed or stored: plain JSON, figures as decimal text. */
export interface AccountInput {
  readonly name: string;
  readonly enteredOn?: string;
  readonly ruleSet: string | RuleSetInput;
  readonly cash: string;
  readonly marginLoan: string;
  readonly shortCredit: string;
  readonly minimumCash?: string;
  readonly loanInterestRate?: string;
  readonly dayCount?: number;
  readonly positions: readonly PositionInput[];
  readonly excluded?: readonly { readonly label: string; readonly reason: string }[];
}

/** One security held long or sold short. Amounts are positive, the side carries the sign. */
export interface Position {
  readonly id: string;
  readonly symbol: string;
  readonly side: 'long' | 'short';
  /** Null when only the market value is known. */
  readonly shares: Shares | null;
  /** Null exactly when the shares are. */
  readonly price: Price | null;
  /** shares × price where both are known. Never below 0. */
  readonly marketValue: Money;
  /** The position's own maintenance rate, 0 to 3; null where the broker's rules decide. */
  readonly ownRate: Ratio | null;
  /** Dollars a share that a short needs at least; null for none of its own. */
  readonly perShareMinimum: Price | null;
  /** Price move for each unit of market move. */
  readonly beta: Ratio;
  readonly group: string | null;
  /** Signed leverage of a leveraged fund; raises the rate, never moves prices. */
  readonly leverage: Ratio | null;
  readonly marginable: boolean;
  /** Wanted share of the long side, 0 to 1. */
  readonly targetWeight: Ratio | null;
  /** Sum of requirement shifts since the rate was last set, in ratio points. */
  readonly requirementShift: Ratio;
  /** True once all of it was sold or covered: it stays as a row of zeros. */
  readonly isClosed: boolean;
}

/** A position's shares and price where both are known; null for one known only by its market value. */
export function holdingOf({
  shares,
  price,
}: Position): { readonly shares: Shares; readonly price: Price } | null {
  return shares === null || price === null ? null : { shares, price };
}

/** A valid account. */
export interface Account {
  readonly ruleSet: RuleSet;
  readonly cash: Money;
  readonly marginLoan: Money;
  readonly shortCredit: Money;
  /** Cash that buying by weight leaves alone. */
  readonly minimumCash: Money;
  /** A year, simple; null when not told. */
  readonly loanInterestRate: Ratio | null;
  readonly dayCount: 360 | 365;
  readonly positions: readonly Position[];
}

const none = ratio(0);
const one = ratio(1);
const notNegative = { atLeast: '0' } as const;
const upToOne = { atLeast: '0', atMost: '1' } as const;
const upToThree = { atLeast: '0', atMost: '3' } as const;
const above0 = { above: '0' } as const;

/** Finds a broker's rules by id, or checks a custom set. */
export function findRuleSet(input: string | RuleSetInput, ruleSets: RuleSets, path: string): Result<RuleSet> {
  if (typeof input !== 'string') return parseRuleSet(input, path);
  const found = ruleSets.get(input);
  return found === undefined ? failure([issue('unknown-rule-set', path, { id: input })]) : success(found);
}

/**
 * Checks an account. Every figure must be a plain decimal in its range; issues name each place that is not.
 * Warnings: imported rows that no figure includes, a repeated symbol, leverage typed while beta is left at 1, a long's rate above 1, a short whose
 * per-share minimums cannot be applied because its shares are unknown.
 */
export function parseAccount(input: AccountInput, ruleSets: RuleSets, path: string): Result<Account> {
  return finish(parseAccountInSteps(input, ruleSets, path));
}

/** As `parseAccount`, in steps. */
export function* parseAccountInSteps(
  input: AccountInput,
  ruleSets: RuleSets,
  path: string,
): InSteps<Result<Account>> {
  const reader = new Reader();
  const ruleSet = findRuleSet(input.ruleSet, ruleSets, `${path}/ruleSet`);
  if (!ruleSet.ok) reader.add(ruleSet.issues);
  const ids = new Set<string>();
  const positions = yield* mapInSteps(input.positions, (position, index) => {
    const at = `${path}/positions/${index}`;
    if (ids.has(position.id)) reader.report('duplicate-id', `${at}/id`, { id: position.id });
    ids.add(position.id);
    return parsePosition(reader, position, at);
  });
  const figures = {
    cash: reader.quantity<'money'>(input.cash, `${path}/cash`, notNegative),
    marginLoan: reader.quantity<'money'>(input.marginLoan, `${path}/marginLoan`, notNegative),
    shortCredit: reader.quantity<'money'>(input.shortCredit, `${path}/shortCredit`, notNegative),
    minimumCash: reader.optional<'money'>(input.minimumCash, `${path}/minimumCash`, notNegative) ?? money(0),
    loanInterestRate: reader.optional<'ratio'>(
      input.loanInterestRate,
      `${path}/loanInterestRate`,
      upToThree,
      30,
    ),
  };
  if (input.enteredOn !== undefined && !isDate(input.enteredOn)) {
    reader.report('not-a-date', `${path}/enteredOn`, { text: input.enteredOn.slice(0, 40) });
  }
  if (!ruleSet.ok || reader.issues.length > 0) return failure(reader.issues);
  const account: Account = {
    ruleSet: ruleSet.value,
    ...figures,
    dayCount: input.dayCount === 365 ? 365 : 360,
    positions,
  };
  yield;
  return success(account, listWarnings(account, input, path));
}

/** Checks one position; what is wrong is noted by the reader, and the position is then not to be used. */
export function parsePosition(reader: Reader, input: PositionInput, path: string): Position {
  const isShort = input.side === 'short';
  if (!isShort && input.perShareMinimum !== undefined) {
    reader.report('per-share-minimum-of-a-long', `${path}/perShareMinimum`, { value: input.perShareMinimum });
  }
  return {
    id: input.id,
    symbol: input.symbol,
    side: input.side,
    ...parseHolding(reader, input, path),
    ownRate: reader.optional<'ratio'>(input.maintenanceRate, `${path}/maintenanceRate`, upToThree, 30),
    perShareMinimum: reader.optional<'price'>(input.perShareMinimum, `${path}/perShareMinimum`, notNegative),
    beta: reader.optional<'ratio'>(input.beta, `${path}/beta`) ?? one,
    group: input.group ?? null,
    leverage: reader.optional<'ratio'>(input.leverage, `${path}/leverage`),
    marginable: input.marginable ?? true,
    targetWeight: reader.optional<'ratio'>(input.targetWeight, `${path}/targetWeight`, upToOne),
    requirementShift: none,
    isClosed: false,
  };
}

function parseHolding(
  reader: Reader,
  input: PositionInput,
  path: string,
): Pick<Position, 'shares' | 'price' | 'marketValue'> {
  const { shares, price, marketValue } = input;
  if (marketValue !== undefined) {
    if (shares !== undefined || price !== undefined) reader.report('value-and-shares', path, { marketValue });
    const value = reader.quantity<'money'>(marketValue, `${path}/marketValue`, notNegative);
    return { shares: null, price: null, marketValue: value };
  }
  if (shares === undefined || price === undefined) {
    reader.report(shares === undefined ? 'missing-shares' : 'missing-price', path);
    return { shares: null, price: null, marketValue: money(0) };
  }
  const held = reader.quantity<'shares'>(shares, `${path}/shares`, above0);
  const at = reader.quantity<'price'>(price, `${path}/price`, notNegative);
  return { shares: held, price: at, marketValue: marketValueOf(held, at) };
}

function listWarnings(account: Account, input: AccountInput, path: string): Issue[] {
  const warnings: Issue[] = [];
  const excluded = input.excluded?.length ?? 0;
  if (excluded > 0) warnings.push(issue('rows-excluded', `${path}/excluded`, { rows: String(excluded) }));
  const symbols = new Set<string>();
  for (const [index, position] of account.positions.entries()) {
    const at = `${path}/positions/${index}`;
    const symbol = position.symbol.trim().toUpperCase();
    if (symbol !== '' && symbols.has(symbol)) {
      warnings.push(issue('repeated-symbol', `${at}/symbol`, { symbol: position.symbol }));
    }
    symbols.add(symbol);
    if (position.leverage?.equals(one) === false && position.beta.equals(one)) {
      warnings.push(issue('leverage-without-beta', `${at}/beta`, { leverage: position.leverage.toText() }));
    }
    if (position.side === 'long' && position.ownRate?.isAbove(one) === true) {
      warnings.push(
        issue('long-rate-above-one', `${at}/maintenanceRate`, { rate: position.ownRate.toText() }),
      );
    }
    const hasMinimum = account.ruleSet.hasFinraPerShareTable || position.perShareMinimum !== null;
    if (position.side === 'short' && position.shares === null && hasMinimum) {
      warnings.push(issue('per-share-minimum-not-applied', at, { symbol: position.symbol }));
    }
  }
  return warnings;
}

/** What stands beside the positions: cash + short credit − margin loan. Dollars, of either sign. */
export function moneyBeside({ cash, shortCredit, marginLoan }: Account): Money {
  return cash.plus(shortCredit).minus(marginLoan);
}
