/**
 * A broker's margin rules as dated data, and the chain that gives the maintenance rate of a position under them.
 * Serves rules of rules.md.
 */
import { isDate } from '@/engine/calendar-day';
import { bare, greatest, least, type Money, type Ratio, ratio } from '@/engine/quantity';
import { Reader } from '@/engine/read-quantity';
import { failure, type Result, success } from '@/engine/result';

/** One step of a concentration rule as typed: ratios as decimal text. */
export interface ConcentrationTierInput {
  readonly above: string;
  readonly long: string;
  readonly short: string;
}

/** A rule set as typed or stored: plain JSON, rates as decimal text. */
export interface RuleSetInput {
  readonly id: string;
  readonly name: string;
  readonly longRate: string;
  readonly shortRate: string;
  readonly shortPerShareMinimum: 'none' | 'finra';
  readonly leverageRule: boolean;
  readonly concentration?: {
    readonly mode: 'add' | 'atLeast';
    readonly of: 'gross' | 'marginable';
    readonly debitAtLeast?: string;
    readonly tiers: readonly ConcentrationTierInput[];
  };
  readonly businessDaysToMeetCall?: { readonly from: number; readonly to: number };
  readonly saleOrder?: 'requirement' | 'value' | 'unknown';
  readonly source?: string;
  readonly asOf?: string;
}

/** Applies to a position whose share lies strictly above `above`. Ratios. */
export interface ConcentrationTier {
  readonly above: Ratio;
  readonly long: Ratio;
  readonly short: Ratio;
}

/** How a large position's rate rises with its share of the account. */
export interface Concentration {
  /** Points added to the base rate, or the least rate. */
  readonly mode: 'add' | 'atLeast';
  /** Share of all positions, or of the marginable ones; both sides either way. */
  readonly of: 'gross' | 'marginable';
  /** The rule applies only from this margin loan on, inclusive; null = always. */
  readonly debitAtLeast: Money | null;
  /** Rising thresholds; rates never fall along them. */
  readonly tiers: readonly ConcentrationTier[];
}

/** A broker's rules, valid. Rates are ratios. */
export interface RuleSet {
  readonly id: string;
  readonly name: string;
  readonly longRate: Ratio;
  readonly shortRate: Ratio;
  /** Whether FINRA's $2.50 and $5 a share bind shorts whose shares are known. */
  readonly hasFinraPerShareTable: boolean;
  /** Whether a leveraged fund's base rate is multiplied by its leverage. */
  readonly hasLeverageRule: boolean;
  readonly concentration: Concentration | null;
  /** As typed, for saving it again and for its source, date and days. */
  readonly input: RuleSetInput;
}

/** Rule sets by id. */
export type RuleSets = ReadonlyMap<string, RuleSet>;

const rateRange = { atLeast: '0', atMost: '3' } as const;
const shareRange = { atLeast: '0', atMost: '1' } as const;

/** Checks a rule set: rates 0 to 3, thresholds rising, points that never fall. */
export function parseRuleSet(input: RuleSetInput, path: string): Result<RuleSet> {
  const reader = new Reader();
  const longRate = reader.quantity<'ratio'>(input.longRate, `${path}/longRate`, rateRange, 30);
  const shortRate = reader.quantity<'ratio'>(input.shortRate, `${path}/shortRate`, rateRange, 30);
  const concentration = parseConcentration(reader, input.concentration, `${path}/concentration`);
  if (input.asOf !== undefined && !isDate(input.asOf)) {
    reader.report('not-a-date', `${path}/asOf`, { text: input.asOf.slice(0, 40) });
  }
  const days = input.businessDaysToMeetCall;
  if (days !== undefined && (days.from < 0 || days.to < days.from)) {
    reader.report('days-out-of-order', `${path}/businessDaysToMeetCall`, {
      from: String(days.from),
      to: String(days.to),
    });
  }
  if (reader.issues.length > 0) return failure(reader.issues);
  return success({
    id: input.id,
    name: input.name,
    longRate,
    shortRate,
    hasFinraPerShareTable: input.shortPerShareMinimum === 'finra',
    hasLeverageRule: input.leverageRule,
    concentration,
    input,
  });
}

function parseConcentration(
  reader: Reader,
  input: RuleSetInput['concentration'],
  path: string,
): Concentration | null {
  if (input === undefined) return null;
  const tiers = input.tiers.map((tier, index) => ({
    above: reader.quantity<'ratio'>(tier.above, `${path}/tiers/${index}/above`, shareRange, 30),
    long: reader.quantity<'ratio'>(tier.long, `${path}/tiers/${index}/long`, rateRange, 30),
    short: reader.quantity<'ratio'>(tier.short, `${path}/tiers/${index}/short`, rateRange, 30),
  }));
  for (const [index, tier] of tiers.entries()) {
    const previous = tiers[index - 1];
    if (previous === undefined) continue;
    const isRising = tier.above.isAbove(previous.above);
    const isNeverLower = !tier.long.isBelow(previous.long) && !tier.short.isBelow(previous.short);
    if (!isRising || !isNeverLower) {
      reader.report('tiers-out-of-order', `${path}/tiers/${index}`, { above: tier.above.toText() });
    }
  }
  const debitAtLeast = reader.optional<'money'>(input.debitAtLeast, `${path}/debitAtLeast`, { atLeast: '0' });
  return { mode: input.mode, of: input.of, debitAtLeast, tiers };
}

/** What the rate of a position depends on; a part of a position. */
export interface RateInputs {
  readonly side: 'long' | 'short';
  /** The position's own rate, null where the broker's rules decide. */
  readonly ownRate: Ratio | null;
  readonly leverage: Ratio | null;
  readonly marginable: boolean;
  /** Sum of requirement shifts since the rate was last set, in ratio points. */
  readonly requirementShift: Ratio;
}

const zero = ratio(0);
const one = ratio(1);

/** Whether concentration can raise this position's rate: own rates and non-marginable positions stand apart. */
export function isSubjectToConcentration(position: RateInputs): boolean {
  return position.ownRate === null && position.marginable;
}

/**
 * The maintenance rate before requirement shifts (rate chain (a)).
 *
 * @param tier - the concentration tier in force, null for none
 * @returns a ratio; per-share minimums are not in it
 */
export function unshiftedRate(position: RateInputs, ruleSet: RuleSet, tier: ConcentrationTier | null): Ratio {
  const floor = position.marginable ? zero : one;
  if (position.ownRate !== null) return greatest(position.ownRate, floor);
  const setRate = position.side === 'long' ? ruleSet.longRate : ruleSet.shortRate;
  const multiple =
    ruleSet.hasLeverageRule && position.leverage !== null ? greatest(one, position.leverage.absolute()) : one;
  const base = least(one, setRate.times(multiple));
  return greatest(least(one, withTier(base, position.side, ruleSet, tier)), floor);
}

function withTier(
  base: Ratio,
  side: 'long' | 'short',
  ruleSet: RuleSet,
  tier: ConcentrationTier | null,
): Ratio {
  if (tier === null || ruleSet.concentration === null) return base;
  const points = side === 'long' ? tier.long : tier.short;
  return ruleSet.concentration.mode === 'add' ? base.plus(points) : greatest(base, points);
}

/**
 * A rate after requirement shifts (rate chain (b)). Raising stops at 1 but never lowers a rate above 1; lowering
 * stops at 0 and leaves non-marginable positions alone.
 */
export function shiftedRate(rate: Ratio, shift: Ratio, marginable: boolean): Ratio {
  if (shift.sign() >= 0) return greatest(rate, least(one, rate.plus(shift)));
  return marginable ? greatest(zero, rate.plus(shift)) : rate;
}

/** The maintenance rate in force, without per-share minimums: rate chain (a) and (b). */
export function rateInForce(position: RateInputs, ruleSet: RuleSet, tier: ConcentrationTier | null): Ratio {
  return shiftedRate(unshiftedRate(position, ruleSet, tier), position.requirementShift, position.marginable);
}

/** The highest tier whose threshold the share value ÷ total exceeds strictly; null for none or for a total of 0. */
export function tierAt(concentration: Concentration, value: Money, total: Money): ConcentrationTier | null {
  let found: ConcentrationTier | null = null;
  for (const tier of concentration.tiers) {
    if (!value.isAbove(total.times(tier.above))) break;
    found = tier;
  }
  return found;
}

/** Whether the concentration rule applies at this margin loan; the bound is inclusive. */
export function isConcentrationActive(concentration: Concentration, marginLoan: Money): boolean {
  return concentration.debitAtLeast === null || !marginLoan.isBelow(concentration.debitAtLeast);
}

/** FINRA's per-share table: the greater of $2.50 and 100 % below $5.00, of $5.00 and 30 % from there on. */
export const finraPerShareTable = {
  lowPrice: bare('5'),
  lowMinimum: bare('2.5'),
  minimum: bare('5'),
  rate: bare('0.3'),
} as const;
