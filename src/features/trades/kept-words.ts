// What stays and what rises by a trade, in the words that several kinds of trades share. Serves rule R-43.
import type { Trial } from '@/state/trades';
import { formatExcess, formatMoneyShort } from '@/ui/format';

/** No trade at its price changes equity. */
export function equityStays({ after }: Trial): string {
  return `Equity stays ${formatExcess(after.margin.equity)}.`;
}

/** By how much a figure rises, rounded down. */
export function rise({ before, after }: Trial, figure: 'equity' | 'excess'): string {
  return formatMoneyShort(after.margin[figure].minus(before.margin[figure]), 'down');
}

/** Why a requirement changes by more than what is traded. */
export const ratesOfLarge =
  'large holdings have rates of their own under these rules, and those change with the shares';
