// What the tests of the ways out do with their panel: the real panel, the real store.
import { act, render, screen, within } from '@testing-library/react';
import type { AccountInput, PositionInput } from '@/engine/account';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { shownChanges } from '@/state/lever-edits';
import { selectDocument, startDesk, useDesk } from '@/state/store';
import { documentOf } from './document-of';

/** A long holding named by its id. */
export const held = (id: string, more: Partial<PositionInput>): PositionInput => ({
  id,
  symbol: id,
  side: 'long',
  ...more,
});

/** Has the account, of which only some figures matter, and its ways out. */
export function show(account: Partial<AccountInput>) {
  act(() => useDesk.setState(startDesk(documentOf(account)), true));
  render(<WaysPanel />);
}

/** The cells of a way, without the words of what is left. */
export function cells(way: RegExp): string[] {
  const row = screen.getByRole('row', { name: way });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => (cell.textContent ?? '').replaceAll('\u00A0', ' '));
}

/** The document on show. */
export const shown = () => selectDocument(useDesk.getState());
/** The changes of its what-if. */
export const changes = () => shownChanges(shown());
