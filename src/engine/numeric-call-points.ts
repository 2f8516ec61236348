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
  for (const far of listSteps(direction)) {
    const there = isFreeAt(far);
    if (there === null) return null;
    if (there !== isFree) return { at: enclose(isFreeAt, isFree, near, far), isOpen: false };
    near = far;
  }
  return null;
}

/** Halves the stretch in which the state changes and gives its end on the side without a call. */
function enclose(isFreeAt: IsFreeAt, isFree: boolean, near: Bare, far: Bare): Bare {
  let [same, other] = [near, far];
  for (let step = 0; step < halvings; step += 1) {
    const middle = same.plus(other).times(half);
    if (isFreeAt(middle) === isFree) same = middle;
    else other = middle;
  }
  return isFree ? same : other;
}
