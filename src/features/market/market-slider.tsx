// The market slider: drags that snap to known moves, keys that go from point to point, and what is spoken at each.
import { useMemo } from 'react';
import { marketTicks } from '@/presets/market-ticks';
import type { SliderRange } from '@/presets/sliders';
import { selectView, type View } from '@/state/figures';
import { setMarketMove } from '@/state/lever-edits';
import { listCalls, listMarketPoints, nextMarketPoint } from '@/state/market-points';
import { moveText, type Scene } from '@/state/scene';
import { sliderGesture } from '@/state/slider-gesture';
import { commit, drag, selectDocument, useDesk } from '@/state/store';
import { nearestCallPoint } from '@/state/verdict';
import { shiftPoint } from '@/ui/decimal-text';
import { formatMove } from '@/ui/format';
import { Slider } from '@/ui/slider';
import { isIdle, selectScene, selectSettled } from './market-selectors';
import { namePoint, roundingOf, wordStanding } from './words';

const gesture = 'market-slider';
const home = setMarketMove('0');

/** The slider below the chart, on the chart's own scale. */
export function MarketSlider({ range }: { readonly range: SliderRange }) {
  const scene = useDesk(selectScene);
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  // While another lever moves, each step brings a scene of its own: its points are looked for once that rests.
  const isAtRest = useDesk(selectSettled) === scene;
  const { min, max, step, largeStep } = range;
  const exact = useMemo(() => listSnaps(scene, isAnswerHidden), [scene, isAnswerHidden]);
  const snaps = useMemo(() => [...exact.keys()], [exact]);
  const events = useMemo(
    () =>
      sliderGesture(
        gesture,
        (percent) => setMarketMove(exact.get(percent) ?? shiftPoint(percent.toFixed(2), -2)),
        home,
      ),
    [exact],
  );
  const go = (direction: 1 | -1) => {
    if (!view.ok) return null;
    const next = nextMarketPoint(view.scene, view.move, direction, ({ at, kind }) => {
      const percent = at.toNumber() * 100;
      return percent >= min && percent <= max && (kind === 'tick' || !isAnswerHidden);
    });
    if (next !== null) drag(gesture, setMarketMove(next.ratio));
    return 'shown';
  };
  const onKey = (key: string) => {
    switch (key.toLowerCase()) {
      case 'c':
        if (!isAnswerHidden) goToCall(scene);
        return 'done';
      case 'n':
        return go(1);
      case 'p':
        return go(-1);
      default:
        return null;
    }
  };
  return (
    <Slider
      label="Market move"
      value={(view.ok ? view.move.toNumber() : 0) * 100}
      min={min}
      max={max}
      step={step}
      largeStep={largeStep}
      home={0}
      isDisabled={isIdle(scene)}
      valueText={describePlace(view, isAnswerHidden, isAtRest)}
      snaps={snaps}
      {...events}
      onKey={onKey}
    />
  );
}

/** Goes to the nearest call point in one step: to the last move that is free. */
export function goToCall(scene: Scene | null): void {
  const nearest = scene === null ? null : nearestCallPoint(scene);
  if (nearest !== null) commit(setMarketMove(moveText(nearest.point, nearest.freeSide)));
}

/** Percentages that a drag snaps to, with the exact move of each. */
function listSnaps(scene: Scene | null, isAnswerHidden: boolean): ReadonlyMap<number, string> {
  const calls = scene === null || isAnswerHidden ? [] : listCalls(scene);
  return new Map([
    ...marketTicks.map(({ ratio }) => [Number(shiftPoint(ratio, 2)), ratio] as const),
    ...calls.map(({ at, ratio }) => [at.toNumber() * 100, ratio] as const),
  ]);
}

/** What is spoken: the number, what is known by it, and how the account stands there. */
function describePlace(view: View, isAnswerHidden: boolean, isAtRest: boolean): string {
  if (!view.ok) return '0 %';
  const { scene, move } = view;
  const text = move.toText();
  const point = (isAtRest ? listMarketPoints(scene) : []).find(
    ({ ratio, kind }) => ratio === text && (!isAnswerHidden || kind === 'tick'),
  );
  const excess = scene.at(move)?.excess ?? null;
  return [
    formatMove(move, 1, roundingOf(point)),
    ...(point === undefined ? [] : [namePoint(point, scene)]),
    ...(excess === null || isAnswerHidden ? [] : [wordStanding(excess, scene)]),
  ].join(', ');
}
