/**
 * Excess equity over the market's move. The frame and its axes stand still; the curve and the markers are layers of
 * their own that follow a slider without redrawing the rest.
 */
import { memo, useId, useSyncExternalStore } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import styles from '@/charts/excess-chart.module.css';
import type { Axis, CurveLine } from '@/charts/series';

/** What follows a slider. Moves are ratios, excess dollars. */
export interface LiveCurve {
  readonly line: CurveLine;
  readonly move: number;
  readonly excess: number | null;
  /** Where calls begin. */
  readonly callPoints: readonly number[];
}

/** Where the live part comes from: a store's two functions, and nothing of the store itself. */
export interface LiveSource {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => LiveCurve | null;
}

/** The fixed part of the chart. */
export interface ExcessChartProps {
  readonly from: number;
  readonly to: number;
  readonly axis: Axis;
  /** Room for the figures at the left, in pixels; the plot begins after it. */
  readonly left: number;
  readonly right: number;
  readonly live: LiveSource;
}

const margin = { top: 24, bottom: 8, left: 0 };

/** The chart; fills the box it stands in. */
export const ExcessChart = memo(function ExcessChart({
  from,
  to,
  axis,
  left,
  right,
  live,
}: ExcessChartProps) {
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height: '100%' }}
      data={[{ move: from }, { move: to }]}
      margin={{ ...margin, right }}
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
        tick={{ fill: 'var(--muted)', fontSize: '0.75rem' }}
        tickFormatter={formatAxis}
      />
      <LiveLayer live={live} from={from} to={to} />
    </ComposedChart>
  );
});

interface LiveLayerProps {
  readonly live: LiveSource;
  readonly from: number;
  readonly to: number;
}

function LiveLayer({ live, from, to }: LiveLayerProps) {
  const curve = useSyncExternalStore(live.subscribe, live.getSnapshot);
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const id = useId();
  if (curve === null || plot === undefined || xScale === undefined || yScale === undefined) return null;

  const x = (move: number) => xScale(Math.min(to, Math.max(from, move))) ?? 0;
  const y = (dollars: number) => yScale(dollars) ?? 0;
  const bottom = plot.y + plot.height;
  const zero = Math.min(bottom, Math.max(plot.y, y(0)));
  const path = curve.line
    .map((piece) => piece.map((point, n) => `${n === 0 ? 'M' : 'L'}${x(point.x)},${y(point.y)}`).join(''))
    .join('');
  const you = x(curve.move);
  const isCalled = curve.excess !== null && curve.excess < 0;

  return (
    <g aria-hidden="true">
      <defs>
        <clipPath id={`${id}-above`}>
          <rect x={plot.x} y={plot.y} width={plot.width} height={Math.max(0, zero - plot.y)} />
        </clipPath>
        <clipPath id={`${id}-below`}>
          <rect x={plot.x} y={zero} width={plot.width} height={Math.max(0, bottom - zero)} />
        </clipPath>
      </defs>
      <rect
        className={styles.callZone}
        x={plot.x}
        y={zero}
        width={plot.width}
        height={Math.max(0, bottom - zero)}
      />
      {bottom - zero > 24 && (
        <text className={styles.zoneName} x={plot.x + plot.width - 8} y={bottom - 8} textAnchor="end">
          Margin call
        </text>
      )}
      <line className={styles.zero} x1={plot.x} x2={plot.x + plot.width} y1={zero} y2={zero} />
      <line className={styles.today} x1={x(0)} x2={x(0)} y1={plot.y} y2={bottom} />
      <text className={styles.todayName} x={x(0)} y={plot.y - 8} textAnchor="middle">
        Today
      </text>
      <path className={styles.curve} d={path} clipPath={`url(#${id}-above)`} />
      <path className={styles.curveBelow} d={path} clipPath={`url(#${id}-below)`} />
      {curve.callPoints
        .filter((move) => move >= from && move <= to)
        .map((move) => (
          <path key={move} className={styles.diamond} d={`M${x(move)},${zero - 7}l7,7l-7,7l-7,-7z`} />
        ))}
      <line
        className={styles.you}
        data-called={isCalled || undefined}
        x1={you}
        x2={you}
        y1={plot.y}
        y2={bottom}
      />
      {curve.excess !== null && (
        <circle
          className={styles.dot}
          data-called={isCalled || undefined}
          cx={you}
          cy={Math.min(bottom, Math.max(plot.y, y(curve.excess)))}
          r={6}
        />
      )}
    </g>
  );
}

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

/** Axis figures: "$20K", "−$5K". */
function formatAxis(dollars: number): string {
  return `${dollars < 0 ? '−' : ''}$${compact.format(Math.abs(dollars))}`;
}
