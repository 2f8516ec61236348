/**
 * Stretches without a call that several curves have in common. Serves rule R-70 of rules.md.
 */
import type { FreeInterval } from '@/engine/excess-curve';
import { type Bare, bare } from '@/engine/quantity';

/** From 0 on without end. */
export const everything: FreeInterval = { from: bare(0), isFromOpen: false, to: null, isToOpen: false };

/** What two lists of stretches have in common, rising as they are. */
export function intersect(a: readonly FreeInterval[], b: readonly FreeInterval[]): FreeInterval[] {
  return a.flatMap((left) => b.flatMap((right) => common(left, right)));
}

function common(a: FreeInterval, b: FreeInterval): FreeInterval[] {
  const starts = a.from.compare(b.from) || Number(a.isFromOpen) - Number(b.isFromOpen);
  const { from, isFromOpen } = starts > 0 ? a : b;
  const ends = compareEnds(a.to, b.to) || Number(b.isToOpen) - Number(a.isToOpen);
  const { to, isToOpen } = ends < 0 ? a : b;
  const room = to === null ? 1 : to.compare(from);
  const isEmpty = room < 0 || (room === 0 && (isFromOpen || isToOpen));
  return isEmpty ? [] : [{ from, isFromOpen, to, isToOpen }];
}

/** No end comes after every end. */
function compareEnds(a: Bare | null, b: Bare | null): number {
  if (a === null) return b === null ? 0 : 1;
  return b === null ? -1 : a.compare(b);
}
