// A plan that is in the what-if: shown as in, taken out whole, and its cash counted.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { shownChanges } from '@/state/lever-edits';
import { commit, redoStep, selectDocument, setPlan, startDesk, undoStep, useDesk } from '@/state/store';
import { dropChanges, takeActions } from '@/state/take-way';
import { documentOf } from '../support/document-of';

afterEach(() => act(() => useDesk.setState(startDesk(), true)));

const changes = () => shownChanges(selectDocument(useDesk.getState()));
const listed = (name: string) => {
  const list = screen.queryByRole('list', { name });
  return list === null
    ? []
    : within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => (textContent ?? '').replaceAll('\u00A0', ' '));
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

/** 20,000 at 30 % and 10,000 at 40 % against 25,000: a call of 5,000, of which 1,500 in cash; 3,500 ÷ 0.4 = 8,750. */
beforeEach(async () => {
  const positions = [
    { id: 'A', symbol: 'AAA', side: 'long', shares: '100', price: '200', maintenanceRate: '0.3' },
    { id: 'B', symbol: 'BBB', side: 'long', marketValue: '10000', maintenanceRate: '0.4' },
  ] as const;
  act(() => useDesk.setState(startDesk(documentOf({ marginLoan: '25000', positions })), true));
  act(() => setPlan({ cash: '1500' }));
  render(<WaysPanel />);
  await userEvent.click(screen.getByRole('tab', { name: 'A plan' }));
  await press('Put this plan into the what-if');
});

describe('a plan of $1,500 in cash and $8,750 of BBB, put into the what-if', () => {
  it('is shown as in, also after another tab; the next one waits below and takes no cash a second time', async () => {
    await userEvent.click(screen.getByRole('tab', { name: 'Each way' }));
    await userEvent.click(screen.getByRole('tab', { name: 'A plan' }));
    expect(listed('The plan in the what-if')).toEqual(['Deposit cash: $1,500', 'Sell BBB: $8,750']);
    expect(screen.queryByRole('button', { name: 'Put this plan into the what-if' })).toBeNull();
    await userEvent.click(screen.getByText('More room'));
    expect(screen.getByText(/^\$1,500 of the\s+\$1,500 of new cash is in the what-if already/)).toBeTruthy();
    expect(listed('The plan')[0]).toMatch(/^Sell /);
    // 500 more than is in already.
    act(() => setPlan({ cash: '2000' }));
    expect(listed('The plan')[0]).toBe('Deposit cash: $500');
  });

  it('comes out at one press and one step, and leaves other cash where it is', async () => {
    act(() => commit(takeActions([{ type: 'deposit', amount: '70' }])));
    await press('Take the plan out');
    expect(changes()[0]).toEqual({ type: 'deposit', amount: '70' });
    expect(changes().some(({ type }) => type === 'trade')).toBe(false);
    expect(listed('The plan')[0]).toBe('Deposit cash: $1,430');
    act(() => undoStep());
    expect(listed('The plan in the what-if')).toHaveLength(2);
    act(() => redoStep());
    expect(screen.queryByRole('button', { name: 'Take the plan out' })).toBeNull();
  });

  it('without one of its sales it is a plan no more', () => {
    const sale = changes().findIndex(({ type }) => type === 'trade');
    act(() => commit(dropChanges([sale])));
    expect(screen.queryByRole('button', { name: 'Take the plan out' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Put this plan into the what-if' })).toBeTruthy();
  });
});
