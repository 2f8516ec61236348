// Answers the question that the figure above the requirement raises: why it is not the fall one can bear.
import { memo } from 'react';
import { isExample } from '@/state/account-edits';
import { findBearableFall } from '@/state/bearable-fall';
import { selectView } from '@/state/figures';
import { selectDocument, useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import { Question } from '@/ui/question';
import { StrongText } from '@/ui/strong-text';
import { wordFallAnswer } from './fall-words';

/**
 * The question as a button, and the answer once it is asked; always about the account as it is today. The example of the
 * first visit is left in peace: it is no fall of one's own.
 */
export const FallAnswer = memo(function FallAnswer() {
  // Two plain answers of the view rather than the view: nothing here is drawn again while the market moves.
  const account = useDesk((desk) => {
    const document = selectDocument(desk);
    const view = selectView(document);
    return !isExample(document) && view.ok && selectVerdict(view).kind === 'fall' ? view.scene.account : null;
  });
  const isWhatIf = useDesk((desk) => {
    const verdict = selectVerdict(selectView(selectDocument(desk)));
    return isStanding(verdict) && verdict.isWhatIf;
  });
  const answer = account === null ? null : findBearableFall(account);
  if (answer === null) return null;
  return (
    <Question question="Why is that not the fall I can bear?">
      {() => (
        <p>
          {isWhatIf && 'Today, without the what-if: '}
          <StrongText text={wordFallAnswer(answer).join(' ')} />
        </p>
      )}
    </Question>
  );
});
