/**
 * A change as a waterfall of bars, one below the other, with the line of zero through each of them. It draws what it is
 * handed; figure, caption and table are the caller's.
 */
import { memo } from 'react';
import { Bar, BarChart, usePlotArea, useXAxisScale, XAxis, YAxis } from 'recharts';
import type { WaterfallBar } from '@/charts/waterfall';
import styles from '@/charts/waterfall-chart.module.css';

/** A row grows with the page's text: words above, the bar below them. */
const rowHeight = 2.5;
const barTop = 0.5;
const barHeight = 0.3;
const margin = { top: 0, bottom: 0, left: 0, right: 0 };

/** The chart, as wide as the box it stands in and as high as its bars need. */
export const WaterfallChart = memo(function WaterfallChart({
  bars,
}: {
  readonly bars: readonly WaterfallBar[];
}) {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return (
    <div aria-hidden="true">
      <BarChart
        responsive
        style={{ width: '100%', height: `${bars.length * rowHeight}rem` }}
        layout="vertical"
        data={[...bars]}
        margin={margin}
        accessibilityLayer={false}
      >
        <XAxis type="number" domain={[low, low === high ? low + 1 : high]} allowDataOverflow hide />
        <YAxis type="category" dataKey="name" hide />
        <Bar dataKey="to" isAnimationActive={false} shape={noShape} />
        <Rows bars={bars} />
      </BarChart>
    </div>
  );
});

/** The bars are drawn by the rows' own layer, which alone knows where the words stand. */
const noShape = () => <g />;

function Rows({ bars }: { readonly bars: readonly WaterfallBar[] }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (plot === undefined || scale === undefined || plot.height < bars.length * 8) return null;
  const x = (dollars: number) => scale(dollars) ?? plot.x;
  const height = plot.height / bars.length;
  const top = (row: number) => plot.y + (row + barTop) * height;
  return (
    <g>
      {bars.map(({ name, words, kind, from, to }, row) => (
        <g key={name}>
          <text className={styles.name} x={plot.x} y={top(row) - 5}>
            {name}
          </text>
          <text className={styles.amount} x={plot.x + plot.width} y={top(row) - 5} textAnchor="end">
            {words}
          </text>
          <rect
            className={styles.bar}
            data-kind={kind === 'total' && to < 0 ? 'below' : kind}
            x={Math.min(x(from), x(to))}
            y={top(row)}
            width={Math.max(1, Math.abs(x(to) - x(from)))}
            height={height * barHeight}
          />
          <line
            className={styles.zero}
            x1={x(0)}
            x2={x(0)}
            y1={top(row) - 3}
            y2={top(row) + height * barHeight + 3}
          />
          {row < bars.length - 1 && (
            <line
              className={styles.link}
              x1={x(to)}
              x2={x(to)}
              y1={top(row) + height * barHeight}
              y2={top(row + 1)}
            />
          )}
        </g>
      ))}
    </g>
  );
}
