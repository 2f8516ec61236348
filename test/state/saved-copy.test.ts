// The copy that the browser keeps: read back as it was, put aside when it cannot be read, never a reason to fail.
import { beforeEach, describe, expect, it } from 'vitest';
import { setHoldings } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { setMarketMove } from '@/state/lever-edits';
import { startAgain } from '@/state/open-account';
import { readSavedCopy, type Shelf } from '@/state/saved-copy';
import { commit, drag, keepText, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';

const key = 'headroom.document';

function shelfWith(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  const shelf: Shelf = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
  return { shelf, kept };
}

const refusing: Shelf = {
  getItem: () => {
    throw new Error('denied');
  },
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => {
    throw new Error('denied');
  },
};

beforeEach(() => useDesk.setState(startDesk()));

describe('the saved copy', () => {
  it('is written after a step, not in mid-gesture, and not for the example', () => {
    const { shelf, kept } = shelfWith();
    const end = beginAutosave(shelf);
    commit(setMarketMove('-0.1'));
    drag('test', setHoldings('5', '2026-11-20'));
    expect(kept.has(key)).toBe(false);
    commit(setHoldings('58000', '2026-11-20'));
    expect(JSON.parse(kept.get(key) ?? '')).toEqual(selectDocument(useDesk.getState()));
    startAgain();
    expect(kept.has(key)).toBe(false);
    undoStep();
    expect(kept.has(key)).toBe(true);
    end();
  });

  it('comes back with half-typed text', () => {
    const { shelf, kept } = shelfWith();
    const end = beginAutosave(shelf);
    commit(setHoldings('58000', '2026-11-20'));
    keepText('loan', '12k');
    const written = selectDocument(useDesk.getState());
    end();
    useDesk.setState(startDesk());
    beginAutosave(shelfWith(Object.fromEntries(kept)).shelf)();
    expect(selectDocument(useDesk.getState())).toEqual(written);
    expect(useDesk.getState().texts).toEqual({ loan: '12k' });
  });

  it.each([
    ['no JSON', '{"app":"headroom",'],
    ['a newer version', '{"app":"headroom","schemaVersion":99}'],
    [
      'a bad figure',
      '{"app":"headroom","schemaVersion":1,"account":{"name":"","ruleSet":"m1","cash":"1e5","marginLoan":"0","shortCredit":"0","positions":[]},"scenarios":[]}',
    ],
  ])('with %s is put aside unchanged, and said', (_name, text) => {
    const { shelf, kept } = shelfWith({ [key]: text });
    const copy = readSavedCopy(shelf);
    expect(copy.document).toBeNull();
    expect(copy.notice).toMatchObject({ kind: 'unreadable', text });
    expect(copy.canSave).toBe(true);
    expect(kept.get('headroom.kept-aside.1')).toBe(text);
    expect(kept.has(key)).toBe(false);
  });

  it('put aside twice keeps both', () => {
    const { shelf, kept } = shelfWith({ [key]: 'second', 'headroom.kept-aside.1': 'first' });
    readSavedCopy(shelf);
    expect(kept.get('headroom.kept-aside.1')).toBe('first');
    expect(kept.get('headroom.kept-aside.2')).toBe('second');
  });

  it('that cannot be put aside is never written over', () => {
    const full = { ...shelfWith({ [key]: 'broken' }).shelf, setItem: refusing.setItem };
    expect(readSavedCopy(full).canSave).toBe(false);
  });

  it('is said to be missing where the browser refuses', () => {
    expect(readSavedCopy(refusing)).toMatchObject({ document: null, notice: { kind: 'not-saved' } });
    expect(readSavedCopy(null)).toMatchObject({ document: null, notice: { kind: 'not-saved' } });
  });
});
