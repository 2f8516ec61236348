/**
 * Equity and requirement as straight pieces over something that moves (the market, one price, shares sold, points
 * added to the rates), with bends, jumps and roots exact. Made once, then asked at any point in logarithmic time.
 * Serves rules of rules.md.
 */
import { itemAt } from '@/engine/item-at';
import { type Bare, bare } from '@/engine/quantity';

/** A straight line: `at0 + slope × x`. */
export interface Line {
  readonly at0: Bare;
  readonly slope: Bare;
}

/** What lies strictly between two points of a curve. */
export interface Segment {
  readonly equity: Line;
  readonly requirement: Line;
  readonly longMarketValue: Line;
  readonly shortMarketValue: Line;
}

/** The figures exactly at a coordinate. */
export interface CurveFigures {
  readonly at: Bare;
  readonly equity: Bare;
  readonly requirement: Bare;
  readonly longMarketValue: Bare;
  readonly shortMarketValue: Bare;
}

/** A stretch without a call. Ends belong to it unless they are open; an unbounded end is null. */
export interface FreeInterval {
  readonly from: Bare;
  readonly isFromOpen: boolean;
  readonly to: Bare | null;
  readonly isToOpen: boolean;
}

/** One corner of the drawn curve: its coordinate and the excess just before, at and just after it. */
export interface Vertex {
  readonly at: Bare;
  readonly before: Bare;
  readonly excess: Bare;
  readonly after: Bare;
}

/** The value of a line at a coordinate. */
export function valueOn(line: Line, x: Bare): Bare {
  return x.sign() === 0 ? line.at0 : line.at0.plus(line.slope.times(x));
}

/** The sum of two lines. */
export function addLines(a: Line, b: Line): Line {
  return { at0: a.at0.plus(b.at0), slope: a.slope.plus(b.slope) };
}

/** The first line less the second. */
export function subtractLines(a: Line, b: Line): Line {
  return { at0: a.at0.minus(b.at0), slope: a.slope.minus(b.slope) };
}

/** The line that is 0 everywhere. */
export const zeroLine: Line = { at0: bare(0), slope: bare(0) };

/** A line of one height. */
export function flatLine(at0: Bare): Line {
  return { at0, slope: bare(0) };
}

const zero = bare(0);

/** Equity and requirement over a range that starts at its first point and ends at its last, or never. */
export class ExcessCurve {
  private readonly floats: Float64Array;
  private free: readonly FreeInterval[] | undefined;

  /**
   * @param points - rising; their own figures count there (at a jump every position has the lower rate)
   * @param segments - segments[i] lies to the right of points[i]; one fewer than points where the range ends
   */
  constructor(
    readonly points: readonly CurveFigures[],
    readonly segments: readonly Segment[],
  ) {
    this.floats = Float64Array.from(points, (point) => point.at.toNumber());
  }

  /** Where the range starts. */
  get from(): Bare {
    return this.point(0).at;
  }

  /** Where the range ends; null when it never does. */
  get to(): Bare | null {
    return this.points.length > this.segments.length ? this.point(this.points.length - 1).at : null;
  }

  /** The figures at a coordinate within the range; outside it, those of the nearest end. */
  at(x: Bare): CurveFigures {
    const index = this.indexAt(x);
    const point = this.point(Math.max(index, 0));
    const segment = this.segments[index];
    if (index < 0 || segment === undefined || point.at.equals(x)) return point;
    return {
      at: x,
      equity: valueOn(segment.equity, x),
      requirement: valueOn(segment.requirement, x),
      longMarketValue: valueOn(segment.longMarketValue, x),
      shortMarketValue: valueOn(segment.shortMarketValue, x),
    };
  }

  /** Every corner, in order; the limit beyond an end of the range is the end's own figure. */
  vertices(): readonly Vertex[] {
    return this.points.map((point, index) => {
      const excess = point.equity.minus(point.requirement);
      const left = this.segments[index - 1];
      const right = this.segments[index];
      return {
        at: point.at,
        before: left === undefined ? excess : valueOn(excessOf(left), point.at),
        excess,
        after: right === undefined ? excess : valueOn(excessOf(right), point.at),
      };
    });
  }

  /** The stretches without a call, rising, single points included. Found once. */
  freeIntervals(): readonly FreeInterval[] {
    this.free ??= findFreeIntervals(this);
    return this.free;
  }

  private point(index: number): CurveFigures {
    return itemAt(this.points, index);
  }

  /** The last point at or left of x; −1 when x lies left of all. Floats decide unless they are too close to call. */
  private indexAt(x: Bare): number {
    const target = x.toNumber();
    let [low, high] = [0, this.floats.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (itemAt(this.floats, middle) <= target) low = middle + 1;
      else high = middle;
    }
    let index = low - 1;
    while (index + 1 < this.points.length && !this.point(index + 1).at.isAbove(x)) index += 1;
    while (index >= 0 && this.point(index).at.isAbove(x)) index -= 1;
    return index;
  }
}

/** A segment's excess as one line. */
export function excessOf(segment: Segment): Line {
  return subtractLines(segment.equity, segment.requirement);
}

function findFreeIntervals(curve: ExcessCurve): readonly FreeInterval[] {
  const found: FreeInterval[] = [];
  for (const [index, point] of curve.points.entries()) {
    if (point.equity.compare(point.requirement) >= 0) {
      append(found, { from: point.at, isFromOpen: false, to: point.at, isToOpen: false });
    }
    const segment = curve.segments[index];
    if (segment === undefined) continue;
    const inside = freePartOf(excessOf(segment), point.at, curve.points[index + 1]?.at ?? null);
    if (inside !== null) append(found, inside);
  }
  return found;
}

/** The free part of the open stretch between two coordinates. */
function freePartOf(excess: Line, from: Bare, to: Bare | null): FreeInterval | null {
  const left = valueOn(excess, from).sign();
  const right = to === null ? endlessSign(excess, left) : valueOn(excess, to).sign();
  if (left <= 0 && right <= 0 && (left < 0 || right < 0)) return null;
  const root = left < 0 || right < 0 ? excess.at0.negated().over(excess.slope).reduced() : null;
  return {
    from: left < 0 && root !== null ? root : from,
    isFromOpen: left >= 0,
    to: right < 0 ? root : to,
    isToOpen: right >= 0,
  };
}

function endlessSign(line: Line, leftSign: -1 | 0 | 1): -1 | 0 | 1 {
  const slope = line.slope.sign();
  return slope === 0 ? leftSign : slope;
}

/** Adds a stretch, joining it to the last one where they touch. */
function append(found: FreeInterval[], next: FreeInterval): void {
  const last = found.at(-1);
  if (last?.to?.equals(next.from) === true && !(last.isToOpen && next.isFromOpen)) {
    found[found.length - 1] = { ...last, to: next.to, isToOpen: next.isToOpen };
  } else {
    found.push(next);
  }
}

/** A coordinate at which calls begin or end. Open: excess is 0 or more up to it, but no longer exactly there. */
export interface CallPoint {
  readonly at: Bare;
  readonly isOpen: boolean;
}

/** What a curve says about calls, seen from where things stand today. */
export interface CallPoints {
  /** Whether a call is on today. */
  readonly isInCall: boolean;
  /** Last coordinate below today still free of a call; null when none begins on that side or a call is on. */
  readonly below: CallPoint | null;
  /** The same above today. */
  readonly above: CallPoint | null;
  /** In a call: the nearest coordinate below today at which it ends. */
  readonly cureBelow: CallPoint | null;
  /** The same above today. */
  readonly cureAbove: CallPoint | null;
  /** Every place where a call begins or ends, read with the coordinate rising. */
  readonly crossings: readonly { readonly at: Bare; readonly kind: 'callBegins' | 'callEnds' }[];
}

/**
 * Reads the call points of a curve. A single free point is no crossing, except at an end of the range, where a call
 * ends; when today itself is such a point both distances are 0.
 */
export function findCallPoints(curve: ExcessCurve, today: Bare): CallPoints {
  const { from: start, to: end } = curve;
  const isSingle = (free: FreeInterval) => free.to?.equals(free.from) === true;
  const isEnd = (free: FreeInterval) => free.from.equals(start) || end?.equals(free.from) === true;
  const all = curve.freeIntervals();
  const current = all.find((free) => contains(free, today));
  const lasting = all.filter((free) => !isSingle(free) || isEnd(free));
  const crossings = lasting.flatMap((free) => {
    const ends = free.from.equals(start) ? [] : [{ at: free.from, kind: 'callEnds' as const }];
    if (free.to === null || end?.equals(free.to) === true) return ends;
    return [...ends, { at: free.to, kind: 'callBegins' as const }];
  });
  if (current !== undefined) {
    const here = isSingle(current) ? pointAt(today, false) : null;
    const reachesStart = current.from.equals(start);
    const last = current.to === null || end?.equals(current.to) === true ? null : current.to;
    return {
      isInCall: false,
      below: here ?? (reachesStart ? null : pointAt(current.from, current.isFromOpen)),
      above: here ?? (last === null ? null : pointAt(last, current.isToOpen)),
      cureBelow: null,
      cureAbove: null,
      crossings,
    };
  }
  const lower = lasting.flatMap((free) =>
    free.to !== null && free.to.compare(today) <= 0 ? [pointAt(free.to, free.isToOpen)] : [],
  );
  const upper = lasting.flatMap((free) =>
    free.from.compare(today) >= 0 ? [pointAt(free.from, free.isFromOpen)] : [],
  );
  return {
    isInCall: true,
    below: null,
    above: null,
    cureBelow: lower.at(-1) ?? null,
    cureAbove: upper.at(0) ?? null,
    crossings,
  };
}

function pointAt(at: Bare, isOpen: boolean): CallPoint {
  return { at, isOpen };
}

/** Whether a coordinate lies in a free stretch. */
export function contains(free: FreeInterval, x: Bare): boolean {
  const order = free.from.compare(x);
  if (order > 0 || (order === 0 && free.isFromOpen)) return false;
  if (free.to === null) return true;
  const end = free.to.compare(x);
  return end > 0 || (end === 0 && !free.isToOpen);
}

/** The least coordinate of a free stretch at or above a bound; null when nothing there is free. */
export function firstFreeFrom(curve: ExcessCurve, bound: Bare = zero): CallPoint | null {
  for (const free of curve.freeIntervals()) {
    if (contains(free, bound)) return pointAt(bound, false);
    if (free.from.isAbove(bound) || (free.from.equals(bound) && free.isFromOpen)) {
      return pointAt(free.from, free.isFromOpen);
    }
  }
  return null;
}
