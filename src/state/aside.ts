/**
 * A person's own work while another account is on show, as an example or one from a file: put aside before that opens, and
 * brought back from there.
 */
import type { SimulatorDocument } from '@/io/document';
import { isSameJson } from '@/io/same-json';
import { isExample } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import { findPreset } from '@/state/presets';
import type { NewRow, Unfinished, Work } from '@/state/saved-copy';
import { blankStory } from '@/state/story';

/** The row that is no holding yet, untouched. */
export const blankRow: NewRow = { symbol: '', side: 'long', shares: null, price: null, rate: null };

/** Whether anything of a row is typed that is no holding yet; its side alone is not. */
export function isRowBegun(newRow: NewRow): boolean {
  return !isSameJson({ ...newRow, side: blankRow.side }, blankRow);
}

/** Whether an account is a person's own and no example. */
export function isOwn(document: SimulatorDocument): boolean {
  return !isExample(document) && findPreset(document.account) === null;
}

function hasUnfinished({ texts, newRow }: Work): boolean {
  return Object.keys(texts).length > 0 || !isSameJson(newRow, blankRow);
}

/** Whether work put aside is what is on show: an undo can lead there too. */
export function isOnShow(work: Work, here: Omit<Work, 'calledOn'>): boolean {
  if (!isSameJson(work.document, here.document)) return false;
  const typed = ({ texts, newRow }: Omit<Work, 'calledOn'>) => ({ texts, newRow });
  return !hasUnfinished(work) || isSameJson(typed(work), typed(here));
}

/** Whether anything on show is a person's own, whole or half-typed. */
export function isWorthKeeping(here: Work): boolean {
  return isOwn(here.document) || hasUnfinished(here);
}

/** Whether starting again puts something aside; a saved account stays where it is saved. */
export function selectHasOwnWork({ history, texts, newRow, calledOn, savedAs }: Desk): boolean {
  return savedAs === null && isWorthKeeping({ document: history.present, texts, newRow, calledOn });
}

/** What is put aside once `here` is left: own work, whole or half-typed, joins at the end. */
export function afterLeaving(aside: readonly Work[], here: Work): readonly Work[] {
  return isWorthKeeping(here) && !aside.some((work) => isOnShow(work, here))
    ? [...aside, plain(here)]
    : aside;
}

/** What is typed for an account that undo or redo leads to: what was put aside with it. */
export function unfinishedOf(aside: readonly Work[], document: SimulatorDocument): Unfinished {
  const work = aside.find((each) => isSameJson(each.document, document));
  return {
    texts: work?.texts ?? {},
    newRow: work?.newRow ?? blankRow,
    calledOn: work?.calledOn ?? null,
    story: work?.story ?? blankStory,
  };
}

/** What is put aside once `here` is worked on: the older state of the same work goes. */
export function afterEdit(aside: readonly Work[], here: Work): readonly Work[] {
  return aside.some((work) => isOnShow(work, here)) ? aside.filter((work) => !isOnShow(work, here)) : aside;
}

function plain({ document, texts, newRow, calledOn, story }: Work): Work {
  return { document, texts, newRow, calledOn, ...(story === undefined ? {} : { story }) };
}
