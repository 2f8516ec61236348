// What comes of the rows of an import, by pencil: money beside the holdings, and rows joined, mended, taken in or left out.
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseAccount, chooseRow, leaveOut, type RowEdit } from '@/state/import-choices';
import type { outcomeOf } from '@/state/import-outcome';
import { startDesk, useDesk } from '@/state/store';
import { foundIn } from '../io/import/samples';
import { accountOf, foundOf, rowOf } from '../support/import-found';
import { accountWith, outcome, start } from '../support/import-outcome';

beforeEach(() => useDesk.setState(startDesk()));

describe('money beside the holdings', () => {
  const long = rowOf({ symbol: 'VTI', quantity: '10', price: '300', value: '3000' });
  const short = rowOf({ symbol: 'GME', quantity: '-100', price: '20', value: '-2000' });
  const amounts = ({ cash, marginLoan, shortCredit, equity }: ReturnType<typeof outcomeOf>) =>
    [cash, marginLoan, shortCredit, equity].map((each) => each.toText());

  it('a source without loan and cash must be told both; 0 is an answer, nothing is none', () => {
    const found = foundOf({ layout: 'm1', questions: ['margin-loan', 'cash'] }, { rows: [long] });
    expect(outcome(found).unanswered).toEqual(['loan', 'cash']);
    const told = { ...start(found), answers: { loan: '1200', cash: '0', credit: null } };
    expect(outcome(found, told).unanswered).toEqual([]);
    expect(amounts(outcome(found, told))).toEqual(['0', '1200', '0', '1800']);
  });

  it('what is typed as cash is cash: 3,000 + 500 − 1,200', () => {
    const found = foundOf({ layout: 'm1', questions: ['margin-loan', 'cash'] }, { rows: [long] });
    const told = { ...start(found), answers: { loan: '1200', cash: '500', credit: null } };
    expect(amounts(outcome(found, told))).toEqual(['500', '1200', '0', '2300']);
  });

  it('where the loan is typed, the credit is its own amount and must be told with a short', () => {
    const cash = rowOf({ fate: 'cash', value: '100' });
    const found = foundOf({ layout: 'fidelity', questions: ['margin-loan'] }, { rows: [long, short, cash] });
    expect(outcome(found).unanswered).toEqual(['loan', 'credit']);
    const told = { ...start(found), answers: { loan: '500', cash: null, credit: '2100' } };
    // 3,000 − 2,000 + 100 + 2,100 − 500
    expect(amounts(outcome(found, told))).toEqual(['100', '500', '2100', '2700']);
  });

  it('a credit beyond the cash of the file takes the cash first and then makes a loan', () => {
    const cash = rowOf({ fate: 'cash', value: '1500' });
    const found = foundOf({}, { rows: [long, short, cash] });
    const told = { ...start(found), answers: { loan: null, cash: null, credit: '2000' } };
    // 1,500 − 2,000 = −500; equity 3,000 − 2,000 + 1,500 either way.
    expect(amounts(outcome(found))).toEqual(['1500', '0', '0', '2500']);
    expect(amounts(outcome(found, told))).toEqual(['0', '500', '2000', '2500']);
  });

  it('a loan on a row of its own is that loan, beside the cash', () => {
    const rows = [
      long,
      rowOf({ fate: 'cash', value: '250' }),
      rowOf({ fate: 'cash', money: 'marginLoan', value: '-900' }),
    ];
    expect(amounts(outcome(foundOf({}, { rows })))).toEqual(['250', '900', '0', '2350']);
  });

  it('a loan whose amount could not be read is owed once it is typed, and never a holding', () => {
    const text = 'Symbol,Quantity,Price,Market Value\nVTI,10,300,3000\nMargin loan,,,12x\nCash,,,(1x)\n';
    const found = foundIn(text);
    const at = (symbol: string) => found.accounts[0]?.rows.findIndex((row) => row.symbol === symbol) ?? -1;
    expect(outcome(found).open).toEqual([at('Margin loan'), at('Cash')]);
    const typed = chooseRow(start(found), at('Margin loan'), { edit: { value: '900' } });
    const one = outcome(found, typed);
    expect(one.holdings.map(({ symbol }) => symbol)).toEqual(['VTI']);
    expect([outcome(found), one].map(({ unanswered }) => unanswered)).toEqual([['loan', 'cash'], ['cash']]);
    // 3,000 − 900, and less 50 that stand in brackets, as what is owed does.
    expect(amounts(one)).toEqual(['0', '900', '0', '2100']);
    const both = outcome(found, chooseRow(typed, at('Cash'), { edit: { value: '50' } }));
    expect([both.open, both.unanswered]).toEqual([[], []]);
    expect(amounts(both)).toEqual(['0', '950', '0', '2050']);
  });

  it('an amount typed over one that is owed is owed, over cash it is cash', () => {
    const rows = [
      long,
      rowOf({ fate: 'cash', value: '250' }),
      rowOf({ fate: 'cash', money: 'marginLoan', value: '-900' }),
    ];
    const found = foundOf({}, { rows });
    const loan = chooseRow(start(found), 2, { edit: { value: '1000' } });
    // 3,000 + 250 − 1,000, and with 300 of cash.
    expect(amounts(outcome(found, loan))).toEqual(['250', '1000', '0', '2250']);
    const cash = chooseRow(loan, 1, { edit: { value: '300' } });
    expect(amounts(outcome(found, cash))).toEqual(['300', '1000', '0', '2300']);
    // Negative cash typed over: 3,000 + 250 − 1,200.
    const debit = foundOf({}, { rows: [long, rowOf({ fate: 'cash', value: '-900' })] });
    expect(amounts(outcome(debit, chooseRow(start(debit), 1, { edit: { value: '1200' } })))).toEqual([
      '0',
      '1200',
      '0',
      '1800',
    ]);
    const refused = chooseRow(loan, 2, { refused: { value: '1,0,0' } });
    expect(outcome(found, refused).open).toEqual([2]);
  });

  it('pending activity and a money-market fund count only once the person says so', () => {
    const rows = [
      long,
      rowOf({ fate: 'pending', value: '-250' }),
      rowOf({ fate: 'moneyMarket', symbol: 'VMFXX', value: '1503.21' }),
    ];
    const found = foundOf({}, { rows });
    expect(amounts(outcome(found))[0]).toBe('0');
    expect(accountWith(found).excluded).toEqual([
      { label: 'Pending activity', reason: 'not settled' },
      { label: 'VMFXX', reason: 'money-market fund, not counted' },
    ]);
    const both = [1, 2].reduce((said, index) => chooseRow(said, index, { isTaken: true }), start(found));
    // 1,503.21 − 250
    expect(amounts(outcome(found, both))[0]).toBe('1253.21');
  });
});

describe('rows', () => {
  it('a price of its own that has no end gives the value to the cent, of a short too: 100 ÷ 3', () => {
    const row = (quantity: string, value: string) =>
      accountWith(foundOf({}, { rows: [rowOf({ symbol: 'X', quantity, value })] })).positions[0];
    // Longs are printed cut off, shorts raised: 33.33… × 3 is $100.00 either way round only with these last figures.
    expect(row('3', '100')).toMatchObject({ side: 'long', price: '33.333333333333333334' });
    expect(row('-3', '-100')).toMatchObject({ side: 'short', price: '33.333333333333333333' });
    // 200 ÷ 3 = 66.66…7, whose last figure says it most plainly.
    expect(row('-3', '-200')).toMatchObject({ price: `66.${'6'.repeat(18)}` });
    // 100.25 ÷ 8 = 12.53125 has an end; 10 ÷ 30,000,000 = 0.000000333…
    expect(row('8', '100.25')).toMatchObject({ price: '12.53125' });
    expect(row('30000000', '10')).toMatchObject({ price: '0.000000333333333334' });
  });

  it('value ÷ shares without an end gives back the value to the cent: 9,070.77 ÷ 30.12345', () => {
    const rows = [
      rowOf({ symbol: 'VTI', quantity: '30.12345', price: '301.12', isPriceDerived: true, value: '9070.77' }),
    ];
    const [holding] = outcome(foundOf({}, { rows })).holdings;
    expect(holding?.isPriceDerived).toBe(true);
    expect(holding?.worth.toFixed(2, 'down')).toBe('9070.77');
    expect(holding?.worth.minus(outcome(foundOf({}, { rows })).longValue).sign()).toBe(0);
  });

  it('a holding with a value and no shares is known by its value', () => {
    const rows = [rowOf({ symbol: 'FUND', value: '1200' })];
    expect(accountWith(foundOf({}, { rows })).positions).toEqual([
      { id: 'p1', symbol: 'FUND', side: 'long', marketValue: '1200' },
    ]);
  });

  it('one sold short and known by its value has that value, on the short side', () => {
    const rows = [rowOf({ symbol: 'GME', value: '-1200' })];
    expect(accountWith(foundOf({}, { rows })).positions).toEqual([
      { id: 'p1', symbol: 'GME', side: 'short', marketValue: '1200' },
    ]);
  });

  it('a minimum a share is a short’s alone', () => {
    const extra = { perShareMinimum: '5' };
    const rows = [
      rowOf({ symbol: 'GME', quantity: '-100', price: '20', value: '-2000', extra }),
      rowOf({ symbol: 'VTI', quantity: '10', price: '300', value: '3000', extra }),
    ];
    expect(accountWith(foundOf({}, { rows })).positions).toEqual([
      { id: 'p1', symbol: 'GME', side: 'short', shares: '100', price: '20', perShareMinimum: '5' },
      { id: 'p2', symbol: 'VTI', side: 'long', shares: '10', price: '300' },
    ]);
  });

  it('what was not understood stays open until it is mended or left out, and is never 0', () => {
    const row = rowOf({
      fate: 'unread',
      reason: 'unreadable-quantity',
      symbol: 'IBM',
      price: '200',
      unreadText: '1O',
    });
    const found = foundOf({}, { rows: [row] });
    expect(outcome(found).open).toEqual([0]);
    const mended = chooseRow(start(found), 0, { edit: { shares: '10' } });
    expect(outcome(found, mended).longValue.toText()).toBe('2000');
    const refused = chooseRow(mended, 0, { refused: { price: 'x' } });
    expect(outcome(found, refused).open).toEqual([0]);
    const left = outcome(found, leaveOut(start(found), [0]));
    expect(left.open).toEqual([]);
    expect(left.leftOut).toHaveLength(1);
  });

  it('a value far from shares × price is open until one of them is typed: 10,000 at 98.75 is no $9,875', () => {
    const row = rowOf({
      fate: 'unread',
      reason: 'value-apart',
      symbol: 'NOTE 2031',
      quantity: '10000',
      price: '98.75',
      value: '9875',
    });
    const found = foundOf({}, { rows: [row] });
    const settled = (edit: RowEdit) => outcome(found, chooseRow(start(found), 0, { edit }));
    expect(outcome(found).open).toEqual([0]);
    expect(settled({ symbol: 'X' }).open).toEqual([0]);
    expect(settled({ price: '0.9875' }).longValue.toText()).toBe('9875');
    expect(settled({ shares: '100' }).longValue.toText()).toBe('9875');
  });

  it('a value in another currency is no amount of dollars: taken in, it asks for one', () => {
    const row = rowOf({
      fate: 'excluded',
      reason: 'foreign-currency',
      symbol: 'SAP',
      quantity: '5',
      price: '100',
      value: '500',
    });
    const found = foundOf({}, { rows: [row] });
    const taken = chooseRow(start(found), 0, { isTaken: true });
    expect(outcome(found, taken).open).toEqual([0]);
    const priced = chooseRow(taken, 0, { edit: { price: '110' } });
    expect(outcome(found, priced).longValue.toText()).toBe('550');
  });

  it('what is held in cash and on margin is one holding: 12,000 and 12,000 of 100,000 are 24 %, for which Fidelity adds 10 points', () => {
    const row = (symbol: string, quantity: string, at = '100') => rowOf({ symbol, quantity, price: at });
    const rows = [
      row('NVDA', '120'),
      row('KO', '100', '760'),
      row('NVDA', '120', '100.00'),
      row('NVDA', '-5'),
      row('IBM', '1'),
      row('IBM', '1', '101'),
    ];
    const found = outcome(foundOf({ layout: 'fidelity' }, { rows }));
    expect(found.holdings.map(({ symbol, side, shares }) => [symbol, side, shares])).toEqual([
      ['NVDA', 'long', '240'],
      ['KO', 'long', '100'],
      ['NVDA', 'short', '5'],
      ['IBM', 'long', '1'],
      ['IBM', 'long', '1'],
    ]);
    expect(found.joined).toEqual(['NVDA']);
    // 24,000 + 76,000 + 201
    expect(found.longValue.toText()).toBe('100201');
    const byValue = [rowOf({ symbol: 'FUND', value: '1200' }), rowOf({ symbol: 'FUND', value: '0.50' })];
    expect(accountWith(foundOf({}, { rows: byValue })).positions).toMatchObject([{ marketValue: '1200.5' }]);
    const weighed = [row('KO', '1'), row('KO', '1')].map((each) => ({
      ...each,
      extra: { targetWeight: '0.5' },
    }));
    expect(outcome(foundOf({}, { rows: weighed })).holdings).toHaveLength(2);
  });

  it('what another account of the file tells of its money is not told of this one', () => {
    const rows = [rowOf({ symbol: 'VTI', quantity: '1', price: '300', value: '300' })];
    const cash = rowOf({ fate: 'cash', value: '-5000' });
    const accounts = [
      accountOf({ id: '1', rows: [...rows, cash], cash: '-5000' }),
      accountOf({ id: '2', rows }),
    ];
    const found = { ...foundOf({ layout: 'table' }), accounts };
    expect(outcome(found).unanswered).toEqual([]);
    expect(outcome(found, chooseAccount(start(found), '2')).unanswered).toEqual(['loan', 'cash']);
  });

  it('another account of the file begins anew', () => {
    const found = {
      ...foundOf({}),
      accounts: [accountOf({ id: '1' }), accountOf({ id: '2', rows: [rowOf({ symbol: 'X', value: '7' })] })],
    };
    const said = { ...leaveOut(start(found), [0]), answers: { loan: '9', cash: null, credit: null } };
    const other = chooseAccount(said, '2');
    expect(outcome(found, other).longValue.toText()).toBe('7');
    expect(other.answers.loan).toBeNull();
  });
});
