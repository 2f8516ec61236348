/**
 * Reads a table with headings: each record below them is a row with its fate, whatever it is. What differs between brokers
 * is handed in.
 */
import { AccountBook } from './account-book';
import { type Columns, columnsOf, foundColumns, headingScore, isOwnTable, withWishes } from './columns';
import type { FoundColumn, ImportFound, ImportLayout, ImportRow, ImportWishes } from './import-types';
import { parseMoney } from './parse-money';
import { plainRow, type RowStyle, readPositionRow } from './position-row';
import { type AccountNames, namesOf } from './privacy';
import type { SourceRecord } from './source-records';

/** What a broker's table does differently. */
export interface TableLayout {
  readonly layout: ImportLayout;
  readonly style?: Partial<RowStyle>;
}

/** What was read: everything but the day and the questions. */
export type TableFound = Pick<ImportFound, 'layout' | 'columns' | 'accounts'>;

/** Reads the records of a table. Returns null where no record names a symbol and a quantity or a value. */
export function readTable(
  records: readonly SourceRecord[],
  { layout, style = {} }: TableLayout,
  wishes: ImportWishes = {},
): TableFound | null {
  const scores = records.map(headingScore);
  const best = Math.max(0, ...scores);
  const first = scores.indexOf(best);
  const heading = records[first];
  if (best === 0 || heading === undefined) return null;
  const isOwn = isOwnTable(heading);
  const rowStyle: RowStyle = {
    comma: commaOf(records.slice(first), columnsOf(heading)),
    allowsNames: layout === 'table',
    isOwn,
    ...style,
  };

  const book = new AccountBook();
  const names = namesOf(heading);
  let columns: Columns = {};
  let shown: readonly FoundColumn[] = [];
  let width = { least: 0, most: 0 };
  records.forEach((record, index) => {
    // Headings that come again may be in another order; a weaker likeness before the best is none.
    if (index >= first && (scores[index] ?? 0) >= Math.min(best, 3)) {
      columns = withWishes(columnsOf(record), wishes.columns);
      width = widthOf(record, columns, records.slice(index + 1));
      if (index === first) shown = foundColumns(record, columns);
      book.add(plainRow(record, 'notAPosition', 'heading'));
      return;
    }
    if (index < first) {
      book.add(plainRow(record, 'notAPosition', 'note'));
      return;
    }
    openAccount(book, names, record, columns);
    book.add(readRow(record, columns, rowStyle, width));
  });
  return { layout, columns: shown, accounts: names.cleaned(book.accounts()) };
}

/** Reads a record that is no heading: a broken one is not trusted in any cell. */
export function readRow(
  record: SourceRecord,
  columns: Columns,
  style: RowStyle,
  { least, most }: RowWidth,
): ImportRow {
  const filled = record.cells.findLastIndex((cell) => cell !== '') + 1;
  const row = readPositionRow(record, columns, style);
  const isWrong = record.isBroken || filled > most || record.cells.length < least;
  if (!isWrong || (row.fate === 'notAPosition' && row.reason === 'note')) return row;
  // Sums and money are named in the row itself, and stand in short rows too.
  if (!record.isBroken && filled <= most && (row.fate === 'cash' || row.reason === 'total')) return row;
  return plainRow(record, 'unread', 'broken-row', {
    symbol: row.symbol,
    unreadText: record.cells.filter((cell) => cell !== '').join(' · '),
  });
}

/** How many cells a row may have. */
export interface RowWidth {
  readonly least: number;
  readonly most: number;
}

/**
 * A row ends at the last heading at the latest and reaches the last column that is read. Where all rows are longer than the
 * headings (a comma ends them), a row that is not has lost one.
 */
export function widthOf(heading: SourceRecord, columns: Columns, below: readonly SourceRecord[]): RowWidth {
  const headed = heading.cells.findLastIndex((cell) => cell !== '') + 1;
  const needed = Math.max(0, ...Object.values(columns).map((index) => index + 1));
  const counts = new Map<number, number>();
  for (const { cells } of below.slice(0, 1000)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [usual] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  return { least: usual > headed ? usual : needed, most: headed };
}

/** Rows name their account in a column of their own. */
function openAccount(book: AccountBook, names: AccountNames, record: SourceRecord, columns: Columns): void {
  const account = columns.account === undefined ? '' : (record.cells[columns.account] ?? '');
  // Sums and disclaimers stand under the account before them.
  if (account === '' || record.cells.length < 3) return;
  book.open(account, names.labelOf(account, record));
}

/** Where figures are written with a decimal comma, "1,234" may be either number: then none with a comma is read. */
export function commaOf(records: readonly SourceRecord[], columns: Columns): RowStyle['comma'] {
  const figures = (['quantity', 'price', 'value'] as const).flatMap((role) => columns[role] ?? []);
  const isDecimal = records.some(({ cells }) =>
    figures.some((index) => {
      const cell = cells[index] ?? '';
      return (
        /^[^,]*,(?:\d{1,2}|\d{4,})\D*$|\d\.\d{3},/.test(cell) &&
        !parseMoney(cell).ok &&
        /^[-+$€\d.,\s()]+$/.test(cell)
      );
    }),
  );
  return isDecimal ? 'refused' : 'thousands';
}
