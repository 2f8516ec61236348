/**
 * The fall that an account as typed can bear, beside what it has above the requirement: two figures that are often
 * taken for each other. Serves rule R-53 of rules.md.
 */
import type { Account } from '@/engine/account';
import { type ExcessCurve, findCallPoints } from '@/engine/excess-curve';
import { type Bare, bare, type Money, type Ratio, ratio } from '@/engine/quantity';
import { marginOf, marketCurveOf } from '@/state/known-figures';

/** Where figures stand: today, or at the call point. Dollars. */
export interface Stand {
  readonly holdings: Money;
  readonly equity: Money;
  readonly requirement: Money;
}

/** The fall and its two ends. */
export interface BearableFall {
  readonly excess: Money;
  readonly move: Bare;
  /** Dollars by which the holdings fall until the call point. */
  readonly fall: Money;
  readonly today: Stand;
  readonly atCall: Stand;
  /** The one rate of every holding; null where they differ. */
  readonly rate: Ratio | null;
  /** Whether the fall is exactly excess ÷ (1 − requirement ÷ holdings). */
  readonly isQuotient: boolean;
  readonly hasShorts: boolean;
}

const zero = bare(0);
const known = new WeakMap<Account, BearableFall | null>();

/** The fall that an account can bear; null without a loan, without room, or where no fall makes a call. */
export function findBearableFall(account: Account): BearableFall | null {
  const found = known.get(account);
  if (found !== undefined) return found;
  const made = make(account);
  known.set(account, made);
  return made;
}

function make(account: Account): BearableFall | null {
  if (account.marginLoan.compare(account.cash) <= 0) return null;
  const margin = marginOf(account);
  if (margin.excess.sign() <= 0) return null;
  const curve = marketCurveOf(account);
  const point = findCallPoints(curve, zero).below;
  if (point === null) return null;
  const [today, atCall] = [standAt(curve, zero), standAt(curve, point.at)];
  const fall = today.holdings.minus(atCall.holdings);
  const held = margin.positions.filter(({ position }) => position.marketValue.sign() > 0);
  const [first, ...others] = held;
  const isOne = others.every(({ rate }) => first !== undefined && rate.equals(first.rate));
  const hasShorts = account.positions.some(({ side }) => side === 'short');
  const kept = today.holdings.sign() === 0 ? null : ratio(1).minus(today.requirement.per(today.holdings));
  return {
    excess: margin.excess,
    move: point.at,
    fall,
    today,
    atCall,
    rate: isOne ? (first?.rate ?? null) : null,
    isQuotient: !hasShorts && kept !== null && fall.times(kept).equals(margin.excess),
    hasShorts,
  };
}

function standAt(curve: ExcessCurve, move: Bare): Stand {
  const { longMarketValue, equity, requirement } = curve.at(move);
  return {
    holdings: longMarketValue.as<'money'>(),
    equity: equity.as<'money'>(),
    requirement: requirement.as<'money'>(),
  };
}
