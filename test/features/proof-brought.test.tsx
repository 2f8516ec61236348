// What a what-if brings into the account, in the panel behind the figures: counted, listed, and led to nowhere.
import { act, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { FiguresRow } from '@/features/proof/figures-row';
import { movingIn } from '@/state/moved-in';
import { commit, startDesk, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { documentOf } from '../support/document-of';

// The panel is loaded when it is opened, which a busy machine may take its time for.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');

it('securities moved in are a holding with a rate of the what-if, and an assumption without a field', async () => {
  const document = documentOf({
    marginLoan: '5000',
    positions: [{ id: 'p1', symbol: 'VTI', side: 'long', marketValue: '7000', maintenanceRate: '0.3' }],
  });
  useDesk.setState(startDesk(document), true);
  act(() => commit(takeActions([movingIn(document, '142.86', '0.3')])));
  const user = userEvent.setup();
  render(<FiguresRow />);
  await user.click(screen.getByRole('button', { name: 'Show the math and details' }));
  await user.click(await screen.findByRole('tab', { name: 'Holdings' }));
  const row = await screen.findByRole('row', { name: /^Securities moved in/ });
  // Worth nothing before; 0.3 × 142.86 = 42.858.
  expect(plain(row)).toContain('$142.86');
  expect(plain(row)).toContain('30 %set in the what-if');
  expect(plain(row)).toContain('$42.86');
  await user.click(screen.getByRole('tab', { name: 'Assumptions' }));
  const moves = await screen.findByText(/Every holding moves exactly as far as the market/);
  expect(within(moves).getByRole('button', { name: 'VTI' })).toBeTruthy();
  expect(within(moves).queryByRole('button', { name: /moved in/ })).toBeNull();
  expect(plain(moves)).toContain('Securities moved in');
});
