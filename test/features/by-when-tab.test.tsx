// By when a call is to be met, as it stands on the page: days counted on a calendar by hand.
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { setHoldings } from '@/state/account-edits';
import { commit, startDesk, undoStep, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00') }));
afterEach(() => {
  vi.useRealTimers();
  act(() => useDesk.setState(startDesk(), true));
});

/** A call of $560 under some broker's rules, with the tab on show. */
async function show(ruleSet: string) {
  const positions = [
    { id: 'p1', symbol: 'ACME', side: 'long', marketValue: '77400', maintenanceRate: '0.4' },
  ] as const;
  act(() => useDesk.setState(startDesk(documentOf({ ruleSet, marginLoan: '47000', positions })), true));
  render(<WaysPanel />);
  await userEvent.click(screen.getByRole('tab', { name: 'By when' }));
}

const field = () => screen.getByLabelText<HTMLInputElement>('Day of the call');
const said = () => document.body.textContent?.replaceAll('\u00A0', ' ') ?? '';
const timeline = () =>
  within(screen.getByRole('list', { name: 'Each day from the call on' }))
    .getAllByRole('listitem')
    .map((item) => [...item.children].map(({ textContent }) => textContent).join(', '));

describe('M1: 3 business days', () => {
  it('from today, with Thanksgiving and its early Friday on the way', async () => {
    await show('m1');
    expect(field().value).toBe('2026-11-23');
    expect(said()).toContain(
      'Due by Friday, November 27, 3 business days after Monday, November 23, or sooner, without notice.',
    );
    expect(timeline()).toEqual([
      'Mon, Nov 23, the call, today',
      'Tue, Nov 24, day 1',
      'Wed, Nov 25, day 2',
      'Thu, Nov 26, closed: Thanksgiving',
      'Fri, Nov 27, day 3, due, closes at 1 p.m.',
    ]);
    // 24, 25, 27, 30; December 1 to 4, 7 to 11, 14 and 15.
    expect(said()).toContain('15 business days, here Tuesday, December 15');
  });

  it('its steps stand there with links to their pages and their dates', async () => {
    await show('m1');
    const steps = within(screen.getByRole('region', { name: 'How a call is met at M1' }));
    expect(steps.getByText('Auto-Invest has to be off before a sell order is made.')).toBeTruthy();
    expect(steps.getByText(/^A slice that is removed is sold/)).toBeTruthy();
    expect(steps.getByText(/^Sales happen in the trade window/)).toBeTruthy();
    const link = steps.getByRole('link', { name: 'M1 help: A maintenance margin call is issued by M1' });
    expect(link.getAttribute('href')).toBe(
      'https://help.m1.com/en/articles/9332245-a-maintenance-margin-call-is-issued-by-m1',
    );
    expect(link.parentElement?.textContent).toContain('September 11, 2025');
  });

  it('another day is counted from; the field empty again is today; undo leaves it alone', async () => {
    await show('m1');
    fireEvent.change(field(), { target: { value: '2026-11-17' } });
    expect(said()).toContain(
      'It was due by Friday, November 20, 3 business days after Tuesday, November 17: that day is over',
    );
    // Up to today, which lies within FINRA's 15 days.
    expect(timeline().at(-1)).toBe('Mon, Nov 23, day 4, today');
    act(() => commit(setHoldings('77000', '2026-11-23')));
    act(() => undoStep());
    expect(useDesk.getState().calledOn).toBe('2026-11-17');
    fireEvent.change(field(), { target: { value: '' } });
    expect(useDesk.getState().calledOn).toBe('2026-11-17');
    fireEvent.blur(field());
    expect(useDesk.getState().calledOn).toBeNull();
    expect(field().value).toBe('2026-11-23');
  });

  it('a call said to be of today is still of that day tomorrow', async () => {
    await show('m1');
    fireEvent.change(field(), { target: { value: '2026-11-20' } });
    fireEvent.change(field(), { target: { value: '2026-11-23' } });
    expect(useDesk.getState().calledOn).toBe('2026-11-23');
    expect(said()).not.toContain('until you say otherwise');
  });

  it('a weekend counts from the next trading day, a day to come is said to be one, and a year of two digits is refused', async () => {
    await show('m1');
    fireEvent.change(field(), { target: { value: '2026-11-21' } });
    expect(said()).toContain('No trading on that day');
    expect(timeline()[0]).toBe('Sat, Nov 21, the call, Sun, Nov 22, weekend');
    expect(timeline()[1]).toBe('Mon, Nov 23, day 1, today');
    fireEvent.change(field(), { target: { value: '2026-12-23' } });
    expect(said()).toContain('That day is still to come.');
    expect(timeline()).toEqual([
      'Wed, Dec 23, the call',
      'Thu, Dec 24, day 1, closes at 1 p.m.',
      'Fri, Dec 25, closed: Christmas',
      'Sat, Dec 26, Sun, Dec 27, weekend',
      'Mon, Dec 28, day 2',
      'Tue, Dec 29, day 3, due',
    ]);
    fireEvent.change(field(), { target: { value: '0026-12-23' } });
    expect(field()).toHaveAttribute('aria-invalid', 'false');
    fireEvent.blur(field());
    expect(field()).toHaveAttribute('aria-invalid', 'true');
    expect(said()).toContain(
      'Type a day that exists, from January 1, 2000 to December 31, 2100. The figures still use December 23, 2026.',
    );
    expect(useDesk.getState().calledOn).toBe('2026-12-23');
  });

  it('a day out of range is said while it stands there, and so is an empty field', async () => {
    await show('m1');
    fireEvent.change(field(), { target: { value: '2026-11-17' } });
    for (const value of ['1990-01-01', '9999-12-31']) {
      fireEvent.change(field(), { target: { value } });
      expect(field()).toHaveAttribute('aria-invalid', 'true');
      expect(said()).toContain('The figures still use November 17, 2026.');
    }
    fireEvent.change(field(), { target: { value: '' } });
    expect(said()).toContain('Left empty, it is today. The figures still use November 17, 2026.');
    fireEvent.change(field(), { target: { value: '2026-11-18' } });
    expect(field()).toHaveAttribute('aria-invalid', 'false');
    expect(said()).not.toContain('still use');
    expect(useDesk.getState().calledOn).toBe('2026-11-18');
  });

  it('on a weekend each mark stands below its own date', async () => {
    vi.setSystemTime(new Date('2026-11-22T12:00:00'));
    await show('m1');
    fireEvent.change(field(), { target: { value: '2026-11-21' } });
    expect(timeline()[0]).toBe('Sat, Nov 21, the call, Sun, Nov 22, today, weekend');
  });

  it('the days of September 2001 are closed by name', async () => {
    await show('m1');
    fireEvent.change(field(), { target: { value: '2001-09-10' } });
    expect(timeline().slice(1, 3)).toEqual([
      'Tue, Sep 11, closed: attacks of September 11',
      'Wed, Sep 12, closed: attacks of September 11',
    ]);
    expect(said()).toContain('by Wednesday, September 19, 2001');
  });
});

describe('other brokers', () => {
  it('Firstrade: a range, and that its own pages disagree', async () => {
    await show('firstrade');
    expect(said()).toContain(
      'Due between Wednesday, November 25 and Tuesday, December 1, 2 to 5 business days after Monday, November 23, or sooner, without notice.',
    );
    expect(timeline()).toEqual([
      'Mon, Nov 23, the call, today',
      'Tue, Nov 24, day 1',
      'Wed, Nov 25, day 2, due at the earliest',
      'Thu, Nov 26, closed: Thanksgiving',
      'Fri, Nov 27, day 3, closes at 1 p.m.',
      'Sat, Nov 28, Sun, Nov 29, weekend',
      'Mon, Nov 30, day 4',
      'Tue, Dec 1, day 5, due at the latest',
    ]);
    expect(said()).toContain('Two other pages of Firstrade’s say 3 and 5.');
  });

  it('Interactive Brokers: no call, no date, at once', async () => {
    await show('interactive-brokers');
    expect(said()).toContain(
      'Interactive Brokers makes no call and gives no time: below the requirement it may sell at once.',
    );
    expect(screen.queryByLabelText('Day of the call')).toBeNull();
    expect(screen.queryByRole('list', { name: 'Each day from the call on' })).toBeNull();
  });

  it('FINRA’s minimum names no days of its own: 15 at most', async () => {
    await show('finra-minimum');
    expect(said()).toContain('These rules name no number of days');
    expect(timeline().at(-1)).toBe('Tue, Dec 15, day 15');
  });
});

it('without a call there is no such tab', async () => {
  await show('m1');
  act(() => commit(setHoldings('99000', '2026-11-23')));
  await userEvent.click(screen.getByRole('button', { name: 'How to have more room' }));
  expect(screen.queryByRole('tab', { name: 'By when' })).toBeNull();
});
