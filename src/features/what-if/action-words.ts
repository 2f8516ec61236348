// Trades, securities moved in and the like in words: "Sell 18 ACME at $78.00 ($1,404.00)".
import type { Account, PositionInput } from '@/engine/account';
import { marketValueOf, money, type Price, price, ratio, shares as sharesOf } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import { movedInSymbol } from '@/state/moved-in';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatMoney, formatRate } from '@/ui/format';

type Trade = Extract<ChangeInput, { type: 'trade' }>;

/** A trade on the account that it is made on; without its price where that is not known. */
export function describeTrade(
  { position, shares, amount }: Trade,
  name: string,
  on: Account | null,
  isMoved: boolean,
): string {
  const held = on?.positions.find(({ id }) => id === position);
  const size = shares ?? amount ?? '0';
  const deed = deedOf(held?.side ?? 'long', size.startsWith('-'));
  const plain = size.replace('-', '');
  if (shares === undefined) return worded(deed, `${formatMoney(money(plain))} of ${name}`);
  const now = held?.price ?? null;
  return worded(
    deed,
    `${count(plain)} ${name}`,
    now === null ? '' : priceWords(plain, now, isMoved ? ' at the moved price of ' : ' at '),
  );
}

/** A position that is bought or sold short. */
export function describeOpening(
  { side, shares, price: at, marketValue }: PositionInput,
  name: string,
): string {
  const deed = deedOf(side, side === 'short');
  if (shares === undefined || at === undefined) {
    return worded(deed, `${formatMoney(money(marketValue ?? '0'))} of ${name}`);
  }
  return worded(deed, `${count(shares)} ${name}`, priceWords(shares, price(at)));
}

/** Securities moved in, with the rate that is taken for them where there is one. */
export function describeMovedIn(
  { symbol, shares, price: at, marketValue, maintenanceRate: rate }: PositionInput,
  name: string,
): string {
  const what = symbol.startsWith(movedInSymbol) ? 'securities owned outright' : name;
  const isCounted = shares !== undefined && at !== undefined;
  const size = isCounted
    ? `${count(shares)} ${what}${priceWords(shares, price(at))}`
    : `${formatMoney(money(marketValue ?? '0'))} of ${what}`;
  return `Move in ${size}${rate === undefined ? '' : `, required at ${formatRate(ratio(rate))}`}`;
}

/** What is done, with a word behind the holding where it needs one. */
interface Deed {
  readonly verb: string;
  readonly after: string;
}

function deedOf(side: 'long' | 'short', isSold: boolean): Deed {
  if (side === 'long') return { verb: isSold ? 'Sell' : 'Buy', after: '' };
  return isSold ? { verb: 'Sell', after: ' short' } : { verb: 'Buy back', after: '' };
}

function worded({ verb, after }: Deed, what: string, at = ''): string {
  return `${verb} ${what}${after}${at}`;
}

function count(decimal: string): string {
  return groupThousands(trimZeros(decimal));
}

function priceWords(held: string, at: Price, before = ' at '): string {
  return `${before}${priceText(at)} (${formatMoney(marketValueOf(sharesOf(held), at))})`;
}

/** Decimals of a price that make its value, where it has no more than these; below a dollar always so many. */
const mostDecimals = 4;

function priceText(at: Price): string {
  const decimals = at.toText().split('.')[1]?.length ?? 0;
  const isTold = decimals <= mostDecimals || at.isBelow(price('1'));
  return formatMoney(at.as<'money'>(), 'nearest', isTold ? Math.min(mostDecimals, Math.max(2, decimals)) : 2);
}
