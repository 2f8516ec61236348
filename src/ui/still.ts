/** Tells what has come to rest from what is still on the move. */
import { useDeferredValue, useEffect, useState } from 'react';

/** Milliseconds without a change after which something in mid-gesture counts as standing still. */
const pause = 120;

/**
 * The value once it stands still, null while it moves: what takes long to work out is then left out rather than shown
 * for a value that is gone. Between gestures it follows at once, behind what is more urgent; until then it is null too,
 * for what belongs to one value must never stand beside another.
 */
export function useStill<T>(value: T, isMoving: boolean): T | null {
  // Nothing is deferred in mid-gesture: each deferred value would be one more pass over the page.
  const later = useDeferredValue(isMoving ? null : value);
  const [still, setStill] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setTimeout(() => setStill({ value }), pause);
    return () => clearTimeout(timer);
  }, [value, isMoving]);
  const isThere = later === value && !isMoving;
  return isThere || (still !== null && still.value === value) ? value : null;
}
