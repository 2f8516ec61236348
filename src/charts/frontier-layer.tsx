/**
 * Everything of the map that stands still: cells in shades on both sides of the exact line, hatched where there is a call,
 * its names and scales; and where on the drawing a move and points lie.
 */
import { memo, useId } from 'react';
import {
  type LinePoint,
  type MapSpan,
  mostShades,
  placeRound,
  placeWords,
  type Shades,
} from '@/charts/frontier';
import styles from '@/charts/frontier-chart.module.css';

/** What is drawn of one frontier. Moves and points are ratios. */
export interface FrontierDrawing {
  readonly span: MapSpan;
  /** Middles of the columns and rows, rising. */
  readonly moves: readonly number[];
  readonly points: readonly number[];
  readonly shades: Shades;
  readonly line: readonly (readonly LinePoint[])[];
}

/** The words on the drawing. */
export interface FrontierWords {
  readonly call: string;
  readonly free: string;
  readonly formatMove: (move: number) => string;
  readonly formatPoints: (points: number) => string;
}

/** The plot's place within the drawing, and from ratios to pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: (move: number) => number;
  readonly y: (points: number) => number;
}

const moveSteps = [0.1, 0.2, 0.25, 0.5, 1];
const pointSteps = [0.1, 0.2, 0.4];
/** Pixels that a word needs beside its neighbour. */
const tickRoom = 50;

/** The plot of a drawing so many pixels wide. */
export function makePlot({ span }: FrontierDrawing, width: number, fontSize: number): Plot {
  const [left, top] = [Math.round(3 * fontSize), Math.round(0.5 * fontSize)];
  const plotWidth = Math.max(0, width - left - 8);
  const height = Math.round(Math.min(420, Math.max(240, plotWidth * 0.55)));
  return {
    left,
    top,
    width: plotWidth,
    height,
    x: (move) => left + ((move - span.left) / (span.right - span.left)) * plotWidth,
    y: (points) => top + ((span.high - points) / (span.high - span.low)) * height,
  };
}

/** What every layer of the map is drawn from. */
export interface LayerProps {
  readonly drawing: FrontierDrawing;
  readonly plot: Plot;
}

/** Everything that stands still. */
export const MapLayer = memo(function MapLayer(
  props: LayerProps & { readonly words: FrontierWords; readonly fontSize: number },
) {
  const { drawing, plot, words, fontSize } = props;
  const { span, line } = drawing;
  const id = useId();
  const box = { x: plot.left, y: plot.top, width: plot.width, height: plot.height };
  const paths = line.map((stretch) => pathOf(stretch, plot));
  const [top, bottom] = [plot.top - 9, plot.top + plot.height + 9];
  const region = (edge: number) =>
    line
      .map((stretch, n) => {
        const [first, last] = [stretch[0], stretch.at(-1)];
        if (first === undefined || last === undefined) return '';
        return `${paths[n]}L${plot.x(last.x)},${edge}L${plot.x(first.x)},${edge}Z`;
      })
      .join('');
  const size = fontSize * 0.75;
  const label = (text: string, side: 'above' | 'below') => {
    const place = placeWords(line, span, side, {
      width: ((text.length * size * 0.6 + 24) / plot.width) * (span.right - span.left),
      height: ((size * 2) / plot.height) * (span.high - span.low),
    });
    return place === null ? null : (
      <text
        className={side === 'above' ? styles.callName : styles.freeName}
        x={plot.x(place.x)}
        y={plot.y(place.y) + size * 0.35}
        textAnchor="middle"
      >
        {text}
      </text>
    );
  };
  return (
    <g>
      <defs>
        <clipPath id={`${id}-free`}>
          <path d={region(bottom)} />
        </clipPath>
        <clipPath id={`${id}-call`}>
          <path d={region(top)} />
        </clipPath>
        <clipPath id={`${id}-plot`}>
          <rect {...box} />
        </clipPath>
        <pattern
          id={`${id}-hatch`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className={styles.hatch} x1="0" x2="0" y1="0" y2="7" />
        </pattern>
      </defs>
      <g clipPath={`url(#${id}-plot)`}>
        <g clipPath={`url(#${id}-free)`}>
          <rect className={styles.free} {...box} />
          {shadePaths(drawing, plot, 1)}
        </g>
        <g clipPath={`url(#${id}-call)`}>
          <rect className={styles.call} {...box} />
          {shadePaths(drawing, plot, -1)}
          <rect fill={`url(#${id}-hatch)`} {...box} />
        </g>
        <line className={styles.today} x1={plot.x(0)} x2={plot.x(0)} y1={top} y2={bottom} />
        <line
          className={styles.today}
          x1={plot.left}
          x2={plot.left + plot.width}
          y1={plot.y(0)}
          y2={plot.y(0)}
        />
        <path className={styles.halo} d={paths.join('')} />
        <path className={styles.line} d={paths.join('')} />
      </g>
      <rect className={styles.frame} {...box} />
      {label(words.call, 'above')}
      {label(words.free, 'below')}
      {placeRound(
        span.left,
        span.right,
        moveSteps,
        Math.max(2, Math.floor(plot.width / (tickRoom * (fontSize / 16)))),
      ).map((move) => (
        <text
          key={move}
          className={styles.tick}
          x={Math.min(plot.x(move), plot.left + plot.width - size * 1.2)}
          y={plot.top + plot.height + size * 1.5}
          textAnchor="middle"
        >
          {words.formatMove(move)}
        </text>
      ))}
      {placeRound(span.low, span.high, pointSteps, 9).map((points) => (
        <text
          key={points}
          className={styles.tick}
          x={plot.left - 6}
          y={plot.y(points) + size * 0.35}
          textAnchor="end"
        >
          {words.formatPoints(points)}
        </text>
      ))}
    </g>
  );
});

function pathOf(stretch: readonly LinePoint[], plot: Plot): string {
  const edge = (y: number) => Math.min(plot.top + plot.height + 9, Math.max(plot.top - 9, y));
  return stretch
    .map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${fine(plot.x(x))},${fine(edge(plot.y(y)))}`)
    .join('');
}

function fine(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** One path for each shade of a side but the lightest, which lies under all of them. */
function shadePaths({ moves, points, span, shades }: FrontierDrawing, plot: Plot, side: 1 | -1) {
  const columns = edgesOf(moves, span.left, span.right).map((move) => fine(plot.x(move)));
  const rows = edgesOf(points, span.low, span.high).map((each) => fine(plot.y(each)));
  return Array.from({ length: mostShades - 1 }, (_, n) => n + 2).map((shade) => (
    <path
      key={shade}
      className={side > 0 ? styles.freeShade : styles.callShade}
      style={{ fillOpacity: 0.09 * (shade - 1) }}
      d={shades.rows
        .flatMap((row, at) =>
          runsOf(row, shade * side).map(
            ([from, to]) => `M${columns[from]},${rows[at]}H${columns[to]}V${rows[at + 1]}H${columns[from]}Z`,
          ),
        )
        .join('')}
    />
  ));
}

/** Where cells meet: halfway between their middles. */
export function edgesOf(middles: readonly number[], first: number, last: number): readonly number[] {
  const between = middles.slice(1).map((each, n) => (each + (middles[n] ?? each)) / 2);
  return [first, ...between, last];
}

/** Neighbours of one shade, as the edges from and to which they reach. */
function runsOf(row: readonly (number | null)[], shade: number): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((each, column) => {
    if (each !== shade) return;
    const last = runs.at(-1);
    if (last?.[1] === column) last[1] = column + 1;
    else runs.push([column, column + 1]);
  });
  return runs;
}
