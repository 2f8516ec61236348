// The marks under the market slider, each a real button: today, falls that people know, and the call point.

import { marketTicks } from '@/presets/market-ticks';
import { setMarketMove } from '@/state/lever-edits';
import { moveText, type Scene } from '@/state/scene';
import { commit } from '@/state/store';
import { nearestCallPoint } from '@/state/verdict';
import { shiftPoint } from '@/ui/decimal-text';
import { formatPercent, withTrueMinus } from '@/ui/format';
import styles from './market.module.css';

interface Tick {
  readonly key: string;
  readonly at: number;
  readonly ratio: string;
  readonly text: string;
  readonly name: string;
  readonly isCall: boolean;
}

/** The row of marks; marks that would touch give way to the more important one. */
export function TickRow(props: {
  readonly scene: Scene;
  readonly min: number;
  readonly max: number;
  readonly width: number;
}) {
  const { scene, min, max, width } = props;
  const share = (tick: Tick) => (tick.at - min) / (max - min);
  const shown: Tick[] = [];
  for (const tick of listTicks(scene)) {
    const isFree = shown.every(
      (other) => Math.abs(share(other) - share(tick)) * width >= roomFor(other, tick),
    );
    if (isFree && tick.at >= min && tick.at <= max) shown.push(tick);
  }
  return (
    <div className={styles.ticks}>
      {shown
        .toSorted((a, b) => a.at - b.at)
        .map((tick) => (
          <button
            key={tick.key}
            type="button"
            className={styles.tick}
            data-call={tick.isCall || undefined}
            style={{ left: `${share(tick) * 100}%` }}
            title={tick.name}
            aria-label={`${tick.name}: ${tick.text}`}
            onClick={() => commit(setMarketMove(tick.ratio))}
          >
            {tick.isCall && <span className={styles.mark} aria-hidden="true" />}
            {tick.text}
          </button>
        ))}
    </div>
  );
}

/** Marks in order of importance: the call point, today, then the others. */
function listTicks(scene: Scene): Tick[] {
  const nearest = nearestCallPoint(scene);
  const call: Tick[] =
    nearest === null
      ? []
      : [
          {
            key: 'call',
            at: nearest.point.at.toNumber() * 100,
            ratio: moveText(nearest.point, nearest.freeSide),
            text: formatPercent(nearest.point.at.as<'ratio'>()),
            name: 'Margin call',
            isCall: true,
          },
        ];
  const others = marketTicks.map(({ ratio, meaning, isMinor }): Tick & { isMinor: boolean } => ({
    key: ratio,
    at: Number(ratio) * 100,
    ratio,
    text: ratio === '0' ? '0 %' : `${withTrueMinus(shiftPoint(ratio, 2))} %`,
    name: meaning,
    isCall: false,
    isMinor,
  }));
  return [...call, ...others.filter((tick) => !tick.isMinor), ...others.filter((tick) => tick.isMinor)];
}

/** Pixels between the middles of two marks so that they do not touch. */
function roomFor(a: Tick, b: Tick): number {
  return (a.isCall ? 38 : 24) + (b.isCall ? 38 : 24);
}
