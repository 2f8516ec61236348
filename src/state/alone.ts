/**
 * Each holding's own margin-call price: where a call begins, or ends, when it alone moves and all else stands still.
 * Found for one holding at a time, when it is asked for, and then remembered. Serves rule R-55 of rules.md.
 */
import type { Account } from '@/engine/account';
import { findPricePoints } from '@/engine/distances';
import type { CallPoints } from '@/engine/excess-curve';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import { OneMoverCurves } from '@/engine/one-mover';
import { marginOf } from '@/state/known-figures';

/** The holdings of one account, ready to be asked. */
export class HoldingsAlone {
  private readonly curves: OneMoverCurves;
  private readonly byId: ReadonlyMap<string, PositionMargin>;
  private readonly known = new Map<string, CallPoints | null>();

  constructor(account: Account, margin: MarginResult) {
    this.curves = new OneMoverCurves(account, margin);
    this.byId = new Map(margin.positions.map((each) => [each.position.id, each]));
  }

  /**
   * The prices of one holding, or its values where only its value is known, at which a call begins or ends. Null for
   * a closed holding and one that is not in the account.
   */
  pointsOf(id: string): CallPoints | null {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const own = this.byId.get(id);
    const points = own === undefined ? null : findPricePoints(this.curves, own);
    this.known.set(id, points);
    return points;
  }
}

const prepared = new WeakMap<Account, HoldingsAlone>();

/** The holdings of an account as it is now, prepared once for each account. */
export function holdingsAlone(account: Account): HoldingsAlone {
  const known = prepared.get(account);
  if (known !== undefined) return known;
  const made = new HoldingsAlone(account, marginOf(account));
  prepared.set(account, made);
  return made;
}
