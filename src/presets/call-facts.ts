/**
 * What brokers say on their own pages about a margin call: how long they give, what they may do before and after, and
 * the steps that their accounts ask for. Dated data, retold in plain sentences; nothing here says what a broker will do.
 * Serves rules of the rule book.
 */

/** A page of a publisher. */
export interface SourcePage {
  readonly title: string;
  readonly url: string;
  /** YYYY-MM-DD; left out where the page bears no date. */
  readonly asOf?: string;
}

/** What a sentence is about: the time to meet a call, a sale by the broker, or how to act on a call there. */
export type FactTopic = 'deadline' | 'sale' | 'steps';

/** What one page says. */
export interface CallFacts {
  readonly page: SourcePage;
  readonly says: readonly { readonly about: FactTopic; readonly text: string }[];
}

/** The rule that binds every broker. */
export const finraMargin: SourcePage = {
  title: 'FINRA Rule 4210, Margin requirements',
  url: 'https://www.finra.org/rules-guidance/rulebooks/finra-rules/4210',
  asOf: '2026-06-04',
};

const m1Call: CallFacts = {
  page: {
    title: 'M1 help: A maintenance margin call is issued by M1',
    url: 'https://help.m1.com/en/articles/9332245-a-maintenance-margin-call-is-issued-by-m1',
    asOf: '2025-09-11',
  },
  says: [
    { about: 'deadline', text: 'M1 gives 3 business days to meet a maintenance call.' },
    {
      about: 'deadline',
      text: 'M1 may sell before then, where it finds that positions pose excessive risk and equity falls significantly.',
    },
    { about: 'steps', text: 'M1 tells you of the call in the app and by email.' },
    {
      about: 'steps',
      text: 'Borrow tab, Margin Loan, How to resolve, Resolve Call: there is Deposit Funds, and View Holdings to sell.',
    },
    { about: 'steps', text: 'View Holdings lists them from the highest to the lowest requirement.' },
    { about: 'steps', text: 'Auto-Invest has to be off before a sell order is made.' },
    {
      about: 'sale',
      text: 'Where a call is not met in time, M1 may be required to sell securities to meet the requirement; it may sell before then, where it finds that positions pose excessive risk.',
    },
  ],
};

const m1Trades: CallFacts = {
  page: {
    title: 'M1 help: How does M1 trade?',
    url: 'https://help.m1.com/hc/en-us/articles/360001379367-How-does-M1-trade',
  },
  says: [
    {
      about: 'steps',
      text: 'Sales happen in the trade window of the day, not at once; what is shown changes after the window has closed.',
    },
    {
      about: 'steps',
      text: 'A slice that is removed is sold and the money put back into the same Pie, whether Auto-Invest is on or off: that brings in no money for a call.',
    },
    {
      about: 'steps',
      text: 'A circuit breaker can keep an order from being carried out on the day it was asked for.',
    },
  ],
};

const merrill: CallFacts = {
  page: {
    title: 'Merrill: Margin maintenance call (© 2025)',
    url: 'https://www.merrilledge.com/trade/margin-maintenance-call',
  },
  says: [
    { about: 'deadline', text: 'A maintenance call has to be resolved within 2 business days.' },
    { about: 'deadline', text: 'Merrill may act on or before the due date, also after it has named one.' },
    { about: 'sale', text: 'Merrill may sell without contacting you, also before a date that it has named.' },
    { about: 'sale', text: 'Merrill decides which securities are sold; you are not entitled to choose.' },
    { about: 'sale', text: 'What such a sale does not cover is still owed.' },
  ],
};

const sofi: CallFacts = {
  page: {
    title: 'SoFi: What Is Maintenance Margin?',
    url: 'https://www.sofi.com/learn/content/what-is-maintenance-margin/',
    asOf: '2022-02-22',
  },
  says: [
    {
      about: 'deadline',
      text: 'Generally between 2 and 5 days, counted here as business days; SoFi names no number of its own.',
    },
    {
      about: 'deadline',
      text: 'Requirements may change at any time, and that alone can make a call.',
    },
    { about: 'sale', text: 'A broker may sell without notifying you, and decides what it sells.' },
    { about: 'sale', text: 'It may charge commissions for that, and sue for what is still owed.' },
  ],
};

const fidelity: CallFacts = {
  page: {
    title: 'Fidelity: Margin balances',
    url: 'https://www.fidelity.com/products/stocksbonds/content/margin-additional-balances.shtml',
  },
  says: [
    { about: 'deadline', text: 'House calls generally have to be met within 5 business days.' },
    { about: 'deadline', text: 'Calls of the exchange, below 25\u00A0%, generally within 48 hours.' },
    { about: 'deadline', text: 'Fidelity may cover a call at any time.' },
    { about: 'sale', text: 'Fidelity may cover a call at any time.' },
  ],
};

const firstrade: CallFacts = {
  page: {
    title: 'Firstrade help: What is a Margin Call?',
    url: 'https://help.firstrade.info/en/articles/9264151-what-is-a-margin-call',
  },
  says: [
    {
      about: 'deadline',
      text: 'A call has to be covered within 2 business days. Two other pages of Firstrade’s say 3 and 5.',
    },
    { about: 'deadline', text: 'The same page also says that a house call is due upon request.' },
    { about: 'sale', text: 'After that Firstrade has the right to sell positions to cover the call.' },
  ],
};

const interactiveBrokers: CallFacts = {
  page: { title: 'Interactive Brokers: Why was I liquidated?', url: 'https://ibkr.info/node/199' },
  says: [
    {
      about: 'deadline',
      text: 'Below the requirement the account is subject to automatic liquidation, in real time.',
    },
    {
      about: 'sale',
      text: 'Below the requirement the account is subject to automatic liquidation, in real time, with market orders.',
    },
    { about: 'sale', text: 'Any and all positions can be liquidated.' },
  ],
};

/** What each broker's pages say, by the id of its rules. */
export const callFacts: ReadonlyMap<string, readonly CallFacts[]> = new Map([
  ['m1', [m1Call, m1Trades]],
  ['merrill', [merrill]],
  ['sofi', [sofi]],
  ['fidelity', [fidelity]],
  ['firstrade', [firstrade]],
  ['interactive-brokers', [interactiveBrokers]],
]);
