// How far the market is from a call before and after a trade, in words: from today, as in the verdict. Serves rule R-53.
import type { CallPoints } from '@/engine/excess-curve';
import { isLiquidating } from '@/state/liquidation';
import type { Trial } from '@/state/trades';
import { formatPercent } from '@/ui/format';
import { hasShorts } from './trade-kinds';

/** Name, distance after and distance before; a rise only with shorts, and nothing where there is no distance at all. */
export function wordDistances({
  before,
  after,
  points,
}: Trial): readonly (readonly [string, string, string])[] {
  const isLiquidated = isLiquidating(after.account.ruleSet);
  const line = isLiquidated ? 'the requirement' : 'the call';
  const within = isLiquidated ? 'below it now' : 'in a call';
  const row = (name: string, side: 'below' | 'above') => {
    const [now, was] = [points.after, points.before].map((each) => word(each, side, within));
    if (now === undefined || was === undefined) return [];
    const isUntold = now === was && (now === none || now === within);
    return isUntold ? [] : [[`${name} to ${line}`, now, was] as const];
  };
  return [
    ...row('Fall', 'below'),
    ...(hasShorts(before.account) || hasShorts(after.account) ? row('Rise', 'above') : []),
  ];
}

const none = 'none';

function word(points: CallPoints | null, side: 'below' | 'above', within: string): string | undefined {
  if (points === null) return undefined;
  if (points.isInCall) return within;
  const point = points[side];
  return point === null ? none : formatPercent(point.at.absolute().as<'ratio'>(), 1, 'towardZero');
}
