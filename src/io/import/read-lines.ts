/**
 * Reads free lines as people write them: "AAPL 300 @ 228.40", "short 50 TSLA at 321.60", "VTI $49,000", "margin loan
 * 61,240.55". A line that is not understood stands there with its text.
 */
import { AccountBook } from './account-book';
import { cleanCell } from './clean-cell';
import type { ImportFound, ImportMoney, ImportRow } from './import-types';
import { isMoneyMarketSymbol, isTicker, normaliseSymbol } from './instrument';
import { parseMoney } from './parse-money';
import { parseOption } from './parse-option';
import { plainRow } from './position-row';
import { maskNumbers } from './privacy';
import { readExtra } from './read-extra';

/** Reads a cleaned text line by line; every line with any text gives a row. */
export function readLines(text: string): Pick<ImportFound, 'layout' | 'columns' | 'accounts'> {
  const book = new AccountBook();
  text.split('\n').forEach((each, index) => {
    const line = cleanCell(each);
    if (line !== '') book.add(readLine(line, index + 1));
  });
  return { layout: 'lines', columns: [], accounts: book.accounts() };
}

const loanWords =
  /^(?:i owe(?: (?:the|my) broker)?|(?:my )?(?:margin[ -]?(?:loan|debit|debt)|loan|debit|margin)(?: balance)?(?: is| of)?)$/i;
const creditWords = /^(?:my )?short[ -]?(?:sale )?credit(?: balance)?(?: is| of)?$/i;
const cashWords = /^(?:my )?cash(?: balance| & cash investments)?(?: is| of)?$/i;
/** These name money or an action, never a share, where people write lines. */
const noSymbols = /^(?:cash|loan|margin|credit|debit|balance|short|long|total|usd|account|acct)$/i;
const unitWords = /^(?:shares?|shs?|of|units?)$/i;

/** What stands before an entry of a list; a dash only before a word, as before a figure it may be a sign. */
const bullet = /^(?:[•·◦▪‣*]\s*|[-–—]\s+(?=[A-Za-z]))/;
const dashBeforeFigure = /^[-–—−]\s+(?=[\d$.])/;

/** Words without a figure, a symbol or a word for money: a greeting, a title, a signature. */
function isProse(line: string): boolean {
  const isSentence = /\s/.test(line) || /[,.:;!?]$/.test(line);
  return (
    isSentence && !/\d|\b[A-Z]{2,}\b/.test(line) && !/cash|credit|debit|loan|margin|owe|short/i.test(line)
  );
}

function readLine(source: string, number: number): ImportRow {
  const line = source.replace(bullet, '');
  const record = { line: number, cells: [source], isBroken: false };
  const masked = maskNumbers(source);
  if (isProse(line)) return plainRow({ ...record, cells: [masked] }, 'notAPosition', 'note', {});
  const unread = (): ImportRow =>
    plainRow({ ...record, cells: [masked] }, 'unread', 'no-symbol', { unreadText: masked });
  if (line.length > 200) return unread();
  if (dashBeforeFigure.test(line)) {
    const held = readHolding(record, wordsOf(line.replace(dashBeforeFigure, '')));
    // Whether it was sold short, only the person knows.
    return held?.fate === 'holding'
      ? { ...held, fate: 'unread', reason: 'side-against-sign', unreadText: masked }
      : unread();
  }

  // A point right after a letter is what is left of a torn figure.
  const amount = /^([A-Za-z][A-Za-z &-]*?)(?:\s*[:=,;\t]\s*|\s+|(?![.]))([-+−($]*\s*\$?[\d.,]+\)?-?)$/.exec(
    line,
  );
  const words = amount?.[1]?.trim() ?? '';
  const kind: ImportMoney | null = loanWords.test(words)
    ? 'marginLoan'
    : creditWords.test(words)
      ? 'shortCredit'
      : cashWords.test(words)
        ? 'cash'
        : null;
  if (kind !== null) {
    const read = parseMoney(amount?.[2] ?? '');
    const symbol = words.replace(/ (?:is|of)$/i, '');
    if (!read.ok || read.decimal === null) {
      const known = { symbol, money: kind, unreadText: masked };
      return plainRow({ ...record, cells: [masked] }, 'unread', 'unreadable-value', known);
    }
    const isPlain = !read.decimal.startsWith('-') && /[1-9]/.test(read.decimal);
    const value = kind === 'marginLoan' && isPlain ? `-${read.decimal}` : read.decimal;
    return plainRow(record, 'cash', null, { symbol, value, money: kind });
  }
  const option = parseOption(line.replace(/\s*[@,;].*$/, '')) ?? parseOption(line.split(/\s/)[0] ?? '');
  if (option !== null) return plainRow(record, 'excluded', 'option', { symbol: line, option });
  return readHolding(record, wordsOf(line)) ?? unread();
}

/** The words of a line; a comma parts them unless it stands between the thousands of a figure. */
function wordsOf(line: string): string[] {
  const isListed = /^[A-Za-z][A-Za-z0-9./^-]*,\S/.test(line) && !/\s/.test(line);
  const parted = isListed ? line.replaceAll(',', ' ') : line.replaceAll(/,(?=\s|$)/g, ' ');
  return parted
    .replaceAll(/[;\t]|\s\|\s/g, ' ')
    .replaceAll(/\s*@\s*/g, ' @ ')
    .split(/ +/)
    .filter((word) => word !== '' && !unitWords.test(word));
}

interface Parts {
  symbol: string | null;
  isShort: boolean;
  /** Sold short is short; merely sold is no holding. */
  isSold: boolean;
  isLong: boolean;
  quantity: string | null;
  price: string | null;
  value: string | null;
  rate: string;
}

/** The holding that the words name, or null where a word is left that has no plain meaning. */
function readHolding(
  record: { line: number; cells: string[]; isBroken: boolean },
  words: string[],
): ImportRow | null {
  const parts: Parts = {
    symbol: null,
    isShort: false,
    isSold: false,
    isLong: false,
    quantity: null,
    price: null,
    value: null,
    rate: '',
  };
  let isPriceNext = false;
  for (const word of words) {
    if (/^(?:@|at|price)$/i.test(word)) {
      if (isPriceNext || parts.price !== null) return null;
      isPriceNext = true;
      continue;
    }
    if (!takeWord(word, parts, isPriceNext)) return null;
    isPriceNext = false;
  }
  if (isPriceNext || parts.symbol === null || (parts.isShort && parts.isLong)) return null;
  if (parts.isSold && !parts.isShort) return null;
  return holdingOf(record, parts, parts.symbol);
}

/** Gives a word its meaning; false where it has none or the meaning is taken. */
function takeWord(word: string, parts: Parts, isPrice: boolean): boolean {
  if (!isPrice && parts.symbol === null && parts.quantity === null && /^(?:short|sold)$/i.test(word)) {
    if (parts.isShort) return false;
    if (/^short$/i.test(word)) parts.isShort = true;
    else if (parts.isSold) return false;
    else parts.isSold = true;
    return true;
  }
  if (!isPrice && parts.symbol === null && parts.quantity === null && /^(?:long|bought|buy)$/i.test(word)) {
    if (parts.isLong) return false;
    parts.isLong = true;
    return true;
  }
  if (word.endsWith('%')) {
    if (parts.rate !== '') return false;
    parts.rate = word;
    return true;
  }
  const read = parseMoney(word);
  if (read.ok && read.decimal !== null) {
    if (isPrice) {
      parts.price = read.decimal;
      return true;
    }
    if (word.includes('$')) {
      if (parts.value !== null || parts.price !== null) return false;
      parts.value = read.decimal;
      return true;
    }
    if (parts.quantity === null) parts.quantity = read.decimal;
    else if (parts.price === null && parts.value === null) parts.price = read.decimal;
    else return false;
    return true;
  }
  if (
    isPrice ||
    parts.symbol !== null ||
    noSymbols.test(word) ||
    !isTicker(word.replace(/\*+$/, '').toUpperCase())
  )
    return false;
  parts.symbol = normaliseSymbol(word);
  return true;
}

function holdingOf(
  record: { line: number; cells: string[]; isBroken: boolean },
  { isShort, isLong, quantity, price, value, rate }: Parts,
  symbol: string,
): ImportRow | null {
  // A figure in dollars is the price beside a number of shares, and the worth where it stands alone.
  const at = quantity !== null && price === null ? value : price;
  const worth = quantity === null ? value : null;
  if (quantity === null && (price !== null || worth === null)) return null;
  if (quantity !== null && price !== null && value !== null) return null;
  if (at?.startsWith('-') === true) return null;
  const isMinus = (quantity ?? worth)?.startsWith('-') === true;
  if (isLong && isMinus) return null;
  const signed = (decimal: string | null) =>
    decimal === null || isMinus || !isShort || !/[1-9]/.test(decimal) ? decimal : `-${decimal}`;
  // Shares alone: the price is all that is missing.
  if (quantity !== null && at === null) {
    const known = { symbol, quantity: signed(quantity), unreadText: record.cells[0] ?? '' };
    // So many digits after a word may be the number of an account.
    return rate === '' && /[1-9]/.test(quantity) && !/\d{5}/.test(quantity)
      ? plainRow(record, 'unread', 'unreadable-price', known)
      : null;
  }
  const extra = readExtra((role) => (role === 'rate' ? rate : ''), 'thousands');
  if (!extra.ok) return null;
  const figures = { symbol, quantity: signed(quantity), price: at, value: signed(worth), extra: extra.extra };
  if (!/[1-9]/.test(quantity ?? worth ?? '')) return plainRow(record, 'notAPosition', 'zero', figures);
  if (isMoneyMarketSymbol(symbol) && (at === null || /^1(?:\.0*)?$/.test(at)))
    return plainRow(record, 'moneyMarket', null, { ...figures, value: figures.value ?? figures.quantity });
  return plainRow(record, 'holding', null, figures);
}
