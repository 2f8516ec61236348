/**
 * A person's own work while an example is on show: put aside before the example opens, and brought back from there.
 */
import type { SimulatorDocument } from '@/io/document';
import { isExample } from '@/state/account-edits';
import { findPreset, isSameJson } from '@/state/presets';
import type { NewRow, Work } from '@/state/saved-copy';

/** The row that is no holding yet, untouched. */
export const blankRow: NewRow = { symbol: '', side: 'long', shares: null, price: null, rate: null };

/** Whether anything of a row is typed that is no holding yet; its side alone is not. */
export function isRowBegun(newRow: NewRow): boolean {
  return !isSameJson({ ...newRow, side: blankRow.side }, blankRow);
}

/** Whether an account is a person's own and no example. */
function isOwn(document: SimulatorDocument): boolean {
  return !isExample(document) && findPreset(document.account) === null;
}

function hasUnfinished({ texts, newRow }: Work): boolean {
  return Object.keys(texts).length > 0 || !isSameJson(newRow, blankRow);
}

/** Whether work put aside is what is on show: an undo can lead there too. */
export function isOnShow(work: Work, here: Work): boolean {
  if (!isSameJson(work.document, here.document)) return false;
  return !hasUnfinished(work) || isSameJson(plain(work), plain(here));
}

/** What is put aside once `here` is left: own work, whole or half-typed, joins at the end. */
export function afterLeaving(aside: readonly Work[], here: Work): readonly Work[] {
  const isWorthIt = isOwn(here.document) || hasUnfinished(here);
  return isWorthIt && !aside.some((work) => isOnShow(work, here)) ? [...aside, plain(here)] : aside;
}

/** What is put aside once undo or redo leads from one account to another; an edit taken back leaves nothing. */
export function afterStep(aside: readonly Work[], here: Work, next: SimulatorDocument): readonly Work[] {
  const { account } = here.document;
  const isRenamed = isSameJson({ ...account, name: '' }, { ...next.account, name: '' });
  const isAnother = !isExample(next) && account.name !== next.account.name && !isRenamed;
  return isAnother && isOwn(here.document) ? afterLeaving(aside, here) : aside;
}

/** What is put aside once `here` is worked on: the older state of the same work goes. */
export function afterEdit(aside: readonly Work[], here: Work): readonly Work[] {
  return aside.some((work) => isOnShow(work, here)) ? aside.filter((work) => !isOnShow(work, here)) : aside;
}

function plain({ document, texts, newRow }: Work): Work {
  return { document, texts, newRow };
}
