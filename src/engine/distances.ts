/**
 * How far a call is: by a move of the market, by each position's price alone, by days of interest. A rise of
 * every rate has a file of its own. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import type { Domain } from '@/engine/coordinates';
import type { Mover } from '@/engine/curve-parts';
import { type CallPoints, findCallPoints, flatLine } from '@/engine/excess-curve';
import { evaluateMargin, type MarginResult, type PositionMargin } from '@/engine/margin';
import { buildMarketCurve } from '@/engine/market-curve';
import type { OneMoverCurves } from '@/engine/one-mover';
import { type Bare, bare, greatest, least, type Money, ratio } from '@/engine/quantity';
import { isConcentrationActive } from '@/engine/rule-set';

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
