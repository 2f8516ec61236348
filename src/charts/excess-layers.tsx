/**
 * The layers of the excess chart: faint lines at known moves, the curve with its call points, and the marker that
 * follows the slider. Each redraws only when its own part changes.
 */
import { memo, useId, useMemo, useSyncExternalStore } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import styles from '@/charts/excess-chart.module.css';
import { type Box, firstFreeBox } from '@/charts/label-place';
import type { CurveLine, CurvePoint } from '@/charts/series';

/** What stands still while only the market moves. Moves are ratios, excess dollars. */
export interface LiveShape {
  readonly line: CurveLine;
  /** Where calls begin or end. */
  readonly callPoints: readonly number[];
  /** Where equity is zero, with the excess there. */
  readonly equityZeros: readonly CurvePoint[];
  /** What the region below the line is called. */
  readonly zoneName: string;
}

/** Where the market stands. */
export interface LivePlace {
  readonly move: number;
  /** Null where there is none, or where it is for others to guess. */
  readonly excess: number | null;
  /** The move in words, for where it lies beyond the chart. */
  readonly text: string;
}

/** Where the live parts come from: a store's functions, and nothing of the store itself. */
export interface LiveSource {
  readonly subscribe: (listener: () => void) => () => void;
  /** Null while there is nothing to draw, or the answer is covered. */
  readonly getShape: () => LiveShape | null;
  readonly getPlace: () => LivePlace | null;
  /** A second curve beside the first; null for none. The same object while only the market moves. */
  readonly getSecond: () => SecondLine | null;
}

/** A curve of less weight, with its name and the one that it stands beside. */
export interface SecondLine {
  readonly line: CurveLine;
  readonly beside: CurveLine;
  readonly name: string;
}

/** The plot: from moves and dollars to pixels, and its sides. */
export interface Frame {
  readonly x: (move: number) => number;
  readonly y: (dollars: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The plot in pixels; null until it has a size. */
export function useFrame(): Frame | null {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  return useMemo(() => {
    if (plot === undefined || xScale === undefined || yScale === undefined) return null;
    return {
      x: (move) => xScale(move) ?? 0,
      y: (dollars) => yScale(dollars) ?? 0,
      left: plot.x,
      right: plot.x + plot.width,
      top: plot.y,
      bottom: plot.y + plot.height,
    };
  }, [plot, xScale, yScale]);
}

/** Faint lines at moves that people know. */
export const MarkLayer = memo(function MarkLayer({ marks }: { readonly marks: readonly number[] }) {
  const frame = useFrame();
  if (frame === null) return null;
  const { x, top, bottom } = frame;
  return (
    <g aria-hidden="true">
      {marks.map((move) => (
        <line key={move} className={styles.tickLine} x1={x(move)} x2={x(move)} y1={top} y2={bottom} />
      ))}
      <line className={styles.today} x1={x(0)} x2={x(0)} y1={top} y2={bottom} />
      <text className={styles.todayName} x={x(0)} y={top - 8} textAnchor="middle">
        Today
      </text>
    </g>
  );
});

interface LayerProps {
  readonly live: LiveSource;
  readonly from: number;
  readonly to: number;
}

/** The curve, the region of calls, call points, and where equity is zero. */
export const CurveLayer = memo(function CurveLayer(props: LayerProps & { readonly fontSize: number }) {
  const { live, from, to, fontSize } = props;
  const shape = useSyncExternalStore(live.subscribe, live.getShape);
  const frame = useFrame();
  const id = useId();
  if (shape === null || frame === null) return null;
  const { x, y, left, right, top, bottom } = frame;
  const isWithin = (move: number) => move >= from && move <= to;
  const line = shape.line.map((piece) => piece.map((point) => ({ x: x(point.x), y: y(point.y) })));
  const path = line
    .map((piece) => piece.map((point, n) => `${n === 0 ? 'M' : 'L'}${point.x},${point.y}`).join(''))
    .join('');
  const zero = Math.min(bottom, Math.max(top, y(0)));
  const zeroLine = <line className={styles.zero} x1={left} x2={right} y1={zero} y2={zero} />;
  const zeros = shape.equityZeros.filter((point) => isWithin(point.x));
  const marks = zeros.map((point) => ({ x: x(point.x), y: y(point.y) }));
  const labels = placeLabels(
    shape.zoneName,
    { left, right, top: zero, bottom, today: x(0) },
    line,
    marks,
    fontSize * 0.75,
  );
  return (
    <g aria-hidden="true">
      <defs>
        <clipPath id={`${id}-above`}>
          <rect x={left} y={top} width={right - left} height={Math.max(0, zero - top)} />
        </clipPath>
        <clipPath id={`${id}-below`}>
          <rect x={left} y={zero} width={right - left} height={Math.max(0, bottom - zero)} />
        </clipPath>
      </defs>
      <rect
        className={styles.callZone}
        x={left}
        y={zero}
        width={right - left}
        height={Math.max(0, bottom - zero)}
      />
      {zeroLine}
      <path className={styles.curve} d={path} clipPath={`url(#${id}-above)`} />
      <path className={styles.curveBelow} d={path} clipPath={`url(#${id}-below)`} />
      {labels.map(({ text, box, kind }) => (
        <text key={text} className={styles[kind]} x={box.x} y={box.y + box.height * 0.75}>
          {text}
        </text>
      ))}
      {marks.map((point) => (
        <ellipse key={point.x} className={styles.equityZero} cx={point.x} cy={point.y} rx={4} ry={4} />
      ))}
      {shape.callPoints.filter(isWithin).map((move) => (
        <path key={move} className={styles.diamond} d={`M${x(move)},${zero - 7}l7,7l-7,7l-7,-7z`} />
      ))}
    </g>
  );
});

interface Label {
  readonly text: string;
  readonly box: Box;
  readonly kind: 'zoneName' | 'equityName';
}

const equityName = 'Equity $0';

/** The zone's name and the name of equity zero, where no line runs through them. */
function placeLabels(
  zoneName: string,
  zone: Pick<Frame, 'left' | 'right' | 'top' | 'bottom'> & { readonly today: number },
  line: CurveLine,
  marks: readonly CurvePoint[],
  size: number,
): readonly Label[] {
  const boxFor = (text: string) => ({ width: text.length * size * 0.56, height: size * 1.3 });
  const pad = 6;
  const isIn = ({ x, y, width, height }: Box) =>
    x >= zone.left && x + width <= zone.right && y >= zone.top && y + height <= zone.bottom;
  const wide = boxFor(zoneName);
  const lefts = [zone.right - pad - wide.width, zone.left + pad, (zone.left + zone.right - wide.width) / 2];
  const tops = [zone.bottom - wide.height - 4, zone.top + 4];
  const places = tops.flatMap((y) => lefts.map((x): Box => ({ x, y, ...wide }))).filter(isIn);
  const around = [
    ...marks.map(({ x, y }): Box => ({ x: x - 8, y: y - 8, width: 16, height: 16 })),
    { x: zone.today - 2, y: zone.top, width: 4, height: zone.bottom - zone.top },
  ];
  const found = firstFreeBox(places, line, around) ?? places[0];
  const labels: Label[] = found === undefined ? [] : [{ text: zoneName, box: found, kind: 'zoneName' }];
  const small = boxFor(equityName);
  for (const { x, y } of marks.slice(0, 1)) {
    const beside = [x + pad, x - pad - small.width].flatMap((left) =>
      [y + 4, y - small.height - 4, y - small.height / 2].map(
        (above): Box => ({ x: left, y: above, ...small }),
      ),
    );
    const taken = [...around.slice(-1), ...labels.map(({ box }) => box)];
    const box = firstFreeBox(beside.filter(isIn), line, taken);
    if (box !== null) labels.push({ text: equityName, box, kind: 'equityName' });
  }
  return labels;
}

/** The line at the market's move: below the curve and its labels. */
export const YouLine = memo(function YouLine({ live, from, to }: LayerProps) {
  const place = useSyncExternalStore(live.subscribe, live.getPlace);
  const frame = useFrame();
  if (place === null || frame === null || place.move < from || place.move > to) return null;
  const x = frame.x(place.move);
  return <line aria-hidden="true" className={styles.you} x1={x} x2={x} y1={frame.top} y2={frame.bottom} />;
});

/** The dot at the market's move; an arrow with the figure where that lies beyond the chart. */
export const YouDot = memo(function YouDot({ live, from, to }: LayerProps) {
  const place = useSyncExternalStore(live.subscribe, live.getPlace);
  const frame = useFrame();
  if (place === null || frame === null) return null;
  const { x, y, left, right, top, bottom } = frame;
  if (place.move < from || place.move > to) {
    const isRight = place.move > to;
    const [tip, inward] = isRight ? [right, -1] : [left, 1];
    return (
      <g aria-hidden="true">
        <path className={styles.edge} d={`M${tip},${top + 12}l${10 * inward},-7v14z`} />
        <text
          className={styles.edgeText}
          x={tip + 16 * inward}
          y={top + 16}
          textAnchor={isRight ? 'end' : 'start'}
        >
          {place.text}
        </text>
      </g>
    );
  }
  if (place.excess === null) return null;
  const isCalled = place.excess < 0;
  return (
    <circle
      aria-hidden="true"
      className={styles.dot}
      data-called={isCalled || undefined}
      cx={x(place.move)}
      cy={Math.min(bottom, Math.max(top, y(place.excess)))}
      r={6}
    />
  );
});
