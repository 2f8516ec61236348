/**
 * Money in or out of the what-if. The one change of it holds what the person set and what a way out put in on top;
 * which part is which is remembered beside it, so that taking the way out leaves the person's own. Whoever makes the
 * money less also takes out the repayments that were made of it. Serves rule R-71 of rules.md.
 */
import { least, type Money, money, sum } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import {
  moneyChangeOf,
  moneyFlowOf,
  setMoneyFlow,
  shownChanges,
  tidied,
  withShownChanges,
} from '@/state/lever-edits';
import { findIssue } from '@/state/what-if-notes';

const zero = money(0);

/** Of a change of money, how much of it ways out put in. Not there for what comes from a file or a reload. */
const fromWays = new WeakMap<ChangeInput, Money>();

/** How much of the money in the what-if was put in by ways out; where nobody knows, all that comes in. */
export function takenMoney(change: ChangeInput): Money {
  const known = fromWays.get(change);
  if (known !== undefined) return known;
  return change.type === 'deposit' && change.invest !== true ? money(change.amount) : zero;
}

/** Sets the person's money in or out, by the lever; "0" is neither. */
export function setOwnMoney(amount: string): Edit {
  return (document) => {
    const before = moneyChangeOf(shownChanges(document));
    const after = setMoneyFlow(amount)(document);
    const now = moneyChangeOf(shownChanges(after));
    const taken = before === undefined ? zero : (fromWays.get(before) ?? zero);
    if (now?.type === 'deposit') fromWays.set(now, least(taken, money(now.amount)));
    if (now?.type === 'withdraw') fromWays.set(now, before?.type === 'withdraw' ? taken : zero);
    return withoutUnpaid(document, after);
  };
}

/** Puts money in, or out below zero, on top of what comes in or goes out already. */
export function addMoney(amount: Money): Edit {
  return (document) => {
    const before = moneyChangeOf(shownChanges(document));
    // A file may hold several: the lever is one.
    const flows = shownChanges(document).map((change) => money(moneyFlowOf([change])));
    const after = setMoneyFlow(sum([...flows, amount]).toText())(document);
    const now = moneyChangeOf(shownChanges(after));
    const taken = (before === undefined ? zero : (fromWays.get(before) ?? zero)).plus(amount);
    if (now !== undefined) fromWays.set(now, taken.sign() < 0 ? zero : taken);
    return withoutUnpaid(document, after);
  };
}

/** Without the repayments that could be made before and cannot now; one that never could stays, and is said. */
export function withoutUnpaid(before: SimulatorDocument, after: SimulatorDocument): SimulatorDocument {
  const index = findIssue(after)?.index;
  const changes = shownChanges(after);
  const refused = index === undefined ? undefined : changes[index];
  if (refused?.type !== 'repay' || !couldBeMade(before, refused)) return after;
  const left = changes.filter((change) => change !== refused);
  return withoutUnpaid(before, withShownChanges(after, tidied(after, left)));
}

function couldBeMade(document: SimulatorDocument, change: ChangeInput): boolean {
  const place = shownChanges(document).indexOf(change);
  const refused = findIssue(document)?.index ?? Number.POSITIVE_INFINITY;
  return place >= 0 && place < refused;
}
