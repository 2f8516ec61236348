/**
 * The document for what does not depend on where the market stands: the same object while only the market moves, so
 * that nothing that reads it is drawn again at each step of the slider.
 */
import type { SimulatorDocument } from '@/io/document';
import type { Desk } from '@/state/desk';
import { isSameButMarket } from '@/state/figures';
import { shownChanges } from '@/state/lever-edits';
import { selectDocument } from '@/state/store';

let last: SimulatorDocument | null = null;

/** The document on show; its market's move may be one of a moment ago. */
export function selectButMarket(desk: Desk): SimulatorDocument {
  const document = selectDocument(desk);
  if (last?.account !== document.account || !isSameButMarket(shownChanges(last), shownChanges(document)))
    last = document;
  return last;
}
