// The chart on paper, in its usual range: the curve, today, the what-if, and where a call begins or ends.
import { PaperChart } from '@/charts/paper-chart';
import { toAxis } from '@/charts/series';
import { bare } from '@/engine/quantity';
import type { Scene } from '@/state/scene';
import { useDesk } from '@/state/store';
import { formatMove, shortenDollars } from '@/ui/format';
import { lineOf } from './market-live';
import { rangeFor } from './market-range';
import { isIdle, selectMove, selectScene } from './market-selectors';
import { describeCurve, nameZone, wordCallPoint } from './words';

/** The drawing and its sentence; nothing where the market moves nothing. */
export function PrintedChart() {
  const scene = useDesk(selectScene);
  const move = useDesk(selectMove);
  if (scene === null || isIdle(scene)) return null;
  const at = move.toNumber();
  const { min, max } = rangeFor(scene, { low: at * 100, high: at * 100 });
  const [from, to] = [min / 100, max / 100];
  const line = lineOf(scene, from, to);
  const summary = describeCurve(scene);
  const shown = at !== 0 && at >= from && at <= to;
  return (
    <figure>
      <PaperChart
        {...{ line, from, to, summary }}
        axis={toAxis(line)}
        zone={nameZone(scene)}
        marks={[
          { x: 0, label: 'today', isCall: false },
          ...(shown ? [{ x: at, label: `what if ${formatMove(move)}`, isCall: false }] : []),
          ...callsOf(scene, from, to),
        ]}
        formatX={(x) => formatMove(bare(x.toFixed(4)), 0)}
        formatY={(y) =>
          shortenDollars(`${y < 0 ? '−' : ''}$${Math.abs(Math.round(y)).toLocaleString('en-US')}`)
        }
      />
      <figcaption>{summary}</figcaption>
    </figure>
  );
}

function callsOf(scene: Scene, from: number, to: number) {
  const { points } = scene;
  return [points?.below, points?.above, points?.cureBelow, points?.cureAbove].flatMap((point) => {
    const x = point?.at.toNumber();
    if (point === null || point === undefined || x === undefined || x < from || x > to) return [];
    return [{ x, label: wordCallPoint(scene, point.at), isCall: true }];
  });
}
