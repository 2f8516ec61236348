/**
 * Call points of a what-if that trades by dollars after its market move and then sets a price: its excess is no
 * straight line between bends and its roots may be irrational. They are enclosed to more than 20 digits and given
 * on today's side. Serves rule R-59 of rules.md.
 */
import type { CallPoint, CallPoints } from '@/engine/excess-curve';
import { type Bare, bare, type Money } from '@/engine/quantity';

/** Excess at a market move; null where the scenario is impossible. */
export type ExcessAt = (move: Bare) => Money | null;

/** Whether there is no call at a market move; null where the scenario is impossible. */
type IsFreeAt = (move: Bare) => boolean | null;

const half = bare('0.5');
const halvings = 100;
/** Decimals of a root that has no end: more than 20 digits of every move down to a millionth. */
const printedPlaces = 26;
const zero = bare(0);

/** Steps outward from no move: every quarter of a percent down to −100 % and up to +100 %, then by 5 % growth to 1,000,000 %. */
function listSteps(direction: 1 | -1): Bare[] {
  const near = Array.from({ length: 400 }, (_, index) =>
    bare(index + 1)
      .times(bare('0.0025'))
      .times(bare(direction)),
  );
  if (direction < 0) return near;
  const far = Array.from({ length: 189 }, (_, index) => bare((1.05 ** (index + 1)).toFixed(6)));
  return [...near, ...far];
}

/** The nearest call points on both sides; null when the scenario is impossible without a move. */
export function findNumericCallPoints(excessAt: ExcessAt): CallPoints | null {
  const isFreeAt: IsFreeAt = (move) => {
    const excess = excessAt(move);
    return excess === null ? null : excess.sign() >= 0;
  };
  const isFree = isFreeAt(zero);
  if (isFree === null) return null;
  const below = nearestChange(isFreeAt, isFree, -1);
  const above = nearestChange(isFreeAt, isFree, 1);
  return {
    isInCall: !isFree,
    below: isFree ? below : null,
    above: isFree ? above : null,
    cureBelow: isFree ? null : below,
    cureAbove: isFree ? null : above,
    crossings: [],
  };
}

function nearestChange(isFreeAt: IsFreeAt, isFree: boolean, direction: 1 | -1): CallPoint | null {
  let near = zero;
  for (const step of listSteps(direction)) {
    const isImpossible = isFreeAt(step) === null;
    // The range ends where the scenario becomes impossible: up to there it counts.
    const far = isImpossible ? halve((move) => isFreeAt(move) !== null, near, step)[0] : step;
    if (isFreeAt(far) !== isFree) {
      const [same, other] = halve((move) => isFreeAt(move) === isFree, near, far);
      const isFallFree = isFree === direction < 0;
      return {
        at: bare((isFree ? same : other).toFixed(printedPlaces, isFallFree ? 'up' : 'down')),
        isOpen: false,
      };
    }
    if (isImpossible) return null;
    near = far;
  }
  return null;
}

/** Halves the stretch between a move with a property and one without, and gives the last with and the first without. */
function halve(has: (move: Bare) => boolean, from: Bare, to: Bare): readonly [Bare, Bare] {
  let [last, first] = [from, to];
  for (let step = 0; step < halvings; step += 1) {
    const middle = last.plus(first).times(half);
    if (has(middle)) last = middle;
    else first = middle;
  }
  return [last, first];
}
