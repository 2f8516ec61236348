// Why a call came, for words that leave the page: what happened, and what there would be without each part of it.
import type { Past } from '@/state/explained';
import { wordHappened, wordSized } from './change-words';
import { unexplainedAmount, wordExcess, wordTogether, wordWithouts } from './explain-words';

/** Whole sentences; what is now is left to the verdict, which stands before them. */
export function wordReasons(past: Past): readonly string[] {
  const withouts = wordWithouts(past, (excess) =>
    excess.sign() === 0 ? wordExcess(excess) : `${wordExcess(excess)} what is required`,
  );
  const unexplained = unexplainedAmount(past);
  return [
    ...wordHappened(past),
    unexplained === '' ? '' : `${unexplained} than is explained here.`,
    wordSized(past),
    ...withouts.slice(0, -1),
    wordTogether(past),
  ].filter((each) => each !== '');
}
