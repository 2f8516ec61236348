// My accounts under any sequence of acts: none is lost that was not deleted, and only the one on show changes.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { presets } from '@/presets/accounts';
import { setBalance, setLoanInterestRate } from '@/state/account-edits';
import { bringBack, openPreset, startAgain } from '@/state/open-account';
import {
  deleteSaved,
  duplicateAccount,
  keyOfAccount,
  listSaved,
  openAccount,
  renameAccount,
  saveHere,
} from '@/state/saved-accounts';
import { commit, redoStep, undoStep, useDesk } from '@/state/store';
import { begin, day, end, shown } from '../support/saved-accounts';
import { makeShelf } from '../support/shelf';

beforeEach(() => begin());
afterEach(() => end());

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
