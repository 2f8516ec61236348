/**
 * What the page shows, derived from the document and never stored. Every step is remembered by the parts that it
 * depends on: moving the market makes nothing anew but the figures at the new move.
 */
import { type Account, type AccountInput, parseAccount } from '@/engine/account';
import type { MarginResult } from '@/engine/margin';
import { type Bare, ratio } from '@/engine/quantity';
import type { Issue, Result } from '@/engine/result';
import { type ChangeInput, parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { marketMoveOf, shownChanges } from '@/state/lever-edits';
import { marginOf } from '@/state/margins';
import { multiplied, Scene } from '@/state/scene';

/** A scene and the market's move in it, or the issues that leave no figures. */
export type View =
  | { readonly ok: true; readonly scene: Scene; readonly move: Bare; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const parsed = new WeakMap<AccountInput, ReturnType<typeof parseAccount>>();

function readAccount(account: AccountInput): ReturnType<typeof parseAccount> {
  const known = parsed.get(account);
  if (known !== undefined) return known;
  const result = parseAccount(account, ruleSets, '/account');
  parsed.set(account, result);
  return result;
}

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
  const known = views.get(document);
  if (known !== undefined) return known;
  const view = makeView(document);
  views.set(document, view);
  return view;
}

function makeView(document: SimulatorDocument): View {
  const changes = shownChanges(document);
  return viewOf(document.account, changes, sceneOf(document.account, changes));
}

function viewOf(input: AccountInput, changes: readonly ChangeInput[], scene: Result<Scene>): View {
  const account = readAccount(input);
  if (!account.ok) return { ok: false, issues: account.issues };
  if (!scene.ok) return { ok: false, issues: scene.issues };
  return {
    ok: true,
    scene: scene.value,
    move: multiplied(marketMoveOf(changes).map((move) => ratio(move))),
    warnings: account.warnings,
  };
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
    known.get(changes) ?? viewOf(account, changes, findLast(account, changes) ?? makeScene(account, changes));
  known.set(changes, view);
  return view;
}

function findLast(account: AccountInput, changes: readonly ChangeInput[]): Result<Scene> | undefined {
  return lastScenes.find((each) => each.account === account && isSameButMarket(each.changes, changes))?.scene;
}

function sceneOf(account: AccountInput, changes: readonly ChangeInput[]): Result<Scene> {
  const known = findLast(account, changes);
  if (known !== undefined) return known;
  const beside = besides.get(account)?.get(changes);
  const scene: Result<Scene> =
    beside?.ok === true
      ? { ok: true, value: beside.scene, warnings: beside.warnings }
      : makeScene(account, changes);
  // Two are kept: a drag alternates between the account at rest and the one in mid-gesture.
  lastScenes = [{ account, changes, scene }, ...lastScenes].slice(0, 2);
  return scene;
}

function makeScene(input: AccountInput, inputs: readonly ChangeInput[]): Result<Scene> {
  const account = readAccount(input);
  if (!account.ok) return account;
  const changes = parseChanges(inputs, ruleSets, '/changes');
  if (!changes.ok) return changes;
  return { ok: true, value: new Scene(account.value, changes.value), warnings: account.warnings };
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
