/** Follows a media query, for what style sheets cannot do: the order of the page, and sizes inside a chart. */
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

let isPrinting = false;

function subscribeToPrinting(listener: () => void): () => void {
  const tell = (next: boolean) => () => {
    isPrinting = next;
    // At once: the browser lays the page out for paper as soon as its listeners are done.
    flushSync(listener);
  };
  const [begin, end] = [tell(true), tell(false)];
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** Whether the page is on its way to paper: from just before it is laid out for print until it is done. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribeToPrinting, () => isPrinting);
}
