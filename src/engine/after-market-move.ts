/** What the changes behind the market's move make of the curve over it. Serves rules of rules.md. */
import type { Change, PlacedChange } from '@/engine/scenario';

/** Changes that leave every price, as it is without a move of the market, in proportion to that move. */
const proportional: ReadonlySet<Change['type']> = new Set([
  'moveMarket',
  'moveHolding',
  'switchRuleSet',
  'shiftRequirement',
  'setRequirement',
  'deposit',
  'withdraw',
  'borrow',
  'repay',
  'passDays',
]);

/** Whether the market's move may as well come last: then the curve is that of the account with all else done. */
export function isProportional(changes: readonly PlacedChange[]): boolean {
  const first = changes.findIndex(({ change }) => change.type === 'moveMarket');
  return changes.slice(Math.max(first, 0)).every(({ change }) => proportional.has(change.type));
}

/** Whether money moves at prices that depend on the market move: only then do cash, loan and sizes bend with it. */
export function hasFlowsAfterMove(changes: readonly PlacedChange[]): boolean {
  const first = changes.findIndex(({ change }) => change.type === 'moveMarket');
  return changes.slice(Math.max(first, 0)).some(({ change }) => trading.has(change.type));
}

const trading: ReadonlySet<Change['type']> = new Set([
  'trade',
  'rebalance',
  'depositInvested',
  'withdrawSelling',
  'removeSlice',
]);
