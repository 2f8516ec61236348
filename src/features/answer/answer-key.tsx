// The key H covers the answer and shows it again, from anywhere but a text field: for a class that guesses first.
import { toggleAnswer } from '@/state/answer';
import { usePageKeys } from '@/ui/page-keys';

/** Listens as long as the page stands; draws nothing. */
export function AnswerKey() {
  usePageKeys((key, isRepeated) => {
    if (key !== 'h' || isRepeated) return false;
    toggleAnswer();
    return true;
  });
  return null;
}
