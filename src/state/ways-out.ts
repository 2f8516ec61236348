/**
 * What is said beside the verdict and takes longer to find: the least sale that ends a call, how far every
 * requirement could rise, and each side alone. Computed after the headline, never in its way.
 */

import type { Account, Position } from '@/engine/account';
import { finish, type InSteps, isStep } from '@/engine/in-steps';
import type { MarginResult } from '@/engine/margin';
import { OneMoverCurves } from '@/engine/one-mover';
import { type Bare, bare, type Money, type Ratio, type Shares } from '@/engine/quantity';
import { findReduction } from '@/engine/remedies';
import { findPracticalReduction } from '@/engine/room';
import type { View } from '@/state/figures';
import { marginOf } from '@/state/known-figures';
import { lastFreeShiftInSteps, listUnshifted } from '@/state/requirement-room';
import type { SidesAlone } from '@/state/scene';

/** The least trade of one position that ends a call. */
export interface LeastTrade {
  readonly position: Position;
  /** All holdings, among which an unnamed one has its place. */
  readonly among: readonly Position[];
  readonly action: 'sell' | 'buyToCover';
  readonly amount: Money;
  /** Null when only the value is known. */
  readonly wholeShares: Shares | null;
}

/** How far every requirement may be shifted. */
export interface RequirementRoom {
  readonly atMost: Bare;
  /** How far it is shifted now. */
  readonly now: Bare;
  /** The one rate of all that is held, from which such a shift starts; null where there are several, or shorts. */
  readonly rate: Ratio | null;
  /** Holdings whose requirement such a shift leaves as it is. */
  readonly unmoved: readonly Position[];
  /** All holdings, among which an unnamed one has its place. */
  readonly among: readonly Position[];
}

/** What stands in the second line of the verdict. */
export interface Details {
  /** How far every requirement may be shifted from today's, and how far it is; null when that makes no call. */
  readonly requirementRoom: RequirementRoom | null;
  /** The cheapest single trade that ends the call; null when none does, or there is no call. */
  readonly trade: LeastTrade | null;
  readonly sides: SidesAlone | null;
}

type ShownView = View & { readonly ok: true };

const zero = bare(0);
const one = bare(1);
const known = new WeakMap<View, Details | null>();

/** The details of a view, found once; null where there are no figures. */
export function findDetails(view: View): Details | null {
  return finish(detailsInSteps(view));
}

/** As `findDetails`, in steps. */
export function* detailsInSteps(view: View): InSteps<Details | null> {
  const found = known.get(view);
  if (found !== undefined) return found;
  const details = view.ok ? yield* detailsOf(view) : null;
  known.set(view, details);
  return details;
}

function* detailsOf(view: ShownView): InSteps<Details | null> {
  const account = view.scene.accountAt(view.move);
  if (account === null) return null;
  yield;
  const margin = marginOf(account);
  yield;
  return {
    requirementRoom: margin.isInCall ? null : yield* requirementRoom(view, margin),
    trade: margin.isInCall ? yield* findLeastTrade(account, margin) : null,
    sides: yield* view.scene.sidesAloneInSteps(),
  };
}

function* findLeastTrade(account: Account, margin: MarginResult): InSteps<LeastTrade | null> {
  const curves = new OneMoverCurves(account, margin);
  const isAlone = account.ruleSet.concentration === null;
  let least: LeastTrade | null = null;
  for (const [index, each] of margin.positions.entries()) {
    if (isStep(index)) yield;
    // Without rules by share, all of a holding frees what it requires and no more.
    if (each.position.isClosed || (isAlone && each.requirement.isBelow(margin.call))) continue;
    const { position, action, amount, wholeShares, wholeAmount } = findReduction(
      curves,
      account,
      margin,
      each,
    );
    // No trade that can be made is smaller than the exact one.
    if (amount === null || (least !== null && !amount.isBelow(least.amount))) continue;
    const paid = wholeAmount ?? findWithoutWhole(account, position);
    if (paid === null || (least !== null && !paid.isBelow(least.amount))) continue;
    least = { position, among: account.positions, action, amount: paid, wholeShares };
  }
  return least;
}

/**
 * Dollars where no whole shares are enough: in cents where only the value is known, else all that is held. Under tiers the
 * least exact amount, rounded up to the cent, may lie beyond a jump, and end nothing.
 */
function findWithoutWhole(account: Account, position: Position): Money | null {
  const size = findPracticalReduction(account, position, zero, one);
  return size?.times(position.price?.as<'bare'>() ?? one).as<'money'>() ?? null;
}

function* requirementRoom(
  { scene, move }: ShownView,
  { positions }: MarginResult,
): InSteps<RequirementRoom | null> {
  const atMost = yield* lastFreeShiftInSteps(scene, move);
  if (atMost === null) return null;
  const shift = scene.changes.find(({ change }) => change.type === 'shiftRequirement')?.change;
  const now = shift?.type === 'shiftRequirement' ? shift.points.as<'bare'>() : zero;
  const held = positions.filter(({ position }) => position.marketValue.sign() !== 0);
  const first = held[0]?.rate ?? null;
  const isOne =
    now.sign() === 0 &&
    !scene.hasShorts &&
    held.every(({ rate, position }) => position.marginable && first?.equals(rate) === true) &&
    !scene.changes.some(({ change }) => change.type === 'setRequirement');
  const among = positions.map(({ position }) => position);
  return { atMost, now, rate: isOne ? first : null, unmoved: listUnshifted(scene, move), among };
}
