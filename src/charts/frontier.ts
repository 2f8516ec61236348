/**
 * The requirement frontier as floats for drawing: the grid's cells in shades, and the line between them followed closely
 * enough for its bends and jumps. Moves and points are ratios, excess is dollars.
 */

/** How far the drawing reaches: moves to the right, points upwards. */
export interface MapSpan {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** A point of the line. Where the line is off the drawing the height is infinite on that side. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
}

/** Halvings of the room between two moves: a bend or jump is then met to a hundredth of a cell. */
const mostHalvings = 6;

/**
 * The line from move to move in unbroken stretches, with more points where it bends: each is asked for, none is read
 * between two others. `heightAt` is null where the what-if is impossible. It stops after each question.
 */
export function* traceLine(
  heightAt: (x: number) => number | null,
  moves: readonly number[],
  { low, high }: MapSpan,
): Generator<void, readonly (readonly LinePoint[])[]> {
  const tolerance = (high - low) / 800;
  const shown = (y: number) => Math.min(high + tolerance * 8, Math.max(low - tolerance * 8, y));
  const points: Asked[] = [];
  function* between(a: Asked, b: Asked, halvings: number): Generator<void, void> {
    const x = (a.x + b.x) / 2;
    const middle = { x, y: heightAt(x) };
    yield;
    const isBroken = (a.y === null) !== (b.y === null) || (a.y === null) !== (middle.y === null);
    const isBent =
      a.y !== null &&
      b.y !== null &&
      middle.y !== null &&
      Math.abs(shown(middle.y) - (shown(a.y) + shown(b.y)) / 2) > tolerance;
    if (!isBroken && !isBent) {
      points.push(middle);
      return;
    }
    if (halvings === 0) return;
    yield* between(a, middle, halvings - 1);
    points.push(middle);
    yield* between(middle, b, halvings - 1);
  }
  let last: Asked | null = null;
  for (const x of moves) {
    const next: Asked = { x, y: heightAt(x) };
    yield;
    if (last !== null) yield* between(last, next, mostHalvings);
    points.push(next);
    last = next;
  }
  return toStretches(points);
}

interface Asked {
  readonly x: number;
  readonly y: number | null;
}

function toStretches(points: readonly Asked[]): readonly (readonly LinePoint[])[] {
  const stretches: LinePoint[][] = [[]];
  for (const { x, y } of points) {
    if (y === null) stretches.push([]);
    else stretches.at(-1)?.push({ x, y });
  }
  return stretches.filter(({ length }) => length > 1);
}

/** Shades on each side of the line. */
export const mostShades = 5;

/** Cells as whole shades: 1 to 5 above the requirement, −1 to −5 below it, null where there is no figure. */
export interface Shades {
  /** Dollars from one shade to the next; the last shade is open. */
  readonly step: number;
  /** By row from the lowest points, then by column. */
  readonly rows: readonly (readonly (number | null)[])[];
}

/** The part of the cells that five shades hold: a far corner must not leave one shade for all that lies near the line. */
const mostCells = 0.75;

/** The shades of a grid of excess, in round steps. */
export function toShades(excess: readonly (readonly (number | null)[])[]): Shades {
  const sizes = excess.flat().flatMap((each) => (each === null ? [] : [Math.abs(each)]));
  const most = Math.max(1, sizes.toSorted((a, b) => a - b)[Math.floor((sizes.length - 1) * mostCells)] ?? 1);
  const power = 10 ** Math.floor(Math.log10(most / mostShades));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power * mostShades >= most) ?? 10) * power;
  const shadeOf = (each: number | null) => {
    if (each === null) return null;
    const shade = Math.min(mostShades, 1 + Math.floor(Math.abs(each) / step));
    return each < 0 ? -shade : shade;
  };
  return { step, rows: excess.map((row) => row.map(shadeOf)) };
}

/** Round places on a scale: multiples of the first step that leaves at most so many. */
export function placeRound(
  from: number,
  to: number,
  steps: readonly number[],
  most: number,
): readonly number[] {
  const at = (step: number) => {
    const first = Math.ceil(from / step - 1e-9);
    const count = Math.floor(to / step + 1e-9) - first + 1;
    return Array.from({ length: Math.max(0, count) }, (_, n) => (first + n) * step);
  };
  const fitting = steps.find((step) => at(step).length <= most) ?? steps.at(-1);
  return fitting === undefined ? [] : at(fitting);
}

/**
 * A place for words: the middle of the widest room on one side of the line, null where there is none. Today, where one
 * mostly stands, is left free where there is room above or below it.
 */
export function placeWords(
  stretches: readonly (readonly LinePoint[])[],
  span: MapSpan,
  side: 'above' | 'below',
  size: { readonly width: number; readonly height: number },
): LinePoint | null {
  const tries = 40;
  let best: { readonly place: LinePoint; readonly room: number } | null = null;
  for (let n = 0; n <= tries; n += 1) {
    const left = span.left + ((span.right - span.left - size.width) * n) / tries;
    const right = left + size.width;
    const stretch = stretches.find((each) => (each[0]?.x ?? 0) <= left && (each.at(-1)?.x ?? 0) >= right);
    if (stretch === undefined) continue;
    const heights = heightsBetween(stretch, left, right).map((y) =>
      Math.min(span.high, Math.max(span.low, y)),
    );
    const [low, high] =
      side === 'above' ? [Math.max(...heights), span.high] : [span.low, Math.min(...heights)];
    const room = high - low;
    if (room < size.height || (best !== null && room <= best.room)) continue;
    const isOverToday = left - size.width / 4 <= 0 && right + size.width / 4 >= 0;
    best = {
      place: {
        x: (left + right) / 2,
        y: isOverToday ? besideToday(low, high, size.height) : (low + high) / 2,
      },
      room,
    };
  }
  return best?.place ?? null;
}

/** The middle of a room, or of what is left of it beside the row of today where words there would cover that. */
function besideToday(low: number, high: number, height: number): number {
  const middle = (low + high) / 2;
  const apart = height * 0.8;
  if (Math.abs(middle) >= apart) return middle;
  if (high >= apart + height / 2 && high >= -low) return Math.max(apart, high / 2);
  return low <= -apart - height / 2 ? Math.min(-apart, low / 2) : middle;
}

/** The line's heights over a range of moves, the points just outside it included. */
function heightsBetween(stretch: readonly LinePoint[], left: number, right: number): readonly number[] {
  const first = stretch.findLastIndex(({ x }) => x <= left);
  const last = stretch.findIndex(({ x }) => x >= right);
  return stretch.slice(Math.max(0, first), last + 1).map(({ y }) => y);
}
