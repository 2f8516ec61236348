// The day of the call: today until another is said, kept over a reload, of one account only, and no step to undo.
import { beforeEach, describe, expect, it } from 'vitest';
import { type Preset, presets } from '@/presets/accounts';
import { setHoldings } from '@/state/account-edits';
import { beginAutosave } from '@/state/autosave';
import { isCallDay, selectCallDay } from '@/state/call-day';
import { bringBack, openPreset, startAgain } from '@/state/open-account';
import type { Shelf } from '@/state/saved-copy';
import { commit, setCalledOn, startDesk, undoStep, useDesk } from '@/state/store';
import { localDay } from '@/state/today';

const day = '2026-11-17';
const calledOn = () => selectCallDay(useDesk.getState());

function shelfWith(kept: Map<string, string>): Shelf {
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
}

beforeEach(() => {
  useDesk.setState(startDesk());
  commit(setHoldings('58000', day));
});

describe('the day of the call', () => {
  it('is today until one is said, and again once it is taken back', () => {
    expect(calledOn()).toBe(localDay());
    setCalledOn(day);
    expect(calledOn()).toBe(day);
    setCalledOn(null);
    expect(calledOn()).toBe(localDay());
  });

  it('is no step to undo', () => {
    const { commits, history } = useDesk.getState();
    setCalledOn(day);
    expect(useDesk.getState().commits).toBe(commits);
    expect(useDesk.getState().history).toBe(history);
    commit(setHoldings('50000', day));
    undoStep();
    expect(calledOn()).toBe(day);
  });

  it('outlives a reload; what is no day is left out', () => {
    const kept = new Map<string, string>();
    const end = beginAutosave(shelfWith(kept));
    commit(setHoldings('58000', day));
    setCalledOn(day);
    end();
    useDesk.setState(startDesk());
    beginAutosave(shelfWith(kept))();
    expect(calledOn()).toBe(day);
    const text = kept.get('headroom.unfinished') ?? '';
    for (const wrong of ['2026-02-30', '1999-12-31', '2101-01-01', 'yesterday']) {
      kept.set('headroom.unfinished', text.replace(day, wrong));
      beginAutosave(shelfWith(kept))();
      expect(useDesk.getState().calledOn).toBeNull();
    }
  });

  it('belongs to its account: an example begins with today, and the account comes back with its day', () => {
    const [first] = presets as readonly [Preset];
    setCalledOn(day);
    openPreset(first);
    expect(calledOn()).toBe(localDay());
    const [work] = useDesk.getState().aside;
    if (work === undefined) throw new Error('nothing is put aside');
    bringBack(work);
    expect(calledOn()).toBe(day);
    startAgain();
    expect(calledOn()).toBe(localDay());
    undoStep();
    expect(calledOn()).toBe(day);
  });

  it('lies in the years whose trading days are known', () => {
    expect(isCallDay('2000-01-01')).toBe(true);
    expect(isCallDay('2100-12-31')).toBe(true);
    expect(isCallDay('0202-11-17')).toBe(false);
    expect(isCallDay('')).toBe(false);
  });
});
