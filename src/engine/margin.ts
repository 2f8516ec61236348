/**
 * The one margin calculator: an account's figures as it stands. It never knows whether it is looking at today or
 * at a what-if. Serves rules of rules.md.
 */
import { type Account, moneyBeside, type Position } from '@/engine/account';
import { requirementPerShare } from '@/engine/per-share';
import { greatest, type Money, marketValueOf, money, type Price, type Ratio } from '@/engine/quantity';
import { type ConcentrationTier, isConcentrationActive, rateInForce, tierAt } from '@/engine/rule-set';

/** What the calculator finds for one position. */
export interface PositionMargin {
  readonly position: Position;
  /** Rate in force after concentration and shifts, without per-share minimums. A ratio. */
  readonly rate: Ratio;
  /** The concentration tier in force, null for none. */
  readonly tier: ConcentrationTier | null;
  /** Dollars of equity that the position needs; 0 or more. */
  readonly requirement: Money;
}

/** An account's figures. Money in dollars; equity and excess may be negative and are never clamped. */
export interface MarginResult {
  readonly longMarketValue: Money;
  readonly shortMarketValue: Money;
  /** cash + short credit + long − short − loan. */
  readonly equity: Money;
  /** equity ÷ (long + short); null when nothing is held. */
  readonly equityRatio: Ratio | null;
  readonly requirement: Money;
  /** equity − requirement. */
  readonly excess: Money;
  /** max(0, −excess). */
  readonly call: Money;
  /** True only when excess is strictly below 0. */
  readonly isInCall: boolean;
  readonly positions: readonly PositionMargin[];
}

const nothing = money(0);

/** The total that a position's concentration is measured against, or null where no rule applies now. */
export function concentrationTotal(account: Account): Money | null {
  const rule = account.ruleSet.concentration;
  if (rule === null || !isConcentrationActive(rule, account.marginLoan)) return null;
  let total = nothing;
  for (const position of account.positions) {
    if (rule.of === 'gross' || position.marginable) total = total.plus(position.marketValue);
  }
  return total;
}

/**
 * A position's requirement at a rate: longs rate × value; shorts the greatest of that, the position's own minimum
 * and FINRA's table a share, as far as its shares are known.
 */
export function requirementAt(
  position: Pick<Position, 'side' | 'marketValue' | 'shares' | 'price' | 'perShareMinimum'>,
  rate: Ratio,
  hasFinraTable: boolean,
): Money {
  const byRate = position.marketValue.times(rate);
  if (position.side === 'long' || position.shares === null || position.price === null) return byRate;
  const perShare: Price = requirementPerShare(
    { rate, minimum: position.perShareMinimum, hasFinraTable },
    position.price,
  );
  return greatest(byRate, marketValueOf(position.shares, perShare));
}

/** The figures of an account, each position looked at once. */
export function evaluateMargin(account: Account): MarginResult {
  const { ruleSet } = account;
  const total = concentrationTotal(account);
  let [long, short, requirement] = [nothing, nothing, nothing];
  const positions = account.positions.map((position): PositionMargin => {
    const tier =
      total === null || ruleSet.concentration === null
        ? null
        : tierAt(ruleSet.concentration, position.marketValue, total);
    const rate = rateInForce(position, ruleSet, tier);
    const needed = requirementAt(position, rate, ruleSet.hasFinraPerShareTable);
    if (position.side === 'long') long = long.plus(position.marketValue);
    else short = short.plus(position.marketValue);
    requirement = requirement.plus(needed);
    return { position, rate, tier, requirement: needed };
  });
  const equity = moneyBeside(account).plus(long).minus(short);
  const gross = long.plus(short);
  const excess = equity.minus(requirement);
  return {
    longMarketValue: long,
    shortMarketValue: short,
    equity,
    equityRatio: gross.sign() === 0 ? null : equity.per(gross),
    requirement,
    excess,
    call: excess.sign() < 0 ? excess.negated() : nothing,
    isInCall: excess.sign() < 0,
    positions,
  };
}
