/**
 * What the page shows, derived from the document and never stored. Every step is remembered by the parts that it
 * depends on: moving the market makes nothing anew but the figures at the new move.
 */
import type { Account, AccountInput } from '@/engine/account';
import { finish, type InSteps } from '@/engine/in-steps';
import type { MarginResult } from '@/engine/margin';
import { type Bare, ratio } from '@/engine/quantity';
import type { Issue, Result } from '@/engine/result';
import { type ChangeInput, parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { marginOf, readAccount, readAccountInSteps } from '@/state/known-figures';
import { marketMoveOf, shownChanges } from '@/state/lever-edits';
import { multiplied, Scene } from '@/state/scene';

/** A scene and the market's move in it, or the issues that leave no figures. */
export type View =
  | { readonly ok: true; readonly scene: Scene; readonly move: Bare; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

interface Remembered {
  readonly account: AccountInput;
  readonly changes: readonly ChangeInput[];
  readonly scene: Result<Scene>;
}

let lastScenes: readonly Remembered[] = [];
/** An account as typed, without any what-if. */
export interface AccountToday {
  readonly account: Account;
  readonly margin: MarginResult;
  readonly warnings: readonly Issue[];
}

const todays = new WeakMap<AccountInput, AccountToday | null>();

/** The figures of an account as typed; null while one of them cannot be read. A lever leaves them alone. */
export function selectToday(input: AccountInput): AccountToday | null {
  const known = todays.get(input);
  if (known !== undefined) return known;
  const read = readAccount(input);
  const today = read.ok
    ? { account: read.value, margin: marginOf(read.value), warnings: read.warnings }
    : null;
  todays.set(input, today);
  return today;
}

const views = new WeakMap<SimulatorDocument, View>();

/** The scene of a document and the market's move in it. */
export function selectView(document: SimulatorDocument): View {
  return views.get(document) ?? finish(viewInSteps(document));
}

/** As `selectView`, in steps. */
export function* viewInSteps(document: SimulatorDocument): InSteps<View> {
  const known = views.get(document);
  if (known !== undefined) return known;
  const changes = shownChanges(document);
  const scene = yield* sceneOf(document.account, changes);
  const view = viewOf(document.account, changes, scene);
  views.set(document, view);
  return view;
}

const lastViews = new WeakMap<Scene, View & { readonly ok: true }>();

function viewOf(input: AccountInput, changes: readonly ChangeInput[], scene: Result<Scene>): View {
  const account = readAccount(input);
  if (!account.ok) return { ok: false, issues: account.issues };
  if (!scene.ok) return { ok: false, issues: scene.issues };
  const move = multiplied(marketMoveOf(changes).map((each) => ratio(each)));
  // What was found about this view already is known by it: the same scene at the same move is the same view.
  const last = lastViews.get(scene.value);
  if (last?.move.equals(move) === true) return last;
  const view = { ok: true, scene: scene.value, move, warnings: account.warnings } as const;
  lastViews.set(scene.value, view);
  return view;
}

const besides = new WeakMap<AccountInput, WeakMap<readonly ChangeInput[], View>>();

/**
 * The view of a what-if that may be beside the one on show: it is kept as long as its list of changes. The one on show
 * is made only once.
 */
export function selectViewBeside(account: AccountInput, changes: readonly ChangeInput[]): View {
  const known = besides.get(account) ?? new WeakMap<readonly ChangeInput[], View>();
  besides.set(account, known);
  const view =
    known.get(changes) ??
    viewOf(account, changes, findLast(account, changes) ?? finish(makeScene(account, changes)));
  known.set(changes, view);
  return view;
}

function findLast(account: AccountInput, changes: readonly ChangeInput[]): Result<Scene> | undefined {
  return lastScenes.find((each) => each.account === account && isSameButMarket(each.changes, changes))?.scene;
}

function* sceneOf(account: AccountInput, changes: readonly ChangeInput[]): InSteps<Result<Scene>> {
  const known = findLast(account, changes);
  if (known !== undefined) return known;
  const beside = besides.get(account)?.get(changes);
  const scene: Result<Scene> =
    beside?.ok === true
      ? { ok: true, value: beside.scene, warnings: beside.warnings }
      : yield* makeScene(account, changes);
  // Two are kept: a drag alternates between the account at rest and the one in mid-gesture.
  lastScenes = [{ account, changes, scene }, ...lastScenes].slice(0, 2);
  return scene;
}

function* makeScene(input: AccountInput, inputs: readonly ChangeInput[]): InSteps<Result<Scene>> {
  const account = yield* readAccountInSteps(input);
  yield;
  if (!account.ok) return account;
  const changes = parseChanges(inputs, ruleSets, '/changes');
  if (!changes.ok) return changes;
  const scene = yield* Scene.inSteps(account.value, changes.value);
  return { ok: true, value: scene, warnings: account.warnings };
}

/** Whether two lists differ in nothing but where the market's one move leads. */
export function isSameButMarket(a: readonly ChangeInput[], b: readonly ChangeInput[]): boolean {
  const others = (changes: readonly ChangeInput[]) => changes.filter(({ type }) => type !== 'moveMarket');
  const place = (changes: readonly ChangeInput[]) =>
    Math.max(
      0,
      changes.findIndex(({ type }) => type === 'moveMarket'),
    );
  // Several moves are figures of their own, not just a place on the slider.
  if (marketMoveOf(a).length > 1 || marketMoveOf(b).length > 1) {
    return a.length === b.length && a.every((change, index) => change === b[index]);
  }
  const [left, right] = [others(a), others(b)];
  return (
    place(a) === place(b) &&
    left.length === right.length &&
    left.every((change, index) => change === right[index])
  );
}
