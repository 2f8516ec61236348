// Hand-made readings of brokers' files, for tests of what the page makes of them.
import type { ImportAccount, ImportFound, ImportRow } from '@/io/import/import-types';

/** One row; what is left out is nothing. */
export function rowOf(row: Partial<ImportRow>): ImportRow {
  return {
    line: 1,
    fate: 'holding',
    reason: null,
    cells: [],
    symbol: '',
    description: '',
    quantity: null,
    price: null,
    isPriceDerived: false,
    value: null,
    cost: null,
    option: null,
    extra: null,
    money: row.fate === 'cash' ? 'cash' : null,
    unreadText: null,
    ...row,
  };
}

/** One account. */
export function accountOf(account: Partial<ImportAccount>): ImportAccount {
  return {
    id: '1',
    label: 'The account',
    rows: [],
    cash: null,
    marginLoan: null,
    shortCredit: null,
    statedTotal: null,
    readTotal: null,
    ...account,
  };
}

/** A reading of one account. */
export function foundOf(found: Partial<ImportFound>, account: Partial<ImportAccount> = {}): ImportFound {
  return {
    layout: 'table',
    asOf: '2026-11-20',
    columns: [],
    accounts: [accountOf(account)],
    questions: [],
    ...found,
  };
}

/** Schwab's sample: three longs, a short, a written call, negative cash, and the total that the file itself states. */
export const schwab = foundOf(
  { layout: 'schwab', questions: ['short-credit'] },
  {
    label: 'Account ending 252',
    cash: '-61240.55',
    statedTotal: '84035.60',
    readTotal: '84035.60',
    rows: [
      rowOf({
        line: 4,
        symbol: 'AAPL',
        quantity: '300',
        price: '228.40',
        value: '68520.00',
        cost: '57945.00',
      }),
      rowOf({ line: 5, symbol: 'VOO', quantity: '120.5', price: '612.30', value: '73782.15' }),
      rowOf({ line: 6, symbol: 'BRK.B', quantity: '40', price: '498.10', value: '19924.00' }),
      rowOf({ line: 7, symbol: 'TSLA', quantity: '-50', price: '321.60', value: '-16080.00' }),
      rowOf({
        line: 8,
        fate: 'excluded',
        reason: 'option',
        symbol: 'AAPL 12/18/2026 250.00 C',
        quantity: '-2',
        price: '4.35',
        value: '-870.00',
        option: { underlying: 'AAPL', expiry: '2026-12-18', strike: '250.00', right: 'C', multiplier: '100' },
      }),
      rowOf({ line: 11, fate: 'cash', symbol: '', value: '-61240.55' }),
      rowOf({ line: 12, fate: 'notAPosition', reason: 'total', value: '84035.60' }),
    ],
  },
);
