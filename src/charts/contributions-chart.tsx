/**
 * What each position adds to the requirement: a bar each, the largest first, with a thin one for what its size alone
 * would take and an outline of today. It draws what it is handed; figure, caption and table are the caller's.
 */
import { memo, useMemo } from 'react';
import { Bar, BarChart, usePlotArea, useXAxisScale, XAxis, YAxis } from 'recharts';
import { type Contribution, type ContributionBar, toContributionBars } from '@/charts/contributions';
import styles from '@/charts/contributions-chart.module.css';

/** The positions, and every word that stands in the chart. */
export interface ContributionsChartProps {
  readonly items: readonly Contribution[];
  /** The requirement of one or several positions together in words, with its share: "$8,000 · 57 %". */
  readonly wordAmount: (ids: readonly string[]) => string;
  /** The name of the small positions together: "8 others". */
  readonly nameOthers: (count: number) => string;
  /** What the marks mean; `today` is left out where nothing differs. */
  readonly legend: {
    readonly requirement: string;
    readonly bySize: string;
    readonly today: string;
  };
}

/** A row grows with the page's text. Its parts from above: the words, the bar, the thin bar, and air. */
const rowHeight = 2.875;
const parts = { words: 0.4, bar: 0.26, thin: 0.08 };
const margin = { top: 0, bottom: 0, left: 0, right: 0 };

/** The chart, as wide as the box it stands in and as high as its bars need. */
export const ContributionsChart = memo(function ContributionsChart(props: ContributionsChartProps) {
  const { items, wordAmount, nameOthers, legend } = props;
  const bars = useMemo(() => toContributionBars(items, nameOthers), [items, nameOthers]);
  const isChanged = items.some(({ requirement, requirementToday }) => requirement !== requirementToday);
  const longest = Math.max(1, ...bars.flatMap((bar) => [bar.requirement, bar.requirementToday, bar.bySize]));
  return (
    <div aria-hidden="true">
      <p className={styles.keys} data-picture="">
        <span className={styles.key} data-of="requirement">
          {legend.requirement}
        </span>
        <span className={styles.key} data-of="size">
          {legend.bySize}
        </span>
        {isChanged && (
          <span className={styles.key} data-of="today">
            {legend.today}
          </span>
        )}
      </p>
      <BarChart
        responsive
        style={{ width: '100%', height: `${bars.length * rowHeight}rem` }}
        layout="vertical"
        data={[...bars]}
        margin={margin}
        accessibilityLayer={false}
      >
        <XAxis type="number" domain={[0, longest]} allowDataOverflow hide />
        <YAxis type="category" dataKey="name" hide />
        <Bar dataKey="requirement" isAnimationActive={false} shape={noShape} />
        <Rows bars={bars} wordAmount={wordAmount} />
      </BarChart>
    </div>
  );
});

/** The bars are drawn by the rows' own layer, which alone knows where the words stand. */
const noShape = () => <g />;

interface RowsProps {
  readonly bars: readonly ContributionBar[];
  readonly wordAmount: ContributionsChartProps['wordAmount'];
}

function Rows({ bars, wordAmount }: RowsProps) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (plot === undefined || scale === undefined || plot.height < bars.length * 8) return null;
  const width = (dollars: number) => Math.max(0, (scale(dollars) ?? plot.x) - plot.x);
  const height = plot.height / Math.max(1, bars.length);
  const [thick, thin] = [height * parts.bar, height * parts.thin];
  return (
    <g>
      {bars.map((bar, n) => {
        const barTop = plot.y + (n + parts.words) * height;
        return (
          <g key={bar.ids.join(' ')}>
            <text className={styles.name} x={plot.x} y={barTop - 5}>
              {shorten(bar.name)}
            </text>
            <text className={styles.amount} x={plot.x + plot.width} y={barTop - 5} textAnchor="end">
              {wordAmount(bar.ids)}
            </text>
            <rect
              className={styles.bar}
              x={plot.x}
              y={barTop}
              width={width(bar.requirement)}
              height={thick}
            />
            {bar.requirementToday > bar.requirement && (
              <rect
                className={styles.today}
                x={plot.x + 0.5}
                y={barTop + 0.5}
                width={Math.max(0, width(bar.requirementToday) - 1)}
                height={thick - 1}
              />
            )}
            {bar.requirementToday > 0 && bar.requirementToday < bar.requirement && (
              <rect
                className={styles.todayEnd}
                x={plot.x + width(bar.requirementToday)}
                y={barTop}
                width={2}
                height={thick}
              />
            )}
            <rect
              className={styles.size}
              x={plot.x}
              y={barTop + thick + 1}
              width={width(bar.bySize)}
              height={thin}
            />
          </g>
        );
      })}
    </g>
  );
}

const mostLetters = 22;

function shorten(name: string): string {
  return name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name;
}
