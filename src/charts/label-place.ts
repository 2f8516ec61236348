/** Finds room for a label in a drawing: a place that no line crosses and no other label takes. In pixels. */
import type { CurveLine, CurvePoint } from '@/charts/series';

/** A rectangle, its corner at the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first of several places that is free; null when none is. */
export function firstFreeBox(
  places: readonly Box[],
  line: CurveLine,
  taken: readonly Box[] = [],
): Box | null {
  return places.find((box) => !isCrossed(box, line) && !taken.some((other) => isOver(box, other))) ?? null;
}

function isCrossed(box: Box, line: CurveLine): boolean {
  return line.some((piece) =>
    piece.some((from, index) => {
      const to = piece[index + 1];
      return to !== undefined && meets(box, from, to);
    }),
  );
}

function isOver(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a stretch has a point inside a box: what is left of it after cutting at the box's four sides. */
function meets(box: Box, from: CurvePoint, to: CurvePoint): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const cuts = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ] as const;
  let [start, end] = [0, 1];
  for (const [direction, distance] of cuts) {
    if (direction === 0 && distance < 0) return false;
    if (direction < 0) start = Math.max(start, distance / direction);
    if (direction > 0) end = Math.min(end, distance / direction);
  }
  return start <= end;
}
