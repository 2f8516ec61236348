/**
 * Call points of a what-if that trades by dollars after its market move and then sets a price: its excess is no
 * straight line between bends and its roots may be irrational. They are enclosed to more than 20 digits and given
 * on today's side. Serves rule R-59 of rules.md.
 */
import type { CallPoint, CallPoints } from '@/engine/excess-curve';
import { type Bare, bare, type Money } from '@/engine/quantity';

/** Excess at a market move; null where the scenario is impossible. */
export type ExcessAt = (move: Bare) => Money | null;

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
  const today = excessAt(zero);
  if (today === null) return null;
  const isFree = today.sign() >= 0;
  const below = nearestChange(excessAt, isFree, -1);
  const above = nearestChange(excessAt, isFree, 1);
  return {
    below: isFree ? below : null,
    above: isFree ? above : null,
    cureBelow: isFree ? null : below,
    cureAbove: isFree ? null : above,
    crossings: [],
  };
}

function nearestChange(excessAt: ExcessAt, isFree: boolean, direction: 1 | -1): CallPoint | null {
  let near = zero;
  for (const far of listSteps(direction)) {
    const excess = excessAt(far);
    if (excess === null) return null;
    if (excess.sign() >= 0 !== isFree) return { at: enclose(excessAt, isFree, near, far), isOpen: false };
    near = far;
  }
  return null;
}

/** Halves the stretch in which the state changes and gives its end on the side without a call. */
function enclose(excessAt: ExcessAt, isFree: boolean, near: Bare, far: Bare): Bare {
  let [same, other] = [near, far];
  for (let step = 0; step < halvings; step += 1) {
    const middle = same.plus(other).times(half);
    const excess = excessAt(middle);
    if (excess !== null && excess.sign() >= 0 === isFree) same = middle;
    else other = middle;
  }
  return isFree ? same : other;
}
