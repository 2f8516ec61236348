/**
 * The only reader of documents from outside (form, file, link, saved copy): unknown → shape → migrations → figures.
 * It gives a document that every figure of can be trusted, or the issues; it never throws and never fills in zeros.
 */
import { type Account, parseAccountInSteps } from '@/engine/account';
import { finish, type InSteps } from '@/engine/in-steps';
import { Reader } from '@/engine/read-quantity';
import { failure, type Issue, issue, type Result, success } from '@/engine/result';
import type { RuleSets } from '@/engine/rule-set';
import { type PlacedChange, parseChanges, type ScenarioInput } from '@/engine/scenario';
import { documentShape, type SimulatorDocument, schemaVersion } from '@/io/document';
import { findDuplicateKeys } from '@/io/duplicate-keys';
import { migrate } from '@/io/migrate';

/** A scenario with its changes checked. */
export interface ReadScenario {
  readonly input: ScenarioInput;
  readonly changes: readonly PlacedChange[];
}

/** A document together with the valid account and scenarios in it. */
export interface ReadDocument {
  readonly document: SimulatorDocument;
  readonly account: Account;
  readonly scenarios: readonly ReadScenario[];
  /** The scenario on show; null = the account as it is today. */
  readonly shown: ReadScenario | null;
}

/** Reads a document from text, a byte order mark allowed. */
export function readDocumentText(text: string, ruleSets: RuleSets): Result<ReadDocument> {
  return finish(readDocumentTextInSteps(text, ruleSets));
}

/** As `readDocumentText`, in steps. */
export function* readDocumentTextInSteps(text: string, ruleSets: RuleSets): InSteps<Result<ReadDocument>> {
  const json = text.replace(/^\uFEFF/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return failure([issue('not-json', '', { length: String(text.length) })]);
  }
  yield;
  const twice = findDuplicateKeys(json);
  if (twice.length > 0) {
    return failure(twice.map((path) => issue('duplicate-key', pointer(path), { key: String(path.at(-1)) })));
  }
  yield;
  return yield* readDocumentInSteps(parsed, ruleSets);
}

/** Reads a document from a plain value. Issues on a document that could be read are its warnings. */
export function readDocument(value: unknown, ruleSets: RuleSets): Result<ReadDocument> {
  return finish(readDocumentInSteps(value, ruleSets));
}

/** As `readDocument`, in steps: the same checks in the same order. */
export function* readDocumentInSteps(value: unknown, ruleSets: RuleSets): InSteps<Result<ReadDocument>> {
  if (!isRecord(value) || value['app'] !== 'headroom') return failure([issue('not-a-headroom-document', '')]);
  const version = value['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failure([issue('unknown-version', '/schemaVersion')]);
  }
  if (version > schemaVersion) {
    const figures = { version: String(version), newest: String(schemaVersion) };
    return failure([issue('newer-version', '/schemaVersion', figures)]);
  }
  const shape = documentShape.safeParse(migrate(value, version));
  if (!shape.success) return failure(shape.error.issues.flatMap((problem) => shapeIssues(problem)));
  yield;
  return yield* checkFigures(shape.data, ruleSets);
}

function* checkFigures(document: SimulatorDocument, ruleSets: RuleSets): InSteps<Result<ReadDocument>> {
  const reader = new Reader();
  const account = yield* parseAccountInSteps(document.account, ruleSets, '/account');
  if (!account.ok) reader.add(account.issues);
  const ids = new Set<string>();
  const scenarios = document.scenarios.flatMap((input, index): ReadScenario[] => {
    const path = `/scenarios/${index}`;
    if (ids.has(input.id)) reader.report('duplicate-id', `${path}/id`, { id: input.id });
    ids.add(input.id);
    const changes = parseChanges(input.changes, ruleSets, `${path}/changes`);
    if (changes.ok) return [{ input, changes: changes.value }];
    reader.add(changes.issues);
    return [];
  });
  const shownId = document.shownScenario ?? null;
  if (shownId !== null && !ids.has(shownId)) {
    reader.report('unknown-scenario', '/shownScenario', { id: shownId });
  }
  if (!account.ok || reader.issues.length > 0) return failure(reader.issues);
  const shown = scenarios.find(({ input }) => input.id === shownId) ?? null;
  return success({ document, account: account.value, scenarios, shown }, account.warnings);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the shape check reports of one problem, as far as it is used here. */
interface ShapeProblem {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  /** What is wrong with each of the shapes that would have done. */
  readonly errors?: readonly (readonly ShapeProblem[])[];
}

function shapeIssues(problem: ShapeProblem, above: readonly PropertyKey[] = []): Issue[] {
  const path = [...above, ...problem.path];
  if (problem.code === 'unrecognized_keys') {
    return (problem.keys ?? []).map((key) => issue('unknown-key', pointer([...path, key]), { key }));
  }
  // Of several shapes the one is meant that goes wrong inside, not at once.
  const meant = problem.errors?.find((inside) =>
    inside.every(({ path: place, code }) => place.length > 0 || code === 'unrecognized_keys'),
  );
  if (meant !== undefined && meant.length > 0) return meant.flatMap((each) => shapeIssues(each, path));
  return [issue('wrong-shape', pointer(path), { expected: problem.message })];
}

/** A JSON pointer (RFC 6901). */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
