// The account around its holdings: what the first page proposes, dates, interest, and the least equity to borrow.
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { selectToday } from '@/state/figures';
import { startDesk, useDesk } from '@/state/store';
import { account, field, haveThree, type } from '../support/account-panel';

beforeEach(() => {
  useDesk.setState(startDesk());
  render(<AccountPanel />);
});

describe('the account beside its holdings', () => {
  it('on first load there are three numbers, cash, a door and the broker’s rules', () => {
    expect(screen.getAllByRole('textbox')).toHaveLength(4);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
  });

  it('what the empty fields propose gives the example’s figures', async () => {
    for (const [label, text] of [
      ['My holdings are worth', '49,000'],
      ['I owe the broker', '10,000'],
      ['Cash in the account', '1,000'],
    ] as const) {
      expect(field(label)).toHaveAttribute('placeholder', `e.g. ${text}`);
    }
    await type('My holdings are worth', '49,000');
    await type('I owe the broker', '10,000');
    await type('My broker requires, % or $', '25');
    await type('Cash in the account', '1,000');
    // 49,000 + 1,000 − 10,000 = 40,000, of which 12,250 is required.
    expect(selectToday(account())?.margin.excess.toFixed(2)).toBe('27750.00');
  });

  it('a rate does not make old prices new', async () => {
    haveThree();
    await userEvent.click(screen.getByText('Interest, date and more'));
    const day = screen.getByLabelText('The prices are of');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-01-05');
    await userEvent.tab();
    expect(account().enteredOn).toBe('2026-01-05');
    await type('Requirement of row 1 in percent', '35');
    await userEvent.selectOptions(screen.getByLabelText('Broker’s rules'), 'M1');
    expect(account().enteredOn).toBe('2026-01-05');
    await type('Value of row 1 in dollars', '25000');
    expect(account().enteredOn).not.toBe('2026-01-05');
  });

  it('a day that is still to come is refused, and half a date changes nothing', async () => {
    haveThree();
    await userEvent.click(screen.getByText('Interest, date and more'));
    const day = screen.getByLabelText('The prices are of');
    fireEvent.change(day, { target: { value: '2999-01-01' } });
    fireEvent.blur(day);
    expect(screen.getByText('That day is still to come. It stays 2026-11-20.')).toBeInTheDocument();
    fireEvent.change(day, { target: { value: '' } });
    fireEvent.blur(day);
    expect(day).toHaveValue('2026-11-20');
    expect(account().enteredOn).toBe('2026-11-20');
  });

  it('interest, the days of a year and a name', async () => {
    haveThree();
    await userEvent.click(screen.getByText('Interest, date and more'));
    await type('Yearly interest rate of the loan', '7.25');
    await userEvent.selectOptions(screen.getByLabelText('Interest by a year of'), '365 days');
    const name = field('Name of the account');
    await userEvent.clear(name);
    await userEvent.type(name, 'Joint{Enter}');
    expect(account()).toMatchObject({ loanInterestRate: '0.0725', dayCount: 365, name: 'Joint' });
  });

  it('below $2,000 of equity the minimum is mentioned, with a loan only', async () => {
    await type('My holdings are worth', '5000');
    expect(screen.queryByText(/\$2,000/)).toBeNull();
    await type('I owe the broker', '3100');
    expect(screen.getByText(/^Equity is below \$2,000: brokers may not lend more/)).toBeVisible();
    await type('I owe the broker', '3000');
    expect(screen.queryByText(/\$2,000/)).toBeNull();
  });
});
