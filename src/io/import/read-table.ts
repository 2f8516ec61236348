/**
 * Reads a table with headings: each record below them is a row with its fate, whatever it is. What differs between brokers
 * is handed in.
 */
import { AccountBook } from './account-book';
import {
  type Columns,
  columnsOf,
  foundColumns,
  headingScore,
  isTransactionHeading,
  withWishes,
} from './columns';
import type {
  FoundColumn,
  ImportColumn,
  ImportFound,
  ImportLayout,
  ImportRow,
  ImportWishes,
} from './import-types';
import { isTotal, moneyNamed } from './instrument';
import { parseMoney } from './parse-money';
import { plainRow, type RowStyle, readPositionRow } from './position-row';
import { namesOf } from './privacy';
import type { SourceRecord } from './source-records';

/** What a broker's table does differently. */
export interface TableLayout {
  readonly layout: ImportLayout;
  readonly style?: Partial<RowStyle>;
  /** Reads a record in the broker's own way, may open accounts and note totals; null = as in any table. */
  readonly readOwn?: (place: RecordPlace) => ImportRow | null;
}

/** A record and where it stands. */
export interface RecordPlace {
  readonly record: SourceRecord;
  /** The next record is headings. */
  readonly isBeforeHeading: boolean;
  /** No headings of positions came yet. */
  readonly isAbove: boolean;
  readonly next: SourceRecord | undefined;
  readonly columns: Columns;
  /** What a comma in its figures is. */
  readonly comma: RowStyle['comma'];
  /** So many cells are headed: one that is filled beyond them shows that the row is broken. */
  readonly width: number;
  readonly book: AccountBook;
  /** From here on rows belong to the account that a cell of this record names. */
  readonly open: (account: string) => void;
  /** Reads it, or another in its place, as any row of the table. */
  readonly read: (record?: SourceRecord) => ImportRow;
}

/** What was read: everything but the day and the questions. */
export type TableFound = Pick<ImportFound, 'layout' | 'columns' | 'accounts'>;

/** Reads the records of a table. Returns null where no record names a symbol and a quantity or a value. */
export function readTable(
  records: readonly SourceRecord[],
  { layout, style = {}, readOwn }: TableLayout,
  wishes: ImportWishes = {},
): TableFound | null {
  const scores = records.map(headingScore);
  const best = scores.reduce((most, each) => Math.max(most, each), 0);
  const first = scores.indexOf(best);
  const heading = records[first];
  if (best === 0 || heading === undefined) return null;
  const isHeading = (index: number) => index >= first && (scores[index] ?? 0) >= Math.min(best, 3);
  const rowStyle: RowStyle = {
    comma: commaOf(records.slice(first), columnsOf(heading), layout === 'table'),
    allowsNames: layout === 'table',
    ...style,
  };

  const book = new AccountBook();
  const names = namesOf(heading);
  let columns: Columns = {};
  let shown: readonly FoundColumn[] = [];
  let width: RowWidth = { least: 0, most: 0 };
  let isAmongTransactions = false;
  records.forEach((record, index) => {
    if (isTransactionHeading(record)) {
      isAmongTransactions = true;
      book.add(plainRow(record, 'notAPosition', 'heading'));
      return;
    }
    // Headings that come again may be in another order; a weaker likeness before the best is none.
    if (isHeading(index)) {
      isAmongTransactions = false;
      columns = withWishes(columnsOf(record), wishes.columns);
      width = widthOf(record, columns, recordsUntil(records, index + 1, isHeading));
      if (index === first) shown = foundColumns(record, columns);
      book.add(plainRow(record, 'notAPosition', 'heading'));
      return;
    }
    const isAbove = index < first;
    if (isAmongTransactions) {
      book.add(plainRow(record, 'notAPosition', record.cells.length < 3 ? 'note' : 'transaction'));
      return;
    }
    const open = (account: string) => book.open(account, names.labelOf(account, record));
    const read = (other: SourceRecord = record) => {
      const row = readRow(other, columns, rowStyle, width);
      const account = columns.account === undefined ? '' : (record.cells[columns.account] ?? '');
      // Sums and disclaimers stand under the account before them.
      if (account !== '' && row.fate !== 'notAPosition') open(account);
      return row;
    };
    const own = readOwn?.({
      record,
      isBeforeHeading: isHeading(index + 1),
      isAbove,
      next: records[index + 1],
      columns,
      comma: rowStyle.comma,
      width: width.most,
      book,
      open,
      read,
    });
    const row = own ?? (isAbove ? plainRow(record, 'notAPosition', 'note') : read());
    if (row.reason === 'total' && isWholeTotal(row.symbol)) book.stateTotal(row.value);
    book.add(row);
  });
  return { layout, columns: shown, accounts: names.cleaned(book.accounts()) };
}

/** The records from one up to the next headings of any kind. */
function recordsUntil(
  records: readonly SourceRecord[],
  from: number,
  isHeading: (index: number) => boolean,
): readonly SourceRecord[] {
  // A thousand rows show how long rows are.
  const end = records
    .slice(from, from + 1000)
    .findIndex((record, offset) => isHeading(from + offset) || isTransactionHeading(record));
  return records.slice(from, end < 0 ? from + 1000 : from + end);
}

function isWholeTotal(name: string): boolean {
  return /^(?:(?:account|positions|grand|portfolio) )?totals?$/i.test(name.trim());
}

/** Reads a record that is no heading: a broken one is not trusted in any cell. */
function readRow(
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
interface RowWidth {
  readonly least: number;
  readonly most: number;
}

/**
 * A row ends at the last heading at the latest and reaches the last column that is read. Where the rows are longer than the
 * headings (a comma ends them), a row that is not has lost one.
 */
function widthOf(heading: SourceRecord, columns: Columns, below: readonly SourceRecord[]): RowWidth {
  const headed = heading.cells.findLastIndex((cell) => cell !== '') + 1;
  const needed = Object.values(columns).reduce((most, index) => Math.max(most, index + 1), 0);
  const counts = new Map<number, number>();
  let all = 0;
  for (const { cells } of below) {
    const [name = ''] = cells;
    if (cells.length < 3 || isTotal(name) || moneyNamed(name, false) !== null) continue;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    all += 1;
  }
  const [usual, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  const isEndedByComma = usual > headed && count >= 3 && count >= all * 0.7;
  return { least: isEndedByComma ? usual : needed, most: headed };
}

const figureRoles = [
  'quantity',
  'price',
  'value',
  'rate',
  'perShareMinimum',
  'beta',
  'leverage',
  'targetWeight',
] as const satisfies readonly ImportColumn[];

/**
 * Where figures are written with a decimal comma, "1,234" may be either number: then none with a comma is read. Nor is any in
 * a table of unknown origin whose every point stands before three digits: there they may part thousands.
 */
function commaOf(records: readonly SourceRecord[], columns: Columns, isUnknown: boolean): RowStyle['comma'] {
  const cellsOf = (roles: readonly ImportColumn[]) => {
    const places = roles.flatMap((role) => columns[role] ?? []);
    return records.flatMap(({ cells }) => places.map((index) => cells[index] ?? ''));
  };
  const figures = cellsOf(figureRoles).filter((cell) => /^[-+$€\d.,\s()%]+$/.test(cell));
  const isDecimal = figures.some(
    (cell) => /^[^,]*,(?:\d{1,2}|\d{4,})\D*$|\d\.\d{3}[,.]/.test(cell) && !parseMoney(cell).ok,
  );
  const isGrouped = (cell: string) => /^\D*[1-9]\d{0,2}(?:\.\d{3})+\D*$/.test(cell);
  const isDoubtful =
    isUnknown &&
    cellsOf(['price', 'value']).some(isGrouped) &&
    figures.every((cell) => isGrouped(cell) || !/\d.*[.,]|^\D*\.\d/.test(cell));
  return isDecimal || isDoubtful ? 'refused' : 'thousands';
}
