/**
 * Opens the copy that this browser keeps and goes on keeping it: after every step, never in mid-gesture. The
 * example is no account: it leaves no copy.
 */
import { isExample } from '@/state/account-edits';
import { isListed } from '@/state/listing';
import {
  forgetDocument,
  readOwnWork,
  readSavedCopy,
  type Shelf,
  writeDocument,
  writeOwnWork,
  writeUnfinished,
} from '@/state/saved-copy';
import { startDesk, useDesk } from '@/state/store';

/** Opens the saved copy and begins to save. Returns what ends it. */
export function beginAutosave(shelf: Shelf | null): () => void {
  const { document, unfinished, notice, canSave } = readSavedCopy(shelf);
  const desk = startDesk(document ?? undefined);
  const opened = { ...desk, ...unfinished };
  const isListing = isListed({ ...opened, document: desk.history.present });
  useDesk.setState({ ...opened, notice, isListing, aside: readOwnWork(shelf) });
  if (shelf === null || !canSave) return () => {};
  return useDesk.subscribe((now, before) => {
    const { present } = now.history;
    // First, and what it is to save from is only written over when it succeeds.
    let isKept = now.aside === before.aside || writeOwnWork(shelf, now.aside);
    if (isKept && present !== before.history.present) {
      isKept = isExample(present) ? forgetDocument(shelf) : writeDocument(shelf, present);
    }
    const { texts, newRow, calledOn, story } = now;
    const kept = [texts, newRow, calledOn, story];
    const keptBefore = [before.texts, before.newRow, before.calledOn, before.story];
    if (kept.some((each, index) => each !== keptBefore[index])) {
      isKept = writeUnfinished(shelf, { texts, newRow, calledOn, story }) && isKept;
    }
    if (!isKept && now.notice === null) useDesk.setState({ notice: { kind: 'not-saved' } });
  });
}
