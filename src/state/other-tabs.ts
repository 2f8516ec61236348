/**
 * Two tabs at once: what another tab did to the storage, said here, and never undone or written over in silence. A tab
 * whose account was changed elsewhere lets the person choose; worked on meanwhile, its account becomes a copy.
 */

import { parseJson } from '@/io/parse-json';
import { isSameJson } from '@/io/same-json';
import { isWorthKeeping } from '@/state/aside';
import type { Elsewhere } from '@/state/elsewhere';
import { currentKeeper, type Keeper, type Kept } from '@/state/keeper';
import { goOnWith, moveTo } from '@/state/open-saved';
import { findPreset } from '@/state/presets';
import {
  accountPrefix,
  freeName,
  freshId,
  keyOfAccount,
  named,
  noteSavedChange,
  readSaved,
  saveHere,
} from '@/state/saved-accounts';
import {
  documentKey,
  ownWorkKey,
  readOwnWork,
  readSavedCopy,
  readUnfinished,
  unfinishedKey,
  type Work,
} from '@/state/saved-copy';
import { here, startDesk, useDesk } from '@/state/store';

/** Written and taken away again by the tab that clears everything: the sign for the others to do so too. */
export const clearedKey = 'headroom.cleared';

/** What another tab keeps in the place of the accounts that are not saved, where this one would write over it. */
export function slotHoldsOther(keeper: Keeper): boolean {
  if (keeper.isCurrent(documentKey) && keeper.isCurrent(unfinishedKey)) return false;
  const text = keeper.look(documentKey);
  const mine = here();
  if (text === null) {
    // Half a row typed on the first page is work too.
    return (
      !keeper.isCurrent(unfinishedKey) &&
      isWorthKeeping({ ...mine, ...typedIn(keeper), document: startDesk().history.present })
    );
  }
  const other = parseJson(text);
  if (isSameJson(other, mine.document) && keeper.isCurrent(unfinishedKey)) return false;
  return !isUntouchedPreset(other);
}

function typedIn(keeper: Keeper) {
  const { texts, newRow, calledOn, story } = startDesk();
  return readUnfinished(keeper.look(unfinishedKey)) ?? { texts, newRow, calledOn, story };
}

function isUntouchedPreset(value: unknown): boolean {
  const account = typeof value === 'object' && value !== null && 'account' in value ? value.account : null;
  if (typeof account !== 'object' || account === null || !('name' in account)) return false;
  // Only compared, never used: anything that is not equal to an example is taken for somebody's own.
  return findPreset(account as Work['document']['account']) !== null;
}

/** What is on show becomes a saved account of its own, as another tab keeps another state in its place. */
export function keepCopy(keeper: Keeper): void {
  const { savedAs } = useDesk.getState();
  const work = here();
  if (savedAs !== null && keeper.look(keyOfAccount(savedAs)) === null) return wasDeleted();
  const { name } = work.document.account;
  const isNamesake = savedAs === null && readSavedCopy(keeper.shelf).document?.account.name === name;
  const free = freeName(isNamesake ? `${name} (2)` : name);
  moveTo(freshId(), named(work, free).document);
  useDesk.setState({ elsewhere: { kind: 'copied', name: free } });
}

/** It is no longer a saved account; what is on show stays on show. */
function wasDeleted(): void {
  const { name } = here().document.account;
  moveTo(null);
  useDesk.setState({ elsewhere: { kind: 'deleted', name } });
}

/** Shows the state that another tab keeps, in one step. */
export function takeOther(): void {
  const keeper = currentKeeper();
  const { savedAs } = useDesk.getState();
  const work = savedAs === null ? readSlot(keeper) : readSaved(savedAs, keeper);
  if (work === null) useDesk.setState({ elsewhere: null });
  else goOnWith(work, savedAs);
}

/** The work in the place of the accounts that are not saved, which this tab knows from here on; null for none. */
export function readSlot(keeper: Keeper): Work | null {
  const { document, unfinished } = readSavedCopy(keeper.shelf);
  for (const key of [documentKey, unfinishedKey]) keeper.read(key);
  return document === null ? null : { document, ...(unfinished ?? typedIn(keeper)) };
}

/** Keeps what is on show as a saved account of its own, beside the other's. */
export function keepThisAsCopy(): Kept {
  return saveHere(here().document.account.name);
}

/** Nothing more is said of the other tab. */
export function closeElsewhere(): void {
  useDesk.setState({ elsewhere: null });
}

/** Adds what this tab put aside to what stands there now, and takes away what it brought back; others' stays. */
export function mergeAside(keeper: Keeper, now: readonly Work[], before: readonly Work[]): Kept {
  const has = (list: readonly Work[], work: Work) => list.some((each) => isSameJson(each, work));
  let next = now;
  if (!keeper.isCurrent(ownWorkKey)) {
    const there = readOwnWork(keeper.shelf);
    const added = now.filter((work) => !has(before, work));
    const left = there.filter((work) => !has(before, work) || has(now, work));
    next = [...left, ...added.filter((work) => !has(left, work))];
  }
  const text = next.length === 0 ? null : JSON.stringify(next);
  const kept = text === keeper.look(ownWorkKey) ? 'kept' : keeper.overwrite(ownWorkKey, text);
  if (next !== now) useDesk.setState({ aside: next });
  return kept;
}

/** Listens to what other tabs write. Returns what ends it. */
export function listenElsewhere(keeper: Keeper): () => void {
  if (typeof window === 'undefined') return () => {};
  const hear = ({ key, newValue, storageArea }: StorageEvent) => {
    if (storageArea !== null && storageArea !== keeper.shelf) return;
    if (key === null || (key === clearedKey && newValue !== null)) hearCleared(keeper);
    else hearChange(keeper, key);
  };
  // A page that the browser kept frozen heard nothing.
  const wake = () => {
    for (const key of [ownWorkKey, documentKey]) hearChange(keeper, key);
    const { savedAs } = useDesk.getState();
    if (savedAs !== null) hearChange(keeper, keyOfAccount(savedAs));
  };
  window.addEventListener('storage', hear);
  window.addEventListener('pageshow', wake);
  return () => {
    window.removeEventListener('storage', hear);
    window.removeEventListener('pageshow', wake);
  };
}

/** What another tab wrote under a key. */
export function hearChange(keeper: Keeper, key: string): void {
  const { savedAs, elsewhere } = useDesk.getState();
  if (key === ownWorkKey) {
    if (keeper.isCurrent(key)) return;
    keeper.read(key);
    useDesk.setState({ aside: readOwnWork(keeper.shelf) });
  } else if (key.startsWith(accountPrefix)) {
    noteSavedChange();
    if (savedAs === null || key !== keyOfAccount(savedAs) || keeper.isCurrent(key)) return;
    if (keeper.look(key) === null) return wasDeleted();
    sayElsewhere({ kind: 'changed' });
  } else if (key === documentKey || key === unfinishedKey) {
    if (savedAs !== null || !isWorthKeeping(here()) || !slotHoldsOther(keeper)) return;
    // The other tab opened another account, and this one waits in the menu of both.
    if (readOwnWork(keeper.shelf).some(({ document }) => isSameJson(document, here().document))) return;
    if (elsewhere?.kind !== 'deleted') sayElsewhere({ kind: 'changed' });
  }
}

function sayElsewhere(elsewhere: Elsewhere): void {
  useDesk.setState({ elsewhere });
}

/** Another tab cleared everything: nothing of it may come back from here. */
function hearCleared(keeper: Keeper): void {
  useDesk.setState(({ opened, commits }) => ({ ...startDesk(), opened: opened + 1, commits: commits + 1 }));
  for (const key of [documentKey, unfinishedKey, ownWorkKey]) keeper.overwrite(key, null);
  noteSavedChange();
}
