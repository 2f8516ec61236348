// The gate: a gesture is one step, typing replaces the example, levers leave nothing behind at their default.
import { beforeEach, describe, expect, it } from 'vitest';
import { type Preset, presets } from '@/presets/accounts';
import {
  exampleDocument,
  isExample,
  setBalance,
  setHoldings,
  setRequirementDollars,
  setRequirementRate,
} from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { addRow, removeRow } from '@/state/holding-edits';
import { setMarketMove, setRequirementShift, shownChanges } from '@/state/lever-edits';
import { openPreset } from '@/state/open-account';
import { startPlan } from '@/state/plan';
import {
  cancel,
  commit,
  drag,
  keepText,
  keepTexts,
  redoStep,
  release,
  selectDocument,
  setPlan,
  startDesk,
  undoStep,
  useDesk,
} from '@/state/store';
import { daysBetween, localDay } from '@/state/today';

const day = '2026-11-20';
const shown = () => selectDocument(useDesk.getState());
const excess = () => {
  const view = selectView(shown());
  return view.ok ? view.scene.at(view.move)?.excess.toText() : undefined;
};

beforeEach(() => useDesk.setState(startDesk()));

describe('one gesture is one step', () => {
  it('a drag shows at once, and one undo takes all of it back', () => {
    for (const move of ['-0.1', '-0.2', '-0.3']) drag('test', setMarketMove(move));
    expect(useDesk.getState().history.past).toHaveLength(0);
    // 49,000 × 0.7 = 34,300; + 1,000 − 10,000 − 25 % of 34,300.
    expect(excess()).toBe('16725');
    release('test');
    expect(useDesk.getState().history.past).toHaveLength(1);
    undoStep();
    expect(shown()).toBe(exampleDocument);
    redoStep();
    expect(excess()).toBe('16725');
  });

  it('an edit that is committed while another is told is a step of its own, and loses nothing of it', () => {
    const end = useDesk.subscribe(({ draft }) => {
      if (draft !== null && draft.account.cash !== '2') commit(setBalance('cash', '2', day));
    });
    commit(setHoldings('58000', day));
    end();
    expect(useDesk.getState()).toMatchObject({ draft: null, gesture: null });
    expect(shown().account).toMatchObject({ cash: '2', positions: [{ marketValue: '58000' }] });
    expect(useDesk.getState().history.past).toHaveLength(2);
  });

  it('a gesture that comes back to where it began is no step', () => {
    drag('test', setMarketMove('-0.1'));
    drag('test', setMarketMove('0'));
    release('test');
    expect(useDesk.getState().history.past).toHaveLength(0);
  });

  it('an edit that writes the same figures anew is no step, and the gesture is over', () => {
    const { present } = useDesk.getState().history;
    drag('loan', (document) => structuredClone(document));
    release('loan');
    expect(useDesk.getState()).toMatchObject({ commits: 0, draft: null, gesture: null });
    expect(useDesk.getState().history.past).toEqual([]);
    expect(shown()).toBe(present);
  });

  it('once it is let go, nothing of it is on the way any more', () => {
    drag('market', setMarketMove('-0.1'));
    release('market');
    expect(useDesk.getState()).toMatchObject({ draft: null, gesture: null });
  });

  it('Escape in one field forgets nothing of another', () => {
    drag('market', setMarketMove('-0.1'));
    cancel('loan');
    release('market');
    expect(shownChanges(shown())).toEqual([{ type: 'moveMarket', ratio: '-0.1' }]);
  });

  it('undo and redo in the middle of one drop it and nothing before it', () => {
    commit(setMarketMove('-0.1'));
    drag('shift', setRequirementShift('0.05'));
    undoStep();
    expect(useDesk.getState()).toMatchObject({ draft: null, gesture: null });
    expect(shownChanges(shown())).toEqual([{ type: 'moveMarket', ratio: '-0.1' }]);
    // Taken hold of and not moved there is nothing to drop: the step before is undone.
    drag('shift', (document) => document);
    undoStep();
    expect(shownChanges(shown())).toEqual([]);
  });

  it('undo with nothing to undo writes nothing', () => {
    const before = useDesk.getState();
    undoStep();
    redoStep();
    expect(useDesk.getState()).toBe(before);
  });

  it('a text that is taken back leaves its field, not an empty mark in its place', () => {
    keepText('loan', '12k');
    keepTexts({ cash: 'abc', loan: null });
    keepText('cash', null);
    expect(Object.keys(useDesk.getState().texts)).toEqual([]);
  });

  it('a gesture that another one interrupts is kept, and cannot end the other', () => {
    drag('loan', setBalance('marginLoan', '10000', day));
    drag('slider', setMarketMove('-0.1'));
    release('loan');
    expect(useDesk.getState().history.past).toHaveLength(1);
    expect(useDesk.getState().draft).not.toBeNull();
    release('slider');
    expect(useDesk.getState().history.past).toHaveLength(2);
    expect(shown().account.marginLoan).toBe('10000');
  });

  it('Escape leaves nothing', () => {
    drag('test', setBalance('marginLoan', '5', day));
    cancel('test');
    expect(shown()).toBe(exampleDocument);
  });
});

describe('the example', () => {
  it('gives way to the first figure typed, with its what-if, and comes back with undo', () => {
    commit(setMarketMove('-0.5'));
    expect(isExample(shown())).toBe(true);
    commit(setHoldings('58000', day));
    expect(shown().account).toMatchObject({ name: 'My account', cash: '0', marginLoan: '0', enteredOn: day });
    expect(shownChanges(shown())).toEqual([]);
    undoStep();
    expect(isExample(shown())).toBe(true);
  });
});

describe('the day of the prices', () => {
  it('stays when a loan, cash or credit is corrected later', () => {
    commit(setBalance('marginLoan', '20000', day));
    expect(shown().account.enteredOn).toBe(day);
    commit(setHoldings('58000', day));
    commit(setBalance('marginLoan', '23400', '2027-03-01'));
    commit(setBalance('cash', '5', '2027-03-01'));
    expect(shown().account).toMatchObject({ marginLoan: '23400', cash: '5', enteredOn: day });
    commit(setHoldings('60000', '2027-03-01'));
    expect(shown().account.enteredOn).toBe('2027-03-01');
  });
});

describe('three numbers', () => {
  it('a percentage of many decimals is no dollars: 33.33333 % of 58,000 is 33.33333 % of 60,000', () => {
    commit(setHoldings('58000', day));
    for (const rate of ['0.3333333', '0.12345678901', '0.33333333333333333']) {
      commit(setRequirementRate(rate));
      commit(setHoldings('60000', day));
      expect(shown().account.positions).toMatchObject([{ maintenanceRate: rate }]);
    }
  });

  it('$17,000 required of 58,000 with 23,400 owed: $17,600 above', () => {
    commit(setHoldings('58000', day));
    commit(setBalance('marginLoan', '23400', day));
    commit(setRequirementDollars('17000'));
    const view = selectView(shown());
    expect(view.ok && view.scene.today.excess.toFixed(2)).toBe('17600.00');
    // (23,400 ÷ (1 − 17,000 ÷ 58,000)) ÷ 58,000 − 1 = −42.926…%
    expect(view.ok && view.scene.points?.below?.at.toFixed(4, 'up')).toBe('-0.4292');
  });

  it('a requirement in dollars stays in dollars when the holdings change', () => {
    commit(setHoldings('58000', day));
    commit(setRequirementDollars('17000'));
    commit(setHoldings('60000', day));
    const view = selectView(shown());
    expect(view.ok && view.scene.today.requirement.toFixed(2)).toBe('17000.00');
  });

  it('equity of exactly the requirement is no call, whatever the digits', () => {
    commit(setHoldings('58000', day));
    commit(setBalance('marginLoan', '41000', day));
    commit(setRequirementDollars('17000'));
    const view = selectView(shown());
    expect(view.ok && view.scene.today.isInCall).toBe(false);
  });
});

describe('levers', () => {
  it('stand in one order however they were moved, and are gone at their default', () => {
    commit(setRequirementShift('0.05'));
    commit(setMarketMove('-0.13'));
    expect(shownChanges(shown()).map(({ type }) => type)).toEqual(['moveMarket', 'shiftRequirement']);
    commit(setMarketMove('0'));
    commit(setRequirementShift('0'));
    expect(shown()).toEqual({ ...exampleDocument, shownScenario: null });
  });
});

describe('holdings', () => {
  it('removing the last short turns its credit into cash', () => {
    const row = {
      id: 'p1',
      symbol: 'XYZ',
      side: 'short',
      marketValue: '100',
      maintenanceRate: null,
    } as const;
    commit(addRow(row, day));
    commit(setBalance('shortCredit', '150', day));
    commit(removeRow('p1'));
    expect(shown().account).toMatchObject({ cash: '150', shortCredit: '0', positions: [] });
  });
});

describe('the clock', () => {
  it('counts days over a leap day and a change of clocks', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
    expect(localDay(new Date(2026, 0, 5))).toBe('2026-01-05');
  });
});

it('what is wished of a plan does not follow to another account, by undo and redo neither', () => {
  const [preset] = presets as readonly [Preset];
  commit(setHoldings('58000', day));
  openPreset(preset);
  setPlan({ locked: ['p1'], cash: '500', kind: 'hand', hand: { cash: '0', sizes: { p1: '1' } } });
  undoStep();
  expect(useDesk.getState().plan).toEqual(startPlan);
  setPlan({ locked: ['p1'] });
  redoStep();
  expect(useDesk.getState().plan).toEqual(startPlan);
});
