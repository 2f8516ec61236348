/** Before → after, wherever a what-if shows a figure: the new value, then the old one behind an arrow. */
import { ArrowLeft } from 'lucide-react';
import { memo } from 'react';
import styles from '@/ui/change.module.css';

/** The figure now, and what it was; both already in words. */
export interface ChangeProps {
  readonly now: string;
  readonly before: string;
}

// One element for all: where it is the same, it is not drawn again while figures move.
const arrow = <ArrowLeft aria-hidden="true" size={12} />;

/** A figure, with its old value where that differs. */
export const Change = memo(function Change({ now, before }: ChangeProps) {
  return (
    <span className={styles.change}>
      <span>{now}</span>
      {now !== before && (
        <span className={styles.before}>
          {arrow}
          <span className="visually-hidden">, was </span>
          {before}
        </span>
      )}
    </span>
  );
});
