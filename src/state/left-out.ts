/**
 * What is typed but in no figure: entries that could not be read, and the row that is no holding yet. A draft of rules is
 * said where it stands.
 */
import { isExample } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import { nextRowId } from '@/state/holding-edits';
import { rulesDraft } from '@/state/rules-draft';
import { selectUnfinishedRow } from '@/state/unfinished-row';

/** How many entries could not be read, those of the unfinished row apart; each keeps the value before it, or none. */
export function selectUnreadEntries(desk: Desk): number {
  const { present } = desk.history;
  const isRowOut = selectUnfinishedRow(desk) !== null;
  const row = `-${nextRowId(isExample(present) ? [] : present.account.positions)}`;
  return listUnreadFields(desk).filter((field) => !(isRowOut && field.endsWith(row))).length;
}

/** The fields whose text could not be read. */
export function listUnreadFields({ texts }: Desk): readonly string[] {
  return Object.keys(texts).filter((field) => field !== rulesDraft);
}
