/** What the name in a row stands for: a share, cash, a loan, a total, a bond, a future. By the words brokers use. */
import type { ImportMoney } from './import-types';

/** A symbol in one spelling: without the marks of a core position, share classes behind a point (BRK/B, BRK-B, BRK B). */
export function normaliseSymbol(text: string): string {
  const bare = text.trim().replace(/\*+$/, '').trim();
  const symbol = isTicker(bare.toUpperCase()) ? bare.toUpperCase() : bare;
  return symbol.replace(/^([A-Z]{1,5})[/\- ]([A-Z])$/, '$1.$2');
}

/** True for what looks like a symbol of a share or fund, upper case: AAPL, BRK.B, BF/B, BAC PRL, 7203.T, SHOP.TO. */
export function isTicker(text: string): boolean {
  return /^(?:[A-Z][A-Z0-9]{0,7}(?:[./^-][A-Z0-9]{1,4}){0,2}|[A-Z]{1,5} [A-Z]|[A-Z]{1,5} PR ?[A-Z]?|\d{3,6}\.[A-Z]{1,3})$/.test(
    text,
  );
}

function wordsKey(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}

const moneyNames: Readonly<Record<string, ImportMoney>> = {
  cash: 'cash',
  cashcashinvestments: 'cash',
  cashandcashinvestments: 'cash',
  cashbalance: 'cash',
  totalcash: 'cash',
  uscash: 'cash',
  usdollar: 'cash',
  usdollars: 'cash',
  uscurrency: 'cash',
  cashsweepvehicle: 'cash',
  cashandsweepvehicle: 'cash',
  cashmoneymarket: 'cash',
  cashandmoneymarket: 'cash',
  cashsweep: 'cash',
  banksweep: 'cash',
  uninvestedcash: 'cash',
  marginloan: 'marginLoan',
  marginloanbalance: 'marginLoan',
  margindebit: 'marginLoan',
  margindebitbalance: 'marginLoan',
  debitbalance: 'marginLoan',
  loan: 'marginLoan',
  shortcredit: 'shortCredit',
  shortsalecredit: 'shortCredit',
  shortcreditbalance: 'shortCredit',
};

/** Symbols under which brokers keep cash; some of them are also symbols of shares or funds, which have another price than 1. */
const cashSymbols = new Set(['SPAXX', 'FDRXX', 'FCASH', 'CORE', 'USD']);

/**
 * Which amount of money a row names, or null: `isPriced` = with a price other than 1, which only a security has. CASH, LOAN
 * and USD are symbols of shares and funds too.
 */
export function moneyNamed(text: string, isPriced: boolean): ImportMoney | null {
  const symbol = text.replace(/\*+$/, '').trim();
  if (cashSymbols.has(symbol.toUpperCase())) return isPriced ? null : 'cash';
  if (!/^[A-Za-z &.:-]+$/.test(symbol)) return null;
  return isPriced && isTicker(symbol.toUpperCase()) ? null : (moneyNames[wordsKey(symbol)] ?? null);
}

/** A symbol of a money-market fund as American funds are named: five letters, the last two XX. */
export function isMoneyMarketSymbol(symbol: string): boolean {
  return /^[A-Z]{3}XX$/.test(symbol);
}

/** True for a row that only adds up others. */
export function isTotal(text: string): boolean {
  return /^(?:account|positions?|grand|overall|portfolio|sub)?\s*-?\s*(?:sub)?totals?:?$/i.test(text.trim());
}

/** True for words that speak of a sum: never taken for the name of a holding. */
export function speaksOfTotal(text: string): boolean {
  return /total|balance|net worth|net value|net asset|account value|sum\b/i.test(text);
}

/** True for the row of money that was moved and is not booked yet. */
export function isPending(text: string): boolean {
  return /^pending (?:activity|transactions?)$/i.test(text.trim());
}

/** A code that names a security without being a symbol: CUSIP (9) or ISIN (12). */
export function isSecurityCode(text: string): boolean {
  return /^(?=.*\d)(?:[0-9A-Z]{8}\d|[0-9A-Z]{9}|[A-Z]{2}[0-9A-Z]{9}\d)$/.test(text);
}

/** What the words for a kind or the description say beyond doubt, or null. */
export function kindNamed(
  kind: string,
  symbol: string,
  description: string,
): 'option' | 'bond' | 'future' | null {
  if (/option|^i?opt$/i.test(kind) && !/optional/i.test(kind)) return 'option';
  if (/^fut|futures?\b|^(?:fs)?fop$|^cfds?$/i.test(kind) || /^\/[A-Z0-9]/.test(symbol)) return 'future';
  if (
    /fixed income|^bonds?$|^(?:corporate|municipal|government|treasury) bonds?$|^cds?$|treasur|^bills?$/i.test(
      kind,
    )
  )
    return 'bond';
  const words = `${symbol} ${description}`;
  if (isSecurityCode(symbol) && bondWords.test(words)) return 'bond';
  if (!isTicker(symbol) && bondWords.test(words) && /\d/.test(words)) return 'bond';
  return null;
}

const bondWords = /\bcd\b|%|\bbonds?\b|\btreas|\bnotes?\b|\bbills?\b|\btips\b|\bcertificate|\bdue\b|\bmuni/i;
