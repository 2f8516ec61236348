/**
 * Headroom's own table of positions: the side stands in words, so that every name is a holding's own name, also one that
 * elsewhere means cash or an option. Rows without a side are the account's money.
 */
import type { ImportColumn, ImportRow, RowReason } from './import-types';
import { parseMoney } from './parse-money';
import { derivedPrice, isApart, plainRow } from './position-row';
import { readExtra } from './read-extra';
import type { RecordPlace, TableLayout } from './read-table';

/** Reads what `positionsCsv` writes, also after a spreadsheet had it. */
export const ownTable: TableLayout = {
  layout: 'table',
  readOwn(place) {
    const { record, columns, isAbove } = place;
    const side = columns.side === undefined ? '' : (record.cells[columns.side] ?? '').toLowerCase();
    if (isAbove || record.isBroken || record.cells.length > place.width || side === '') return null;
    if (side === 'left out') return leftOut(place);
    return side === 'long' || side === 'short' ? readHolding(place, side === 'short') : null;
  },
};

function cellsOf({ record, columns }: RecordPlace) {
  return (role: ImportColumn) => record.cells[columns[role] ?? -1] ?? '';
}

/** The words in which an account says why it leaves something out, as far as they tell what it is. */
const reasons: ReadonlyMap<string, RowReason> = new Map([
  ['option', 'option'],
  ['bond', 'bond'],
  ['future', 'future'],
  ['fund without a ticker', 'fund-code'],
  ['not in dollars', 'foreign-currency'],
]);

function leftOut(place: RecordPlace): ImportRow {
  const cell = cellsOf(place);
  const reason = reasons.get(cell('group')) ?? 'left-out';
  return plainRow(place.record, 'excluded', reason, { symbol: cell('symbol'), description: cell('group') });
}

function readHolding(place: RecordPlace, isShort: boolean): ImportRow {
  const { record, comma } = place;
  const cell = cellsOf(place);
  const symbol = cell('symbol');
  const unread = (reason: RowReason, unreadText: string) =>
    plainRow(record, 'unread', reason, { symbol, unreadText });
  const figures: Record<'quantity' | 'price' | 'value', string | null> = {
    quantity: null,
    price: null,
    value: null,
  };
  for (const role of ['quantity', 'price', 'value'] as const) {
    // Beside shares and price the value is their product; alone it stands in the document and has no more digits than one.
    const isProduct = role === 'value' && figures.quantity !== null && figures.price !== null;
    const read = parseMoney(cell(role), isProduct ? { comma, decimals: 36, whole: 30 } : { comma });
    if (!read.ok)
      return unread(read.problem === 'out-of-range' ? 'out-of-range' : `unreadable-${role}`, cell(role));
    if (role === 'price' && read.decimal?.startsWith('-') === true)
      return unread('unreadable-price', cell(role));
    if (!isShort && read.decimal?.startsWith('-') === true) return unread('side-against-sign', cell(role));
    figures[role] = read.decimal;
  }
  const { price } = figures;
  const quantity = isShort ? withMinus(figures.quantity) : figures.quantity;
  const value = isShort ? withMinus(figures.value) : figures.value;
  if (value === null && (quantity === null || price === null)) return unread('no-worth', symbol);
  if (quantity !== null && !/[1-9]/.test(quantity))
    return plainRow(record, 'notAPosition', 'zero', { symbol, quantity, price, value });
  const extra = readExtra(cell, comma);
  if (!extra.ok) return unread('unreadable-detail', extra.text);
  const known = { symbol, quantity, value, extra: extra.extra };
  if (quantity === null) return plainRow(record, 'holding', null, known);
  if (price === null) {
    const derived = derivedPrice(value ?? '0', quantity);
    if (derived === null) return unread('out-of-range', cell('value'));
    return plainRow(record, 'holding', null, { ...known, price: derived, isPriceDerived: true });
  }
  const reason = value !== null && isApart(quantity, price, value) ? 'value-apart' : null;
  return plainRow(record, 'holding', reason, { ...known, price });
}

function withMinus(decimal: string | null): string | null {
  return decimal === null || decimal.startsWith('-') || !/[1-9]/.test(decimal) ? decimal : `-${decimal}`;
}
