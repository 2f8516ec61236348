/** A plan that takes the same share of each free position, rounded up to what can be traded. Serves rule R-77 of rules.md. */
import type { Account } from '@/engine/account';
import { canAllBeTooMuch } from '@/engine/plan-steps';
import type { PlanWishes } from '@/engine/plan-wishes';
import {
  afterTrades,
  isTradable,
  type PlannedTrade,
  roundedToUnit,
  sizeHeld,
  tradeOf,
  tradeUnit,
} from '@/engine/planned-trade';
import { type Bare, bare } from '@/engine/quantity';
import { findLowPoint } from '@/engine/room';

/** Steps of the share that goes of each. */
const steps = 1_000_000;
const parts = 20;

/** The least share of each free position that does; where more can be too much, the first of twenty parts and below it. */
export function shareOfEach(start: Account, wishes: PlanWishes): readonly PlannedTrade[] {
  const { locked, room, isWholeShares } = wishes;
  const free = start.positions.filter((position) => isTradable(position) && !locked.has(position.id));
  const tradesAt = (step: number) => {
    const share = bare(step).over(bare(steps));
    return step === 0
      ? []
      : free.map((position) => {
          const size = sizeHeld(position).times(share);
          return tradeOf(position, roundedToUnit(size, tradeUnit(position, isWholeShares)));
        });
  };
  const lowAt = (step: number) => findLowPoint(afterTrades(start, tradesAt(step)), room).excess;
  if (lowAt(0).sign() >= 0) return [];
  const part = canAllBeTooMuch(start, wishes) ? steps / parts : steps;
  for (let high = part; high <= steps; high += part) {
    if (lowAt(high).sign() >= 0) return tradesAt(firstStep(lowAt, high - part, high));
  }
  return tradesAt(steps);
}

/** A step at which excess is 0 or more, just above one at which it is not. Excess is nearly a straight line. */
function firstStep(lowAt: (step: number) => Bare, tooFew: number, enough: number): number {
  const heights = { low: lowAt(tooFew).toNumber(), high: lowAt(enough).toNumber() };
  let [low, high] = [tooFew, enough];
  for (let looks = 0; high - low > 1; looks += 1) {
    // By the straight line between the two at first, just beside where it says; then by halves.
    const guess = low + ((high - low) * -heights.low) / (heights.high - heights.low);
    const beside = Math.ceil(guess) - (looks % 2);
    const middle = looks < 4 ? Math.min(high - 1, Math.max(low + 1, beside)) : (low + high) >> 1;
    const height = lowAt(middle).toNumber();
    if (height >= 0) [high, heights.high] = [middle, height];
    else [low, heights.low] = [middle, height];
  }
  return high;
}
