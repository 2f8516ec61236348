/**
 * Trades: one position bought, sold or covered, a new one opened or moved in, longs brought to their weights. Equity
 * never changes by a trade at market price. Serves rules of rules.md.
 */
import { type Account, holdingOf, type Position } from '@/engine/account';
import { type Balances, balancesOf, type ChangeStep } from '@/engine/change-step';
import {
  greatest,
  type Money,
  marketValueOf,
  money,
  type Quantity,
  ratio,
  type Shares,
  sharesFor,
  sum,
  type Unit,
} from '@/engine/quantity';
import type { TradeSize } from '@/engine/scenario';

const nothing = money(0);
const one = ratio(1);

/** A trade of one position at its price: buying and covering above 0, selling and shorting below. */
export function tradePosition(step: ChangeStep, id: string, size: TradeSize): Account {
  const position = step.position(id);
  const traded = resized(step, position, size);
  const paid = traded.marketValue.minus(position.marketValue);
  const after = step.account.positions.map((each) => (each === position ? traded : each));
  return { ...step.account, positions: after, ...settle(step, position.side, paid, after) };
}

/** Securities from outside, owned outright: nothing is paid for them. */
export function moveIn(step: ChangeStep, position: Position): Account {
  if (position.side === 'short') step.refuse('short-not-owned', { id: position.id });
  return { ...step.account, positions: withNew(step, position) };
}

/** A position bought or sold short at its price. */
export function openPosition(step: ChangeStep, position: Position): Account {
  const positions = withNew(step, position);
  return { ...step.account, positions, ...settle(step, position.side, position.marketValue, positions) };
}

function withNew(step: ChangeStep, position: Position): readonly Position[] {
  const { positions } = step.account;
  if (positions.some(({ id }) => id === position.id)) step.refuse('duplicate-id', { id: position.id });
  return [...positions, position];
}

/** Where the money of a trade comes from or goes to; `paid` is the rise of the position's value. */
function settle(step: ChangeStep, side: Position['side'], paid: Money, after: readonly Position[]): Balances {
  const { account } = step;
  if (side === 'long') {
    return step.sign(paid) < 0
      ? { ...balancesOf(account), cash: account.cash.minus(paid) }
      : step.pay(account, paid);
  }
  const credit = account.shortCredit.plus(paid);
  const covered =
    step.sign(credit) >= 0
      ? { ...balancesOf(account), shortCredit: credit }
      : { ...step.pay(account, credit.negated()), shortCredit: nothing };
  const hasShorts = after.some((position) => position.side === 'short' && !position.isClosed);
  return hasShorts
    ? covered
    : { ...covered, cash: covered.cash.plus(covered.shortCredit), shortCredit: nothing };
}

/** The position after a trade; refuses what crosses zero and what cannot be counted. */
function resized(step: ChangeStep, position: Position, size: TradeSize): Position {
  const { price } = position;
  if (size.unit === 'shares') {
    const holding = holdingOf(position) ?? step.refuse('shares-unknown', { id: position.id });
    const held = holding.shares.plus(toward(position.side, size.shares));
    const value = marketValueOf(held, holding.price);
    // Shares bought for dollars bend with the market move, their value does not: decide by it where there is one.
    const left = step.sign(holding.price) === 0 ? step.sign(held) : step.sign(value);
    if (left < 0) {
      step.refuse('trades-more-than-held', {
        id: position.id,
        held: holding.shares.toText(),
        traded: size.shares.toText(),
      });
    }
    return withHolding(position, held, value.reduced());
  }
  if (price !== null && step.sign(price) === 0) step.refuse('dollars-at-price-zero', { id: position.id });
  const value = position.marketValue.plus(toward(position.side, size.amount));
  const sign = step.sign(value);
  if (sign < 0) {
    step.refuse('trades-more-than-held', {
      id: position.id,
      held: position.marketValue.toText(),
      traded: size.amount.toText(),
    });
  }
  // A position worth nothing because its market went to nothing is not closed by a trade of nothing.
  if (size.amount.sign() === 0) return position;
  return withHolding(position, price === null ? null : sharesFor(value, price), value);
}

/** The longs of an account whose target weights make 1; others are refused. One without a weight has none to reach. */
export function longsWithTargets(step: ChangeStep): readonly Position[] {
  const longs = step.account.positions.filter((position) => position.side === 'long');
  const weights = longs.flatMap((position) =>
    position.targetWeight === null ? [] : [position.targetWeight],
  );
  if (weights.length === 0) step.refuse('no-target-weights');
  const weight = sum(weights);
  if (!weight.equals(one)) step.refuse('weights-not-one', { sum: weight.toText() });
  return longs;
}

/** The position worth another amount at its price; dollars of a price of 0 are refused. */
export function withValue(step: ChangeStep, position: Position, value: Money): Position {
  const { price } = position;
  if (price !== null && step.sign(price) === 0) step.refuse('dollars-at-price-zero', { id: position.id });
  return withHolding(position, price === null ? null : sharesFor(value, price), value);
}

/** Longs bought and sold to their target weights; shorts stay. */
export function rebalance(step: ChangeStep, cashInvested: Money): Account {
  const { account } = step;
  const longs = longsWithTargets(step);
  const available = greatest(nothing, account.cash.minus(account.minimumCash));
  if (step.sign(account.cash.minus(account.minimumCash).minus(cashInvested)) < 0 && cashInvested.sign() > 0) {
    step.refuse('invests-more-than-cash', {
      cashInvested: cashInvested.toText(),
      available: available.toText(),
    });
  }
  const total = sum(longs.map((position) => position.marketValue)).plus(cashInvested);
  const positions = account.positions.map((position) => {
    if (position.side === 'short') return position;
    const target = total.times(position.targetWeight ?? ratio(0));
    const isNothing = step.sign(target) === 0 && step.sign(position.marketValue) === 0;
    // Worth nothing and meant to be nothing: there is nothing to trade.
    return isNothing ? position : withValue(step, position, target);
  });
  return { ...account, positions, cash: account.cash.minus(cashInvested) };
}

/** What a trade adds to a position: buying adds to a long and takes from a short, selling the other way round. */
function toward<U extends Unit>(side: Position['side'], traded: Quantity<U>): Quantity<U> {
  return side === 'long' ? traded : traded.negated();
}

/** The same position with another size; closed when nothing is left. */
function withHolding(position: Position, held: Shares | null, value: Money): Position {
  const isClosed = held === null ? value.sign() === 0 : held.sign() === 0;
  return { ...position, shares: held, marketValue: value, isClosed };
}
