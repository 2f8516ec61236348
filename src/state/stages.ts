/** The what-if change by change: what is held on the way, so that a trade can say its price. */
import type { Account, PositionInput } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { type ChangeInput, type PlacedChange, parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { selectToday } from '@/state/figures';
import { isAction, shownChanges } from '@/state/lever-edits';

type Stages = readonly (Account | null)[];

interface Walked {
  readonly account: Account;
  readonly inputs: readonly ChangeInput[];
  readonly stages: Stages;
}

let last: Walked | null = null;

/**
 * The account that each change on show is made on, by the change's place; null where one before it is impossible, and
 * behind the last action: levers say nothing of the account they are on. What stands before the first change that
 * differs from the last time is not worked out again, so that a drag costs what lies behind its own change.
 */
export function listStages(document: SimulatorDocument): Stages {
  const inputs = shownChanges(document);
  const count = inputs.findLastIndex(isAction) + 1;
  const nothing = inputs.map(() => null);
  const account = selectToday(document.account)?.account;
  const parsed = parseChanges(inputs, ruleSets, '');
  if (count === 0 || account === undefined || !parsed.ok) return nothing;
  const known = last?.account === account ? last : null;
  const differs = inputs.findIndex((change, index) => known?.inputs[index] !== change);
  // What a change is made on depends on those before it alone.
  const kept = differs < 0 ? inputs.length : differs;
  const stages: (Account | null)[] = known === null ? [] : known.stages.slice(0, kept + 1);
  if (stages.length === 0) stages.push(account);
  while (stages.length < count) {
    const [current, change] = [stages.at(-1) ?? null, parsed.value[stages.length - 1]];
    stages.push(current === null || change === undefined ? null : after(current, change));
  }
  last = { account, inputs, stages };
  return nothing.map((_, index) => (index < count ? (stages[index] ?? null) : null));
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
