// Own work while an example is on show: put aside once, brought back whole, kept over a reload, never written over.
import { beforeEach, describe, expect, it } from 'vitest';
import type { SimulatorDocument } from '@/io/document';
import { type Preset, presets } from '@/presets/accounts';
import { setBalance, setHoldings } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { dropAside, putAsideBack } from '@/state/drop-aside';
import { setMarketMove } from '@/state/lever-edits';
import { bringBack, openPreset } from '@/state/open-account';
import { documentOfPreset } from '@/state/presets';
import type { Shelf } from '@/state/saved-copy';
import { commit, keepText, redoStep, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';

const day = '2026-11-20';
const [first, second] = presets as readonly [Preset, Preset];
const shown = () => selectDocument(useDesk.getState());
const aside = () => useDesk.getState().aside.map(({ document }) => document);

function bringFirst() {
  const [work] = useDesk.getState().aside;
  if (work === undefined) throw new Error('nothing is put aside');
  bringBack(work);
}

function shelfWith(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  const shelf: Shelf = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
  return { shelf, kept };
}

let own: SimulatorDocument;

beforeEach(() => {
  useDesk.setState(startDesk());
  commit(setHoldings('58000', day));
  own = shown();
});

describe('own work', () => {
  it('is put aside by an example, and one undo brings it back', () => {
    openPreset(first);
    expect(shown()).toEqual(documentOfPreset(first));
    expect(aside()).toEqual([own]);
    undoStep();
    expect(shown()).toBe(own);
    redoStep();
    expect(aside()).toEqual([own]);
  });

  it('is dropped alone, in the browser too, and put back at its place', () => {
    const { shelf, kept } = shelfWith();
    const end = beginAutosave(shelf);
    for (const value of ['1000', '2000', '3000']) {
      commit(setHoldings(value, day));
      openPreset(first);
    }
    const values = () => aside().map(({ account }) => account.positions[0]?.marketValue);
    const keptValues = () => kept.get('headroom.put-aside')?.match(/"marketValue":"\d+"/g);
    expect(values()).toEqual(['1000', '2000', '3000']);
    const middle = useDesk.getState().aside[1];
    const gone = middle === undefined ? null : dropAside(middle);
    expect(values()).toEqual(['1000', '3000']);
    expect(keptValues()).toEqual(['"marketValue":"1000"', '"marketValue":"3000"']);
    if (gone !== null) putAsideBack(gone);
    expect(values()).toEqual(['1000', '2000', '3000']);
    expect(keptValues()).toHaveLength(3);
    expect(middle !== undefined && dropAside({ ...middle })).toBeNull();
    end();
  });

  it('is not written over by a second example, nor by the second example’s what-if', () => {
    openPreset(first);
    openPreset(second);
    commit(setMarketMove('-0.1'));
    openPreset(first);
    expect(aside()).toEqual([own]);
    bringFirst();
    expect(shown()).toEqual(own);
    expect(aside()).toEqual([]);
  });

  it('stays aside beside a changed example, which is work too', () => {
    openPreset(first);
    commit(setBalance('cash', '5', day));
    const changed = shown();
    openPreset(first);
    expect(aside()).toEqual([own, changed]);
    bringFirst();
    expect(aside()).toEqual([changed]);
    bringFirst();
    expect(shown()).toEqual(changed);
    expect(aside()).toEqual([own]);
  });

  it('comes back half-typed as it was', () => {
    keepText('loan', '12k');
    openPreset(first);
    expect(useDesk.getState().texts).toEqual({});
    bringFirst();
    expect(useDesk.getState().texts).toEqual({ loan: '12k' });
  });

  it('that was brought back and changed is put aside anew when undo leads to the example again', () => {
    openPreset(first);
    bringFirst();
    undoStep();
    expect(shown()).toEqual(documentOfPreset(first));
    expect(aside()).toEqual([own]);
  });

  it('leaves its older state behind when it is changed after an undo', () => {
    openPreset(first);
    undoStep();
    commit(setBalance('cash', '5', day));
    expect(aside()).toEqual([]);
  });
});

describe('without own work', () => {
  it('nothing is put aside: neither the first example nor an untouched one', () => {
    useDesk.setState(startDesk());
    openPreset(first);
    openPreset(second);
    expect(aside()).toEqual([]);
  });
});

describe('over a reload', () => {
  it('the example is on show and own work can still be brought back', () => {
    const { shelf, kept } = shelfWith();
    const end = beginAutosave(shelf);
    commit(setHoldings('58000', day));
    const typed = shown();
    openPreset(second);
    end();
    useDesk.setState(startDesk());
    const endAgain = beginAutosave(shelf);
    expect(shown()).toEqual(documentOfPreset(second));
    expect(aside()).toEqual([typed]);
    bringFirst();
    expect(shown()).toEqual(typed);
    expect(kept.has('headroom.put-aside')).toBe(false);
    endAgain();
  });

  it.each([
    '{',
    '[]',
    '{"a":1}',
    '[{"document":{"app":"headroom","schemaVersion":99},"texts":{},"newRow":{}}]',
  ])('a list that cannot be read is kept as it was: %s', (text) => {
    const { shelf, kept } = shelfWith({ 'headroom.put-aside': text });
    beginAutosave(shelf)();
    expect(aside()).toEqual([]);
    expect(kept.get('headroom.kept-aside.1')).toBe(text);
  });

  it('own work that cannot be put aside is not written over by the example', () => {
    const { shelf, kept } = shelfWith();
    const full: Shelf = {
      ...shelf,
      setItem: (name, text) => {
        if (name === 'headroom.put-aside') throw new Error('full');
        shelf.setItem(name, text);
      },
    };
    const end = beginAutosave(full);
    commit(setHoldings('58000', day));
    const written = kept.get('headroom.document');
    openPreset(first);
    expect(kept.get('headroom.document')).toBe(written);
    expect(useDesk.getState().notice).toEqual({ kind: 'not-saved' });
    end();
  });
});
