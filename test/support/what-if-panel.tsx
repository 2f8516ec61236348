// What the tests of the what-if do with it: the real panel, the real store.
import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { AccountInput } from '@/engine/account';
import { WhatIfPanel } from '@/features/what-if/what-if-panel';
import { selectView } from '@/state/figures';
import { shownChanges } from '@/state/lever-edits';
import { selectDocument, startDesk, useDesk } from '@/state/store';

/** Equity 22,000, required 6,000 + 3,200, above 12,800. */
const account: AccountInput = {
  name: 'My account',
  ruleSet: 'm1',
  cash: '0',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000', maintenanceRate: '0.25' },
    {
      id: 'p2',
      symbol: 'NVDA',
      side: 'long',
      shares: '80',
      price: '100',
      maintenanceRate: '0.4',
      group: 'Chips',
    },
  ],
};

/** The document on show. */
export const document = () => selectDocument(useDesk.getState());
/** The changes of the what-if on show. */
export const changes = () => shownChanges(document());
/** Excess equity in the what-if. */
export const excess = () => {
  const view = selectView(document());
  return view.ok ? view.scene.at(view.move)?.excess.toText() : undefined;
};
/** A text with ordinary spaces. */
export const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
/** What the list of changes says. */
export const list = () => plain(screen.queryByRole('list', { name: 'What differs from today' }));
/** A row of the what-if by its title. */
export const row = (title: string) =>
  screen.getByText(title, { exact: false, selector: 'summary *' }).closest('details');

/** Has the account, with more or other terms, and the panel. */
export function open(more: Partial<AccountInput> = {}): UserEvent {
  useDesk.setState(
    startDesk({ app: 'headroom', schemaVersion: 1, account: { ...account, ...more }, scenarios: [] }),
  );
  render(<WhatIfPanel />);
  return userEvent.setup();
}

/** Opens a row. */
export async function unfold(user: UserEvent, title: string) {
  await user.click(screen.getByText(title, { exact: false, selector: 'summary *' }));
}

/** Types a text in place of what a field holds, and Enter. */
export async function type(user: UserEvent, label: string, text: string) {
  const field = screen.getByLabelText(label);
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
}
