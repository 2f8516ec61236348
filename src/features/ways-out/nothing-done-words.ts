// What would have to be sold at least, in words: never what a broker will do.
import type { Position } from '@/engine/account';
import type { ForcedSale } from '@/engine/forced-sale';
import type { PlannedTrade } from '@/engine/planned-trade';
import type { Money } from '@/engine/quantity';
import type { RuleSet } from '@/engine/rule-set';
import type { Standing } from '@/state/verdict';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatCall, formatHeld } from '@/ui/format';

/** How much at least, and for what. */
export function leastWords(
  { trades, moved, isLeast }: ForcedSale,
  { figures, isLiquidated, brokerName }: Standing,
): string {
  const done = dealsOf(trades).join(' and ');
  const goal = formatCall(figures.excess.negated());
  const [end, then] = isLiquidated
    ? [`${goal} is missing. To lift the account to the requirement`, `, and ${brokerName} may do so at once`]
    : [`To end the call of ${goal}`, ''];
  return `${end}, at least **${formatCall(moved)}** would have to be ${done}${isLeast ? '' : ' in this order'}${then}.`;
}

/** Nothing that can be sold is enough. */
export function owedWords(owed: Money, { hasShorts, isLiquidated }: Standing): string {
  const all = hasShorts ? 'everything sold and bought back' : 'everything sold';
  const end = isLiquidated ? 'lift the account to the requirement' : 'end the call';
  return `No sale would ${end}: with ${all}, **${formatCall(owed)} would still be owed**.`;
}

/** In which order it is counted, who says so, and whether another order can need less. */
export function orderWords(
  { input }: RuleSet,
  { isRuleOfThumb, isLeast }: Pick<ForcedSale, 'isRuleOfThumb' | 'isLeast'>,
): string {
  const order = input.saleOrder ?? 'unknown';
  const other = isRuleOfThumb
    ? ' Here requirements rise with a holding’s share, so the order is a rule of thumb: another can need less.'
    : isLeast
      ? ''
      : order === 'value'
        ? ' Another order can need less.'
        : ' In whole shares another order can need less.';
  if (order === 'value') return `Counted in the order of ${input.name}: the largest holdings first.${other}`;
  const why =
    order === 'requirement'
      ? `Counted in the order in which ${input.name} lists holdings: the highest requirement first.`
      : `${input.name} names no order, and the broker chooses. Counted with the highest requirement first${isLeast ? ', which needs the fewest dollars' : ''}.`;
  return `${why}${other}`;
}

/** What no figure here says. */
export const noForecast =
  'No forecast: a broker may sell sooner, without notice, more than this and something else. At the prices on show, without fees and taxes.';

/** What would be done with a holding; nothing where all are sold. */
export function dealName({ action }: PlannedTrade, all: readonly PlannedTrade[]): string {
  if (dealsOf(all).join() === 'sold') return '';
  return action === 'sell' ? 'sold' : 'bought back';
}

/** "19 shares, $1,470.60", "all 50 shares, $3,870", "$3,333.34". */
export function dealSize({ shares, amount, isAll }: PlannedTrade): string {
  const dollars = formatCall(amount);
  if (shares === null) return isAll ? `all of it, ${dollars}` : dollars;
  return `${isAll ? 'all ' : ''}${countShares(shares.toText())}, ${dollars}`;
}

/** What is left of a holding. */
export function leftWords({ shares, marketValue, side, isClosed }: Position): string {
  if (isClosed) return 'nothing';
  const dollars = formatHeld(marketValue, side);
  return shares === null ? dollars : `${countShares(shares.toText())}, ${dollars}`;
}

/** What becomes of the loan: buying back what is short can take more than there is in cash and credit. */
export function loanName(before: Money, after: Money): string {
  const change = after.compare(before);
  if (change === 0) return 'Loan, unchanged';
  return change < 0 ? 'Loan, repaid from what comes in' : 'Loan, larger as buying back borrows';
}

/** The holdings that nothing happens to. */
export function untouchedWords(count: number): string {
  return count === 0
    ? ''
    : count === 1
      ? 'One other holding stays as it is.'
      : `${count} other holdings stay as they are.`;
}

function dealsOf(trades: readonly PlannedTrade[]): readonly string[] {
  const actions = new Set(trades.map(({ action }) => action));
  return [...(actions.has('sell') ? ['sold'] : []), ...(actions.has('buyToCover') ? ['bought back'] : [])];
}

function countShares(count: string): string {
  const grouped = groupThousands(trimZeros(count));
  return `${grouped} ${grouped === '1' ? 'share' : 'shares'}`;
}
