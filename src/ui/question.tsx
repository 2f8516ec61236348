// A quiet question beside the figure that raises it; its answer is made and shown once it is asked.
import { type ReactNode, useId, useState } from 'react';
import styles from '@/ui/question.module.css';

/** The question as a button, and the answer below it while it is open. */
export function Question({
  question,
  children,
}: {
  readonly question: string;
  readonly children: () => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.question} data-screen="">
      <button
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {question}
      </button>
      <div id={id} className={styles.answer} hidden={!isOpen}>
        {isOpen && children()}
      </div>
    </div>
  );
}
