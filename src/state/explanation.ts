/**
 * How the figures on show come about: the changed account's steps, and where its call begins or ends over the market's
 * move. Made when it is asked for, once for each view. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import type { CallPoint } from '@/engine/excess-curve';
import { type AccountStep, explainAccount } from '@/engine/explain';
import { type CallPointStep, explainCallPoint, type Side } from '@/engine/explain-call-point';
import type { MarginResult } from '@/engine/margin';
import { type Bare, bare, type Money } from '@/engine/quantity';
import type { View } from '@/state/figures';
import { marginOf } from '@/state/known-figures';
import type { Figures, Scene } from '@/state/scene';

/** The derivation of a call point, and what is held at today's prices and at the point. */
export interface ExplainedPoint {
  readonly step: CallPointStep;
  readonly side: Side;
  /** What is held there, where there is such a point. */
  readonly there: { readonly move: Bare; readonly long: Money; readonly short: Money } | null;
}

/** Everything that the proof shows of a view. */
export interface Explanation {
  readonly scene: Scene;
  /** The market's move in the what-if. */
  readonly move: Bare;
  /** The account with every change made, and its figures. */
  readonly account: Account;
  readonly margin: MarginResult;
  /** The figures of the account as typed. */
  readonly before: MarginResult;
  readonly isWhatIf: boolean;
  readonly steps: readonly AccountStep[];
  /** The what-if's figures before any move of the market: where the distances are measured from. */
  readonly start: Figures;
  /** Whether there is a call before any move. */
  readonly isInCallAtStart: boolean;
  /** The sides on show; none where the what-if is not made of straight pieces. */
  readonly points: readonly ExplainedPoint[];
  readonly isStraight: boolean;
}

const zero = bare(0);
const made = new WeakMap<View, Explanation | null>();

/** The explanation of a view; null where there are no figures. */
export function selectExplanation(view: View): Explanation | null {
  const known = made.get(view);
  if (known !== undefined) return known;
  const explanation = view.ok ? explain(view.scene, view.move) : null;
  made.set(view, explanation);
  return explanation;
}

function explain(scene: Scene, move: Bare): Explanation | null {
  const account = scene.hasOtherChanges || move.sign() !== 0 ? scene.accountAt(move) : scene.account;
  const start = scene.at(zero);
  const { points } = scene;
  if (account === null || start === null || points === null) return null;
  const margin = marginOf(account);
  const isCalled = points.isInCall;
  return {
    scene,
    move,
    account,
    margin,
    before: scene.today,
    isWhatIf: account !== scene.account,
    steps: explainAccount(account, margin),
    start,
    isInCallAtStart: isCalled,
    points: [
      ...sideOf(scene, 'fall', isCalled ? points.cureBelow : points.below, !isCalled),
      ...sideOf(scene, 'rise', isCalled ? points.cureAbove : points.above, isCalled),
    ],
    isStraight: scene.curve !== null,
  };
}

/** One side; the one that does not come to mind only where there are shorts or where it counts. */
function sideOf(
  scene: Scene,
  side: Side,
  point: CallPoint | null,
  isNatural: boolean,
): readonly ExplainedPoint[] {
  if (scene.curve === null || (point === null && !isNatural && !scene.hasShorts)) return [];
  const figures = point === null ? null : scene.at(point.at);
  const step = explainCallPoint(scene.curve, point, side, point === null ? null : scene.accountAt(point.at));
  const there =
    point === null || figures === null
      ? null
      : { move: point.at, long: figures.longMarketValue, short: figures.shortMarketValue };
  return [{ step, side, there }];
}
