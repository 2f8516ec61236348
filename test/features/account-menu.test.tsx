// The menu with the real store: what it says of the answer, and what its keys do.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { PageTools } from '@/features/look/page-tools';
import { MarketControls } from '@/features/market/market-controls';
import { AccountMenu } from '@/features/presets/account-menu';
import { setAccountName, setHoldings } from '@/state/account-edits';
import { openDocument } from '@/state/open-account';
import { commit, startDesk, useDesk } from '@/state/store';

it('whatever tells how an example stands is covered with the answer', () => {
  const { container } = render(<AccountMenu isSmall={false}>{null}</AccountMenu>);
  const telling = [...container.querySelectorAll('span')].filter((each) =>
    /\bcall\b/i.test(each.textContent ?? ''),
  );
  const answers = telling.filter((each) => /\$/.test(each.textContent ?? ''));
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter((each) => each.closest('[data-tells]') === null)).toEqual([]);
});

it('the key 0 takes back the market, the button every what-if, and both say so', () => {
  window.matchMedia ??= (() => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  })) as never;
  render(
    <>
      <PageTools />
      <MarketControls />
    </>,
  );
  expect(screen.getByText('market back to today')).toBeInTheDocument();
  expect(screen.getByText('Back to today')).toHaveAccessibleDescription('Takes every what-if away');
});

it('of what is put aside the latest stands first; one alone is removed, and can be put back', async () => {
  const user = userEvent.setup();
  useDesk.setState(startDesk());
  const named = (name: string) => {
    commit(setHoldings('1000', '2026-11-20'));
    commit(setAccountName(name));
  };
  for (const name of ['Case 1', 'Case 2', 'Case 3']) {
    named(name);
    openDocument(startDesk().history.present);
  }
  render(<AccountMenu isSmall={false}>{null}</AccountMenu>);
  // jsdom knows no popover: the menu counts as hidden.
  const press = (name: string | RegExp) => screen.getByRole('button', { name, hidden: true });
  const waiting = () =>
    screen.getAllByRole('button', { name: /^Bring back/, hidden: true }).map((each) => each.textContent);
  expect(waiting().map((text) => text?.slice(0, 19))).toEqual([
    'Bring back “Case 3”',
    'Bring back “Case 2”',
    'Bring back “Case 1”',
  ]);
  await user.click(press('Remove “Case 2” from what is put aside'));
  expect(waiting()).toHaveLength(2);
  expect(screen.getByText('“Case 2” is removed.')).toBeInTheDocument();
  expect(press('Put it back')).toHaveFocus();
  await user.click(press('Put it back'));
  expect(waiting()[1]).toContain('Case 2');
  expect(screen.queryByText('“Case 2” is removed.')).toBeNull();
  await vi.waitFor(() => expect(press(/^Bring back “Case 3”/)).toHaveFocus());
});
