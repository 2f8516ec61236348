// Every account in one file, and a browser that has no room or keeps nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '@/presets/accounts';
import { setBalance } from '@/state/account-edits';
import { openPreset, startAgain } from '@/state/open-account';
import { everyAccount, openAccount, saveAll, saveHere } from '@/state/saved-accounts';
import { commit, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';
import { begin, cashOf, day, end, names, save, shown } from '../support/saved-accounts';
import { makeShelf, refusingShelf } from '../support/shelf';

beforeEach(() => begin());
afterEach(() => end());

describe('every account', () => {
  it('is in one file: saved, on show and put aside', () => {
    save('A', '1');
    startAgain();
    commit(setBalance('cash', '3', day));
    startAgain();
    commit(setBalance('cash', '4', day));
    expect(everyAccount().map(({ account }) => account.cash)).toEqual(['4', '1', '3']);
  });

  it('is in it once: a saved one on show is not its own copy, and an example is no account of one’s own', () => {
    expect(everyAccount()).toEqual([]);
    const [preset] = presets;
    if (preset !== undefined) openPreset(preset);
    expect(everyAccount()).toEqual([]);
    save('A', '1');
    expect(everyAccount().map(({ account }) => account.name)).toEqual(['A']);
  });

  it('comes in from one file beside those that are there', () => {
    save('A', '1');
    const documents = [documentOf({ name: 'A', cash: '5' }), documentOf({ name: 'B', cash: '6' })];
    expect(saveAll(documents)).toEqual({ kept: 'kept', count: 2 });
    expect(names()).toEqual(['A', 'A (2)', 'B']);
    expect([cashOf('A'), cashOf('A (2)'), cashOf('B')]).toEqual(['1', '5', '6']);
  });
});

describe('a browser that does not keep', () => {
  it('for lack of room says so, changes nothing, and goes on once there is room', () => {
    const { shelf, limits, used } = makeShelf();
    begin(shelf);
    commit(setBalance('cash', '1', day));
    const before = shown();
    limits.room = used();
    expect(saveHere('A')).toBe('full');
    expect(shown()).toBe(before);
    commit(setBalance('cash', '1000000', day));
    expect(useDesk.getState().notice).toEqual({ kind: 'full' });
    limits.room = Number.POSITIVE_INFINITY;
    commit(setBalance('cash', '2', day));
    expect(useDesk.getState().notice).toBeNull();
    expect(saveHere('A')).toBe('kept');
  });

  it('for lack of room saves as many of several as there is room for, and says how many', () => {
    const { shelf, limits, used } = makeShelf();
    begin(shelf);
    saveAll([documentOf({ name: 'A' })]);
    limits.room = used() * 2 + 10;
    const documents = ['B', 'C', 'D'].map((name) => documentOf({ name }));
    expect(saveAll(documents)).toEqual({ kept: 'full', count: 1 });
    expect(names()).toEqual(['A', 'B']);
  });

  it.each([
    ['refuses', refusingShelf],
    ['has no storage', null],
  ])('because it %s leaves the page working', (_why, shelf) => {
    begin(shelf);
    expect(useDesk.getState().notice).toEqual({ kind: 'not-saved' });
    commit(setBalance('cash', '1', day));
    expect(saveHere('A')).toBe('refused');
    expect(names()).toEqual([]);
    expect(openAccount('x')).toBe(false);
    expect(everyAccount()).toHaveLength(1);
  });
});
