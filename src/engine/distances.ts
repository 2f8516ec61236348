/**
 * How far a call is: by a move of the market, by each position's price alone, by a rise of every rate, by days of
 * interest. Serves rules of rules.md.
 */
import { type Account, moneyBeside, type Position } from '@/engine/account';
import { type Domain, sortedUnique } from '@/engine/coordinates';
import { type Mover, type Part, type PartBend, sumParts } from '@/engine/curve-parts';
import { type CallPoints, findCallPoints, flatLine, type Line, valueOn } from '@/engine/excess-curve';
import { evaluateMargin, type MarginResult, type PositionMargin } from '@/engine/margin';
import { buildMarketCurve } from '@/engine/market-curve';
import type { OneMoverCurves } from '@/engine/one-mover';
import { requirementPerShare } from '@/engine/per-share';
import { type Bare, bare, greatest, least, type Money, marketValueOf, ratio } from '@/engine/quantity';
import { isConcentrationActive, unshiftedRate } from '@/engine/rule-set';

/** From 0 without end: prices, values, points added to a rate. */
export const fromZero: Domain = { from: bare(0), to: null };

const zero = bare(0);
const one = bare(1);

/** Where a further move of the whole market begins or ends a call; coordinates are signed ratios. */
export function findMarketDistance(account: Account): CallPoints {
  return findCallPoints(buildMarketCurve(account), zero);
}

/**
 * The prices of one position alone, all else fixed, at which a call begins or ends; of a position known only by its
 * value, the values. Null for a closed position.
 */
export function findPricePoints(curves: OneMoverCurves, own: PositionMargin): CallPoints | null {
  const { position } = own;
  if (position.isClosed) return null;
  const today = (position.price ?? position.marketValue).as<'bare'>();
  const move = { own, mover: priceMover(position), domain: fromZero, base: curves.baseToday, activity: null };
  return findCallPoints(curves.curve(move), today);
}

function priceMover(position: Position): Mover {
  const { shares } = position;
  const value = { at0: zero, slope: shares?.as<'bare'>() ?? one };
  const perShare =
    position.side === 'short' && shares !== null
      ? { price: { at0: zero, slope: one }, shares: flatLine(shares.as<'bare'>()) }
      : null;
  return { position, value, perShare };
}

/**
 * The points by which every rate may rise before a call begins; null when none does, even with everything at 100 %,
 * or when a call is already on. Prices and concentration stay as they are.
 */
export function findRequirementShift(account: Account, margin: MarginResult): Bare | null {
  if (margin.isInCall) return null;
  const parts = margin.positions.map((each) => shiftPart(each, account));
  const base = flatLine(moneyBeside(account).as<'bare'>());
  const curve = sumParts(fromZero, base, parts, { long: zero, short: zero, requirement: zero });
  return findCallPoints(curve, zero).above?.at ?? null;
}

/** One position's requirement as points are added to its rate: it rises with the points until the rate is 1. */
function shiftPart({ position, tier }: PositionMargin, account: Account): Part {
  const rate = unshiftedRate(position, account.ruleSet, tier).as<'bare'>();
  const shift = position.requirementShift.as<'bare'>();
  const value = position.marketValue.as<'bare'>();
  const floor = floorOf(position, account.ruleSet.hasFinraPerShareTable).as<'bare'>();
  const highest = greatest(one, rate);
  const lineAt = (points: Bare): Line => {
    const moving = { at0: rate.plus(shift), slope: one };
    const shifted = valueOn(moving, points);
    const line =
      !position.marginable || !shifted.isBelow(highest)
        ? flatLine(position.marginable ? highest : rate)
        : shifted.sign() < 0
          ? flatLine(zero)
          : moving;
    const needed = { at0: line.at0.times(value), slope: line.slope.times(value) };
    return valueOn(needed, points).isBelow(floor) ? flatLine(floor) : needed;
  };
  const start = rate.plus(shift);
  const candidates = [start.negated(), highest.minus(start)];
  if (value.sign() > 0) candidates.push(floor.over(value).minus(start));
  const cuts = sortedUnique(candidates.filter((at) => at.sign() > 0));
  const bends = cuts.map((at, index): PartBend => {
    const requirement = lineAt(at.plus(cuts[index + 1] ?? at.plus(one)).over(bare(2)));
    return { at, value: flatLine(value), requirement, requirementAt: valueOn(requirement, at) };
  });
  const first = lineAt((cuts[0] ?? one).over(bare(2)));
  return { side: position.side, value: flatLine(value), requirement: first, bends };
}

/** What a short's shares need whatever its rate: its own minimum and FINRA's table; 0 for longs and unknown shares. */
function floorOf(position: Position, hasFinraTable: boolean): Money {
  const { side, shares, price, perShareMinimum } = position;
  if (side === 'long' || shares === null || price === null) return position.marketValue.times(zero);
  return marketValueOf(
    shares,
    requirementPerShare({ rate: ratio(0), minimum: perShareMinimum, hasFinraTable }, price),
  );
}

/**
 * The first whole day at whose end simple interest has made a call at constant prices: 0 when already in a call,
 * null when there is no loan or no rate. A loan that grows to a concentration rule's bound is counted.
 */
export function findDays(account: Account, margin: MarginResult): Bare | null {
  if (margin.isInCall) return zero;
  const { marginLoan, loanInterestRate, dayCount } = account;
  if (loanInterestRate === null || loanInterestRate.sign() === 0 || marginLoan.sign() === 0) return null;
  const daily = marginLoan.times(loanInterestRate).over(ratio(dayCount));
  const firstBelow = (excess: Money) => excess.per(daily).roundedDown().as<'bare'>().plus(one);
  const days = firstBelow(margin.excess);
  const rule = account.ruleSet.concentration;
  if (rule === null || rule.debitAtLeast === null || isConcentrationActive(rule, marginLoan)) return days;
  const reached = rule.debitAtLeast.minus(marginLoan).per(daily).roundedUp().as<'bare'>();
  const dearer = evaluateMargin({ ...account, marginLoan: rule.debitAtLeast }).requirement;
  return least(days, greatest(reached, firstBelow(margin.equity.minus(dearer))));
}
