// Actions in the list of changes: each in a sentence with its price, taken away by its button, and kept by adopting.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { ChangeList } from '@/features/what-if/change-list';
import { selectView } from '@/state/figures';
import { setMarketMove, shownChanges } from '@/state/lever-edits';
import { movingIn } from '@/state/moved-in';
import { commit, selectDocument, startDesk, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';

const account: AccountInput = {
  name: 'Mine',
  ruleSet: 'm1',
  cash: '100',
  marginLoan: '47000',
  shortCredit: '5000',
  positions: [
    { id: 'p1', symbol: 'ACME', side: 'long', shares: '1000', price: '78', maintenanceRate: '0.4' },
    { id: 'p2', symbol: 'BOND', side: 'long', marketValue: '5000' },
    { id: 'p3', symbol: 'GME', side: 'short', shares: '100', price: '20' },
  ],
};
const shown = () => selectDocument(useDesk.getState());

function take(...actions: ChangeInput[]) {
  act(() => commit(takeActions(actions)));
}

/** The list's sentences. */
function sentences(): readonly string[] {
  return within(screen.getByRole('list', { name: 'What differs from today' }))
    .getAllByRole('listitem')
    .map((item) => (item.textContent ?? '').replaceAll('\u00A0', ' '));
}

beforeEach(() => {
  useDesk.setState(startDesk({ app: 'headroom', schemaVersion: 1, account, scenarios: [] }), true);
  render(<ChangeList />);
});

describe('each action in a sentence', () => {
  it.each<[string, ChangeInput]>([
    ['Sell 18 ACME at $78.00 ($1,404.00)', { type: 'trade', position: 'p1', shares: '-18' }],
    ['Buy 2.5 ACME at $78.00 ($195.00)', { type: 'trade', position: 'p1', shares: '2.5' }],
    ['Sell $333.34 of BOND', { type: 'trade', position: 'p2', amount: '-333.34' }],
    ['Buy $780.00 of ACME', { type: 'trade', position: 'p1', amount: '780' }],
    ['Buy back 40 GME at $20.00 ($800.00)', { type: 'trade', position: 'p3', shares: '40' }],
    ['Sell 10 GME short at $20.00 ($200.00)', { type: 'trade', position: 'p3', shares: '-10' }],
    ['Buy back $40.00 of GME', { type: 'trade', position: 'p3', amount: '40' }],
    [
      'Move in 10 BND at $72.50 ($725.00)',
      {
        type: 'depositSecurities',
        position: { id: 'n', symbol: 'BND', side: 'long', shares: '10', price: '72.5' },
      },
    ],
    // A price is told with the decimals that make the value: 1,000 × 0.0375, and 100 × 12.345.
    [
      'Buy 1,000 PNY at $0.0375 ($37.50)',
      {
        type: 'open',
        position: { id: 'n1', symbol: 'PNY', side: 'long', shares: '1000', price: '0.0375' },
      },
    ],
    [
      'Buy 100 ODD at $12.345 ($1,234.50)',
      {
        type: 'open',
        position: { id: 'n2', symbol: 'ODD', side: 'long', shares: '100', price: '12.345' },
      },
    ],
    [
      'Buy 40 VTI at $245.00 ($9,800.00)',
      { type: 'open', position: { id: 'n', symbol: 'VTI', side: 'long', shares: '40', price: '245' } },
    ],
    [
      'Sell $900.00 of TLT short',
      { type: 'open', position: { id: 'n', symbol: 'TLT', side: 'short', marketValue: '900' } },
    ],
    ['$60 of the loan is repaid from cash', { type: 'repay', amount: '60' }],
    ['$60 is borrowed', { type: 'borrow', amount: '60' }],
  ])('%s', (words, change) => {
    take(change);
    expect(sentences()).toEqual([words]);
  });

  it('securities moved in by a way, two of them', () => {
    take(movingIn(shown(), '142.86', '0.3'));
    take(movingIn(shown(), '200', '0.5'));
    expect(sentences()).toEqual([
      'Move in $142.86 of securities owned outright, required at 30 %',
      'Move in $200.00 of securities owned outright, required at 50 %',
    ]);
    expect(selectView(shown()).ok).toBe(true);
  });

  it('at the price the market has there: $70.20 after −10 %; before the move it stays $78.00', () => {
    take({ type: 'trade', position: 'p1', shares: '-10' });
    act(() => commit(setMarketMove('-0.1')));
    take({ type: 'trade', position: 'p1', shares: '-10' });
    expect(sentences()).toEqual([
      'Sell 10 ACME at $78.00 ($780.00)',
      'The market moves by −10 %',
      'Sell 10 ACME at the moved price of $70.20 ($702.00)',
    ]);
  });

  it('an impossible one says why', () => {
    take({ type: 'trade', position: 'p1', shares: '-1001' });
    expect(sentences()).toEqual([
      'Sell 1,001 ACME at $78.00 ($78,078.00)Not possible: that is more than is held there.',
    ]);
  });
});

it('its button takes one action away, and the figures are those of before', async () => {
  take({ type: 'trade', position: 'p1', shares: '-18' }, { type: 'repay', amount: '1404' });
  await userEvent.click(screen.getByRole('button', { name: /^Take away: Sell 18 ACME/ }));
  expect(shownChanges(shown())).toEqual([]);
});

it('made the account, what was moved in is a holding of it, and what was opened too', async () => {
  take(movingIn(shown(), '142.86', '0.3'), {
    type: 'open',
    position: { id: 'n', symbol: 'VTI', side: 'long', shares: '1', price: '100', beta: '1.1' },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Make this my account' }));
  const { account: now } = shown();
  expect(now.cash).toBe('0');
  expect(now.positions.slice(3)).toEqual([
    {
      id: 'moved-in',
      symbol: 'Securities moved in',
      side: 'long',
      marketValue: '142.86',
      maintenanceRate: '0.3',
    },
    { id: 'n', symbol: 'VTI', side: 'long', shares: '1', price: '100', beta: '1.1' },
  ]);
});
