/**
 * The plan that was put into the what-if, as long as all of it is still there: it is shown as in and taken out whole,
 * and its cash counts against the most that there is. Serves rules of rules.md.
 */
import type { Plan } from '@/engine/plan';
import { type Money, money, sum } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { moneyFlowOf, shownChanges } from '@/state/lever-edits';
import { addMoney } from '@/state/money-edits';
import { planActions } from '@/state/plan';
import { dropChanges, takeActions } from '@/state/take-way';

/** A plan and what it became. */
export interface PlanIn {
  readonly plan: Plan;
  /** Its trades; the cash adds to the lever of money. */
  readonly trades: readonly ChangeInput[];
}

/** By the first of its changes. */
const known = new WeakMap<ChangeInput, PlanIn>();

/** Puts a plan into the what-if on show. Commit it: one step to undo. */
export function takePlan(plan: Plan): Edit {
  return (document) => {
    const actions = planActions(plan);
    const after = takeActions(actions)(document);
    const trades = actions.filter(({ type }) => type === 'trade');
    const first = trades[0] ?? shownChanges(after).find(({ type }) => type === 'deposit');
    if (first !== undefined) known.set(first, { plan, trades });
    return after;
  };
}

/** The plan put in last that is in the what-if still, with every trade and all its cash; null for none. */
export function findPlanIn(document: SimulatorDocument): PlanIn | null {
  const changes = shownChanges(document);
  return changes.reduce<PlanIn | null>((last, change) => {
    const found = known.get(change);
    if (found === undefined) return last;
    const isIn =
      found.trades.every((trade) => changes.includes(trade)) && !flowIn(document).isBelow(found.plan.cash);
    return isIn ? found : last;
  }, null);
}

/** Takes a plan out again, and only its own part of the cash. Commit it: one step to undo. */
export function dropPlan({ plan, trades }: PlanIn): Edit {
  return (document) => {
    const changes = shownChanges(document);
    const left = dropChanges(trades.map((trade) => changes.indexOf(trade)))(document);
    return plan.cash.sign() === 0 ? left : addMoney(plan.cash.negated())(left);
  };
}

/** What is left of the most new cash once what comes in by the what-if is counted, in dollars. */
export function cashLeft(most: string, document: SimulatorDocument): string {
  const flow = flowIn(document);
  if (flow.sign() <= 0) return most;
  const left = money(most).minus(flow);
  return left.sign() > 0 ? left.toText() : '0';
}

/** What comes in by the what-if; below zero what goes out. */
function flowIn(document: SimulatorDocument): Money {
  return sum(shownChanges(document).map((change) => money(moneyFlowOf([change]))));
}
