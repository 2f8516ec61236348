/**
 * What becomes of one row of an import, once what the person said about it is counted in: a holding, cash, left out for
 * a reason, still open, or nothing. Nothing is guessed: a row whose figures are not all there stays open.
 */
import { bare, type Money, marketValueOf, money, price, Quantity, shares } from '@/engine/quantity';
import type { ImportExtra, ImportMoney, ImportRow, RowReason } from '@/io/import/import-types';
import type { RowCell, RowChoice, RowEdit } from '@/state/import-choices';

/** Why a row is in no figure: what the file says of it, or what the person said. */
export type OutReason = RowReason | 'pending' | 'money-market' | 'not-understood' | 'by-choice';

/** What a row lacks to be a holding. */
export type RowNeed = 'symbol' | 'side' | 'shares' | 'price' | 'value';

/** A holding that a row makes: shares and price, or only its value. */
export interface RowHolding {
  readonly kind: 'holding';
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly shares: string | null;
  readonly price: string | null;
  readonly isPriceDerived: boolean;
  /** Signed. */
  readonly worth: Money;
  /** What a table says of it beyond shares and price. */
  readonly extra: ImportExtra;
}

/** What becomes of a row. */
export type SettledRow =
  | RowHolding
  | { readonly kind: 'cash'; readonly amount: Money; readonly of: ImportMoney }
  | { readonly kind: 'out'; readonly reason: OutReason }
  | { readonly kind: 'open'; readonly needs: readonly RowNeed[] }
  | { readonly kind: 'nothing' };

/** What is said of most rows: nothing. Also what marks a row as untouched. */
export const noChoice: RowChoice = {};

const untouched = new WeakMap<ImportRow, SettledRow>();

/** Settles a row. Remembered while nothing is said about it: most of many thousand rows stay as they were found. */
export function settleRow(row: ImportRow, choice: RowChoice = noChoice): SettledRow {
  if (choice !== noChoice) return settle(row, choice);
  const known = untouched.get(row);
  if (known !== undefined) return known;
  const settled = settle(row, choice);
  untouched.set(row, settled);
  return settled;
}

/** Whether a row can be taken in at all: what the figures have no rules for cannot. */
export function canBeTaken({ fate, reason }: ImportRow): boolean {
  if (fate === 'notAPosition') return false;
  return !(fate === 'excluded' && (reason === 'option' || reason === 'future'));
}

/** What a row comes to in the file, signed; an option by its contract's size. Null where the file does not say. */
export function amountOf({ value, quantity, price: at, option }: ImportRow): Money | null {
  if (value !== null) return money(value);
  if (quantity === null || at === null) return null;
  return marketValueOf(shares(quantity), price(at)).times(bare(option?.multiplier ?? '1'));
}

/** What a row is worth in the file, signed; null where the file does not say. */
export function fileWorth(row: ImportRow): Money | null {
  return row.value === null ? null : money(row.value);
}

function settle(row: ImportRow, choice: RowChoice): SettledRow {
  const { fate, reason } = row;
  if (fate === 'notAPosition') return { kind: 'nothing' };
  if (choice.isTaken === false) return { kind: 'out', reason: outReason(row) };
  switch (fate) {
    case 'cash':
      return cashOf(row, choice);
    case 'moneyMarket':
      return choice.isTaken === true ? cashOf(row, choice) : { kind: 'out', reason: 'money-market' };
    case 'pending':
      return choice.isTaken === true ? cashOf(row, choice) : { kind: 'out', reason: 'pending' };
    case 'excluded':
      if (choice.isTaken !== true || !canBeTaken(row)) return { kind: 'out', reason: reason ?? 'by-choice' };
      break;
    case 'unread':
      // What is owed, or is cash, is no holding when its amount is typed.
      if (row.money !== null) return cashOf(row, choice);
      if (!isMended(row, choice)) return { kind: 'open', needs: needsOf(row) };
      break;
    case 'holding':
      break;
  }
  const refused = Object.keys(choice.refused ?? {});
  if (refused.length > 0) return { kind: 'open', needs: refused as RowCell[] };
  return holdingOf(row, choice.edit ?? {});
}

function outReason({ fate, reason }: ImportRow): OutReason {
  switch (fate) {
    case 'excluded':
      return reason ?? 'by-choice';
    case 'unread':
      return 'not-understood';
    case 'moneyMarket':
      return 'money-market';
    case 'pending':
      return 'pending';
    case 'holding':
    case 'cash':
    case 'notAPosition':
      return 'by-choice';
  }
}

function cashOf(row: ImportRow, { edit, refused }: RowChoice): SettledRow {
  if (refused?.value !== undefined) return { kind: 'open', needs: ['value'] };
  const typed = edit?.value;
  const of = row.money ?? 'cash';
  const found = amountOf(row);
  if (typed === undefined)
    return found === null ? { kind: 'open', needs: ['value'] } : { kind: 'cash', amount: found, of };
  const isOwed =
    found === null ? of === 'marginLoan' || signOfDebt.test(row.unreadText ?? '') : found.sign() < 0;
  return { kind: 'cash', amount: isOwed ? money(typed).negated() : money(typed), of };
}

/** A minus or a bracket at a figure that could not be read. */
const signOfDebt = /[-−–(]\s*\$?\s*[\d.]|\d-\s*$/;

/** What could not be read in a row, as the cell to mend. */
function needsOf({ reason }: ImportRow): readonly RowNeed[] {
  return reason === null ? [] : (needsByReason[reason] ?? []);
}

const needsByReason: Readonly<Partial<Record<RowReason, readonly RowNeed[]>>> = {
  'unreadable-quantity': ['shares'],
  'unreadable-price': ['price'],
  'unreadable-value': ['value'],
  'no-worth': ['value'],
  'no-symbol': ['symbol'],
  'side-against-sign': ['side'],
  'value-apart': ['price'],
};

/** Whether the person mended what could not be read, or said to take the row as it is. */
function isMended(row: ImportRow, { isTaken, edit = {} }: RowChoice): boolean {
  if (isTaken === true) return true;
  // Which of the two is wrong only the person knows.
  if (row.reason === 'value-apart') return edit.price !== undefined || edit.shares !== undefined;
  const needs = needsOf(row);
  if (needs.length === 0) return Object.keys(edit).length > 0;
  const hasWorth = edit.value !== undefined || edit.price !== undefined;
  return needs.every((need) => (need === 'value' ? hasWorth : edit[need] !== undefined));
}

function holdingOf(row: ImportRow, edit: RowEdit): SettledRow {
  const symbol = (edit.symbol ?? row.symbol).trim();
  // A value in another currency is no amount of dollars.
  const isForeign = row.reason === 'foreign-currency';
  const held = edit.shares ?? size(row.quantity);
  const at = edit.price ?? (isForeign || row.isPriceDerived ? null : row.price);
  const value = edit.value ?? (isForeign ? null : size(row.value));
  const side = edit.side ?? sideOf(row);
  const needs: RowNeed[] = [];
  if (symbol === '' && row.reason === 'no-symbol') needs.push('symbol');
  if (held !== null && money(held).sign() === 0) needs.push('shares');
  if (at !== null && at.startsWith('-')) needs.push('price');
  if ((held === null || at === null) && value === null) needs.push(held === null ? 'value' : 'price');
  if (needs.length > 0) return { kind: 'open', needs };
  const isDerived = held !== null && at === null;
  const priceText = held === null ? null : (at ?? derivedPrice(value ?? '0', held, side));
  const worth =
    held === null || priceText === null ? money(value ?? '0') : marketValueOf(shares(held), price(priceText));
  return {
    kind: 'holding',
    symbol,
    side,
    shares: held,
    price: priceText,
    isPriceDerived: isDerived,
    worth: side === 'short' ? worth.negated() : worth,
    extra: row.extra ?? {},
  };
}

function size(signed: string | null): string | null {
  return signed === null ? null : signed.replace(/^-/, '');
}

function sideOf({ quantity, value }: ImportRow): 'long' | 'short' {
  return (quantity ?? value ?? '').startsWith('-') ? 'short' : 'long';
}

const mostDecimals = 18;

/**
 * Value ÷ shares as a price that a document can hold. What has no end is rounded so that shares × price give the value
 * to the cent as the page prints it: longs down, shorts up.
 */
function derivedPrice(value: string, held: string, side: 'long' | 'short'): string {
  const exact = Quantity.quotient<'price'>(money(value), shares(held));
  const text = exact.reduced().toText();
  if ((text.split('.')[1]?.length ?? 0) < mostDecimals) return text;
  return exact.toFixed(mostDecimals, side === 'long' ? 'up' : 'down').replace(/\.?0+$/, '');
}
