// What a text means in a cell of the holdings: a change of a holding, the figures that make the blank row one, a part
// that waits for the rest, or nothing that can be read. The fields and a pasted column read the same way.
import type { PositionInput } from '@/engine/account';
import type { HeldInput, RowChange, RowInput } from '@/state/holding-edits';
import type { NewRow } from '@/state/saved-copy';
import { readPrice, readRate, readShares, readWorth, type TypedFigure } from '@/ui/typed-figures';

/** The columns that hold figures. */
export type Column = 'value' | 'shares' | 'price' | 'rate';

/** What is known of the row that the cell stands in. */
export interface RowContext {
  readonly id: string;
  /** The holding as it is kept; undefined in the blank row. */
  readonly position: PositionInput | undefined;
  readonly newRow: NewRow;
  /** Texts of the row that wait in their fields. */
  readonly waiting: { readonly shares: string | undefined; readonly price: string | undefined };
}

/** What a text means there. */
export type CellReading =
  | { readonly kind: 'change'; readonly change: RowChange }
  | { readonly kind: 'add'; readonly row: RowInput }
  | { readonly kind: 'part'; readonly part: Partial<NewRow> }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads a cell's text strictly. */
export function readCell(column: Column, text: string, row: RowContext): CellReading {
  const isEmpty = text.trim() === '';
  switch (column) {
    case 'rate':
      return isEmpty ? rateOf(row, null) : from(readRate(text), (rate) => rateOf(row, rate));
    case 'value':
      if (isEmpty && row.position === undefined) return { kind: 'part', part: {} };
      return from(readWorth(text), (held) => heldOf(row, held));
    case 'shares':
      return isEmpty ? emptied(row, 'shares') : from(readShares(text), (shares) => sharesOf(row, shares));
    case 'price':
      return isEmpty ? emptied(row, 'price') : from(readPrice(text), (price) => priceOf(row, price));
  }
}

function from<T>(typed: TypedFigure<T>, then: (value: T) => CellReading): CellReading {
  return typed.ok ? then(typed.value) : { kind: 'refused', message: typed.message };
}

function rateOf({ position }: RowContext, rate: string | null): CellReading {
  return position === undefined
    ? { kind: 'part', part: { rate } }
    : { kind: 'change', change: { maintenanceRate: rate } };
}

function heldOf({ id, position, newRow }: RowContext, held: HeldInput): CellReading {
  if (position !== undefined) return { kind: 'change', change: held };
  const { symbol, side, rate } = newRow;
  return { kind: 'add', row: { id, symbol, side, maintenanceRate: rate, ...held } };
}

function sharesOf(row: RowContext, shares: string): CellReading {
  const { position, newRow, waiting } = row;
  const price = position === undefined ? newRow.price : (position.price ?? read(readPrice, waiting.price));
  if (price !== null) return heldOf(row, { shares, price });
  return position === undefined
    ? { kind: 'part', part: { shares } }
    : { kind: 'refused', message: 'Its price is missing.' };
}

function priceOf(row: RowContext, price: string): CellReading {
  const { position, newRow, waiting } = row;
  const shares =
    position === undefined ? newRow.shares : (position.shares ?? read(readShares, waiting.shares));
  if (shares !== null) return heldOf(row, { shares, price });
  return position === undefined
    ? { kind: 'part', part: { price } }
    : { kind: 'refused', message: 'The number of shares is missing.' };
}

function emptied({ position }: RowContext, column: 'shares' | 'price'): CellReading {
  if (position === undefined) return { kind: 'part', part: { [column]: null } };
  // A holding known by its value needs neither; one that was pasted without any figure does.
  if (position.shares === undefined && Number(position.marketValue) > 0) return { kind: 'part', part: {} };
  const message = column === 'shares' ? 'Type a number of shares.' : 'Type a price; it may be 0.';
  return { kind: 'refused', message };
}

function read(reader: (text: string) => TypedFigure<string>, text: string | undefined): string | null {
  if (text === undefined) return null;
  const typed = reader(text);
  return typed.ok ? typed.value : null;
}
