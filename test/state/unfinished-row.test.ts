// A row that is begun but no holding yet: counted by no figure, kept over a reload, and known by its number.
import { beforeEach, describe, expect, it } from 'vitest';
import { beginAutosave } from '@/state/autosave';
import { addRow, nextRowId } from '@/state/holding-edits';
import type { Shelf } from '@/state/saved-copy';
import { commit, drag, keepText, setNewRow, startDesk, useDesk } from '@/state/store';
import { selectUnfinishedRow } from '@/state/unfinished-row';

const day = '2026-11-20';
const row = (id: string) =>
  ({ id, symbol: 'VTI', side: 'long', marketValue: '24000', maintenanceRate: null }) as const;
const unfinished = () => selectUnfinishedRow(useDesk.getState());

function shelfWith(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  const shelf: Shelf = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
  return { shelf, kept };
}

beforeEach(() => useDesk.setState(startDesk()));

describe('the row below the last holding', () => {
  it('is unfinished once anything of it is typed, and counts from the first digit of its value', () => {
    commit(addRow(row('p1'), day));
    commit(addRow(row('p2'), day));
    expect(unfinished()).toBeNull();
    setNewRow({ symbol: 'NVDA' });
    expect(unfinished()).toBe(3);
    drag('value-p3', addRow(row('p3'), day));
    expect(unfinished()).toBeNull();
  });

  it('is unfinished with a side alone only when there is more, and with a refused text', () => {
    setNewRow({ side: 'short' });
    expect(unfinished()).toBeNull();
    keepText('value-p1', '1e5');
    expect(unfinished()).toBe(1);
  });

  it('gets the first number after all that are taken', () => {
    expect(nextRowId([{ ...row('p7'), maintenanceRate: '0.3' }])).toBe('p8');
    expect(nextRowId([])).toBe('p1');
  });
});

describe('over a reload', () => {
  it('shares without a price come back', () => {
    const { shelf, kept } = shelfWith();
    const end = beginAutosave(shelf);
    setNewRow({ symbol: 'NVDA', shares: '12.5' });
    end();
    useDesk.setState(startDesk());
    beginAutosave(shelfWith(Object.fromEntries(kept)).shelf)();
    expect(useDesk.getState().newRow).toEqual({
      symbol: 'NVDA',
      side: 'long',
      shares: '12.5',
      price: null,
      rate: null,
    });
    expect(unfinished()).toBe(1);
    // What is typed in a row is shown in one.
    expect(useDesk.getState().isListing).toBe(true);
  });

  it('a row kept before rows knew shares is still read; a figure that is none is left out', () => {
    const old = { texts: {}, newRow: { symbol: 'VTI', side: 'short', rate: '0.4', price: '1e5' } };
    beginAutosave(shelfWith({ 'headroom.unfinished': JSON.stringify(old) }).shelf)();
    expect(useDesk.getState().newRow).toEqual({
      symbol: 'VTI',
      side: 'short',
      shares: null,
      price: null,
      rate: '0.4',
    });
  });
});
