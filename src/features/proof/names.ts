// What amounts are called in the proof. An account without shorts has no word for them.

import type { EquityTermName } from '@/engine/explain';

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
