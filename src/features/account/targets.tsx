// Target shares of the longs: what each is meant to be, how far it has drifted, and whether all of them make 100 %.
// Drawn once it is opened; the fields are those of the account, each edit one step to undo.
import { useState } from 'react';
import { useDesk } from '@/state/store';
import styles from './account.module.css';
import { TargetsTable } from './targets-table';

/** The fold; open by itself where a link leads to a target. */
export function Targets() {
  const isSought = useDesk(({ sought }) => sought?.startsWith('weight-') === true);
  const hasRefused = useDesk(({ texts }) => Object.keys(texts).some((field) => field.startsWith('weight-')));
  const [isOpen, setOpen] = useState(hasRefused);
  if (isSought && !isOpen) setOpen(true);
  return (
    <details
      className={styles.details}
      data-screen=""
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Targets</summary>
      {isOpen && <TargetsTable />}
    </details>
  );
}
