/**
 * The requirement frontier drawn: what stands still, the cell that is read, and the mark that follows the two sliders. It
 * draws what it is handed; figure, caption, keys and table are the caller's.
 */
import { type PointerEvent, useMemo, useRef, useSyncExternalStore } from 'react';
import type { LinePoint } from '@/charts/frontier';
import styles from '@/charts/frontier-chart.module.css';
import {
  edgesOf,
  type FrontierDrawing,
  type FrontierWords,
  type LayerProps,
  MapLayer,
  makePlot,
} from '@/charts/frontier-layer';

/** A cell by its column and row. */
export interface MapCell {
  readonly column: number;
  readonly row: number;
}

/** Where the two sliders stand, read from a store without knowing it. */
export interface FrontierPlaceSource {
  readonly subscribe: (listener: () => void) => () => void;
  /** Null where there is none; the same object while nothing moves. */
  readonly getPlace: () => LinePoint | null;
}

/** The drawing, its size in pixels, and what is done with a cell under a pointer. */
export interface FrontierChartProps {
  readonly drawing: FrontierDrawing;
  readonly width: number;
  readonly fontSize: number;
  readonly words: FrontierWords;
  readonly live: FrontierPlaceSource;
  /** The cell that is read; null for none. */
  readonly cell: MapCell | null;
  readonly onRead: (cell: MapCell | null) => void;
  readonly onTake: (cell: MapCell) => void;
}

/** The whole drawing. */
export function FrontierChart(props: FrontierChartProps) {
  const { drawing, width, fontSize, words, live, cell, onRead, onTake } = props;
  const plot = useMemo(() => makePlot(drawing, width, fontSize), [drawing, width, fontSize]);
  const isMouse = useRef(true);
  const cellAt = (event: { readonly clientX: number; readonly clientY: number; currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const isIn = x >= plot.left && x < plot.left + plot.width && y >= plot.top && y < plot.top + plot.height;
    if (!isIn) return null;
    return {
      column: nearest(drawing.moves, (move) => plot.x(move) - x),
      row: nearest(drawing.points, (points) => plot.y(points) - y),
    };
  };
  const read = (event: PointerEvent<SVGSVGElement>) => {
    isMouse.current = event.pointerType !== 'touch';
    const next = cellAt(event);
    if (next?.column !== cell?.column || next?.row !== cell?.row) onRead(next);
  };
  return (
    <svg
      className={styles.chart}
      data-drawing=""
      aria-hidden="true"
      width={width}
      height={plot.top + plot.height + Math.round(1.5 * fontSize)}
      onPointerMove={read}
      onPointerDown={read}
      onPointerLeave={() => {
        // A finger that is lifted leaves what it read.
        if (isMouse.current) onRead(null);
      }}
      onClick={(event) => {
        const at = cellAt(event);
        if (at !== null && isMouse.current) onTake(at);
      }}
    >
      <MapLayer drawing={drawing} plot={plot} words={words} fontSize={fontSize} />
      {cell !== null && <CellMark drawing={drawing} plot={plot} cell={cell} />}
      <PlaceMark drawing={drawing} plot={plot} live={live} />
    </svg>
  );
}

function nearest(places: readonly number[], away: (place: number) => number): number {
  const distances = places.map((place) => Math.abs(away(place)));
  return distances.indexOf(Math.min(...distances));
}

function CellMark({ drawing, plot, cell }: LayerProps & { readonly cell: MapCell }) {
  const { moves, points, span } = drawing;
  const columns = edgesOf(moves, span.left, span.right).map(plot.x);
  const rows = edgesOf(points, span.low, span.high).map(plot.y);
  const [left = 0, right = 0] = [columns[cell.column], columns[cell.column + 1]];
  const [bottom = 0, top = 0] = [rows[cell.row], rows[cell.row + 1]];
  const box = { x: left - 1, y: top - 1, width: right - left + 2, height: bottom - top + 2 };
  return (
    <g>
      <rect className={styles.cellHalo} {...box} />
      <rect className={styles.cell} {...box} />
    </g>
  );
}

/** Where the two sliders stand; at the edge, hollow, where that lies beyond the drawing. */
function PlaceMark({ drawing, plot, live }: LayerProps & { readonly live: FrontierPlaceSource }) {
  const place = useSyncExternalStore(live.subscribe, live.getPlace);
  if (place === null) return null;
  const { left, right, low, high } = drawing.span;
  const [x, y] = [Math.min(right, Math.max(left, place.x)), Math.min(high, Math.max(low, place.y))];
  const isBeyond = x !== place.x || y !== place.y;
  return (
    <circle
      className={styles.place}
      data-beyond={isBeyond || undefined}
      cx={plot.x(x)}
      cy={plot.y(y)}
      r={7}
    />
  );
}
