/**
 * What-ifs about one holding or group follow what the account holds: they go with the last of it, in the same step,
 * and move along when one number becomes the rest of several holdings.
 */
import type { AccountInput } from '@/engine/account';
import type { ChangeInput, ScenarioInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { isUnnamed } from '@/state/lever-edits';

/** Takes out the changes about holdings and groups that an account had before and has no more. */
export function withoutOrphans(before: AccountInput, document: SimulatorDocument): SimulatorDocument {
  const { positions } = document.account;
  const ids = new Set(positions.map(({ id }) => id));
  const groups = new Set(positions.map(({ group }) => group));
  const goneIds = new Set(before.positions.flatMap(({ id }) => (ids.has(id) ? [] : [id])));
  const goneGroups = new Set(before.positions.flatMap(({ group }) => (groups.has(group) ? [] : [group])));
  return withoutChanges(goneIds, goneGroups, document);
}

/** Takes out every change about these holdings and their groups, also where another holding has such an id now. */
export function withoutChangesAbout(
  positions: AccountInput['positions'],
  document: SimulatorDocument,
): SimulatorDocument {
  const ids = new Set(positions.map(({ id }) => id));
  return withoutChanges(ids, new Set(positions.map(({ group }) => group)), document);
}

function withoutChanges(
  ids: ReadonlySet<string>,
  groups: ReadonlySet<string | undefined>,
  document: SimulatorDocument,
): SimulatorDocument {
  if (ids.size === 0 && groups.size === 0) return document;
  const isAbout = (change: ChangeInput) =>
    'position' in change && typeof change.position === 'string'
      ? ids.has(change.position)
      : 'group' in change && groups.has(change.group);
  return withScenarios(document, (scenario) => {
    const changes = scenario.changes.filter((change) => !isAbout(change));
    return changes.length === scenario.changes.length ? scenario : { ...scenario, changes };
  });
}

/** Lets the changes about one holding be about another. */
export function withRenamed(from: string, to: string, document: SimulatorDocument): SimulatorDocument {
  const renamed = (change: ChangeInput): ChangeInput => {
    const { type } = change;
    const isAboutOne =
      type === 'movePrice' ||
      type === 'setPrice' ||
      type === 'setRequirement' ||
      type === 'trade' ||
      type === 'removeSlice';
    return isAboutOne && change.position === from ? { ...change, position: to } : change;
  };
  return withScenarios(document, (scenario) => ({ ...scenario, changes: scenario.changes.map(renamed) }));
}

/** A what-if without a name that loses its last change is no what-if any more. */
function withScenarios(
  document: SimulatorDocument,
  edit: (scenario: ScenarioInput) => ScenarioInput,
): SimulatorDocument {
  const scenarios = document.scenarios.flatMap((scenario) => {
    const next = edit(scenario);
    return next.changes.length === 0 && scenario.changes.length > 0 && isUnnamed(next) ? [] : [next];
  });
  const { shownScenario: shown } = document;
  if (shown === undefined || shown === null) return { ...document, scenarios };
  return { ...document, scenarios, shownScenario: scenarios.some(({ id }) => id === shown) ? shown : null };
}
