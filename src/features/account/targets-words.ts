// Target shares in words: shares of now, drifts with their sign, and what all targets make together.
import type { Ratio } from '@/engine/quantity';
import type { TargetRow, Targets } from '@/state/targets';
import { formatMove, formatPercent, formatRate } from '@/ui/format';

/** A share of now: "41.4 %". */
export function shareNow(share: Ratio | null): string {
  return share === null ? 'none' : formatPercent(share, 1, 'nearest');
}

/** Now less target in points: "+1.4", "−0.2", "0.0". */
export function driftWords({ drift }: TargetRow): string {
  if (drift === null) return '';
  return formatMove(drift.as<'bare'>(), 1, 'towardZero').replace(/\u00A0%$/, '');
}

/** The same for one who hears it. */
export function driftSpoken({ drift }: TargetRow): string {
  if (drift === null) return 'no drift';
  const size = formatPercent(drift.absolute(), 1).replace(/\u00A0%$/, ' points');
  return drift.sign() === 0 ? 'on target' : `${size} ${drift.sign() > 0 ? 'above' : 'below'} target`;
}

/** What the targets make together, and what is to be done. */
export function sumWords({ hasAny, isWhole, sum }: Targets): string {
  if (!hasAny) return 'No holding has a target yet.';
  if (isWhole) return 'The targets make 100\u00A0%. A holding without one is meant to be sold.';
  return `The targets make ${formatRate(sum, 'nearest')}, not 100\u00A0%: nothing can be rebalanced to them.`;
}
