// What follows the slider in the chart: the store's document as a few floats, made once for each state of it.

import type { LivePlace, LiveShape, LiveSource, SecondLine } from '@/charts/excess-layers';
import { type CurveLine, toCurveLine, toSampledLine } from '@/charts/series';
import { selectExchangeCurve } from '@/state/exchange-curve';
import { selectView, type View } from '@/state/figures';
import { listEquityZeros } from '@/state/market-points';
import type { Scene } from '@/state/scene';
import { selectDocument, useDesk } from '@/state/store';
import { formatMove } from '@/ui/format';
import { selectScene } from './market-selectors';
import { nameZone } from './words';

/** The curve of a scene between two moves. */
export function lineOf(scene: Scene, from: number, to: number): CurveLine {
  return scene.curve === null
    ? toSampledLine((move) => scene.at(move)?.excess ?? null, from, to)
    : toCurveLine(scene.curve, from, to);
}

/** The live parts of the chart over a range of moves. */
export function makeLive(from: number, to: number): LiveSource {
  const shapeOf = remember((scene: Scene | null, isAnswerHidden: boolean) =>
    scene === null || isAnswerHidden ? null : toShape(scene, from, to),
  );
  const placeOf = remember(toPlace);
  const secondOf = remember((floor: Scene | null, scene: Scene | null) =>
    floor === null || scene === null ? null : toSecond(floor, scene, from, to),
  );
  return {
    subscribe: useDesk.subscribe,
    getShape: () => {
      const desk = useDesk.getState();
      return shapeOf(selectScene(desk), desk.isAnswerHidden);
    },
    getPlace: () => {
      const desk = useDesk.getState();
      return placeOf(selectView(selectDocument(desk)), desk.isAnswerHidden);
    },
    getSecond: () => {
      const desk = useDesk.getState();
      return secondOf(selectExchangeCurve(desk), selectScene(desk));
    },
  };
}

function toShape(scene: Scene, from: number, to: number): LiveShape {
  const { points } = scene;
  const ends = [points?.below, points?.above, points?.cureBelow, points?.cureAbove];
  return {
    line: lineOf(scene, from, to),
    callPoints: ends.flatMap((point) => (point === null || point === undefined ? [] : [point.at.toNumber()])),
    equityZeros: listEquityZeros(scene).flatMap(({ at }) => {
      const excess = scene.at(at)?.excess ?? null;
      return excess === null ? [] : [{ x: at.toNumber(), y: excess.toNumber() }];
    }),
    zoneName: nameZone(scene),
  };
}

function toSecond(floor: Scene, scene: Scene, from: number, to: number): SecondLine {
  return { line: lineOf(floor, from, to), beside: lineOf(scene, from, to), name: 'FINRA’s minimum' };
}

function toPlace(view: View, isAnswerHidden: boolean): LivePlace | null {
  if (!view.ok) return null;
  const { scene, move } = view;
  return {
    move: move.toNumber(),
    excess: isAnswerHidden ? null : (scene.at(move)?.excess.toNumber() ?? null),
    text: formatMove(move),
  };
}

/** The last answer again for the same question: React asks often and wants the same object. */
function remember<Key, Flag, Made>(make: (key: Key, flag: Flag) => Made): (key: Key, flag: Flag) => Made {
  let last: { readonly key: Key; readonly flag: Flag; readonly made: Made } | null = null;
  return (key, flag) => {
    if (last === null || last.key !== key || last.flag !== flag) last = { key, flag, made: make(key, flag) };
    return last.made;
  };
}
