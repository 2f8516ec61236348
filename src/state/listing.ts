/**
 * Whether holdings stand in the table or are one number: the table holds all that one number has no place for.
 */
import type { SimulatorDocument } from '@/io/document';
import { isExample } from '@/state/account-edits';
import { isRowBegun } from '@/state/aside';
import { rowField } from '@/state/holding-edits';
import { findLump } from '@/state/one-number';
import type { Work } from '@/state/saved-copy';

/** Whether an account's holdings cannot be shown as one number. */
export function needsList(document: SimulatorDocument): boolean {
  const { account } = document;
  return !isExample(document) && account.positions.length > 0 && findLump(account) === null;
}

/**
 * Whether an account's holdings are to be listed when it is opened: not so for one number without a name, as the first
 * door makes, unless something is typed in a row.
 */
export function isListed({ document, texts, newRow }: Work): boolean {
  const isTyping = isRowBegun(newRow) || Object.keys(texts).some((field) => rowField.test(field));
  return isTyping || needsList(document);
}
