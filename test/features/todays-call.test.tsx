// A call of today beside a what-if that ends it: it does not go from the page.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { setMarketMove } from '@/state/lever-edits';
import { commit, startDesk, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { documentOf } from '../support/document-of';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00') }));
afterEach(() => {
  vi.useRealTimers();
  act(() => useDesk.setState(startDesk(), true));
});

/** 77,400 at 40 % against 47,000: a call of 560; with 560 in cash there is none. */
function show(ruleSet: string) {
  const positions = [
    { id: 'p1', symbol: 'ACME', side: 'long', shares: '1000', price: '77.4', maintenanceRate: '0.4' },
  ] as const;
  act(() => useDesk.setState(startDesk(documentOf({ ruleSet, marginLoan: '47000', positions })), true));
  render(<WaysPanel />);
  act(() => commit(takeActions([{ type: 'deposit', amount: '560' }])));
}

const said = () => document.body.textContent?.replaceAll('\u00A0', ' ') ?? '';
const open = (name: string) => userEvent.click(screen.getByRole('tab', { name }));

describe('$560 put into the what-if', () => {
  it('M1: the call of today is due by Friday, and all its tabs stay', async () => {
    show('m1');
    expect(screen.getByRole('button', { name: 'Ways out' })).toBeTruthy();
    // Three business days, Thanksgiving between them.
    expect(said()).toContain(
      'With what is in the what-if nothing more is called for. Today’s call of $560 is due by Friday, November 27, or sooner, without notice.',
    );
    expect(said()).not.toContain('Nothing is called for');
    await open('By when');
    expect(said()).toContain('On the account as it is today, without the what-if.');
    expect(said()).toContain('Due by Friday, November 27, 3 business days after Monday, November 23');
    await open('If nothing is done');
    // 560 ÷ 0.4 = 18.09 shares of 77.40.
    expect(said()).toContain('To end the call of $560, at least $1,470.60 would have to be sold');
  });

  it('Interactive Brokers: no call, and it may sell at once', () => {
    show('interactive-brokers');
    expect(said()).toContain(
      'Today the account is $560 below the requirement, and Interactive Brokers may sell at once.',
    );
  });

  it('a market that falls again is the what-if’s own call', () => {
    show('m1');
    act(() => commit(setMarketMove('-0.1')));
    expect(said()).not.toContain('Today’s call');
  });
});
