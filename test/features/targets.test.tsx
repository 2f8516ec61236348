// Targets on the page with the real store: the column, what it makes together, drift in words, and the buttons.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { goToField, startDesk, undoStep, useDesk } from '@/state/store';
import { account, field, positions, press, steps, type } from '../support/account-panel';
import { documentOf } from '../support/document-of';
import { plain } from '../support/what-if-panel';

afterEach(() => act(() => useDesk.setState(startDesk(), true)));

const weights = () => positions().map(({ targetWeight }) => targetWeight);
const table = () => screen.getByRole('table', { name: 'Targets' });
const rows = () => [...table().querySelectorAll('tbody tr')].map((row) => plain(row));
const fold = () => plain(screen.getByText('Targets', { selector: 'summary' }).closest('details'));

function have(count: number) {
  const held = Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    symbol: `S${index + 1}`,
    side: 'long' as const,
    marketValue: index === 0 ? '3000' : '1000',
  }));
  act(() => useDesk.setState(startDesk(documentOf({ marginLoan: '500', positions: held })), true));
  render(<AccountPanel />);
}

describe('two holdings of 3,000 and 1,000', () => {
  beforeEach(async () => {
    have(2);
    await userEvent.click(screen.getByText('Targets', { selector: 'summary' }));
  });

  it('60 and 30 %: each against its target, 10 points too little together', async () => {
    expect(fold()).toContain('No holding has a target yet.');
    await type('Target of S1 in percent', '60');
    await type('Target of S2 in percent', '30');
    expect(weights()).toEqual(['0.6', '0.3']);
    expect(rows().map((row) => row.replace('Target of', ' Target of'))).toEqual([
      'S175.0 % Target of S1 in percent+15.015.0 points above target',
      'S225.0 % Target of S2 in percent−5.05.0 points below target',
    ]);
    expect(fold()).toContain(
      'The targets make 90 %: 10 points too little. Nothing can be rebalanced to them yet.',
    );
  });

  it('90.005 and 11 % are 1.005 points too much; made 100 they are whole, one step to undo', async () => {
    await type('Target of S1 in percent', '90.005');
    await type('Target of S2 in percent', '11');
    expect(fold()).toContain('The targets make 101.005 %: 1.005 points too much.');
    const before = steps();
    await press(/^Make them 100/);
    // 90.005 ÷ 101.005 = 89.1094…
    expect(weights()).toEqual(['0.8911', '0.1089']);
    expect(fold()).toContain('The targets make 100 %.');
    expect(steps()).toBe(before + 1);
    act(undoStep);
    expect(weights()).toEqual(['0.90005', '0.11']);
  });

  it('today’s shares, and none again', async () => {
    await press('Set targets to today’s shares');
    expect(weights()).toEqual(['0.75', '0.25']);
    expect(rows()[0]).toContain('on target');
    await press('Clear them');
    expect(weights()).toEqual([undefined, undefined]);
    expect(screen.queryByRole('button', { name: 'Clear them' })).toBeNull();
  });

  it.each([
    ['130', /^A weight lies between 0 and 100\s%\./],
    ['$5', /^Type a percentage here/],
  ])('"%s" is refused beside the field and stays', async (text, message) => {
    await type('Target of S1 in percent', text);
    expect(field('Target of S1 in percent')).toBeInvalid();
    expect(field('Target of S1 in percent')).toHaveValue(text);
    expect(field('Target of S1 in percent')).toHaveAccessibleDescription(message);
    expect(weights()).toEqual([undefined, undefined]);
  });
});

it('a link to a target opens the fold; of many the first 50 are shown until all are wanted', async () => {
  have(60);
  act(() => goToField('weight-p3'));
  expect(table()).toBeInTheDocument();
  expect(rows()).toHaveLength(50);
  await press('Show all 60 holdings');
  expect(rows()).toHaveLength(60);
});

it('minimum cash is kept among the details of the account, and nothing is none', async () => {
  have(2);
  await userEvent.click(screen.getByText(/^Interest, date/, { selector: 'summary' }));
  await type('Minimum cash, never invested', '400');
  expect(account().minimumCash).toBe('400');
  await type('Minimum cash, never invested', '-5');
  expect(field('Minimum cash, never invested')).toBeInvalid();
  expect(account().minimumCash).toBe('400');
  await type('Minimum cash, never invested', '0');
  expect(account()).not.toHaveProperty('minimumCash');
});
