// Answers the question that the figure above the requirement raises: why it is not the fall one can bear.
import { useId, useState } from 'react';
import { findBearableFall } from '@/state/bearable-fall';
import { selectView } from '@/state/figures';
import { selectDocument, useDesk } from '@/state/store';
import { selectVerdict } from '@/state/verdict';
import { StrongText } from '@/ui/strong-text';
import { wordFallAnswer } from './fall-words';
import styles from './verdict.module.css';

/** The question as a button, and the answer once it is asked; always about the account as it is today. */
export function FallAnswer() {
  const view = selectView(useDesk(selectDocument));
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const verdict = selectVerdict(view);
  const answer = view.ok && verdict.kind === 'fall' ? findBearableFall(view.scene.account) : null;
  if (answer === null || verdict.kind !== 'fall') return null;
  return (
    <div className={styles.question}>
      <button
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        Why is that not the fall I can bear?
      </button>
      <div id={id} className={styles.answer} hidden={!isOpen}>
        {isOpen && (
          <p>
            {verdict.isWhatIf && 'Today, without the what-if: '}
            <StrongText text={wordFallAnswer(answer).join(' ')} />
          </p>
        )}
      </div>
    </div>
  );
}
