/** What the levers say beside their figures: what a withdrawal borrows, what the days cost, and what is impossible. */
import { applyChanges, interestOn } from '@/engine/apply-scenario';
import { leavesTooLittle } from '@/engine/minimum-equity';
import type { Money } from '@/engine/quantity';
import type { Issue } from '@/engine/result';
import { type PlacedChange, parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { selectToday, selectView, type View } from '@/state/figures';
import { shownChanges } from '@/state/lever-edits';

type Refusal = { readonly index: number; readonly issue: Issue } | null;

const refusals = new WeakMap<SimulatorDocument, Refusal>();

/** Why the what-if on show is impossible, and which of its changes is; null when it is possible. */
export function findRefusal(document: SimulatorDocument): Refusal {
  const known = refusals.get(document);
  if (known !== undefined) return known;
  const view = selectView(document);
  const refusal = !view.ok || view.scene.at(view.move) !== null ? null : findIssue(document);
  refusals.set(document, refusal);
  return refusal;
}

/** The same of a what-if that is not on show: no curve is made of it. */
export function findIssue(document: SimulatorDocument): Refusal {
  const today = selectToday(document.account);
  if (today === null) return null;
  const changes = parseChanges(shownChanges(document), ruleSets, '');
  const applied = changes.ok ? applyChanges(today.account, changes.value) : changes;
  const issue = applied.ok ? undefined : applied.issues[0];
  return issue === undefined ? null : { index: Number(issue.path.split('/')[1] ?? 0), issue };
}

/** The changes with the market where it is now: a scene is one for all its moves. */
function changesOf({ scene, move }: View & { readonly ok: true }): readonly PlacedChange[] {
  return scene.changesAt(move);
}

/** What can use money that came in before it. */
const users: ReadonlySet<PlacedChange['change']['type']> = new Set([
  'trade',
  'open',
  'repay',
  'rebalance',
  'depositInvested',
  'withdraw',
  'withdrawSelling',
]);

/** Cash and loan in the end, where what comes in does not stay as cash: what stands behind it uses it. Null where it stays. */
export function findUsed(document: SimulatorDocument): { readonly cash: Money; readonly loan: Money } | null {
  const view = selectView(document);
  if (!view.ok) return null;
  const { account } = view.scene;
  const changes = changesOf(view);
  const index = changes.findIndex(({ change }) => change.type === 'deposit');
  const paidIn = changes[index]?.change;
  if (paidIn?.type !== 'deposit' || !changes.slice(index).some(({ change }) => users.has(change.type))) {
    return null;
  }
  const after = applyChanges(account, changes);
  if (!after.ok) return null;
  // Where nothing of it was possible without the money, it was used.
  const without = applyChanges(account, changes.toSpliced(index, 1));
  const { cash, marginLoan: loan } = after.value;
  const isKept = without.ok && cash.minus(without.value.cash).equals(paidIn.amount);
  return isKept ? null : { cash, loan };
}

/** What a withdrawal takes beyond the cash, and the loan that makes; null when the cash is enough. */
export function findBorrowed(
  document: SimulatorDocument,
): { readonly borrowed: Money; readonly loan: Money } | null {
  const view = selectView(document);
  if (!view.ok) return null;
  const { account } = view.scene;
  const changes = changesOf(view);
  const index = changes.findIndex(({ change }) => change.type === 'withdraw');
  const withdrawn = changes[index]?.change;
  // A sale before it brings cash, and days before it a larger loan.
  const before = applyChanges(account, changes.slice(0, Math.max(0, index)));
  if (withdrawn?.type !== 'withdraw' || !before.ok) return null;
  const { cash, marginLoan } = before.value;
  const borrowed = withdrawn.amount.minus(cash);
  return borrowed.sign() > 0 ? { borrowed, loan: marginLoan.plus(borrowed) } : null;
}

/** Whether the withdrawal of the what-if leaves less than a broker has to keep: $2,000 of equity, and the requirement. */
export function isOverdrawn(document: SimulatorDocument): boolean {
  const view = selectView(document);
  if (!view.ok) return false;
  const { account } = view.scene;
  const changes = changesOf(view);
  const index = changes.findIndex(({ change }) => change.type === 'withdraw');
  const after = applyChanges(account, changes.slice(0, index + 1));
  return index >= 0 && after.ok && leavesTooLittle(after.value);
}

/** The interest that the days of the what-if cost, and the loan that it is on; null without days, loan or rate. */
export function findInterest(
  document: SimulatorDocument,
): { readonly interest: Money; readonly loan: Money; readonly dayCount: number } | null {
  const view = selectView(document);
  if (!view.ok) return null;
  const { account } = view.scene;
  const changes = changesOf(view);
  const index = changes.findIndex(({ change }) => change.type === 'passDays');
  const last = changes[index]?.change;
  const before = applyChanges(account, changes.slice(0, Math.max(0, index)));
  if (last?.type !== 'passDays' || !before.ok) return null;
  const { marginLoan, loanInterestRate, dayCount } = before.value;
  if (loanInterestRate === null || marginLoan.sign() === 0) return null;
  return {
    interest: interestOn(marginLoan, loanInterestRate, last.days, dayCount),
    loan: marginLoan,
    dayCount,
  };
}
