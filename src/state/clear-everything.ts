/**
 * Takes everything that was typed or chosen out of the page and out of this browser: the account, what was put aside,
 * what-ifs, the steps to undo, copies that could not be read, and the look. The app's own files stay.
 */
import { startDesk, useDesk } from '@/state/store';

/** What every key of this page begins with. */
const prefix = 'headroom.';

/** Starts the page anew, then empties its storage; false when the browser refuses, and something may be left. */
export function clearEverything(storage: Storage | null): boolean {
  // First the page: what it saves on the way is taken away after it.
  useDesk.setState(({ opened, commits }) => ({
    ...startDesk(),
    opened: opened + 1,
    commits: commits + 1,
  }));
  return storage === null || emptyStorage(storage);
}

/** Removes every key of the page; true when none is left. */
function emptyStorage(storage: Storage): boolean {
  const own = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
  try {
    for (const key of own()) storage.removeItem(key);
    return own().length === 0;
  } catch {
    return false;
  }
}

/** The browser's whole storage; null where it is refused, and nothing was ever kept. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
