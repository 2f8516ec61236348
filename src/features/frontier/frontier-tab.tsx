// Market and requirement together: a map of every pair of them with the exact line at which a call begins. A place on it
// is read by pointer or arrow keys, and sets both sliders. While one of these moves, only its mark does.
import { useCallback, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { FrontierChart, type MapCell } from '@/charts/frontier-chart';
import { bare } from '@/engine/quantity';
import type { Frontier } from '@/state/frontier';
import { haveSameFrontier, selectFrontier, selectFrontierPlace, setBoth } from '@/state/frontier-on-show';
import { commit, selectDocument, useDesk } from '@/state/store';
import { formatDollarsOrCents, formatMove } from '@/ui/format';
import { useSize } from '@/ui/use-size';
import styles from './frontier.module.css';
import { makeFrontierLive } from './frontier-live';
import { FrontierTable } from './frontier-table';
import { describeFrontier, nameCallSide, nameFreeSide, wordCell, wordPlace } from './frontier-words';
import { type Drawn, useDrawing } from './use-drawing';

/** The tab: what the line says, the map, the place that is read, and the table. */
export function FrontierTab() {
  // The page answers first.
  const settled = useDeferredValue(useDesk(({ history }) => history.present));
  const frontier = selectFrontier(settled);
  const isBehind = useDesk((desk) => !haveSameFrontier(selectDocument(desk), settled));
  const drawn = useDrawing(frontier);
  if (frontier === null) return <p>There are no figures to draw.</p>;
  if (frontier.scene.account.positions.length === 0) return <p>Nothing is held.</p>;
  const isWaiting = isBehind || drawn?.frontier !== frontier;
  return (
    <div className={styles.tab} data-waiting={isWaiting || undefined}>
      <p>{describeFrontier(frontier)}</p>
      {drawn === null ? <div className={styles.room} /> : <FrontierMap drawn={drawn} isWaiting={isWaiting} />}
    </div>
  );
}

interface MapProps {
  readonly drawn: Drawn;
  /** Whether it is the map of a moment ago: it then tells no figure, and takes one nowhere. */
  readonly isWaiting: boolean;
}

function FrontierMap({ drawn, isWaiting }: MapProps) {
  const { frontier, drawing } = drawn;
  const [wanted, setCell] = useState<MapCell | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { width, fontSize } = useSize(box);
  const live = useMemo(() => makeFrontierLive(), []);
  const id = useId();
  const { scene } = frontier;
  const words = useMemo(
    () => ({
      call: nameCallSide(scene),
      free: nameFreeSide(scene),
      formatMove: (move: number) => (move === 0 ? 'today' : formatMove(bare(move.toFixed(4)), 0)),
      formatPoints: (points: number) => (points === 0 ? 'today' : wordTick(points)),
    }),
    [scene],
  );
  const take = useCallback(
    ({ column, row }: MapCell) => {
      const [move, points] = [frontier.moves[column], frontier.shifts[row]];
      if (move !== undefined && points !== undefined && !isWaiting) commit(setBoth(move, points));
    },
    [frontier, isWaiting],
  );
  const here = useDesk((desk) => selectNearestCell(frontier, desk.history.present));
  const cell = wanted ?? here;
  const step = formatDollarsOrCents(bare(drawing.shades.step).as<'money'>());
  return (
    <figure className={styles.figure} data-chart="Margin calls by market move and requirement">
      <div className={styles.axis} data-picture="">
        <span>Points added to every requirement</span>
      </div>
      {/* One cell stands for all: the one that is read. A grid of 1,681 would be drawn for no one. */}
      <div
        ref={box}
        className={styles.map}
        role="grid"
        tabIndex={0}
        aria-busy={isWaiting}
        aria-label="Map of market moves and requirements: arrow keys read, Enter sets both sliders"
        aria-rowcount={drawing.points.length}
        aria-colcount={drawing.moves.length}
        aria-activedescendant={`${id}-${cell.column}-${cell.row}`}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.key === 'Enter' || event.key === ' ') take(cell);
          else if (event.key === 'Escape' && wanted !== null) setCell(null);
          else {
            const next = cellAfter(event.key, event.shiftKey, cell, drawing.moves.length);
            if (next === null) return;
            setCell(next);
          }
          event.preventDefault();
        }}
      >
        <div role="row" aria-rowindex={drawing.points.length - cell.row} className="visually-hidden">
          <div role="gridcell" id={`${id}-${cell.column}-${cell.row}`} aria-colindex={cell.column + 1}>
            {wordAt(frontier, cell, isWaiting)}
          </div>
        </div>
        {width > 0 && (
          <FrontierChart
            {...{ drawing, width, fontSize, words, live }}
            cell={wanted}
            onRead={setCell}
            onTake={take}
          />
        )}
      </div>
      <div className={`${styles.axis} ${styles.end}`} data-picture="">
        <span>Market move</span>
      </div>
      <div className={styles.axis} data-picture="">
        <span className={styles.freeSwatch}>{words.free}</span>
        <span className={styles.callSwatch}>{words.call}</span>
        <span className={styles.placeSwatch}>Where you stand</span>
        <span className={styles.shadeNote}>Each shade: {step}</span>
      </div>
      <Reading frontier={frontier} cell={wanted} isWaiting={isWaiting} onTake={take} />
      <figcaption className={styles.caption}>
        Each place is one move of the market with one change of every requirement; the line is where{' '}
        {words.call === 'Margin call' ? 'a call' : 'the shortfall'} begins, exactly.
        <span data-screen="">
          Arrow keys, a pointer or a tap read a place; Enter, a click or the button sets both sliders to it.
        </span>
        <FrontierTable frontier={frontier} isWaiting={isWaiting} />
      </figcaption>
    </figure>
  );
}

interface ReadingProps {
  readonly frontier: Frontier;
  readonly cell: MapCell | null;
  readonly isWaiting: boolean;
  readonly onTake: (cell: MapCell) => void;
}

/** The place that is read, or else where one stands; and the way there by one press. */
function Reading({ frontier, cell, isWaiting, onTake }: ReadingProps) {
  return (
    <div className={styles.reading} data-screen="">
      <p aria-hidden="true">{cell === null ? <Here /> : wordAt(frontier, cell, isWaiting)}</p>
      <button
        type="button"
        className="button"
        disabled={cell === null || isWaiting}
        onClick={() => {
          if (cell !== null) onTake(cell);
        }}
      >
        Set both sliders
      </button>
    </div>
  );
}

function Here() {
  const words = useDesk((desk) => {
    const place = selectFrontierPlace(selectDocument(desk));
    if (place === null) return '';
    const { move, points, scene } = place;
    return `Now: ${wordCell(move, points, scene.at(move), scene)}`;
  });
  return words;
}

function wordAt(frontier: Frontier, { column, row }: MapCell, isWaiting: boolean): string {
  const [move, points] = [frontier.moves[column], frontier.shifts[row]];
  if (move === undefined || points === undefined) return wordPlace(bare(0), bare(0));
  if (isWaiting) return `${wordPlace(move, points)}: being worked out`;
  return wordCell(move, points, frontier.at(column, row), frontier.scene);
}

function wordTick(points: number): string {
  const text = String(Math.round(Math.abs(points) * 100));
  return points > 0 ? `+${text}` : `−${text}`;
}

/** Cells that Shift or a page key goes at once. */
const largeStep = 5;

/** The cell that a key leads to; null for any other key. */
function cellAfter(key: string, isShifted: boolean, { column, row }: MapCell, count: number): MapCell | null {
  const by = isShifted ? largeStep : 1;
  const within = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowLeft':
      return { column: within(column - by), row };
    case 'ArrowRight':
      return { column: within(column + by), row };
    case 'ArrowUp':
      return { column, row: within(row + by) };
    case 'ArrowDown':
      return { column, row: within(row - by) };
    case 'PageUp':
      return { column, row: within(row + largeStep) };
    case 'PageDown':
      return { column, row: within(row - largeStep) };
    case 'Home':
      return { column: 0, row };
    case 'End':
      return { column: count - 1, row };
    default:
      return null;
  }
}

const cells = new WeakMap<object, { readonly frontier: Frontier; readonly cell: MapCell }>();

/** The cell in which a document stands, or the nearest one; the same object for the same document. */
function selectNearestCell(frontier: Frontier, document: Parameters<typeof selectFrontierPlace>[0]): MapCell {
  const known = cells.get(document);
  if (known?.frontier === frontier) return known.cell;
  const place = selectFrontierPlace(document);
  const nearest = (scale: Frontier['moves'], to: number) => {
    const away = scale.map((each) => Math.abs(each.toNumber() - to));
    return away.indexOf(Math.min(...away));
  };
  const cell = {
    column: nearest(frontier.moves, place?.move.toNumber() ?? 0),
    row: nearest(frontier.shifts, place?.points.toNumber() ?? 0),
  };
  cells.set(document, { frontier, cell });
  return cell;
}
