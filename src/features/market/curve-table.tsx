// The chart as a table: the same curve for those who cannot or would rather not read a drawing.

import { useState } from 'react';
import { type Bare, bare } from '@/engine/quantity';
import { marketTicks } from '@/presets/market-ticks';
import { selectView } from '@/state/figures';
import type { Scene } from '@/state/scene';
import { selectDocument, useDesk } from '@/state/store';
import { formatExcess, formatMoney, formatPercent } from '@/ui/format';
import styles from './market.module.css';

/** Opens below the caption; its rows are made only while it is open. */
export function CurveTable({ scene }: { readonly scene: Scene }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.table} onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary>Show as table</summary>
      {isOpen && <Table scene={scene} />}
    </details>
  );
}

function Table({ scene }: { readonly scene: Scene }) {
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  const rows = listRows(scene, view.ok ? view.move : bare(0));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className={styles.tableScroll} role="region" aria-label="Excess equity as a table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Market</th>
            <th scope="col">Holdings</th>
            <th scope="col">Equity</th>
            <th scope="col">Required</th>
            <th scope="col">Above or below</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, move }) => (
            <Row key={key} scene={scene} name={name} move={move} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ scene, name, move }: { readonly scene: Scene; readonly name: string; readonly move: Bare }) {
  const figures = scene.at(move);
  if (figures === null) return null;
  return (
    <tr>
      <th scope="row">
        {formatPercent(move.as<'ratio'>())}
        {name !== '' && ` ${name}`}
      </th>
      <td>{formatMoney(figures.longMarketValue)}</td>
      <td>{formatMoney(figures.equity)}</td>
      <td>{formatMoney(figures.requirement)}</td>
      <td>{formatExcess(figures.excess)}</td>
    </tr>
  );
}

function listRows(scene: Scene, move: Bare) {
  const { points } = scene;
  const ends = [points?.below, points?.above, points?.cureBelow, points?.cureAbove].flatMap((point) =>
    point === null || point === undefined
      ? []
      : [{ key: `call ${point.at.toText()}`, name: 'last without a call', move: point.at }],
  );
  const ticks = [...marketTicks.map(({ ratio }) => ratio), '-0.8', '0.2', '0.4'].map((ratio) => ({
    key: ratio,
    name: ratio === '0' ? 'today' : '',
    move: bare(ratio),
  }));
  const you = ticks.some((tick) => tick.move.equals(move)) ? [] : [{ key: 'now', name: 'now', move }];
  return [...ends, ...ticks, ...you].toSorted((a, b) => a.move.compare(b.move));
}
