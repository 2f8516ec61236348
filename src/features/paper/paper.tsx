// The page on paper: one sheet for most accounts, in the order in which it is read out; whose figures, of what day, and
// lines to write on. Its parts are handed in: each panel prints its own.
import type { ReactNode } from 'react';
import { selectUnreadEntries } from '@/state/left-out';
import { useDesk } from '@/state/store';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { wordLeftOut } from '@/ui/left-out-words';
import styles from './paper.module.css';
import { PaperLine } from './paper-line';

/** The parts that stand below each other, and one or two that stand beside each other at the end. */
export interface PaperProps {
  readonly children: ReactNode;
  readonly ways?: ReactNode;
  readonly assumptions: ReactNode;
  /** Smaller, where there is more to say. */
  readonly isDense?: boolean;
}

/** The sheet. */
export function Paper({ children, ways, assumptions, isDense = false }: PaperProps) {
  return (
    <main
      className={styles.paper}
      data-paper=""
      data-dense={isDense || undefined}
      aria-label="Headroom on paper"
    >
      <header>
        <h1>Headroom</h1>
        <PaperLine />
      </header>
      <LeftOut />
      {children}
      <div className={styles.beside}>
        {ways}
        {assumptions}
      </div>
      <footer>
        Educational, not advice. The broker’s own figures decide, and it may raise requirements or sell at any
        time without notice. Rule numbers are those of the rule book that comes with Headroom.
      </footer>
    </main>
  );
}

/** What is typed and in no figure: on the screen its field says so. */
function LeftOut() {
  const row = useDesk(selectUnfinishedRow);
  const unread = useDesk(selectUnreadEntries);
  const words = wordLeftOut(row, unread);
  return words.length === 0 ? null : (
    <p>
      <strong>Left out:</strong> {words.join(' ')}
    </p>
  );
}
