// The account panel with the real store: typed by value and by shares, half-typed, refused, pasted.
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { selectToday } from '@/state/figures';
import { startDesk, undoStep, useDesk } from '@/state/store';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { account, field, haveThree, paste, positions, press, steps, type } from '../support/account-panel';

beforeEach(() => {
  useDesk.setState(startDesk());
  render(<AccountPanel />);
});

describe('typing holdings', () => {
  it('answers while one types and makes one step of each figure', async () => {
    await press('Type holdings one by one');
    await userEvent.type(field('Value of row 1 in dollars'), '24000');
    expect(positions()).toMatchObject([{ id: 'p1', marketValue: '24000' }]);
    expect(steps()).toBe(0);
    await userEvent.keyboard('{Enter}');
    expect(steps()).toBe(1);
    expect(field('Symbol, row 2')).toHaveFocus();
  });

  it('"200 @ 245" and "200 x 245" in the value are shares and a price: $49,000', async () => {
    await press('Type holdings one by one');
    await type('Value of row 1 in dollars', '200 @ 245');
    expect(positions()).toMatchObject([{ shares: '200', price: '245' }]);
    expect(field('Value of row 1 in dollars')).toHaveValue('49,000');
    expect(screen.getByText('200 × $245')).toBeVisible();
    await type('Value of row 2 in dollars', '10 x 0.5');
    expect(positions()[1]).toMatchObject({ shares: '10', price: '0.5' });
  });

  it('a value typed over shares says what it takes the place of', async () => {
    await press('Type holdings one by one');
    await type('Value of row 1 in dollars', '200 @ 245');
    const value = field('Value of row 1 in dollars');
    await userEvent.clear(value);
    await userEvent.type(value, '50000');
    expect(screen.getByText('This value takes the place of 200 × $245.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(positions()).toMatchObject([{ shares: '200', price: '245' }]);
  });

  it('by shares: Enter goes on to the price and then to the next row', async () => {
    await press('Type holdings one by one');
    await press('Shares × price');
    await userEvent.type(field('Symbol, row 1'), 'VTI{Enter}200{Enter}');
    expect(steps()).toBe(0);
    expect(selectUnfinishedRow(useDesk.getState())).toBe(1);
    expect(field('Price of VTI in dollars')).toHaveFocus();
    await userEvent.keyboard('245{Enter}');
    expect(positions()).toEqual([{ id: 'p1', symbol: 'VTI', side: 'long', shares: '200', price: '245' }]);
    expect(screen.getByText('= $49,000')).toBeVisible();
    expect(field('Symbol, row 2')).toHaveFocus();
    expect(selectUnfinishedRow(useDesk.getState())).toBeNull();
  });

  it('shares typed for a holding known by its value wait for their price', async () => {
    await press('Type holdings one by one');
    await type('Value of row 1 in dollars', '49000');
    await press('Shares × price');
    await type('Shares of row 1', '200');
    expect(await screen.findByText('Its price is missing. The figures still use $49,000.')).toBeVisible();
    expect(positions()).toMatchObject([{ marketValue: '49000' }]);
    await type('Price of row 1 in dollars', '250');
    expect(positions()).toMatchObject([{ shares: '200', price: '250' }]);
    expect(screen.queryByText(/price is missing/)).toBeNull();
  });

  it('the same symbol twice is said', async () => {
    await press('Type holdings one by one');
    await userEvent.type(field('Symbol, row 1'), 'VTI{Enter}1000{Enter}');
    await userEvent.type(field('Symbol, row 2'), 'vti{Enter}1000{Enter}');
    expect(screen.getByText('vti stands in more than one row.')).toBeVisible();
    // Fidelity adds points by the share of the account: 1,000 and 1,000 are two of 50 %, not one of 100 %.
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Broker’s rules' }), 'fidelity');
    expect(
      screen.getByText(/^vti stands in more than one row: these rules .* each row by itself/),
    ).toBeVisible();
  });
});

describe('what cannot be read stays, with its reason', () => {
  it.each([
    ['Value of row 1 in dollars', '1e5', /^Write the number out.* The figures still use \$24,000\.$/],
    ['Value of row 1 in dollars', 'abc', /^Not a number\./],
    ['Value of row 1 in dollars', '1,2,3', /^A comma stands before/],
    ['Value of row 1 in dollars', '(12.5)', /^Type the value without a minus; the side carries the sign\./],
    ['Value of row 1 in dollars', '9'.repeat(200), /^Too long/],
    ['Value of row 1 in dollars', '💰', /^Not a number\./],
    ['Value of row 1 in dollars', '', /^Type a number\./],
    ['Value of row 1 in dollars', '-5 @ 3', /^Shares: Type the shares without a minus/],
    ['Requirement of row 1 in percent', '0.3', /^Did you mean 30 %\?.* The figures still use 25 %\.$/],
    ['Requirement of row 1 in percent', '(12.5)', /^A requirement lies between 0 and 300 %\./],
    ['Requirement of row 1 in percent', '1e5', /^Write the number out/],
    ['I owe the broker', '(12.5)', /^This amount cannot be below zero\. The figures still use \$23,400\.$/],
    ['Cash in the account', '-5', /^Negative cash is a loan/],
    ['Cash in the account', '💰', /^Not a number/],
  ])('%s: "%s"', async (name, text, message) => {
    haveThree();
    const before = account();
    const input = field(name);
    await userEvent.clear(input);
    if (text !== '') await userEvent.type(input, text);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(message)).toBeVisible();
    expect(field(name)).toHaveValue(text);
    expect(field(name)).toHaveAttribute('aria-invalid', 'true');
    expect(account()).toEqual(before);
    // As after a reload: what was refused seeds the form.
    cleanup();
    render(<AccountPanel />);
    expect(field(name)).toHaveValue(text);
    expect(await screen.findByText(message)).toBeVisible();
  });

  it('no shares, shares below zero and no price are refused; a price of 0 is not', async () => {
    await press('Type holdings one by one');
    await type('Value of row 1 in dollars', '200 @ 245');
    await press('Shares × price');
    await type('Shares of row 1', '0');
    expect(await screen.findByText(/^A holding has more than 0 shares\. .* 200 × \$245\.$/)).toBeVisible();
    await type('Shares of row 1', '-3');
    expect(await screen.findByText(/^Type the shares without a minus; the side carries/)).toBeVisible();
    await type('Shares of row 1', '3');
    await type('Price of row 1 in dollars', '-1');
    expect(await screen.findByText(/^A price cannot be below zero\./)).toBeVisible();
    await type('Price of row 1 in dollars', '0');
    expect(positions()).toMatchObject([{ shares: '3', price: '0' }]);
  });

  it('a good text over a refused one takes the sentence away, and undo brings the figure back', async () => {
    haveThree();
    await type('I owe the broker', '1e5');
    expect(await screen.findByText(/exponent/)).toBeVisible();
    await type('I owe the broker', '10000');
    expect(screen.queryByText(/exponent/)).toBeNull();
    act(undoStep);
    expect(field('I owe the broker')).toHaveValue('23,400');
  });
});

describe('a pasted column', () => {
  it('fills downwards in one step; what cannot be read stands in its field, what is beyond is said', async () => {
    haveThree();
    const before = steps();
    await paste('Requirement of row 1 in percent', '30\nx\n50\n35\n45\n');
    expect(positions().map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.3', '0.4', '0.5']);
    expect(steps()).toBe(before + 1);
    expect(field('Requirement of row 2 in percent')).toHaveValue('x');
    expect(await screen.findByText(/^Not a number.*still use 40 %\.$/)).toBeVisible();
    // The fourth line is the blank row's rate; the fifth has no row.
    expect(useDesk.getState().newRow.rate).toBe('0.35');
    expect(
      screen.getByText(/^5 lines pasted; 1 not read.*; 1 beyond the last row, not used\.$/),
    ).toBeVisible();
    act(undoStep);
    expect(positions().map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.25', '0.4', undefined]);
  });

  it('leaves what is begun in the blank row with it: TSLA keeps the line that cannot be read', async () => {
    await press('Type holdings one by one');
    await userEvent.type(field('Symbol, row 1'), 'TSLA');
    await paste('Value of TSLA in dollars', 'abc\n5000\nxyz');
    expect(positions().map(({ symbol, marketValue }) => [symbol, marketValue])).toEqual([
      ['TSLA', '0'],
      ['', '5000'],
    ]);
    expect(field('Value of TSLA in dollars')).toHaveValue('abc');
    expect(await screen.findByText(/^Not a number\..* The figures still use \$0\.$/)).toBeVisible();
    expect(field('Value of row 3 in dollars')).toHaveValue('xyz');
    expect(
      screen.getByText(/^3 lines pasted; 2 of them new holdings; 2 not read: each stands in its field/),
    ).toBeVisible();
    await type('Value of TSLA in dollars', '700');
    expect(positions()[0]).toMatchObject({ symbol: 'TSLA', marketValue: '700' });
    expect(field('Value of row 3 in dollars')).toHaveValue('xyz');
  });

  it('of shares makes a row a line in an empty table, and prices pasted beside them fill them', async () => {
    await press('Type holdings one by one');
    await press('Shares × price');
    await paste('Shares of row 1', '100\nabc\n20\n70');
    expect(['1', '2', '3', '4'].map((row) => field(`Shares of row ${row}`).getAttribute('value'))).toEqual([
      '100',
      'abc',
      '20',
      '70',
    ]);
    expect(
      screen.getByText(/^4 lines pasted; 3 of them new holdings; 3 waiting for a price; 1 not read/),
    ).toBeVisible();
    await paste('Price of row 1 in dollars', '250\n10\n410\n105');
    expect(positions().map(({ shares, price, marketValue }) => [shares, price, marketValue])).toEqual([
      ['100', '250', undefined],
      [undefined, undefined, '0'],
      ['20', '410', undefined],
      ['70', '105', undefined],
    ]);
    // 25,000 + 8,200 + 7,350; the second row waits for its shares, and says so.
    expect(selectToday(account())?.margin.longMarketValue.toFixed(2)).toBe('40550.00');
    await type('Shares of row 2', '5');
    expect(positions()[1]).toMatchObject({ shares: '5', price: '10' });
    expect(useDesk.getState().texts).toEqual({});
  });

  it('of prices makes a row a line as well; undone, the table is as empty as before', async () => {
    await press('Type holdings one by one');
    await press('Shares × price');
    await paste('Price of row 1 in dollars', '250\n410');
    expect(field('Price of row 1 in dollars')).toHaveValue('250');
    expect(field('Price of row 2 in dollars')).toHaveValue('410');
    await paste('Shares of row 1', '4\n2');
    expect(positions().map(({ shares, price }) => [shares, price])).toEqual([
      ['4', '250'],
      ['2', '410'],
    ]);
    act(undoStep);
    expect(screen.getByText('Counts as $0 until its figures are typed.')).toBeVisible();
    act(undoStep);
    expect(field('Price of row 1 in dollars')).toHaveValue('');
    expect(screen.queryByLabelText('Price of row 2 in dollars')).toBeNull();
  });

  it('of values makes holdings below the last row', async () => {
    await press('Type holdings one by one');
    await paste('Value of row 1 in dollars', '24,000\r\n8,000\r\n10 @ 700\r\nabc');
    expect(positions().map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(positions()[2]).toMatchObject({ shares: '10', price: '700' });
    expect(steps()).toBe(1);
    expect(field('Value of row 4 in dollars')).toHaveValue('abc');
    expect(screen.getByText(/^4 lines pasted; 3 of them new holdings; 1 not read/)).toBeVisible();
  });

  it('is no number where one is asked for, and never runs together to one', async () => {
    await paste('My holdings are worth', '24000\n8000\n');
    expect(field('My holdings are worth')).toHaveValue('24000 8000');
    await userEvent.tab();
    expect(await screen.findByText(/^Not a number/)).toBeInTheDocument();
    await paste('I owe the broker', '23400\n');
    await userEvent.tab();
    expect(account().marginLoan).toBe('23400');
  });

  it('of shares waits for a pasted column of prices', async () => {
    haveThree();
    await press('Shares × price');
    await paste('Shares of row 1', '100\n20\n70');
    expect(positions()[0]).toMatchObject({ marketValue: '24000' });
    await paste('Price of row 1 in dollars', '250\n410\n105');
    expect(positions().map(({ shares, price }) => [shares, price])).toEqual([
      ['100', '250'],
      ['20', '410'],
      ['70', '105'],
    ]);
    expect(useDesk.getState().texts).toEqual({});
  });
});
