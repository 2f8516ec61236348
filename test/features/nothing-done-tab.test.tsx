// If nothing is done, as it stands on the page: amounts from a pencil, and no word of what a broker will do.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import type { RuleSetInput } from '@/engine/rule-set';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { startDesk, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';

const long = (id: string, more: Partial<PositionInput>): PositionInput => ({
  id,
  symbol: id,
  side: 'long',
  ...more,
});

async function show(account: Partial<AccountInput>) {
  act(() => useDesk.setState(startDesk(documentOf(account)), true));
  render(<WaysPanel />);
  await userEvent.click(screen.getByRole('tab', { name: 'If nothing is done' }));
}

const said = () => document.body.textContent?.replaceAll('\u00A0', ' ') ?? '';
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
const left = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

afterEach(() => act(() => useDesk.setState(startDesk(), true)));

describe('a call of $560: 1,000 ACME at $77.40, 40 %, against 47,000', () => {
  const account = {
    marginLoan: '47000',
    positions: [long('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
  };

  it('M1: 19 shares at least, in the order of its list, and what would be left', async () => {
    await show(account);
    expect(said()).toContain('To end the call of $560, at least $1,470.60 would have to be sold.');
    expect(said()).toContain(
      'Counted in the order in which M1 lists holdings: the highest requirement first.',
    );
    // 981 × 77.40; 47,000 − 1,470.60; 588.24 − 560. 45,529.40 ÷ 0.6 ÷ 75,929.40 − 1 = −0.062 %.
    expect(rows()).toEqual([['ACME', '19 shares, $1,470.60', '981 shares, $75,929.40']]);
    expect(left()).toEqual([
      '$45,529.40, was $47,000.00',
      '$30,400.00',
      '$28.24 · next call beyond −0.06\u00A0%',
    ]);
    expect(said()).toContain('No forecast: a broker may sell sooner, without notice, more than this');
    const facts = within(screen.getByRole('region', { name: 'What M1 says of a sale' }));
    expect(facts.getByRole('link').getAttribute('href')).toContain('https://help.m1.com/');
  });

  it('Merrill names no order, may sell without contacting, and chooses', async () => {
    await show({ ...account, ruleSet: 'merrill' });
    expect(said()).toContain(
      'Merrill names no order, and the broker chooses. Counted with the highest requirement first, which needs the fewest dollars.',
    );
    expect(said()).toContain('Merrill decides which securities are sold; you are not entitled to choose.');
  });

  it('Interactive Brokers: at once, and no word of a call', async () => {
    await show({ ...account, ruleSet: 'interactive-brokers' });
    expect(said()).toContain(
      '$560 is missing. To lift the account to the requirement, at least $1,470.60 would have to be sold, and Interactive Brokers may do so at once.',
    );
    expect(said()).toContain('too much again beyond');
    expect(screen.getByRole('tabpanel').textContent).not.toMatch(/\bcall\b/);
  });

  it('rules of one’s own can name the largest holdings first', async () => {
    const custom: RuleSetInput = {
      id: 'custom',
      name: 'My broker',
      longRate: '0.3',
      shortRate: '0.3',
      shortPerShareMinimum: 'finra',
      leverageRule: true,
      saleOrder: 'value',
    };
    // Equity 5,000 against 4,000 + 6,000: 5,000 ÷ 0.3 of the larger.
    await show({
      ruleSet: custom,
      marginLoan: '25000',
      positions: [
        long('B', { marketValue: '10000', maintenanceRate: '0.4' }),
        long('A', { marketValue: '20000', maintenanceRate: '0.3' }),
      ],
    });
    expect(said()).toContain('at least $16,666.67 would have to be sold in this order.');
    expect(said()).toContain(
      'Counted in the order of My broker: the largest holdings first. Another order can need less.',
    );
    expect(rows()).toEqual([['A', '$16,666.67', '$3,333.33']]);
    expect(said()).toContain('One other holding stays as it is.');
  });
});

it('shorts are bought back too, and closed holdings leave nothing', async () => {
  // Equity 10,000 + 1,000 − 1,000 − 8,300 = 1,700; needed 2,500 and 2,500: covering frees 2,500, 800 ÷ 0.25 more.
  await show({
    shortCredit: '1000',
    marginLoan: '8300',
    positions: [
      long('L', { marketValue: '10000', maintenanceRate: '0.25' }),
      long('S', { side: 'short', shares: '1000', price: '1' }),
    ],
  });
  expect(said()).toContain('at least $4,200 would have to be sold and bought back.');
  expect(rows()).toEqual([
    ['S', 'all 1,000 shares, $1,000bought back', 'nothing'],
    ['L', '$3,200sold', '$6,800.00'],
  ]);
});

it('a cover that takes more than the credit borrows, and the loan is said to grow', async () => {
  // 20,000 + 500 − 10,000 = 10,500 against 5,000 + 9,000: 3,500 ÷ 0.9 = 3,888.89, so 39 shares, of which credit pays 500.
  await show({
    shortCredit: '500',
    positions: [
      long('L', { marketValue: '20000', maintenanceRate: '0.25' }),
      long('S', { side: 'short', shares: '100', price: '100', maintenanceRate: '0.9' }),
    ],
  });
  expect(left().slice(0, 2)).toEqual(['$0.00, was $500.00', '$3,400.00, was $0.00']);
  expect(screen.getByText('Loan, larger as buying back borrows')).toBeTruthy();
});

it('a share of $1,000 first is the least in this order only: 34 of $1 would do as well', async () => {
  // 6,990 against 4,000 + 3,000: 10 ÷ 0.4 of A is less than a share, 10 ÷ 0.3 of B is $33.34.
  await show({
    ruleSet: 'merrill',
    marginLoan: '13010',
    positions: [
      long('A', { shares: '10', price: '1000', maintenanceRate: '0.4' }),
      long('B', { shares: '10000', price: '1', maintenanceRate: '0.3' }),
    ],
  });
  expect(said()).toContain('at least $1,000 would have to be sold in this order.');
  expect(said()).toContain('highest requirement first. In whole shares another order can need less.');
  expect(said()).not.toContain('fewest dollars');
});

it('a short alone: what it was sold for pays for buying back, and nothing comes in for a loan', async () => {
  // Equity 12,000 − 10,000 = 2,000; needed 3,000: 2,000 ÷ 0.3 = 6,666.67 may stay, so 3,333.33 and a cent more, whole shares of $100.
  await show({
    shortCredit: '12000',
    positions: [long('S', { side: 'short', shares: '100', price: '100', maintenanceRate: '0.3' })],
  });
  expect(said()).toContain('at least $3,400 would have to be bought back.');
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
    'Money from the short sales, used to buy back',
    'Loan, unchanged',
    'Equity, unchanged',
    'Above the requirement',
  ]);
  // 12,000 − 34 × 100; 66 × 100 × 0.3 = 1,980.
  expect(left().slice(0, 3)).toEqual(['$8,600.00, was $12,000.00', '$0.00', '$2,000.00']);
  expect(left()[3]).toContain('$20.00');
});

it('under Fidelity’s tiers the order is called a rule of thumb', async () => {
  await show({
    ruleSet: 'fidelity',
    marginLoan: '60000',
    positions: [
      long('A', { marketValue: '41000' }),
      long('B', { marketValue: '39000' }),
      long('C', { marketValue: '20000' }),
    ],
  });
  expect(rows()).toEqual([['A', '$1,666.67', '$39,333.33']]);
  expect(said()).toContain('at least $1,666.67 would have to be sold in this order.');
  expect(said()).toContain('the order is a rule of thumb: another can need less.');
  expect(said()).not.toContain('fewest dollars');
  expect(said()).toContain('2 other holdings stay as they are.');
});

it('below zero: what would still be owed', async () => {
  await show({
    marginLoan: '11400',
    positions: [long('X', { marketValue: '10000', maintenanceRate: '0.25' })],
  });
  expect(said()).toContain('No sale would end the call: with everything sold, $1,400 would still be owed.');
  expect(screen.queryByRole('table')).toBeNull();
});
