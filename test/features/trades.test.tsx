// Trades of single holdings tried and taken with the real store: what each would do, in figures from a pencil, and why not.
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { backToToday, setMarketMove } from '@/state/lever-edits';
import { commit, undoStep } from '@/state/store';
import { account, choose, kind, open, part, put, type } from '../support/trade-part';
import { changes, excess, list } from '../support/what-if-panel';

describe('holdings', () => {
  beforeEach(() => open());

  it('40 VTI for $9,600: $8,600 is borrowed, equity stays, $4,800 of $7,000 is enough', async () => {
    await type('Shares to buy', '40');
    expect(part()).toContain(
      '$8,600 is borrowed: cash covers $1,000 of the $9,600, and the loan becomes $18,600.',
    );
    expect(part()).toContain('Equity stays $23,000.00.');
    expect(part()).toContain(
      'the Federal Reserve’s initial requirement takes $4,800, and $7,000 is there: enough.',
    );
    // 13,800 less a quarter of 9,600.
    expect(part()).toContain('$11,400.00, was $13,800.00');
    // 9,000 ÷ (24,000 × 75 % + 8,000 × 60 %) = 39.47 %; 18,600 ÷ (33,600 × 75 % + 4,800) = 62 %.
    expect(part()).toContain('Fall to the call38.0 %, was 60.5 %');
    await put();
    expect(changes()).toEqual([
      { type: 'trade', position: 'p1', shares: '40' },
      { type: 'moveMarket', ratio: '0' },
    ]);
    expect(excess()).toBe('11400');
    expect(list()).toContain('Buy 40 VTI at $240.00 ($9,600.00)');
    expect(part()).toContain('It is in the what-if');
    expect(screen.getByLabelText('Shares to buy')).toHaveValue('');
    act(undoStep);
    expect(changes()).toEqual([]);
    expect(part()).not.toContain('It is in the what-if');
  });

  it('once “Back to today” took a deposit out, nothing says that it is in the what-if', async () => {
    await kind('Deposit');
    await type('Money that comes in', '2000');
    await put();
    expect(part()).toContain('It is in the what-if');
    act(() => commit(setMarketMove('-0.1')));
    expect(part()).toContain('It is in the what-if');
    act(() => commit(backToToday));
    expect(part()).not.toContain('It is in the what-if');
  });

  it('$1,000 of a holding required at 100 % takes $500 on the day, and the broker asks for all of it', async () => {
    await kind('Buy a new holding');
    await userEvent.type(screen.getByLabelText('Symbol'), 'XYZ');
    await type('The broker requires of it', '100');
    await type('Shares', '10');
    await type('Price of a share', '100');
    expect(part()).toContain(
      'the Federal Reserve’s initial requirement takes $500, and $7,000 is there: enough. The broker asks for more: its requirement rises by $1,000, and $13,800 was above it.',
    );
  });

  it('$900 of NVDA is paid with cash: nothing is borrowed', async () => {
    await choose('Which holding', 'NVDA');
    await type('Dollars to buy', '900');
    expect(part()).toContain('Cash pays for all of it, and $100 of cash is left. Nothing is borrowed.');
  });

  it('$20,000 of NVDA takes $10,000 where $7,000 is there: a Fed call of $3,000; $14,400 one of $200', async () => {
    await choose('Which holding', 'NVDA');
    await type('Dollars to buy', '20000');
    expect(part()).toContain('a Fed call of $3,000, to be paid within settlement and two more business days');
    expect(part()).not.toContain('waive');
    await type('Dollars to buy', '14400');
    expect(part()).toContain('a Fed call of $200');
    expect(part()).toContain('A broker may waive $1,000 or less.');
  });

  it('two purchases of one what-if are of the same day: $9,600, then $6,000 more takes $7,800 together', async () => {
    await type('Shares to buy', '40');
    await put();
    await type('Shares to buy', '25');
    expect(part()).toContain(
      'with the other trades of this what-if as of the same day, the Federal Reserve’s initial requirement takes $7,800, and $7,000 is there: a Fed call of $800',
    );
  });

  it('140 of 100 VTI cannot be sold: said at the field, and what is typed stays', async () => {
    await kind('Sell');
    await type('Shares to sell', '140');
    const field = screen.getByLabelText('Shares to sell');
    expect(field).toBeInvalid();
    expect(field).toHaveValue('140');
    expect(field).toHaveAccessibleDescription('Not possible: only 100 shares ($24,000) are held.');
    expect(screen.queryByRole('button', { name: 'Put it into the what-if' })).toBeNull();
    expect(changes()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'All of it: 100' }));
    expect(part()).toContain('$24,000 comes in as cash. Equity stays $23,000.00.');
    await put();
    expect(excess()).toBe('19800');
  });

  it('letters are refused with a reason; Escape takes them back', async () => {
    await type('Shares to buy', '4');
    await type('Shares to buy', 'abc');
    expect(screen.getByLabelText('Shares to buy')).toBeInvalid();
    await userEvent.type(screen.getByLabelText('Shares to buy'), '{Escape}');
    expect(screen.getByLabelText('Shares to buy')).toHaveValue('4');
  });

  it('10 TSLA at $300, required at 50 %: $2,000 is borrowed; then it can be sold again', async () => {
    await kind('Buy a new holding');
    await userEvent.type(screen.getByLabelText('Symbol'), 'TSLA');
    await type('The broker requires of it', '50');
    await type('Shares', '10');
    await type('Price of a share', '300');
    expect(part()).toContain('$2,000 is borrowed: cash covers $1,000 of the $3,000');
    await put();
    expect(list()).toContain('Buy 10 TSLA at $300.00 ($3,000.00)');
    // 13,800 less half of 3,000.
    expect(excess()).toBe('12300');
    await kind('Sell');
    await choose('Which holding', 'TSLA');
    await type('Shares to sell', '10');
    await put();
    expect(excess()).toBe('13800');
  });

  it('$5,000 moved in at 40 %: equity rises by $5,000, the excess by $3,000', async () => {
    await kind('Move in shares you own outright');
    await choose('In', 'dollars');
    await type('The broker requires of it', '40');
    await type('Dollars', '5000');
    expect(part()).toContain('Nothing is paid: equity rises by $5,000, and the excess by $3,000');
    expect(part()).not.toContain('initial requirement');
    await put();
    expect(excess()).toBe('16800');
  });

  it('NVDA removed: $8,000 goes from 40 to 25 %, the requirement falls by $1,200', async () => {
    await kind('Remove a holding, reinvest in the rest');
    await choose('Which holding', 'NVDA');
    expect(part()).toContain('$8,000 moves from 40 % to 25 % holdings, so the requirement falls by $1,200.');
    expect(part()?.split('Equity stays')).toHaveLength(2);
    await put();
    expect(excess()).toBe('15000');
  });

  it('with the market at −10 % it trades at those prices, and says so', async () => {
    act(() => commit(setMarketMove('-0.1')));
    await type('Shares to buy', '10');
    expect(part()).toContain('Traded at the prices of this what-if');
    // 10 × 216, of which 1,000 in cash.
    expect(part()).toContain('$1,160 is borrowed');
  });
});

describe('shorts', () => {
  const words = /short|Reg T|credit|beta/i;

  it('an account of longs reads of them only once more kinds are asked for', async () => {
    open();
    const titles = screen
      .getAllByRole('option')
      .map(({ textContent }) => textContent ?? '')
      .filter((title) => title !== '');
    expect(titles.join()).not.toMatch(words);
    for (const title of ['Buy', 'Sell', 'Rebalance to targets', 'Deposit', 'Withdraw']) {
      await kind(title);
      expect(part()).not.toMatch(words);
    }
    await userEvent.click(screen.getByRole('button', { name: 'More kinds of trades' }));
    await kind('Sell a new holding short');
    await choose('In', 'dollars');
    await type('Dollars', '2000');
    expect(part()).toContain('The proceeds, $2,000, are credit from short sales: no money to spend.');
    // Half of 2,000 beside 7,000.
    expect(part()).toContain(
      'the Federal Reserve’s initial requirement (Reg T) takes $1,000, and $7,000 is there: enough.',
    );
  });

  it('the last short covered: $1,000 of the credit pays, $500 becomes cash', async () => {
    open({
      shortCredit: '1500',
      positions: [...account.positions, { id: 's', symbol: 'GME', side: 'short', shares: '50', price: '20' }],
    });
    await kind('Buy to cover');
    await type('Shares to buy back', '50');
    expect(part()).toContain('Paid with $1,000 of the credit.');
    expect(part()).toContain('what is left of the credit, $500, becomes cash.');
    await type('Shares to buy back', '60');
    expect(screen.getByLabelText('Shares to buy back')).toHaveAccessibleDescription(
      'Not possible: only 50 shares ($1,000) are held.',
    );
    await kind('Sell more short');
    await type('Shares to sell short', '10');
    await put();
    expect(list()).toContain('Sell 10 GME short at $20.00 ($200.00)');
  });
});
