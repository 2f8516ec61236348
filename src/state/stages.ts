/** The what-if change by change: what is held on the way, so that a trade can say its price. */
import type { Account, PositionInput } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { type PlacedChange, parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { isAction, shownChanges } from '@/state/lever-edits';

/** The account that each change on show is made on, by the change's place; null where one before it is impossible. */
export function listStages(document: SimulatorDocument): readonly (Account | null)[] {
  const view = selectView(document);
  const inputs = shownChanges(document);
  const parsed = parseChanges(inputs, ruleSets, '');
  // Levers say nothing of the account they are on: while only they move there is nothing to work out.
  if (!view.ok || !parsed.ok || !inputs.some(isAction)) return inputs.map(() => null);
  const stages: (Account | null)[] = [];
  let current: Account | null = view.scene.account;
  for (const change of parsed.value) {
    stages.push(current);
    current = current === null ? null : after(current, change);
  }
  return stages;
}

function after(account: Account, change: PlacedChange): Account | null {
  const next = applyChanges(account, [change]);
  return next.ok ? next.value : null;
}

/** Everything that is held at some point of the what-if: the account's positions, then those that a change brings. */
export function positionsAlong(document: SimulatorDocument): readonly PositionInput[] {
  return [
    ...document.account.positions,
    ...shownChanges(document).flatMap((change) =>
      change.type === 'depositSecurities' || change.type === 'open' ? [change.position] : [],
    ),
  ];
}
