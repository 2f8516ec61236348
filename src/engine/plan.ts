/**
 * Plans of several trades that end a call, or leave room for a further move of the market, without touching what is
 * locked; and what a plan made by hand comes to. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { findMarketDistance } from '@/engine/distances';
import type { CallPoints } from '@/engine/excess-curve';
import { evaluateMargin } from '@/engine/margin';
import { shareOfEach } from '@/engine/plan-share';
import { canAllBeTooMuch, oneByOne } from '@/engine/plan-steps';
import type { PlanWishes } from '@/engine/plan-wishes';
import {
  afterTrades,
  closeOf,
  isTradable,
  type PlannedTrade,
  tradeOf,
  tradeUnit,
  upToCent,
} from '@/engine/planned-trade';
import { type Bare, bare, least, type Money, sum } from '@/engine/quantity';
import { findLowPoint, findRoomCash } from '@/engine/room';

/** A plan, and what it leaves. */
export interface Plan {
  /** New cash that is used, at most what is there. */
  readonly cash: Money;
  readonly trades: readonly PlannedTrade[];
  /** What all trades are worth together. */
  readonly moved: Money;
  readonly account: Account;
  /** Cash that would still be needed after the whole plan; 0 when it is enough. */
  readonly missing: Money;
  readonly excess: Money;
  /** Where the next call is, as a further move of the market from there. */
  readonly next: CallPoints;
  /** The order is a rule of thumb here: another may need fewer dollars, or a smaller share of each. */
  readonly isRuleOfThumb: boolean;
  /** Sizes that can be traded make more of it than is needed: another choice may need less, by less than its last step. */
  readonly isRoundedUp: boolean;
}

/** A plan made by hand: dollars paid in, and of each position so many shares, or dollars where those are unknown, or all. */
export interface HandMade {
  readonly cash: Money;
  readonly sizes: ReadonlyMap<string, Bare | 'all'>;
}

const zero = bare(0);

const cent = bare('0.01');

/** Makes a plan: new cash first, then trades in the order wished until nothing is missing. */
export function makePlan(account: Account, wishes: PlanWishes): Plan {
  const { order, room } = wishes;
  const cash = least(upToCent(findRoomCash(account, room)), wishes.cash);
  const paid = withCash(account, cash);
  if (order === 'proportional') {
    const plan = planOf(account, cash, shareOfEach(paid, wishes), wishes);
    return { ...plan, isRuleOfThumb: plan.trades.length > 0 && canAllBeTooMuch(paid, wishes) };
  }
  const { trades, isProven } = oneByOne(paid, { ...wishes, order });
  const plan = planOf(account, cash, trades, wishes);
  return { ...plan, isRuleOfThumb: typeof order === 'string' && trades.length > 0 && !isProven };
}

/** What a plan made by hand leaves. More than is held counts as all of it. */
export function tallyPlan(account: Account, { cash, sizes }: HandMade, room: Bare): Plan {
  const trades = account.positions.flatMap((position) => {
    const size = sizes.get(position.id) ?? zero;
    if (!isTradable(position)) return [];
    if (size === 'all') return [closeOf(position)];
    return size.sign() > 0 ? [tradeOf(position, size)] : [];
  });
  return planOf(account, cash, trades, { room, isWholeShares: false });
}

function planOf(
  account: Account,
  cash: Money,
  trades: readonly PlannedTrade[],
  { room, isWholeShares }: Pick<PlanWishes, 'room' | 'isWholeShares'>,
): Plan {
  const after = afterTrades(withCash(account, cash), trades);
  const isCoarse = ({ position }: PlannedTrade) =>
    tradeUnit(position, isWholeShares)
      .times(position.price?.as<'bare'>() ?? bare(1))
      .isAbove(cent);
  return {
    cash,
    trades,
    moved: sum(trades.map(({ amount }) => amount)),
    account: after,
    missing: upToCent(findRoomCash(after, room)),
    excess: evaluateMargin(after).excess,
    next: findMarketDistance(after),
    isRuleOfThumb: false,
    isRoundedUp: trades.some(isCoarse) && findLowPoint(after, room).excess.sign() > 0,
  };
}

function withCash(account: Account, cash: Money): Account {
  return { ...account, cash: account.cash.plus(cash) };
}
