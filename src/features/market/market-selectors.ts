// What the parts of the market read from the store, each as little as it needs: the same object means nothing to redraw.
import { bare } from '@/engine/quantity';
import type { Desk } from '@/state/desk';
import { selectView } from '@/state/figures';
import { listMarketPoints, type MarketPoint } from '@/state/market-points';
import type { Scene } from '@/state/scene';
import { selectDocument } from '@/state/store';

const still = bare(0);

/** What stands on the page now; the same object while only the market moves. */
export function selectScene(desk: Desk): Scene | null {
  const view = selectView(selectDocument(desk));
  return view.ok ? view.scene : null;
}

/** The market's move now. */
export function selectMove(desk: Desk) {
  const view = selectView(selectDocument(desk));
  return view.ok ? view.move : still;
}

/** At rest: while a lever moves, scales stay as they were; another account brings its own. */
export function selectSettled(desk: Desk): Scene | null {
  const view = selectView(settledDocument(desk));
  return view.ok ? view.scene : null;
}

/** The market's move at rest, as a float. */
export function selectSettledMove(desk: Desk): number {
  const view = selectView(settledDocument(desk));
  return view.ok ? view.move.toNumber() : 0;
}

function settledDocument(desk: Desk) {
  const document = selectDocument(desk);
  const atRest = desk.history.present;
  return document.account === atRest.account ? atRest : document;
}

/**
 * The point worth going to at which the market stands exactly; null for none. Without those that tell a covered answer,
 * and while another lever moves: each step of it brings a scene of its own, whose points are looked for at rest.
 */
export function selectPointHere(desk: Desk): MarketPoint | null {
  const view = selectView(selectDocument(desk));
  if (!view.ok || selectSettled(desk) !== view.scene) return null;
  const here = view.move.toText();
  const isTold = ({ kind }: MarketPoint) => kind === 'tick' || !desk.isAnswerHidden;
  return listMarketPoints(view.scene).find((point) => point.ratio === here && isTold(point)) ?? null;
}

/** Whether there is nothing that a market could move. */
export function isIdle(scene: Scene | null): boolean {
  return scene === null || scene.account.positions.length === 0;
}
