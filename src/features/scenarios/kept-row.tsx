// The row of kept and ready-made what-ifs: what it says folded, and what is loaded once it is opened.
import { lazy, Suspense } from 'react';
import { isUnnamed } from '@/state/lever-edits';
import { useDesk } from '@/state/store';
import type { WordStanding } from './kept';

const Kept = lazy(() => import('./kept').then(({ Kept: kept }) => ({ default: kept })));

/** How many are kept under a name; nothing for none. */
export function KeptState() {
  const count = useDesk(({ history }) => history.present.scenarios.filter((each) => !isUnnamed(each)).length);
  return count === 0 ? null : `${count} kept`;
}

/** What the row holds. */
export function KeptContent({ wordStanding }: { readonly wordStanding: WordStanding }) {
  return (
    <Suspense fallback={<p className="note">…</p>}>
      <Kept wordStanding={wordStanding} />
    </Suspense>
  );
}
