// The map as a table: fewer places, and for each move of the market the last change of the requirements without a call.
import { useState } from 'react';
import { placeRound } from '@/charts/frontier';
import type { Bare } from '@/engine/quantity';
import type { Frontier } from '@/state/frontier';
import { isLiquidating } from '@/state/liquidation';
import { formatMoney, formatPoints } from '@/ui/format';
import { ScrollRegion } from '@/ui/scroll-region';
import styles from './frontier.module.css';
import { nameCallSide, wordMove, wordPoints } from './frontier-words';

/** Opens below the map; its rows are made only while it is open, and never of a map of a moment ago. */
export function FrontierTable(props: { readonly frontier: Frontier; readonly isWaiting: boolean }) {
  const { frontier, isWaiting } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.table} onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary>Show as table</summary>
      {isOpen && (isWaiting ? <p>Being worked out.</p> : <Table frontier={frontier} />)}
    </details>
  );
}

/** Moves in the table: round ones, these at most. */
const mostColumns = 9;
/** Every fifth row: ten points. */
const rowStep = 5;

function Table({ frontier }: { readonly frontier: Frontier }) {
  const { moves, shifts, scene } = frontier;
  const columns = listColumns(moves);
  const rows = [...shifts.keys()].filter((row) => row % rowStep === 0).reverse();
  const call = nameCallSide(scene).toLowerCase();
  return (
    <ScrollRegion label="The map as a table" maxHeight="24rem">
      <table>
        <caption className="visually-hidden">
          Above or below the requirement by market move and points added to every requirement
        </caption>
        <thead>
          <tr>
            <th scope="col">Requirements</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                Market {wordAt(moves, column, wordMove)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{wordAt(shifts, row, wordPoints)}</th>
              {columns.map((column) => {
                const excess = frontier.at(column, row)?.excess ?? null;
                if (excess === null) return <td key={column}>not possible</td>;
                const isBelow = excess.sign() < 0;
                return (
                  <td key={column} data-result={isBelow ? 'below' : undefined}>
                    {formatMoney(excess, 'down')}
                    {isBelow && <span className={styles.word}>{call}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">
              {isLiquidating(scene.ruleSet) ? 'Last points above it' : 'Last points without a call'}
            </th>
            {columns.map((column) => (
              <td key={column}>{wordLast(frontier, column)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function wordAt(scale: readonly Bare[], index: number, word: (each: Bare) => string): string {
  const each = scale[index];
  return each === undefined ? '' : word(each);
}

/** Columns at round moves, today among them. */
function listColumns(moves: readonly Bare[]): readonly number[] {
  const places = moves.map((each) => each.toNumber());
  const round = placeRound(places[0] ?? 0, places.at(-1) ?? 0, [0.1, 0.12, 0.2, 0.4, 0.5, 1], mostColumns);
  return round.flatMap((move) => {
    const column = places.findIndex((each) => Math.abs(each - move) < 1e-9);
    return column < 0 ? [] : [column];
  });
}

/** The line at a column, rounded to the free side. */
function wordLast(frontier: Frontier, column: number): string {
  const move = frontier.moves[column];
  if (move === undefined) return '';
  const last = frontier.lastFreeShift(move);
  if (last !== null) return `${last.sign() > 0 ? '+' : ''}${formatPoints(last, 1, 'down')}`;
  const today = frontier.atToday(move);
  if (today === null) return 'not possible';
  return today.excess.sign() < 0 ? 'none' : 'any';
}
