// Refused texts over undo and redo: they stay with their field, and go with a value that changes or another account.
import { beforeEach, describe, expect, it } from 'vitest';
import { presets } from '@/presets/accounts';
import { exampleDocument, setBalance, setHoldings } from '@/state/account-edits';
import { blankRow } from '@/state/aside';
import { beginAutosave } from '@/state/autosave';
import { addRow, changeRow, type RowInput, removeRow } from '@/state/holding-edits';
import { setMarketMove } from '@/state/lever-edits';
import { bringBack, openPreset, startAgain } from '@/state/open-account';
import type { Shelf } from '@/state/saved-copy';
import {
  commit,
  keepText,
  keepTexts,
  redoStep,
  selectDocument,
  setListing,
  setNewRow,
  startDesk,
  undoStep,
  useDesk,
} from '@/state/store';

const day = '2026-11-20';
const texts = () => useDesk.getState().texts;
const shown = () => selectDocument(useDesk.getState());
const row = (id: string, marketValue: string): RowInput => ({
  id,
  symbol: id.toUpperCase(),
  side: 'long',
  maintenanceRate: null,
  marketValue,
});
const [first] = presets;

beforeEach(() => useDesk.setState(startDesk()));

describe('undo and redo', () => {
  it('keep what is refused in other fields; the undone field loses its text', () => {
    commit(setHoldings('58000', day));
    commit(setBalance('cash', '5', day));
    commit(setMarketMove('-0.1'));
    keepTexts({ loan: '12k', cash: 'abc', market: '1e5' });
    undoStep();
    expect(texts()).toEqual({ loan: '12k', cash: 'abc', market: '1e5' });
    undoStep();
    expect(texts()).toEqual({ loan: '12k', market: '1e5' });
    redoStep();
    expect(texts()).toEqual({ loan: '12k', market: '1e5' });
  });

  it('keep them at the example that is given back when the first figure is undone', () => {
    commit(setHoldings('58000', day));
    keepText('loan', '12k');
    undoStep();
    expect(texts()).toEqual({ loan: '12k' });
  });

  it('keep texts of rows that are there, and those of the blank row wherever it is then', () => {
    setListing(true);
    commit(addRow(row('p1', '24000'), day));
    commit(addRow(row('p2', '8000'), day));
    commit(changeRow('p1', { maintenanceRate: '0.4' }, day));
    keepTexts({ 'value-p1': 'abc', 'rate-p1': '30x', 'value-p2': '1e5', 'value-p3': 'new' });
    undoStep();
    expect(texts()).toEqual({ 'value-p1': 'abc', 'value-p2': '1e5', 'value-p3': 'new' });
    undoStep();
    expect(texts()).toEqual({ 'value-p1': 'abc', 'value-p2': 'new' });
    redoStep();
    expect(texts()).toEqual({ 'value-p1': 'abc', 'value-p3': 'new' });
    commit(removeRow('p2'));
    keepTexts({ 'value-p3': null, 'value-p2': 'new' });
    undoStep();
    expect(texts()).toEqual({ 'value-p1': 'abc', 'value-p3': 'new' });
  });

  it('texts of the table’s rows stay while the table is on show, those of the one number while that is', () => {
    const all = { 'value-p1': 'abc', holdings: '12k', requirement: '3o', loan: '9k' };
    commit(setHoldings('58000', day));
    commit(setBalance('cash', '5', day));
    setListing(true);
    keepTexts(all);
    undoStep();
    expect(texts()).toEqual({ 'value-p1': 'abc', loan: '9k' });
    setListing(false);
    keepTexts(all);
    redoStep();
    expect(texts()).toEqual({ holdings: '12k', requirement: '3o', loan: '9k' });
  });

  it.each([
    ['shares', { shares: '20', price: '5' }],
    ['price', { shares: '10', price: '6' }],
  ])(
    'a change of the %s takes what is refused beside it in the row along, as they make its value',
    (_, change) => {
      setListing(true);
      commit(
        addRow(
          { id: 'p1', symbol: 'P1', side: 'long', maintenanceRate: null, shares: '10', price: '5' },
          day,
        ),
      );
      commit(changeRow('p1', change, day));
      keepTexts({ 'value-p1': 'abc', 'rate-p1': '30x' });
      undoStep();
      expect(texts()).toEqual({ 'rate-p1': '30x' });
    },
  );

  it('a row begun on an example is not typed under the account that undo leads to', () => {
    commit(addRow(row('p1', '24000'), day));
    setNewRow({ symbol: 'NVDA' });
    if (first === undefined) throw new Error('no example');
    openPreset(first);
    setNewRow({ symbol: 'TSLA', shares: '5' });
    keepText('loan', '12k');
    undoStep();
    // What was typed there when it was left is there again.
    expect(useDesk.getState().newRow).toEqual({ ...blankRow, symbol: 'NVDA' });
    expect(texts()).toEqual({});
    // And TSLA × 5 waits with its example.
    const left = useDesk.getState().aside.find(({ newRow }) => newRow.symbol === 'TSLA');
    expect(left?.newRow.shares).toBe('5');
  });

  it('between two accounts of the same name each keeps what is half-typed for it', () => {
    commit(addRow(row('p1', '24000'), day));
    setNewRow({ symbol: 'NVDA' });
    startAgain();
    commit(addRow(row('p1', '25000'), day));
    keepText('loan', '12k');
    setNewRow({ symbol: 'TSLA' });
    const [earlier] = useDesk.getState().aside;
    if (earlier === undefined) throw new Error('nothing is put aside');
    bringBack(earlier);
    keepText('cash', 'abc');
    // Both are “My account”.
    undoStep();
    expect(texts()).toEqual({ loan: '12k' });
    expect(useDesk.getState().newRow.symbol).toBe('TSLA');
    redoStep();
    expect(texts()).toEqual({ cash: 'abc' });
    expect(useDesk.getState().newRow.symbol).toBe('NVDA');
  });

  it('back at the first visit’s example nothing of an opened one is typed', () => {
    if (first === undefined) throw new Error('no example');
    openPreset(first);
    setNewRow({ symbol: 'TSLA' });
    undoStep();
    expect(shown()).toEqual(exampleDocument);
    expect(useDesk.getState().newRow).toEqual(blankRow);
  });
});

describe('starting again', () => {
  it('puts own work aside, half-typed as it is, and it can be brought back after a reload', () => {
    const kept = new Map<string, string>();
    const shelf: Shelf = {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, text) => void kept.set(name, text),
      removeItem: (name) => void kept.delete(name),
    };
    const end = beginAutosave(shelf);
    commit(addRow(row('p1', '24000'), day));
    keepText('loan', '12k');
    const own = shown();
    startAgain();
    expect(shown()).toEqual(exampleDocument);
    expect(texts()).toEqual({});
    end();
    useDesk.setState(startDesk());
    beginAutosave(shelf)();
    expect(shown()).toEqual(exampleDocument);
    const [work] = useDesk.getState().aside;
    if (work === undefined) throw new Error('nothing is put aside');
    bringBack(work);
    expect(shown()).toEqual(own);
    expect(texts()).toEqual({ loan: '12k' });
  });

  it('undone gives back the account with what was half-typed', () => {
    commit(addRow(row('p1', '24000'), day));
    const own = shown();
    keepText('loan', '12k');
    startAgain();
    setNewRow({ symbol: 'TSLA' });
    undoStep();
    expect(shown()).toBe(own);
    expect(texts()).toEqual({ loan: '12k' });
    expect(useDesk.getState().newRow).toEqual(blankRow);
    expect(useDesk.getState().isListing).toBe(true);
  });
});
