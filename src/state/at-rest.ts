/**
 * Reads what no drag changes. A slider's step changes the draft alone: whoever asks here is not asked again for it,
 * and many fields in a table cost a step nothing.
 */
import { useStore } from 'zustand';
import type { Desk } from '@/state/desk';
import { useDesk } from '@/state/store';

/** What the page remembers, but for what a gesture shows. */
export type DeskAtRest = Omit<Desk, 'draft'>;

type Listener = (now: DeskAtRest, then: DeskAtRest) => void;

const listeners = new Set<Listener>();

useDesk.subscribe((now, then) => {
  if (!isOnlyDraftNew(now, then)) for (const listener of listeners) listener(now, then);
});

const atRest = {
  getState: (): DeskAtRest => useDesk.getState(),
  getInitialState: (): DeskAtRest => useDesk.getInitialState(),
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

/** As `useDesk`, for what is no part of a draft. */
export function useAtRest<Read>(select: (desk: DeskAtRest) => Read): Read {
  return useStore(atRest, select);
}

function isOnlyDraftNew(now: Desk, then: Desk): boolean {
  for (const key in now) {
    const field = key as keyof Desk;
    if (field !== 'draft' && now[field] !== then[field]) return false;
  }
  return true;
}
