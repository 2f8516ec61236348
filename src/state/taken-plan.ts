/**
 * Which plan by hand is in the what-if already: it is not offered a second time, and is there again once undo takes it
 * out. Serves rule R-76 of rules.md.
 */
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { shownChanges } from '@/state/lever-edits';
import type { HandPlan } from '@/state/plan';

/** The changes that a plan by hand became. */
const taken = new WeakMap<HandPlan, readonly ChangeInput[]>();

/** Remembers what a plan by hand became: the changes that are there after it and were not before. */
export function markTaken(hand: HandPlan, before: SimulatorDocument, after: SimulatorDocument): void {
  const known = shownChanges(before);
  taken.set(
    hand,
    shownChanges(after).filter((change) => change.type !== 'moveMarket' && !known.includes(change)),
  );
}

/** Whether a plan by hand is in the what-if on show. */
export function isTakenIn(hand: HandPlan, document: SimulatorDocument): boolean {
  const changes = shownChanges(document);
  return taken.get(hand)?.some((change) => changes.includes(change)) ?? false;
}

/** The same plan with something else of it changed stays where it was taken. */
export function followTaken(from: HandPlan, to: HandPlan): HandPlan {
  const changes = taken.get(from);
  if (changes !== undefined) taken.set(to, changes);
  return to;
}
