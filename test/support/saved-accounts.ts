// A desk that saves into a storage of its own, and what is saved there: for tests of my accounts.
import { setBalance } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { startAgain } from '@/state/open-account';
import { listSaved, saveHere } from '@/state/saved-accounts';
import type { Shelf } from '@/state/saved-copy';
import { commit, selectDocument, startDesk, useDesk } from '@/state/store';
import { makeShelf } from './shelf';

/** The day of every edit. */
export const day = '2026-11-20';
/** The document on show. */
export const shown = () => selectDocument(useDesk.getState());
/** The names of what is saved; a question mark for what cannot be read. */
export const names = () => listSaved().map((each) => (each.ok ? each.work.document.account.name : '?'));
/** The cash of the saved account of a name. */
export const cashOf = (name: string) =>
  listSaved().flatMap((each) =>
    each.ok && each.work.document.account.name === name ? [each.work.document.account.cash] : [],
  )[0];
/** The id of the saved account of a name; empty where there is none. */
export const idOf = (name: string) =>
  listSaved().flatMap((each) => (each.ok && each.work.document.account.name === name ? [each.id] : []))[0] ??
  '';

let endSaving = () => {};

/** Ends the saving that was begun last. */
export function end(): void {
  endSaving();
  endSaving = () => {};
}

/** Loads the page anew: a fresh desk that opens and saves what a storage keeps. */
export function begin(shelf: Shelf | null = makeShelf().shelf, session: Shelf | null = null): void {
  end();
  useDesk.setState(startDesk());
  endSaving = beginAutosave(shelf, session);
}

/** An account of one's own, saved under a name. */
export function save(name: string, cash: string): void {
  startAgain();
  commit(setBalance('cash', cash, day));
  saveHere(name);
}
