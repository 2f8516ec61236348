/**
 * What would meet a call: cash, a sale of each long, a cover of each short, securities moved in. Each is the least
 * that leaves excess at 0 or more when evaluated again, tiers included. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { fromZero } from '@/engine/distances';
import { type ExcessCurve, firstFreeFrom, flatLine } from '@/engine/excess-curve';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import type { OneMove, OneMoverCurves } from '@/engine/one-mover';
import {
  type Bare,
  bare,
  type Money,
  money,
  type Ratio,
  ratio,
  type Shares,
  shares,
} from '@/engine/quantity';
import type { Activity } from '@/engine/tier-timeline';

/** How much of one position to sell or cover; nulls where a figure does not exist. */
export interface Reduction {
  readonly position: Position;
  readonly action: 'sell' | 'buyToCover';
  /** False when even all of it does not end the call. */
  readonly isPossible: boolean;
  /** The least; exact. Null when impossible or when shares are unknown. */
  readonly shares: Shares | null;
  /** Dollars of the least; null when impossible. */
  readonly amount: Money | null;
  /** The fewest whole shares; null where no whole number does. */
  readonly wholeShares: Shares | null;
  readonly wholeAmount: Money | null;
  readonly excessAfterWhole: Money | null;
}

/** Dollars of securities, owned outright and with this rate of their own, to move in; null where no amount helps. */
export interface SecuritiesDeposit {
  readonly rate: Ratio;
  readonly amount: Money | null;
}

const zero = bare(0);
const one = bare(1);

/** The least sale or cover of one position that ends the call; nothing when there is none. */
export function findReduction(
  curves: OneMoverCurves,
  account: Account,
  margin: MarginResult,
  own: PositionMargin,
): Reduction {
  const { position } = own;
  const action = position.side === 'long' ? ('sell' as const) : ('buyToCover' as const);
  const isCounted = position.shares !== null;
  if (!margin.isInCall) {
    return {
      position,
      action,
      isPossible: true,
      shares: isCounted ? shares(0) : null,
      amount: money(0),
      wholeShares: isCounted ? shares(0) : null,
      wholeAmount: isCounted ? money(0) : null,
      excessAfterWhole: isCounted ? margin.excess : null,
    };
  }
  const unitValue = position.price?.as<'bare'>() ?? one;
  const curve = curves.curve(reductionMove(curves, account, own, unitValue));
  const least = firstFreeFrom(curve)?.at ?? null;
  const whole = isCounted && least !== null ? firstWhole(curve) : null;
  const after = whole === null ? null : curve.at(whole);
  return {
    position,
    action,
    isPossible: least !== null,
    shares: isCounted ? (least?.as<'shares'>() ?? null) : null,
    amount: least?.times(unitValue).as<'money'>() ?? null,
    wholeShares: whole?.as<'shares'>() ?? null,
    wholeAmount: whole?.times(unitValue).as<'money'>() ?? null,
    excessAfterWhole: after === null ? null : after.equity.minus(after.requirement).as<'money'>(),
  };
}

/** A position getting smaller by x shares (or x dollars when shares are unknown), from 0 to all of it. */
function reductionMove(
  curves: OneMoverCurves,
  account: Account,
  own: PositionMargin,
  unitValue: Bare,
): OneMove {
  const { position } = own;
  const value = position.marketValue.as<'bare'>();
  const held = position.shares?.as<'bare'>() ?? value;
  const hasPerShare = position.side === 'short' && position.shares !== null;
  const mover = {
    position,
    value: { at0: value, slope: unitValue.negated() },
    perShare: hasPerShare
      ? { price: flatLine(unitValue), shares: { at0: held, slope: one.negated() } }
      : null,
  };
  return {
    own,
    mover,
    domain: { from: zero, to: held },
    base: curves.baseForTrade(mover),
    activity: coverActivity(account, position, unitValue, held),
  };
}

/** Covering is paid from short credit, then cash, then loan: a loan that grows can reach a concentration rule's bound. */
export function coverActivity(
  account: Account,
  position: Position,
  unitValue: Bare,
  held: Bare,
): Activity | null {
  const bound = account.ruleSet.concentration?.debitAtLeast ?? null;
  if (position.side === 'long' || bound === null || unitValue.sign() === 0) return null;
  if (!account.marginLoan.isBelow(bound)) return null;
  const at = bound
    .minus(account.marginLoan)
    .plus(account.shortCredit)
    .plus(account.cash)
    .as<'bare'>()
    .over(unitValue);
  return at.isAbove(held) ? null : { changes: [at], isActiveAt: (x) => !x.isBelow(at) };
}

/** The fewest whole shares that leave no call. */
function firstWhole(curve: ExcessCurve): Bare | null {
  for (const free of curve.freeIntervals()) {
    const whole = free.from.roundedUp();
    if (free.to === null || whole.isBelow(free.to) || (whole.equals(free.to) && !free.isToOpen)) return whole;
  }
  return null;
}

/** The least value of securities that ends the call, moved in as a marginable long with this rate of its own. */
export function findSecuritiesDeposit(
  curves: OneMoverCurves,
  margin: MarginResult,
  rate: Ratio,
): SecuritiesDeposit {
  if (!margin.isInCall) return { rate, amount: money(0) };
  const mover = { position: movedIn(rate, money(0)), value: { at0: zero, slope: one }, perShare: null };
  const curve = curves.curve({ own: null, mover, domain: fromZero, base: curves.baseToday, activity: null });
  return { rate, amount: firstFreeFrom(curve)?.at.as<'money'>() ?? null };
}

/** Securities moved in: a marginable long of this value, with this rate of its own, that moves as the market does. */
export function movedIn(rate: Ratio, marketValue: Money): Position {
  return {
    id: '',
    symbol: '',
    side: 'long',
    shares: null,
    price: null,
    marketValue,
    ownRate: rate,
    perShareMinimum: null,
    beta: ratio(1),
    group: null,
    leverage: null,
    marginable: true,
    targetWeight: null,
    requirementShift: ratio(0),
    isClosed: false,
  };
}
