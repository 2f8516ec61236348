/**
 * Schwab's positions: a title names the account or all accounts; each account has its own headings and total. Cash is one row,
 * negative = a margin loan. Futures have two rows of their own that are no holdings.
 */
import type { ImportRow } from './import-types';
import { plainRow } from './position-row';
import { accountLabel } from './privacy';
import type { RecordPlace, TableLayout } from './read-table';

/** All four generations: headings are found by name. */
export const schwab: TableLayout = {
  layout: 'schwab',
  readOwn(place) {
    const { record, book } = place;
    const filled = record.cells.filter((cell) => cell !== '');
    const [only = ''] = filled;
    const title = /^positions for (?:account )?(.+?)( as of .*)?$/i.exec(only);
    if (filled.length === 1 && title !== null) {
      const [, name = '', asOf = ''] = title;
      const isAll = /^all[- ]accounts?$/i.test(name);
      const label = accountLabel(name, name);
      if (!isAll) book.open(name, label);
      const shown = `Positions for ${isAll ? 'all accounts' : label}${asOf}`;
      return plainRow({ ...record, cells: [shown] }, 'notAPosition', 'heading');
    }
    // A name with a comma in it may stand in several cells.
    if (filled.length <= 3 && place.isBeforeHeading) {
      const name = filled.join(' ');
      book.open(name, accountLabel(name, name));
      return plainRow({ ...record, cells: [accountLabel(name, name)] }, 'notAPosition', 'heading');
    }
    return place.isAbove ? null : readFutures(place);
  },
};

/** Nothing in them as a rule; an amount there belongs to futures and is named as left out. */
function readFutures({ record, read, columns }: RecordPlace): ImportRow | null {
  const name = record.cells[columns.symbol ?? 0] ?? '';
  if (!/^futures (?:cash|positions market value)$/i.test(name)) return null;
  const row = read();
  if (row.fate === 'unread') return row;
  const isNone = row.value === null || !/[1-9]/.test(row.value);
  return isNone
    ? plainRow(record, 'notAPosition', 'total', { symbol: name, value: row.value })
    : plainRow(record, 'excluded', 'future', { symbol: name, value: row.value });
}
