/**
 * Excess equity over the market's move in several what-ifs: a curve each, told apart by color, by breaks in the line and
 * by the letter at its end. Redrawn when a curve changes: where the market is in each, a layer of its own shows.
 */
import { memo, useId, useMemo } from 'react';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import styles from '@/charts/compare-chart.module.css';
import { CompareLive } from '@/charts/compare-live';
import { type Frame, useFrame } from '@/charts/excess-layers';
import type { Axis, CurveLine } from '@/charts/series';
import { formatDollarTick, tickStyle } from './axis-ticks';

/** One curve, wherever the market is on it. */
export interface ComparedLine {
  readonly key: string;
  /** The style of its line: 0 for today, then 1 to 4. */
  readonly style: number;
  readonly letter: string;
  /** The words at its end; several where curves are one and the same. */
  readonly label: string;
  /** Null where another's curve is the same, or there is none. */
  readonly line: CurveLine | null;
}

/** What is drawn, on which axes. */
export interface CompareChartProps {
  readonly lines: readonly ComparedLine[];
  readonly from: number;
  readonly to: number;
  readonly axis: Axis;
  readonly left: number;
  readonly right: number;
  readonly fontSize: number;
  /** What the zone below 0 is called. */
  readonly zone: string;
}

/** The chart; fills the box it stands in. */
export const CompareChart = memo(function CompareChart(props: CompareChartProps) {
  const { lines, from, to, axis, left, right, fontSize, zone } = props;
  const margin = useMemo(() => ({ top: 0.75 * fontSize, bottom: 0, left: 0, right }), [fontSize, right]);
  const ends = useMemo(() => [{ move: from }, { move: to }], [from, to]);
  const ticks = useMemo(() => listTicks(from, to), [from, to]);
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height: '100%' }}
      data={ends}
      margin={margin}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="move"
        type="number"
        domain={[from, to]}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        tick={tickStyle}
        ticks={ticks}
        interval="preserveStartEnd"
        tickFormatter={formatMoveTick}
      />
      <YAxis
        type="number"
        width={left}
        domain={[axis.from, axis.to]}
        ticks={axis.ticks}
        interval={0}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        tick={tickStyle}
        tickFormatter={formatDollarTick}
      />
      <Lines lines={lines} fontSize={fontSize} />
      <CompareLive lines={lines} fontSize={fontSize} zone={zone} />
    </ComposedChart>
  );
});

/** Whole steps with today among them. */
function listTicks(from: number, to: number): number[] {
  const step = [0.2, 0.5, 1, 2].find((each) => (to - from) / each <= 8) ?? 5;
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, n) => ((first + n) * step * 10) / 10);
}

function formatMoveTick(move: number): string {
  const percent = Math.round(move * 100);
  return `${percent < 0 ? '−' : percent > 0 ? '+' : ''}${Math.abs(percent)}\u00A0%`;
}

function Lines({ lines, fontSize }: Pick<CompareChartProps, 'lines' | 'fontSize'>) {
  const frame = useFrame();
  const id = useId();
  if (frame === null) return null;
  const { left, right, top, bottom, y } = frame;
  const ends = placeEnds(lines, frame, fontSize);
  return (
    <g aria-hidden="true">
      <clipPath id={id}>
        <rect x={left} y={top} width={right - left} height={bottom - top} />
      </clipPath>
      {y(0) < bottom && (
        <rect className={styles.zone} x={left} y={y(0)} width={right - left} height={bottom - y(0)} />
      )}
      <line className={styles.zero} x1={left} x2={right} y1={y(0)} y2={y(0)} />
      <g clipPath={`url(#${id})`}>
        {lines.map(({ key, style, line }) =>
          line === null ? null : (
            <path key={key} className={styles.line} data-style={style} d={pathOf(line, frame)} />
          ),
        )}
      </g>
      {ends.map(({ key, style, label, at }) => (
        <text key={key} className={styles.end} data-style={style} x={right + 6} y={at}>
          {label}
        </text>
      ))}
    </g>
  );
}

function pathOf(line: CurveLine, { x, y }: Frame): string {
  return line
    .map((piece) => piece.map((point, n) => `${n === 0 ? 'M' : 'L'}${x(point.x)},${y(point.y)}`).join(''))
    .join('');
}

/** Words at the ends of the lines, pushed apart where ends lie close together. */
function placeEnds(lines: readonly ComparedLine[], { y, top, bottom }: Frame, fontSize: number) {
  const gap = fontSize;
  const ends = lines
    .flatMap(({ key, style, label, line }) => {
      const last = line?.at(-1)?.at(-1);
      if (last === undefined) return [];
      const at = Math.min(bottom - 2, Math.max(top + 4, y(last.y))) + fontSize * 0.25;
      return [{ key, style, label, at }];
    })
    .toSorted((a, b) => a.at - b.at);
  for (const [index, end] of ends.entries()) {
    const above = ends[index - 1];
    if (above !== undefined && end.at - above.at < gap) end.at = above.at + gap;
  }
  const over = (ends.at(-1)?.at ?? 0) - bottom - fontSize * 0.25;
  if (over > 0) for (const end of ends) end.at -= over;
  return ends;
}
