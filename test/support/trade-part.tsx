// What the tests of trades do with the part that tries them: the real panel, the real store.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AccountInput } from '@/engine/account';
import { TradePart } from '@/features/trades/trade-part';
import { WhatIfPanel } from '@/features/what-if/what-if-panel';
import { startDesk, useDesk } from '@/state/store';
import { plain } from './what-if-panel';

/** Equity 23,000, required 6,000 + 3,200, above 13,800; half of 32,000 leaves 7,000 for the day of a purchase. */
export const account: AccountInput = {
  name: 'Mine',
  ruleSet: 'm1',
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [
    {
      id: 'p1',
      symbol: 'VTI',
      side: 'long',
      shares: '100',
      price: '240',
      maintenanceRate: '0.25',
      targetWeight: '0.6',
    },
    {
      id: 'p2',
      symbol: 'NVDA',
      side: 'long',
      marketValue: '8000',
      maintenanceRate: '0.4',
      targetWeight: '0.4',
    },
  ],
};

/** Has the account, with more or other terms, and the part on show. */
export function open(more: Partial<AccountInput> = {}) {
  act(() =>
    useDesk.setState(
      startDesk({ app: 'headroom', schemaVersion: 1, account: { ...account, ...more }, scenarios: [] }),
      true,
    ),
  );
  act(() => useDesk.setState({ openLevers: { trades: true } }));
  render(<WhatIfPanel trades={<TradePart />} />);
}

/** Chooses an option of a list by its label. */
export const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByLabelText(label), option);
/** Chooses what to do. */
export const kind = (title: string) => choose('What to do', title);
/** Types a text in place of what a field holds, and Enter. */
export async function type(label: string, text: string) {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
}
/** Takes what is tried. */
export const put = () => userEvent.click(screen.getByRole('button', { name: 'Put it into the what-if' }));
/** What the part says. */
export const part = () => plain(screen.getByLabelText('What to do').closest('details'));
