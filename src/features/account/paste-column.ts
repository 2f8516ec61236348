// Several lines pasted into one field of the holdings fill the fields from there downwards, as one step. A line that
// cannot be read stands in its field with its reason; a line without a field is counted, never lost in silence.
import type { PositionInput } from '@/engine/account';
import { blankRow } from '@/state/aside';
import { changeRows, nextRowId, type RowChange, type RowInput } from '@/state/holding-edits';
import type { NewRow } from '@/state/saved-copy';
import { commit, keepTexts, setNewRow, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { type Column, readCell } from './cell-reading';

/** What became of the lines. */
export interface Pasted {
  readonly lines: number;
  /** Lines that stand in their fields unread, or wait there for what belongs to them. */
  readonly refused: number;
  readonly added: number;
  /** Lines below the last row, which no field took. */
  readonly beyond: number;
}

/** Fills a column from a row on. Below the last holding, values make new holdings; other figures fill the blank row. */
export function pasteColumn(
  column: Column,
  from: number,
  lines: readonly string[],
  positions: readonly PositionInput[],
): Pasted {
  const { texts, newRow } = useDesk.getState();
  const changes: { id: string; change: RowChange }[] = [];
  const added: RowInput[] = [];
  const kept: Record<string, string | null> = {};
  const unread: string[] = [];
  let part: Partial<NewRow> = {};
  let beyond = 0;
  const first = Number(nextRowId(positions).slice(1));
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const position = positions[from + index];
    const below = from + index - positions.length;
    if (below > 0 && column !== 'value') {
      beyond += 1;
      continue;
    }
    const id = position?.id ?? `p${first + added.length}`;
    const waiting = { shares: texts[`shares-${id}`], price: texts[`price-${id}`] };
    const blank = below > 0 ? blankRow : newRow;
    const reading = readCell(column, text, { id, position, newRow: blank, waiting });
    if (reading.kind === 'change') {
      changes.push({ id, change: reading.change });
      kept[`${column}-${id}`] = null;
      if (column === 'price') kept[`shares-${id}`] = null;
      if (column === 'shares') kept[`price-${id}`] = null;
    } else if (reading.kind === 'add') added.push(reading.row);
    else if (reading.kind === 'part') part = reading.part;
    else if (position === undefined) unread.push(text);
    else kept[`${column}-${id}`] = text;
  }
  // Below the last holding there is one row that can hold a text.
  const [waitingText, ...lost] = unread;
  if (waitingText !== undefined) kept[`${column}-p${first + added.length}`] = waitingText;
  if (changes.length + added.length > 0) commit(changeRows(changes, added, localDay()));
  setNewRow(added.length > 0 ? blankRow : part);
  keepTexts(kept);
  const refused = Object.values(kept).filter((text) => text !== null).length;
  return { lines: lines.length, refused, added: added.length, beyond: beyond + lost.length };
}

/** What became of the lines, in a sentence. */
export function describePasted({ lines, refused, added, beyond }: Pasted): string {
  const parts = [`${lines} lines pasted`];
  if (added > 0) parts.push(`${added} of them new holdings`);
  if (refused > 0) parts.push(`${refused} not read: each stands in its field with the reason`);
  if (beyond > 0) parts.push(`${beyond} beyond the last row, not used`);
  return `${parts.join('; ')}.`;
}
