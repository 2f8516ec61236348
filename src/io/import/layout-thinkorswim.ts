/**
 * thinkorswim's position statement: groups by symbol. A share stands on the symbol's row or, in older files, below it under the
 * company's name; options stand below it by date and strike. The columns are the person's choice.
 */
import type { ImportRow } from './import-types';
import { isTicker, isTotal, moneyNamed } from './instrument';
import { parseOption } from './parse-option';
import { optionValue, plainRow } from './position-row';
import { accountLabel } from './privacy';
import type { RecordPlace, TableLayout } from './read-table';
import type { SourceRecord } from './source-records';

/** A reader of one statement; it remembers the symbol of the group. */
export function thinkorswim(): TableLayout {
  let group = '';
  return {
    layout: 'thinkorswim',
    readOwn(place) {
      const { record, book, isAbove, columns } = place;
      const filled = record.cells.filter((cell) => cell !== '');
      const [only = ''] = filled;
      const title = /^position statement for (.+?)( on .*)?$/i.exec(only);
      if (title !== null && filled.length === 1) {
        const [, name = '', on = ''] = title;
        const label = accountLabel(/[\d-]{3,}/.exec(name)?.[0] ?? '', name.replaceAll(/[()]/g, ' '));
        book.open(name, label);
        const shown = `Position statement for ${label}${on}`;
        return plainRow({ ...record, cells: [shown] }, 'notAPosition', 'heading');
      }
      if (isAbove) return null;
      const sum = filled.find((cell) => isTotal(cell) || /^net liquidating value$/i.test(cell));
      if (sum !== undefined) return plainRow(record, 'notAPosition', 'total');
      const nameAt = columns.symbol ?? 0;
      const name = record.cells[nameAt] ?? '';
      const isSymbol = isTicker(name) || /^\/[A-Z0-9]+$/.test(name);
      const quantity = record.cells[columns.quantity ?? -1] ?? '';
      if (isSymbol) {
        group = name;
        // Without a number of shares the row only heads what stands below it.
        return quantity === '' && isBelow(place, nameAt) ? plainRow(record, 'notAPosition', 'heading') : null;
      }
      // A torn row may have no name at all, and then belongs to nothing.
      if (quantity === '' || group === '' || name === '' || moneyNamed(name, false) !== null) return null;
      return readBelow(place, group, nameAt, name);
    },
  };
}

/** True where the next row belongs to this one's group: named by words or by an option's date. */
function isBelow({ next }: RecordPlace, nameAt: number): boolean {
  const name = next?.cells[nameAt] ?? '';
  return name !== '' && !isTicker(name) && !isTotal(name);
}

/** A row of the group: an option, or the share itself under the company's name. */
function readBelow({ record, read }: RecordPlace, group: string, nameAt: number, name: string): ImportRow {
  const named = (symbol: string): SourceRecord => ({ ...record, cells: record.cells.with(nameAt, symbol) });
  const option = parseOption(name, group);
  const row = read(named(group));
  const own = { cells: record.cells, description: name };
  // A contract is worth a hundred times its price: that its value is far from it is no wonder.
  const isUnread = row.fate === 'unread' && (option === null || row.reason !== 'value-apart');
  if (isUnread || (option === null && row.fate !== 'excluded')) return { ...row, ...own };
  if (option === null) return { ...row, ...own, symbol: `${group} ${name}` };
  const { value, quantity, price, isPriceDerived } = row;
  const isStated = value !== null && !isPriceDerived;
  const counted = isStated ? value : optionValue(quantity, price, option.multiplier);
  return plainRow(record, 'excluded', 'option', {
    ...own,
    symbol: `${group} ${name}`,
    quantity,
    price: isPriceDerived ? null : price,
    value: counted,
    cost: row.cost,
    option,
  });
}
