// Trades tried and taken on the page with the real store: what each would do, in figures from a pencil, and why not.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { TradePart } from '@/features/trades/trade-part';
import { WhatIfPanel } from '@/features/what-if/what-if-panel';
import { backToToday, setMarketMove } from '@/state/lever-edits';
import { commit, startDesk, undoStep, useDesk } from '@/state/store';
import { changes, document, excess, list, plain } from '../support/what-if-panel';

/** Equity 23,000, required 6,000 + 3,200, above 13,800; half of 32,000 leaves 7,000 for the day of a purchase. */
const account: AccountInput = {
  name: 'Mine',
  ruleSet: 'm1',
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [
    {
      id: 'p1',
      symbol: 'VTI',
      side: 'long',
      shares: '100',
      price: '240',
      maintenanceRate: '0.25',
      targetWeight: '0.6',
    },
    {
      id: 'p2',
      symbol: 'NVDA',
      side: 'long',
      marketValue: '8000',
      maintenanceRate: '0.4',
      targetWeight: '0.4',
    },
  ],
};
const rest = { type: 'moveMarket', ratio: '0' };

function open(more: Partial<AccountInput> = {}) {
  act(() =>
    useDesk.setState(
      startDesk({ app: 'headroom', schemaVersion: 1, account: { ...account, ...more }, scenarios: [] }),
      true,
    ),
  );
  act(() => useDesk.setState({ openLevers: { trades: true } }));
  render(<WhatIfPanel trades={<TradePart />} />);
}

const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByLabelText(label), option);
const kind = (title: string) => choose('What to do', title);
async function type(label: string, text: string) {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
}
const put = () => userEvent.click(screen.getByRole('button', { name: 'Put it into the what-if' }));
const part = () => plain(screen.getByLabelText('What to do').closest('details'));

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
    expect(changes()).toEqual([{ type: 'trade', position: 'p1', shares: '40' }, rest]);
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

describe('rebalancing', () => {
  // 60 and 40 % of 32,000 are 19,200 and 12,800: 4,800 + 5,120 required.
  it('says what moves into higher rates, and the requirement of each before and after', async () => {
    open();
    await kind('Rebalance to targets');
    expect(part()).toContain(
      '$4,800 moves from 25 % to 40 % holdings, so the requirement rises by $720. Equity stays $23,000.00.',
    );
    const rows = within(screen.getByRole('table', { name: 'Each holding before and after' })).getAllByRole(
      'row',
    );
    expect(rows.map(plain)).toEqual([
      'HoldingValueRequired',
      'VTIat 25 %$19,200.00, was $24,000.00$4,800.00, was $6,000.00',
      'NVDAat 40 %$12,800.00, was $8,000.00$5,120.00, was $3,200.00',
      'Total$32,000.00$9,920.00, was $9,200.00',
    ]);
    await put();
    expect(excess()).toBe('13080');
  });

  // Fidelity: 30 %, and 15 points above 40 % of all, 20 above 50, 30 above 75.
  it('says that large holdings bear rates of their own where those change with the shares', async () => {
    const held = (id: string, marketValue: string, targetWeight: string) =>
      ({ id, symbol: id, side: 'long', marketValue, targetWeight }) as const;
    open({ ruleSet: 'fidelity', positions: [held('A', '30000', '0.5'), held('B', '10000', '0.5')] });
    await kind('Rebalance to targets');
    expect(part()).toContain('Large holdings have rates of their own under these rules');
    // 75 % is not above 75: 50 %, and 25 % of all 40 %; both at 50 % then bear 45 %.
    expect(part()).toContain('at 45 %, was 50 %$20,000.00, was $30,000.00$9,000.00, was $15,000.00');
    expect(part()).toContain('at 45 %, was 40 %$20,000.00, was $10,000.00$9,000.00, was $4,000.00');
  });

  it('a minimum cash above all there is leaves none to invest', async () => {
    open({ minimumCash: '1500' });
    await kind('Rebalance to targets');
    await type('Cash invested with it', '700');
    expect(screen.getByLabelText('Cash invested with it')).toHaveAccessibleDescription(
      'Not possible: there is no cash that can be invested.',
    );
  });

  it('a minimum cash of $400 leaves $600 of $1,000 to invest', async () => {
    open({ minimumCash: '400' });
    await kind('Rebalance to targets');
    await type('Cash invested with it', '700');
    expect(screen.getByLabelText('Cash invested with it')).toHaveAccessibleDescription(
      'Not possible: $600 of cash can be invested.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $600' }));
    // 60 and 40 % of 32,600 are 19,560 and 13,040.
    expect(part()).toContain('$4,440 moves from 25 % to 40 % holdings and $600 of cash into them');
  });

  it('targets of 90 % are said and made 100 % where one stands', async () => {
    const [vti, nvda] = account.positions;
    if (vti === undefined || nvda === undefined) throw new Error('two');
    open({
      positions: [
        { ...vti, targetWeight: '0.54' },
        { ...nvda, targetWeight: '0.36' },
      ],
    });
    await kind('Rebalance to targets');
    expect(part()).toContain('Not possible yet: the target shares make 90 %, not 100 %.');
    await userEvent.click(screen.getByRole('button', { name: /^Make them 100/ }));
    expect(document().account.positions.map(({ targetWeight }) => targetWeight)).toEqual(['0.6', '0.4']);
    expect(part()).toContain('$4,800 moves from 25 % to 40 % holdings');
  });

  it.each([
    ['Open it: the cash stays', '-9000'],
    ['Open it: the cash is invested', '-10000'],
  ])('M1’s example – %s – is an excess of %s', async (name, short) => {
    open();
    await kind('Rebalance to targets');
    await userEvent.click(screen.getByRole('button', { name: 'How can rebalancing cause a call?' }));
    expect(part()).toContain('a call of $9,000');
    expect(part()).toContain('a call of $10,000');
    await userEvent.click(screen.getByRole('button', { name }));
    expect(excess()).toBe(short);
  });

  it('taken by hand on M1’s account it is the same: a call of $9,000 comes of it, with the cash of $10,000', async () => {
    const held = (id: string, marketValue: string, maintenanceRate: string, targetWeight: string) =>
      ({ id, symbol: id, side: 'long', marketValue, maintenanceRate, targetWeight }) as const;
    open({ positions: [held('Funds', '49000', '0.25', '0'), held('Volatile', '0', '1', '1')] });
    await kind('Rebalance to targets');
    expect(part()).toContain('$49,000 moves from 25 % to 100 % holdings');
    expect(part()).toContain('A margin call of $9,000 comes of it.');
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $1,000' }));
    expect(part()).toContain('A margin call of $10,000 comes of it.');
  });
});

describe('money', () => {
  it('a deposit stays as cash, repays the loan, or is invested', async () => {
    open();
    await kind('Deposit');
    await type('Money that comes in', '1000');
    expect(part()).toContain('It stays as cash. Equity and excess rise by all of it, $1,000.');
    await choose('What becomes of it', 'repays the loan');
    expect(part()).toContain('The loan becomes $9,000. Equity and excess rise by all of it, $1,000.');
    await choose('What becomes of it', 'is invested by targets');
    // All of it to NVDA, which lacks most: 400 required.
    expect(part()).toContain(
      'All of it is invested. The excess rises by $600 of the $1,000, for $400 is required of what is bought.',
    );
    await put();
    expect(list()).toContain('$1,000 comes in and is invested');
    expect(excess()).toBe('14400');
    await choose('What becomes of it', 'repays the loan');
    await type('Money that comes in', '2000');
    await put();
    expect(list()).toContain('$2,000 comes in');
    expect(list()).toContain('$2,000 of the loan is repaid from cash');
    expect(excess()).toBe('16400');
    act(undoStep);
    act(undoStep);
    expect(changes()).toEqual([]);
  });

  it('more than the loan cannot repay it', async () => {
    open();
    await kind('Deposit');
    await choose('What becomes of it', 'repays the loan');
    await type('Money that comes in', '11000');
    expect(screen.getByLabelText('Money that comes in')).toHaveAccessibleDescription(
      'Not possible: the loan is $10,000.',
    );
  });

  // M1 at $11,000: equity 2,000, required 2,750.
  it('of M1’s call of $750, $750 invested meets $562.50 and as cash all of it', async () => {
    open({
      positions: [
        {
          id: 'p1',
          symbol: 'VTI',
          side: 'long',
          marketValue: '11000',
          maintenanceRate: '0.25',
          targetWeight: '1',
        },
      ],
    });
    await kind('Deposit');
    await choose('What becomes of it', 'is invested by targets');
    await type('Money that comes in', '750');
    expect(part()).toContain(
      'It meets $562.50 of the call of $750: an invested deposit counts only by (1 − rate). Left as cash, it would meet $750.',
    );
    expect(part()).toContain('The margin call is then $187.50, after $750.');
    await choose('What becomes of it', 'stays as cash');
    expect(part()).toContain('It ends the margin call.');
  });

  it('a withdrawal of $3,000 borrows $2,000, or sells $2,000 of VTI and borrows nothing', async () => {
    open();
    await kind('Withdraw');
    await type('Money that goes out', '3000');
    expect(part()).toContain('$2,000 is borrowed: cash covers $1,000, and the loan becomes $12,000.');
    await choose('Where it comes from', 'cash first, then by selling');
    expect(part()).toContain('$1,000 comes out of cash and $2,000 out of what is sold; nothing is borrowed.');
    await type('Money that goes out', '40000');
    expect(screen.getByLabelText('Money that goes out')).toHaveAccessibleDescription(
      'Not possible: cash and holdings are worth $33,000, and nothing is borrowed.',
    );
  });

  it('a withdrawal that takes the cash of a rebalance before it is refused, and says why', async () => {
    open();
    await kind('Rebalance to targets');
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $1,000' }));
    await put();
    await kind('Withdraw');
    await type('Money that goes out', '500');
    expect(part()).toContain('Not possible: money comes in and goes out first');
    expect(screen.getByLabelText('Money that goes out')).toHaveValue('500');
    expect(screen.queryByRole('button', { name: 'Put it into the what-if' })).toBeNull();
  });

  it('borrowing $500 keeps the excess; the cash repays $1,000 of the loan and no more', async () => {
    open();
    await kind('Borrow and keep as cash');
    await type('Money borrowed', '500');
    expect(part()).toContain('$500 is borrowed: the loan becomes $10,500, the cash $1,500.');
    await kind('Repay the loan from cash');
    await type('Cash that repays', '1200');
    expect(screen.getByLabelText('Cash that repays')).toHaveAccessibleDescription(
      'Not possible: there is $1,000 of cash.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $1,000' }));
    await put();
    expect(list()).toContain('$1,000 of the loan is repaid from cash');
    expect(excess()).toBe('13800');
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
