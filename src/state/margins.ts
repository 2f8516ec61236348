/** The margin of an account, worked out once for all who ask: several parts of the page ask for that of one what-if. */
import type { Account } from '@/engine/account';
import { evaluateMargin, type MarginResult } from '@/engine/margin';

const margins = new WeakMap<Account, MarginResult>();

/** The same result for the same account. */
export function marginOf(account: Account): MarginResult {
  const known = margins.get(account);
  if (known !== undefined) return known;
  const made = evaluateMargin(account);
  margins.set(account, made);
  return made;
}
