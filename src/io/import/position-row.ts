/**
 * Reads one row of a table of positions: its figures with their signs, what it stands for and what becomes of it. What cannot
 * be read plainly is handed to the person with the text in question; nothing is guessed.
 */
import { money, price as priceOf, Quantity, shares } from '@/engine/quantity';
import type { Columns } from './columns';
import type { ImportColumn, ImportRow, RowFate, RowReason } from './import-types';
import {
  isMoneyMarketSymbol,
  isPending,
  isSecurityCode,
  isTicker,
  isTotal,
  kindNamed,
  moneyNamed,
  normaliseSymbol,
  speaksOfTotal,
} from './instrument';
import { type FigureStyle, parseMoney } from './parse-money';
import { parseOption } from './parse-option';
import { readExtra } from './read-extra';
import type { SourceRecord } from './source-records';

/** What is known of the table that a row stands in. */
export interface RowStyle {
  readonly comma: NonNullable<FigureStyle['comma']>;
  /** Any text may name a holding: a person's own table. Brokers write symbols. */
  readonly allowsNames: boolean;
  /** The fund that an account's cash is swept into counts as its cash. */
  readonly isCore?: (symbol: string) => boolean;
}

/** A row without any figures. */
export function plainRow(
  { line, cells }: Pick<SourceRecord, 'line' | 'cells'>,
  fate: RowFate,
  reason: RowReason | null,
  more: Partial<ImportRow> = {},
): ImportRow {
  return {
    line,
    fate,
    reason,
    cells,
    symbol: '',
    description: '',
    quantity: null,
    price: null,
    isPriceDerived: false,
    value: null,
    cost: null,
    option: null,
    extra: null,
    money: null,
    unreadText: null,
    ...more,
  };
}

/** The figures of a row as they are read. */
interface Figures {
  readonly quantity: string | null;
  readonly price: string | null;
  readonly value: string | null;
  readonly cost: string | null;
}

/** Reads a row under the headings that hold for it. */
export function readPositionRow(record: SourceRecord, columns: Columns, style: RowStyle): ImportRow {
  const cell = (role: ImportColumn) => {
    const index = columns[role];
    return index === undefined ? '' : (record.cells[index] ?? '');
  };
  const name = /^(?:-{1,2}|[–—]|n\/a)$/i.test(cell('symbol')) ? '' : cell('symbol');
  const description = cell('description');
  const named = { symbol: name, description };
  const unread = (reason: RowReason, unreadText: string, more: Partial<ImportRow> = {}) =>
    plainRow(record, 'unread', reason, { ...named, unreadText, ...more });

  const figures: Record<keyof Figures, string | null> = {
    quantity: null,
    price: null,
    value: null,
    cost: null,
  };
  let problem: readonly [RowReason, string] | null = null;
  for (const role of ['quantity', 'price', 'value', 'cost'] as const) {
    const text = cell(role);
    // Beside shares and price a value is only compared and summed: it may have as many decimals as a product has.
    const isProduct = role === 'value' && figures.quantity !== null && figures.price !== null;
    const read = parseMoney(text, { comma: style.comma, decimals: isProduct ? 36 : 18 });
    if (read.ok) figures[role] = read.decimal;
    else if (role !== 'cost')
      problem ??= [read.problem === 'out-of-range' ? 'out-of-range' : `unreadable-${role}`, text];
  }

  const isPriced = isPricedApart(figures, name);
  if (isTotal(name) || (name === '' && isTotal(description)))
    return plainRow(record, 'notAPosition', 'total', { ...named, value: figures.value });
  const moneyKind = moneyNamed(name, isPriced) ?? (name === '' ? moneyNamed(description, isPriced) : null);
  const isUnsettled = isPending(name) || (name === '' && isPending(description));
  if (moneyKind !== null || isUnsettled || style.isCore?.(name) === true) {
    const amount = problem === null ? soleAmount(record, figures, style) : null;
    if (amount === null) {
      const [reason, text] = problem ?? (['unreadable-value', cell('value')] as const);
      return unread(reason, text, { money: moneyKind ?? 'cash' });
    }
    const symbol = name.replace(/\*+$/, '').trim();
    if (isUnsettled) return plainRow(record, 'pending', null, { ...named, value: amount });
    // A loan is owed, however its sign is written.
    const value =
      moneyKind === 'marginLoan' && !amount.startsWith('-') && isNotZero(amount) ? `-${amount}` : amount;
    return plainRow(record, 'cash', null, { ...named, symbol, value, money: moneyKind ?? 'cash' });
  }

  const filled = record.cells.filter((each) => each !== '');
  const hasFigures = ['quantity', 'price', 'value'].some((role) => cell(role as ImportColumn) !== '');
  if (
    !hasFigures &&
    (filled.length === 1 ? !isTicker(name) : name.length > 40 || !isTicker(name.toUpperCase()))
  )
    return plainRow(record, 'notAPosition', 'note');
  if (problem !== null) return unread(...problem);

  const kind = cell('kind');
  const option = parseOption(name) ?? (/option/i.test(kind) ? parseOption(description) : null);
  const symbol = option === null ? normaliseSymbol(name) : name.replace(/^-\s*/, '');
  const sided = withSide(figures, cell('side') === '' ? shortOnly(kind) : cell('side'));
  if (sided === null) return unread('side-against-sign', cell('side') || kind || cell('value'));
  const known = { ...named, symbol, ...sided };
  const currency = cell('currency');
  if (currency !== '' && !/^usd$/i.test(currency))
    return plainRow(record, 'excluded', 'foreign-currency', known);

  const special = option === null ? kindNamed(kind, symbol, description) : 'option';
  if (special !== null) {
    const value =
      sided.value ??
      (special === 'option' ? optionValue(sided.quantity, sided.price, option?.multiplier) : null);
    return plainRow(record, 'excluded', special, { ...known, value, option });
  }
  if (symbol === '') return unread('no-symbol', '', known);
  if (isSecurityCode(symbol)) return plainRow(record, 'excluded', 'fund-code', known);
  if (!isTicker(symbol) && (!style.allowsNames || !isName(symbol))) return unread('no-symbol', name, known);
  if (sided.price?.startsWith('-') === true) return unread('unreadable-price', cell('price'), known);

  const { quantity, value } = sided;
  const isNone = quantity !== null && !isNotZero(quantity);
  if (isNone && (value === null || !isNotZero(value))) return plainRow(record, 'notAPosition', 'zero', known);
  if (isNone) return unread('unreadable-quantity', cell('quantity'), known);
  if (value === null && (quantity === null || sided.price === null)) return unread('no-worth', name, known);
  if (isMoneyMarketSymbol(symbol) && isWorthOne(sided)) {
    const amount = value ?? quantity;
    // No fund is held short: less than nothing in the fund that cash is swept into is owed.
    return amount?.startsWith('-') === true
      ? plainRow(record, 'cash', null, { ...known, value: amount, money: 'cash' })
      : plainRow(record, 'moneyMarket', null, { ...known, value: amount });
  }

  const extra = readExtra(cell, style.comma);
  if (!extra.ok) return unread('unreadable-detail', extra.text, known);
  // No broker lends on coins.
  const coins = /^crypto/i.test(kind) && extra.extra?.marginable === undefined ? { marginable: false } : null;
  const holding = { ...known, extra: coins === null ? extra.extra : { ...extra.extra, ...coins } };
  // A price without shares says nothing about them: then the value alone is known.
  if (quantity === null) return plainRow(record, 'holding', null, { ...holding, price: null });
  if (sided.price !== null) {
    if (value !== null && isFarApart(quantity, sided.price, value))
      return unread('value-apart', cell('price'), holding);
    const apart = value !== null && isApart(quantity, sided.price, value);
    return plainRow(record, 'holding', apart ? 'value-apart' : null, holding);
  }
  const derived = derivedPrice(value ?? '0', quantity);
  if (derived === null) return unread('out-of-range', cell('value'), known);
  return plainRow(record, 'holding', null, { ...holding, price: derived, isPriceDerived: true });
}

/** A name a person would give: no formula, no address, no sum. */
function isName(text: string): boolean {
  return text.length <= 40 && /\p{L}/u.test(text) && !/[=<>{}\\@|"]|:\/\//.test(text) && !speaksOfTotal(text);
}

/** The one amount of a row of money: its value, else the only figure in the row. Null where there are none or several. */
function soleAmount(record: SourceRecord, figures: Figures, style: RowStyle): string | null {
  if (figures.value !== null) return figures.value;
  const found = record.cells
    .map((cell) => parseMoney(cell, { comma: style.comma }))
    .flatMap((read) => (read.ok && read.decimal !== null ? [read.decimal] : []));
  if (figures.quantity !== null && figures.price !== null)
    return isOne(figures.price) ? figures.quantity : isOne(figures.quantity) ? figures.price : null;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * True for shares at a price other than 1, also where the price is only known from the value. One of what is written in
 * small letters ("Cash", 1, 5000) is an amount that somebody filled in so.
 */
function isPricedApart({ quantity, price, value }: Figures, name: string): boolean {
  if (quantity === null || (isOne(quantity) && name !== name.toUpperCase())) return false;
  if (price !== null) return !isOne(price);
  return value !== null && !money(value).equals(money(quantity));
}

function isOne(decimal: string): boolean {
  return /^1(\.0*)?$/.test(decimal);
}

function isNotZero(decimal: string): boolean {
  return /[1-9]/.test(decimal);
}

/** The words "Short" of Fidelity's type of holding; its other words say nothing about a side. */
function shortOnly(kind: string): string {
  return /^short$/i.test(kind) ? 'short against sign' : '';
}

/** The figures with the side's sign, or null where words and signs, or the signs of shares and value, disagree. */
function withSide(figures: Figures, side: string): Figures | null {
  const { quantity, value, cost } = figures;
  const isShort = /^(?:short|s)$/i.test(side);
  const isLong = /^(?:long|l)$/i.test(side);
  const isMinus = (decimal: string | null) => decimal?.startsWith('-') === true;
  if (side !== '' && !isShort && !isLong && side !== 'short against sign') return null;
  if (side === 'short against sign' && !isMinus(quantity ?? value)) return null;
  if (isLong && (isMinus(quantity) || isMinus(value))) return null;
  if (isShort) return { ...figures, quantity: minus(quantity), value: minus(value) };
  const bothSigned = quantity !== null && value !== null && isNotZero(quantity) && isNotZero(value);
  if (bothSigned && isMinus(quantity) !== isMinus(value)) return null;
  return { ...figures, quantity, value, cost };
}

function minus(decimal: string | null): string | null {
  return decimal === null || decimal.startsWith('-') || !isNotZero(decimal) ? decimal : `-${decimal}`;
}

/** True where nothing speaks against a price of 1. */
function isWorthOne({ quantity, price, value }: Figures): boolean {
  if (price !== null) return isOne(price);
  return quantity === null || value === null || money(quantity).equals(money(value));
}

/** What contracts are worth; null where their number or price is missing. */
export function optionValue(
  quantity: string | null,
  price: string | null,
  multiplier = '100',
): string | null {
  if (quantity === null || price === null) return null;
  return productOf(quantity, price).times(Quantity.of<'bare'>(multiplier)).toText();
}

/** shares × price, exactly. */
export function productOf(quantity: string, price: string) {
  return Quantity.product<'money'>(shares(quantity), priceOf(price));
}

/** True where the value is further from shares × price than rounded prices and values can be. */
export function isApart(quantity: string, price: string, value: string): boolean {
  const ulp = (decimal: string) => `1e-${(/\.(\d*)$/.exec(decimal)?.[1] ?? '').length}`;
  const difference = productOf(quantity, price).minus(money(value)).absolute();
  const rounded = Quantity.product<'money'>(shares(quantity).absolute(), priceOf(ulp(price)));
  return difference.isAbove(rounded.plus(money(ulp(value))));
}

/**
 * True where the value is less than half of shares × price or more than twice: then the price is of something else, as a
 * bond's for 100 of face value or a share's in pence.
 */
function isFarApart(quantity: string, price: string, value: string): boolean {
  const [product, stated] = [productOf(quantity, price).absolute(), money(value).absolute()];
  if (!isApart(quantity, price, value)) return false;
  return product.isAbove(stated.plus(stated)) || stated.isAbove(product.plus(product));
}

/** value ÷ shares with at most 18 decimals, or null where that has too many digits. */
export function derivedPrice(value: string, quantity: string): string | null {
  const text = Quantity.quotient<'price'>(money(value), shares(quantity))
    .toFixed(18)
    .replace(/\.?0+$/, '');
  return /^\d{1,15}(\.\d+)?$/.test(text) ? text : null;
}
