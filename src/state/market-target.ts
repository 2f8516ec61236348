/** Finds the move of the market that brings the longs to a value. */

import { type Line, valueOn } from '@/engine/excess-curve';
import { type Bare, bare } from '@/engine/quantity';
import { type Scene, writeMove } from '@/state/scene';

/**
 * The move nearest to today at which the longs are worth so many dollars, as a ratio in decimal text rounded toward
 * today; null where no move does that.
 */
export function findMoveForHoldings(scene: Scene, dollars: string): string | null {
  const { curve } = scene;
  if (curve === null) return null;
  const target = bare(dollars);
  let nearest: Bare | null = null;
  for (const [index, { longMarketValue }] of curve.segments.entries()) {
    const from = curve.points[index]?.at ?? curve.from;
    const to = curve.points[index + 1]?.at ?? null;
    const at = meet(longMarketValue, target, from);
    if (at === null || at.isBelow(from) || (to !== null && at.isAbove(to))) continue;
    if (nearest === null || at.absolute().isBelow(nearest.absolute())) nearest = at;
  }
  return nearest === null ? null : writeMove(nearest, 'towardZero');
}

function meet(line: Line, target: Bare, from: Bare): Bare | null {
  if (line.slope.sign() !== 0) return target.minus(line.at0).over(line.slope);
  return valueOn(line, from).equals(target) ? from : null;
}
