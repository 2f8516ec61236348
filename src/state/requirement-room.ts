/**
 * Where a call begins as every requirement is shifted: on the scale of the requirement lever, all else of the what-if
 * kept. Serves rule R-56 of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { finish, type InSteps } from '@/engine/in-steps';
import { evaluateMargin, type MarginResult } from '@/engine/margin';
import { type Bare, type Ratio, ratio } from '@/engine/quantity';
import { findRequirementShiftInSteps } from '@/engine/requirement-shift';
import { bringsPosition, type Change, type PlacedChange } from '@/engine/scenario';
import type { Scene } from '@/state/scene';

/** The lowest shift there is: every rate is 0 from here on. */
const lowest = ratio('-3');

/**
 * The last shift of every requirement from today's that is still free of a call, as a signed ratio; null when no shift
 * begins a call or none avoids it.
 */
export function findLastFreeShift(scene: Scene, move: Bare): Bare | null {
  return finish(lastFreeShiftInSteps(scene, move));
}

/** As `findLastFreeShift`, in steps. */
export function* lastFreeShiftInSteps(scene: Scene, move: Bare): InSteps<Bare | null> {
  const changes = withShift(scene.changesAt(move), lowest);
  const index = changes.findIndex(({ change }) => change.type === 'shiftRequirement');
  const lowered = applyChanges(scene.account, changes);
  if (!lowered.ok) return null;
  yield;
  const [account, margin] = withoutUnmoved(lowered.value, changes.slice(index + 1));
  yield;
  const shift = yield* findRequirementShiftInSteps(account, margin);
  return shift?.plus(lowest.as<'bare'>()) ?? null;
}

/** Holdings of the what-if that such a shift leaves as they are: set after it, or come after it. */
export function listUnshifted(scene: Scene, move: Bare): readonly Position[] {
  const changes = withShift(scene.changesAt(move), lowest);
  const index = changes.findIndex(({ change }) => change.type === 'shiftRequirement');
  const later = changes.slice(index + 1);
  const positions = scene.accountAt(move)?.positions ?? [];
  return positions.filter((each) => each.marketValue.sign() !== 0 && isUnmoved(each, later));
}

/**
 * The changes with the requirement lever at some points, a signed ratio, where the lever stands: one that is on keeps its
 * place, another comes after prices and rules and before what is set for one holding.
 */
export function withShift(changes: readonly PlacedChange[], points: Ratio): readonly PlacedChange[] {
  const lever: PlacedChange = { change: { type: 'shiftRequirement', points }, path: '' };
  const others = changes.filter(({ change }) => change.type !== 'shiftRequirement');
  const now = changes.findIndex(({ change }) => change.type === 'shiftRequirement');
  if (now >= 0) return others.toSpliced(now, 0, lever);
  return others.toSpliced(others.findLastIndex(({ change }) => earlier.has(change.type)) + 1, 0, lever);
}

const earlier: ReadonlySet<Change['type']> = new Set([
  'moveMarket',
  'moveHolding',
  'setPrice',
  'switchRuleSet',
]);

/** Holdings whose requirement is set after the shift, or that come after it, do not move with it: their share counts as money beside. */
function withoutUnmoved(account: Account, later: readonly PlacedChange[]): readonly [Account, MarginResult] {
  const margin = evaluateMargin(account);
  const moved: MarginResult['positions'][number][] = [];
  let { cash } = account;
  for (const each of margin.positions) {
    const { position, requirement } = each;
    if (!isUnmoved(position, later)) moved.push(each);
    else {
      const { marketValue, side } = position;
      cash = (side === 'long' ? cash.plus(marketValue) : cash.minus(marketValue)).minus(requirement);
    }
  }
  return [
    { ...account, cash },
    { ...margin, positions: moved },
  ];
}

function isUnmoved({ id, group }: Position, later: readonly PlacedChange[]): boolean {
  return later.some(
    ({ change }) =>
      (bringsPosition(change) && change.position.id === id) ||
      (change.type === 'setRequirement' &&
        ('group' in change.target ? change.target.group === group : change.target.position === id)),
  );
}
