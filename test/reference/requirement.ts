import type { Account, Holding } from './account';
import { equityOf, total, valueOf } from './account';
import type { Decisions } from './decide';
import { decide, larger, smaller } from './decide';
import { Fraction, ONE, ZERO } from './fraction';

const FIVE_DOLLARS = Fraction.parse('5');
const TWO_DOLLARS_FIFTY = Fraction.parse('2.5');
const THIRTY_PERCENT = Fraction.parse('0.3');

/** A tier's two figures: points to add, or least rates. */
interface TierFigures {
  readonly long: Fraction;
  readonly short: Fraction;
}

/** The tier a holding's share of the whole stands strictly above; null when none, or not in force. */
function tierOf(account: Account, holding: Holding, decisions: Decisions): TierFigures | null {
  const concentration = account.rules.concentration;
  if (concentration === undefined) return null;
  if (concentration.debitAtLeast !== undefined) {
    const debit = Fraction.parse(concentration.debitAtLeast);
    if (decide(account.loan.sub(debit), decisions) < 0) return null;
  }
  const whole = total(account, valueOf, (other) => concentration.of === 'gross' || other.marginable);
  const tiers = concentration.tiers.map((tier) => ({
    above: Fraction.parse(tier.above),
    long: Fraction.parse(tier.long),
    short: Fraction.parse(tier.short),
  }));
  for (const tier of tiers.sort((a, b) => b.above.cmp(a.above))) {
    // Multiplied out, so that an account worth nothing needs no case of its own.
    if (decide(valueOf(holding).sub(tier.above.mul(whole)), decisions) > 0) return tier;
  }
  return null;
}

/** Step (a) of the chain: the rate before requirement shifts. */
function rateBeforeShifts(account: Account, holding: Holding, decisions: Decisions): Fraction {
  if (holding.ownRate !== null) return holding.ownRate;
  const { rules } = account;
  let rate = Fraction.parse(holding.side === 'long' ? rules.longRate : rules.shortRate);
  if (rules.leverageRule) rate = rate.mul(larger(ONE, holding.leverage.abs(), decisions));
  rate = smaller(ONE, rate, decisions);
  const tier = tierOf(account, holding, decisions);
  if (tier !== null) {
    const figure = holding.side === 'long' ? tier.long : tier.short;
    rate = rules.concentration?.mode === 'add' ? rate.add(figure) : larger(rate, figure, decisions);
  }
  return smaller(ONE, rate, decisions);
}

/** Steps (a) and (b): the rate in force, without per-share minimums. */
export function rateOf(account: Account, holding: Holding, decisions: Decisions): Fraction {
  let rate = rateBeforeShifts(account, holding, decisions);
  if (!holding.marginable) rate = larger(rate, ONE, decisions);
  const shifted = rate.add(holding.shift);
  if (decide(holding.shift, decisions) >= 0) return larger(rate, smaller(ONE, shifted, decisions), decisions);
  if (!holding.marginable) return rate;
  return larger(ZERO, shifted, decisions);
}

/** FINRA's least requirement of one share sold short. */
function finraPerShare(price: Fraction, decisions: Decisions): Fraction {
  if (decide(price.sub(FIVE_DOLLARS), decisions) < 0) return larger(TWO_DOLLARS_FIFTY, price, decisions);
  return larger(FIVE_DOLLARS, price.mul(THIRTY_PERCENT), decisions);
}

/** Step (c): the dollars one holding requires. */
export function requirementOf(account: Account, holding: Holding, decisions: Decisions): Fraction {
  let requirement = rateOf(account, holding, decisions).mul(valueOf(holding));
  if (holding.side === 'long' || holding.shares === null) return requirement;
  requirement = larger(requirement, holding.perShareMinimum.mul(holding.shares), decisions);
  if (account.rules.shortPerShareMinimum === 'none') return requirement;
  return larger(requirement, finraPerShare(holding.price, decisions).mul(holding.shares), decisions);
}

/** The sum over all holdings; cash carries none. */
export function requirementTotal(account: Account, decisions: Decisions): Fraction {
  return total(account, (holding) => requirementOf(account, holding, decisions));
}

/** Equity less requirement; a call needs it strictly below 0. */
export function excessOf(account: Account, decisions: Decisions = []): Fraction {
  return equityOf(account).sub(requirementTotal(account, decisions));
}
