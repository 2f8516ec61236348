/**
 * How many points every rate may rise by before a call begins, prices and concentration as they are. What is required
 * never falls as points are added, so one stretch between two bends decides: floats guess which, exact figures find it.
 * Serves rule R-56 of rules.md.
 */
import { type Account, moneyBeside, type Position } from '@/engine/account';
import { between, sortedUnique } from '@/engine/coordinates';
import { finish, type InSteps, isStep } from '@/engine/in-steps';
import { itemAt } from '@/engine/item-at';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import { requirementPerShare } from '@/engine/per-share';
import {
  type Bare,
  bare,
  greatest,
  type Money,
  marketValueOf,
  money,
  type Ratio,
  ratio,
  sum,
} from '@/engine/quantity';
import { unshiftedRate } from '@/engine/rule-set';

const nothing = money(0);
const zero = bare(0);
const one = bare(1);

/**
 * The points by which every rate may rise before a call begins; null when none does, even with everything at 100 %,
 * or when a call is already on. Prices and concentration stay as they are.
 */
export function findRequirementShift(account: Account, margin: MarginResult): Bare | null {
  return finish(findRequirementShiftInSteps(account, margin));
}

/** As `findRequirementShift`, in steps. */
export function* findRequirementShiftInSteps(account: Account, margin: MarginResult): InSteps<Bare | null> {
  if (margin.isInCall) return null;
  const rising = yield* listRising(margin.positions, account);
  const equity = equityOf(account, margin);
  const bends = sortedUnique([zero, ...rising.flatMap(bendsOf).filter((at) => at.sign() > 0)]);
  yield;
  for (let place = guessLast(rising, equity.toNumber(), bends); ; ) {
    yield;
    const [from, to] = [itemAt(bends, place), bends[place + 1]];
    // Beyond the last bend nothing rises any more.
    if (to === undefined) return null;
    const inside = between(from, to);
    const { excess, slope } = excessNear(rising, equity, inside);
    const end = slope.sign() === 0 ? null : inside.plus(excess.over(slope));
    if (end === null ? excess.sign() >= 0 : !end.isBelow(to)) place += 1;
    else if (end === null || end.isBelow(from)) place -= 1;
    else return end.reduced();
  }
}

/** Excess within a stretch between two bends, and how much of it each further point takes. */
function excessNear(
  rising: readonly Rising[],
  equity: Bare,
  points: Bare,
): { readonly excess: Bare; readonly slope: Bare } {
  let [excess, slope] = [equity, zero];
  for (const { value, rate, lowest, highest, floor } of rising) {
    const moved = rate.plus(points);
    const isMoving = moved.isAbove(lowest) && moved.isBelow(highest);
    const needed = value.times(isMoving ? moved : moved.isAbove(lowest) ? highest : lowest);
    const isFloor = floor.sign() !== 0 && needed.isBelow(floor);
    excess = excess.minus(isFloor ? floor : needed);
    if (isMoving && !isFloor) slope = slope.plus(value);
  }
  return { excess, slope };
}

/** Of the positions that are counted: some may stand as money beside them. */
function equityOf(account: Account, { positions }: MarginResult): Bare {
  const values = positions.map(({ position: { side, marketValue } }) =>
    side === 'long' ? marketValue : marketValue.negated(),
  );
  return sum([moneyBeside(account), ...values]).as<'bare'>();
}

/** A requirement as points are added: between two bounds of its rate it rises with them, but never below a floor. */
interface Rising {
  readonly value: Bare;
  /** The rate without further points, before its bounds. */
  readonly rate: Bare;
  readonly lowest: Bare;
  readonly highest: Bare;
  readonly floor: Bare;
}

/** Positions of one rate, one shift and no floor; most of a large account are. */
interface Alike {
  readonly first: Position;
  readonly rate: Ratio;
  value: Bare;
}

/** All positions; those that rise alike as one. Whether they do is told by their rates being one object, or they stay apart. */
function* listRising(positions: readonly PositionMargin[], { ruleSet }: Account): InSteps<readonly Rising[]> {
  const rising: Rising[] = [];
  const alike = new Map<Ratio, Alike[]>();
  for (const [index, { position, tier }] of positions.entries()) {
    if (isStep(index)) yield;
    const rate = unshiftedRate(position, ruleSet, tier);
    const floor = floorOf(position, ruleSet.hasFinraPerShareTable);
    const value = position.marketValue.as<'bare'>();
    if (floor.sign() !== 0) {
      rising.push(risingOf(position, rate, value, floor.as<'bare'>()));
      continue;
    }
    const ofRate = alike.get(rate) ?? [];
    alike.set(rate, ofRate);
    const same = ofRate.find(
      ({ first }) =>
        first.requirementShift === position.requirementShift && first.marginable === position.marginable,
    );
    if (same === undefined) ofRate.push({ first: position, rate, value });
    else same.value = same.value.plus(value);
  }
  for (const ofRate of alike.values()) {
    for (const { first, rate, value } of ofRate) rising.push(risingOf(first, rate, value, zero));
  }
  return rising;
}

function risingOf(
  { marginable, requirementShift }: Position,
  ofRules: Ratio,
  value: Bare,
  floor: Bare,
): Rising {
  const rate = ofRules.as<'bare'>();
  return {
    value,
    rate: rate.plus(requirementShift.as<'bare'>()),
    lowest: marginable ? zero : rate,
    highest: marginable ? greatest(one, rate) : rate,
    floor,
  };
}

/** The points at which the rate meets a bound, or the requirement its floor. */
function bendsOf({ value, rate, lowest, highest, floor }: Rising): Bare[] {
  const bounds = [lowest.minus(rate), highest.minus(rate)];
  return floor.sign() === 0 || value.sign() === 0 ? bounds : [...bounds, floor.over(value).minus(rate)];
}

/** The last bend that floats take for free of a call. */
function guessLast(rising: readonly Rising[], equity: number, bends: readonly Bare[]): number {
  const floats = rising.map(({ value, rate, lowest, highest, floor }) => ({
    value: value.toNumber(),
    rate: rate.toNumber(),
    lowest: lowest.toNumber(),
    highest: highest.toNumber(),
    floor: floor.toNumber(),
  }));
  const isFree = (points: number) =>
    floats.reduce(
      (rest, { value, rate, lowest, highest, floor }) =>
        rest - Math.max(floor, value * Math.min(highest, Math.max(lowest, rate + points))),
      equity,
    ) >= 0;
  let [free, called] = [0, bends.length];
  while (called - free > 1) {
    const middle = (free + called) >> 1;
    if (isFree(itemAt(bends, middle).toNumber())) free = middle;
    else called = middle;
  }
  return free;
}

/** What a short's shares need whatever its rate: its own minimum and FINRA's table; 0 for longs and unknown shares. */
function floorOf(
  { side, shares, price, perShareMinimum }: PositionMargin['position'],
  hasFinraTable: boolean,
): Money {
  if (side === 'long' || shares === null || price === null) return nothing;
  return marketValueOf(
    shares,
    requirementPerShare({ rate: ratio(0), minimum: perShareMinimum, hasFinraTable }, price),
  );
}
