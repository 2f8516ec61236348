/**
 * Takes everything that was typed or chosen out of the page and out of this browser: the account, what was put aside,
 * what-ifs, the steps to undo, copies that could not be read, and the look. The app's own files stay.
 */
import { clearedKey } from '@/state/other-tabs';
import { noteSavedChange } from '@/state/saved-accounts';
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
  emptySession();
  const isGone = storage === null || emptyStorage(storage);
  if (storage !== null) tellOtherTabs(storage);
  noteSavedChange();
  return isGone;
}

function emptySession(): void {
  try {
    for (const key of Object.keys(window.sessionStorage).filter((each) => each.startsWith(prefix))) {
      window.sessionStorage.removeItem(key);
    }
  } catch {
    // It names only which account this tab showed, and goes with the tab.
  }
}

/** What comes and goes under this key is heard by other tabs, which would keep again what they still show. */
function tellOtherTabs(storage: Storage): void {
  try {
    storage.setItem(clearedKey, 'now');
    storage.removeItem(clearedKey);
  } catch {
    // They keep what they show until it is cleared there.
  }
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
