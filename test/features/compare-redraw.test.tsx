// What a slider let go does to a comparison: its curves stand still, so its chart is not drawn again, only counted here;
// the places on them and the figures follow. An edit of a what-if bends its curve, and the chart is drawn once more.
import { act, render, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import { listLines, listPlaces, scaleOf } from '@/features/scenarios/compare-lines';
import { ComparePanel } from '@/features/scenarios/compare-panel';
import { compareScenarios } from '@/state/compared';
import { selectView } from '@/state/figures';
import { setMarketMove, setRequirementShift } from '@/state/lever-edits';
import { drag, release, selectDocument, startDesk, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';

const drawn = vi.hoisted(() => ({ times: 0 }));

// jsdom lays nothing out, so the library would draw nothing: what counts is how often it is asked to.
vi.mock('recharts', async (original) => ({
  ...(await original<object>()),
  ComposedChart: () => {
    drawn.times += 1;
    return null;
  },
}));

/** $100,000 at 30 %, a loan of $52,000: above by 100,000 × 0.7 − 52,000 = 18,000. */
const account = {
  marginLoan: '52000',
  positions: [{ id: 'p1', symbol: 'ACME', side: 'long', marketValue: '100000', maintenanceRate: '0.3' }],
} as const;
const changes: readonly (readonly ChangeInput[])[] = [
  [{ type: 'moveMarket', ratio: '-0.1' }],
  [{ type: 'shiftRequirement', points: '0.05' }],
  [{ type: 'withdraw', amount: '5000' }],
  [{ type: 'movePrice', position: 'p1', ratio: '-0.2' }],
];

function startWithFour() {
  const scenarios = changes.map((each, n) => ({ id: `s${n + 1}`, name: `Fall ${n + 1}`, changes: each }));
  useDesk.setState(startDesk({ ...documentOf(account), scenarios, shownScenario: 's1' }), true);
}

/** What is on show, as the page reads it at every step. */
const read = () => selectView(selectDocument(useDesk.getState()));

/** The market slider of what is on show, held, moved along and let go. */
function letGo(...moves: readonly string[]) {
  read();
  for (const move of moves) {
    drag('market', setMarketMove(move));
    read();
  }
  release('market');
}

const ids = changes.map((_, n) => `s${n + 1}`);
const compared = () => compareScenarios(useDesk.getState().history.present, ids);
const lines = (of = compared()) => listLines(of, scaleOf(of).from, scaleOf(of).to, true);

it('a market slider let go leaves every curve the same object and moves one place on them', () => {
  startWithFour();
  const [curves, places] = [lines(), listPlaces(compared())];
  letGo('-0.11', '-0.12');
  expect(lines()).toBe(curves);
  // 88,000 × 0.7 − 52,000 = 9,600.
  expect(listPlaces(compared())).toEqual(
    places.map((place) => (place.key === 's1' ? { ...place, here: { x: -0.12, y: 9_600 } } : place)),
  );
  letGo('-0.2');
  expect(lines()).toBe(curves);

  act(() => {
    drag('shift', setRequirementShift('0.1'));
    release('shift');
  });
  expect(lines()).not.toBe(curves);
  // The others' curves are still the ones that were drawn.
  expect(lines().map(({ line }, index) => line === curves[index]?.line)).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
});

it('the chart is drawn once for ten releases of the market slider, and again for an edited requirement', async () => {
  startWithFour();
  render(<ComparePanel wordRefusal={() => ''} />);
  // The chart is loaded once it is asked for.
  await act(async () => {
    await import('@/charts/compare-chart');
  });
  expect(drawn.times).toBeGreaterThan(0);
  const above = () =>
    within(screen.getByRole('row', { name: /^Above or below it/ }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  // 90,000 × 0.7; 100,000 × 0.65; 5,000 more of a loan; 80,000 × 0.7; each − 52,000.
  expect(above()).toEqual([
    '$18,000.00 highest',
    '$11,000.00',
    '$13,000.00',
    '$13,000.00',
    '$4,000.00 lowest',
  ]);
  const before = drawn.times;
  for (let n = 1; n <= 10; n += 1) act(() => letGo(`-0.${10 + n}`));
  // 80,000 × 0.7 − 52,000.
  expect(above()[1]).toBe('$4,000.00 lowest, tied');
  expect(drawn.times).toBe(before);

  act(() => {
    drag('shift', setRequirementShift('0.1'));
    release('shift');
  });
  // 80,000 × 0.6 − 52,000.
  expect(above()[1]).toBe('−$4,000.00 lowest');
  expect(drawn.times).toBe(before + 1);
});
