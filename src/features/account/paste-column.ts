// Several lines pasted into one field of the holdings fill the fields from there downwards, as one step. A line that
// cannot be read stands in its field with its reason; a line without a field is counted, never lost in silence.
import type { PositionInput } from '@/engine/account';
import { isExample } from '@/state/account-edits';
import { blankRow, isRowBegun } from '@/state/aside';
import { changeRows, nextRowId, type RowChange, type RowInput, rowField } from '@/state/holding-edits';
import type { NewRow } from '@/state/saved-copy';
import { withRestBack } from '@/state/split';
import { commit, keepTexts, setNewRow, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { type Column, readCell } from './cell-reading';

/** A row that lines can fill; the blank one has no holding. */
export interface PasteRow {
  readonly id: string;
  readonly position: PositionInput | undefined;
}

/** What became of the lines. */
export interface Pasted {
  readonly lines: number;
  /** Lines that stand in their fields unread, or wait there for what belongs to them. */
  readonly refused: number;
  readonly added: number;
  /** Lines below the last row, which no field took. */
  readonly beyond: number;
}

/**
 * Fills a column along `rows`, those seen from the field on downwards. Below the blank row, values make new holdings;
 * other figures fill no row there, and where the blank row is not seen no line goes beyond the last one.
 */
export function pasteColumn(column: Column, rows: readonly PasteRow[], lines: readonly string[]): Pasted {
  const { texts, newRow, history } = useDesk.getState();
  const held = isExample(history.present) ? [] : history.present.account.positions;
  const blankId = nextRowId(held);
  const blankAt = rows.findIndex(({ position }) => position === undefined);
  const first = Number(blankId.slice(1));
  const changes: { id: string; change: RowChange }[] = [];
  const added: RowInput[] = [];
  const kept: Record<string, string | null> = {};
  const unread: { readonly text: string; readonly isBlank: boolean }[] = [];
  let part: Partial<NewRow> = {};
  let isBlankAdded = false;
  let beyond = 0;
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const position = rows[index]?.position;
    const isBlank = index === blankAt;
    const isNew = position === undefined && !isBlank;
    if (isNew && (blankAt < 0 || column !== 'value')) {
      beyond += 1;
      continue;
    }
    const id = position?.id ?? `p${first + added.length}`;
    const waiting = { shares: texts[`shares-${id}`], price: texts[`price-${id}`] };
    const reading = readCell(column, text, { id, position, newRow: isNew ? blankRow : newRow, waiting });
    if (reading.kind === 'change') {
      changes.push({ id, change: reading.change });
      kept[`${column}-${id}`] = null;
      if (column === 'price') kept[`shares-${id}`] = null;
      if (column === 'shares') kept[`price-${id}`] = null;
    } else if (reading.kind === 'add') {
      added.push(reading.row);
      isBlankAdded ||= isBlank;
    } else if (reading.kind === 'part') part = reading.part;
    else if (position === undefined) unread.push({ text, isBlank });
    else kept[`${column}-${id}`] = text;
  }
  // What is begun in the blank row stays with it, below the holdings that are added.
  const nextBlankId = `p${first + added.length}`;
  if (isBlankAdded) kept[`${column}-${blankId}`] = null;
  else if (added.length > 0) Object.assign(kept, textsMoved(texts, blankId, nextBlankId));
  // There is one row that can hold a text, and none of another line where a holding is begun.
  const isBegun = isRowBegun(newRow) || Object.keys(textsMoved(texts, blankId, nextBlankId)).length > 0;
  const isFree = isBlankAdded || !isBegun;
  const waitsAt = unread.findIndex(({ isBlank }) => isBlank || isFree);
  const waiting = unread[waitsAt];
  if (waiting !== undefined) kept[`${column}-${nextBlankId}`] = waiting.text;
  if (changes.length + added.length > 0) commit(withRestBack(changeRows(changes, added, localDay())));
  setNewRow(isBlankAdded ? blankRow : part);
  keepTexts(kept);
  const refused = unread.length > 0 && waiting !== undefined ? 1 : 0;
  const inRows = rows.filter(
    ({ id, position }) => position !== undefined && typeof kept[`${column}-${id}`] === 'string',
  );
  return {
    lines: lines.length,
    refused: refused + inRows.length,
    added: added.length,
    beyond: beyond + unread.length - refused,
  };
}

/** The texts of one row under another's id. */
function textsMoved(
  texts: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Record<string, string | null> {
  const own = Object.entries(texts).filter(([field]) => rowField.test(field) && field.endsWith(`-${from}`));
  return Object.fromEntries(
    own.flatMap(([field, text]) => [
      [field, null],
      [`${field.slice(0, field.indexOf('-'))}-${to}`, text],
    ]),
  );
}

/** What became of the lines, in a sentence. */
export function describePasted({ lines, refused, added, beyond }: Pasted): string {
  const parts = [`${lines} lines pasted`];
  if (added > 0) parts.push(`${added} of them new holdings`);
  if (refused > 0) parts.push(`${refused} not read: each stands in its field with the reason`);
  if (beyond > 0) parts.push(`${beyond} beyond the last row, not used`);
  return `${parts.join('; ')}.`;
}
