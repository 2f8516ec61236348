// Which of many ways stand first, and what is left of the list once there is room enough.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { listChangeWords } from '@/features/what-if/list-change-words';
import { setMarketMove } from '@/state/lever-edits';
import { commit, selectDocument, startDesk, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { documentOf } from '../support/document-of';

afterEach(() => act(() => useDesk.setState(startDesk(), true)));

const rows = () => screen.queryAllByRole('row').map((row) => row.querySelector('th')?.textContent);

describe('39 holdings of $100 at 60 % and one of $20,000 at 30 %', () => {
  // 23,900 − 16,000 = 7,900 against 2,340 + 6,000 = 8,340: a call of 440; each small one frees 60, the large one 6,000.
  const positions = Array.from({ length: 40 }, (_, n) => ({
    id: `p${n}`,
    symbol: `SYM${n}`,
    side: 'long' as const,
    marketValue: n === 39 ? '20000' : '100',
    maintenanceRate: n === 39 ? '0.3' : '0.6',
  }));

  it('the one sale that is enough stands first, before all that are too small', () => {
    act(() => useDesk.setState(startDesk(documentOf({ marginLoan: '16000', positions })), true));
    render(<WaysPanel />);
    expect(rows().slice(1, 4)).toEqual(['Deposit cash', 'Sell SYM39', 'Sell SYM0']);
    // 440 ÷ 0.3.
    expect(screen.getByRole('row', { name: /^Sell SYM39/ }).textContent).toContain('$1,466.67');
  });
});

it('with room enough only what was put in is listed, and comes out again', async () => {
  const positions = [
    { id: 'A', symbol: 'ACME', side: 'long', shares: '1000', price: '77.4', maintenanceRate: '0.4' },
  ] as const;
  act(() => useDesk.setState(startDesk(documentOf({ marginLoan: '47000', positions })), true));
  render(<WaysPanel />);
  // After −10 %: 69,660 × 0.6 = 41,796; 5,204 are missing.
  await userEvent.click(screen.getByRole('button', { name: /^Put into the what-if: Deposit cash, \$5,204/ }));
  expect(screen.getByText(/^There is room for a move of −10\s%/)).toBeTruthy();
  expect(screen.getAllByRole('row')).toHaveLength(2);
  const out = screen.getByRole('button', { name: 'Take out of the what-if: Deposit cash' });
  expect(document.activeElement).toBe(out);
  await userEvent.click(out);
  expect(screen.getByRole('row', { name: /^Sell ACME/ })).toBeTruthy();
});

it('a sale put in while the market is moved says that its price follows the slider', () => {
  const positions = [
    { id: 'A', symbol: 'ACME', side: 'long', shares: '1000', price: '78', maintenanceRate: '0.4' },
  ] as const;
  const sale = { type: 'trade', position: 'A', shares: '-10' } as const;
  const words = () => listChangeWords(selectDocument(useDesk.getState())).map((each) => each.words);
  useDesk.setState(startDesk(documentOf({ marginLoan: '40000', positions })), true);
  commit(takeActions([sale]));
  commit(setMarketMove('-0.1'));
  // At rest it is made at today's price, whatever the slider does.
  expect(words()[0]).toBe('Sell 10 ACME at $78.00 ($780.00)');
  useDesk.setState(startDesk(documentOf({ marginLoan: '40000', positions })), true);
  commit(setMarketMove('-0.1'));
  commit(takeActions([sale]));
  expect(words().at(-1)).toBe('Sell 10 ACME at the moved price of $70.20 ($702.00)');
});
