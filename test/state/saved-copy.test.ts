// The copy that the browser keeps: read back as it was, put aside when it cannot be read, never a reason to fail.
import { beforeEach, describe, expect, it } from 'vitest';
import { setHoldings } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { setMarketMove } from '@/state/lever-edits';
import { startAgain } from '@/state/open-account';
import { readSavedCopy, readUnfinished, type Shelf } from '@/state/saved-copy';
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

  it('put aside is put aside once, however often it is read', () => {
    const { shelf, kept } = shelfWith({ [key]: 'broken', 'headroom.kept-aside.1': 'broken' });
    expect(readSavedCopy(shelf).canSave).toBe(true);
    expect(kept.has('headroom.kept-aside.2')).toBe(false);
    expect(kept.has(key)).toBe(false);
  });

  it('finds the last of twenty places, and with all of them taken stays where it is', () => {
    const places = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`headroom.kept-aside.${n + 1}`, `old ${n}`]),
      );
    const one = shelfWith({ [key]: 'broken', ...places(19) });
    expect(readSavedCopy(one.shelf).canSave).toBe(true);
    expect(one.kept.get('headroom.kept-aside.20')).toBe('broken');
    const none = shelfWith({ [key]: 'broken', ...places(20) });
    expect(readSavedCopy(none.shelf).canSave).toBe(false);
    expect(none.kept.get(key)).toBe('broken');
    expect(none.kept.size).toBe(21);
  });

  it('is said to be missing where the browser refuses', () => {
    expect(readSavedCopy(refusing)).toMatchObject({ document: null, notice: { kind: 'not-saved' } });
    expect(readSavedCopy(null)).toMatchObject({ document: null, notice: { kind: 'not-saved' } });
  });
});

describe('what is half-typed', () => {
  it('comes back where it looks like it, and is left out where it does not', () => {
    const text = JSON.stringify({
      texts: { loan: '12k', cash: 5 },
      newRow: { symbol: 7, side: 'short', shares: '1e5', price: '12.5', rate: 0.3 },
      calledOn: '2026-02-30',
    });
    expect(readUnfinished(text)).toMatchObject({
      texts: { loan: '12k' },
      newRow: { symbol: '', side: 'short', shares: null, price: '12.5', rate: null },
      calledOn: null,
    });
    expect(Object.keys(readUnfinished(text)?.texts ?? {})).toEqual(['loan']);
  });

  it('keeps the symbol, the figures and the day of a call as they were', () => {
    const newRow = { symbol: 'NVDA', side: 'long', shares: '5', price: null, rate: '0.4' };
    const text = JSON.stringify({ texts: {}, newRow, calledOn: '2026-11-20' });
    expect(readUnfinished(text)).toMatchObject({ texts: {}, newRow, calledOn: '2026-11-20' });
  });

  it.each([
    'null',
    '5',
    '"12k"',
    '[]',
    '{}',
    '{"texts":{}}',
    '{"newRow":{}}',
    '{"texts":{},"newRow":null}',
    '{',
  ])('that reads %s is nothing, and the account beside it is read', (unfinished) => {
    const { shelf, kept } = shelfWith();
    const end = beginAutosave(shelf);
    commit(setHoldings('58000', '2026-11-20'));
    end();
    const { shelf: next } = shelfWith({ ...Object.fromEntries(kept), 'headroom.unfinished': unfinished });
    const copy = readSavedCopy(next);
    expect(copy.unfinished).toBeNull();
    expect(copy).toMatchObject({
      document: { account: { positions: [{ marketValue: '58000' }] } },
      notice: null,
    });
  });
});
