// Tables of any origin: headings by name, figures strictly, rows that cannot be trusted handed to the person.
import { describe, expect, it } from 'vitest';
import { readImport } from '@/io/import/read-import';
import { foundIn, holdingsOf, named, rowsOf } from './samples';

/** What becomes of a row under headings, with a plain holding below it. */
const rowOf = (heading: string, row: string) => {
  const plain: Record<string, string> = { Symbol: 'ZZZ', Shares: '1', Price: '1' };
  const other = heading.split(',').map((name) => plain[name] ?? '');
  return rowsOf(foundIn([heading, row, other.join(',')].join('\n')))[1];
};

describe('headings', () => {
  it('are found by name in any order, after lines of prose, with tabs, semicolons or bars', () => {
    for (const between of ['\t', ',', ';', '|'])
      expect(
        holdingsOf(
          foundIn(
            [
              'My list',
              '',
              ['Mark', 'Ticker', 'Qty #'].join(between),
              ['228.40', 'AAPL', '300'].join(between),
            ].join('\n'),
          ),
        ),
      ).toEqual([['AAPL', '300', '228.40']]);
  });

  it('columns that name dollars: shares held at a price, not only their value', () => {
    expect(
      holdingsOf(foundIn('Ticker,Shares Held,Price (USD),Market Value (USD)\nAAPL,10,228.40,2284')),
    ).toEqual([['AAPL', '10', '228.40']]);
  });

  it('a table whose holdings have names only', () => {
    expect(holdingsOf(foundIn('Name,Shares,Price\nUS Stocks,3,300'))).toEqual([['US Stocks', '3', '300']]);
    // It may be a sum: the person says.
    expect(named(foundIn('Name,Shares,Price\nTotal Stocks,3,300'), 'unread')).toEqual([
      'Total Stocks (no-symbol)',
    ]);
  });

  it('a column that was read wrongly is named anew: the second price instead of the first', () => {
    const text = 'Symbol,Shares,Price,Bid\nAAPL,300,228.40,228.35';
    expect(holdingsOf(foundIn(text, { columns: { 2: null, 3: 'price' } }))).toEqual([
      ['AAPL', '300', '228.35'],
    ]);
    expect(foundIn(text, { columns: { 3: 'price' } }).columns.map(({ role }) => role)).toEqual([
      'symbol',
      'quantity',
      null,
      'price',
    ]);
  });
});

describe('a row', () => {
  const heading = 'Symbol,Side,Shares,Price,Market Value,Type';
  it.each([
    ['AAPL,,300,228.40,"68,520.00",', { fate: 'holding', reason: null, quantity: '300' }],
    ['aapl,,300,228.40,,', { fate: 'holding', symbol: 'AAPL' }],
    ['TSLA,Short,50,321.60,"16,080.00",', { fate: 'holding', quantity: '-50', value: '-16080.00' }],
    ['TSLA,Short,-50,321.60,"-16,080.00",', { fate: 'holding', quantity: '-50' }],
    ['TSLA,Long,-50,321.60,,', { fate: 'unread', reason: 'side-against-sign' }],
    ['TSLA,,50,321.60,"-16,080.00",', { fate: 'unread', reason: 'side-against-sign' }],
    ['TSLA,sideways,50,321.60,,', { fate: 'unread', reason: 'side-against-sign', unreadText: 'sideways' }],
    ['AAPL,,3OO,228.40,,', { fate: 'unread', reason: 'unreadable-quantity', unreadText: '3OO' }],
    ['AAPL,,300,"228,4",,', { fate: 'unread', reason: 'unreadable-price', unreadText: '228,4' }],
    ['AAPL,,300,-228.40,,', { fate: 'unread', reason: 'unreadable-price' }],
    ['AAPL,,300,,,', { fate: 'unread', reason: 'no-worth' }],
    ['AAPL,,0,228.40,0.00,', { fate: 'notAPosition', reason: 'zero' }],
    ['AAPL,,0,228.40,5.00,', { fate: 'unread', reason: 'unreadable-quantity' }],
    ['AAPL,,300,228.40,"67,852.00",', { fate: 'holding', reason: 'value-apart' }],
    // A price for 100 of face value, or in pence: 10,000 × 98.75 is a hundred times $9,875.
    [
      'Uncle Sam 2031,,"10,000",98.75,"9,875.00",',
      { fate: 'unread', reason: 'value-apart', unreadText: '98.75' },
    ],
    ['VOD.L,,-100,7050,"-7,050.00",', { fate: 'unread', reason: 'value-apart', quantity: '-100' }],
    ['AAPL,,300,228.40,0.00,', { fate: 'unread', reason: 'value-apart' }],
    ['AAPL,,300,228.4,"68,521.00",', { fate: 'holding', reason: null }],
    ['AAPL,,1000000000000000,1,,', { fate: 'unread', reason: 'out-of-range' }],
    [',,300,228.40,,', { fate: 'unread', reason: 'no-symbol' }],
    ['"=HYPERLINK(""http://x"",""AAPL"")",,300,228.40,,', { fate: 'unread', reason: 'no-symbol' }],
    ["'=1+1,,300,228.40,,", { fate: 'unread', reason: 'no-symbol' }],
    ['="AAPL",,300,228.40,,', { fate: 'holding', symbol: 'AAPL' }],
    ['Account value,,,,"68,520.00",', { fate: 'unread', reason: 'no-symbol' }],
    ['Total,,,,"68,520.00",', { fate: 'notAPosition', reason: 'total' }],
    ['USD,,10,65.00,650.00,', { fate: 'holding', symbol: 'USD' }],
    ['USD,,,,650.00,', { fate: 'cash', value: '650.00' }],
    ['SPAXX,,650,1.00,650.00,', { fate: 'cash', value: '650.00' }],
    ['SWVXX,,650,1.00,650.00,', { fate: 'moneyMarket', value: '650.00' }],
    ['VMFXX,,-2500,1.00,-2500.00,', { fate: 'cash', money: 'cash', value: '-2500.00' }],
    ['Bank Sweep,,,,20.00,Cash and Money Market', { fate: 'cash', value: '20.00' }],
    ['BTC,,0.5,90000,45000,Cryptocurrency', { fate: 'holding', extra: { marginable: false } }],
    ['E1DZ6 C6000,,1,60,3000,FSFOP', { fate: 'excluded', reason: 'future' }],
    ['/ESZ26,,1,6000,300000,', { fate: 'excluded', reason: 'future' }],
    ['912797KX4,,1000,99,990,US Treasury', { fate: 'excluded', reason: 'bond' }],
    ['31617E869,,12.5,40,500,', { fate: 'excluded', reason: 'fund-code' }],
    ['AAPL,,300,228.40,,,,stray', { fate: 'unread', reason: 'broken-row' }],
    ['AAPL,,300', { fate: 'unread', reason: 'broken-row' }],
    ['"AAPL,,300,228.40,,', { fate: 'unread', reason: 'broken-row' }],
  ])('%s', (row, expected) => {
    expect(rowOf(heading, row)).toMatchObject(expected);
  });

  it('after a quotation mark that does not close the others are read all the same', () => {
    const found = foundIn('Symbol,Shares,Price\n"AAPL,300,228.40\nVTI,3,300\n"BND,5,"70\nVOO,1,612.30');
    expect(named(found, 'unread')).toHaveLength(2);
    expect(holdingsOf(found)).toEqual([
      ['VTI', '3', '300'],
      ['VOO', '1', '612.30'],
    ]);
  });

  it('where decimals have a comma no figure with one is guessed: 1,234 may be either', () => {
    const found = foundIn('Symbol;Shares;Price\nAAPL;300;228,40\nVTI;1,234;300');
    expect(named(found, 'unread')).toEqual(['AAPL (unreadable-price)', 'VTI (unreadable-quantity)']);
  });

  it('nor is a point before three digits there: 1.234 beside 12,50 may be 1,234', () => {
    const found = foundIn('Symbol;Shares;Value\nAAPL;;1.234\nVTI;;12,50\nF;10;0.125');
    expect(named(found, 'unread')).toEqual(['AAPL (unreadable-value)', 'VTI (unreadable-value)']);
    expect(holdingsOf(found)).toEqual([['F', '10', '0.0125']]);
  });

  it('where every point stands before three digits nothing says what it is; one other point does', () => {
    const table = (last: string) => foundIn(`Symbol;Value\nAAPL;1.234\nVTI;${last}`);
    expect(named(table('2.500'), 'unread')).toHaveLength(2);
    expect(named(table('2.500.000'), 'unread')).toHaveLength(2);
    expect(named(table('2.50'), 'unread')).toHaveLength(0);
    expect(holdingsOf(foundIn('Symbol,Shares,Price\nFXAIX,210.337,231'))).toEqual([
      ['FXAIX', '210.337', '231'],
    ]);
  });

  it('in our own table after a spreadsheet that writes decimals with a comma: a beta of 1,125 is not 1125', () => {
    const heading =
      'Symbol;Side;Shares;Price;Value;Rate;Minimum per share;Beta;Group;Leverage;Marginable;Target weight';
    const found = foundIn(`${heading}\nVTI;long;2;3;6;;;1,125;;;;\nF;long;1;2;2;0,3;;;;;;`);
    expect(named(found, 'unread')).toEqual(['VTI (unreadable-detail)', 'F (unreadable-detail)']);
  });

  it('in a currency other than dollars it is named and left out', () => {
    expect(rowOf('Symbol,Shares,Price,Currency', 'SAP,10,200,EUR')).toMatchObject({
      fate: 'excluded',
      reason: 'foreign-currency',
    });
  });

  it('what has no symbol is read by its description: cash, pending activity', () => {
    const read = (row: string) => rowOf('Description,Symbol,Shares,Price,Market Value', row);
    expect(read('CASH,—,1503.21,1,1503.21')).toMatchObject({ fate: 'cash', value: '1503.21' });
    expect(read('Pending Activity,,,,-25.00')).toMatchObject({ fate: 'pending', value: '-25.00' });
    expect(read('SOME CUSTODY,--,5,2,10.00')).toMatchObject({ fate: 'unread', reason: 'no-symbol' });
  });

  it('cash with two figures is not chosen between', () => {
    expect(rowOf('Symbol,Shares,Price,Cost', 'Cash,100,2.00,300')).toMatchObject({ fate: 'holding' });
    expect(rowOf('Symbol,Shares,Price,Cost', 'Cash & Cash Investments,,2.00,300')).toMatchObject({
      fate: 'unread',
      reason: 'unreadable-value',
    });
  });
});

describe('shares and funds whose symbol means money elsewhere', () => {
  it('LOAN, CASH and USD at a price are holdings: 1,000 LOAN at $5.40 are $5,400 held, not owed', () => {
    const found = foundIn(
      'Symbol,Shares,Price,Market Value\nLOAN,1000,5.40,"$5,400.00"\nCASH,100,70,7000\nUSD,10,65,650\nLoan,,,"61,240.55"',
    );
    expect(holdingsOf(found)).toEqual([
      ['LOAN', '1000', '5.40'],
      ['CASH', '100', '70'],
      ['USD', '10', '65'],
    ]);
    expect(found.accounts[0]?.cash).toBe('-61240.55');
  });

  it('without a column of prices the value tells: M1’s 10 USD for $650.00 are a fund at 65, 650 for $650.00 cash', () => {
    const m1 =
      'Symbol,Name,Quantity,Avg. Price,Cost Basis,Unrealized Gain ($),Unrealized Gain (%),Value\nUSD,ProShares Ultra Semiconductors,';
    expect(holdingsOf(foundIn(`${m1}10,,,,,650.00`))).toEqual([['USD', '10', '65']]);
    expect(foundIn(`${m1}650,,,,,650.00`).accounts[0]?.cash).toBe('650');
  });

  it('one "Cash" at 5,000 is an amount that a person filled in so; one CASH at 70 is a share', () => {
    expect(foundIn('Symbol,Shares,Price\nCash,1,"5,000"\nCASH,1,70').accounts[0]?.cash).toBe('5000');
  });
});

describe('ten thousand rows', () => {
  it('each is a holding; more than 100,000 lines or 20 million characters are refused', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => `A${String(index).padStart(4, '0')},${index + 1},10.5`,
    );
    const found = foundIn(['Symbol,Shares,Price', ...rows].join('\n'));
    expect(holdingsOf(found)).toHaveLength(10_000);
    // 10.5 × (1 + … + 10,000) = 10.5 × 50,005,000
    expect(found.accounts[0]?.readTotal).toBe('525052500');
    expect(readImport('x'.repeat(20_000_001))).toMatchObject({ refusal: 'too-large' });
  });
});
