// A report of activity becomes holdings only when asked for, with what it cannot know.
import { describe, expect, it } from 'vitest';
import { rebuildFromActivity } from '@/io/import/rebuild-activity';
import { sample } from './samples';

const heading =
  '"Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"';
const entry = (day: string, symbol: string, code: string, quantity: string, price: string) =>
  `"${day}","${day}","${day}","${symbol}","${symbol}\nCUSIP: 000000000","${code}","${quantity}","${price}",""`;
const rebuilt = (...entries: string[]) => rebuildFromActivity([heading, ...entries].join('\n'));
const left = ({ reading }: ReturnType<typeof rebuildFromActivity>) =>
  reading.ok
    ? reading.found.accounts[0]?.rows
        .filter(({ reason }) => reason !== 'transaction' && reason !== 'heading' && reason !== 'note')
        .map(({ symbol, quantity, price, fate, reason }) => [symbol, quantity, price, fate, reason])
    : reading.refusal;

describe('Robinhood’s report, on request', () => {
  it('the sample: 12 bought, 2 sold are 10 META at the last trade’s 640.25; the call written is named', () => {
    const result = rebuildFromActivity(sample('robinhood_activity_report.csv'));
    expect(left(result)).toEqual([
      ['META', '10', '640.25', 'holding', 'last-trade-price'],
      ['AAPL 12/18/2026 Call $250.00', '-1', '4.60', 'excluded', 'option'],
    ]);
    expect(result.gaps).toEqual(['before-first-day', 'cash-and-loan', 'prices-of-trades']);
  });

  it('fractions are summed exactly: 0.1 + 0.2 − 0.3 is nothing, and nothing is left to hold', () => {
    const result = rebuilt(
      entry('11/03/2026', 'VTI', 'Sell', '0.3', '$300.00'),
      entry('11/02/2026', 'VTI', 'Buy', '0.2', '$301.00'),
      entry('11/01/2026', 'VTI', 'Buy', '0.1', '$302.00'),
    );
    expect(left(result)).toBe('no-rows');
  });

  it('more sold than bought: the report begins too late, so the number is asked for', () => {
    const result = rebuilt(
      entry('11/03/2026', 'VTI', 'Sell', '5', '$300.00'),
      entry('11/02/2026', 'AAPL', 'Buy', '1', '$1,228.00'),
    );
    expect(left(result)).toEqual([
      ['VTI', '-5', '300.00', 'unread', 'sold-more-than-bought'],
      ['AAPL', '1', '1228.00', 'holding', 'last-trade-price'],
    ]);
  });

  it('a split is neither bought nor sold: the holding is asked for and the code named', () => {
    const result = rebuilt(
      entry('11/03/2026', 'NVDA', 'SPL', '90', ''),
      entry('11/02/2026', 'NVDA', 'Buy', '10', '$1,200.00'),
    );
    expect(left(result)).toEqual([['NVDA', '10', '1200.00', 'unread', 'unreadable-quantity']]);
    expect(result.otherCodes).toEqual(['SPL']);
    expect(result.gaps).toContain('other-movements');
  });

  it('a reverse split is written as "5S": the shares before it are not taken for those after it', () => {
    const result = rebuilt(
      entry('11/03/2026', 'NVDA', 'SPR', '5S', ''),
      entry('11/02/2026', 'NVDA', 'Buy', '50', '$1.20'),
    );
    expect(left(result)).toEqual([['NVDA', '50', '1.20', 'unread', 'unreadable-quantity']]);
    expect(result.otherCodes).toEqual(['SPR']);
  });

  it('a number of shares counts by its code, whatever its sign: 10 bought, −3 and 2 sold are 5', () => {
    const result = rebuilt(
      entry('11/04/2026', 'VTI', 'Sell', '-3', '$300.00'),
      entry('11/03/2026', 'VTI', 'sell', '2', '$299.00'),
      entry('11/02/2026', 'VTI', 'BUY', '10', '$298.00'),
    );
    expect(left(result)).toEqual([['VTI', '5', '300.00', 'holding', 'last-trade-price']]);
  });

  it('the last day’s price is taken, in whichever order the report runs, and of one day the first', () => {
    const days = [
      entry('11/02/2026', 'VTI', 'Buy', '1', '$298.00'),
      entry('11/04/2026', 'VTI', 'Buy', '1', '$300.00'),
      entry('11/04/2026', 'VTI', 'Buy', '1', '$301.00'),
      entry('11/03/2026', 'VTI', 'Buy', '1', ''),
    ];
    expect(left(rebuilt(...days))).toEqual([['VTI', '4', '300.00', 'holding', 'last-trade-price']]);
  });

  it('what was never priced has no worth yet, and what has no symbol waits for one', () => {
    const result = rebuilt(
      entry('11/03/2026', 'VTI', 'Buy', '3', ''),
      entry('11/02/2026', 'A NAME', 'Buy', '2', '$5.00'),
    );
    expect(left(result)).toEqual([
      ['VTI', '3', null, 'unread', 'no-worth'],
      ['A NAME', '2', '5.00', 'unread', 'no-symbol'],
    ]);
  });

  it('dividends, interest and transfers of money move no shares', () => {
    const result = rebuilt(
      entry('11/04/2026', 'VTI', 'CDIV', '', ''),
      entry('11/03/2026', '', 'ACH', '', ''),
      entry('11/02/2026', 'VTI', 'Buy', '3', '$298.00'),
    );
    expect(left(result)).toEqual([['VTI', '3', '298.00', 'holding', 'last-trade-price']]);
    expect(result.otherCodes).toEqual([]);
    expect(result.gaps).not.toContain('other-movements');
  });

  it('an entry without a day is kept as not understood, with what stood there', () => {
    const result = rebuilt(
      entry('someday', 'VTI', 'Buy', '7', '$298.00'),
      entry('11/02/2026', 'VTI', 'Buy', '3', '$298.00'),
    );
    expect(left(result)).toEqual([
      ['VTI', null, null, 'unread', 'unreadable-quantity'],
      ['VTI', '3', '298.00', 'holding', 'last-trade-price'],
    ]);
  });

  it('all of a holding sold beside another that is held is named as nothing, and the other stays', () => {
    const result = rebuilt(
      entry('11/04/2026', 'VTI', 'Sell', '3', '$300.00'),
      entry('11/03/2026', 'BND', 'Buy', '4', '$72.00'),
      entry('11/02/2026', 'VTI', 'Buy', '3', '$298.00'),
    );
    expect(left(result)).toEqual([
      ['VTI', '0', '300.00', 'notAPosition', 'zero'],
      ['BND', '4', '72.00', 'holding', 'last-trade-price'],
    ]);
    const found = result.reading.ok ? result.reading.found : null;
    // Neither what is owed nor the cash nor the day is in the report: each is asked for.
    expect(found?.questions).toEqual(['margin-loan', 'cash', 'as-of']);
  });

  it('anything else is refused', () => {
    expect(rebuildFromActivity('Symbol,Shares\nVTI,3').reading).toMatchObject({ refusal: 'no-header' });
  });
});
