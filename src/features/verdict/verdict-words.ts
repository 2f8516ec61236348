// The verdict's words now, made once for the places of the page that show them.
import { selectCallDay } from '@/state/call-day';
import { selectView } from '@/state/figures';
import { selectDocument, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { selectVerdict, type Verdict } from '@/state/verdict';
import { type Details, findDetails } from '@/state/ways-out';
import { useStill } from '@/ui/still';
import { type VerdictWords, wordVerdict } from './sentences';

/**
 * The verdict's words now. In the middle of a drag the details are left out until it pauses: they take longer than a
 * frame, and those of a moment ago would be wrong.
 */
export function useVerdictWords() {
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  const still = useStill(
    view,
    useDesk(({ draft }) => draft !== null),
  );
  const calledOn = useDesk(selectCallDay);
  return wordsOf(selectVerdict(view), still === null ? null : findDetails(still), calledOn);
}

let lastWords: {
  readonly verdict: Verdict;
  readonly details: Details | null;
  readonly calledOn: string;
  readonly words: VerdictWords;
} | null = null;

/** The words of the same verdict once more: three places of the page show them. */
function wordsOf(verdict: Verdict, details: Details | null, calledOn: string): VerdictWords {
  if (lastWords?.verdict !== verdict || lastWords.details !== details || lastWords.calledOn !== calledOn) {
    const words = wordVerdict(verdict, details, { calledOn, today: localDay() });
    lastWords = { verdict, details, calledOn, words };
  }
  return lastWords.words;
}

/** The verdict's words now without what takes longer to find, for what asks outside of drawing. */
export function verdictWordsNow(): VerdictWords {
  const desk = useDesk.getState();
  return wordVerdict(selectVerdict(selectView(selectDocument(desk))), null, {
    calledOn: selectCallDay(desk),
    today: localDay(),
  });
}
