/** Imported rows that no figure includes: while any is there, every total is incomplete and says so. */
import type { AccountInput } from '@/engine/account';
import { type Edit, isExample } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import { selectAccount } from '@/state/store';

/** One of those rows. */
export type ExcludedRow = NonNullable<AccountInput['excluded']>[number];

const none: readonly ExcludedRow[] = [];

/** The rows of the account on show. */
export function selectExcluded(desk: Desk): readonly ExcludedRow[] {
  const account = selectAccount(desk);
  return isExample({ account }) ? none : (account.excluded ?? none);
}

/** Whether the totals of the account on show are incomplete. */
export function selectIsIncomplete(desk: Desk): boolean {
  return selectExcluded(desk).length > 0;
}

/** Forgets the row at a place: the person says that nothing is missing without it. */
export function removeExcluded(index: number): Edit {
  return (document) => {
    const { excluded = none, ...account } = document.account;
    const left = excluded.filter((_row, at) => at !== index);
    return { ...document, account: left.length === 0 ? account : { ...account, excluded: left } };
  };
}
