// A part of the page behind one quiet button with an arrow: it is made once it is open.
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from '@/ui/fold.module.css';

/** What the button says, and what it opens. */
export interface FoldProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** The part, under the id that the button knows it by. */
  readonly children: (id: string) => ReactNode;
}

/** The button, and below it the part while it is open. */
export function Fold({ title, isOpen, onToggle, children }: FoldProps) {
  const id = useId();
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className="button plain"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <ChevronRight aria-hidden="true" size={16} className={styles.turn} data-open={isOpen || undefined} />
        {title}
      </button>
      {isOpen && children(id)}
    </div>
  );
}
