/** Before → after, wherever a what-if shows a figure: the new value, then the old one behind an arrow. */
import { ArrowLeft } from 'lucide-react';
import styles from '@/ui/change.module.css';

/** The figure now, and what it was; both already in words. */
export interface ChangeProps {
  readonly now: string;
  readonly before: string;
}

/** A figure, with its old value where that differs. */
export function Change({ now, before }: ChangeProps) {
  return (
    <span className={styles.change}>
      <span>{now}</span>
      {now !== before && (
        <span className={styles.before}>
          <ArrowLeft aria-hidden="true" size={12} />
          <span className="visually-hidden">, was </span>
          {before}
        </span>
      )}
    </span>
  );
}
