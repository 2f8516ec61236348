/** The saved document as plain JSON: amounts are decimal strings, `?` keys may be left out. */
export interface DocumentJson {
  app: 'headroom';
  schemaVersion: 1;
  account: AccountJson;
  scenarios: ScenarioJson[];
  shownScenario?: string | null;
}

export interface AccountJson {
  name: string;
  enteredOn?: string;
  ruleSet: RuleSetId | CustomRuleSetJson;
  cash: string;
  marginLoan: string;
  shortCredit: string;
  minimumCash?: string;
  loanInterestRate?: string;
  dayCount?: 360 | 365;
  positions: PositionJson[];
  excluded: { label: string; reason: string }[];
}

export interface PositionJson {
  id: string;
  symbol: string;
  side: 'long' | 'short';
  shares?: string;
  price?: string;
  marketValue?: string;
  maintenanceRate?: string;
  perShareMinimum?: string;
  beta?: string;
  group?: string;
  leverage?: string;
  marginable?: boolean;
  targetWeight?: string;
}

export type RuleSetId =
  | 'finra-minimum'
  | 'm1'
  | 'merrill'
  | 'sofi'
  | 'fidelity'
  | 'firstrade'
  | 'interactive-brokers';

export interface CustomRuleSetJson extends RulesJson {
  id: 'custom';
  name: string;
}

/** The figures of a rule set that decide a requirement. */
export interface RulesJson {
  longRate: string;
  shortRate: string;
  shortPerShareMinimum: 'none' | 'finra';
  leverageRule: boolean;
  concentration?: ConcentrationJson;
}

export interface ConcentrationJson {
  mode: 'add' | 'atLeast';
  of: 'gross' | 'marginable';
  debitAtLeast?: string;
  tiers: { above: string; long: string; short: string }[];
}

export interface ScenarioJson {
  id: string;
  name: string;
  description: string;
  changes: ChangeJson[];
}

export type ChangeJson =
  | { type: 'moveMarket'; ratio: string }
  | { type: 'moveGroup'; group: string; ratio: string }
  | { type: 'movePrice'; position: string; ratio: string }
  | { type: 'setPrice'; position: string; price: string }
  | { type: 'switchRuleSet'; ruleSet: RuleSetId | CustomRuleSetJson }
  | { type: 'shiftRequirement'; points: string }
  | { type: 'setRequirement'; position: string; rate: string }
  | { type: 'setRequirement'; group: string; rate: string }
  | { type: 'deposit'; amount: string; invest?: boolean }
  | { type: 'withdraw'; amount: string; sell?: boolean }
  | { type: 'borrow'; amount: string }
  | { type: 'repay'; amount: string }
  | { type: 'trade'; position: string; shares: string }
  | { type: 'trade'; position: string; amount: string }
  | { type: 'depositSecurities'; position: PositionJson }
  | { type: 'open'; position: PositionJson }
  | { type: 'rebalance'; cashInvested: string }
  | { type: 'removeSlice'; position: string }
  | { type: 'passDays'; days: number };
