/** Plans as short texts: each trade, then what is missing. */
import type { Account } from '@/engine/account';
import { makePlan, type Plan } from '@/engine/plan';
import type { PlanWishes } from '@/engine/plan-wishes';
import { bare, money } from '@/engine/quantity';

/** Fewest dollars in whole shares, nothing locked, no cash and no room. */
export const wishes: PlanWishes = {
  order: 'fewestDollars',
  locked: new Set(),
  cash: money(0),
  room: bare(0),
  isWholeShares: true,
};

/** Each trade and what is missing after all of them. */
export const told = ({ trades, missing }: Plan) => [
  ...trades.map(
    ({ position, shares, amount, isAll }) =>
      `${isAll ? 'all ' : ''}${shares === null ? '' : `${shares.toText()} `}${position.id} ${amount.toFixed(2, 'up')}`,
  ),
  missing.toText(),
];

/** The same of the plan that is made. */
export const planned = (account: Account, more: Partial<PlanWishes> = {}) =>
  told(makePlan(account, { ...wishes, ...more }));
