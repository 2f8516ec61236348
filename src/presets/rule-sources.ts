/**
 * Title and source of each rule that the math names, as the rule book has them (a test holds the two together), and
 * the day of which the first source is where it has one.
 */

/** A rule's title and where it comes from. */
export interface RuleSource {
  readonly title: string;
  readonly source: string;
  /** YYYY-MM-DD; left out where the source bears no date. */
  readonly asOf?: string;
}

const finra = '2026-06-04';
const m1 = '2025-09-11';

/** The rules by number. */
export const ruleSources = {
  'R-01': { title: 'Equity', source: 'FINRA Rule 4210(a)(5); Merrill, Margin maintenance call', asOf: finra },
  'R-02': {
    title: 'Equity ratio',
    source: 'Merrill, Margin maintenance call: only this reading gives its 40 %',
  },
  'R-03': {
    title: 'Maintenance requirement',
    source:
      'FINRA Rule 4210(c); M1, Margin call basics: its call of $750 holds only without a requirement on cash',
    asOf: finra,
  },
  'R-04': {
    title: 'Excess and margin call',
    source: 'M1, Margin call basics ("falls below"); Merrill, Margin maintenance call ("falls below")',
    asOf: m1,
  },
  'R-06': {
    title: 'Value of a position',
    source: 'Merrill, Margin maintenance call, whose examples state values and no shares',
  },
  'R-10': { title: 'Long', source: 'FINRA Rule 4210(c)(1)', asOf: finra },
  'R-11': {
    title: 'Short, by rate',
    source: 'FINRA Rule 4210(c)(3); Merrill, Margin maintenance call (short positions)',
    asOf: finra,
  },
  'R-12': { title: "Short, FINRA's table a share", source: 'FINRA Rule 4210(c)(2) and (c)(3)', asOf: finra },
  'R-13': {
    title: 'Short, a minimum of its own',
    source: 'FINRA Rule 4210(d): firms may ask more than the table',
    asOf: finra,
  },
  'R-14': {
    title: 'Short, shares unknown',
    source: 'FINRA Rule 4210(c): the minimums are stated for each share',
    asOf: finra,
  },
  'R-20': {
    title: 'Rules are dated data',
    source: 'FINRA Rule 4210(c) and (d); the page of each broker named in its set',
    asOf: finra,
  },
  'R-21': { title: 'The rate, step (a)', source: 'FINRA Rule 4210(c); Regulatory Notice 09-53', asOf: finra },
  'R-22': { title: 'Leveraged funds', source: 'FINRA Regulatory Notice 09-53', asOf: finra },
  'R-23': { title: 'Not marginable', source: 'FINRA Regulatory Notices 11-16 and 12-44', asOf: finra },
  'R-24': {
    title: 'Concentration',
    source:
      'Fidelity, Margin requirements (undated; its liquidity, ownership and industry points are left out); Firstrade help, 30 June 2023; SoFi support',
  },
  'R-25': {
    title: 'Requirement shifts, step (b)',
    source: 'M1, Margin call basics (requirements may be raised); Merrill and SoFi: at any time',
    asOf: m1,
  },
  'R-27': {
    title: 'Minimum equity',
    source: 'FINRA Rule 4210(b) and its interpretation /022',
    asOf: finra,
  },
  'R-50': { title: 'Excess is made of straight pieces', source: 'follows from R-01 to R-14' },
  'R-51': { title: 'Jumps', source: 'follows from R-24' },
  'R-53': {
    title: 'Call points and crossings',
    source: 'M1, Margin call basics; SoFi, What Is Maintenance Margin?',
    asOf: m1,
  },
  'R-67': {
    title: 'FINRA’s minimum beside it',
    source: 'FINRA Rule 4210(c) and (d): a firm may ask more, never less',
    asOf: finra,
  },
  'R-83': { title: 'Excess over the initial requirement', source: '12 CFR 220.12 (Regulation T)' },
  'R-84': { title: 'Buying power', source: '12 CFR 220.12 (Regulation T); 12 CFR 220.5 for the SMA' },
  'R-85': {
    title: "Payment for a day's trades",
    source: '12 CFR 220.4(c) and (d); 12 CFR 220.2 (payment period)',
  },
  'R-86': { title: 'Brokers compared', source: 'the page of each broker named in its set' },
} as const satisfies Readonly<Record<string, RuleSource>>;

/** A rule that the math names. */
export type RuleNumber = keyof typeof ruleSources;
