// The name under which the account on show is saved: Escape takes back what is typed before it closes anything.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { MyAccounts } from '@/features/files/my-accounts';
import { setHoldings } from '@/state/account-edits';
import { commit, startDesk, useDesk } from '@/state/store';
import { showDialogs } from '../support/dialogs';

beforeAll(showDialogs);
beforeEach(() => {
  useDesk.setState(startDesk(), true);
  commit(setHoldings('58000', '2026-11-20'));
});

it('a name half typed in My accounts goes back at the first Escape; the second closes', async () => {
  const onClose = vi.fn<() => void>();
  render(<MyAccounts wordStatus={() => ''} onClose={onClose} />);
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: /^Save the account on show/ });
  const offered = name.value;
  await userEvent.type(name, ' of my own{Escape}');
  expect(name).toHaveValue(offered);
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.type(name, '{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});
