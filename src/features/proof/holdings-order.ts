// The order of the table of holdings: by requirement until a column's head is pressed.
import type { HoldingRow } from '@/state/holding-rows';
import { nameHolding } from '@/ui/holding-name';

/** A column, and whether its largest comes first. */
export interface HoldingOrder {
  readonly column: 'name' | 'value' | 'required';
  readonly isFalling: boolean;
}

/** The largest requirement first, as brokers list them in a call. */
export const firstOrder: HoldingOrder = { column: 'required', isFalling: true };

/** The rows in an order; equal ones stay as they were. */
export function sortHoldings(
  rows: readonly HoldingRow[],
  { column, isFalling }: HoldingOrder,
  all: readonly { readonly id: string }[],
): readonly HoldingRow[] {
  const names = new Map(column === 'name' ? rows.map((row) => [row, nameHolding(row.position, all)]) : []);
  const compare = (a: HoldingRow, b: HoldingRow): number => {
    if (column === 'name')
      return (names.get(a) ?? '').localeCompare(names.get(b) ?? '', 'en', { numeric: true });
    if (column === 'value') return a.position.marketValue.compare(b.position.marketValue);
    return a.step.output.compare(b.step.output);
  };
  return rows.toSorted((a, b) => (isFalling ? compare(b, a) : compare(a, b)));
}
