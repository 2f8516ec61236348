/**
 * A second, quieter curve beside the first, named where it runs. It has nothing to do while the market moves.
 */
import { memo, useId, useSyncExternalStore } from 'react';
import styles from '@/charts/excess-chart.module.css';
import { type Frame, type LiveSource, type SecondLine, useFrame } from '@/charts/excess-layers';
import { type Box, firstFreeBox } from '@/charts/label-place';
import type { CurveLine } from '@/charts/series';

/** The curve, cut off at the sides of the plot, and its name. */
export const SecondLineLayer = memo(function SecondLineLayer({
  live,
  fontSize,
}: {
  readonly live: LiveSource;
  readonly fontSize: number;
}) {
  const second = useSyncExternalStore(live.subscribe, live.getSecond);
  const frame = useFrame();
  const id = useId();
  if (second === null || frame === null) return null;
  const { left, right, top, bottom } = frame;
  const line = inPixels(second.line, frame);
  const path = line
    .map((piece) => piece.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x},${y}`).join(''))
    .join('');
  const box = placeName(second, line, frame, fontSize * 0.75);
  return (
    <g aria-hidden="true">
      <clipPath id={id}>
        <rect x={left} y={top} width={right - left} height={bottom - top} />
      </clipPath>
      <path className={styles.second} d={path} clipPath={`url(#${id})`} />
      {box !== null && (
        <text className={styles.secondName} x={box.x} y={box.y + box.height * 0.75}>
          {second.name}
        </text>
      )}
    </g>
  );
});

function inPixels(line: CurveLine, { x, y }: Frame): CurveLine {
  return line.map((piece) => piece.map((point) => ({ x: x(point.x), y: y(point.y) })));
}

/** Beside the line, above it before below it, where neither line runs through the name. */
function placeName({ name, beside }: SecondLine, line: CurveLine, frame: Frame, size: number): Box | null {
  const { left, right, top, bottom } = frame;
  const [width, height] = [name.length * size * 0.56, size * 1.3];
  const points = line.flatMap((piece) =>
    piece.flatMap((from, index) => {
      const to = piece[index + 1];
      return to === undefined
        ? []
        : stretches.map((part) => ({
            x: from.x + (to.x - from.x) * part,
            y: from.y + (to.y - from.y) * part,
          }));
    }),
  );
  const pad = 6;
  const places = [-height - pad, pad].flatMap((up) =>
    points.flatMap(({ x, y }) =>
      [x - width - pad, x + pad, x - width / 2].map((at): Box => ({ x: at, y: y + up, width, height })),
    ),
  );
  const isIn = (box: Box) =>
    box.x >= left && box.x + width <= right && box.y >= top && box.y + height <= bottom;
  const today = { x: frame.x(0) - 2, y: top, width: 4, height: bottom - top };
  return firstFreeBox(places.filter(isIn), [...line, ...inPixels(beside, frame)], [today]);
}

/** Where along a straight stretch a name is tried. */
const stretches = [0.3, 0.4, 0.2, 0.5, 0.6, 0.7, 0.1, 0.8, 0.9];
