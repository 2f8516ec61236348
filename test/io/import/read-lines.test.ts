// Free lines as people write them; what has no plain meaning stands there with its text.
import { describe, expect, it } from 'vitest';
import { foundIn, rowsOf } from './samples';

const only = (line: string) => rowsOf(foundIn(`VTI 1 300\n${line}`))[1];
const short = (line: string) => {
  const row = only(line);
  return row && [row.fate, row.symbol, row.quantity, row.price, row.value];
};

describe('one line', () => {
  it.each([
    ['AAPL 300 @ 228.40', '300'],
    ['AAPL 300 @228.40', '300'],
    ['300 AAPL at 228.40', '300'],
    ['300 shares of AAPL @ $228.40', '300'],
    ['AAPL 300 228.40', '300'],
    ['AAPL\t300\t228.40', '300'],
    ['AAPL, 300, 228.40', '300'],
    ['AAPL,300,228.40', '300'],
    ['aapl 300 $228.40', '300'],
    ['long 300 AAPL @ 228.40', '300'],
    ['short 50 AAPL @ 228.40', '-50'],
    ['sold short 50 AAPL @ 228.40', '-50'],
    ['AAPL -50 228.40', '-50'],
    ['short 50 AAPL at $228.40', '-50'],
    ['AAPL (50) 228.40', '-50'],
    ['short -50 AAPL @ 228.40', '-50'],
    ['bought 300 AAPL at 228.40', '300'],
    ['AAPL* 300 @ 228.40', '300'],
    ['300 AAPL price 228.40', '300'],
    ['AAPL 300 @ 228.40;', '300'],
    ['AAPL 1,300 @ 228.40', '1300'],
  ])('%s', (line, quantity) => {
    expect(short(line)).toEqual(['holding', 'AAPL', quantity, '228.40', null]);
  });

  it('a worth without shares, also short', () => {
    expect(short('VTI $49,000')).toEqual(['holding', 'VTI', null, null, '49000']);
    expect(short('short TSLA $5,000.50')).toEqual(['holding', 'TSLA', null, null, '-5000.50']);
  });

  it('a rate of its own: 35% is 0.35', () => {
    expect(only('AAPL 300 @ 228.40 35%')).toMatchObject({
      fate: 'holding',
      extra: { maintenanceRate: '0.35' },
    });
  });

  it.each([
    ['margin loan 61,240.55', '-61240.55', 'marginLoan'],
    ['Margin loan: $61,240.55', '-61240.55', 'marginLoan'],
    ['margin loan balance -61,240.55', '-61240.55', 'marginLoan'],
    ['loan 5', '-5', 'marginLoan'],
    ['cash 1,000', '1000', 'cash'],
    ['cash -1,000', '-1000', 'cash'],
    ['Cash: ($1,000.00)', '-1000.00', 'cash'],
    ['short credit 16,080', '16080', 'shortCredit'],
  ])('%s', (line, value, money) => {
    expect(only(line)).toMatchObject({ fate: 'cash', value, money });
  });

  it.each([
    'AAPL 300 228.40 5',
    'AAPL MSFT 300 228.40',
    'AAPL 300 @',
    'margin loan.55',
    // A trade, not a holding: what is left after it is not said.
    'sold 50 AAPL @ 228.40',
    'AAPL @ 228.40',
    'AAPL 300 @ -228.40',
    'long -50 AAPL @ 228.40',
    'AAPL 300 @ 228.40 400%',
    'AAPL,1,300,228.40',
    // Two sides, or one of them twice.
    'short long 50 AAPL @ 228.40',
    'long short 50 AAPL @ 228.40',
    'short short 50 AAPL @ 228.40',
    'long long 50 AAPL @ 228.40',
    'sold sold short 50 AAPL @ 228.40',
    '50 AAPL short @ 228.40',
    '50 AAPL long @ 228.40',
    // Two prices, two worths, two rates.
    'AAPL 300 @ 228.40 @ 229',
    'AAPL 300 @ @ 228.40',
    'AAPL 300 228.40 @ 229',
    'AAPL 300 @ 228.40 $229',
    'AAPL 300 $228.40 @ 229',
    'AAPL 300 $228.40 $229',
    'AAPL 300 $228.40 229',
    'AAPL 300 @ 228.40 35% 40%',
    // A price of what, and a worth at a price.
    'AAPL @ $228.40',
    'AAPL $5,000 @ 228.40',
    'AAPL 300 @ MSFT',
    '300 @ 228.40',
    'AAPL 300 35%',
    // The number of an account may look so.
    'AAPL 12345',
    `AAPL 300 @ 228.40${' '.repeat(3)}${'0'.repeat(200)}`,
    'AAPL 3 00 @ 228.40',
    'about 300 AAPL at 228.40 or so',
    '=HYPERLINK("http://example.com") 3 4',
    'account 12345678901',
  ])('%s is not understood', (line) => {
    expect(only(line)).toMatchObject({ fate: 'unread', line: 2 });
    expect(JSON.stringify(only(line))).not.toContain('12345678901');
  });

  it('shares without a price: the price is what is asked for', () => {
    expect(only('short 300 AAPL')).toMatchObject({
      fate: 'unread',
      reason: 'unreadable-price',
      symbol: 'AAPL',
      quantity: '-300',
    });
  });

  it('an amount of money that cannot be read stays an amount of money', () => {
    expect(only('margin loan 61.240.55')).toMatchObject({
      fate: 'unread',
      reason: 'unreadable-value',
      symbol: 'margin loan',
      money: 'marginLoan',
      value: null,
    });
    expect(only('cash 1.2.3')).toMatchObject({ fate: 'unread', money: 'cash' });
  });

  it('a fund for cash is one at a dollar only, and nothing held is no position', () => {
    expect(short('SPAXX 1000 @ 1.00')).toEqual(['moneyMarket', 'SPAXX', '1000', '1.00', '1000']);
    expect(short('SPAXX $1,000')).toEqual(['moneyMarket', 'SPAXX', null, null, '1000']);
    expect(short('SPAXX 1000 @ 1.10')?.[0]).toBe('holding');
    expect(only('AAPL 0 @ 228.40')).toMatchObject({ fate: 'notAPosition', reason: 'zero' });
    expect(only('short AAPL $0')).toMatchObject({ fate: 'notAPosition', reason: 'zero', value: '0' });
    expect(only('loan 0')).toMatchObject({ fate: 'cash', value: '0', money: 'marginLoan' });
  });

  it('a number that may be that of an account, and shares beside a rate, are no holding without a price', () => {
    expect(only('AAPL 1234')).toMatchObject({ reason: 'unreadable-price', quantity: '1234' });
    for (const line of ['AAPL 12345', 'AAPL 300 35%', 'AAPL 0'])
      expect(only(line)).toMatchObject({ fate: 'unread', reason: 'no-symbol', quantity: null });
  });

  it('an option is named and left out', () => {
    expect(only('AAPL241220C00150000 2 @ 80')).toMatchObject({ fate: 'excluded', reason: 'option' });
    expect(only('AAPL 12/18/2026 250.00 C, 2, 4.35')).toMatchObject({ fate: 'excluded', reason: 'option' });
  });
});

describe('lines of a letter', () => {
  it('a mark of a list is none of the holding, and a greeting is no position', () => {
    const text = [
      'Hi Tom,',
      'here is what I hold now:',
      '• AAPL 300 @ 228.40',
      '- short 50 TSLA at 321.60',
      '* 40 BRK-B at $498.10',
      'My margin balance is $61,240.55',
      'cash balance of 12.50',
      'Thanks,',
    ].join('\n');
    expect(
      rowsOf(foundIn(text)).map(({ fate, symbol, quantity, value }) => [fate, symbol, quantity ?? value]),
    ).toEqual([
      ['notAPosition', '', null],
      ['notAPosition', '', null],
      ['holding', 'AAPL', '300'],
      ['holding', 'TSLA', '-50'],
      ['holding', 'BRK.B', '40'],
      ['cash', 'My margin balance', '-61240.55'],
      ['cash', 'cash balance', '12.50'],
      ['notAPosition', '', null],
    ]);
  });

  it.each(['I owe the broker 61,240.55', 'i owe $61,240.55', 'my loan is 61,240.55'])(
    '“%s” is the loan',
    (line) => {
      expect(only(line)).toMatchObject({ fate: 'cash', money: 'marginLoan', value: '-61240.55' });
    },
  );

  it('a dash before a figure may be a sign: the side is asked for, the figures are kept', () => {
    // Alone it is a list of lines too.
    expect(rowsOf(foundIn('- 300 shares of AAPL at $228.40'))[0]).toMatchObject({
      fate: 'unread',
      reason: 'side-against-sign',
      symbol: 'AAPL',
      quantity: '300',
      price: '228.40',
    });
  });

  it.each(['AAPL', 'short TSLA', 'Sold everything in 2024', 'margin loan', 'Cash:', 'apple'])(
    '“%s” could be more than a greeting and stays to be mended',
    (line) => {
      expect(only(line)).toMatchObject({ fate: 'unread' });
    },
  );
});
