// Own work that waits while an example is on show, and what it is called.
import { presets } from '@/presets/accounts';
import { blankAccount } from '@/state/account-edits';
import { isOnShow } from '@/state/aside';
import type { Work } from '@/state/saved-copy';
import { useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { formatDay } from '@/ui/day';

/** The work put aside that is not on show already, the latest first: that is what one comes back for. */
export function useAside(): readonly Work[] {
  const aside = useDesk((desk) => desk.aside);
  const document = useDesk(({ history }) => history.present);
  const texts = useDesk((desk) => desk.texts);
  const newRow = useDesk((desk) => desk.newRow);
  return aside.filter((work) => !isOnShow(work, { document, texts, newRow })).toReversed();
}

/** What brings it back: an account typed from nothing is "my account", a changed example and any other go by their name. */
export function nameOfWork({ document: { account } }: Work): string {
  if (account.name === blankAccount.name) return 'Bring my account back';
  const isExample = presets.some(({ name }) => name === account.name);
  return `Bring back ${isExample ? 'what I changed in ' : ''}“${account.name}”`;
}

/** Its name in a sentence. */
export function workInQuotes({ document: { account } }: Work): string {
  return `“${account.name.trim() === '' ? blankAccount.name : account.name}”`;
}

/** What tells it apart from other work of the same name. */
export function describeWork({ document: { account } }: Work): string {
  const { length } = account.positions;
  const held = `${length.toLocaleString('en-US')} ${length === 1 ? 'holding' : 'holdings'}`;
  return account.enteredOn === undefined
    ? held
    : `${held}, entered ${formatDay(account.enteredOn, localDay())}`;
}
