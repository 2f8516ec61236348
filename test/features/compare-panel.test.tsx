// Which what-ifs stand beside today: four of many, the one on show among them, and then those that are ticked.
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ComparePanel } from '@/features/scenarios/compare-panel';
import { startDesk, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';

const account = {
  marginLoan: '5000',
  positions: [{ id: 'p1', symbol: 'ACME', side: 'long', marketValue: '10000' }],
} as const;

it('the one on show is compared, and of six any four can be chosen', async () => {
  const scenarios = [1, 2, 3, 4, 5, 6].map((n) => ({
    id: `s${n}`,
    name: `Fall ${n}`,
    changes: [{ type: 'moveMarket' as const, ratio: `-0.0${n}` }],
  }));
  useDesk.setState(startDesk({ ...documentOf(account), scenarios, shownScenario: 's6' }), true);
  const user = userEvent.setup();
  render(<ComparePanel wordRefusal={() => ''} />);
  const ticked = () =>
    within(screen.getByRole('group', { name: /Beside today/ }))
      .getAllByRole('checkbox', { checked: true })
      .map((box) => box.closest('label')?.textContent);
  expect(ticked()).toEqual(['Fall 1', 'Fall 2', 'Fall 3', 'Fall 6']);
  expect(screen.getByLabelText('Fall 5')).toBeDisabled();

  // Out goes one, and no other comes in its place by itself.
  await user.click(screen.getByLabelText('Fall 2'));
  expect(ticked()).toEqual(['Fall 1', 'Fall 3', 'Fall 6']);
  await user.click(screen.getByLabelText('Fall 5'));
  expect(ticked()).toEqual(['Fall 1', 'Fall 3', 'Fall 5', 'Fall 6']);
  expect(screen.getByText(/^Today has/).textContent).toContain('“Fall 5” would leave');
});
