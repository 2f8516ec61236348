/**
 * Which terms of a set of rules ask less than the exchange's minimum, which a broker may not go under. The figures keep
 * what is typed; the page says so. Serves rule R-87 of rules.md.
 */
import type { RuleSet } from '@/engine/rule-set';

/** A term of a set of rules that the minimum has too. */
export type MinimumTerm = 'longRate' | 'shortRate' | 'shortPerShareMinimum' | 'leverageRule';

/** The terms that ask less than the minimum's; points for large holdings never lower a rate and are none. */
export function listBelowMinimum(rules: RuleSet, minimum: RuleSet): readonly MinimumTerm[] {
  const isBelow: Readonly<Record<MinimumTerm, boolean>> = {
    longRate: rules.longRate.isBelow(minimum.longRate),
    shortRate: rules.shortRate.isBelow(minimum.shortRate),
    shortPerShareMinimum: minimum.hasFinraPerShareTable && !rules.hasFinraPerShareTable,
    leverageRule: minimum.hasLeverageRule && !rules.hasLeverageRule,
  };
  return terms.filter((term) => isBelow[term]);
}

const terms: readonly MinimumTerm[] = ['longRate', 'shortRate', 'shortPerShareMinimum', 'leverageRule'];
