// Two tabs at once: the other tab is whoever writes into the same storage behind this one's back. Nothing is lost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '@/presets/accounts';
import { setBalance } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { dropAside } from '@/state/drop-aside';
import { currentKeeper } from '@/state/keeper';
import { openPreset, startAgain } from '@/state/open-account';
import { closeElsewhere, hearChange, keepThisAsCopy, takeOther } from '@/state/other-tabs';
import { documentOfPreset } from '@/state/presets';
import { keyOfAccount, listSaved, renameAccount, saveHere } from '@/state/saved-accounts';
import type { Work } from '@/state/saved-copy';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { makeShelf } from '../support/shelf';

const day = '2026-11-20';
const slot = 'headroom.document';
const asideKey = 'headroom.put-aside';
const shown = () => selectDocument(useDesk.getState());
const elsewhere = () => useDesk.getState().elsewhere;
const saved = () =>
  listSaved().flatMap((each) =>
    each.ok ? [[each.work.document.account.name, each.work.document.account.cash]] : [],
  );

let end = () => {};
let kept = new Map<string, string>();

beforeEach(() => {
  const made = makeShelf();
  kept = made.kept;
  useDesk.setState(startDesk());
  end = beginAutosave(made.shelf);
  commit(setBalance('cash', '1', day));
});
afterEach(() => end());

/** The other tab writes, and this one hears of it. */
function other(key: string, change: (text: string) => string | null) {
  const text = change(kept.get(key) ?? '');
  if (text === null) kept.delete(key);
  else kept.set(key, text);
  hearChange(currentKeeper(), key);
}
const withCash = (cash: string) => (text: string) => text.replace(/"cash":"\d+"/, `"cash":"${cash}"`);

it('a saved account that is torn in the storage is left as it is: what is on show becomes a copy', () => {
  saveHere('Case 1');
  const key = keyOfAccount(useDesk.getState().savedAs ?? '');
  kept.set(key, '{"document":');
  commit(setBalance('cash', '7', day));
  expect(kept.get(key)).toBe('{"document":');
  expect(saved()).toEqual([['Case 1', '7']]);
  expect(elsewhere()).toMatchObject({ kind: 'copied' });
});

describe('an account that is not saved under a name', () => {
  it('changed in another tab is said, and stays here as it was', () => {
    other(slot, withCash('2'));
    expect(elsewhere()).toEqual({ kind: 'changed' });
    expect(shown().account.cash).toBe('1');
  });

  it('can be taken over from there, in one step', () => {
    other(slot, withCash('2'));
    takeOther();
    expect([shown().account.cash, elsewhere()]).toEqual(['2', null]);
    commit(setBalance('cash', '3', day));
    expect(kept.get(slot)).toContain('"cash":"3"');
    undoStep();
    undoStep();
    expect(shown().account.cash).toBe('1');
    expect(elsewhere()).toBeNull();
  });

  it('can be kept as a copy, and the other stays', () => {
    other(slot, withCash('2'));
    expect(keepThisAsCopy()).toBe('kept');
    expect(saved()).toEqual([['My account', '1']]);
    expect(kept.get(slot)).toContain('"cash":"2"');
    commit(setBalance('cash', '5', day));
    expect(saved()).toEqual([['My account', '5']]);
    expect(kept.get(slot)).toContain('"cash":"2"');
  });

  it('and is worked on here too becomes a copy by itself, and says so', () => {
    kept.set(slot, withCash('2')(kept.get(slot) ?? ''));
    commit(setBalance('cash', '5', day));
    expect(kept.get(slot)).toContain('"cash":"2"');
    expect(saved()).toEqual([['My account (2)', '5']]);
    expect(elsewhere()).toEqual({ kind: 'copied', name: 'My account (2)' });
    undoStep();
    expect(saved()).toEqual([['My account', '1']]);
    closeElsewhere();
    expect(elsewhere()).toBeNull();
  });

  it('says nothing of the same state, of an example there, or of nothing there', () => {
    other(slot, (text) => JSON.stringify(JSON.parse(text), null, 1));
    other(slot, () => JSON.stringify(documentOfPreset(presets[0] as (typeof presets)[number])));
    other(slot, () => null);
    expect(elsewhere()).toBeNull();
    commit(setBalance('cash', '7', day));
    expect(kept.get(slot)).toContain('"cash":"7"');
  });

  it('says nothing where another tab opened another account and put this one aside; both are kept', () => {
    const mine = kept.get(slot) ?? '';
    const theirs = mine.replace('My account', 'By a link');
    const work = {
      document: JSON.parse(mine) as object,
      texts: {},
      newRow: startDesk().newRow,
      calledOn: null,
    };
    other(asideKey, () => JSON.stringify([work]));
    other(slot, () => theirs);
    expect(elsewhere()).toBeNull();
    commit(setBalance('cash', '5', day));
    expect(kept.get(slot)).toBe(theirs);
    expect(saved()).toEqual([['My account', '5']]);
  });

  it.each(['null', '5', '"a"', '{}', '{"account":null}', '{"account":5}', '{"account":{}}', '{'])(
    'that reads %s in the storage is left there as it is, and what is worked on here becomes a copy',
    (text) => {
      kept.set(slot, text);
      commit(setBalance('cash', '5', day));
      expect(kept.get(slot) ?? kept.get('headroom.kept-aside.1')).toBe(text);
      expect(saved()).toEqual([[expect.stringMatching(/^My account/), '5']]);
    },
  );

  it('an example here leaves alone what another tab keeps', () => {
    startAgain();
    other(slot, () => JSON.stringify({ ...shown(), account: { ...shown().account, name: 'Theirs' } }));
    expect(elsewhere()).toBeNull();
    const theirs = kept.get(slot);
    openPreset(presets[1] as (typeof presets)[number]);
    startAgain();
    expect(kept.get(slot)).toBe(theirs);
  });
});

describe('a saved account', () => {
  const key = () => keyOfAccount(useDesk.getState().savedAs ?? '');

  it('changed in another tab and worked on here: both are kept', () => {
    saveHere('A');
    kept.set(key(), withCash('2')(kept.get(key()) ?? ''));
    commit(setBalance('cash', '5', day));
    expect(saved()).toEqual([
      ['A', '2'],
      ['A (2)', '5'],
    ]);
  });

  it('changed there alone is said, and shown when that is wanted', () => {
    saveHere('A');
    other(key(), withCash('2'));
    expect(elsewhere()).toEqual({ kind: 'changed' });
    takeOther();
    expect(shown().account.cash).toBe('2');
    expect(saved()).toEqual([['A', '2']]);
  });

  it('deleted there stays on show, and can be saved again', () => {
    saveHere('A');
    other(key(), () => null);
    expect(elsewhere()).toEqual({ kind: 'deleted', name: 'A' });
    expect(saved()).toEqual([]);
    keepThisAsCopy();
    expect(saved()).toEqual([['A', '1']]);
  });

  it('deleted there while it is worked on here is kept in the place of the others', () => {
    saveHere('A');
    kept.delete(key());
    commit(setBalance('cash', '5', day));
    expect(saved()).toEqual([]);
    expect(kept.get(slot)).toContain('"cash":"5"');
  });

  it('that both tabs bring to the same state is one account, and nothing is said', () => {
    saveHere('A');
    const text = withCash('5')(kept.get(key()) ?? '');
    kept.set(key(), JSON.stringify(JSON.parse(text), null, 1));
    commit(setBalance('cash', '5', day));
    expect(saved()).toEqual([['A', '5']]);
    expect(elsewhere()).toBeNull();
    commit(setBalance('cash', '6', day));
    expect(saved()).toEqual([['A', '6']]);
  });

  it('says nothing of itself, nor of one that is not on show', () => {
    saveHere('A');
    const keyOfA = key();
    other(keyOfA, (text) => text);
    expect(elsewhere()).toBeNull();
    startAgain();
    other(keyOfA, withCash('2'));
    expect(elsewhere()).toBeNull();
    commit(setBalance('cash', '3', day));
    saveHere('B');
    other(keyOfA, withCash('4'));
    other(keyOfA, () => null);
    expect([elsewhere(), shown().account.name]).toEqual([null, 'B']);
  });

  it('that was deleted is still said to be so when another account takes its place', () => {
    saveHere('A');
    other(key(), () => null);
    other(slot, () => JSON.stringify({ ...shown(), account: { ...shown().account, name: 'Theirs' } }));
    expect(elsewhere()).toEqual({ kind: 'deleted', name: 'A' });
  });

  it('renamed from the list is not named back by an undo that leads to it', () => {
    saveHere('A');
    const [found] = listSaved();
    startAgain();
    if (found?.ok === true) renameAccount(found.id, 'Alpha');
    undoStep();
    expect(saved()).toEqual([
      ['A', '1'],
      ['Alpha', '1'],
    ]);
  });
});

describe('work put aside', () => {
  it('by two tabs is put aside from both', () => {
    startAgain();
    const mine = JSON.parse(kept.get(asideKey) ?? '[]') as object[];
    const theirs = { ...mine[0], document: { ...shown(), account: { ...shown().account, name: 'Theirs' } } };
    kept.set(asideKey, JSON.stringify([...mine, theirs]));
    commit(setBalance('cash', '8', day));
    startAgain();
    const names = useDesk.getState().aside.map(({ document }) => document.account.name);
    expect(names).toEqual(['My account', 'Theirs', 'My account']);
  });

  it('and brought back here goes from the menu of both, and what another tab put there stays', () => {
    startAgain();
    commit(setBalance('cash', '8', day));
    startAgain();
    const [first, second] = JSON.parse(kept.get(asideKey) ?? '[]') as object[];
    const theirs = { ...first, document: { ...shown(), account: { ...shown().account, name: 'Theirs' } } };
    kept.set(asideKey, JSON.stringify([first, second, theirs]));
    dropAside(useDesk.getState().aside[0] as Work);
    const left = useDesk.getState().aside.map(({ document: { account } }) => [account.name, account.cash]);
    expect(left.map(([name]) => name)).toEqual(['My account', 'Theirs']);
    expect(left[0]?.[1]).toBe('8');
    expect(JSON.parse(kept.get(asideKey) ?? '[]')).toHaveLength(2);
  });

  it('in another tab shows up here', () => {
    startAgain();
    other(asideKey, () => null);
    expect(useDesk.getState().aside).toEqual([]);
  });
});
