/**
 * The browser's storage as one tab uses it. It remembers what this tab read or wrote last under each name, so that
 * nothing is written over that another tab has put there since; and it says why a browser did not keep something.
 */
import type { Shelf } from '@/state/saved-copy';

/** What came of writing: kept; changed by another tab and therefore left alone; no room; or refused. */
export type Kept = 'kept' | 'changed' | 'full' | 'refused';

/** One tab's way to the storage. Every access is guarded. */
export class Keeper {
  readonly #known = new Map<string, string | null>();

  constructor(readonly shelf: Shelf | null) {}

  /** What stands under a name now, which this tab knows from here on; null for nothing. */
  read(key: string): string | null {
    const text = this.look(key);
    this.#known.set(key, text);
    return text;
  }

  /** What stands under a name now, without knowing it from here on. */
  look(key: string): string | null {
    try {
      return this.shelf?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  /** What this tab read or wrote last under a name. */
  knows(key: string): string | null {
    return this.#known.get(key) ?? null;
  }

  /** Whether what stands there is what this tab knows. */
  isCurrent(key: string): boolean {
    return this.look(key) === this.knows(key);
  }

  /** Writes a text, or removes it for null, unless another tab wrote there since. */
  write(key: string, text: string | null): Kept {
    return this.isCurrent(key) ? this.overwrite(key, text) : 'changed';
  }

  /** Writes a text whatever stands there, and knows it from here on. */
  overwrite(key: string, text: string | null): Kept {
    const kept = this.put(key, text);
    if (kept === 'kept') this.#known.set(key, text);
    return kept;
  }

  /** Writes a text whatever stands there, as another tab would. */
  put(key: string, text: string | null): Kept {
    if (this.shelf === null) return 'refused';
    try {
      if (text === null) this.shelf.removeItem(key);
      else this.shelf.setItem(key, text);
    } catch (error) {
      return isFull(error) ? 'full' : 'refused';
    }
    return 'kept';
  }

  /** All names that begin so, in no order. */
  keys(prefix: string): readonly string[] {
    const { shelf } = this;
    try {
      return Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key?.(index) ?? '').filter(
        (key) => key.startsWith(prefix),
      );
    } catch {
      return [];
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name);
}

let current = new Keeper(null);

/** The way to the storage that this page uses. */
export function currentKeeper(): Keeper {
  return current;
}

/** Says which storage the page uses from here on. */
export function startKeeper(shelf: Shelf | null): Keeper {
  current = new Keeper(shelf);
  return current;
}
