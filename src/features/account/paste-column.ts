// Several lines pasted into one field of the holdings fill the fields from there downwards, as one step. A line that
// cannot be read stands in its field with its reason; a line without a field is counted, never lost in silence.
import type { PositionInput } from '@/engine/account';
import { isExample } from '@/state/account-edits';
import { blankRow, isRowBegun } from '@/state/aside';
import { changeRows, nextRowId, type RowChange, type RowInput } from '@/state/holding-edits';
import type { NewRow } from '@/state/saved-copy';
import { withRestBack } from '@/state/split';
import { commit, keepTexts, setNewRow, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { readPrice, readShares } from '@/ui/typed-figures';
import { type Column, readCell } from './cell-reading';
import { textsMoved } from './raw-texts';

/** A row that lines can fill; the blank one has no holding. */
export interface PasteRow {
  readonly id: string;
  readonly position: PositionInput | undefined;
}

/** What became of the lines. */
export interface Pasted {
  readonly column: Column;
  readonly lines: number;
  /** Lines that stand in their fields unread. */
  readonly refused: number;
  /** Shares that stand in their fields until their price is known, and prices until the shares are. */
  readonly waiting: number;
  readonly added: number;
  /** Lines below the last row, which no field took. */
  readonly beyond: number;
}

/**
 * Fills a column along `rows`, those seen from the field on downwards. Below the last holding each line makes a row of
 * its own, which is worth $0 while its line cannot be read or waits; of rates only the blank row takes one. Where the
 * blank row is not seen no line goes beyond the last one.
 */
export function pasteColumn(column: Column, rows: readonly PasteRow[], lines: readonly string[]): Pasted {
  const { texts, newRow, history } = useDesk.getState();
  const held = isExample(history.present) ? [] : history.present.account.positions;
  const blankId = nextRowId(held);
  const blankAt = rows.findIndex(({ position }) => position === undefined);
  const lastAt = lines.findLastIndex((line) => line.trim() !== '');
  const first = Number(blankId.slice(1));
  const isBegun = isRowBegun(newRow) || Object.keys(textsMoved(texts, blankId, blankId)).length > 0;
  const changes: { id: string; change: RowChange }[] = [];
  const added: RowInput[] = [];
  const kept: Record<string, string | null> = {};
  const tally = { refused: 0, waiting: 0 };
  let part: Partial<NewRow> = {};
  let waitsInBlank: string | null = null;
  let isBlankAdded = false;
  let beyond = 0;
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const position = rows[index]?.position;
    const isBlank = index === blankAt;
    const isBeyond = position === undefined && !isBlank;
    if (isBeyond && (blankAt < 0 || column === 'rate')) {
      beyond += 1;
      continue;
    }
    const id = position?.id ?? `p${first + added.length}`;
    const waiting = { shares: texts[`shares-${id}`], price: texts[`price-${id}`] };
    const own = isBeyond ? blankRow : newRow;
    const reading = readCell(column, text, { id, position, newRow: own, waiting });
    if (reading.kind === 'change') {
      changes.push({ id, change: reading.change });
      kept[`${column}-${id}`] = null;
      if (column === 'price') kept[`shares-${id}`] = null;
      if (column === 'shares') kept[`price-${id}`] = null;
      continue;
    }
    if (reading.kind === 'add') {
      added.push(reading.row);
      kept[`${column}-${id}`] = null;
      isBlankAdded ||= isBlank;
      continue;
    }
    if (column !== 'rate' || reading.kind === 'refused')
      tally[waits(column, text) ? 'waiting' : 'refused'] += 1;
    if (position !== undefined) {
      kept[`${column}-${id}`] = text;
    } else if (column === 'rate' || (index === lastAt && (isBlank || isBlankAdded || !isBegun))) {
      // The last line may wait where every row that is no holding yet waits.
      if (reading.kind === 'part') part = reading.part;
      else waitsInBlank = text;
    } else {
      const { symbol, side, rate, shares, price } = own;
      added.push({ id, symbol, side, maintenanceRate: rate, marketValue: '0' });
      Object.assign(kept, { [`shares-${id}`]: shares, [`price-${id}`]: price, [`${column}-${id}`]: text });
      isBlankAdded ||= isBlank;
    }
  }
  // What is begun in the blank row and took no line stays with it, below the holdings that are added.
  const nextBlankId = `p${first + added.length}`;
  if (!isBlankAdded && added.length > 0) {
    for (const [field, text] of Object.entries(textsMoved(texts, blankId, nextBlankId))) kept[field] ??= text;
  }
  if (waitsInBlank !== null) kept[`${column}-${nextBlankId}`] = waitsInBlank;
  if (changes.length + added.length > 0) commit(withRestBack(changeRows(changes, added, localDay())));
  setNewRow(isBlankAdded ? { ...blankRow, ...part } : part);
  keepTexts(kept);
  return { column, lines: lines.length, ...tally, added: added.length, beyond };
}

/** Whether a text is a figure that only waits for the one that belongs to it. */
function waits(column: Column, text: string): boolean {
  if (column === 'shares') return readShares(text).ok;
  return column === 'price' && readPrice(text).ok;
}

/** What became of the lines, in a sentence. */
export function describePasted({ column, lines, refused, waiting, added, beyond }: Pasted): string {
  const parts = [`${lines} lines pasted`];
  if (added > 0) parts.push(`${added} of them new holdings`);
  if (waiting > 0) parts.push(`${waiting} waiting for ${column === 'shares' ? 'a price' : 'the shares'}`);
  if (refused > 0) parts.push(`${refused} not read: each stands in its field with the reason`);
  if (beyond > 0) parts.push(`${beyond} beyond the last row, not used`);
  return `${parts.join('; ')}.`;
}
