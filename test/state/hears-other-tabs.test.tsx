// The page hears what other tabs write: as it happens, and when the browser wakes it, which told it nothing meanwhile.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleDocument, setBalance } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { clearedKey } from '@/state/other-tabs';
import { keyOfAccount, saveHere } from '@/state/saved-accounts';
import { commit, selectDocument, startDesk, useDesk } from '@/state/store';

const slot = 'headroom.document';
const day = '2026-11-20';
const shown = () => selectDocument(useDesk.getState());
const elsewhere = () => useDesk.getState().elsewhere;

let end = () => {};
beforeEach(() => {
  localStorage.clear();
  useDesk.setState(startDesk());
  end = beginAutosave(localStorage);
  commit(setBalance('cash', '1', day));
});
afterEach(() => end());

/** The other tab writes; `storageArea` null is what older browsers say. */
function write(key: string, change: (text: string) => string): void {
  localStorage.setItem(key, change(localStorage.getItem(key) ?? ''));
}
function hear(key: string | null, storageArea: Storage | null = localStorage): void {
  const newValue = key === null ? null : localStorage.getItem(key);
  window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea }));
}
const withCash = (cash: string) => (text: string) => text.replace(/"cash":"\d+"/, `"cash":"${cash}"`);

test('a change of what is on show is said at once, one of another storage is not', () => {
  write(slot, withCash('2'));
  hear(slot, sessionStorage);
  expect(elsewhere()).toBeNull();
  hear(slot, null);
  expect(elsewhere()).toEqual({ kind: 'changed' });
});

test('a page that wakes up hears what was written while it slept: the account on show and the menu', () => {
  write(slot, withCash('2'));
  window.dispatchEvent(new Event('pageshow'));
  expect(elsewhere()).toEqual({ kind: 'changed' });
});

test('and of the saved account on show, and of what was put aside', () => {
  saveHere('A');
  const work = { document: { ...shown(), account: { ...shown().account, name: 'Theirs' } }, texts: {} };
  const { newRow } = startDesk();
  localStorage.setItem('headroom.put-aside', JSON.stringify([{ ...work, newRow, calledOn: null }]));
  write(keyOfAccount(useDesk.getState().savedAs ?? ''), withCash('2'));
  window.dispatchEvent(new Event('pageshow'));
  expect(elsewhere()).toEqual({ kind: 'changed' });
  expect(useDesk.getState().aside.map(({ document }) => document.account.name)).toEqual(['Theirs']);
});

test.each([
  ['the sign for it', clearedKey],
  ['an emptied storage', null],
])('%s clears this page too, and nothing of it comes back', (_what, key) => {
  const { opened } = useDesk.getState();
  if (key === null) localStorage.clear();
  else localStorage.setItem(key, '1');
  hear(key);
  expect(shown()).toBe(exampleDocument);
  expect(useDesk.getState().history.past).toEqual([]);
  expect(useDesk.getState().opened).toBe(opened + 1);
  expect(
    ['document', 'unfinished', 'put-aside'].map((name) => localStorage.getItem(`headroom.${name}`)),
  ).toEqual([null, null, null]);
});

test('the sign being taken away again clears nothing', () => {
  hear(clearedKey);
  expect(shown().account.cash).toBe('1');
});

test('once saving has ended nothing is heard any more', () => {
  end();
  write(slot, withCash('2'));
  hear(slot);
  window.dispatchEvent(new Event('pageshow'));
  expect(elsewhere()).toBeNull();
});
