/**
 * Covers the answer and shows it again. A market that stands exactly at a call point would tell it: covering takes it
 * back to today, as a step that can be undone.
 */
import { selectView } from '@/state/figures';
import { setMarketMove } from '@/state/lever-edits';
import { listCalls } from '@/state/market-points';
import { commit, selectDocument, setAnswerHidden, useDesk } from '@/state/store';

/** Hides what tells the answer, or shows it. */
export function toggleAnswer(): void {
  const desk = useDesk.getState();
  const view = selectView(selectDocument(desk));
  if (!desk.isAnswerHidden && view.ok) {
    const here = view.move.toText();
    if (listCalls(view.scene).some(({ ratio }) => ratio === here)) commit(setMarketMove('0'));
  }
  setAnswerHidden(!desk.isAnswerHidden);
}
