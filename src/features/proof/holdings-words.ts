// Words of the table and the chart of holdings: shares of the whole, own margin-call prices, the chart's caption.
import { type Ratio, sum } from '@/engine/quantity';
import type { Explanation } from '@/state/explanation';
import type { HoldingRow, OwnPoint } from '@/state/holding-rows';
import { isLiquidating } from '@/state/liquidation';
import { formatDollars, formatPercent } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { formatOwnMove, formatOwnPrice } from '@/ui/own-point';

/** What the column of a holding's own point is called; a broker that makes no call has its requirement there. */
export function ownPointTitle({ margin, account }: Explanation): string {
  if (isLiquidating(account.ruleSet)) {
    return margin.isInCall ? 'Its price back to the requirement' : 'Its price at the requirement';
  }
  return margin.isInCall ? 'Its price that ends the call' : 'Its own margin-call price';
}

/** A share of the whole: "41.0 %". */
export function shareWords(share: Ratio | null): string {
  return share === null ? 'none' : formatPercent(share, 1, 'nearest');
}

/**
 * The price at which a holding alone makes a call, or ends one, rounded to the side that is free of a call; with the
 * move that leads there, rounded toward zero.
 */
export function wordOwnPoint({ side, point, priceNow, move }: OwnPoint, isInCall: boolean): string {
  // Free of a call lies above a price below today's at which one begins, and below one at which one ends.
  const free = (side === 'below') !== isInCall ? 'above' : 'below';
  const distance = move === null ? null : formatOwnMove(move.as<'bare'>(), free);
  if (priceNow === null) return isInCall ? (distance ?? '') : `beyond ${distance ?? ''}`;
  const price = formatOwnPrice(point, priceNow, free);
  const words = distance === null ? price : `${price} (${distance})`;
  return isInCall ? words : `${side} ${words}`;
}

/** The words beside a bar: what one or several holdings add together, and their share of all. */
export function wordAmount(rows: readonly HoldingRow[]): (ids: readonly string[]) => string {
  const byId = new Map(rows.map((row) => [row.position.id, row.step.output]));
  const total = sum(byId.values());
  return (ids) => {
    const together = sum(ids.flatMap((id) => byId.get(id) ?? []));
    if (total.sign() === 0) return formatDollars(together);
    return `${formatDollars(together)} · ${formatPercent(together.per(total), 0, 'nearest')}`;
  };
}

/** What the chart shows, in a sentence or two. */
export function captionOf(rows: readonly HoldingRow[], all: readonly { readonly id: string }[]): string {
  const [first] = rows;
  if (first === undefined || first.shareOfRequirement === null || first.shareOfGross === null) {
    return 'Nothing is required.';
  }
  const [part, size] = [shareWords(first.shareOfRequirement), shareWords(first.shareOfGross)];
  return `${nameHolding(first.position, all, 'subject')} adds the most to the requirement: ${part} of it, with ${size} of what is held.`;
}
