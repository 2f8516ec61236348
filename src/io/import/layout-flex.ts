/**
 * Interactive Brokers' Flex query as CSV: the person chose the columns; marks between the parts (BOF, BOA, BOS, MSG …), shares
 * and lots side by side, one table after another.
 */
import { headingKey } from './columns';
import type { ImportRow } from './import-types';
import { dayOf } from './parse-day';
import { parseMoney } from './parse-money';
import { parseOption } from './parse-option';
import { optionValue, plainRow } from './position-row';
import type { RecordPlace, TableLayout } from './read-table';
import type { SourceRecord } from './source-records';

const marks = /^(?:BOF|BOA|BOS|EOS|EOA|EOF|MSG)$/;

/** A reader of one file; it remembers under which headings it stands. */
export function ibkrFlex(heading: SourceRecord): TableLayout {
  let below: 'positions' | 'cash' | 'others' = 'positions';
  let keys = heading.cells.map(headingKey);
  return {
    layout: 'ibkr-flex',
    readOwn(place) {
      const { record, isAbove } = place;
      const own = record.cells.map(headingKey);
      if (marks.test(record.cells[0] ?? '')) {
        below = 'positions';
        return plainRow(record, 'notAPosition', 'note');
      }
      if (own.includes('clientaccountid') || own.includes('currencyprimary')) {
        below = own.includes('endingcash') ? 'cash' : 'others';
        keys = own;
        return plainRow(record, 'notAPosition', 'heading');
      }
      if (below === 'cash') return readCash(place, keys);
      if (isAbove || below === 'others') return plainRow(record, 'notAPosition', 'note');
      return readPosition(place, heading);
    },
  };
}

function readCash({ record, open }: RecordPlace, keys: readonly string[]): ImportRow {
  const cell = (key: string) => record.cells[keys.indexOf(key)] ?? '';
  const currency = cell('currencyprimary');
  const read = parseMoney(cell('endingcash'));
  if (!read.ok || read.decimal === null)
    return plainRow(record, 'unread', 'unreadable-value', {
      symbol: currency,
      unreadText: cell('endingcash'),
      money: 'cash',
    });
  const account = cell('clientaccountid');
  if (account !== '') open(account);
  const known = { symbol: currency, value: read.decimal };
  if (/^base/i.test(currency)) return plainRow(record, 'notAPosition', 'duplicate-summary', known);
  if (currency === 'USD') return plainRow(record, 'cash', null, { ...known, money: 'cash' });
  return /[1-9]/.test(read.decimal)
    ? plainRow(record, 'excluded', 'foreign-currency', known)
    : plainRow(record, 'notAPosition', 'zero', known);
}

/** Options have their contract in columns of their own, whatever the symbol looks like. */
function readPosition({ record, read }: RecordPlace, heading: SourceRecord): ImportRow {
  const keys = heading.cells.map(headingKey);
  const cell = (key: string) => record.cells[keys.indexOf(key)] ?? '';
  if (/^lot$/i.test(cell('levelofdetail'))) return plainRow(record, 'notAPosition', 'lot');
  const row = read();
  // Balances of other currencies are positions here.
  if (/^cash$/i.test(cell('assetclass')) && row.fate === 'holding')
    return { ...row, fate: 'excluded', reason: 'foreign-currency' };
  if (row.reason !== 'option') return row;
  const multiplier = cell('multiplier') || '100';
  const value = row.value ?? optionValue(row.quantity, row.price, multiplier);
  const day = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(cell('expiry'));
  const expiry = day === null ? null : dayOf(Number(day[1]), Number(day[2]), Number(day[3]));
  const right = cell('putcall').slice(0, 1).toUpperCase();
  const strike = parseMoney(cell('strike'));
  if (expiry === null || (right !== 'C' && right !== 'P') || !strike.ok || strike.decimal === null)
    return { ...row, option: row.option ?? parseOption(row.symbol) };
  const underlying = cell('underlyingsymbol') || row.option?.underlying || row.symbol.split(' ')[0] || '';
  return { ...row, value, option: { underlying, expiry, strike: strike.decimal, right, multiplier } };
}
