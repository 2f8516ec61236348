// What follows the slider in the chart: the store's document as a few floats, made once for each state of it.

import type { LiveCurve, LiveSource } from '@/charts/excess-chart';
import { type CurveLine, toCurveLine, toSampledLine } from '@/charts/series';
import { selectView, type View } from '@/state/figures';
import type { Scene } from '@/state/scene';
import { selectDocument, useDesk } from '@/state/store';

/** The curve of a scene between two moves. */
export function lineOf(scene: Scene, from: number, to: number): CurveLine {
  return scene.curve === null
    ? toSampledLine((move) => scene.at(move)?.excess ?? null, from, to)
    : toCurveLine(scene.curve, from, to);
}

/** The live part of the chart over a range of moves. */
export function makeLive(from: number, to: number): LiveSource {
  let last: { readonly view: View; readonly curve: LiveCurve | null } | null = null;
  let drawn: { readonly scene: Scene; readonly line: CurveLine } | null = null;
  const lineFor = (scene: Scene) => {
    if (drawn?.scene !== scene) drawn = { scene, line: lineOf(scene, from, to) };
    return drawn.line;
  };
  return {
    subscribe: useDesk.subscribe,
    getSnapshot: () => {
      const view = selectView(selectDocument(useDesk.getState()));
      if (last?.view !== view) last = { view, curve: toLive(view, lineFor) };
      return last.curve;
    },
  };
}

function toLive(view: View, lineFor: (scene: Scene) => CurveLine): LiveCurve | null {
  if (!view.ok) return null;
  const { scene, move } = view;
  const { points } = scene;
  const ends = [points?.below, points?.above, points?.cureBelow, points?.cureAbove];
  return {
    line: lineFor(scene),
    move: move.toNumber(),
    excess: scene.at(move)?.excess.toNumber() ?? null,
    callPoints: ends.flatMap((point) => (point === null || point === undefined ? [] : [point.at.toNumber()])),
  };
}
