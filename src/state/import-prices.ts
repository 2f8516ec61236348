/** Prices of an import by the holdings on show: same symbol, however the share class is written. */
import type { PositionInput } from '@/engine/account';
import type { ImportOutcome } from '@/state/import-outcome';
import type { RowHolding } from '@/state/import-row';

/** What taking over prices only would do. */
export interface PriceUpdate {
  /** New prices by the holding's id. */
  readonly prices: ReadonlyMap<string, string>;
  /** Holdings that the import has no price for. */
  readonly missing: readonly PositionInput[];
  /** Holdings known by their value only: a price says nothing of them. */
  readonly byValue: readonly PositionInput[];
  /** Symbols with two different prices in the import: which of them holds is not known. */
  readonly twofold: readonly string[];
  /** Whether every holding gets a price. */
  readonly isAllNew: boolean;
}

/** A symbol as it is compared: BRK/B, BRK-B and BRK B are BRK.B. */
export function plainSymbol(symbol: string): string {
  return symbol
    .trim()
    .toUpperCase()
    .replaceAll(/[/\- ]/g, '.');
}

/** Finds the new prices of these holdings. */
export function findPrices(
  { holdings }: Pick<ImportOutcome, 'holdings'>,
  positions: readonly PositionInput[],
): PriceUpdate {
  const bySymbol = new Map<string, string>();
  const twofold = new Set<string>();
  for (const { symbol, price } of holdings) {
    const plain = plainSymbol(symbol);
    if (price === null || plain === '') continue;
    const known = bySymbol.get(plain);
    if (known !== undefined && Number(known) !== Number(price)) twofold.add(plain);
    bySymbol.set(plain, price);
  }
  const prices = new Map<string, string>();
  const [missing, byValue]: [PositionInput[], PositionInput[]] = [[], []];
  for (const position of positions) {
    const plain = plainSymbol(position.symbol);
    const price = twofold.has(plain) ? undefined : bySymbol.get(plain);
    if (price === undefined) missing.push(position);
    else if (position.shares === undefined) byValue.push(position);
    else prices.set(position.id, price);
  }
  return {
    prices,
    missing,
    byValue,
    twofold: [...twofold],
    isAllNew: positions.length > 0 && prices.size === positions.length,
  };
}

/** What one row of the import does where only prices are taken over. */
export type PriceFate =
  | {
      readonly kind: 'price';
      /** The price on show now, and the one it becomes; the same text where it stays. */
      readonly before: string;
      readonly after: string;
      /** The shares on show and those of the import, all its rows together; null where they agree. */
      readonly shares: { readonly kept: string; readonly inSource: string } | null;
    }
  /** No holding on show has its symbol, it is known by its value only, or the import has two prices for it. */
  | { readonly kind: 'absent' | 'byValue' | 'twofold' };

/** What becomes of one row's price; `holdings` are those that all rows make. */
export function fateOfPrice(
  { symbol, side }: Pick<RowHolding, 'symbol' | 'side'>,
  { prices, twofold }: PriceUpdate,
  positions: readonly PositionInput[],
  holdings: readonly RowHolding[],
): PriceFate {
  const plain = plainSymbol(symbol);
  const held = positions.filter((position) => plain !== '' && plainSymbol(position.symbol) === plain);
  if (held.length === 0) return { kind: 'absent' };
  if (twofold.includes(plain)) return { kind: 'twofold' };
  const changed = held.find(({ id }) => prices.has(id));
  const after = changed === undefined ? undefined : prices.get(changed.id);
  if (changed === undefined || after === undefined) return { kind: 'byValue' };
  const joined = holdings.filter((each) => plainSymbol(each.symbol) === plain);
  const [kept, inSource] = [changed.shares ?? '', joined[0]?.shares ?? null];
  // Of several holdings with one symbol none is the row's own.
  const isOther =
    held.length === 1 &&
    joined.length === 1 &&
    changed.side === side &&
    inSource !== null &&
    Number(inSource) !== Number(kept);
  return {
    kind: 'price',
    before: changed.price ?? '',
    after,
    shares: isOther ? { kept, inSource } : null,
  };
}
