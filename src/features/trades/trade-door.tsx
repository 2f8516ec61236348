// The part for trades, fetched once it is opened: nothing of it is on the page before.
import { lazy, Suspense } from 'react';

const TradePart = lazy(() => import('./trade-part').then(({ TradePart: part }) => ({ default: part })));

/** What stands in the opened row of the what-if. */
export function TradeDoor() {
  return (
    <Suspense fallback={<p className="note">One moment…</p>}>
      <TradePart />
    </Suspense>
  );
}
