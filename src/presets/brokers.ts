/**
 * What differs between a broker's own page and this one, and what each calls the equity above the requirement. Facts
 * of the sources that the broker's rules name (`src/presets/rule-sets.ts`), in plain sentences.
 */

/** A reason why a broker's figures differ; some only matter with shorts or with a loan. */
export interface Difference {
  readonly text: string;
  readonly needs?: 'shorts' | 'loan';
  /** It changes how the broker compares with others. */
  readonly isCompared?: true;
}

/** What is said of one broker. */
export interface BrokerNotes {
  /** Its own name for the equity above the requirement. */
  readonly excessName?: string;
  /** Its time to meet a call, where days alone do not say it. */
  readonly days?: string;
  readonly differences: readonly Difference[];
}

/** What holds for every broker. */
export const everyBroker: readonly Difference[] = [
  { text: 'Brokers set the rate of each security and may raise it at any time, without notice.' },
  { text: 'Brokers follow prices during the day; here they are as typed.' },
  {
    text: 'Trades that are not settled, transfers under way, dividends owed and options are not in these figures.',
  },
  {
    text: 'Brokers post interest each month, so over months theirs compounds a little; here it is simple.',
    needs: 'loan',
  },
  {
    text: 'Brokers mark shorts to the market daily and move rises into the debit, so their loan and credit differ from these over time; what is above the requirement does not. Type loan and credit from the same close.',
    needs: 'shorts',
  },
  { text: 'Fees for borrowing what is sold short are not in these figures.', needs: 'shorts' },
];

/** Each broker's own, by the id of its rules. */
export const brokerNotes: Readonly<Record<string, BrokerNotes>> = {
  'finra-minimum': {
    days: 'promptly, within 15',
    differences: [{ text: 'FINRA’s minimum is the least that any broker may ask; yours may ask more.' }],
  },
  m1: {
    differences: [
      {
        text: '25\u00A0% is M1’s standard rate. Positions differ: M1 shows each rate in the holding’s details.',
      },
      { text: 'M1 gives 3 business days to meet a call and may sell sooner.', needs: 'loan' },
      { text: 'M1 holds no shorts.', needs: 'shorts', isCompared: true },
    ],
  },
  merrill: {
    differences: [
      {
        text: 'Merrill asks more for concentrated holdings, 40\u00A0% in its own example: type the rate that it shows.',
        isCompared: true,
      },
      {
        text: 'Merrill may act on or before the due date, without notice, and choose what to sell.',
        needs: 'loan',
      },
    ],
  },
  sofi: {
    days: '2 to 5, typically',
    differences: [
      { text: '30\u00A0% is the rate of SoFi’s example, not a list of its rates.' },
      {
        text: 'SoFi asks a higher rate of a holding of 25\u00A0% or more of the marginable securities once the loan is above $100,000. The rate is not published, so it is unknown here and in no figure.',
        isCompared: true,
      },
      { text: 'SoFi may raise rates at any time and sell without notifying.', needs: 'loan' },
    ],
  },
  fidelity: {
    excessName: 'house surplus',
    days: '5, in general',
    differences: [
      {
        text: 'Fidelity also adds points for liquidity, ownership and industry; they are not modelled, so its requirement may be higher.',
        isCompared: true,
      },
      { text: 'Fidelity’s page of points for large holdings bears no date.' },
    ],
  },
  firstrade: {
    days: '2, 3 or 5, by page',
    differences: [
      {
        text: 'Firstrade’s points begin “at least” at each share of the account, here strictly above it: one point’s difference.',
      },
      {
        text: 'Another page of Firstrade’s says 50\u00A0% from a share of 60\u00A0%, not 50\u00A0%.',
        isCompared: true,
      },
    ],
  },
  'interactive-brokers': {
    excessName: 'excess liquidity',
    differences: [
      {
        text: 'Interactive Brokers makes no call: below the requirement it sells automatically.',
        needs: 'loan',
      },
    ],
  },
};
