/**
 * Works out beforehand, in steps, what the page asks of a document as soon as it is on show. Nothing of it is shown or kept:
 * the selectors merely know the answers when the document comes. Of thousands of holdings they would take a second at once.
 */
import type { InSteps } from '@/engine/in-steps';
import { bare } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { holdingsAlone } from '@/state/alone';
import { findBearableFall } from '@/state/bearable-fall';
import { viewInSteps } from '@/state/figures';
import { marginOf } from '@/state/known-figures';
import { findRateChange } from '@/state/rate-change';
import { reachesOf, sceneToday } from '@/state/reach';
import { firstRoom } from '@/state/room-side';
import { selectVerdict } from '@/state/verdict';
import { tradesAtOnce, waysInSteps } from '@/state/ways';
import { detailsInSteps } from '@/state/ways-out';

/** From so many holdings on what is opened is worked out beforehand; with fewer nobody would see it. */
export const manyHoldings = 500;

/** Whether a document is to be prepared before it is shown. */
export function isLarge({ account }: SimulatorDocument): boolean {
  return account.positions.length >= manyHoldings;
}

/** Makes the answers known. */
export function* prepareInSteps(document: SimulatorDocument): InSteps<void> {
  const view = yield* viewInSteps(document);
  if (!view.ok) return;
  yield* view.scene.prepare();
  selectVerdict(view);
  yield;
  findRateChange(view.scene);
  yield;
  reachesOf(view.scene);
  reachesOf(sceneToday(view));
  yield;
  findBearableFall(view.scene.account);
  holdingsAlone(view.scene.account);
  yield;
  const details = yield* detailsInSteps(view);
  const account = view.scene.accountAt(view.move);
  // In a call the ways out of it open by themselves.
  if (account === null || !marginOf(account).isInCall) return;
  yield;
  const named = details?.trade?.position.id ?? null;
  yield* waysInSteps(account, bare(firstRoom(view)), tradesAtOnce, named);
}
