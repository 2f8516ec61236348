/**
 * Opens the copy that this browser keeps and goes on keeping it: after every step, never in mid-gesture. The
 * example is no account: it leaves no copy.
 */
import { isExample } from '@/state/account-edits';
import {
  forgetDocument,
  readSavedCopy,
  type Shelf,
  writeDocument,
  writeUnfinished,
} from '@/state/saved-copy';
import { startDesk, useDesk } from '@/state/store';

/** Opens the saved copy and begins to save. Returns what ends it. */
export function beginAutosave(shelf: Shelf | null): () => void {
  const { document, unfinished, notice, canSave } = readSavedCopy(shelf);
  const desk = startDesk(document ?? undefined);
  const isListing = document !== null && !isOneNumber(document.account.positions);
  useDesk.setState({ ...desk, ...unfinished, notice, isListing });
  if (shelf === null || !canSave) return () => {};
  return useDesk.subscribe((now, before) => {
    const { present } = now.history;
    let isKept = true;
    if (present !== before.history.present) {
      isKept = isExample(present) ? forgetDocument(shelf) : writeDocument(shelf, present);
    }
    if (now.texts !== before.texts || now.newRow !== before.newRow) {
      isKept = writeUnfinished(shelf, { texts: now.texts, newRow: now.newRow }) && isKept;
    }
    if (!isKept && now.notice === null) useDesk.setState({ notice: { kind: 'not-saved' } });
  });
}

/** Whether holdings are one number without a name, as typed at the first door. */
function isOneNumber(positions: readonly { readonly symbol: string; readonly side: string }[]): boolean {
  const [only] = positions;
  return positions.length === 0 || (positions.length === 1 && only?.symbol === '' && only.side === 'long');
}
