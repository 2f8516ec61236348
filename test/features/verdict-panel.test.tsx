// The verdict on the page with the real store: what was left out, the question below it, and what is spoken when.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { Announcer } from '@/features/verdict/announcer';
import { PhoneLine } from '@/features/verdict/phone-line';
import { VerdictPanel } from '@/features/verdict/verdict-panel';
import { setMarketMove, setRequirementShift } from '@/state/lever-edits';
import { commit, drag, keepText, release, setNewRow, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';

const m1: AccountInput = {
  name: 'My account',
  ruleSet: 'm1',
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [{ id: 'p1', symbol: 'VTI', side: 'long', marketValue: '49000', maintenanceRate: '0.25' }],
};
const show = (more: Partial<AccountInput> = {}) =>
  useDesk.setState(
    startDesk({ app: 'headroom', schemaVersion: 1, account: { ...m1, ...more }, scenarios: [] }),
  );
const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
const verdict = () => plain(screen.getByRole('region', { name: 'Verdict' }));

beforeEach(() => show());
afterEach(() => vi.useRealTimers());

describe('what is in no figure', () => {
  it('an entry that could not be read is said, and its field is one press away', async () => {
    render(
      <main>
        <VerdictPanel />
        <input aria-label="Loan" aria-invalid="true" />
      </main>,
    );
    expect(verdict()).not.toContain('Go to it');
    act(() => keepText('marginLoan', '1,2,3'));
    expect(verdict()).toContain('One entry could not be read; the figures use the one before it.');
    expect(verdict()).toContain('No margin call.');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Go to it' }));
    expect(screen.getByLabelText('Loan')).toHaveFocus();
  });

  it('two entries are counted; one that is not on the page is asked for', async () => {
    render(<VerdictPanel />);
    act(() => keepText('interest', 'abc'));
    act(() => keepText('money', '1,2'));
    expect(verdict()).toContain('2 entries could not be read; the figures use the ones before them.');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Go to it' }));
    expect(useDesk.getState().sought).toBe('interest');
  });

  it.each([
    ['shift', 'lever-shift'],
    ['move-p1', 'lever-move-p1'],
    ['requirement', 'rate-p1'],
    ['price-p1', 'price-p1'],
  ])('the entry %s is found as %s', async (field, id) => {
    render(<VerdictPanel />);
    act(() => keepText(field, 'abc'));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Go to it' }));
    expect(useDesk.getState().sought).toBe(id);
  });

  it('a row that is only begun is named', () => {
    render(<VerdictPanel />);
    act(() => setNewRow({ symbol: 'NVDA' }));
    expect(verdict()).toContain('Without row 2.');
  });
});

it('a what-if that is not possible is a what-if, and not today: $2,000 of $1,000 of cash repaid', () => {
  render(<VerdictPanel />);
  act(() => commit(takeActions([{ type: 'repay', amount: '2000' }])));
  expect(verdict()).toContain('these changes are not possible on this account');
  expect(verdict()).toContain('What if');
  expect(verdict()).not.toContain('Today');
});

describe('why it is not the fall one can bear', () => {
  it('is asked where a fall makes a call, and answered on a press', async () => {
    const user = userEvent.setup();
    render(<VerdictPanel />);
    const question = screen.getByRole('button', { name: 'Why is that not the fall I can bear?' });
    expect(question).toHaveAttribute('aria-expanded', 'false');
    await user.click(question);
    expect(verdict()).toContain('$27,750 ÷ (1 − 25 %) = $37,000');
    act(() => commit(setRequirementShift('0.1')));
    // The what-if has 22,850 above; the answer stays with today.
    expect(verdict()).toContain('$22,850 above the requirement');
    expect(verdict()).toContain('Today, without the what-if: $27,750 is above the requirement today');
    await user.click(question);
    expect(verdict()).not.toContain('$37,000');
  });

  it('is no question in a call, or without a loan', () => {
    show({ marginLoan: '45000' });
    render(<VerdictPanel />);
    expect(screen.queryByRole('button', { name: /^Why/ })).toBeNull();
    act(() => show({ marginLoan: '0' }));
    expect(screen.queryByRole('button', { name: /^Why/ })).toBeNull();
  });
});

describe('what is spoken', () => {
  const spoken = () => plain(screen.getByRole('status'));
  const wait = (milliseconds: number) => {
    act(() => {
      vi.advanceTimersByTime(milliseconds);
    });
  };

  it('nothing while dragging; half a second after letting go, the status and its figure', () => {
    vi.useFakeTimers();
    render(<Announcer />);
    act(() => drag('market-slider', setMarketMove('-0.8')));
    wait(5000);
    expect(spoken()).toBe('');
    act(() => release('market-slider'));
    wait(499);
    expect(spoken()).toBe('');
    wait(1);
    // 9,800 − 9,000 − 2,450.
    expect(spoken()).toBe('Margin call · $1,650');
    act(undoStep);
    wait(500);
    expect(spoken()).toBe('No call · 75.5 %');
  });

  it('nothing when neither the status nor the rounded figure is another', () => {
    vi.useFakeTimers();
    render(<Announcer />);
    act(() => commit(setMarketMove('-0.34')));
    wait(1000);
    expect(spoken()).toBe('');
  });
});

describe('the line of the small screen', () => {
  it('has the word, the figure and a bar that is shorter the nearer the call', () => {
    const { container } = render(<PhoneLine />);
    const bar = () => container.querySelector<HTMLElement>('[style]')?.style.width;
    expect(plain(container)).toBe('No call· 75.5 %');
    expect(bar()).toBe('100%');
    // The call stays at −75.51 %: from −50 % it is 25.51 of the 50 away that fill the bar.
    act(() => commit(setMarketMove('-0.5')));
    expect(Number.parseFloat(bar() ?? '')).toBeCloseTo(51.02, 2);
    act(() => commit(setMarketMove('-0.8')));
    expect(bar()).toBe('0%');
  });
});
