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

describe('fractions of a cent', () => {
  // Cash of 1,000.005 is printed down, a loan of 10,000.001 up; equity 20,000 + 1,000.005 − 10,000.001 = 11,000.004.
  const odd: Partial<AccountInput> = { ...account, cash: '1000.005', marginLoan: '10000.001' };

  it('borrowed: the loan is 10,500.001, the cash 1,500.005', () => {
    expect(words({ kind: 'borrow', size: '500' }, odd)).toContain(
      '$500 is borrowed: the loan becomes $10,500.01, the cash $1,500. Equity stays $11,000.00.',
    );
  });

  it('repaid: the loan is 9,500.001, the cash 500.005', () => {
    expect(words({ kind: 'repay', size: '500' }, odd)).toBe(
      'The loan becomes $9,500.01, the cash $500. Equity and requirement stay, so it ends no call; there is less loan to pay interest on.',
    );
  });

  it('paid in as cash or to repay, all of it counts', () => {
    expect(words({ size: '500' }, odd)).toBe('It stays as cash. Equity and excess rise by all of it, $500.');
    expect(words({ size: '500', use: 'repay' }, odd)).toBe(
      'The loan becomes $9,500.01. Equity and excess rise by all of it, $500.',
    );
  });

  it('paid out of cash of which 500.005 is left, or with 499.995 borrowed', () => {
    expect(words({ kind: 'withdraw', size: '500' }, odd)).toBe(
      'Cash pays all of it, and $500 is left. Nothing is borrowed.',
    );
    // 10,000.001 + 499.995 = 10,499.996.
    expect(words({ kind: 'withdraw', size: '1500' }, odd)).toBe(
      '$500 is borrowed: cash covers $1,000, and the loan becomes $10,500.',
    );
    expect(words({ kind: 'withdraw', size: '1500' }, { ...odd, cash: '0' })).toBe(
      'All $1,500 is borrowed: the loan becomes $11,500.01.',
    );
  });

  it('raised by selling: 1,000.005 out of cash and 499.995 out of what is sold', () => {
    expect(words({ kind: 'withdraw', size: '1500', from: 'sell' }, odd)).toBe(
      '$1,000 comes out of cash and $500 out of what is sold; nothing is borrowed.',
    );
    expect(words({ kind: 'withdraw', size: '1000', from: 'sell' }, odd)).toBe(
      'Cash covers all of it: nothing is sold.',
    );
    expect(words({ kind: 'withdraw', size: '1000', from: 'sell' }, { ...odd, cash: '0' })).toBe(
      'All of it comes out of what is sold; nothing is borrowed.',
    );
  });

  it('with the rest of the what-if the cash is 3,000.005', () => {
    expect(words({ size: '5000' }, odd, [{ type: 'withdraw', amount: '3000' }])).toContain(
      'the cash becomes $3,000, the loan $10,000.01.',
    );
  });

  it('invested but for the minimum cash: 1,000.005 at 25 % requires 250.00125 and leaves 1,749.99875', () => {
    expect(words({ size: '2000', use: 'invest' }, { ...odd, minimumCash: '2000' })).toBe(
      '$1,000 of it is invested, the rest keeps the minimum cash. The excess rises by $1,749.99 of the $2,000, for $250.01 is required of what is bought. Left as cash, all of it would count.',
    );
    expect(words({ size: '500', use: 'invest' }, { ...odd, minimumCash: '2000' })).toBe(
      'All of it stays as cash, to keep the minimum cash.',
    );
  });

  it('a call that is met is met to the last cent of it, one that is not is never met by more than it is', () => {
    // 5,000 required of 20,000 − 16,000.001 = 3,999.999: a call of 1,000.001. 5,000 invested count by 3,750.
    const called = { ...account, cash: '0', marginLoan: '16000.001' };
    expect(words({ size: '5000', use: 'invest' }, called)).toContain(
      'It meets $1,000.01 of the call of $1,000.01: an invested deposit counts only by (1 − rate). Left as cash, it would meet $1,000.01.',
    );
    // 800.01 invested count by 600.0075.
    expect(words({ size: '800.01', use: 'invest' }, called)).toContain(
      'It meets $600 of the call of $1,000.01: an invested deposit counts only by (1 − rate). Left as cash, it would meet $800.01.',
    );
  });

  it('a withdrawal that leaves less than $2,000 beside a loan is one a broker need not pay out', () => {
    // 20,000 − 17,000 = 3,000 of equity; 1,000.01 out leaves 1,999.99, 1,000 leaves 2,000, which is below the 5,000 required.
    const few = { ...account, cash: '0', marginLoan: '17000' };
    expect(words({ kind: 'withdraw', size: '1000.01' }, few)).toContain(
      'A broker need not pay it out: with a loan, $2,000 of equity and the requirement have to be left.',
    );
    expect(words({ kind: 'withdraw', size: '1000' }, { ...odd, cash: '5000' })).not.toContain('need not pay');
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

  it('what it takes is printed up and what it gives down: 15 % of 200,000.06 are 30,000.009', () => {
    const [a, b] = ['a', 'b'].map((id) => ({
      id,
      symbol: id,
      side: 'long' as const,
      marketValue: '100000.03',
    }));
    if (a === undefined || b === undefined) throw new Error('two holdings');
    const odd = { ...large, positions: [a, b] };
    expect(words({ kind: 'repay', size: '1000' }, odd)).toContain('the requirement falls by $30,000.');
    expect(words({ kind: 'borrow', size: '1000' }, { ...odd, marginLoan: '99500' })).toContain(
      'the requirement rises by $30,000.01.',
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
