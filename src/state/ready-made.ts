/** Ready-made what-ifs on the account as it is: what they need to know of it. */

import type { AccountInput } from '@/engine/account';
import type { ReadyFacts } from '@/presets/scenarios';
import { selectToday } from '@/state/figures';

/** The facts of an account, with the holding that is chosen; null while a figure of it cannot be read. */
export function readyFacts(account: AccountInput, chosen: string): ReadyFacts | null {
  const today = selectToday(account);
  if (today === null) return null;
  const rates = new Map(today.margin.positions.map(({ position, rate }) => [position.id, rate] as const));
  return { account, rates, chosen };
}
