/**
 * One security is one holding, in however many rows of a source it stands (Fidelity lists what is held in cash and on margin
 * apart): rules that look at how much of the account one holding is would otherwise see only parts of it.
 */
import { price, shares } from '@/engine/quantity';
import { plainSymbol } from '@/state/import-prices';
import type { RowHolding } from '@/state/import-row';

/** The holdings of a source, and the symbols of which several rows became one. */
export interface JoinedHoldings {
  readonly holdings: readonly RowHolding[];
  readonly joined: readonly string[];
}

/** Adds up the rows of one symbol, side and price, or of one symbol and side known by value only. */
export function joinHoldings(rows: readonly RowHolding[]): JoinedHoldings {
  const names = rows.map(({ symbol, side }) => `${side} ${plainSymbol(symbol)}`);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const holdings: RowHolding[] = [];
  const places = new Map<string, number>();
  const joined = new Set<string>();
  rows.forEach((row, index) => {
    const name = names[index] ?? '';
    // Two rows with a weight each to rebalance to are meant as two.
    const isAlone = row.symbol === '' || counts.get(name) === 1 || row.extra.targetWeight !== undefined;
    const key = isAlone ? null : JSON.stringify([name, priceKey(row), row.extra]);
    const place = key === null ? undefined : places.get(key);
    const before = place === undefined ? undefined : holdings[place];
    if (place === undefined || before === undefined) {
      if (key !== null) places.set(key, holdings.length);
      holdings.push(row);
    } else {
      holdings[place] = sumOf(before, row);
      joined.add(before.symbol);
    }
  });
  return { holdings, joined: [...joined] };
}

/** The price however it is written, or null where only the value is known. */
function priceKey({ shares: held, price: at }: RowHolding): string | null {
  return held === null || at === null ? null : price(at).toText();
}

function sumOf(before: RowHolding, row: RowHolding): RowHolding {
  return {
    ...before,
    shares:
      before.shares === null || row.shares === null
        ? null
        : shares(before.shares).plus(shares(row.shares)).toText(),
    isPriceDerived: before.isPriceDerived || row.isPriceDerived,
    worth: before.worth.plus(row.worth),
  };
}
