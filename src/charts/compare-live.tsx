/**
 * What moves in the comparison's chart while its curves stand still: a letter in a ring where the market is in each
 * what-if, and the zone's name, which gives way to rings. Handed over apart from the chart, which is not redrawn for it.
 */
import { createContext, useContext, useMemo } from 'react';
import styles from '@/charts/compare-chart.module.css';
import { type Frame, useFrame } from '@/charts/excess-layers';
import { type Box, firstFreeBox } from '@/charts/label-place';
import type { CurveLine, CurvePoint } from '@/charts/series';

/** Where the market is in one what-if, and the letter that says in which. */
export interface ComparedPlace {
  readonly key: string;
  /** The style of its line: 0 for today, then 1 to 4. */
  readonly style: number;
  readonly letter: string;
  readonly here: CurvePoint;
}

/** The places, for the chart that is drawn inside. */
export const ComparedPlaces = createContext<readonly ComparedPlace[]>([]);

interface CompareLiveProps {
  readonly lines: readonly { readonly line: CurveLine | null }[];
  readonly fontSize: number;
  readonly zone: string;
}

/** Rings and name, in front of the curves. */
export function CompareLive({ lines, fontSize, zone }: CompareLiveProps) {
  const places = useContext(ComparedPlaces);
  const frame = useFrame();
  const drawn = useMemo(() => (frame === null ? [] : inPixels(lines, frame)), [lines, frame]);
  if (frame === null) return null;
  const rings = placeRings(places, frame, fontSize);
  const name = placeName(drawn, frame, rings, fontSize, zone.length);
  return (
    <g aria-hidden="true">
      {name !== null && (
        <text className={styles.zoneName} x={name.x} y={name.y + fontSize}>
          {zone}
        </text>
      )}
      {rings.map(({ key, style, letter, x, y: up }) => (
        <g key={key} className={styles.ring} data-style={style}>
          <circle cx={x} cy={up} r={fontSize * 0.55} />
          <text x={x} y={up + fontSize * 0.26} textAnchor="middle">
            {letter}
          </text>
        </g>
      ))}
    </g>
  );
}

function inPixels(lines: CompareLiveProps['lines'], { x, y }: Frame): CurveLine {
  return lines
    .flatMap(({ line }) => line ?? [])
    .map((piece) => piece.map((point) => ({ x: x(point.x), y: y(point.y) })));
}

/** The zone's name in a corner of it that no curve and no ring crosses; null where there is none. */
function placeName(
  drawn: CurveLine,
  { y, left, right, bottom }: Frame,
  rings: readonly CurvePoint[],
  fontSize: number,
  letters: number,
): Box | null {
  const [width, height, gap] = [letters * fontSize * 0.42, fontSize * 1.4, 6];
  const size = fontSize * 1.2;
  if (bottom - y(0) < height + gap || right - left < width + 2 * gap) return null;
  const rows = [bottom - height - gap / 2, y(0) + gap / 2];
  const places = [right - width - gap, left + gap].flatMap((at) =>
    rows.map((row) => ({ x: at, y: row, width, height })),
  );
  return firstFreeBox(
    places,
    drawn,
    rings.map((ring) => ({ x: ring.x - size / 2, y: ring.y - size / 2, width: size, height: size })),
  );
}

/** A ring each; one that would cover another stands beside it. */
function placeRings(
  places: readonly ComparedPlace[],
  { x, y, left, right, top, bottom }: Frame,
  fontSize: number,
) {
  const size = fontSize * 1.15;
  const placed: { key: string; style: number; letter: string; x: number; y: number }[] = [];
  for (const { key, style, letter, here } of places) {
    const ring = {
      key,
      style,
      letter,
      x: Math.min(right, Math.max(left, x(here.x))),
      y: Math.min(bottom, Math.max(top, y(here.y))),
    };
    const covers = () => placed.some((other) => Math.hypot(other.x - ring.x, other.y - ring.y) < size * 0.9);
    const start = ring.x;
    while (covers() && ring.x + size <= right) ring.x += size;
    // No room on that side: on the other.
    if (covers()) ring.x = start;
    while (covers() && ring.x - size >= left) ring.x -= size;
    placed.push(ring);
  }
  return placed;
}
