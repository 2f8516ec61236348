// The words of My accounts, and of what another tab did.
import type { SimulatorDocument } from '@/io/document';
import type { Elsewhere } from '@/state/elsewhere';
import { selectToday } from '@/state/figures';
import type { Kept } from '@/state/keeper';
import { localDay } from '@/state/today';
import { formatDay } from '@/ui/day';
import { formatMoneyShort } from '@/ui/format';

/** What stands below an account's name: the day of its prices, its equity and how it stands. */
export function wordAccount({ account }: SimulatorDocument, status: string): string {
  const today = selectToday(account);
  return [
    ...(account.enteredOn === undefined ? [] : [`Prices of ${formatDay(account.enteredOn, localDay())}`]),
    ...(today === null ? [] : [`equity ${formatMoneyShort(today.margin.equity, 'down')}`]),
    status,
  ].join(' · ');
}

/** Why something was not kept; empty where it was. */
export function wordKept(kept: Kept): string {
  switch (kept) {
    case 'kept':
      return '';
    case 'full':
      return 'Not done: this browser has no room for more. Delete an account, or save as a file.';
    case 'refused':
      return 'Not done: this browser does not keep anything for this page. Save as a file.';
    case 'changed':
      return 'Not done: another tab changed or deleted it.';
  }
}

/** What another tab did to the account on show. */
export function wordElsewhere(elsewhere: Elsewhere): string {
  switch (elsewhere.kind) {
    case 'changed':
      return 'Another tab changed this account. Here it is still as it was before. If you go on here, it becomes a copy.';
    case 'copied':
      return `Another tab keeps another account here, or another state of this one, which stays as it is. What you see is kept under My accounts as “${elsewhere.name}” from now on.`;
    case 'deleted':
      return `Another tab deleted “${elsewhere.name}” from My accounts. It is still on show here.`;
  }
}

/** What became of the accounts of a file that were all to be saved. */
export function wordSavedAll(count: number, of: number, kept: Kept): string {
  const accounts = of === 1 ? '1 account' : `${of} accounts`;
  if (kept === 'kept') return `${accounts} of the file ${of === 1 ? 'is' : 'are'} among My accounts now.`;
  return `${count} of ${accounts} are among My accounts now. ${wordKept(kept)}`;
}
