// What the tests of the account panel do with it: the real panel, the real store.
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setBalance } from '@/state/account-edits';
import { changeRows } from '@/state/holding-edits';
import { commit, selectAccount, useDesk } from '@/state/store';

/** The account on show. */
export const account = () => selectAccount(useDesk.getState());
/** The holdings on show. */
export const positions = () => account().positions;
/** How many steps can be undone. */
export const steps = () => useDesk.getState().history.past.length;
/** A field by its label. */
export const field = (label: string) => screen.getByLabelText(label, { selector: 'input' });
/** A button by its name. */
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** Presses a button. */
export const press = (name: string | RegExp) => userEvent.click(button(name));

/** Types a text in place of what a field holds, and Enter. */
export async function type(name: string, text: string) {
  const input = field(name);
  await userEvent.clear(input);
  await userEvent.type(input, `${text}{Enter}`);
}

/** Pastes into a field. */
export async function paste(name: string, text: string) {
  await userEvent.click(field(name));
  await userEvent.paste(text);
}

const day = '2026-11-20';

/** Has three holdings and a loan of 23,400: 24,000 at 25 %, 8,000 at 40 %, 7,000 at the rules' rate. */
export function haveThree() {
  const row = (id: string, marketValue: string, maintenanceRate: string | null) =>
    ({ id, symbol: '', side: 'long', marketValue, maintenanceRate }) as const;
  const rows = [row('p1', '24000', '0.25'), row('p2', '8000', '0.4'), row('p3', '7000', null)];
  act(() => {
    commit(changeRows([], rows, day));
    commit(setBalance('marginLoan', '23400', day));
  });
}
