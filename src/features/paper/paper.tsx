// The page on paper: one sheet for most accounts, in the order in which it is read out; whose figures, of what day, and
// lines to write on. Its parts are handed in: each panel prints its own.
import type { ReactNode } from 'react';
import { isExample } from '@/state/account-edits';
import { selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { formatDay } from '@/ui/day';
import styles from './paper.module.css';

/** The parts that stand below each other, and the two that stand beside each other at the end. */
export interface PaperProps {
  readonly children: ReactNode;
  readonly ways: ReactNode;
  readonly assumptions: ReactNode;
}

/** The sheet. */
export function Paper({ children, ways, assumptions }: PaperProps) {
  const account = useDesk(selectAccount);
  const { name, enteredOn } = account;
  return (
    <main className={styles.paper} data-paper="" aria-label="Headroom on paper">
      <header>
        <h1>Headroom</h1>
        <p>
          {isExample({ account }) ? 'Example' : name}
          {enteredOn !== undefined && `, entered ${formatDay(enteredOn, localDay())}`}, printed{' '}
          {formatDay(localDay(), '')}
        </p>
        <p className={styles.blank}>Name</p>
        <p className={styles.blank}>Reference</p>
      </header>
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
