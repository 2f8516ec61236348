/**
 * The one place where exact figures become floats for drawing: corners of the excess curve as points, and the ticks
 * of an axis. Moves are ratios, excess is dollars.
 */
import type { ExcessCurve } from '@/engine/excess-curve';
import { bare, type Money } from '@/engine/quantity';

/** A point of the drawing: the market's move and the excess there. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Unbroken stretches of the curve; a jump starts a new one. */
export type CurveLine = readonly (readonly CurvePoint[])[];

/** The curve from corner to corner between two moves. */
export function toCurveLine(curve: ExcessCurve, from: number, to: number): CurveLine {
  const [left, right] = [bare(from.toFixed(6)), bare(to.toFixed(6))];
  // Beyond its own ends there is nothing to draw: the what-if is impossible there.
  const first = left.isBelow(curve.from) ? curve.from : left;
  const last = curve.to !== null && right.isAbove(curve.to) ? curve.to : right;
  const end = (x: typeof first): CurvePoint => {
    const { equity, requirement } = curve.at(x);
    return { x: x.toNumber(), y: equity.minus(requirement).toNumber() };
  };
  const pieces: CurvePoint[][] = [[end(first)]];
  for (const { at, before, excess, after } of curve.vertices()) {
    if (at.compare(first) <= 0 || at.compare(last) >= 0) continue;
    const x = at.toNumber();
    pieces.at(-1)?.push({ x, y: before.toNumber() });
    if (!before.equals(excess) || !after.equals(excess)) pieces.push([{ x, y: after.toNumber() }]);
  }
  pieces.at(-1)?.push(end(last));
  return pieces;
}

/** The same by evaluating at many moves, for a curve that is not made of straight pieces. */
export function toSampledLine(
  excessAt: (move: ReturnType<typeof bare>) => Money | null,
  from: number,
  to: number,
): CurveLine {
  const samples = 120;
  const pieces: CurvePoint[][] = [[]];
  for (let n = 0; n <= samples; n += 1) {
    const x = from + ((to - from) * n) / samples;
    const excess = excessAt(bare(x.toFixed(6)));
    if (excess === null) pieces.push([]);
    else pieces.at(-1)?.push({ x, y: excess.toNumber() });
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** An axis in round steps that holds every value of a line and 0. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Dollars on the axis of an account without figures. */
const emptyAxis = 10_000;

/** The upright axis for a line: about five steps of 1, 2, 2.5 or 5 times a power of ten. */
export function toAxis(line: CurveLine): Axis {
  const values = line.flat().map(({ y }) => y);
  const low = Math.min(0, ...values);
  const isFlat = values.every((value) => value === 0);
  const high = Math.max(isFlat ? emptyAxis : 0, ...values);
  const span = high - low;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= span / 5) ?? 10) * power;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first;
  const ticks = Array.from({ length: count + 1 }, (_, n) => (first + n) * step);
  return { from: ticks[0] ?? 0, to: ticks.at(-1) ?? 1, ticks };
}
