// Target shares in words: shares of now, drifts with their sign, and what all targets make together.
import { type Ratio, ratio } from '@/engine/quantity';
import type { TargetRow, Targets } from '@/state/targets';
import { shiftPoint, trimZeros } from '@/ui/decimal-text';
import { formatMove, formatPercent } from '@/ui/format';

/** A share of now: "41.4 %". */
export function shareNow(share: Ratio | null): string {
  return share === null ? 'none' : formatPercent(share, 1, 'nearest');
}

/** Now less target in points: "+1.4", "−0.2", "0.0". */
export function driftWords({ drift }: TargetRow): string {
  if (drift === null) return '';
  return formatMove(drift.as<'bare'>(), 1, 'nearest').replace(/\u00A0%$/, '');
}

/** The same for one who hears it. */
export function driftSpoken({ drift }: TargetRow): string {
  if (drift === null) return 'no drift';
  const size = formatPercent(drift.absolute(), 1, 'nearest').replace(/\u00A0%$/, ' points');
  if (!/[1-9]/.test(size)) return 'on target';
  return `${size} ${drift.sign() > 0 ? 'above' : 'below'} target`;
}

/** What the targets make together, and by how much that misses; written out whole, for a little is enough to miss. */
export function sumWords({ hasAny, isWhole, sum }: Targets): string {
  if (!hasAny) return 'No holding has a target yet.';
  if (isWhole) return 'The targets make 100\u00A0%. A holding without one is meant to be sold.';
  const miss = ratio(1).minus(sum);
  const points = `${percentText(miss.absolute())} ${miss.absolute().equals(ratio('0.01')) ? 'point' : 'points'}`;
  return `The targets make ${percentText(sum)}\u00A0%: ${points} ${miss.sign() > 0 ? 'too little' : 'too much'}. Nothing can be rebalanced to them yet.`;
}

function percentText(share: Ratio): string {
  return trimZeros(shiftPoint(share.toText(), 2));
}
