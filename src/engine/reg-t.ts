/**
 * What may be bought: the Federal Reserve's initial requirement, which holds on the day of a trade and at no other
 * time. A fall never makes a call of it. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { greatest, least, type Money, money, type Ratio, ratio } from '@/engine/quantity';
import { known } from '@/engine/result';
import type { PlacedChange } from '@/engine/scenario';

const nothing = money(0);

/** The share of a marginable purchase, and of a short sale beyond its proceeds, that must be the person's own. */
export const initialShare: Ratio = ratio('0.5');

/** An account against the initial requirement. Dollars. */
export interface RegT {
  /** 50 % of marginable longs and of shorts, 100 % of other longs. */
  readonly requirement: Money;
  /** equity − requirement; may be negative and is never clamped. */
  readonly excess: Money;
  /** Excess strictly below 0: nothing to do and no call. */
  readonly isRestricted: boolean;
}

/** An account's Reg T figures at its prices (rule R-83). */
export function evaluateRegT({ positions }: Account, equity: Money): RegT {
  let requirement = nothing;
  for (const { side, marginable, marketValue } of positions) {
    const isHalf = side === 'short' || marginable;
    requirement = requirement.plus(isHalf ? marketValue.times(initialShare) : marketValue);
  }
  const excess = equity.minus(requirement);
  return { requirement, excess, isRestricted: excess.sign() < 0 };
}

/** The most that can be bought of something at a maintenance rate of 0 or more (rule R-84). Dollars, 0 or more. */
export function findBuyingPower(regTExcess: Money, houseExcess: Money, rate: Ratio): Money {
  const byRegT = regTExcess.over(initialShare);
  const most = rate.sign() === 0 ? byRegT : least(byRegT, houseExcess.over(rate));
  return greatest(nothing, most);
}

/** What a purchase or short sale asks for on the day it is made. Dollars. */
export interface Purchase {
  /** The greater of Reg T's and the broker's share of it. */
  readonly requirement: Money;
  /** What is missing for Reg T; 0 for none. To be paid within the payment period. */
  readonly fedCall: Money;
  /** What is missing for the broker's requirement afterwards; 0 for none. */
  readonly houseShortfall: Money;
}

/** What buying for an amount at a maintenance rate asks for (rule R-85). */
export function evaluatePurchase(
  amount: Money,
  rate: Ratio,
  { regTExcess, houseExcess }: { readonly regTExcess: Money; readonly houseExcess: Money },
): Purchase {
  const byHouse = amount.times(rate);
  const byRegT = amount.times(initialShare);
  return {
    requirement: greatest(byHouse, byRegT),
    fedCall: greatest(nothing, byRegT.minus(greatest(nothing, regTExcess))),
    houseShortfall: greatest(nothing, byHouse.minus(houseExcess)),
  };
}

/** A Fed call of this much or less may be waived: "no action need be taken". */
export const waivedFedCall: Money = money(1000);

/** Business days from a trade to its settlement, and from there to the end of the payment period. */
export const paymentDays = { settlement: 1, after: 2 } as const;

/** What the trades of a what-if come to on one day: of several that days pass between, the one that asks for most. Dollars. */
export interface DayOfTrades {
  /** The Reg T requirement that they add together; below 0 where they free more than they need. */
  readonly added: Money;
  /** The Reg T excess that stood before the first of them. */
  readonly excessBefore: Money;
  readonly fedCall: Money;
  /** Days with trades. */
  readonly days: number;
}

/** What is paid for or sold on the day; securities that are moved in are neither. */
const trades: ReadonlySet<PlacedChange['change']['type']> = new Set([
  'trade',
  'open',
  'rebalance',
  'depositInvested',
  'withdrawSelling',
  'removeSlice',
]);

/**
 * The trades in a list of changes that are possible, taken as one day's until days pass; null without any (rule R-85).
 * Money paid in after a trade is payment of its call and not counted against it.
 */
export function findDayOfTrades(account: Account, changes: readonly PlacedChange[]): DayOfTrades | null {
  let current = account;
  let day: Day | null = null;
  const days: Day[] = [];
  for (const placed of changes) {
    const next = known(applyChanges(current, [placed]));
    if (placed.change.type === 'passDays' && placed.change.days > 0) day = null;
    if (trades.has(placed.change.type)) {
      // Money that is invested as it comes is there before its purchase.
      const came = placed.change.type === 'depositInvested' ? placed.change.amount : nothing;
      const start = { ...current, cash: current.cash.plus(came) };
      // No trade at its price changes equity.
      const { equity } = evaluateMargin(start);
      const before = evaluateRegT(start, equity);
      if (day === null) {
        day = { added: nothing, excessBefore: before.excess };
        days.push(day);
      }
      day.added = day.added.plus(evaluateRegT(next, equity).requirement).minus(before.requirement);
    }
    current = next;
  }
  const found = days.map(({ added, excessBefore }) => ({
    added,
    excessBefore,
    fedCall: greatest(nothing, added.minus(greatest(nothing, excessBefore))),
    days: days.length,
  }));
  return found.reduce<DayOfTrades | null>(
    (most, each) => (most === null || each.fedCall.isAbove(most.fedCall) ? each : most),
    null,
  );
}

/** One day as it is counted up. */
interface Day {
  added: Money;
  readonly excessBefore: Money;
}
