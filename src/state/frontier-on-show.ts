/**
 * The frontier of what is on show, the same one wherever its two sliders stand; and both sliders set at once. Serves
 * rules of rules.md.
 */
import type { AccountInput } from '@/engine/account';
import { type Bare, bare } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { type Frontier, frontierOf } from '@/state/frontier';
import {
  isAction,
  marketMoveOf,
  requirementShiftOf,
  setMarketMove,
  setRequirementShift,
  shownChanges,
} from '@/state/lever-edits';
import type { Scene } from '@/state/scene';

interface Remembered {
  readonly account: AccountInput;
  readonly changes: readonly ChangeInput[];
  readonly frontier: Frontier | null;
}

let last: Remembered | null = null;

/** The frontier of a document; null where it has no figures. Made anew only when more than its two sliders differs. */
export function selectFrontier(document: SimulatorDocument): Frontier | null {
  const placed = withMarketPlace(document);
  const { account } = placed;
  const changes = shownChanges(placed);
  if (last !== null && last.account === account && areSameButSliders(last.changes, changes))
    return last.frontier;
  const view = selectView(placed);
  last = { account, changes, frontier: view.ok ? frontierOf(view.scene) : null };
  return last.frontier;
}

/** Whether two documents have one frontier: they differ in nothing but where the two sliders stand. */
export function haveSameFrontier(a: SimulatorDocument, b: SimulatorDocument): boolean {
  return (
    a.account === b.account &&
    areSameButSliders(shownChanges(withMarketPlace(a)), shownChanges(withMarketPlace(b)))
  );
}

/** Sets both sliders at once, to signed ratios. */
export function setBoth(move: Bare, points: Bare): Edit {
  return (document) => setMarketMove(move.toText())(setRequirementShift(points.toText())(document));
}

/** Where a view stands on the frontier: the market's move and the points added, as signed ratios. */
export interface FrontierPlace {
  readonly move: Bare;
  readonly points: Bare;
  readonly scene: Scene;
}

/** Where the two sliders stand; null where there are no figures. */
export function selectFrontierPlace(document: SimulatorDocument): FrontierPlace | null {
  const view = selectView(document);
  if (!view.ok) return null;
  return { move: view.move, scene: view.scene, points: bare(requirementShiftOf(shownChanges(document))) };
}

/** Where actions stand and no market moves yet, its slider's first step decides where among them: as if it were made. */
function withMarketPlace(document: SimulatorDocument): SimulatorDocument {
  const changes = shownChanges(document);
  return changes.some(isAction) && marketMoveOf(changes).length === 0
    ? setMarketMove('0.01')(document)
    : document;
}

function areSameButSliders(a: readonly ChangeInput[], b: readonly ChangeInput[]): boolean {
  // Several moves are figures of their own, not just a place on the slider.
  if (marketMoveOf(a).length > 1 || marketMoveOf(b).length > 1) {
    return a.length === b.length && a.every((change, index) => change === b[index]);
  }
  const [left, right] = [a.filter(isOther), b.filter(isOther)];
  return (
    left.length === right.length &&
    left.every((change, index) => change === right[index]) &&
    marketPlaceIn(a) === marketPlaceIn(b) &&
    areShiftsInOnePlace(a, b)
  );
}

function isOther({ type }: ChangeInput): boolean {
  return type !== 'moveMarket' && type !== 'shiftRequirement';
}

function marketPlaceIn(changes: readonly ChangeInput[]): number {
  return Math.max(
    0,
    changes.filter(({ type }) => type !== 'shiftRequirement').findIndex(({ type }) => type === 'moveMarket'),
  );
}

/** A lever that is on may have been put elsewhere by hand; one that is off goes where it belongs. */
function areShiftsInOnePlace(a: readonly ChangeInput[], b: readonly ChangeInput[]): boolean {
  const [left, right] = [shiftPlaceIn(a), shiftPlaceIn(b)];
  return left === right || !a.some(isPlaced);
}

/** Whether it matters to a change if the shift stands before or after it. */
function isPlaced(change: ChangeInput): boolean {
  return isAction(change) || change.type === 'setRequirement' || change.type === 'switchRuleSet';
}

function shiftPlaceIn(changes: readonly ChangeInput[]): number {
  return changes
    .filter(({ type }) => type !== 'moveMarket')
    .findIndex(({ type }) => type === 'shiftRequirement');
}
