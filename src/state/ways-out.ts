/**
 * What is said beside the verdict and takes longer to find: the least sale that ends a call, how far every
 * requirement could rise, and each side alone. Computed after the headline, never in its way.
 */
import { findRequirementShift } from '@/engine/distances';
import { evaluateMargin } from '@/engine/margin';
import { OneMoverCurves } from '@/engine/one-mover';
import type { Bare, Money, Shares } from '@/engine/quantity';
import { findReduction } from '@/engine/remedies';
import type { View } from '@/state/figures';
import type { SidesAlone } from '@/state/scene';

/** The least trade of one position that ends a call. */
export interface LeastTrade {
  readonly symbol: string;
  readonly action: 'sell' | 'buyToCover';
  readonly amount: Money;
  /** Null when only the value is known. */
  readonly wholeShares: Shares | null;
}

/** What stands in the second line of the verdict. */
export interface Details {
  /** Points that may be added to every rate; null when none makes a call, or one is on. */
  readonly requirementPoints: Bare | null;
  /** The cheapest single trade that ends the call; null when none does, or there is no call. */
  readonly trade: LeastTrade | null;
  readonly sides: SidesAlone | null;
}

const known = new WeakMap<View, Details | null>();

/** The details of a view, found once; null where there are no figures. */
export function findDetails(view: View): Details | null {
  const found = known.get(view);
  if (found !== undefined) return found;
  const details = view.ok ? detailsOf(view) : null;
  known.set(view, details);
  return details;
}

function detailsOf(view: View & { readonly ok: true }): Details | null {
  const account = view.scene.accountAt(view.move);
  if (account === null) return null;
  const margin = evaluateMargin(account);
  const curves = new OneMoverCurves(account, margin);
  const trades = margin.isInCall
    ? margin.positions
        .filter(({ position }) => !position.isClosed)
        .flatMap((each): LeastTrade[] => {
          const { position, action, amount, wholeShares, wholeAmount } = findReduction(
            curves,
            account,
            margin,
            each,
          );
          const paid = wholeAmount ?? amount;
          return paid === null ? [] : [{ symbol: position.symbol, action, amount: paid, wholeShares }];
        })
    : [];
  return {
    requirementPoints: findRequirementShift(account, margin),
    trade: trades.reduce<LeastTrade | null>(
      (least, each) => (least === null || each.amount.isBelow(least.amount) ? each : least),
      null,
    ),
    sides: view.scene.sidesAlone,
  };
}
