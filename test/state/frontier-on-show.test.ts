/** The frontier of what is on show: one for all places of its two sliders, which are set together in one step. */
import { beforeEach, expect, it } from 'vitest';
import { bare } from '@/engine/quantity';
import { selectView } from '@/state/figures';
import { haveSameFrontier, selectFrontier, selectFrontierPlace, setBoth } from '@/state/frontier-on-show';
import {
  setHoldingRequirement,
  setMarketMove,
  setMoneyFlow,
  setRequirementShift,
  shownChanges,
  withShownChanges,
} from '@/state/lever-edits';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

/** 49,000 of holdings at 25 %, cash 1,000, a loan of 10,000. */
const m1 = documentOf({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] });
const shown = () => selectDocument(useDesk.getState());

beforeEach(() => useDesk.setState(startDesk(m1)));

it('the same frontier wherever the two sliders stand, another with money out', () => {
  const frontier = selectFrontier(m1);
  expect(frontier).not.toBeNull();
  expect(selectFrontier(setMarketMove('-0.3')(m1))).toBe(frontier);
  expect(selectFrontier(setRequirementShift('0.05')(setMarketMove('-0.3')(m1)))).toBe(frontier);
  expect(haveSameFrontier(m1, setRequirementShift('0.4')(m1))).toBe(true);
  const drained = setMoneyFlow('-1000')(m1);
  expect(haveSameFrontier(m1, drained)).toBe(false);
  // 49,000 at 25 %, no cash: 40,000 − 1,000 − 12,250 = 26,750.
  expect(selectFrontier(drained)?.at(30, 10)?.excess.toText()).toBe('26750');
});

it('where the requirement lever stands does not move the grid', () => {
  const moves = selectFrontier(m1)?.moves.map((each) => each.toText());
  const raised = selectFrontier(setRequirementShift('0.3')(setMoneyFlow('1')(m1)));
  expect(raised?.moves.map((each) => each.toText())).toEqual(moves);
});

it('both sliders are set in one step to undo: −60 % and 30 points more are $180 short', () => {
  commit(setBoth(bare('-0.6'), bare('0.3')));
  const view = selectView(shown());
  // 49,000 × 0.4 = 19,600; 19,600 − 9,000 = 10,600; 19,600 × 0.55 = 10,780.
  expect(view.ok && view.scene.at(view.move)?.excess.toText()).toBe('-180');
  expect(selectFrontierPlace(shown())?.points.toText()).toBe('0.3');
  undoStep();
  expect(shownChanges(shown())).toEqual([]);
});

it('setting both to today leaves no what-if', () => {
  commit(setBoth(bare('-0.6'), bare('0.3')));
  commit(setBoth(bare(0), bare(0)));
  expect(shownChanges(shown())).toEqual([]);
});

it('with a sale in the what-if, a place has the figures that both sliders give there', () => {
  const sold = takeActions([{ type: 'trade', position: 'p1', amount: '-9000' }])(m1);
  const frontier = selectFrontier(sold);
  // Without a loan no call lies far out: the grid begins at −60 %.
  expect(frontier?.moves[0]?.toText()).toBe('-0.6');
  const figures = frontier?.at(0, 25)?.excess.toText();
  const view = selectView(setBoth(bare('-0.6'), bare('0.3'))(sold));
  // Sold at today's price: 40,000 × 0.4 = 16,000 of holdings and nothing owed; 16,000 × 0.55 = 8,800.
  expect(figures).toBe('7200');
  expect(view.ok && view.scene.at(view.move)?.excess.toText()).toBe(figures);
});

it('a shift that was put behind a requirement that is set adds to it, on the map as on the slider', () => {
  const document = documentOf({ marginLoan: '5000', positions: [long('10000', '0.25')] });
  const set = setHoldingRequirement({ position: 'p1' }, '0.4')(document);
  const changes = [...shownChanges(set), { type: 'shiftRequirement', points: '0.05' } as const];
  const shifted = withShownChanges(set, changes);
  const frontier = selectFrontier(shifted);
  const today = frontier?.moves.findIndex((move) => move.sign() === 0) ?? -1;
  // 10 points more: 10,000 × (0.4 + 0.1) of 5,000; and 10 points are the last that are free.
  expect(frontier?.at(today, 15)?.excess.toText()).toBe('0');
  expect(frontier?.lastFreeShift(bare(0))?.toText()).toBe('0.1');
  const view = selectView(setBoth(bare(0), bare('0.1'))(shifted));
  expect(view.ok && view.scene.at(view.move)?.excess.toText()).toBe('0');
});
