/**
 * How an account comes to be one of the saved ones, and how one of them comes to be on show. What is worked on from then
 * on is saved there and nowhere else.
 */
import type { SimulatorDocument } from '@/io/document';
import { show } from '@/state/open-account';
import { openingsMoved } from '@/state/openings';
import type { Work } from '@/state/saved-copy';
import { afterHere, settle, useDesk } from '@/state/store';

/** Opens a saved account in one step; own work on show that is not saved is put aside. */
export function openSaved(work: Work, id: string): void {
  settle();
  show(work, afterHere(), id);
}

/** Work takes the place of what is on show, which it is a newer state of: nothing is left behind to be put aside. */
export function goOnWith(work: Work, id: string | null): void {
  settle();
  show(work, useDesk.getState().aside, id);
}

/** What is on show is kept elsewhere from here on, with all steps back to where it was opened: no step of its own. */
export function moveTo(savedAs: string | null, document?: SimulatorDocument): void {
  settle();
  const desk = useDesk.getState();
  const present = document ?? desk.history.present;
  const openings = openingsMoved(desk, present, savedAs);
  useDesk.setState({ savedAs, openings, history: { ...desk.history, present } });
}
