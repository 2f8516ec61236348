/**
 * Coordinates along a curve: ranges, order, and where a line meets zero. Floats decide an order only where they are
 * far enough apart to be sure; everything close is compared exactly.
 */
import type { Line } from '@/engine/excess-curve';
import { type Bare, bare } from '@/engine/quantity';

/** The range of a curve's coordinate; `to` null = without end. */
export interface Domain {
  readonly from: Bare;
  readonly to: Bare | null;
}

const half = bare('0.5');
const one = bare(1);

/**
 * A coordinate strictly between two, or beyond the first when there is no second. Where floats can tell the two apart
 * it is a short decimal, because what is computed from it has as few digits.
 */
export function between(from: Bare, to: Bare | null): Bare {
  if (to === null) return from.plus(one);
  const [x, y] = [from.toNumber(), to.toNumber()];
  return y - x > sureGap(x, y) ? bare((x / 2 + y / 2).toPrecision(15)) : from.plus(to).times(half);
}

/** The distance from which on the order of two floats is the order of what they stand for. */
function sureGap(x: number, y: number): number {
  return 1e-12 * (Math.abs(x) + Math.abs(y));
}

/** Sorts coordinates and drops repetitions; floats decide wherever they can. */
export function sortedUnique(coordinates: readonly Bare[]): Bare[] {
  const unique: Bare[] = [];
  for (const x of [...coordinates].sort(compareFast)) {
    if (unique.at(-1)?.equals(x) !== true) unique.push(x);
  }
  return unique;
}

/** Exact order of two coordinates, by their floats where those are far enough apart. */
export function compareFast(a: Bare, b: Bare): number {
  const [x, y] = [a.toNumber(), b.toNumber()];
  return Math.abs(x - y) > sureGap(x, y) ? x - y : a.compare(b);
}

/** Where a line meets 0 strictly inside the range, or null. */
export function zeroInside(line: Line, domain: Domain): Bare | null {
  if (line.slope.sign() === 0) return null;
  const at = line.at0.negated().over(line.slope);
  return isInside(at, domain) ? at : null;
}

/** Whether a coordinate lies strictly inside the range. */
export function isInside(x: Bare, { from, to }: Domain): boolean {
  return compareFast(x, from) > 0 && (to === null || compareFast(x, to) < 0);
}
