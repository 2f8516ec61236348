import type { CustomRuleSetJson, RuleSetId, RulesJson } from './document';

function rules(longRate: string, shortRate: string, concentration?: RulesJson['concentration']): RulesJson {
  const plain = { longRate, shortRate, shortPerShareMinimum: 'finra', leverageRule: true } as const;
  return concentration === undefined ? plain : { ...plain, concentration };
}

/** The brokers' published figures, typed a second time from the sources rather than shared. */
export const RULE_SETS: Record<RuleSetId, RulesJson> = {
  'finra-minimum': rules('0.25', '0.30'),
  m1: rules('0.25', '0.30'),
  merrill: rules('0.30', '0.30'),
  sofi: rules('0.30', '0.30'),
  fidelity: rules('0.30', '0.30', {
    mode: 'add',
    of: 'gross',
    tiers: [
      { above: '0.10', long: '0.05', short: '0.10' },
      { above: '0.20', long: '0.10', short: '0.15' },
      { above: '0.40', long: '0.15', short: '0.20' },
      { above: '0.50', long: '0.20', short: '0.30' },
      { above: '0.75', long: '0.30', short: '0.35' },
    ],
  }),
  firstrade: rules('0.25', '0.30', {
    mode: 'atLeast',
    of: 'gross',
    debitAtLeast: '100000',
    tiers: [
      { above: '0.25', long: '0.35', short: '0.35' },
      { above: '0.35', long: '0.40', short: '0.40' },
      { above: '0.50', long: '0.50', short: '0.50' },
    ],
  }),
  'interactive-brokers': rules('0.25', '0.30'),
};

/** The figures behind an id, or those of a custom set. */
export function rulesOf(ruleSet: RuleSetId | CustomRuleSetJson): RulesJson {
  return typeof ruleSet === 'string' ? RULE_SETS[ruleSet] : ruleSet;
}
