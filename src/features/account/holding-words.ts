// A holding's figures as its fields show them at rest.
import type { PositionInput } from '@/engine/account';
import { worthOf } from '@/state/holding-edits';
import type { NewRow } from '@/state/saved-copy';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';
import { formatMoneyShort, formatMoneyText } from '@/ui/format';

/** What a row is called in the labels of its fields: by its symbol, or by where it stands; the blank one is no holding. */
export function rowName(symbol: string, index: number): string {
  return symbol === '' ? `row ${index + 1}` : symbol;
}

/** A holding's value: as typed, or shares × price to the cent. */
export function valueText(position: PositionInput | undefined): string {
  if (position === undefined) return '';
  if (position.marketValue !== undefined) return groupThousands(position.marketValue);
  const worth = worthOf(position);
  return worth === null ? '' : groupThousands(worth.toFixed(2).replace(/\.00$/, ''));
}

/** The number of shares; in the blank row, what waits for a price. */
export function sharesText(position: PositionInput | undefined, newRow?: NewRow): string {
  const shares = position === undefined ? newRow?.shares : position.shares;
  return groupThousands(shares ?? '');
}

/** The price of a share; in the blank row, what waits for shares. */
export function priceText(position: PositionInput | undefined, newRow?: NewRow): string {
  const price = position === undefined ? newRow?.price : position.price;
  return groupThousands(price ?? '');
}

/** What shares and price are worth, in dollars and cents. */
export function worthWords(position: PositionInput): string {
  const worth = worthOf(position);
  return worth === null ? '' : formatMoneyShort(worth);
}

/** A rate in percent as it was typed; one that came from dollars to two decimals. */
export function rateText(rate: string | null): string {
  if (rate === null) return '';
  const [whole = '', fraction = ''] = shiftPoint(rate, 2).split('.');
  return `${trimZeros(`${whole}.${fraction.length > 4 ? fraction.slice(0, 2) : fraction}`)}\u00A0%`;
}

/** Shares × price in a few words: "200 × $245". */
export function sharesTimesPrice({ shares, price }: PositionInput): string {
  return `${groupThousands(shares ?? '')} × ${formatMoneyText(price ?? '')}`;
}
