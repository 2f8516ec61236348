// The marks under the market slider, each a real button: today, falls that people know, and the call point.

import type { Bare } from '@/engine/quantity';
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

/** From so many pixels on, marks say their year. */
const wide = 600;

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
  for (const tick of listTicks(scene, width > wide)) {
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

/** Marks in order of importance: the call point first. */
function listTicks(scene: Scene, isWide: boolean): Tick[] {
  const nearest = nearestCallPoint(scene);
  const call: Tick[] =
    nearest === null
      ? []
      : [
          {
            key: 'call',
            at: nearest.point.at.toNumber() * 100,
            ratio: moveText(nearest.point, nearest.freeSide),
            text: callPointText(scene, nearest.point.at),
            name: 'Margin call',
            isCall: true,
          },
        ];
  const others = marketTicks.map(({ ratio, meaning, year }): Tick => {
    const percent = `${withTrueMinus(shiftPoint(ratio, 2))}\u00A0%`;
    return {
      key: ratio,
      at: Number(ratio) * 100,
      ratio,
      text: isWide && year !== undefined ? `${percent} (${year})` : percent,
      name: meaning,
      isCall: false,
    };
  });
  return [...call, ...others];
}

/** A call point rounded to the side on which there is no call. */
function callPointText({ points }: Scene, at: Bare): string {
  const isEnd = points?.cureAbove?.at.equals(at) === true || points?.cureBelow?.at.equals(at) === true;
  const text = formatPercent(at.as<'ratio'>(), 1, isEnd ? 'awayFromZero' : 'towardZero');
  return at.sign() > 0 ? `+${text}` : text;
}

/** Pixels between the middles of two marks so that they do not touch. */
function roomFor(a: Tick, b: Tick): number {
  const half = ({ text, isCall }: Tick) => text.length * 3.2 + (isCall ? 14 : 4);
  return half(a) + half(b);
}
