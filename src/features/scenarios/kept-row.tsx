// The row of kept and ready-made what-ifs: what it says folded, and what is loaded once it is opened.
import { lazy, Suspense } from 'react';
import { useDesk } from '@/state/store';
import type { WordStanding } from './kept';

const Kept = lazy(() => import('./kept').then(({ Kept: kept }) => ({ default: kept })));

/** How many there are; nothing for none. */
export function KeptState() {
  const count = useDesk(({ history }) => history.present.scenarios.length);
  return count === 0 ? null : count === 1 ? '1 what-if' : `${count} what-ifs`;
}

/** What the row holds. */
export function KeptContent({ wordStanding }: { readonly wordStanding: WordStanding }) {
  return (
    <Suspense fallback={<p className="note">…</p>}>
      <Kept wordStanding={wordStanding} />
    </Suspense>
  );
}
