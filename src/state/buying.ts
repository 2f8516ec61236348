/**
 * What may be bought with the account on show: the initial requirement, buying power, and what a purchase or the
 * what-if's own trades would have to be paid. Serves rules of rules.md.
 */
import type { Money, Ratio } from '@/engine/quantity';
import {
  type DayOfTrades,
  evaluatePurchase,
  evaluateRegT,
  findBuyingPower,
  findDayOfTrades,
  type Purchase,
  paymentDays,
  type RegT,
} from '@/engine/reg-t';
import { isTradingDay, tradingDayAfter } from '@/engine/trading-days';
import type { Explanation } from '@/state/explanation';

/** The account against the initial requirement, and the trades that the what-if makes. */
export interface Buying {
  readonly regT: RegT;
  /** Null where the what-if trades nothing. */
  readonly trades: DayOfTrades | null;
}

const made = new WeakMap<Explanation, Buying>();

/** The account on show when buying; made once for each explanation. */
export function selectBuying(explanation: Explanation): Buying {
  const known = made.get(explanation);
  if (known !== undefined) return known;
  const { account, margin, scene, move } = explanation;
  const buying = {
    regT: evaluateRegT(account, margin.equity),
    trades: findDayOfTrades(scene.account, scene.changesAt(move)),
  };
  made.set(explanation, buying);
  return buying;
}

/** The most that can be bought at a rate. */
export function buyingPowerAt({ margin }: Explanation, { regT }: Buying, rate: Ratio): Money {
  return findBuyingPower(regT.excess, margin.excess, rate);
}

/** What buying for so much at a rate asks for. */
export function purchaseOf({ margin }: Explanation, { regT }: Buying, amount: Money, rate: Ratio): Purchase {
  return evaluatePurchase(amount, rate, { regTExcess: regT.excess, houseExcess: margin.excess });
}

/** The day by which a purchase of this day is to be paid; null where no trading day is known. */
export function paymentDue(day: string): string | null {
  const traded = isTradingDay(day) === true ? day : tradingDayAfter(day, 1);
  return traded === null ? null : tradingDayAfter(traded, paymentDays.settlement + paymentDays.after);
}
