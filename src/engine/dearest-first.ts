/** Positions by what they require: the order of forced sales and of lists. Serves rules of rules.md. */
import type { Account, Position } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import { isTradable } from '@/engine/planned-trade';

/** What can be sold or covered, highest requirement per dollar of value first, then the largest. */
export function dearestFirst(account: Account): readonly Position[] {
  return evaluateMargin(account)
    .positions.filter(({ position }) => isTradable(position))
    .map(({ position, requirement }) => ({ position, rate: requirement.per(position.marketValue) }))
    .toSorted((a, b) => b.rate.compare(a.rate) || b.position.marketValue.compare(a.position.marketValue))
    .map(({ position }) => position);
}
