// My accounts: what is saved is never lost but by deleting it, whatever is done in between.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '@/presets/accounts';
import { setBalance, setHoldings } from '@/state/account-edits';
import { openPreset, startAgain } from '@/state/open-account';
import {
  deleteSaved,
  duplicateAccount,
  keyOfAccount,
  openAccount,
  putBack,
  renameAccount,
  saveHere,
} from '@/state/saved-accounts';
import { commit, keepText, redoStep, undoStep, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';
import { begin, cashOf, day, end, idOf, names, save, shown } from '../support/saved-accounts';
import { makeShelf } from '../support/shelf';

beforeEach(() => begin());
afterEach(() => end());

describe('a saved account', () => {
  it('goes on being saved, and is no longer put aside when another opens', () => {
    commit(setHoldings('58000', day));
    expect(saveHere('Fidelity')).toBe('kept');
    expect(shown().account.name).toBe('Fidelity');
    commit(setBalance('cash', '7', day));
    expect(cashOf('Fidelity')).toBe('7');
    const [preset] = presets;
    if (preset !== undefined) openPreset(preset);
    expect(useDesk.getState().aside).toEqual([]);
    expect(names()).toEqual(['Fidelity']);
  });

  it('and another keep apart over undo and redo, and over a reload the one on show is on show', () => {
    const { shelf } = makeShelf();
    begin(shelf);
    save('A', '1');
    save('B', '2');
    openAccount(idOf('A'));
    commit(setBalance('cash', '11', day));
    undoStep();
    undoStep();
    expect(shown().account.name).toBe('B');
    commit(setBalance('cash', '22', day));
    expect([cashOf('A'), cashOf('B')]).toEqual(['1', '22']);
    begin(shelf);
    expect(shown().account).toMatchObject({ name: 'B', cash: '22' });
    commit(setBalance('cash', '23', day));
    expect([cashOf('A'), cashOf('B')]).toEqual(['1', '23']);
  });

  it('keeps what is half-typed for it, also over an undo to it', () => {
    save('A', '1');
    keepText('loan', '12k');
    save('B', '2');
    expect(useDesk.getState().texts).toEqual({});
    openAccount(idOf('A'));
    expect(useDesk.getState().texts).toEqual({ loan: '12k' });
    keepText('loan', '13k');
    undoStep();
    expect(useDesk.getState().texts).toEqual({});
    redoStep();
    expect(useDesk.getState().texts).toEqual({ loan: '13k' });
  });

  it('on show at the start puts other work that was on show last into the menu', () => {
    const { shelf, kept } = makeShelf();
    begin(shelf);
    save('A', '1');
    kept.set('headroom.document', JSON.stringify(documentOf({ name: 'Other', cash: '3' })));
    begin(shelf);
    expect(shown().account.name).toBe('A');
    expect(useDesk.getState().aside.map(({ document }) => document.account.cash)).toEqual(['3']);
    expect(kept.has('headroom.document')).toBe(false);
    begin(shelf);
    expect(useDesk.getState().aside).toHaveLength(1);
  });

  it('saved a second time under another name leaves the first as it was', () => {
    save('A', '1');
    saveHere('A');
    commit(setBalance('cash', '9', day));
    expect(names()).toEqual(['A', 'A (2)']);
    expect([cashOf('A'), cashOf('A (2)')]).toEqual(['1', '9']);
  });

  it('is renamed: on show in one step to undo, elsewhere in its place', () => {
    save('A', '1');
    save('B', '2');
    renameAccount(idOf('B'), 'Bank');
    expect(shown().account.name).toBe('Bank');
    renameAccount(idOf('A'), 'Alpha');
    expect(names()).toEqual(['Alpha', 'Bank']);
    undoStep();
    expect(names()).toEqual(['Alpha', 'B']);
  });

  it('is doubled with a number behind its name', () => {
    save('A', '1');
    duplicateAccount(idOf('A'));
    duplicateAccount(idOf('A'));
    expect(names()).toEqual(['A', 'A (2)', 'A (3)']);
    expect(shown().account.name).toBe('A');
  });

  it('is deleted, and comes back by being put back or by undo', () => {
    save('A', '1');
    save('B', '2');
    const gone = deleteSaved(keyOfAccount(idOf('A')));
    expect(names()).toEqual(['B']);
    if (gone !== null) putBack(gone);
    expect(names()).toEqual(['A', 'B']);
    deleteSaved(keyOfAccount(idOf('B')));
    expect(names()).toEqual(['A']);
    expect(useDesk.getState().aside).toEqual([]);
    undoStep();
    expect(shown().account.name).toBe('B');
    expect(names()).toEqual(['A', 'B']);
  });

  it('put back is on show again where it was, and only there', () => {
    save('A', '1');
    save('B', '2');
    const [a, b] = [idOf('A'), idOf('B')];
    const aside = deleteSaved(keyOfAccount(a));
    if (aside !== null) putBack(aside);
    expect([shown().account.name, useDesk.getState().savedAs]).toEqual(['B', b]);
    const gone = deleteSaved(keyOfAccount(b));
    expect(useDesk.getState().savedAs).toBeNull();
    if (gone !== null) putBack(gone);
    expect([shown().account.name, useDesk.getState().savedAs]).toEqual(['B', b]);
  });

  it('takes the next free number of its name, and stands in the order of names and numbers', () => {
    save('Case 10', '1');
    save('Case 2', '2');
    save('case 3', '3');
    duplicateAccount(idOf('Case 2'));
    duplicateAccount(idOf('Case 2 (2)'));
    expect(names()).toEqual(['Case 2', 'Case 2 (2)', 'Case 2 (3)', 'case 3', 'Case 10']);
  });

  it('leaves the place of the others, where what is not saved is kept', () => {
    const { shelf, kept } = makeShelf();
    begin(shelf);
    commit(setBalance('cash', '1', day));
    keepText('loan', '12k');
    expect([kept.has('headroom.document'), kept.has('headroom.unfinished')]).toEqual([true, true]);
    saveHere('A');
    expect([kept.has('headroom.document'), kept.has('headroom.unfinished')]).toEqual([false, false]);
  });

  it('is that of this tab after a reload, whatever another tab showed last', () => {
    const { shelf } = makeShelf();
    const [mine, theirs] = [makeShelf(), makeShelf()];
    const reload = (session: typeof shelf) => begin(shelf, session);
    reload(mine.shelf);
    save('A', '1');
    reload(theirs.shelf);
    save('B', '2');
    reload(mine.shelf);
    expect(shown().account.name).toBe('A');
    // A tab that goes on without a saved account remembers that too.
    startAgain();
    openAccount(idOf('B'));
    startAgain();
    reload(theirs.shelf);
    expect(shown().account.name).toBe('B');
    reload(mine.shelf);
    expect(useDesk.getState().savedAs).toBeNull();
    // A new tab knows none of its own: it begins with what any tab showed last, which is B.
    openAccount(idOf('B'));
    reload(makeShelf().shelf);
    expect(shown().account.name).toBe('B');
  });

  it('that cannot be read stays where it is, is named, and is in no way of the others', () => {
    const { shelf, kept } = makeShelf({
      'headroom.account.0a': '{"document":{"app":"headroom","schemaVersion":99}}',
      'headroom.account.0b': '{',
      'headroom.kept-aside.1': 'old',
    });
    begin(shelf);
    save('A', '1');
    expect(names()).toEqual(['A', '?', '?', '?']);
    expect(kept.get('headroom.account.0b')).toBe('{');
    expect(deleteSaved('headroom.kept-aside.1')?.text).toBe('old');
    expect(names()).toEqual(['A', '?', '?']);
  });
});
