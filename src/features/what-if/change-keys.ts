// Keys of the rows in the list of changes: a row stays the same row while its figure follows a slider, when it is put
// elsewhere in the list, and when its figure is edited.
import type { ChangeInput } from '@/engine/scenario';
import { isAction } from '@/state/lever-edits';

const keys = new WeakMap<ChangeInput, string>();
let count = 0;

/** The key of each change: a lever's by what it changes, an action's its own; where two are alike, by their order too. */
export function keysOf(changes: readonly ChangeInput[]): readonly string[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const key = isAction(change) ? ownKey(change) : leverKey(change);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key} ${before}`;
  });
}

/** Lets an edited change go on in the row of the one that it replaces. */
export function keepKey(before: ChangeInput, after: ChangeInput): void {
  if (isAction(before)) keys.set(after, ownKey(before));
}

function ownKey(change: ChangeInput): string {
  const known = keys.get(change);
  if (known !== undefined) return known;
  count += 1;
  const key = `action-${count}`;
  keys.set(change, key);
  return key;
}

function leverKey(change: ChangeInput): string {
  if (change.type === 'moveGroup') return `move group ${change.group}`;
  if (change.type === 'movePrice' || change.type === 'setPrice') return `move ${change.position}`;
  if (change.type === 'setRequirement') return `rate ${change.group ?? ''} ${change.position ?? ''}`;
  if (change.type === 'deposit' || change.type === 'withdraw') return 'money';
  return change.type;
}
