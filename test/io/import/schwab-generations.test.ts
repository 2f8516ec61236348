// Schwab's four generations of headings, in the words of the real files; the rows are composed and their sums done by pencil.
import { describe, expect, it } from 'vitest';
import { foundIn, holdingsOf, named, rowsOf } from './samples';

const quoted = (cells: readonly string[], end = '') => `${cells.map((cell) => `"${cell}"`).join(',')}${end}`;

/** A row under given headings: named cells, `--` elsewhere. */
const rowUnder = (heading: string, cells: Record<string, string>, end = '') =>
  quoted(
    heading
      .replace(/,$/, '')
      .split('","')
      .map((name) => cells[name.replaceAll('"', '')] ?? '--'),
    end,
  );

const generations = {
  2020: '"Symbol","Description","Quantity","Price","Price Change $","Price Change %","Market Value","Day Change $","Day Change %","Cost Basis","Gain/Loss $","Gain/Loss %","Reinvest Dividends?","Capital Gains?","% Of Account","Dividend Yield","Last Dividend","Ex-Dividend Date","P/E Ratio","52 Week Low","52 Week High","Volume","Intrinsic Value","In The Money","Security Type",',
  2023: '"Symbol","Description","Quantity","Price","Price Change %","Price Change $","Market Value","Day Change %","Day Change $","Cost Basis","Gain/Loss %","Gain/Loss $","Ratings","Reinvest Dividends?","Capital Gains?","% Of Account","Security Type"',
  2025: '"Symbol","Description","Qty (Quantity)","Price","Price Chng $ (Price Change $)","Price Chng % (Price Change %)","Mkt Val (Market Value)","Day Chng $ (Day Change $)","Day Chng % (Day Change %)","Cost Basis","Gain $ (Gain/Loss $)","Gain % (Gain/Loss %)","Ratings","Reinvest?","Reinvest Capital Gains?","% of Acct (% of Account)","Security Type"',
  2026: '"Symbol","Description","Price","Qty (Quantity)","Price Chng $ (Price Change $)","Mkt Val (Market Value)","Cost Basis","% of Acct (% of Account)","Asset Type"',
} as const;

describe('Schwab', () => {
  it.each([
    ['2020', generations[2020], ','],
    ['2023', generations[2023], ''],
    ['2025', generations[2025], ''],
    ['2026, price before quantity, rows ending with a comma', generations[2026], ','],
  ])(
    '%s: a long, a short, a fund, an option, a margin loan and the total to the cent',
    (_name, heading, end) => {
      const isLong = heading.includes('Mkt Val');
      const row = (symbol: string, quantity: string, price: string, value: string, type: string) =>
        rowUnder(
          heading,
          {
            Symbol: symbol,
            Description: `${symbol} INC`,
            [isLong ? 'Qty (Quantity)' : 'Quantity']: quantity,
            Price: price,
            [isLong ? 'Mkt Val (Market Value)' : 'Market Value']: value,
            [heading.includes('Asset Type') ? 'Asset Type' : 'Security Type']: type,
          },
          end,
        );
      const found = foundIn(
        [
          '"Positions for account Individual ...123 as of 12:33 PM ET, 2025/05/04"',
          '',
          heading,
          row('BRK/B', '1,200', '$498.10', '$597,720.00', 'Equity'),
          row('TSLA', '-50', '321.60', '-$16,080.00', 'Equity'),
          row('SNAXX', '2,500', '1.00', '$2,500.00', 'Cash and Money Market'),
          row('PANW 09/11/2026 327.50 P', '-3', '5.375', '-$1,612.50', 'Option'),
          row('912797KX4', '1,000', '99.00', '$990.00', 'Fixed Income'),
          row('Cash & Cash Investments', '--', '--', '-$16,531.98', 'Cash and Money Market'),
          row('Account Total', '--', '--', '$566,985.52', '--'),
        ].join('\r\n'),
      );
      expect(found).toMatchObject({ layout: 'schwab', asOf: '2025-05-04', questions: ['short-credit'] });
      expect(holdingsOf(found)).toEqual([
        ['BRK.B', '1200', '498.10'],
        ['TSLA', '-50', '321.60'],
      ]);
      expect(named(found, 'moneyMarket')).toEqual(['SNAXX']);
      expect(named(found, 'excluded')).toEqual(['PANW 09/11/2026 327.50 P (option)', '912797KX4 (bond)']);
      // 597,720 − 16,080 + 2,500 − 1,612.50 + 990 − 16,531.98 = 566,985.52
      expect(found.accounts).toMatchObject([
        {
          label: 'Individual ending 123',
          cash: '-16531.98',
          statedTotal: '566985.52',
          readTotal: '566985.52',
        },
      ]);
    },
  );

  it('all accounts in one file: each with its own headings, cash and total; a nickname is not kept', () => {
    const heading = generations[2023];
    const row = (symbol: string, quantity: string, price: string, value: string) =>
      rowUnder(heading, { Symbol: symbol, Quantity: quantity, Price: price, 'Market Value': value });
    const found = foundIn(
      [
        '"Positions for All-Accounts as of 06:10 PM ET, 11/15/2020"',
        '',
        '"Brokerage XXXX-1234"',
        heading,
        row('AAPL', '10', '$228.40', '$2,284.00'),
        row('Cash & Cash Investments', '--', '--', '$16.00'),
        row('Account Total', '--', '--', '$2,300.00'),
        '"",""',
        '"Miriam’s Roth Contributory IRA ...222"',
        heading,
        row('VTI', '1.5', '$300.00', '$450.00'),
        row('Account Total', '--', '--', '$450.00'),
      ].join('\n'),
    );
    expect(found.asOf).toBe('2020-11-15');
    expect(found.accounts).toMatchObject([
      { label: 'Brokerage ending 234', cash: '16', statedTotal: '2300.00', readTotal: '2300' },
      { label: 'Roth Contributory IRA ending 222', cash: null, statedTotal: '450.00', readTotal: '450' },
    ]);
    expect(holdingsOf(found)).toEqual([
      ['AAPL', '10', '228.40'],
      ['VTI', '1.5', '300.00'],
    ]);
    expect(JSON.stringify(found)).not.toContain('Miriam');
  });

  it('money in futures is named and not counted as cash', () => {
    const heading = generations[2025];
    const row = (symbol: string, value: string, type: string) =>
      rowUnder(heading, { Symbol: symbol, 'Mkt Val (Market Value)': value, 'Security Type': type });
    const found = foundIn(
      [
        heading,
        row('VTI', '$300.00', 'ETFs & Closed End Funds'),
        row('Futures Cash', '$1,000.00', 'Schwab Futures'),
        row('Futures Positions Market Value', '$0.00', 'Schwab Futures'),
      ].join('\n'),
    );
    expect(named(found, 'excluded')).toEqual(['Futures Cash (future)']);
    expect(found.accounts[0]?.cash).toBeNull();
    // Known by its value only.
    expect(rowsOf(found)[1]).toMatchObject({ symbol: 'VTI', quantity: null, price: null, value: '300.00' });
  });
});
