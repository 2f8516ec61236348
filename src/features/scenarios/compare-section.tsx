// The place of the comparison below the figures: what it takes is loaded once it is asked for.
import { lazy, Suspense } from 'react';
import { useDesk } from '@/state/store';
import type { WordRefusal } from './compare-table';

const ComparePanel = lazy(() =>
  import('./compare-panel').then(({ ComparePanel: panel }) => ({ default: panel })),
);

/** The comparison while it is open; nothing without a what-if to compare, or while the answer is covered. */
export function CompareSection({ wordRefusal }: { readonly wordRefusal: WordRefusal }) {
  const isOpen = useDesk((desk) => desk.isComparing && desk.history.present.scenarios.length > 0);
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  if (!isOpen || isAnswerHidden) return null;
  return (
    <Suspense fallback={null}>
      <ComparePanel wordRefusal={wordRefusal} />
    </Suspense>
  );
}
