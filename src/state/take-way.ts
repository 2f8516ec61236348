/**
 * Puts actions (trades, deposits, securities moved in, repayments) into the what-if and takes them out again. Taken
 * while the market rests they are made at the prices on show: they stand before the market's own move, which then
 * moves what is left. Taken while the market is moved they stand behind it. Serves rule R-71 of rules.md.
 */
import { money } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import {
  isAction,
  isIdleMarket,
  moneyFlowOf,
  shownChanges,
  tidied,
  withShownChanges,
} from '@/state/lever-edits';
import { addMoney, withoutUnpaid } from '@/state/money-edits';

/** A market at rest. */
const rest: ChangeInput = { type: 'moveMarket', ratio: '0' };

/**
 * Puts actions into the what-if on show, in this order. Cash in or out adds to the one lever of money; everything else
 * is a change of its own. Commit it: one step to undo.
 */
export function takeActions(actions: readonly ChangeInput[]): Edit {
  return (document) => {
    const before = shownChanges(document);
    const isMoved = before.some((change) => change.type === 'moveMarket' && !isIdleMarket(change));
    const start = withShownChanges(
      document,
      before.filter((change) => !isIdleMarket(change)),
    );
    actions.forEach((action, index) => {
      const payer = actions[index - 1];
      if (action.type === 'repay' && payer !== undefined)
        paidBy.set(action, isAction(payer) ? payer : 'money');
    });
    const taken = actions.reduce((current, action) => taking(action)(current), start);
    const changes = shownChanges(taken);
    return withShownChanges(taken, isMoved ? changes : tidied(taken, [...changes, rest]));
  };
}

/** Whether actions that were put into the what-if are in the one on show still; cash only if there is any of it. */
export function isStillTaken(document: SimulatorDocument, actions: readonly ChangeInput[]): boolean {
  const shown = shownChanges(document);
  return actions.every((action) => (isAction(action) ? shown.includes(action) : moneyFlowOf(shown) !== '0'));
}

/** What a repayment is made of: a change, or the money of the one lever. */
const paidBy = new WeakMap<ChangeInput, ChangeInput | 'money'>();

function taking(action: ChangeInput): Edit {
  return (document) => {
    if (isAction(action)) return withShownChanges(document, [...shownChanges(document), action]);
    return addMoney(money(moneyFlowOf([action])))(document);
  };
}

/** The repayments that were put in together with these changes, or with money: their places. */
export function repaymentsOf(
  changes: readonly ChangeInput[],
  payers: readonly (ChangeInput | 'money')[],
): readonly number[] {
  return changes.flatMap((change, index) => {
    const payer = paidBy.get(change);
    return payer !== undefined && payers.includes(payer) ? [index] : [];
  });
}

/**
 * Takes changes out of the what-if by their places, and with them what has nothing to stand on any more: changes
 * about securities that are no longer moved in, and repayments of money that is no longer there.
 */
export function dropChanges(indices: readonly number[]): Edit {
  return (document) => {
    const before = shownChanges(document);
    const gone = before.filter((_, index) => indices.includes(index));
    const ids = new Set(gone.flatMap((change) => broughtBy(change)));
    const left = before.filter((change) => !gone.includes(change) && !ids.has(aboutOf(change)));
    return withoutUnpaid(document, withShownChanges(document, tidied(document, left)));
  };
}

function broughtBy(change: ChangeInput): readonly string[] {
  return change.type === 'depositSecurities' || change.type === 'open' ? [change.position.id] : [];
}

/** The id of the one holding that a change is about; empty for none. */
function aboutOf(change: ChangeInput): string {
  return 'position' in change && typeof change.position === 'string' ? change.position : '';
}
