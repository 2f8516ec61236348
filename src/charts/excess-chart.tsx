/**
 * Excess equity over the market's move. The frame and its axes stand still; the curve and the markers are layers of
 * their own that follow a slider without redrawing the rest.
 */
import { memo, useMemo } from 'react';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import { CurveLayer, type LiveSource, MarkLayer, YouDot, YouLine } from '@/charts/excess-layers';
import { SecondLineLayer } from '@/charts/second-line-layer';
import type { Axis } from '@/charts/series';
import { formatDollarTick, tickStyle } from './axis-ticks';

/** The fixed part of the chart. */
export interface ExcessChartProps {
  readonly from: number;
  readonly to: number;
  readonly axis: Axis;
  /** Room for the figures at the left, in pixels; the plot begins after it. */
  readonly left: number;
  readonly right: number;
  /** The page's text in pixels: labels are as large as three quarters of it. */
  readonly fontSize: number;
  /** Moves with a faint line, as ratios; today is one of its own. */
  readonly marks: readonly number[];
  readonly live: LiveSource;
  /** Without the dollars at the left, while the answer is covered. */
  readonly isBare: boolean;
}

/** The chart; fills the box it stands in. */
export const ExcessChart = memo(function ExcessChart(props: ExcessChartProps) {
  const { from, to, axis, left, right, fontSize, marks, live, isBare } = props;
  const margin = useMemo(
    () => ({ top: 1.5 * fontSize, bottom: 0.5 * fontSize, left: 0, right }),
    [fontSize, right],
  );
  const ends = useMemo(() => [{ move: from }, { move: to }], [from, to]);
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height: '100%' }}
      data={ends}
      margin={margin}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="move" type="number" domain={[from, to]} allowDataOverflow hide />
      <YAxis
        type="number"
        width={left}
        domain={[axis.from, axis.to]}
        ticks={axis.ticks}
        interval={0}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        tick={isBare ? false : tickStyle}
        tickFormatter={formatDollarTick}
      />
      <MarkLayer marks={marks} />
      <YouLine live={live} from={from} to={to} />
      <SecondLineLayer live={live} fontSize={fontSize} />
      <CurveLayer live={live} from={from} to={to} fontSize={fontSize} />
      <YouDot live={live} from={from} to={to} />
    </ComposedChart>
  );
});
