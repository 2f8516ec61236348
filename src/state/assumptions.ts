/**
 * Everything that the figures on show take for granted, as typed values; each knows the holdings or the field that it
 * is about, so that the page can lead there.
 */
import type { Account, AccountInput, Position } from '@/engine/account';
import { type Money, money, type Ratio, ratio, sum } from '@/engine/quantity';
import type { RuleSet } from '@/engine/rule-set';
import type { Explanation } from '@/state/explanation';

/** A holding that an assumption is about. */
export interface AboutHolding {
  readonly position: Position;
  /** The rate or the move that is assumed for it. */
  readonly figure: Ratio;
}

/** One assumption. */
export type Assumption =
  /** Rates that are the broker's rules' and not typed. */
  | { readonly kind: 'rates'; readonly rules: string; readonly holdings: readonly AboutHolding[] }
  /** Holdings that are taken to move exactly as the market does, or as far as their leverage says. */
  | { readonly kind: 'moves' | 'leverage'; readonly holdings: readonly AboutHolding[] }
  /** Leverage typed, and yet taken to move as the market does. */
  | { readonly kind: 'unmoved'; readonly holdings: readonly AboutHolding[] }
  | { readonly kind: 'tableNotApplied'; readonly holdings: readonly AboutHolding[] }
  | { readonly kind: 'noShortCredit' }
  | { readonly kind: 'interestUnknown' }
  | { readonly kind: 'simpleInterest'; readonly rate: Ratio; readonly dayCount: number }
  /** Shares of the account are judged by the values as typed. */
  | { readonly kind: 'concentration'; readonly rules: string; readonly from: Money | null }
  /** SoFi's higher rate for large holdings, whose number is not published. */
  | { readonly kind: 'unpublished'; readonly holdings: readonly AboutHolding[] }
  | {
      readonly kind: 'rules';
      readonly name: string;
      readonly source: string | null;
      readonly asOf: string | null;
      readonly isExchange: boolean;
    }
  | { readonly kind: 'prices'; readonly enteredOn: string | null }
  | {
      readonly kind: 'excluded';
      readonly rows: readonly { readonly label: string; readonly reason: string }[];
    };

const one = ratio(1);

/** The assumptions behind the figures on show, those about rates first; `typed` is the account as it was typed. */
export function listAssumptions(
  { account, margin, scene }: Explanation,
  typed: AccountInput,
): readonly Assumption[] {
  const { ruleSet } = account;
  const held = margin.positions.filter(({ position }) => !position.isClosed);
  const inputs = new Map(typed.positions.map((each) => [each.id, each]));
  const about = (isMeant: (position: Position) => boolean, figure: (position: Position) => Ratio) =>
    held
      .filter(({ position }) => isMeant(position))
      .map(({ position }) => ({ position, figure: figure(position) }));
  const isBetaTyped = ({ id }: Position) => inputs.get(id)?.beta !== undefined;
  const isLeveraged = ({ leverage }: Position) => leverage !== null && !leverage.equals(one);
  const found: Assumption[] = [];
  const add = (
    kind: 'moves' | 'leverage' | 'unmoved' | 'tableNotApplied',
    holdings: readonly AboutHolding[],
  ) => {
    if (holdings.length > 0) found.push({ kind, holdings });
  };

  const rates = held
    .filter(({ position }) => position.ownRate === null && position.marginable)
    .map(({ position, rate }) => ({ position, figure: rate }));
  if (rates.length > 0) found.push({ kind: 'rates', rules: ruleSet.name, holdings: rates });
  add(
    'moves',
    about(
      (position) => !isBetaTyped(position) && !isLeveraged(position),
      () => one,
    ),
  );
  add(
    'leverage',
    about(
      (position) => isLeveraged(position) && position.leverage?.equals(position.beta) === true,
      ({ beta }) => beta,
    ),
  );
  add(
    'unmoved',
    about(
      (position) => isLeveraged(position) && position.beta.equals(one),
      ({ leverage }) => leverage ?? one,
    ),
  );
  if (ruleSet.hasFinraPerShareTable) {
    add(
      'tableNotApplied',
      about(
        ({ side, shares }) => side === 'short' && shares === null,
        () => one,
      ),
    );
  }
  if (scene.hasShorts && account.shortCredit.sign() === 0) found.push({ kind: 'noShortCredit' });
  const { loanInterestRate: rate, dayCount } = account;
  if (rate !== null) found.push({ kind: 'simpleInterest', rate, dayCount });
  else if (account.marginLoan.sign() > 0) found.push({ kind: 'interestUnknown' });
  if (ruleSet.concentration !== null) {
    found.push({ kind: 'concentration', rules: ruleSet.name, from: ruleSet.concentration.debitAtLeast });
  }
  const large = listUnpublished(ruleSet, account);
  if (large.length > 0) {
    found.push({
      kind: 'unpublished',
      holdings: large.map((position) => ({ position, figure: sofi.share })),
    });
  }
  found.push(rulesOf(ruleSet), { kind: 'prices', enteredOn: typed.enteredOn ?? null });
  const rows = typed.excluded ?? [];
  if (rows.length > 0) found.push({ kind: 'excluded', rows });
  return found;
}

/** SoFi's bounds: a share of 25 % of what is marginable, and a loan above $100,000. */
const sofi = { share: ratio('0.25'), debitAbove: money(100_000) };

/** The holdings of which a broker asks a rate that it does not publish; of no other than SoFi is that known. */
export function listUnpublished(
  { id }: RuleSet,
  { positions, marginLoan }: Pick<Account, 'positions' | 'marginLoan'>,
): readonly Position[] {
  if (id !== 'sofi' || !marginLoan.isAbove(sofi.debitAbove)) return [];
  const marginable = positions.filter((position) => position.marginable && !position.isClosed);
  const bound = sum(marginable.map(({ marketValue }) => marketValue)).times(sofi.share);
  return marginable.filter(({ marketValue }) => marketValue.sign() > 0 && !marketValue.isBelow(bound));
}

function rulesOf({ id, input }: RuleSet): Assumption {
  const { name, source, asOf } = input;
  return {
    kind: 'rules',
    name,
    source: source ?? null,
    asOf: asOf ?? null,
    isExchange: id === 'finra-minimum',
  };
}
