/**
 * What leaves room for a further move of the market: the least cash, sale, cover or securities moved in today after
 * which no move between today and that one makes a call. With a move of 0 it is what ends a call and no more.
 * Serves rule R-70 of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { sortedUnique } from '@/engine/coordinates';
import type { Mover } from '@/engine/curve-parts';
import { fromZero } from '@/engine/distances';
import {
  addLines,
  contains,
  type ExcessCurve,
  type FreeInterval,
  flatLine,
  type Line,
} from '@/engine/excess-curve';
import { everything, intersect } from '@/engine/free-intervals';
import { itemAt } from '@/engine/item-at';
import { evaluateMargin } from '@/engine/margin';
import { buildMarketCurve } from '@/engine/market-curve';
import { OneMoverCurves } from '@/engine/one-mover';
import { type Bare, bare, least, type Money, type Ratio } from '@/engine/quantity';
import { coverActivity, movedIn } from '@/engine/remedies';
import { known } from '@/engine/result';
import type { Change } from '@/engine/scenario';

/** How much is traded or moved in: shares, or dollars where shares are unknown. Nulls where no size does. */
export interface RoomSize {
  /** The least, exact: its decimals may have no end, and it may be the only one far and wide that does. */
  readonly least: Bare | null;
  /** The least that can be carried out: whole shares, or dollars and cents; else all of the position. */
  readonly practical: Bare | null;
}

const zero = bare(0);
const one = bare(1);
const cent = bare('0.01');
/** Bends that may have to be looked at one after the other before a size holds on all of the way. */
const mostLooks = 24;
/** Just beyond a jump. */
const hair = bare('1e-25');

/** A move of the market, and the excess there. */
export interface LowPoint {
  readonly at: Bare;
  readonly excess: Bare;
}

/** The lowest excess that a walk of the market from today to this move meets, and where. */
export function findLowPoint(account: Account, move: Bare): LowPoint {
  return move.sign() === 0
    ? { at: zero, excess: evaluateMargin(account).excess.as<'bare'>() }
    : lowest(buildMarketCurve(account), move);
}

/** The least cash after which no move from today to this one makes a call; 0 where none does anyway. */
export function findRoomCash(account: Account, move: Bare): Money {
  const { excess } = findLowPoint(account, move);
  return (excess.sign() < 0 ? excess.negated() : zero).as<'money'>();
}

/** The least sale or cover of one position today after which no move of the market up to this one makes a call. */
export function findRoomReduction(account: Account, position: Position, move: Bare): RoomSize {
  return sizesOf(reductionWay(account, position, one), move);
}

/** The same, only what can be carried out: with a smallest part of a share that is traded. */
export function findPracticalReduction(
  account: Account,
  position: Position,
  move: Bare,
  part: Bare,
): Bare | null {
  return practicalOf(reductionWay(account, position, part), move);
}

function reductionWay(account: Account, position: Position, part: Bare): Way {
  const held = position.shares?.as<'bare'>() ?? position.marketValue.as<'bare'>();
  return {
    curveAt: (at) => reductionCurve(account, position, at),
    after: (size) => traded(account, position, size),
    unit: position.shares === null ? cent : part,
    held,
  };
}

/** The least value of securities of this rate, moved in today, after which no move up to this one makes a call. */
export function findRoomSecurities(account: Account, rate: Ratio, move: Bare): RoomSize {
  return sizesOf(securitiesWay(account, rate), move);
}

/** The same, only what can be carried out, in cents. */
export function findPracticalSecurities(account: Account, rate: Ratio, move: Bare): Money | null {
  return practicalOf(securitiesWay(account, rate), move)?.as<'money'>() ?? null;
}

function securitiesWay(account: Account, rate: Ratio): Way {
  return {
    curveAt: (at) => securitiesCurve(account, rate, at),
    after: (size) => ({
      ...account,
      positions: [...account.positions, movedIn(rate, size.as<'money'>())],
    }),
    unit: cent,
    held: null,
  };
}

/** Excess over the size of a trade, seen after a move of the market; the account after a size; and what sizes there are. */
interface Way {
  readonly curveAt: (move: Bare) => ExcessCurve;
  readonly after: (size: Bare) => Account;
  /** The smallest size that can be traded. */
  readonly unit: Bare;
  /** The largest; null for none. */
  readonly held: Bare | null;
}

function sizesOf(way: Way, move: Bare): RoomSize {
  return { least: leastSize(way, move, (free) => free.from), practical: practicalOf(way, move) };
}

function practicalOf(way: Way, move: Bare): Bare | null {
  return leastSize(way, move, (free) => firstStepIn(free, way));
}

/** The least size free of a call at every move from today to the one given; null for none. */
function leastSize(way: Way, move: Bare, choose: (free: FreeInterval) => Bare | undefined): Bare | null {
  let moves = sortedUnique([zero, move]);
  let tooSmall = zero;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const free = moves
      .map((at) => way.curveAt(at).freeIntervals())
      .reduce<readonly FreeInterval[]>((all, next) => intersect(all, next), [everything]);
    const size = free.reduce<Bare | undefined>((found, each) => found ?? choose(each), undefined);
    if (size === undefined) return null;
    const worst = findLowPoint(way.after(size), move);
    if (worst.excess.sign() >= 0) return size;
    moves = sortedUnique([...moves, worst.at]);
    tooSmall = size;
  }
  return firstStepByHalves(way, move, tooSmall);
}

/**
 * Where a jump lies at another move for each size, every look finds a low point a little further on, and the least may
 * be no ratio at all: then the first size that can be traded and does is found by halves, beginning at twice what was too
 * small. Null where nothing tried does.
 */
function firstStepByHalves({ after, unit, held }: Way, move: Bare, tooSmall: Bare): Bare | null {
  const sizeAt = (count: Bare) => (held === null ? count.times(unit) : least(count.times(unit), held));
  const isEnough = (count: Bare) => findLowPoint(after(sizeAt(count)), move).excess.sign() >= 0;
  let low = tooSmall.over(unit).roundedDown();
  const high = Array.from({ length: mostLooks }, (_, n) => low.plus(one).times(bare(2 ** (n + 1)))).find(
    isEnough,
  );
  if (high === undefined) return null;
  let enough = high;
  while (enough.minus(low).isAbove(one)) {
    const middle = low.plus(enough).over(bare(2)).roundedDown();
    if (isEnough(middle)) enough = middle;
    else low = middle;
  }
  return sizeAt(enough);
}

/** The first whole number of units in a free stretch; else all that is held, where that is free. */
function firstStepIn(free: FreeInterval, { unit, held }: Way): Bare | undefined {
  const up = free.from.over(unit).roundedUp().times(unit);
  const step = contains(free, up) ? up : up.plus(unit);
  return [step, held ?? step].find((size) => contains(free, size) && !size.isAbove(held ?? size));
}

/** The account after a market move. */
export function movedBy(account: Account, move: Bare): Account {
  const change = { type: 'moveMarket', ratio: move.as<'ratio'>() } as const;
  return afterChange(account, change);
}

/** The account after so many shares (or dollars, where shares are unknown) of one position are sold or covered. */
function traded(account: Account, { id, side, shares }: Position, size: Bare): Account {
  const signed = side === 'long' ? size.negated() : size;
  return afterChange(account, {
    type: 'trade',
    position: id,
    size:
      shares === null
        ? { unit: 'dollars', amount: signed.as<'money'>() }
        : { unit: 'shares', shares: signed.as<'shares'>() },
  });
}

function afterChange(account: Account, change: Change): Account {
  return known(applyChanges(account, [{ change, path: '' }]));
}

/** Excess after a market move over the shares, or today's dollars, of one position that are sold or covered today. */
function reductionCurve(account: Account, position: Position, move: Bare): ExcessCurve {
  const moved = movedBy(account, move);
  const margin = evaluateMargin(moved);
  const own = itemAt(margin.positions, account.positions.indexOf(position));
  const curves = new OneMoverCurves(moved, margin);
  const held = position.shares?.as<'bare'>() ?? position.marketValue.as<'bare'>();
  const paid = position.price?.as<'bare'>() ?? one;
  const worth = own.position.marketValue.as<'bare'>();
  const unit = own.position.price?.as<'bare'>() ?? factorOf(position, move);
  const price = own.position.price;
  const mover: Mover = {
    position: own.position,
    value: { at0: worth, slope: unit.negated() },
    perShare:
      position.side === 'short' && price !== null
        ? { price: flatLine(price.as<'bare'>()), shares: { at0: held, slope: one.negated() } }
        : null,
  };
  const money: Line = { at0: zero, slope: position.side === 'long' ? paid : paid.negated() };
  return curves.curve({
    own,
    mover,
    domain: { from: zero, to: held },
    base: addLines(curves.baseToday, money),
    activity: coverActivity(account, position, paid, held),
  });
}

/** Excess after a market move over today's value of securities that are moved in today. */
function securitiesCurve(account: Account, rate: Ratio, move: Bare): ExcessCurve {
  const moved = movedBy(account, move);
  const curves = new OneMoverCurves(moved, evaluateMargin(moved));
  const position = movedIn(rate, zero.as<'money'>());
  const value: Line = { at0: zero, slope: factorOf(position, move) };
  return curves.curve({
    own: null,
    mover: { position, value, perShare: null },
    domain: fromZero,
    base: curves.baseToday,
    activity: null,
  });
}

/** What a dollar of a position becomes when the market moves. */
export function factorOf({ beta }: Position, move: Bare): Bare {
  const factor = one.plus(beta.as<'bare'>().times(move));
  return factor.sign() < 0 ? zero : factor;
}

/** The lowest excess between today and a move, limits beside jumps included, and a move at which it shows. */
function lowest(curve: ExcessCurve, move: Bare): LowPoint {
  const [from, to] = move.sign() < 0 ? [move, zero] : [zero, move];
  const ends = [from, to].map((at) => {
    const { equity, requirement } = curve.at(at);
    return { at, excess: equity.minus(requirement) };
  });
  const inside = curve
    .vertices()
    .filter(({ at }) => at.compare(from) >= 0 && at.compare(to) <= 0)
    .flatMap(({ at, before, excess, after }) => [
      { at, excess },
      ...(at.equals(from) ? [] : [{ at: at.minus(hair), excess: before }]),
      ...(at.equals(to) ? [] : [{ at: at.plus(hair), excess: after }]),
    ]);
  return [...ends, ...inside].reduce((least, each) => (each.excess.isBelow(least.excess) ? each : least));
}
