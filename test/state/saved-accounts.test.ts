// My accounts: what is saved is never lost but by deleting it, whatever is done in between and whatever the browser does.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '@/presets/accounts';
import { setBalance, setHoldings, setLoanInterestRate } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { bringBack, openPreset, startAgain } from '@/state/open-account';
import {
  deleteSaved,
  duplicateAccount,
  everyAccount,
  keyOfAccount,
  listSaved,
  openAccount,
  putBack,
  renameAccount,
  saveAll,
  saveHere,
} from '@/state/saved-accounts';
import { commit, keepText, redoStep, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';
import { makeShelf, refusingShelf } from '../support/shelf';

const day = '2026-11-20';
const shown = () => selectDocument(useDesk.getState());
const names = () => listSaved().map((each) => (each.ok ? each.work.document.account.name : '?'));
const cashOf = (name: string) =>
  listSaved().flatMap((each) =>
    each.ok && each.work.document.account.name === name ? [each.work.document.account.cash] : [],
  )[0];
const idOf = (name: string) =>
  listSaved().flatMap((each) => (each.ok && each.work.document.account.name === name ? [each.id] : []))[0] ??
  '';

let end = () => {};
function begin(shelf = makeShelf().shelf) {
  end();
  useDesk.setState(startDesk());
  end = beginAutosave(shelf);
}

beforeEach(() => begin());
afterEach(() => end());

/** An account of one's own, saved under a name. */
function save(name: string, cash: string) {
  startAgain();
  commit(setBalance('cash', cash, day));
  saveHere(name);
}

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
    const reload = (session: typeof shelf) => {
      end();
      useDesk.setState(startDesk());
      end = beginAutosave(shelf, session);
    };
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
    end();
    end = beginAutosave(shelf);
    expect(useDesk.getState().notice).toEqual({ kind: 'not-saved' });
    commit(setBalance('cash', '1', day));
    expect(saveHere('A')).toBe('refused');
    expect(names()).toEqual([]);
    expect(openAccount('x')).toBe(false);
    expect(everyAccount()).toHaveLength(1);
  });
});

type Act = readonly [kind: string, which: number];
const act: fc.Arbitrary<Act> = fc.tuple(
  fc.constantFrom(
    'edit',
    'save',
    'open',
    'rename',
    'double',
    'delete',
    'undo',
    'redo',
    'preset',
    'again',
    'back',
    'reload',
  ),
  fc.nat({ max: 5 }),
);

it('no sequence of acts loses an account that was not deleted, or changes one that is not on show', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 40, size: 'max' }), (acts) => {
      const { shelf } = makeShelf();
      begin(shelf);
      let cash = 1;
      const all = () =>
        new Map(listSaved().flatMap((each) => (each.ok ? [[each.id, each.work.document]] : [])));
      for (const [kind, which] of acts) {
        const before = all();
        const { savedAs: shownBefore } = useDesk.getState();
        const target = [...before.keys()][which % Math.max(1, before.size)] ?? '';
        if (kind === 'edit') commit(setBalance('cash', String((cash += 1)), day));
        if (kind === 'save') {
          // A mark that no later act changes: it tells whose figures stand under an id.
          if (shownBefore === null) commit(setLoanInterestRate(`0.${(cash += 1)}`));
          saveHere(`Account ${which}`);
        }
        if (kind === 'open') openAccount(target);
        if (kind === 'rename') renameAccount(target, `Name ${which}`);
        if (kind === 'double') duplicateAccount(target);
        if (kind === 'delete') deleteSaved(keyOfAccount(target));
        if (kind === 'undo') undoStep();
        if (kind === 'redo') redoStep();
        if (kind === 'again') startAgain();
        if (kind === 'preset') openPreset(presets[which] as (typeof presets)[number]);
        const work = useDesk.getState().aside[which];
        if (kind === 'back' && work !== undefined) bringBack(work);
        if (kind === 'reload') begin(shelf);
        const after = all();
        const { savedAs } = useDesk.getState();
        const kept = [...before].filter(([id]) => !(kind === 'delete' && id === target));
        expect(kept.filter(([id]) => !after.has(id))).toEqual([]);
        const marks = (from: typeof after) => kept.map(([id]) => from.get(id)?.account.loanInterestRate);
        expect(marks(after)).toEqual(marks(before));
        const mayChange = (id: string) =>
          id === savedAs || id === shownBefore || (kind === 'rename' && id === target);
        const still = kept.filter(([id]) => !mayChange(id));
        expect(still.map(([id]) => after.get(id))).toEqual(still.map(([, document]) => document));
        // What is on show is what is kept.
        expect(savedAs === null ? null : after.get(savedAs)).toEqual(savedAs === null ? null : shown());
      }
    }),
    { numRuns: 200 },
  );
});
