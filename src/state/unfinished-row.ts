/**
 * The row of the table that is no holding yet: where it stands and whether it has begun. Figures go on without it and
 * say so.
 */
import type { PositionInput } from '@/engine/account';
import { isExample } from '@/state/account-edits';
import { blankRow } from '@/state/aside';
import { isSameJson } from '@/state/presets';
import type { Desk } from '@/state/store';

/** What is left of one number while holdings are typed out of it has an id of its own, so that a reload knows it. */
export const restId = 'rest';

/** The id of the row below the last holding: the first of p1, p2, … after all that are taken. */
export function nextRowId(positions: readonly PositionInput[]): string {
  let highest = 0;
  for (const { id } of positions) highest = Math.max(highest, Number(/^p(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `p${highest + 1}`;
}

/** The number of the row that is begun but no holding yet, so that no figure includes it; null for none. */
export function selectUnfinishedRow(desk: Desk): number | null {
  const { draft, newRow, texts } = desk;
  const { present } = desk.history;
  const kept = isExample(present) ? [] : present.account.positions;
  const id = nextRowId(kept);
  // While its value is being typed it counts already.
  if (draft?.account.positions.some((position) => position.id === id) === true && !isExample(draft))
    return null;
  const isBegun = !isSameJson({ ...newRow, side: blankRow.side }, blankRow);
  const hasRefused = ['value', 'shares', 'price', 'rate'].some((what) => `${what}-${id}` in texts);
  return isBegun || hasRefused ? kept.filter((position) => position.id !== restId).length + 1 : null;
}
