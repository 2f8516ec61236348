// The plan on show, and the plans beside it: each made anew only when what it depends on has changed.
import { useMemo } from 'react';
import type { Account } from '@/engine/account';
import type { Plan } from '@/engine/plan';
import { findPlan, type PlanKind, type PlanSettings } from '@/state/plan';
import type { Standing } from '@/state/verdict';

/** What the parts of the tab share. */
export interface PlanProps {
  readonly account: Account;
  readonly plan: Plan;
  readonly kind: PlanKind;
  /** The further move that is to make no call, as a ratio; 0 for just enough. */
  readonly room: string;
  readonly standing: Standing;
}

/** The plan of one kind, made anew only when what it depends on has changed; none for null. */
export function usePlan(
  account: Account,
  kind: PlanKind | null,
  room: string,
  settings: PlanSettings,
): Plan | null {
  const isByHand = kind === 'hand';
  const hand = isByHand ? settings.hand : null;
  const { isWholeShares, cash, locked } = settings;
  // By hand nothing but what is typed counts.
  const limits = useMemo(
    () => (isByHand ? null : { isWholeShares, cash, locked }),
    [isByHand, isWholeShares, cash, locked],
  );
  return useMemo(
    () =>
      kind === null
        ? null
        : findPlan(account, kind, room, { isWholeShares: true, cash: '0', locked: [], ...limits, hand }),
    [account, kind, room, limits, hand],
  );
}
