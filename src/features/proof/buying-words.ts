// What buying asks for, in words. A long-only account reads nothing of other sides: what brokers abbreviate is spelled
// out for it. Serves rules.
import type { Money, Ratio } from '@/engine/quantity';
import { type DayOfTrades, initialShare, type Purchase, type RegT, waivedFedCall } from '@/engine/reg-t';
import type { PaymentDue } from '@/state/buying';
import { formatWeekday } from '@/ui/day';
import { formatCall, formatExcess, formatMoneyShort, formatRate } from '@/ui/format';

/** What the words depend on beside the figures. */
export interface BuyingContext {
  readonly hasShorts: boolean;
  /** The broker makes no call. */
  readonly isLiquidated: boolean;
  readonly broker: string;
  /** By when a purchase of today, or of the next trading day, is to be paid; null where unknown. */
  readonly due: PaymentDue | null;
}

/** What the excess over the initial requirement is called. */
export function excessName(hasShorts: boolean): string {
  return hasShorts ? 'Reg T excess' : 'Above or below it';
}

/** Whether the account is restricted, and what that means. */
export function wordRestricted({ isRestricted }: RegT): string {
  return isRestricted
    ? '**Restricted**: below the initial requirement. That is no margin call and there is nothing to do; of what is bought now, half must be paid in with it.'
    : 'Not restricted: the account is at or above the initial requirement.';
}

/** What a purchase needs, and whether it is there. */
export function wordPurchase(purchase: Purchase, rate: Ratio, context: BuyingContext): readonly string[] {
  const { requirement, fedCall, houseShortfall } = purchase;
  const isByHouse = rate.isAbove(initialShare);
  const why = isByHouse
    ? `the broker’s ${formatRate(rate)}, which is more than the Federal Reserve’s 50\u00A0%`
    : `the Federal Reserve’s 50\u00A0%, which is not less than the broker’s ${formatRate(rate)}`;
  const needed = `Initial requirement: ${formatCall(requirement)}, by ${why}.`;
  const isEnough = fedCall.sign() === 0 && houseShortfall.sign() === 0;
  return [
    needed,
    ...(isEnough ? ['**It is there**: nothing has to be paid in.'] : []),
    ...wordFedCall(fedCall, context),
    ...wordShortfall(houseShortfall, context),
  ];
}

function wordFedCall(fedCall: Money, { due }: BuyingContext): readonly string[] {
  if (fedCall.sign() === 0) return [];
  const later = due?.later ?? null;
  const when = later === null ? 'today' : `on ${formatWeekday(later)}`;
  const by = due === null ? '' : `, by ${formatWeekday(due.by)} if it is bought ${when}`;
  const waived = fedCall.isAbove(waivedFedCall) ? '' : ' A broker may waive $1,000 or less.';
  return [
    `**A Fed call of ${formatCall(fedCall)}**, to be paid within settlement and two more business days${by}.${waived}`,
  ];
}

function wordShortfall(shortfall: Money, { isLiquidated, broker }: BuyingContext): readonly string[] {
  if (shortfall.sign() === 0) return [];
  const then = isLiquidated ? `${broker} makes no call: it may sell at once` : 'a margin call';
  return [`Afterwards the account is **${formatCall(shortfall)} below the broker’s requirement**: ${then}.`];
}

/** The trades that the what-if makes, as one day's; where days pass between them, of the day that asks for most. */
export function wordTrades(
  { added, excessBefore, fedCall, days }: DayOfTrades,
  context: BuyingContext,
): readonly string[] {
  const which =
    days === 1
      ? 'The trades of this what-if, taken as one day’s,'
      : `Days pass between the trades of this what-if. Those of the day that asks for most, of ${days},`;
  const together =
    added.sign() > 0
      ? `${which} need ${formatCall(added)} of initial requirement, with ${formatExcess(excessBefore)} above it before them.`
      : `${which} free ${formatMoneyShort(added.negated(), 'down')} of initial requirement.`;
  return [
    together,
    ...(fedCall.sign() === 0
      ? ['No Fed call.']
      : [
          ...wordFedCall(fedCall, context),
          'Money paid in after a trade pays for it and is not taken off here.',
        ]),
  ];
}
