// Which rows the table of holdings has: the holdings, the blank row, and last what is left of one number.
import type { PositionInput } from '@/engine/account';
import { isExample } from '@/state/account-edits';
import { nextRowId, restId, rowField } from '@/state/holding-edits';
import { useDesk } from '@/state/store';
import { rowsFound } from './row-pages';

/** A row and its place among all of them, on whatever page. */
export interface Row {
  readonly id: string;
  /** Undefined in the blank row. */
  readonly position: PositionInput | undefined;
  readonly index: number;
}

/** The holdings, the blank row unless it is being filled in, and last what is left of one number. */
export function rowsOf(positions: readonly PositionInput[], blankId: string): readonly Row[] {
  const typed = positions.filter(({ id }) => id !== restId);
  const rest = positions.filter(({ id }) => id === restId);
  const isBlankFilled = typed.some(({ id }) => id === blankId);
  const rows = [
    ...typed.map((position) => ({ id: position.id, position })),
    ...(isBlankFilled ? [] : [{ id: blankId, position: undefined }]),
    ...rest.map((position) => ({ id: position.id, position })),
  ];
  return rows.map((row, index) => ({ ...row, index }));
}

/** The rows that are kept, as one sees them one below the other: while searching, only those found. */
export function keptRowsFound(search: string): readonly Row[] {
  const { present } = useDesk.getState().history;
  const held = isExample(present) ? [] : present.account.positions;
  return rowsFound(rowsOf(held, nextRowId(held)), search).filter(({ id }) => id !== restId);
}

/** Whether the row that a field stands in is there; a field of no row always is. */
export function isFieldThere(field: string): boolean {
  const id = rowField.test(field) ? field.slice(field.indexOf('-') + 1) : null;
  const { present } = useDesk.getState().history;
  const held = isExample(present) ? [] : present.account.positions;
  return id === null || id === nextRowId(held) || held.some((position) => position.id === id);
}
