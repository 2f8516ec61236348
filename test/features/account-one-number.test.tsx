// One number for all holdings: typed, split into holdings, and holdings added up to it.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { selectToday } from '@/state/figures';
import { startDesk, undoStep, useDesk } from '@/state/store';
import { account, button, field, haveThree, positions, press, steps, type } from '../support/account-panel';

beforeEach(() => {
  useDesk.setState(startDesk());
  render(<AccountPanel />);
});

describe('one number and holdings', () => {
  const lump = async (requires: string) => {
    await type('My holdings are worth', '58000');
    await type('I owe the broker', '23400');
    if (requires !== '') await type('My broker requires, % or $', requires);
  };

  it('a requirement in dollars says so while it is typed, and stays those dollars', async () => {
    await lump('');
    await userEvent.type(field('My broker requires, % or $'), '17000');
    // 17,000 ÷ 58,000 = 29.31 %.
    expect(
      screen.getByText(/^Read as dollars, as it is above 300.%: 29\.31.% of the holdings\./),
    ).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(
      screen.getByText(
        /^= 29\.31.%\. When prices move, the 29\.31.% is kept; when you retype the holdings, the dollars are\.$/,
      ),
    ).toBeVisible();
    await type('My holdings are worth', '60000');
    expect(field('My broker requires, % or $')).toHaveValue('$17,000');
    await type('My broker requires, % or $', '$15,000');
    await type('My holdings are worth', '50000');
    // $15,000 of 60,000 was 25 % to the digit, and is still $15,000.
    expect(field('My broker requires, % or $')).toHaveValue('$15,000');
    await type('My holdings are worth', '4000');
    expect(
      await screen.findByText(/^The requirement of \$15,000 would be more than 300 % of it\./),
    ).toBeVisible();
    expect(positions()).toMatchObject([{ marketValue: '50000' }]);
  });

  it('250 without a sign is said to be read as 250 %, 30 needs no word', async () => {
    await userEvent.type(field('My broker requires, % or $'), '250');
    expect(screen.getByText(/^Read as 250.%\.$/)).toBeVisible();
    await userEvent.clear(field('My broker requires, % or $'));
    await lump('');
    await userEvent.type(field('My broker requires, % or $'), '250');
    // 250 % of 58,000.
    expect(screen.getByText(/^Read as 250.%\. = \$145,000$/)).toBeVisible();
    await type('My broker requires, % or $', '30');
    expect(screen.getByText('= $17,400')).toBeVisible();
  });

  it('holdings that are being retyped are not 0 meanwhile; left empty they are, and the rate stays', async () => {
    await lump('17000');
    const holdings = field('My holdings are worth');
    await userEvent.clear(holdings);
    expect(holdings).toHaveValue('');
    expect(positions()).toMatchObject([{ marketValue: '58000' }]);
    await userEvent.tab();
    expect(positions()).toMatchObject([{ marketValue: '0' }]);
    await type('My holdings are worth', '50000');
    // 17 ÷ 58 of 50,000 = 14,655.17.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('14655.17');
  });

  it('a holdings field emptied on the example leaves the example', async () => {
    await userEvent.type(field('My holdings are worth'), '4{Backspace}');
    await userEvent.tab();
    expect(steps()).toBe(0);
    expect(account().name).toBe('Example');
  });

  it('a requirement in dollars typed first waits for the holdings', async () => {
    await type('My broker requires, % or $', '$17,000');
    expect(await screen.findByText('First type what the holdings are worth.')).toBeVisible();
    await type('My holdings are worth', '58000');
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('17000.00');
    expect(screen.queryByText(/^First type/)).toBeNull();
  });

  it('splits: what is typed comes out of the rest, and the requirement stays with it', async () => {
    await lump('17000');
    await press('Split into holdings');
    expect(field('Symbol, row 1')).toHaveFocus();
    await userEvent.keyboard('VTI{Enter}24000{Enter}');
    expect(positions()).toMatchObject([
      { id: 'p1', symbol: 'VTI', marketValue: '24000' },
      { id: 'rest', symbol: 'Rest', marketValue: '34000' },
    ]);
    // Splitting tells nothing new: all of it still requires $17,000, 17 ÷ 58 of each dollar.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('17000.00');
    expect(field('Requirement of VTI in percent')).toHaveValue('29.31 %');
    await type('Requirement of VTI in percent', '');
    // The broker's 25 % of 24,000 + 29.310… % of 34,000 = 6,000 + 9,965.517…
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('15965.52');
    await userEvent.click(field('Symbol, row 2'));
    await userEvent.keyboard('NVDA{Enter}34000{Enter}');
    expect(positions().map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(screen.queryByText(/the total is now/)).toBeNull();
    act(undoStep);
    act(undoStep);
    act(undoStep);
    expect(positions()).toMatchObject([{ id: 'rest', marketValue: '58000' }]);
    act(undoStep);
    expect(field('My holdings are worth')).toHaveValue('58,000');
    expect(field('My broker requires, % or $')).toHaveValue('$17,000');
  });

  it('more than the rest is taken, and said', async () => {
    await lump('');
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}58500');
    expect(
      screen.getByText(/^\$500 more than the \$58,000 that is being split: the total is now \$58,500\./),
    ).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(positions()).toMatchObject([{ id: 'p1', marketValue: '58500' }]);
    // It lasts while other things are typed, until the total is right.
    await type('I owe the broker', '20000');
    expect(screen.getByText(/the total is now \$58,500\./)).toBeVisible();
    await type('Value of VTI in dollars', '58000');
    expect(screen.queryByText(/the total is now/)).toBeNull();
    expect(positions()).toMatchObject([{ id: 'p1', marketValue: '58000' }]);
  });

  it('a typo larger than the rest: with the figure mended what is left is back, requirement and all', async () => {
    await lump('17000');
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}24000{Enter}');
    await userEvent.click(field('Symbol, row 2'));
    await userEvent.keyboard('NVDA{Enter}80000{Enter}');
    expect(positions().map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(screen.queryByText('Rest')).toBeNull();
    // 104,000 − 58,000.
    expect(screen.getByText(/^\$46,000 more than the \$58,000/)).toBeVisible();
    await type('Value of NVDA in dollars', '8000');
    expect(positions()).toMatchObject([
      { id: 'p1', marketValue: '24000' },
      { id: 'p2', marketValue: '8000' },
      // 58,000 − 24,000 − 8,000, which requires 17 ÷ 58 of each dollar as before.
      { id: 'rest', marketValue: '26000', maintenanceRate: '0.293103448275862068' },
    ]);
    expect(screen.getByText('Rest')).toBeVisible();
    expect(screen.queryByText(/the total is now/)).toBeNull();
  });

  it('removing a holding gives its value back to the rest', async () => {
    await lump('');
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}24000{Enter}');
    button('More of VTI').focus();
    await userEvent.keyboard('{Delete}');
    expect(positions()).toMatchObject([{ id: 'rest', marketValue: '58000' }]);
  });

  it('several holdings become one number with the requirement of all: $10,950', async () => {
    haveThree();
    // 6,000 + 3,200 + 1,750 = 10,950 at FINRA's 25 %.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('10950.00');
    expect(
      screen.getByText(/^Adds the 3 holdings up to \$39,000, with the requirement of all/),
    ).toBeVisible();
    await press('Use one number for all holdings');
    expect(field('My holdings are worth')).toHaveValue('39,000');
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('10950.00');
    act(undoStep);
    expect(positions()).toHaveLength(3);
  });

  it('under Fidelity’s rules one number counts as one holding: said, with the way out', async () => {
    await lump('');
    await userEvent.selectOptions(screen.getByLabelText('Broker’s rules'), 'Fidelity');
    // 30 % and 30 points for more than 75 % of the account.
    expect(screen.getByText(/^60.% assumed, as if all of it were one single holding\.$/)).toBeVisible();
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}58000{Enter}');
    expect(positions().map(({ id }) => id)).toEqual(['p1']);
  });
});
