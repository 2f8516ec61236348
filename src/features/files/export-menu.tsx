// The folded list of what leaves as a table or a picture; it is loaded and made when it opens.
import { lazy, Suspense, useState } from 'react';
import type { Sheet } from '@/io/cells';
import type { Desk } from '@/state/desk';
import styles from './files.module.css';

const ExportList = lazy(() => import('./export-list').then(({ ExportList: list }) => ({ default: list })));

/** The curve's table is another panel's, and handed over by the page. */
export type SelectCurve = (desk: Desk) => Sheet | null;

/** The fold and what is in it. */
export function ExportMenu({ selectCurve }: { readonly selectCurve: SelectCurve }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.exports} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Export</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportList selectCurve={selectCurve} />
        </Suspense>
      )}
    </details>
  );
}
