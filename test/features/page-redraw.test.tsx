// What the page hangs on: a slider that is let go draws none of it anew, for nothing but its own figures changed.
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { setBalance } from '@/state/account-edits';
import { setMarketMove } from '@/state/lever-edits';
import { commit, drag, release, startDesk, useDesk } from '@/state/store';
import { useCalled } from '@/state/use-called';
import { documentOf } from '../support/document-of';

it('ten sliders let go draw the page not once, a loan typed draws it; a call that a slider makes moves nothing', () => {
  // 10,000 × 0.7 − 5,000 leaves 2,000; at −60 % 4,000 × 0.7 − 5,000 is a call.
  const account = {
    marginLoan: '5000',
    positions: [{ id: 'p1', symbol: 'ACME', side: 'long', marketValue: '10000', maintenanceRate: '0.3' }],
  } as const;
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
