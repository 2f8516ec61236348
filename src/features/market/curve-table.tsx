// The chart as a table: the same curve for those who cannot or would rather not read a drawing.

import { useState } from 'react';
import { type Bare, bare, type Rounding } from '@/engine/quantity';
import { selectExchangeCurve } from '@/state/exchange-curve';
import { figuresAtPoint, listMarketPoints, type MarketPoint } from '@/state/market-points';
import { heldSide, heldValue } from '@/state/market-target';
import type { Figures, Scene } from '@/state/scene';
import { useDesk } from '@/state/store';
import { formatHeld, formatMove, formatSum } from '@/ui/format';
import { ScrollRegion } from '@/ui/scroll-region';
import styles from './market.module.css';
import { selectMove, selectScene } from './market-selectors';
import { namePoint, roundingOf, sideNames } from './words';

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Opens below the caption; its rows are made only while it is open. */
export function CurveTable(ends: Ends) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.table} onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary>Show as table</summary>
      {isOpen && <Table {...ends} />}
    </details>
  );
}

function Table(ends: Ends) {
  const scene = useDesk(selectScene);
  const move = useDesk(selectMove);
  const floor = useDesk(selectExchangeCurve);
  if (scene === null) return null;
  const side = heldSide(scene);
  return (
    <>
      <ScrollRegion label="Excess equity as a table" maxHeight="20rem">
        <table>
          <thead>
            <tr>
              <th scope="col">Market</th>
              <th scope="col">{sideNames[side]}</th>
              <th scope="col">Equity</th>
              <th scope="col">Required</th>
              <th scope="col">Above or below</th>
              {floor !== null && <th scope="col">Above or below FINRA’s minimum</th>}
            </tr>
          </thead>
          <tbody>
            {listRows(scene, move, ends).map((row) => {
              const { figures } = row;
              if (figures === null) return null;
              const sum = formatSum(figures);
              return (
                <tr key={row.key} data-now={row.move.equals(move) || undefined}>
                  <th scope="row">
                    {row.text}
                    {row.name !== '' && <span className={styles.rowName}> {row.name}</span>}
                  </th>
                  <td>{formatHeld(heldValue(side, figures), side === 'shorts' ? 'short' : 'long')}</td>
                  <td>{sum.equity}</td>
                  <td>{sum.requirement}</td>
                  <td>{sum.excess}</td>
                  {floor !== null && <td>{wordFloor(floor.at(row.move))}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** What is above the exchange's minimum there. */
function wordFloor(figures: Figures | null): string {
  return figures === null ? 'not possible' : formatSum(figures).excess;
}

interface Row {
  readonly key: string;
  readonly move: Bare;
  readonly text: string;
  readonly name: string;
  /** Null where the what-if is impossible. */
  readonly figures: Figures | null;
}

/** More bends than this are left to the drawing. */
const mostCorners = 12;
const between = ['-0.8', '-0.1', '0.1', '0.2', '0.4'];

/** The rows of the table between two moves, the market's own among them wherever it stands. */
export function listRows(scene: Scene, move: Bare, { from, to }: Ends): readonly Row[] {
  const points = listMarketPoints(scene);
  const isCorner = ({ kind }: MarketPoint) => kind === 'bend' || kind === 'jump';
  const hasFew = points.filter(isCorner).length <= mostCorners;
  const named = points
    .filter((point) => hasFew || !isCorner(point))
    .map((point) => ({
      move: bare(point.ratio),
      name: namePoint(point, scene),
      rounding: roundingOf(point),
      isCall: point.kind === 'callBegins' || point.kind === 'callEnds',
      point,
    }));
  const all: Stop[] = [...named];
  for (const other of [...between.map(bare), move]) {
    if (!all.some((row) => row.move.equals(other))) {
      all.push({ move: other, name: '', rounding: 'towardZero', isCall: false, point: null });
    }
  }
  const calls = all.filter(({ isCall }) => isCall);
  return all
    .filter((row) => row.move.equals(move) || (row.move.toNumber() >= from && row.move.toNumber() <= to))
    .toSorted((a, b) => a.move.compare(b.move))
    .map((row) => ({
      key: row.move.toText(),
      move: row.move,
      text: wordRowMove(row, calls),
      name: row.move.equals(move) && move.sign() !== 0 ? join(row.name, 'now') : row.name,
      // Where the market stands the row says what the rest of the page says.
      figures:
        row.point === null || row.move.equals(move) ? scene.at(row.move) : figuresAtPoint(scene, row.point),
    }));
}

function join(name: string, also: string): string {
  return name === '' ? also : `${name}, ${also}`;
}

const nearCall = 0.001;
const mostDecimals = 6;

interface Stop {
  readonly move: Bare;
  readonly name: string;
  readonly rounding: Rounding;
  readonly isCall: boolean;
  /** The point worth going to that stands there; null for any other move. */
  readonly point: MarketPoint | null;
}

/** One decimal, or as many as tell a move from the call point beside it: −75.5 % free and −75.5 % called would contradict. */
function wordRowMove({ move, rounding }: Stop, calls: readonly Stop[]): string {
  const near = calls.filter(
    (call) => !call.move.equals(move) && Math.abs(call.move.toNumber() - move.toNumber()) < nearCall,
  );
  for (let decimals = 1; decimals < mostDecimals; decimals += 1) {
    const text = formatMove(move, decimals, rounding);
    if (near.every((call) => formatMove(call.move, decimals, call.rounding) !== text)) return text;
  }
  return formatMove(move, mostDecimals, rounding);
}
