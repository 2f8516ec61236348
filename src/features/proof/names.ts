// What holdings and amounts are called in the proof. An account without shorts has no word for them.

import type { Position } from '@/engine/account';
import type { EquityTermName } from '@/engine/explain';

/** The name of a holding: its symbol, else its place as in the account's table. */
export function nameOf(
  position: Pick<Position, 'id' | 'symbol'>,
  all: readonly { readonly id: string }[],
): string {
  const symbol = position.symbol.trim();
  if (symbol !== '') return symbol;
  return all.length === 1 ? 'Holdings' : `Holding ${all.findIndex(({ id }) => id === position.id) + 1}`;
}

/** The name of an amount that equity is made of. */
export function termName(term: EquityTermName, hasShorts: boolean): string {
  switch (term) {
    case 'cash':
      return 'Cash';
    case 'shortCredit':
      return 'Credit from short sales';
    case 'longMarketValue':
      return hasShorts ? 'Held long' : 'Holdings';
    case 'shortMarketValue':
      return 'Sold short';
    case 'marginLoan':
      return 'Margin loan';
  }
}
