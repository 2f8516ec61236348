// Changes put in another order and given another figure, where they stand in the list.
import { beforeEach, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import { moveChange, replaceChange } from '@/state/change-edits';
import { selectView } from '@/state/figures';
import { setMarketMove, shownChanges } from '@/state/lever-edits';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { findRefusal } from '@/state/what-if-notes';
import { documentOf } from '../support/document-of';

const account = documentOf({
  cash: '500',
  marginLoan: '10000',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', shares: '300', price: '100', maintenanceRate: '0.25' },
  ],
});
const now = () => selectDocument(useDesk.getState());
const types = () => shownChanges(now()).map(({ type }) => type);
const excess = () => {
  const view = selectView(now());
  return view.ok ? (view.scene.at(view.move)?.excess.toText() ?? null) : null;
};

function show(...changes: ChangeInput[]) {
  const scenarios = [{ id: 's1', name: 'Mine', changes }];
  useDesk.setState(startDesk({ ...account, scenarios, shownScenario: 's1' }), true);
}

beforeEach(() => useDesk.setState(startDesk(account), true));

it('a requirement set before the shift moves with it: 30,000 × 40 % and × 50 %', () => {
  show({ type: 'shiftRequirement', points: '0.1' }, { type: 'setRequirement', position: 'p1', rate: '0.4' });
  // Equity 30,000 + 500 − 10,000 = 20,500; required 12,000.
  expect(excess()).toBe('8500');
  commit(moveChange(1, -1));
  expect(types()).toEqual(['setRequirement', 'shiftRequirement']);
  // Set first, then raised by 10 points: required 15,000.
  expect(excess()).toBe('5500');
  undoStep();
  expect(excess()).toBe('8500');
});

it('an order made by hand outlives the levers: a price set before the fall falls with it', () => {
  show({ type: 'moveMarket', ratio: '-0.1' }, { type: 'setPrice', position: 'p1', price: '80' });
  // 300 × 80 = 24,000: equity 14,500, required 6,000.
  expect(excess()).toBe('8500');
  commit(moveChange(0, 1));
  // 300 × 72 = 21,600: equity 12,100, required 5,400.
  expect(excess()).toBe('6700');
  commit(setMarketMove('-0.2'));
  expect(types()).toEqual(['setPrice', 'moveMarket']);
  // 300 × 64 = 19,200: equity 9,700, required 4,800.
  expect(excess()).toBe('4900');
});

it('a market at rest has no row: the neighbour is the one that is seen', () => {
  show(
    { type: 'trade', position: 'p1', shares: '-10' },
    { type: 'moveMarket', ratio: '0' },
    { type: 'borrow', amount: '100' },
  );
  commit(moveChange(2, -1));
  expect(types()).toEqual(['borrow', 'trade', 'moveMarket']);
  const before = useDesk.getState().history.past.length;
  commit(moveChange(0, -1));
  expect(useDesk.getState().history.past.length).toBe(before);
});

it('a repayment put before the sale that pays for it is impossible, says so, and loses nothing', () => {
  show({ type: 'trade', position: 'p1', shares: '-10' }, { type: 'repay', amount: '1200' });
  expect(findRefusal(now())).toBeNull();
  commit(moveChange(1, -1));
  // 500 of cash are not 1,200.
  expect(findRefusal(now())).toMatchObject({ index: 0, issue: { code: 'repays-more-than-cash' } });
  expect(types()).toEqual(['repay', 'trade']);
  commit(moveChange(0, 1));
  expect(findRefusal(now())).toBeNull();
});

it('another figure in the same place', () => {
  show({ type: 'trade', position: 'p1', shares: '-10' }, { type: 'moveMarket', ratio: '-0.1' });
  commit(replaceChange(0, { type: 'trade', position: 'p1', shares: '-400' }));
  expect(findRefusal(now())).toMatchObject({ index: 0, issue: { code: 'trades-more-than-held' } });
  undoStep();
  expect(findRefusal(now())).toBeNull();
});
