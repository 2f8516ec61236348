/**
 * A document without names, to be copied or sent: holdings are A, B, C by their row, groups "Group 1", and what a person
 * wrote in words of their own is left out. No figure is touched, so all that is said of it has the same numbers.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import type { RuleSetInput } from '@/engine/rule-set';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';

/** What each name of some accounts becomes; what is not among them is not known and becomes nothing. */
export interface Redaction {
  readonly symbol: (symbol: string) => string;
  readonly group: (group: string) => string;
  /** Ids of the app's own making stay, for they tell nothing; those of a file may be names. */
  readonly id: (id: string) => string;
}

const nameOfAccount = 'Account';
const nameOfRules = 'Custom rules';

/** The same document under letters and numbers in place of names. */
export function redactDocument(document: SimulatorDocument): SimulatorDocument {
  const redaction = nameByLetters(document);
  const ids = new Map(document.scenarios.map(({ id }, index) => [id, `s${index + 1}`]));
  const { shownScenario } = document;
  return {
    app: document.app,
    schemaVersion: document.schemaVersion,
    account: redactAccount(document.account, redaction),
    scenarios: document.scenarios.map(({ id, changes }, index) => ({
      id: ids.get(id) ?? '',
      name: `What if ${index + 1}`,
      changes: changes.map((change) => redactChange(change, redaction)),
    })),
    ...(shownScenario === undefined
      ? {}
      : { shownScenario: shownScenario === null ? null : (ids.get(shownScenario) ?? null) }),
  };
}

/** The names of a document, and of another account that is spoken of beside it: one name is one letter in both. */
export function nameByLetters(
  { account, scenarios }: Pick<SimulatorDocument, 'account' | 'scenarios'>,
  beside: AccountInput | null = null,
): Redaction {
  const changes = scenarios.flatMap((scenario) => scenario.changes);
  const positions = [
    ...account.positions,
    ...changes.flatMap((change) =>
      'position' in change && isPosition(change.position) ? [change.position] : [],
    ),
    ...(beside?.positions ?? []),
  ];
  const groups = [
    ...positions.flatMap(({ group }) => (group === undefined ? [] : [group])),
    ...changes.flatMap((change) => ('group' in change && change.group !== undefined ? [change.group] : [])),
  ];
  const ids = [
    ...positions.map(({ id }) => id),
    ...changes.flatMap((change) =>
      'position' in change && typeof change.position === 'string' ? [change.position] : [],
    ),
  ];
  const letters = numbered(positions.map(({ symbol }) => symbol));
  const numbers = numbered([...new Set(groups)]);
  const kept = new Set(ids.filter((id) => ownId.test(id)));
  const free = Array.from({ length: ids.length * 2 + 1 }, (_, index) => `p${index + 1}`).filter(
    (id) => !kept.has(id),
  );
  const renamed = new Map(
    [...new Set(ids)].filter((id) => !kept.has(id)).map((id, index) => [id, free[index] ?? '']),
  );
  return {
    // A blank one has no name to hide: it is called by its row, as it was.
    symbol: (symbol) => (symbol.trim() === '' ? '' : letterOf(letters.get(symbol) ?? positions.length)),
    group: (group) => `Group ${(numbers.get(group) ?? groups.length) + 1}`,
    id: (id) => renamed.get(id) ?? id,
  };
}

/** An account under other names. */
export function redactAccount(
  { positions, excluded, ruleSet, ...figures }: AccountInput,
  redaction: Redaction,
): AccountInput {
  return {
    ...figures,
    name: nameOfAccount,
    ruleSet: redactRules(ruleSet),
    positions: positions.map((position) => redactPosition(position, redaction)),
    ...(excluded === undefined
      ? {}
      : { excluded: excluded.map((_, index) => ({ label: `Row ${index + 1}`, reason: 'left out' })) }),
  };
}

/** Ids that the app itself gives. */
const ownId = /^(?:p\d{1,9}|moved-in(?:-\d{1,9})?)$/;

function redactPosition({ group, ...position }: PositionInput, redaction: Redaction): PositionInput {
  return {
    ...position,
    id: redaction.id(position.id),
    symbol: redaction.symbol(position.symbol),
    ...(group === undefined ? {} : { group: redaction.group(group) }),
  };
}

function redactRules(rules: string | RuleSetInput): string | RuleSetInput {
  if (typeof rules === 'string') return rules;
  const { source: _source, ...figures } = rules;
  return { ...figures, name: nameOfRules };
}

function redactChange(change: ChangeInput, redaction: Redaction): ChangeInput {
  switch (change.type) {
    case 'moveGroup':
      return { ...change, group: redaction.group(change.group) };
    case 'movePrice':
    case 'setPrice':
    case 'trade':
    case 'removeSlice':
      return { ...change, position: redaction.id(change.position) };
    case 'setRequirement':
      return {
        ...change,
        ...(change.position === undefined ? {} : { position: redaction.id(change.position) }),
        ...(change.group === undefined ? {} : { group: redaction.group(change.group) }),
      };
    case 'depositSecurities':
    case 'open':
      return { ...change, position: redactPosition(change.position, redaction) };
    case 'switchRuleSet':
      return { ...change, ruleSet: redactRules(change.ruleSet) };
    case 'moveMarket':
    case 'shiftRequirement':
    case 'deposit':
    case 'withdraw':
    case 'borrow':
    case 'repay':
    case 'rebalance':
    case 'passDays':
      return change;
  }
}

function isPosition(position: string | PositionInput | undefined): position is PositionInput {
  return typeof position === 'object';
}

/** The place at which each text first stands. */
function numbered(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, text] of texts.entries()) if (!places.has(text)) places.set(text, index);
  return places;
}

/** A to Z, then AA, AB and on, as the columns of a spreadsheet. */
function letterOf(index: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
