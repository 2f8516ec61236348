// The frontier of what is on show as a drawing: worked out in slices once everything rests, never beside a drag.
import { useEffect, useState } from 'react';
import { toShades, traceLine } from '@/charts/frontier';
import type { FrontierDrawing } from '@/charts/frontier-layer';
import { bare } from '@/engine/quantity';
import type { Frontier } from '@/state/frontier';
import { useDesk } from '@/state/store';
import { workWhenIdle } from '@/ui/idle-work';

/** A drawing and the frontier it is of. */
export interface Drawn {
  readonly frontier: Frontier;
  readonly drawing: FrontierDrawing;
}

const known = new WeakMap<Frontier, Drawn>();

/** The drawing of a frontier, or of the one before while the next is worked out; null before there is any. */
export function useDrawing(frontier: Frontier | null): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const made = frontier === null ? undefined : known.get(frontier);
  if (made !== undefined && made !== drawn) setDrawn(made);
  useEffect(() => {
    if (frontier === null || known.has(frontier)) return;
    return workWhenIdle(
      draw(frontier),
      (drawing) => {
        const next = { frontier, drawing };
        known.set(frontier, next);
        setDrawn(next);
      },
      () => useDesk.getState().draft !== null,
    );
  }, [frontier]);
  return made ?? drawn;
}

/** No market falls by more than everything. */
const lowest = -1;

function* draw(frontier: Frontier): Generator<void, FrontierDrawing> {
  const [moves, points] = [frontier.moves, frontier.shifts].map((all) => all.map((each) => each.toNumber()));
  if (moves === undefined || points === undefined) throw new Error('a frontier has both scales');
  const [left, right] = outerEdges(moves);
  const [low, high] = outerEdges(points);
  const span = { left: Math.max(lowest, left), right, low, high };
  const excess: (number | null)[][] = [];
  for (const row of points.keys()) {
    const cells: (number | null)[] = [];
    for (const column of moves.keys()) {
      cells.push(frontier.at(column, row)?.excess.toNumber() ?? null);
      yield;
    }
    excess.push(cells);
  }
  const heightAt = (x: number) => {
    const line = frontier.lineWithin(bare(x.toFixed(8)));
    if (line === null) return null;
    return line === 'above'
      ? Number.POSITIVE_INFINITY
      : line === 'below'
        ? Number.NEGATIVE_INFINITY
        : line.toNumber();
  };
  const inner = moves.filter((each) => each > span.left && each < span.right);
  const line = yield* traceLine(heightAt, [span.left, ...inner, span.right], span);
  return { span, moves, points, shades: toShades(excess), line };
}

/** Half a cell beyond the outer middles. */
function outerEdges(middles: readonly number[]): readonly [number, number] {
  const [first = 0, second = 0] = middles;
  const half = (second - first) / 2;
  return [first - half, (middles.at(-1) ?? 0) + half];
}
