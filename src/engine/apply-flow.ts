/**
 * Money that flows through a pie of target weights: a deposit invested, a withdrawal raised by selling, a slice sold
 * into the others. Equity changes by the money that comes or goes and by nothing else. Serves rules.
 */
import type { Account, Position } from '@/engine/account';
import { longsWithTargets, withValue } from '@/engine/apply-trade';
import type { ChangeStep } from '@/engine/change-step';
import { type Money, money, ratio, sum } from '@/engine/quantity';

const nothing = money(0);
const none = ratio(0);

/** How far one long is to be bought or sold, and when its turn comes: the lowest rank first. */
interface Turn {
  readonly position: Position;
  readonly rank: Money;
  /** Dollars, above 0. */
  readonly room: Money;
}

/** A deposit of which as much is bought as the minimum cash leaves: the most underweight first, each to its target. */
export function investDeposit(step: ChangeStep, amount: Money): Account {
  const { account } = step;
  const arrived = { ...account, cash: account.cash.plus(amount) };
  const spare = account.cash.minus(account.minimumCash);
  const invested = step.sign(spare) < 0 ? spare.plus(amount) : amount;
  if (step.sign(invested) <= 0) return arrived;
  const longs = longsWithTargets(step);
  const before = sum(longs.map(({ marketValue }) => marketValue));
  const turns = longs.map((position): Turn => {
    const target = position.targetWeight ?? none;
    const { marketValue } = position;
    return {
      position,
      rank: marketValue.minus(before.times(target)),
      room: before.plus(invested).times(target).minus(marketValue),
    };
  });
  const bought = inTurns(step, turns, invested);
  return { ...traded(step, arrived, bought, 1), cash: arrived.cash.minus(invested) };
}

/**
 * A withdrawal out of cash down to the minimum, the rest raised by selling: the most overweight first, each to its
 * target. More than cash and longs are worth is refused: nothing is borrowed.
 */
export function withdrawBySelling(step: ChangeStep, amount: Money): Account {
  const { account } = step;
  const spare = account.cash.minus(account.minimumCash);
  const fromCash = step.sign(spare) < 0 ? nothing : spare;
  const raised = amount.minus(fromCash);
  if (step.sign(raised) <= 0) return { ...account, cash: account.cash.minus(amount) };
  const longs = longsWithTargets(step);
  const before = sum(longs.map(({ marketValue }) => marketValue));
  const after = before.minus(raised);
  if (step.sign(after) < 0) {
    const available = before.plus(fromCash).toText();
    step.refuse('withdraws-more-than-held', { amount: amount.toText(), available });
  }
  const turns = longs.map((position): Turn => {
    const target = position.targetWeight ?? none;
    const { marketValue } = position;
    return {
      position,
      rank: before.times(target).minus(marketValue),
      room: marketValue.minus(after.times(target)),
    };
  });
  const sold = inTurns(step, turns, raised);
  return { ...traded(step, account, sold, -1), cash: account.cash.minus(fromCash) };
}

/**
 * A long sold whole and its proceeds put into the other longs, by their target weights, by their values where none has
 * one. Its own weight goes to the others in the same proportion.
 */
export function removeSlice(step: ChangeStep, id: string): Account {
  const removed = step.position(id);
  if (removed.side === 'short') step.refuse('slice-not-long', { id });
  const others = step.account.positions.filter((each) => each.side === 'long' && each !== removed);
  const proceeds = removed.marketValue;
  const weight = sum(others.map(({ targetWeight }) => targetWeight ?? none));
  const value = sum(others.map(({ marketValue }) => marketValue));
  const isByWeight = weight.sign() > 0;
  const isEmpty = step.sign(proceeds) === 0;
  if (!isEmpty && !isByWeight && step.sign(value) === 0) step.refuse('nothing-to-reinvest-in', { id });
  const shareOf = ({ targetWeight, marketValue }: Position) =>
    isByWeight ? (targetWeight ?? none).over(weight) : marketValue.per(value);
  const all = weight.plus(removed.targetWeight ?? none);
  const positions = step.account.positions.map((position) => {
    if (position === removed) return { ...emptied(position), targetWeight: null };
    if (!others.includes(position)) return position;
    const { targetWeight } = position;
    const bought = isEmpty ? nothing : proceeds.times(shareOf(position));
    const held =
      bought.sign() === 0 ? position : withValue(step, position, position.marketValue.plus(bought));
    if (targetWeight === null || !isByWeight) return held;
    return { ...held, targetWeight: targetWeight.times(all).over(weight).reduced() };
  });
  return { ...step.account, positions };
}

/** Gives an amount to those whose turn it is until it is used up; equal ranks share in proportion to their room. */
function inTurns(step: ChangeStep, turns: readonly Turn[], amount: Money): ReadonlyMap<Position, Money> {
  const open = turns.filter(({ room }) => step.sign(room) > 0);
  const sorted = open.toSorted((a, b) => step.sign(a.rank.minus(b.rank)));
  const given = new Map<Position, Money>();
  let left = amount;
  for (let from = 0; from < sorted.length && step.sign(left) > 0; ) {
    const [first] = sorted.slice(from);
    const next = sorted.findIndex((each, at) => at > from && first?.rank.equals(each.rank) === false);
    const equals = sorted.slice(from, next < 0 ? undefined : next);
    const room = sum(equals.map((each) => each.room));
    const isEnough = step.sign(left.minus(room)) < 0;
    for (const each of equals) {
      const isAlone = equals.length === 1;
      const part = isAlone ? left : left.times(each.room.per(room)).reduced();
      given.set(each.position, isEnough ? part : each.room);
    }
    left = isEnough ? nothing : left.minus(room);
    from += equals.length;
  }
  return given;
}

function traded(
  step: ChangeStep,
  account: Account,
  amounts: ReadonlyMap<Position, Money>,
  sign: 1 | -1,
): Account {
  const positions = account.positions.map((position) => {
    const amount = amounts.get(position);
    if (amount === undefined) return position;
    const { marketValue } = position;
    return withValue(step, position, sign > 0 ? marketValue.plus(amount) : marketValue.minus(amount));
  });
  return { ...account, positions };
}

function emptied(position: Position): Position {
  const held = position.shares === null ? null : position.shares.minus(position.shares);
  return { ...position, shares: held, marketValue: nothing, isClosed: true };
}
