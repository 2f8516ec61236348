/**
 * One bar of a waterfall for paper, to stand in a row of its table: a still drawing that needs no size of the window, as
 * a print is laid out at once. The screen's chart is `waterfall-chart.tsx`.
 */
import type { WaterfallBar } from '@/charts/waterfall';

/** What is drawn: the bar, and all bars of the same waterfall, which share one scale. */
export interface PaperWaterfallBarProps {
  readonly bar: WaterfallBar;
  readonly bars: readonly WaterfallBar[];
}

const size = { width: 400, height: 14, bar: 8, least: 1.5 } as const;
const fills = { total: 'var(--accent)', added: 'var(--free)', took: 'var(--call)' } as const;

/** The bar with the line of zero, as wide as its box; the row's words say what it is. */
export function PaperWaterfallBar({ bar, bars }: PaperWaterfallBarProps) {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const x = (dollars: number) => (high === low ? 0 : ((dollars - low) / (high - low)) * size.width);
  const [left, right] = [Math.min(x(bar.from), x(bar.to)), Math.max(x(bar.from), x(bar.to))];
  const width = Math.max(size.least, right - left);
  return (
    <svg viewBox={`-1 0 ${size.width + 2} ${size.height}`} aria-hidden="true">
      <rect
        x={Math.min(left, size.width - width)}
        y={(size.height - size.bar) / 2}
        width={width}
        height={size.bar}
        fill={bar.kind === 'total' && bar.to < 0 ? fills.took : fills[bar.kind]}
      />
      <line x1={x(0)} x2={x(0)} y1={0} y2={size.height} stroke="var(--ink)" />
    </svg>
  );
}
