/**
 * Interactive Brokers' activity statement: sections, each row naming its section and what it is; headings come again when the
 * shape of a section changes, and hold for the rows after them. Cash in dollars counts, its summary in the base currency is
 * the same once more. The net asset value is the check sum.
 */
import { AccountBook } from './account-book';
import { type Columns, columnsOf, foundColumns } from './columns';
import type { FoundColumn, ImportRow } from './import-types';
import { dayIn } from './parse-day';
import { parseMoney } from './parse-money';
import { plainRow, readPositionRow } from './position-row';
import { accountLabel, maskNumbers } from './privacy';
import type { TableFound } from './read-table';
import type { SourceRecord } from './source-records';

/** True for a statement in sections. */
export function isActivityStatement(records: readonly SourceRecord[]): boolean {
  return records.some(
    ({ cells: [section = '', kind = ''] }) =>
      kind === 'Header' &&
      /^(?:Statement|Account Information|(?:Long |Short )?Open Positions)$/.test(section),
  );
}

interface Statement {
  readonly book: AccountBook;
  /** The latest headings of each section. */
  readonly headings: Map<string, SourceRecord>;
  readonly hasDollarCash: boolean;
  base: string;
  columns: readonly FoundColumn[];
}

/** Reads a statement, and the day it is of. */
export function readActivityStatement(records: readonly SourceRecord[]): {
  readonly found: TableFound;
  readonly asOf: string | null;
} {
  const statement: Statement = {
    book: new AccountBook(),
    headings: new Map(),
    hasDollarCash: records.some(({ cells }) => isEndingCash(cells) && cells.includes('USD')),
    base: 'USD',
    columns: [],
  };
  let asOf: string | null = null;
  for (const record of records) {
    const [section = '', , field = '', said = ''] = record.cells;
    if (section === 'Statement' && field === 'Period') asOf = dayIn(said);
    if (section === 'Account Information' && field === 'Base Currency') statement.base = said;
    statement.book.add(readRecord(record, statement));
  }
  const accounts = statement.book.accounts();
  return { found: { layout: 'ibkr-activity', columns: statement.columns, accounts }, asOf };
}

function readRecord(record: SourceRecord, statement: Statement): ImportRow {
  const { book, headings } = statement;
  const [section = '', kind = '', field = ''] = record.cells;
  if (record.isBroken)
    return plainRow(record, 'unread', 'broken-row', { unreadText: record.cells.join(' · ') });
  if (kind === 'Header') {
    headings.set(section, record);
    if (isPositions(section) && statement.columns.length === 0)
      statement.columns = foundColumns(record, columnsOf(record));
    return plainRow(record, 'notAPosition', 'heading');
  }
  if (section === 'Account Information') return readAccount(record, book);
  if (isPositions(section)) return readPosition(record, kind, headings.get(section));
  if (section === 'Cash Report' && isEndingCash(record.cells)) return readCash(record, statement);
  if (section === 'Net Asset Value') return readNetValue(record, statement);
  if (kind === 'Total' || kind === 'SubTotal')
    return plainRow(record, 'notAPosition', 'total', { symbol: field });
  return plainRow({ ...record, cells: record.cells.map(maskNumbers) }, 'notAPosition', 'note');
}

function isPositions(section: string): boolean {
  return /^(?:Long |Short )?Open Positions$/.test(section);
}

function isEndingCash([, kind, field]: readonly string[]): boolean {
  return kind === 'Data' && field === 'Ending Cash';
}

/** What is told of the account: its number only by its end, nothing of its owner. */
function readAccount(record: SourceRecord, book: AccountBook): ImportRow {
  const [section = '', kind = '', field = '', ...said] = record.cells;
  const isOpen = /^(?:Base Currency|Account Type|Account Capabilities|Customer Type)$/.test(field);
  const label = accountLabel(said.join(' '), '');
  if (field === 'Account') book.open(said.join(' '), label);
  const shown = isOpen ? said : said.map((cell) => (cell === '' ? '' : field === 'Account' ? label : '…'));
  return plainRow({ ...record, cells: [section, kind, field, ...shown] }, 'notAPosition', 'note');
}

function readPosition(record: SourceRecord, kind: string, heading: SourceRecord | undefined): ImportRow {
  if (kind === 'Total' || kind === 'SubTotal') return plainRow(record, 'notAPosition', 'total');
  if (kind !== 'Data') return plainRow(record, 'notAPosition', 'note');
  if (heading === undefined)
    return plainRow(record, 'unread', 'broken-row', { unreadText: record.cells.join(' · ') });
  const at = (name: string) => heading.cells.indexOf(name);
  const detail = record.cells[at('DataDiscriminator')] ?? '';
  if (/^lot$/i.test(detail)) return plainRow(record, 'notAPosition', 'lot');
  const filled = record.cells.findLastIndex((cell) => cell !== '') + 1;
  const columns: Columns = columnsOf(heading);
  const needed = Math.max(...Object.values(columns).map((index) => index + 1));
  if (filled > heading.cells.length || record.cells.length < needed)
    return plainRow(record, 'unread', 'broken-row', { unreadText: record.cells.join(' · ') });
  const row = readPositionRow(record, columns, { comma: 'thousands', allowsNames: false });
  const multiplier = record.cells[at('Mult')] ?? '';
  return row.option === null || !/^\d+$/.test(multiplier)
    ? row
    : { ...row, option: { ...row.option, multiplier } };
}

/** Cash in dollars; what is in other currencies is named; the summary of all is a duplicate unless it stands alone. */
function readCash(record: SourceRecord, { headings, base, hasDollarCash }: Statement): ImportRow {
  const heading = headings.get('Cash Report')?.cells ?? [];
  const currency = record.cells[heading.indexOf('Currency')] ?? '';
  const text = record.cells[heading.indexOf('Total')] ?? '';
  const read = parseMoney(text);
  if (!read.ok || read.decimal === null || currency === '')
    return plainRow(record, 'unread', 'unreadable-value', {
      symbol: 'Ending Cash',
      unreadText: text,
      money: 'cash',
    });
  const known = { symbol: currency === 'USD' ? 'Cash' : currency, value: read.decimal };
  if (currency === 'Base Currency Summary') {
    return hasDollarCash || base !== 'USD'
      ? plainRow(record, 'notAPosition', 'duplicate-summary', known)
      : plainRow(record, 'cash', null, { ...known, symbol: 'Cash', money: 'cash' });
  }
  if (currency === 'USD') return plainRow(record, 'cash', null, { ...known, money: 'cash' });
  return /[1-9]/.test(read.decimal)
    ? plainRow(record, 'excluded', 'foreign-currency', known)
    : plainRow(record, 'notAPosition', 'zero', known);
}

/** The total is the check sum; interest and dividends that are accrued belong to it and are not booked yet. */
function readNetValue(record: SourceRecord, { book, headings, base }: Statement): ImportRow {
  const heading = headings.get('Net Asset Value')?.cells ?? [];
  const name = record.cells[heading.indexOf('Asset Class')] ?? '';
  const read = parseMoney(record.cells[heading.indexOf('Current Total')] ?? '');
  const value = read.ok ? read.decimal : null;
  if (/^total$/i.test(name)) {
    if (base === 'USD') book.stateTotal(value);
    return plainRow(record, 'notAPosition', 'total', { symbol: name, value });
  }
  const isAccrued = /accruals?$/i.test(name) && value !== null && /[1-9]/.test(value) && base === 'USD';
  return isAccrued
    ? plainRow(record, 'pending', null, { symbol: name, value })
    : plainRow(record, 'notAPosition', 'note');
}
