/**
 * My accounts: several accounts with names, each under a key of its own in the browser's storage, so that two tabs
 * never write over each other's. An account's name is the name in its document; its id stays.
 */
import { create } from 'zustand';
import type { Issue } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import { parseJson } from '@/io/parse-json';
import { setAccountName } from '@/state/account-edits';
import { blankRow, isWorthKeeping } from '@/state/aside';
import { currentKeeper, type Keeper, type Kept } from '@/state/keeper';
import { show } from '@/state/open-account';
import { goOnWith, openSaved } from '@/state/open-saved';
import { readWork, unreadableKey, type Work, workText } from '@/state/saved-copy';
import { commit, here, startDesk, useDesk } from '@/state/store';

/** Every saved account's key begins so; its id follows. */
export const accountPrefix = 'headroom.account.';

/** The key of a saved account. */
export function keyOfAccount(id: string): string {
  return `${accountPrefix}${id}`;
}

/** Counts the changes of the list: who shows it reads it anew. */
export const useSavedChanges = create(() => ({ count: 0 }));

/** Says that the list is another. */
export function noteSavedChange(): void {
  useSavedChanges.setState(({ count }) => ({ count: count + 1 }));
}

/** One of them: its work, or the text that cannot be read and why. */
export type SavedAccount = { readonly ok: true; readonly id: string; readonly work: Work } | Unreadable;

/** Something kept that cannot be read; `key` is where it stands. */
export interface Unreadable {
  readonly ok: false;
  readonly key: string;
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** All saved accounts by name, those that cannot be read at the end, and copies that were put aside as unreadable. */
export function listSaved(keeper: Keeper = currentKeeper()): readonly SavedAccount[] {
  const saved = keeper.keys(accountPrefix).flatMap((key) => {
    const found = readAt(keeper.look(key), key);
    return found === null ? [] : [found];
  });
  const copies = keeper.keys(`${unreadableKey}.`).flatMap((key): Unreadable[] => {
    const text = keeper.look(key);
    return text === null ? [] : [{ ok: false, key, text, issues: [] }];
  });
  return [...saved, ...copies].toSorted(byName);
}

function byName(a: SavedAccount, b: SavedAccount): number {
  if (!a.ok || !b.ok) return a.ok === b.ok ? 0 : a.ok ? -1 : 1;
  const [left, right] = [a.work.document.account.name, b.work.document.account.name];
  return left.localeCompare(right, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1);
}

function readAt(text: string | null, key: string): SavedAccount | null {
  if (text === null) return null;
  // What is no JSON is null, which is no work.
  const read = readWork(parseJson(text));
  return read.ok
    ? { ok: true, id: key.slice(accountPrefix.length), work: read.value }
    : { ok: false, key, text, issues: read.issues };
}

/** A saved account that cannot be read; null for any other. */
export function findUnreadable(id: string, keeper: Keeper): Unreadable | null {
  const found = readAt(keeper.look(keyOfAccount(id)), keyOfAccount(id));
  return found?.ok === false ? found : null;
}

/** A saved account as this tab knows it from here on; null where there is none, or it cannot be read. */
export function readSaved(id: string, keeper: Keeper = currentKeeper()): Work | null {
  const found = readAt(keeper.read(keyOfAccount(id)), keyOfAccount(id));
  return found?.ok === true ? found.work : null;
}

/** An id that no account has. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (part) =>
    part.toString(16).padStart(2, '0'),
  ).join('');
}

/** A name that no saved account has: with a number behind it where it is taken. */
export function freeName(name: string): string {
  const taken = new Set(listSaved().flatMap((each) => (each.ok ? [each.work.document.account.name] : [])));
  const base = name.replace(/ \(\d{1,6}\)$/, '');
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${base} (${n})`;
  return free;
}

/** Work under another name. */
export function named<T extends { readonly document: SimulatorDocument }>(work: T, name: string): T {
  return { ...work, document: setAccountName(name)(work.document) };
}

function add(work: Work): { readonly id: string; readonly kept: Kept } {
  const id = freshId();
  const kept = currentKeeper().write(keyOfAccount(id), workText(work));
  noteSavedChange();
  return { id, kept };
}

/**
 * Saves what is on show under a name, as an account of its own that it is from then on; a saved one it came from stays
 * as it is. Where the browser does not keep it, nothing changes.
 */
export function saveHere(name: string): Kept {
  const work = named(here(), freeName(name));
  const { id, kept } = add(work);
  if (kept === 'kept') goOnWith(work, id);
  return kept;
}

/** Saves accounts without showing them; `kept` of the last that was tried, and how many are saved. */
export function saveAll(documents: readonly SimulatorDocument[]): {
  readonly kept: Kept;
  readonly count: number;
} {
  const { texts, newRow, calledOn, story } = startDesk();
  let count = 0;
  for (const document of documents) {
    const work = named({ document, texts, newRow, calledOn, story }, freeName(document.account.name));
    const { kept } = add(work);
    if (kept !== 'kept') return { kept, count };
    count += 1;
  }
  return { kept: 'kept', count };
}

/** Opens a saved account; false where it is gone or cannot be read any more. */
export function openAccount(id: string): boolean {
  const work = readSaved(id);
  if (work !== null) openSaved(work, id);
  noteSavedChange();
  return work !== null;
}

/** Gives a saved account another name: the one on show in one step to undo. */
export function renameAccount(id: string, wanted: string): Kept {
  const name = wanted.trim();
  if (useDesk.getState().savedAs === id) {
    commit(setAccountName(name));
    return 'kept';
  }
  const key = keyOfAccount(id);
  const found = readAt(currentKeeper().look(key), key);
  if (found?.ok !== true) return 'changed';
  // As another tab would: an undo that leads to its older name then makes a copy instead of taking the new one back.
  const kept = currentKeeper().put(key, workText(named(found.work, name)));
  noteSavedChange();
  return kept;
}

/** Saves a second account just like one. */
export function duplicateAccount(id: string): Kept {
  const found = readAt(currentKeeper().look(keyOfAccount(id)), keyOfAccount(id));
  if (found?.ok !== true) return 'changed';
  return add(named(found.work, freeName(found.work.document.account.name))).kept;
}

/** What was deleted, so that it can be put back. */
export interface Deleted {
  readonly key: string;
  readonly text: string;
  /** Whether it was on show: then an empty page took its place. */
  readonly wasShown: boolean;
}

/** Deletes what stands under a key of the list; null where the browser refuses. One on show gives way to the example. */
export function deleteSaved(key: string): Deleted | null {
  const keeper = currentKeeper();
  const text = keeper.look(key);
  if (text === null) return null;
  const { savedAs, aside } = useDesk.getState();
  const wasShown = savedAs !== null && keyOfAccount(savedAs) === key;
  if (keeper.overwrite(key, null) !== 'kept') return null;
  if (wasShown) {
    const { history } = startDesk();
    show({ document: history.present, texts: {}, newRow: blankRow, calledOn: null }, aside, null);
  }
  noteSavedChange();
  return { key, text, wasShown };
}

/** Puts back what was deleted, and on show again where it was. */
export function putBack({ key, text, wasShown }: Deleted): Kept {
  const kept = currentKeeper().overwrite(key, text);
  if (kept === 'kept' && wasShown) openAccount(key.slice(accountPrefix.length));
  noteSavedChange();
  return kept;
}

/** Every account of one's own: saved, on show, and put aside. */
export function everyAccount(): readonly SimulatorDocument[] {
  const { savedAs, aside } = useDesk.getState();
  const work = here();
  const shown = savedAs === null && isWorthKeeping(work) ? [work.document] : [];
  const saved = listSaved().flatMap((each) => (each.ok ? [each.work.document] : []));
  return [...shown, ...saved, ...aside.map(({ document }) => document)];
}
