import type { Decisions } from './decide';
import { Fraction, ONE } from './fraction';

/** Excess at a point, with every decision taken on the way; null where the point is impossible. */
export type ExcessAt = (x: Fraction, decisions: Decisions) => Fraction | null;

/** A point, or the open interval between two neighbouring points. */
export interface Piece {
  readonly kind: 'point' | 'interval';
  readonly low: Fraction;
  /** Null = without end. */
  readonly high: Fraction | null;
  readonly state: 'free' | 'called' | 'impossible';
}

/** A longest run of free pieces. */
export interface FreeRun {
  readonly low: Fraction;
  readonly high: Fraction | null;
  /** Nothing but one point. */
  readonly lone: boolean;
  /** Begins or ends where the range itself does. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

interface Sample {
  readonly x: Fraction;
  readonly excess: Fraction | null;
  readonly decisions: Decisions;
}

/** The range cut into points and open intervals, on each of which a call stands or does not. */
export function piecesOf(excessAt: ExcessAt, low: Fraction, high: Fraction | null): Piece[] {
  const points = [low, ...insidePoints(excessAt, low, high)];
  if (high !== null && !high.equals(low)) points.push(high);
  const pieces: Piece[] = [];
  points.forEach((point, index) => {
    pieces.push({ kind: 'point', low: point, high: point, state: stateOf(excessAt(point, [])) });
    const next = points[index + 1] ?? null;
    if (next === null && high !== null) return;
    const [inside] = insideOf(point, next);
    pieces.push({ kind: 'interval', low: point, high: next, state: stateOf(excessAt(inside, [])) });
  });
  return pieces;
}

function stateOf(excess: Fraction | null): Piece['state'] {
  if (excess === null) return 'impossible';
  return excess.sign() < 0 ? 'called' : 'free';
}

/** Three points strictly inside an interval. */
function insideOf(low: Fraction, high: Fraction | null): [Fraction, Fraction, Fraction] {
  const step = high === null ? ONE : high.sub(low).div(Fraction.of(4));
  return [low.add(step), low.add(step).add(step), low.add(step).add(step).add(step)];
}

/** Every bend, jump and root strictly between the ends, sorted. */
function insidePoints(excessAt: ExcessAt, low: Fraction, high: Fraction | null): Fraction[] {
  if (high !== null && low.cmp(high) >= 0) return [];
  const inside = insideOf(low, high);
  const sample = (x: Fraction): Sample => {
    const decisions: Decisions = [];
    return { x, excess: excessAt(x, decisions), decisions };
  };
  const first = sample(inside[0]);
  const second = sample(inside[1]);
  const split = (at: Fraction): Fraction[] => [
    ...insidePoints(excessAt, low, at),
    at,
    ...insidePoints(excessAt, at, high),
  ];
  // The first decision depends on x in a straight line; so does the next, where the first has one
  // sign throughout; and so on. Where one changes its sign, the interval falls into two.
  for (const [index, quantity] of first.decisions.entries()) {
    const other = second.decisions[index];
    if (other === undefined) throw new Error('the two samples took different paths');
    const root = rootOf(first.x, quantity, second.x, other);
    if (root !== null && isInside(root, low, high)) return split(root);
  }
  if (first.decisions.length !== second.decisions.length)
    throw new Error('the two samples took different paths');
  if (first.excess === null || second.excess === null) return [];
  const third = excessAt(inside[2], []);
  if (third === null || !third.sub(second.excess).equals(second.excess.sub(first.excess))) {
    throw new Error('excess is not a straight line between neighbouring points');
  }
  const root = rootOf(first.x, first.excess, second.x, second.excess);
  return root !== null && isInside(root, low, high) ? [root] : [];
}

/** Where the straight line through two points is 0; null when it is level. */
function rootOf(x1: Fraction, y1: Fraction, x2: Fraction, y2: Fraction): Fraction | null {
  if (y1.equals(y2)) return null;
  return x1.sub(y1.mul(x2.sub(x1)).div(y2.sub(y1)));
}

function isInside(x: Fraction, low: Fraction, high: Fraction | null): boolean {
  return x.cmp(low) > 0 && (high === null || x.cmp(high) < 0);
}

/** The longest runs of free pieces, in order. The range also ends where points are impossible. */
export function freeRuns(pieces: readonly Piece[]): FreeRun[] {
  const runs: FreeRun[] = [];
  let index = 0;
  while (index < pieces.length) {
    let end = index;
    while (pieces[end]?.state === 'free') end += 1;
    const first = pieces[index];
    const last = pieces[end - 1];
    if (end > index && first !== undefined && last !== undefined) {
      runs.push({
        low: first.low,
        high: last.high,
        lone: end === index + 1 && first.kind === 'point',
        atStart: endsRange(pieces[index - 1]),
        atEnd: endsRange(pieces[end]),
      });
    }
    index = Math.max(end, index + 1);
  }
  return runs;
}

function endsRange(neighbour: Piece | undefined): boolean {
  return neighbour === undefined || neighbour.state === 'impossible';
}
