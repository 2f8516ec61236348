// A quiet row that unfolds a lever: what is folded away is not there at all.
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import styles from './what-if.module.css';

/** One row; its lever below it once opened. */
export function Disclosure({
  title,
  children,
}: {
  readonly title: string;
  readonly children: () => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.disclosure}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <ChevronRight aria-hidden="true" size={16} />
        {title}
      </summary>
      {isOpen && <div className={styles.unfolded}>{children()}</div>}
    </details>
  );
}
