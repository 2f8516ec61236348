// The market slider: drags that snap to known moves, keys that go from point to point, and what is spoken at each.
import { useMemo } from 'react';
import { marketTicks } from '@/presets/market-ticks';
import type { SliderRange } from '@/presets/sliders';
import type { Edit } from '@/state/account-edits';
import { selectView, type View } from '@/state/figures';
import { setMarketMove } from '@/state/lever-edits';
import { listCalls, type MarketPoint, nextMarketPoint } from '@/state/market-points';
import { moveText, type Scene } from '@/state/scene';
import { sliderGesture } from '@/state/slider-gesture';
import { commit, commitPress, drag, selectDocument, useDesk } from '@/state/store';
import { nearestCallPoint } from '@/state/verdict';
import { shiftPoint } from '@/ui/decimal-text';
import { formatMove } from '@/ui/format';
import { usePageKeys } from '@/ui/page-keys';
import { Slider } from '@/ui/slider';
import { isIdle, selectPointHere, selectScene } from './market-selectors';
import { namePoint, roundingOf, wordStanding } from './words';

const gesture = 'market-slider';
const home = setMarketMove('0');

/** The slider below the chart, on the chart's own scale. */
export function MarketSlider({ range }: { readonly range: SliderRange }) {
  const scene = useDesk(selectScene);
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  const point = useDesk(selectPointHere);
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
  const next = (direction: 1 | -1): Edit | null => {
    if (!view.ok) return null;
    const point = nextMarketPoint(view.scene, view.move, direction, ({ at, kind }) => {
      const percent = at.toNumber() * 100;
      return percent >= min && percent <= max && (kind === 'tick' || !isAnswerHidden);
    });
    return point === null ? null : setMarketMove(point.ratio);
  };
  const keys: Readonly<Record<string, () => Edit | null>> = { n: () => next(1), p: () => next(-1) };
  const toCall = () => {
    if (!isAnswerHidden) goToCall(scene);
  };
  const onKey = (key: string) => {
    const letter = key.toLowerCase();
    if (letter === 'c') {
      toCall();
      return 'done';
    }
    const edit = keys[letter]?.();
    if (edit === undefined) return null;
    if (edit !== null) drag(gesture, edit);
    return 'shown';
  };
  // The same keys from anywhere on the page; there a press is done at once.
  usePageKeys((key) => {
    if (isIdle(scene)) return false;
    if (key === '0') events.onReset();
    else if (key === 'c') toCall();
    else {
      const edit = keys[key]?.();
      if (edit === undefined) return false;
      if (edit !== null) commitPress(gesture, edit);
    }
    return true;
  });
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
      valueText={describePlace(view, point, isAnswerHidden)}
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
function describePlace(view: View, point: MarketPoint | null, isAnswerHidden: boolean): string {
  if (!view.ok) return '0 %';
  const { scene, move } = view;
  const excess = scene.at(move)?.excess ?? null;
  return [
    formatMove(move, 1, roundingOf(point)),
    ...(point === null ? [] : [namePoint(point, scene)]),
    ...(excess === null || isAnswerHidden ? [] : [wordStanding(excess, scene)]),
  ].join(', ');
}
