// What one undo takes back: quick presses and double clicks are one step, drags are each their own.
import { beforeEach, describe, expect, it } from 'vitest';
import { setMarketMove, setRequirementShift, shownChanges } from '@/state/lever-edits';
import {
  commit,
  commitOver,
  commitPress,
  drag,
  redoStep,
  release,
  releasePress,
  selectDocument,
  startDesk,
  undoStep,
  useDesk,
} from '@/state/store';

const changes = () => shownChanges(selectDocument(useDesk.getState()));
const steps = () => useDesk.getState().history.past.length;
const arrow = (move: string, at: number) => {
  drag('market-slider', setMarketMove(move));
  releasePress('market-slider', at);
};
const pull = (move: string, at: number) => {
  drag('market-slider', setMarketMove(move));
  release('market-slider', at);
};
const moved = (ratio: string) => [{ type: 'moveMarket', ratio }];

beforeEach(() => useDesk.setState(startDesk()));

describe('presses of one control within a second of each other', () => {
  it('are one step, which undo and redo take as a whole', () => {
    arrow('-0.005', 0);
    arrow('-0.01', 900);
    arrow('-0.015', 1800);
    expect(steps()).toBe(1);
    undoStep();
    expect(changes()).toEqual([]);
    redoStep();
    expect(changes()).toEqual(moved('-0.015'));
  });

  it('a second apart to the millisecond are one step still', () => {
    arrow('-0.005', 0);
    arrow('-0.01', 1000);
    expect(steps()).toBe(1);
  });

  it('after more than a second, or after another control, are another step', () => {
    arrow('-0.005', 0);
    arrow('-0.01', 1001);
    expect(steps()).toBe(2);
    commit(setRequirementShift('0.05'));
    arrow('-0.015', 1100);
    expect(steps()).toBe(4);
  });

  it('that come back to where they began leave no step, and the next press starts anew', () => {
    arrow('-0.005', 0);
    arrow('0', 300);
    expect(steps()).toBe(0);
    expect(useDesk.getState().history.present).toBe(startDesk().history.present);
    arrow('0.005', 600);
    arrow('0.01', 900);
    expect(steps()).toBe(1);
  });

  it('that come back to where they began never take in the step before them', () => {
    commit(setRequirementShift('0.05'));
    arrow('-0.005', 0);
    arrow('0', 300);
    arrow('0.005', 600);
    expect(steps()).toBe(2);
    undoStep();
    expect(changes()).toEqual([{ type: 'shiftRequirement', points: '0.05' }]);
  });

  it('of − and + count with the arrow keys of their slider', () => {
    arrow('-0.005', 0);
    commitPress('market-slider', setMarketMove('-0.01'), 500);
    expect(changes()).toEqual(moved('-0.01'));
    expect(steps()).toBe(1);
  });

  it('after an undo start a new step', () => {
    arrow('-0.1', 0);
    arrow('-0.2', 2000);
    undoStep();
    arrow('-0.105', 2300);
    expect(steps()).toBe(2);
    undoStep();
    expect(changes()).toEqual(moved('-0.1'));
  });

  it('never take in a drag that came before them', () => {
    pull('-0.3', 0);
    arrow('-0.305', 200);
    expect(steps()).toBe(2);
  });
});

describe('pointer', () => {
  it('two drags are two steps, however quick', () => {
    pull('-0.1', 0);
    pull('-0.2', 100);
    expect(steps()).toBe(2);
  });

  it('a double click is one step: back to where the slider was before its first click', () => {
    pull('-0.1', 0);
    pull('-0.25', 5000);
    commitOver('market-slider', setMarketMove('0'), 5200);
    expect(changes()).toEqual([]);
    expect(steps()).toBe(2);
    undoStep();
    expect(changes()).toEqual(moved('-0.1'));
  });

  it('a double click whose clicks both move takes in both; at home it leaves no step', () => {
    pull('-0.25', 0);
    pull('-0.255', 150);
    commitOver('market-slider', setMarketMove('0'), 160);
    expect(steps()).toBe(0);
  });

  it('a double click on a page where nothing was done yet is one step', () => {
    commitOver('market-slider', setMarketMove('0.2'), 100);
    expect(changes()).toEqual(moved('0.2'));
    expect(steps()).toBe(1);
  });

  it('two clicks within half a second are a double click; a moment longer apart they are not', () => {
    pull('-0.1', 0);
    commitOver('market-slider', setMarketMove('0.2'), 500);
    expect(steps()).toBe(1);
    pull('-0.1', 10_000);
    commitOver('market-slider', setMarketMove('0.3'), 10_501);
    expect(steps()).toBe(3);
  });

  it('a double click takes in nothing that another control did', () => {
    pull('-0.25', 0);
    commitOver('shift-slider', setRequirementShift('0.05'), 100);
    expect(steps()).toBe(2);
    undoStep();
    expect(changes()).toEqual(moved('-0.25'));
  });
});
