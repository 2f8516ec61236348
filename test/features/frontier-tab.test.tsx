// The map with the real store: what it tells belongs to what is on show, never to what was there a moment ago.
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FrontierTab } from '@/features/frontier/frontier-tab';
import { setRequirementShift, shownChanges } from '@/state/lever-edits';
import { commit, drag, release, selectDocument, startDesk, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

/** 49,000 at 25 %, cash 1,000, a loan of 10,000: 40,000 of equity less 12,250. */
const m1 = documentOf({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] });
const cell = () => screen.getByRole('gridcell').textContent;

it('a map of another account tells no figure and sets nothing until the next is worked out', async () => {
  useDesk.setState(startDesk(m1));
  render(<FrontierTab />);
  await waitFor(() => expect(cell()).toMatch(/: \$27,750\.00 above the requirement$/));

  act(() => commit((each) => ({ ...each, account: { ...each.account, marginLoan: '20000' } })));
  expect(cell()).toBe('Market as today, requirements as today: being worked out');
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'ArrowLeft' });
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  expect(shownChanges(selectDocument(useDesk.getState()))).toEqual([]);
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Escape' });
  // 30,000 less 12,250.
  await waitFor(() => expect(cell()).toMatch(/: \$17,750\.00 above the requirement$/));
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
});

it('while its own slider is dragged it stays as it is; while another is, it tells nothing', async () => {
  useDesk.setState(startDesk(m1));
  render(<FrontierTab />);
  await waitFor(() => expect(cell()).toMatch(/above the requirement$/));
  act(() => drag('shift', setRequirementShift('0.1')));
  expect(cell()).toMatch(/above the requirement$/);
  act(() => release('shift'));
  expect(shownChanges(selectDocument(useDesk.getState()))).toHaveLength(1);
  act(() => drag('loan', (each) => ({ ...each, account: { ...each.account, marginLoan: '20000' } })));
  expect(cell()).toMatch(/being worked out$/);
});
