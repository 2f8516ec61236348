// The marks under the market slider, each a real button: today, falls that people know, and the call point; below each
// what is held there in dollars.
import { memo } from 'react';
import { setMarketMove } from '@/state/lever-edits';
import { heldSide } from '@/state/market-target';
import type { Scene } from '@/state/scene';
import { commit } from '@/state/store';
import { shortenDollars } from '@/ui/format';
import styles from './market.module.css';
import type { Tick } from './market-ticks';
import { sideNames } from './words';

/** The row of marks; it stands still while the market moves. */
export const TickRow = memo(function TickRow(props: {
  readonly scene: Scene;
  readonly ticks: readonly Tick[];
  readonly min: number;
  readonly max: number;
  /** Whether there is room to say whose dollars they are. */
  readonly hasSide: boolean;
}) {
  const { scene, ticks, min, max, hasSide } = props;
  return (
    <div className={styles.ticks} data-picture="">
      {hasSide && <span className={styles.side}>{sideNames[heldSide(scene)]}</span>}
      {ticks.map((tick) => (
        <button
          key={tick.key}
          type="button"
          className={styles.tick}
          data-call={tick.isCall || undefined}
          style={{ left: `${((tick.at - min) / (max - min)) * 100}%` }}
          title={tick.name}
          aria-label={`${tick.name}: ${tick.text}${tick.worth === '' ? '' : `, ${sideNames[heldSide(scene)].toLowerCase()} ${tick.isAbout ? 'about ' : ''}${tick.worth}`}`}
          onClick={() => commit(setMarketMove(tick.ratio))}
        >
          <span className={styles.move}>
            {tick.isCall && <span className={styles.mark} aria-hidden="true" />}
            {tick.text}
            {tick.year !== '' && ` (${tick.year})`}
          </span>
          <span>
            {tick.isAbout && tick.worth !== '' && '≈'}
            {shortenDollars(tick.worth)}
          </span>
        </button>
      ))}
    </div>
  );
});
