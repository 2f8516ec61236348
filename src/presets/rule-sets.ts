/**
 * Brokers' margin rules as dated data with their sources. The figures are the publishers', never ours; a person can
 * copy a set and edit every number. Serves rules of the rule book.
 */
import { parseRuleSet, type RuleSet, type RuleSetInput, type RuleSets } from '@/engine/rule-set';

/** FINRA's minimum: the exchange line beside every house line. */
const finraMinimum: RuleSetInput = {
  id: 'finra-minimum',
  name: 'FINRA minimum',
  longRate: '0.25',
  shortRate: '0.3',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
  saleOrder: 'unknown',
  source: 'FINRA Rule 4210(c); leveraged funds: FINRA Regulatory Notice 09-53',
  asOf: '2026-06-04',
};

const m1: RuleSetInput = {
  id: 'm1',
  name: 'M1',
  longRate: '0.25',
  shortRate: '0.3',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
  businessDaysToMeetCall: { from: 3, to: 3 },
  saleOrder: 'requirement',
  source: 'M1 help: Margin call basics; A maintenance margin call is issued by M1',
  asOf: '2025-09-11',
};

const merrill: RuleSetInput = {
  id: 'merrill',
  name: 'Merrill',
  longRate: '0.3',
  shortRate: '0.3',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
  businessDaysToMeetCall: { from: 2, to: 2 },
  saleOrder: 'unknown',
  source: 'Merrill: Margin maintenance call (© 2025, MAP7167865-04112026)',
};

const sofi: RuleSetInput = {
  id: 'sofi',
  name: 'SoFi',
  longRate: '0.3',
  shortRate: '0.3',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
  businessDaysToMeetCall: { from: 2, to: 5 },
  saleOrder: 'unknown',
  source:
    'SoFi: What Is Maintenance Margin? (its example); the higher rate for large positions is not published',
  asOf: '2022-02-22',
};

const fidelity: RuleSetInput = {
  id: 'fidelity',
  name: 'Fidelity',
  longRate: '0.3',
  shortRate: '0.3',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
  concentration: {
    mode: 'add',
    of: 'gross',
    tiers: [
      { above: '0.1', long: '0.05', short: '0.1' },
      { above: '0.2', long: '0.1', short: '0.15' },
      { above: '0.4', long: '0.15', short: '0.2' },
      { above: '0.5', long: '0.2', short: '0.3' },
      { above: '0.75', long: '0.3', short: '0.35' },
    ],
  },
  businessDaysToMeetCall: { from: 5, to: 5 },
  saleOrder: 'unknown',
  source:
    'Fidelity: Margin requirements (undated); its liquidity, ownership and industry points are not included',
};

const firstrade: RuleSetInput = {
  id: 'firstrade',
  name: 'Firstrade',
  longRate: '0.25',
  shortRate: '0.3',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
  concentration: {
    mode: 'atLeast',
    of: 'gross',
    debitAtLeast: '100000',
    tiers: [
      { above: '0.25', long: '0.35', short: '0.35' },
      { above: '0.35', long: '0.4', short: '0.4' },
      { above: '0.5', long: '0.5', short: '0.5' },
    ],
  },
  businessDaysToMeetCall: { from: 2, to: 5 },
  saleOrder: 'unknown',
  source: 'Firstrade help: concentrated positions; another of its pages says 50 % from a share of 60 %',
  asOf: '2023-06-30',
};

const interactiveBrokers: RuleSetInput = {
  id: 'interactive-brokers',
  name: 'Interactive Brokers',
  longRate: '0.25',
  shortRate: '0.3',
  shortPerShareMinimum: 'finra',
  leverageRule: true,
  businessDaysToMeetCall: { from: 0, to: 0 },
  saleOrder: 'unknown',
  source: 'Interactive Brokers knowledge base, articles 199 and 1124: sells automatically, makes no call',
};

/** Firstrade's tiers as another of its pages has them: 50 % from a share of 60 %, not of 50 %. */
const firstradeElsewhere: RuleSetInput = {
  ...firstrade,
  concentration: {
    mode: 'atLeast',
    of: 'gross',
    debitAtLeast: '100000',
    tiers: [
      { above: '0.25', long: '0.35', short: '0.35' },
      { above: '0.35', long: '0.4', short: '0.4' },
      { above: '0.6', long: '0.5', short: '0.5' },
    ],
  },
};

/** Every broker's rules the page offers, in the order it offers them. */
export const ruleSetInputs: readonly RuleSetInput[] = [
  finraMinimum,
  m1,
  merrill,
  sofi,
  fidelity,
  firstrade,
  interactiveBrokers,
];

/** Where a broker says what it requires of each holding: a sentence with its source, as dated data. */
export interface RateHint {
  readonly sentence: string;
  readonly source: string;
  readonly asOf?: string;
}

/** By the id of the rules; a broker of which it is not known has none. */
export const rateHints: ReadonlyMap<string, RateHint> = new Map([
  [
    'm1',
    {
      sentence: 'M1 shows each holding’s own rate in the holding’s details; it can be higher.',
      source: 'M1 help: A maintenance margin call is issued by M1',
      asOf: '2025-09-11',
    },
  ],
  [
    'fidelity',
    {
      sentence: 'Fidelity shows each holding’s own rate in its Margin Calculator, under Balances.',
      source: 'Fidelity: Margin Calculator tour (undated)',
    },
  ],
  [
    'merrill',
    {
      sentence: 'Merrill can require more than its standard 30 % of what it finds concentrated or volatile.',
      source: 'Merrill: Margin maintenance call (© 2025, MAP7167865-04112026)',
    },
  ],
]);

/** The same rules checked and by id. Throws when a set is not valid, which a test rules out. */
export const ruleSets: RuleSets = new Map(
  ruleSetInputs.map((input): [string, RuleSet] => [input.id, valid(input)]),
);

/** What another page of a broker says, and which; by the id of its rules. */
export const otherReadings: ReadonlyMap<string, { readonly page: string; readonly rules: RuleSet }> = new Map(
  [
    [
      'firstrade',
      { page: 'its page with 50\u00A0% from a share of 60\u00A0%', rules: valid(firstradeElsewhere) },
    ],
  ],
);

function valid(input: RuleSetInput): RuleSet {
  const result = parseRuleSet(input, `/${input.id}`);
  if (!result.ok) throw new Error(`rule set ${input.id}: ${JSON.stringify(result.issues)}`);
  return result.value;
}
