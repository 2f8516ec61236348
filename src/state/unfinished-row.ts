/**
 * The row of the table that is no holding yet: where it stands and whether it has begun. Figures go on without it and
 * say so.
 */
import { isExample } from '@/state/account-edits';
import { blankRow, isRowBegun } from '@/state/aside';
import type { Desk } from '@/state/desk';
import { nextRowId, restId } from '@/state/holding-edits';

/** The number of the row that is begun but no holding yet, so that no figure includes it; null for none. */
export function selectUnfinishedRow(desk: Desk): number | null {
  const { draft, newRow, texts } = desk;
  // Nothing typed, which is how it is at each step of a slider.
  if (newRow === blankRow && Object.keys(texts).length === 0) return null;
  const { present } = desk.history;
  const kept = isExample(present) ? [] : present.account.positions;
  const id = nextRowId(kept);
  const hasRefused = ['value', 'shares', 'price', 'rate'].some((what) => `${what}-${id}` in texts);
  if (!isRowBegun(newRow) && !hasRefused) return null;
  // While its value is being typed it counts already.
  if (draft?.account.positions.some((position) => position.id === id) === true && !isExample(draft))
    return null;
  return kept.filter((position) => position.id !== restId).length + 1;
}
