/**
 * What becomes of one holding, or a group of them, in a what-if, without working out all the others: asked for with
 * every step of a slider, in accounts of a thousand holdings too.
 */
import type { Position } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import type { Bare } from '@/engine/quantity';
import type { Change } from '@/engine/scenario';
import type { Scene } from '@/state/scene';

/** Those of the account as typed that are asked for, as they are at a move of the market; null where impossible. */
export function heldAfter(
  scene: Scene,
  move: Bare,
  isAskedFor: (position: Position) => boolean,
): readonly Position[] | null {
  const changes = scene.changesAt(move);
  if (changes.some(({ change }) => areOthersPartOf(change))) {
    return scene.accountAt(move)?.positions.filter(isAskedFor) ?? null;
  }
  if (scene.at(move) === null) return null;
  const positions = scene.account.positions.filter(isAskedFor);
  const own = changes.filter(({ change }) => isAbout(change, positions));
  const changed = applyChanges({ ...scene.account, positions }, own);
  return changed.ok ? changed.value.positions : null;
}

/** Whether what a change does to one holding can depend on the others, or bring new ones. */
function areOthersPartOf({ type }: Change): boolean {
  return trading.has(type);
}

const trading: ReadonlySet<Change['type']> = new Set([
  'trade',
  'rebalance',
  'depositInvested',
  'withdrawSelling',
  'removeSlice',
  'depositSecurities',
  'open',
]);

function isAbout(change: Change, positions: readonly Position[]): boolean {
  if (change.type === 'moveMarket') return true;
  if (change.type === 'setPrice') return positions.some(({ id }) => id === change.position);
  if (change.type !== 'moveHolding') return false;
  const { target } = change;
  return positions.some(({ id, group }) =>
    'group' in target ? group === target.group : id === target.position,
  );
}
