import type { Account, Holding } from './account';
import { withHolding } from './account';
import { moveMarket, passDays } from './changes';
import { Fraction, ZERO } from './fraction';
import type { FreeRun, Piece } from './pieces';
import { freeRuns, piecesOf } from './pieces';
import { excessOf } from './requirement';

const MOVE_OF_ALL = Fraction.of(-1);

/** The points nearest to today at which a call begins or, in a call, ends. */
export interface Nearest {
  readonly below: Fraction | null;
  readonly above: Fraction | null;
  readonly cureBelow: Fraction | null;
  readonly cureAbove: Fraction | null;
}

/** One point at which a call begins or ends, read with the move rising. */
export interface Crossing {
  readonly marketMove: Fraction;
  readonly kind: 'callBegins' | 'callEnds';
}

/** Nothing to state, as for a closed position. */
export const NO_POINTS: Nearest = { below: null, above: null, cureBelow: null, cureAbove: null };

/** Reads the nearest points from the pieces; `today` must lie in them. */
export function nearestTo(today: Fraction, pieces: readonly Piece[]): Nearest {
  const runs = freeRuns(possibleAround(today, pieces));
  const holdsToday = (run: FreeRun): boolean =>
    run.low.cmp(today) <= 0 && (run.high === null || run.high.cmp(today) >= 0);
  const calledToday = pieces.some(
    (piece) => piece.kind === 'point' && piece.state === 'called' && piece.low.equals(today),
  );
  const here = calledToday ? undefined : runs.find(holdsToday);
  if (here !== undefined) {
    if (here.lone) return { ...NO_POINTS, below: today, above: today };
    return { ...NO_POINTS, below: here.atStart ? null : here.low, above: here.atEnd ? null : here.high };
  }
  // A lone free point ends no call, unless the range ends there.
  const ends = runs.filter((run) => !run.lone || run.atStart || run.atEnd);
  const below = ends.filter((run) => run.high !== null && run.high.cmp(today) <= 0).at(-1);
  const above = ends.find((run) => run.low.cmp(today) >= 0);
  return { ...NO_POINTS, cureBelow: below?.high ?? null, cureAbove: above?.low ?? null };
}

/** The pieces that can be reached from today without passing an impossible one. */
function possibleAround(today: Fraction, pieces: readonly Piece[]): Piece[] {
  const holds = (piece: Piece): boolean =>
    piece.kind === 'point'
      ? piece.low.equals(today)
      : piece.low.cmp(today) < 0 && (piece.high === null || piece.high.cmp(today) > 0);
  const at = pieces.findIndex(holds);
  if (at < 0) throw new Error('today lies outside the range');
  let first = at;
  let last = at;
  while (first > 0 && pieces[first - 1]?.state !== 'impossible') first -= 1;
  while (last < pieces.length - 1 && pieces[last + 1]?.state !== 'impossible') last += 1;
  return pieces.slice(first, last + 1);
}

/** Market moves from -100 % upward, cut at every bend, jump and root. */
export function marketPieces(account: Account): Piece[] {
  return piecesOf((move, seen) => excessOf(moveMarket(account, move, seen), seen), MOVE_OF_ALL, null);
}

/** Every crossing of the market, read with the move rising. */
export function crossingsOf(pieces: readonly Piece[]): Crossing[] {
  const crossings: Crossing[] = [];
  for (const run of freeRuns(pieces)) {
    // A point that is free only at itself is no crossing, unless the range begins there.
    if (run.lone && !run.atStart) continue;
    if (!run.atStart) crossings.push({ marketMove: run.low, kind: 'callEnds' });
    if (!run.atEnd && run.high !== null) crossings.push({ marketMove: run.high, kind: 'callBegins' });
  }
  return crossings;
}

/** The call prices of one position, all else fixed; values where shares are not known. */
export function nearestPrices(account: Account, holding: Holding): Nearest {
  if (holding.closed) return NO_POINTS;
  const pieces = piecesOf(
    (price, seen) => excessOf(withHolding(account, { ...holding, price }), seen),
    ZERO,
    null,
  );
  return nearestTo(holding.price, pieces);
}

/** The last points added to every rate that leave no call; null when none, or in a call. */
export function requirementShift(account: Account): Fraction | null {
  const shifted = (points: Fraction): Account => ({
    ...account,
    holdings: account.holdings.map((holding) => ({ ...holding, shift: holding.shift.add(points) })),
  });
  const pieces = piecesOf((points, seen) => excessOf(shifted(points), seen), ZERO, null);
  const first = freeRuns(pieces)[0];
  return first === undefined || !first.low.isZero() ? null : first.high;
}

/** The first whole day at whose end a call stands: 0 in a call, null when there is none. */
export function daysToCall(account: Account): Fraction | null {
  if (excessOf(account).sign() < 0) return ZERO;
  if (account.loan.isZero() || account.interestRate === null || account.interestRate.isZero()) return null;
  const called = (days: bigint): boolean => {
    const later = passDays(account, days, []);
    if (later === null) throw new Error('a loan with a rate can always accrue');
    return excessOf(later).sign() < 0;
  };
  // Interest only grows the loan, and a larger loan never lowers a requirement.
  let free = 0n;
  let inCall = 1n;
  while (!called(inCall)) [free, inCall] = [inCall, inCall * 2n];
  while (inCall - free > 1n) {
    const middle = (free + inCall) / 2n;
    if (called(middle)) inCall = middle;
    else free = middle;
  }
  return Fraction.of(inCall);
}
