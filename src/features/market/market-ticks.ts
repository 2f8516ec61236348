// Which marks find room on the market's scale, and how they are lettered.
import { type Bare, bare, type Money, type Rounding } from '@/engine/quantity';
import { marketTicks } from '@/presets/market-ticks';
import { heldSide, heldValue } from '@/state/market-target';
import { moveText, type Scene } from '@/state/scene';
import { nearestCallPoint } from '@/state/verdict';
import { shiftPoint } from '@/ui/decimal-text';
import { formatDollars, formatMoney, shortenDollars, withTrueMinus } from '@/ui/format';
import { nameCallMark, wordCallPoint } from './words';

/** One mark: where it stands, where it leads, and its words. */
export interface Tick {
  readonly key: string;
  /** In percent. */
  readonly at: number;
  readonly ratio: string;
  readonly text: string;
  /** When it happened; empty where there is no room for it. */
  readonly year: string;
  readonly name: string;
  /** What is held there, in dollars; empty where there are no figures. */
  readonly worth: string;
  /** Whether those dollars are rounded, where the table and the math print the same point exactly. */
  readonly isAbout: boolean;
  readonly isCall: boolean;
}

/**
 * The marks that find room between two ends over so many pixels, the more important placed first; the smaller ones give
 * up their year and their dollars before they give way.
 */
export function placeTicks(
  scene: Scene,
  { min, max }: { readonly min: number; readonly max: number },
  { width, fontSize }: { readonly width: number; readonly fontSize: number },
  hasCall: boolean,
): readonly Tick[] {
  const shown: Tick[] = [];
  const half = (tick: Tick) => (halfOf(tick) * fontSize) / 16;
  const middle = (tick: Tick) => ((tick.at - min) / (max - min)) * width;
  const isFree = (tick: Tick) =>
    tick.at >= min &&
    tick.at <= max &&
    shown.every((other) => Math.abs(middle(other) - middle(tick)) >= half(other) + half(tick));
  for (const tick of listTicks(scene, hasCall)) {
    const forms = [tick, { ...tick, year: '' }, { ...tick, year: '', worth: '' }];
    const fitting = forms.find(isFree);
    if (fitting !== undefined) shown.push(fitting);
  }
  return shown.toSorted((a, b) => a.at - b.at);
}

/** Marks in order of importance: the call point first. */
function listTicks(scene: Scene, hasCall: boolean): readonly Tick[] {
  const side = heldSide(scene);
  const heldAt = (move: Bare) => {
    const figures = scene.at(move);
    return figures === null ? null : heldValue(side, figures);
  };
  const worthAt = (move: Bare, rounding: Rounding = 'nearest') => {
    const held = heldAt(move);
    return held === null ? '' : formatDollars(held, rounding);
  };
  const nearest = hasCall ? nearestCallPoint(scene) : null;
  const callRatio = nearest === null ? '' : moveText(nearest.point, nearest.freeSide);
  const call: Tick[] =
    nearest === null
      ? []
      : [
          {
            key: 'call',
            at: nearest.point.at.toNumber() * 100,
            ratio: callRatio,
            text: wordCallPoint(scene, nearest.point.at),
            year: '',
            name: nameCallMark(scene),
            // As the verdict says it: rounded to where there is no call.
            worth: worthAt(nearest.point.at, nearest.freeSide === 'above' ? 'up' : 'down'),
            isAbout: isRounded(heldAt(nearest.point.at)),
            isCall: true,
          },
        ];
  const others = marketTicks.map(({ ratio, meaning, year = '' }): Tick => {
    const percent = `${withTrueMinus(shiftPoint(ratio, 2))}\u00A0%`;
    return {
      key: ratio,
      at: Number(ratio) * 100,
      ratio,
      text: percent,
      year,
      name: meaning,
      worth: worthAt(bare(ratio)),
      isAbout: false,
      isCall: false,
    };
  });
  return [...call, ...others];
}

/** Whether whole dollars are not all of an amount. */
function isRounded(amount: Money | null): boolean {
  return amount !== null && formatMoney(amount) !== `${formatDollars(amount)}.00`;
}

/** Pixels that half a mark takes with a little air, for a text of 16. */
function halfOf({ text, year, worth, isAbout, isCall }: Tick): number {
  const dollars = shortenDollars(worth).length + (isAbout ? 1 : 0);
  const letters = Math.max(text.length + (year === '' ? 0 : year.length + 3), dollars);
  return letters * 3.2 + (isCall ? 8 : 3);
}

/** Whether the dollars below the marks leave the room left of the scale to the word that names them. */
export function isLeftFree(
  ticks: readonly Tick[],
  { min, max }: { readonly min: number; readonly max: number },
  { width, fontSize }: { readonly width: number; readonly fontSize: number },
): boolean {
  const gap = 6;
  return ticks.every(
    ({ at, worth }) =>
      ((at - min) / (max - min)) * width > (shortenDollars(worth).length * 3.2 * fontSize) / 16 - gap,
  );
}
