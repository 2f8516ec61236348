// Edits of holdings: the rest keeps the total, what-ifs follow what is held, and rates leave the day of the prices.
import { beforeEach, describe, expect, it } from 'vitest';
import { presets } from '@/presets/accounts';
import {
  isExample,
  setAccountName,
  setBalance,
  setDayCount,
  setEnteredOn,
  setHoldings,
  setLoanInterestRate,
  setRequirementDollars,
} from '@/state/account-edits';
import { blankRow } from '@/state/aside';
import { selectToday } from '@/state/figures';
import { addRow, changeRow, duplicateRow, type RowInput, removeRow } from '@/state/holding-edits';
import { setHoldingMove, setHoldingRequirement, setMarketMove, shownChanges } from '@/state/lever-edits';
import { isListed } from '@/state/listing';
import { findLump, findOneNumber, splitIntoHoldings, toOneNumber } from '@/state/one-number';
import { openPreset } from '@/state/open-account';
import { selectOverRest, withRestBack } from '@/state/split';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';

const day = '2026-11-20';
const shown = () => selectDocument(useDesk.getState());
const account = () => shown().account;
const held = () => account().positions.map(({ id, marketValue = 'shares' }) => `${id} ${marketValue}`);
const row = (id: string, worth: string | { shares: string; price: string }): RowInput => ({
  id,
  symbol: id.toUpperCase(),
  side: 'long',
  maintenanceRate: null,
  ...(typeof worth === 'string' ? { marketValue: worth } : worth),
});

beforeEach(() => useDesk.setState(startDesk()));

describe('one number being split', () => {
  beforeEach(() => {
    commit(setHoldings('58000', day));
    commit(setRequirementDollars('17000'));
    commit(splitIntoHoldings);
  });

  it('gives up what is typed by value or by shares, and takes back what is lowered or removed', () => {
    commit(addRow(row('p1', '24000'), day));
    commit(addRow(row('p2', { shares: '100', price: '40.5' }), day));
    // 58,000 − 24,000 − 4,050.
    expect(held()).toEqual(['p1 24000', 'p2 shares', 'rest 29950']);
    commit(changeRow('p1', { marketValue: '20000' }, day));
    expect(held()).toEqual(['p1 20000', 'p2 shares', 'rest 33950']);
    commit(duplicateRow('p2'));
    expect(held()).toEqual(['p1 20000', 'p2 shares', 'p3 shares', 'rest 29900']);
    commit(removeRow('p1'));
    expect(held()).toEqual(['p2 shares', 'p3 shares', 'rest 49900']);
  });

  it('is gone at exactly nothing, and by more it says how much', () => {
    commit(addRow(row('p1', '58000'), day));
    expect(held()).toEqual(['p1 58000']);
    expect(selectOverRest(useDesk.getState())).toBeNull();
    undoStep();
    commit(addRow(row('p1', '58000.01'), day));
    expect(selectOverRest(useDesk.getState())?.over.toText()).toBe('0.01');
    commit(setMarketMove('-0.1'));
    expect(selectOverRest(useDesk.getState())?.now.toText()).toBe('58000.01');
    commit(setBalance('cash', '5', day));
    expect(selectOverRest(useDesk.getState())?.total.toText()).toBe('58000');
    const [preset] = presets;
    if (preset !== undefined) openPreset(preset);
    expect(selectOverRest(useDesk.getState())).toBeNull();
  });

  it('comes back when less than all is typed after too much, until the total was right once', () => {
    commit(addRow(row('p1', '60000'), day));
    commit(addRow(row('p2', '500'), day));
    commit(withRestBack(changeRow('p1', { marketValue: '57600' }, day)));
    // 58,100 is still 100 too much.
    expect(held()).toEqual(['p1 57600', 'p2 500']);
    commit(withRestBack(removeRow('p2')));
    expect(held()).toEqual(['p1 57600', 'rest 400']);
    commit(withRestBack(changeRow('p1', { marketValue: '59000' }, day)));
    commit(withRestBack(changeRow('p1', { marketValue: '58000' }, day)));
    // All of it is typed: a lower price later is no split.
    commit(withRestBack(changeRow('p1', { marketValue: '50000' }, day)));
    expect(held()).toEqual(['p1 50000']);
    expect(selectOverRest(useDesk.getState())).toBeNull();
  });

  it('hands its own requirement on to longs, and to no short', () => {
    commit(addRow(row('p1', '24000'), day));
    commit(addRow({ ...row('p2', '1000'), side: 'short' }, day));
    commit(addRow({ ...row('p3', '1000'), maintenanceRate: '0.4' }, day));
    // 17,000 ÷ 58,000, cut off.
    expect(account().positions.map(({ maintenanceRate = 'none' }) => maintenanceRate)).toEqual([
      '0.293103448275862068',
      'none',
      '0.4',
      '0.293103448275862068',
    ]);
  });

  it('takes no part in shorts', () => {
    commit(addRow({ ...row('p1', '5000'), side: 'short' }, day));
    expect(held()).toEqual(['p1 5000', 'rest 58000']);
  });

  it('takes its what-if along to one number; what is about all of it is not about what is left of it', () => {
    commit(setHoldingMove({ position: 'rest' }, '-0.2'));
    commit(toOneNumber);
    expect(shownChanges(shown())).toEqual([{ type: 'movePrice', position: 'p1', ratio: '-0.2' }]);
    commit(splitIntoHoldings);
    expect(shownChanges(shown())).toEqual([]);
  });
});

describe('several holdings as one number', () => {
  it.each([
    ['p1', 'p2'],
    ['p2', 'p1'],
  ])('lose what-ifs about one of them, in the order %s, %s; the market’s stays', (one, other) => {
    commit(addRow(row(one, '24000'), day));
    commit(addRow(row(other, '8000'), day));
    commit(changeRow(other, { group: 'Chips' }, day));
    commit(setMarketMove('-0.1'));
    commit(setHoldingMove({ position: one }, '-0.5'));
    commit(setHoldingMove({ group: 'Chips' }, '-0.3'));
    commit(toOneNumber);
    expect(held()).toEqual(['p1 32000']);
    // 32,000 × 0.9 = 28,800, and no half of it gone.
    expect(shownChanges(shown())).toEqual([{ type: 'moveMarket', ratio: '-0.1' }]);
    undoStep();
    expect(shownChanges(shown())).toHaveLength(3);
  });

  it('one with leverage, a beta, a group, a target or not marginable has a table, after a reload too', () => {
    const more = [
      { leverage: '3' },
      { beta: '2' },
      { group: 'A' },
      { targetWeight: '0.2' },
      { marginable: false },
    ];
    for (const change of more) {
      useDesk.setState(startDesk());
      commit(setHoldings('58000', day));
      expect(findLump(account())?.id).toBe('p1');
      commit(changeRow('p1', change, day));
      expect(findLump(account())).toBeNull();
      expect(isListed({ document: shown(), texts: {}, newRow: blankRow, calledOn: null })).toBe(true);
    }
  });

  it('keep their requirement, and a rate that all share', () => {
    commit(addRow({ ...row('p1', '24000'), maintenanceRate: '0.25' }, day));
    commit(addRow({ ...row('p2', '9000'), maintenanceRate: '1' }, day));
    // 6,000 + 9,000 of 33,000: no finite rate, so the last digit is rounded up.
    expect(findOneNumber(account())?.maintenanceRate).toBe('0.454545454545454546');
    commit(changeRow('p2', { maintenanceRate: '0.25' }, day));
    expect(findOneNumber(account())).toMatchObject({ marketValue: '33000', maintenanceRate: '0.25' });
    commit(changeRow('p2', { leverage: '3' }, day));
    expect(findOneNumber(account())).toBeNull();
  });

  it('under Fidelity’s rules keep what they require together, not what one of that size would', () => {
    commit(setHoldings('1', day));
    useDesk.setState(startDesk());
    for (let n = 1; n <= 10; n += 1) commit(addRow(row(`p${n}`, '1000'), day));
    const fidelity = { ...account(), ruleSet: 'fidelity' };
    // Ten of 10 % each: no tier, 30 %.
    expect(selectToday(fidelity)?.margin.requirement.toText()).toBe('3000');
    expect(findOneNumber(fidelity)?.maintenanceRate).toBe('0.300000000000000000');
  });
});

describe('what-ifs about holdings', () => {
  it('go with the last holding of a group, in one step', () => {
    commit(addRow(row('p1', '1000'), day));
    commit(addRow(row('p2', '1000'), day));
    commit(changeRow('p1', { group: 'Chips' }, day));
    commit(changeRow('p2', { group: 'Chips' }, day));
    commit(setHoldingMove({ group: 'Chips' }, '-0.3'));
    commit(setHoldingRequirement({ position: 'p2' }, '0.5'));
    commit(removeRow('p2'));
    expect(shownChanges(shown())).toEqual([{ type: 'moveGroup', group: 'Chips', ratio: '-0.3' }]);
    commit(changeRow('p1', { group: null }, day));
    expect(shown().scenarios).toEqual([]);
    expect(shown().shownScenario).toBeNull();
    undoStep();
    expect(shownChanges(shown())).toHaveLength(1);
  });
});

describe('the day of the prices', () => {
  it('is set by values and balances, and left alone by rates, words and terms', () => {
    commit(addRow(row('p1', '1000'), '2026-01-05'));
    commit(changeRow('p1', { maintenanceRate: '0.4' }, day));
    commit(changeRow('p1', { group: 'A' }, day));
    commit(setAccountName('Joint'));
    commit(setDayCount(365));
    expect(account()).toMatchObject({ enteredOn: '2026-01-05', name: 'Joint', dayCount: 365 });
    commit(changeRow('p1', { shares: '10', price: '100' }, day));
    expect(account().enteredOn).toBe(day);
    commit(setEnteredOn('2026-02-01'));
    expect(account().enteredOn).toBe('2026-02-01');
  });

  it('terms leave the example its figures and make it one’s own', () => {
    commit(setLoanInterestRate('0.07'));
    expect(isExample(shown())).toBe(false);
    expect(account()).toMatchObject({ name: 'My account', marginLoan: '10000', loanInterestRate: '0.07' });
  });

  it('a new name is no other account: undoing it puts nothing aside', () => {
    commit(setHoldings('1000', day));
    commit(setAccountName('Joint'));
    undoStep();
    expect(useDesk.getState().aside).toEqual([]);
    const [preset] = presets;
    if (preset !== undefined) openPreset(preset);
    expect(useDesk.getState().aside).toHaveLength(1);
  });
});
