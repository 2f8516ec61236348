// A browser's storage for tests: kept in memory, and able to refuse as real ones do.
import type { Shelf } from '@/state/saved-copy';

/** What a real browser throws when there is no more room. */
class QuotaExceeded extends Error {
  override readonly name = 'QuotaExceededError';
}

/** A storage, what it holds, and the number of characters it takes. */
export function makeShelf(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  const limits = { room: Number.POSITIVE_INFINITY };
  const used = () => [...kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const shelf: Shelf = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      const old = kept.get(key);
      const after = used() + key.length + text.length - (old === undefined ? 0 : key.length + old.length);
      if (after > limits.room) throw new QuotaExceeded('no room');
      kept.set(key, text);
    },
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
  return { shelf, kept, limits, used };
}

/** A storage that a browser refuses altogether. */
export const refusingShelf: Shelf = {
  getItem: () => {
    throw new Error('denied');
  },
  setItem: () => {
    throw new Error('denied');
  },
  removeItem: () => {
    throw new Error('denied');
  },
  key: () => {
    throw new Error('denied');
  },
  length: 0,
};
