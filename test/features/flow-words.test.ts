// What is said of money in and out where the rest of a what-if, or a rule that hangs on the loan or on shares of the
// account, makes something else of it than the plain sentence says. Figures from a pencil.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { changesOf, type TradeWish } from '@/features/trades/trade-kinds';
import { wordPayment } from '@/features/trades/trade-words';
import { selectTradingAccount, tryTrade } from '@/state/trades';
import { documentOf } from '../support/document-of';

/** Two holdings of $10,000, $1,000 of cash, a loan of $10,000 at 6 % a year of 360 days. */
const account: Partial<AccountInput> = {
  cash: '1000',
  marginLoan: '10000',
  loanInterestRate: '0.06',
  positions: [
    { id: 'a', symbol: 'AAA', side: 'long', marketValue: '10000', targetWeight: '0.5' },
    { id: 'b', symbol: 'BBB', side: 'long', marketValue: '10000', targetWeight: '0.5' },
  ],
};

function words(wish: Partial<TradeWish>, of: Partial<AccountInput>, changes: readonly ChangeInput[] = []) {
  const plainDocument = documentOf(of);
  const document =
    changes.length === 0
      ? plainDocument
      : { ...plainDocument, scenarios: [{ id: 's1', name: 'One', changes }], shownScenario: 's1' };
  const full: TradeWish = {
    kind: 'deposit',
    position: null,
    unit: 'dollars',
    size: null,
    symbol: 'NEW',
    price: null,
    rate: null,
    use: 'cash',
    from: 'cash',
    ...wish,
  };
  const before = selectTradingAccount(document);
  if (before === null) throw new Error('no figures');
  const tried = tryTrade(document, before, changesOf(full, 'new'));
  return tried.ok
    ? wordPayment(full, tried.trial).join(' ').replaceAll('**', '').replaceAll('\u00A0', ' ')
    : tried.issue.code;
}

describe('money beside the other changes of a what-if', () => {
  it('$3,000 that comes in before a purchase of $5,000 pays for it: it does not stay as cash', () => {
    // 1,000 + 3,000 of cash pay 4,000 of the 5,000: the loan is 11,000 instead of 14,000.
    const bought: ChangeInput = { type: 'trade', position: 'a', amount: '5000' };
    expect(words({ size: '3000' }, account, [bought])).toBe(
      'With the rest of this what-if the cash becomes $0, the loan $11,000. Equity and excess rise by all of it, $3,000.',
    );
  });

  it('$5,000 that comes in after $3,000 that went out: $3,000 in cash, no loan beyond the first', () => {
    // Out 3,000: cash 0, loan 12,000. In 5,000 on top makes 2,000 in: cash 3,000, loan 10,000.
    expect(words({ size: '5000' }, account, [{ type: 'withdraw', amount: '3000' }])).toContain(
      'the cash becomes $3,000, the loan $10,000.',
    );
  });

  it('$5,000 that goes out before 90 days bears their interest: $60 more than it', () => {
    // (10,000 + 4,000) × 1.015 = 14,210 instead of 10,150.
    expect(words({ kind: 'withdraw', size: '5000' }, account, [{ type: 'passDays', days: 90 }])).toBe(
      'With the rest of this what-if the cash becomes $0, the loan $14,210. Equity falls by $5,060.',
    );
  });

  it('$1,000 that comes in before $2,000 that are invested: above the minimum cash, more of those are', () => {
    // Of the 2,000 only 1,000 is invested, to keep 2,000 of cash; with 1,000 more there, all of it: 250 more required.
    expect(
      words({ size: '1000' }, { ...account, minimumCash: '2000' }, [
        { type: 'deposit', amount: '2000', invest: true },
      ]),
    ).toBe(
      'With the rest of this what-if the cash becomes $2,000, the loan $10,000. Equity rises by $1,000, the excess by $750.',
    );
  });
});

describe('a rule that holds from a loan of $100,000 on', () => {
  // Firstrade: two halves of 200,000 at 40 % require 80,000; below a loan of 100,000 at 25 % they require 50,000.
  const large: Partial<AccountInput> = {
    ruleSet: 'firstrade',
    cash: '1000',
    marginLoan: '100500',
    positions: [
      { id: 'a', symbol: 'AAA', side: 'long', marketValue: '100000' },
      { id: 'b', symbol: 'BBB', side: 'long', marketValue: '100000' },
    ],
  };

  it('$1,000 repaid from cash ends it: the requirement falls by $30,000', () => {
    expect(words({ kind: 'repay', size: '1000' }, large)).toBe(
      'The loan becomes $99,500, the cash $0. Equity stays $100,500.00. With that loan less is required of large holdings: the requirement falls by $30,000.',
    );
  });

  it('$1,000 that comes in and repays raises equity by $1,000 and the excess by $31,000', () => {
    expect(words({ size: '1000', use: 'repay' }, large)).toBe(
      'The loan becomes $99,500. Equity rises by $1,000, the excess by $31,000. With that loan less is required of large holdings: the requirement falls by $30,000.',
    );
  });

  it('$1,000 borrowed brings it: the requirement rises by $30,000', () => {
    expect(words({ kind: 'borrow', size: '1000' }, { ...large, marginLoan: '99500' })).toContain(
      'With that loan more is required of large holdings: the requirement rises by $30,000.',
    );
  });
});

describe('what is invested or moved in where that changes more than its own requirement', () => {
  /** Above 100 %: what is bought takes more than it brings. */
  const dear: Partial<AccountInput> = {
    positions: [
      {
        id: 'a',
        symbol: 'AAA',
        side: 'long',
        marketValue: '10000',
        maintenanceRate: '1.5',
        targetWeight: '1',
      },
    ],
  };

  it('at 150 % the excess falls by $375 where $750 is invested', () => {
    expect(words({ size: '750', use: 'invest' }, { ...dear, cash: '20000' })).toBe(
      'All of it is invested. Equity rises by $750, but the excess falls by $375: $1,125 is required of what is bought. Left as cash, all of it would count.',
    );
  });

  it('in a call it then meets nothing of it', () => {
    // 15,000 required of equity of 10,000.
    expect(words({ size: '1000', use: 'invest' }, dear)).toContain('It meets nothing of the call of $5,000');
  });

  /** Fidelity: 8,000 of 10,000 is above 75 % at 60 %, 2,000 is not above 20 % at 35 %: 5,500 required. */
  const concentrated: Partial<AccountInput> = {
    ruleSet: 'fidelity',
    positions: [
      { id: 'a', symbol: 'AAA', side: 'long', marketValue: '8000', targetWeight: '0.5' },
      { id: 'b', symbol: 'BBB', side: 'long', marketValue: '2000', targetWeight: '0.5' },
    ],
  };

  it('$1,000 into the smaller holding lowers what is required of the larger: the requirement falls by $300', () => {
    // 8,000 of 11,000 is below 75 %: 50 % of it, 4,000; 3,000 is above 20 %: 40 % of it, 1,200. 300 less than 5,500.
    expect(words({ size: '1000', use: 'invest' }, concentrated)).toBe(
      'All of it is invested. The excess rises by $1,300, more than the $1,000 that comes in: large holdings are a smaller part then, and the requirement falls by $300.',
    );
  });

  it('$3,000 into it is required of less than its own rate, as the larger holding’s falls', () => {
    // 8,000 of 13,000 at 50 %: 4,000; 5,000 of 13,000, 38 %, at 40 %: 2,000. 500 more than 5,500.
    expect(words({ size: '3000', use: 'invest' }, concentrated)).toContain(
      'The excess rises by $2,500 of the $3,000, for $500 more is required: large holdings have rates of their own under these rules, and those change with the shares.',
    );
  });

  it('$4,000 moved in at 25 % lowers the requirement with the larger holding’s part', () => {
    // 8,000 of 14,000 at 50 %: 4,000; 2,000 at 35 %: 700; 1,000 of what comes in: 5,700, which is 200 more.
    expect(words({ kind: 'moveIn', size: '4000', rate: '0.25' }, concentrated)).toBe(
      'Nothing is paid: equity rises by $4,000, and the excess by $3,800, for the rest is required.',
    );
    // 8,000 of 11,000 at 50 %: 4,000; 2,000 is below 20 %, at 35 %: 700; 250 of what comes in: 4,950, 550 less.
    expect(words({ kind: 'moveIn', size: '1000', rate: '0.25' }, concentrated)).toBe(
      'Nothing is paid: equity rises by $1,000, and the excess by $1,550: large holdings are a smaller part then, and the requirement falls by $550.',
    );
    expect(words({ kind: 'moveIn', size: '1000', rate: '1.2' }, account)).toBe(
      'Nothing is paid: equity rises by $1,000, but the excess falls by $200: $1,200 is required of what comes in.',
    );
  });
});
