/**
 * E*TRADE's download: a summary with the net account value (the check sum), a list of filters that looks like headings, the
 * positions with CASH and TOTAL, lots as rows that begin with a date.
 */
import { headingKey } from './columns';
import { parseMoney } from './parse-money';
import { plainRow } from './position-row';
import { accountLabel } from './privacy';
import type { TableLayout } from './read-table';
import type { SourceRecord } from './source-records';

/** A reader of one download; it remembers where the net account value stands. */
export function etrade(): TableLayout {
  let netIndex: number | null = null;
  return {
    layout: 'etrade',
    readOwn({ record, book, isAbove, columns }) {
      if (!isAbove) {
        const name = record.cells[columns.symbol ?? 0] ?? '';
        return isLotDay(name) ? plainRow(record, 'notAPosition', 'lot', { symbol: name }) : null;
      }
      const keys = record.cells.map(headingKey);
      const at = keys.indexOf('netaccountvalue');
      if (at >= 0 && keys[0] === 'account') {
        netIndex = at;
        return plainRow(record, 'notAPosition', 'heading');
      }
      const total = netIndex === null ? null : netValueIn(record, netIndex);
      if (total === null) return null;
      netIndex = null;
      const [name = '', ...figures] = record.cells;
      const label = accountLabel(name, name);
      book.open(name, label);
      book.stateTotal(total);
      return plainRow({ ...record, cells: [label, ...figures] }, 'notAPosition', 'total', { value: total });
    },
  };
}

function netValueIn({ cells }: SourceRecord, index: number): string | null {
  const read = parseMoney(cells[index] ?? '');
  return read.ok ? read.decimal : null;
}

function isLotDay(text: string): boolean {
  return /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(text);
}
