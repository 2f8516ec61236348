/**
 * The changes of the what-if on show edited where they stand in their list: put before or after their neighbours, and
 * given another figure. What becomes impossible by that stays in the list and says why. Commit each: one step to undo.
 */
import type { ChangeInput } from '@/engine/scenario';
import type { Edit } from '@/state/account-edits';
import { isIdleMarket, shownChanges, withShownChanges } from '@/state/lever-edits';

/** Puts a change before its neighbour above (−1) or behind the one below (1); at the list's end nothing changes. */
export function moveChange(index: number, by: -1 | 1): Edit {
  return (document) => {
    const changes = shownChanges(document);
    const to = neighbourOf(changes, index, by);
    const own = changes[index];
    if (own === undefined || to === null) return document;
    return withShownChanges(document, changes.toSpliced(index, 1).toSpliced(to, 0, own));
  };
}

/** Where the next change is that the list shows: a market at rest has no row. Null at the list's end. */
export function neighbourOf(changes: readonly ChangeInput[], index: number, by: -1 | 1): number | null {
  for (let to = index + by; ; to += by) {
    const other = changes[to];
    if (other === undefined) return null;
    if (!isIdleMarket(other)) return to;
  }
}

/** Puts another change in the place of one: the same with another figure. */
export function replaceChange(index: number, change: ChangeInput): Edit {
  return (document) => withShownChanges(document, shownChanges(document).with(index, change));
}
