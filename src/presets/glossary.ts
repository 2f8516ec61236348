/**
 * The words of the page, one meaning each, with the source it comes from. What a term means does not depend on the
 * account; where the figure comes from stands in the math.
 */

/** A term, what it means in one or two sentences, and its source. */
export interface GlossaryEntry {
  readonly name: string;
  readonly meaning: string;
  readonly source: string;
  /** Of no use to an account that has sold nothing short. */
  readonly needsShorts?: true;
}

const finra = 'FINRA Rule 4210';

/** The terms, in the order in which one leads to the next. */
export const glossary = {
  holdings: {
    name: 'Holdings',
    meaning:
      'What is held, at today’s prices: shares × price, added up over all securities. Cash is not part of it.',
    source: `${finra}(a)`,
  },
  heldLong: {
    name: 'Held long',
    meaning: 'Securities that were bought and are owned. Their value counts for equity.',
    source: `${finra}(a)`,
    needsShorts: true,
  },
  soldShort: {
    name: 'Sold short',
    meaning: 'Securities that were borrowed and sold. What it costs to buy them back counts against equity.',
    source: `${finra}(c)`,
    needsShorts: true,
  },
  cash: {
    name: 'Cash',
    meaning: 'Money in the account that is free to use. It counts for equity and requires nothing.',
    source: 'M1, Margin call basics',
  },
  shortCredit: {
    name: 'Credit from short sales',
    meaning: 'What the short sales brought in, and deposits held for them. It counts for equity.',
    source: 'Merrill, Margin maintenance call',
    needsShorts: true,
  },
  loan: {
    name: 'Margin loan',
    meaning: 'What is owed to the broker, also called the debit balance. It does not change with prices.',
    source: `${finra}(a)`,
  },
  equity: {
    name: 'Equity',
    meaning:
      'What the account is worth once all debts are paid: cash and holdings less what is owed. It can be below zero.',
    source: `${finra}(a)(5)`,
  },
  equityRatio: {
    name: 'Equity ratio',
    meaning:
      'Equity divided by the value of everything held. Cash is in the equity, but not in what it is divided by.',
    source: 'Merrill, Margin maintenance call',
  },
  rate: {
    name: 'Maintenance rate',
    meaning:
      'The part of a holding’s value that must be equity: 25\u00A0% of $1,000 is $250. Each holding has its own rate, and the broker may raise it at any time.',
    source: `${finra}(c) and (d)`,
  },
  requirement: {
    name: 'Maintenance requirement',
    meaning:
      'The equity that all holdings need together: each one’s rate × its value, added up. It falls and rises with prices.',
    source: `${finra}(c)`,
  },
  excess: {
    name: 'Above or below the requirement',
    meaning:
      'Equity less the requirement, also called excess equity. Fidelity says house surplus, Interactive Brokers excess liquidity.',
    source: `${finra}(c); the brokers’ own pages`,
  },
  call: {
    name: 'Margin call',
    meaning:
      'What is missing when equity is below the requirement. At exactly the requirement there is none.',
    source: 'M1, Margin call basics',
  },
  callPoint: {
    name: 'Margin-call price',
    meaning:
      'The last price, or the last move of the market, that is still free of a call. Just beyond it a call begins.',
    source: 'Investopedia, margin call',
  },
  alone: {
    name: 'Alone',
    meaning: 'The margin-call price of one holding if only it moves and all else stands still.',
    source: 'House rule R-55',
  },
  houseLine: {
    name: 'Your account’s line',
    meaning:
      'What your broker’s own rules require, with the rates that are typed. A broker may ask more than the minimum, never less.',
    source: `${finra}(d)`,
  },
  exchangeLine: {
    name: 'FINRA’s minimum',
    meaning:
      'The least that any broker in the United States must require. Brokers’ own rules stand above it.',
    source: `${finra}(c)`,
  },
  initial: {
    name: 'Initial requirement',
    meaning:
      'What must be paid of a purchase on its day, half of it as a rule. A fall of prices never makes a call of it.',
    source: '12 CFR 220.12',
  },
  dayTrader: {
    name: 'Pattern day trader',
    meaning:
      'A rule that asked $25,000 of equity of those who trade within the day. It ended on 4 June 2026; brokers have until 20 October 2027 to change over. It is in no figure here.',
    source: 'FINRA Regulatory Notice 26-10',
  },
} as const satisfies Record<string, GlossaryEntry>;

/** The terms that an account has a use for. */
export function listTerms(hasShorts: boolean): readonly GlossaryEntry[] {
  const all: readonly GlossaryEntry[] = Object.values(glossary);
  return all.filter(({ needsShorts }) => hasShorts || needsShorts !== true);
}
