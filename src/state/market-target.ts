/** What dollars on the market's scale mean, and the move that brings what is held to a value. */
import { type Line, valueOn } from '@/engine/excess-curve';
import { type Bare, bare, type Money } from '@/engine/quantity';
import { type Figures, type Scene, writeMove } from '@/state/scene';

/** Whose value dollars on the market's scale are: all holdings, the longs beside shorts, or the shorts alone. */
export type HeldSide = 'holdings' | 'longs' | 'shorts';

/** The side of a scene that dollars on the market's scale are about. */
export function heldSide(scene: Scene | null): HeldSide {
  if (scene === null || !scene.hasShorts) return 'holdings';
  return scene.today.longMarketValue.sign() === 0 ? 'shorts' : 'longs';
}

/** What that side is worth. */
export function heldValue(side: HeldSide, figures: Figures): Money {
  return side === 'shorts' ? figures.shortMarketValue : figures.longMarketValue;
}

/**
 * The move nearest to today at which what is held is worth so many dollars, as a ratio in decimal text rounded toward
 * today; null where no move does that.
 */
export function findMoveForHoldings(scene: Scene, dollars: string): string | null {
  const { curve } = scene;
  if (curve === null) return null;
  const target = bare(dollars);
  const isShorts = heldSide(scene) === 'shorts';
  let nearest: Bare | null = null;
  for (const [index, { longMarketValue, shortMarketValue }] of curve.segments.entries()) {
    const from = curve.points[index]?.at ?? curve.from;
    const to = curve.points[index + 1]?.at ?? null;
    const at = meet(isShorts ? shortMarketValue : longMarketValue, target, from);
    if (at === null || at.isBelow(from) || (to !== null && at.isAbove(to))) continue;
    if (nearest === null || at.absolute().isBelow(nearest.absolute())) nearest = at;
  }
  return nearest === null ? null : writeMove(nearest, 'towardZero');
}

function meet(line: Line, target: Bare, from: Bare): Bare | null {
  if (line.slope.sign() !== 0) return target.minus(line.at0).over(line.slope);
  return valueOn(line, from).equals(target) ? from : null;
}
