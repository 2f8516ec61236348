// What the page hangs on: a slider that is let go draws none of it anew, for nothing but its own figures changed.
import { act, render, renderHook, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Kept } from '@/features/scenarios/kept';
import type { SimulatorDocument } from '@/io/document';
import { setBalance } from '@/state/account-edits';
import { setMarketMove } from '@/state/lever-edits';
import { commit, drag, release, startDesk, useDesk } from '@/state/store';
import { useCalled } from '@/state/use-called';
import { documentOf } from '../support/document-of';

/** 10,000 × 0.7 − 5,000 leaves 2,000; at −60 % 4,000 × 0.7 − 5,000 is a call. */
const account = {
  marginLoan: '5000',
  positions: [{ id: 'p1', symbol: 'ACME', side: 'long', marketValue: '10000', maintenanceRate: '0.3' }],
} as const;

it('ten sliders let go draw the page not once, a loan typed draws it; a call that a slider makes moves nothing', () => {
  useDesk.setState(startDesk(documentOf(account)), true);
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn += 1;
    return useCalled();
  });
  const before = drawn;
  for (let n = 1; n <= 10; n += 1) {
    act(() => {
      drag('market', setMarketMove(`-0.${50 + n}`));
      release('market');
    });
  }
  expect(drawn).toBe(before);
  expect(result.current).toBe(false);

  // 4,000 × 0.7 − 8,000 is a call, too, and now of an account that came on show with it.
  act(() => commit(setBalance('marginLoan', '8000', '2026-06-03')));
  expect(drawn).toBeGreaterThan(before);
  expect(result.current).toBe(true);
});

it('of four kept what-ifs only the one that a slider changed is worded anew; a loan typed words all', () => {
  const scenarios = [1, 2, 3, 4].map((n) => ({
    id: `s${n}`,
    name: `Fall ${n}`,
    changes: [{ type: 'moveMarket' as const, ratio: `-0.${n}` }],
  }));
  useDesk.setState(startDesk({ ...documentOf(account), scenarios, shownScenario: 's2' }), true);
  let worded: (string | null)[] = [];
  const word = ({ shownScenario = null, account: { marginLoan } }: SimulatorDocument) => {
    worded.push(shownScenario);
    return `owes ${marginLoan}`;
  };
  render(<Kept wordStanding={word} />);
  expect(worded).toEqual([null, 's1', 's2', 's3', 's4']);

  worded = [];
  act(() => {
    drag('market', setMarketMove('-0.25'));
    release('market');
  });
  expect(worded).toEqual(['s2']);

  worded = [];
  act(() => commit(setBalance('marginLoan', '6000', '2026-06-03')));
  expect(worded).toEqual([null, 's1', 's2', 's3', 's4']);
  expect(screen.getAllByText('owes 6000')).toHaveLength(5);
});
