/**
 * By when a margin call is to be met, by trading days: the days that the broker's rules give, the longest that any
 * broker may wait, and every calendar day on the way. No clock: the day of the call is given. Serves rules R-69 and
 * R-80 of rules.md.
 */
import { dayOfNumber, numberOfDay } from '@/engine/calendar-day';
import { type DayKind, kindOfDay, tradingDayAfter } from '@/engine/trading-days';

/** The first and the last day on which business days to meet a call end; the same where the rules give one number. */
export interface DueDates {
  readonly from: string;
  readonly to: string;
}

/** The business days within which FINRA requires a deficiency to be met "in any event": Rule 4210(f)(6). */
export const mostBusinessDays = 15;

/** When business days end that begin with a call of this day, day 0; null outside the years that are covered. */
export function findDueDates(
  calledOn: string,
  days: { readonly from: number; readonly to: number },
): DueDates | null {
  const from = tradingDayAfter(calledOn, days.from);
  const to = tradingDayAfter(calledOn, days.to);
  return from === null || to === null ? null : { from, to };
}

/** The last day that any broker may wait; null outside the years that are covered. */
export function findLatestDay(calledOn: string): string | null {
  return tradingDayAfter(calledOn, mostBusinessDays);
}

/** One calendar day on the way from a call. */
export interface CountedDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly kind: DayKind;
  /** The how-manieth trading day after the call; 0 is the day of the call itself, null a day without trading. */
  readonly count: number | null;
}

/** Every calendar day from the call to an end, both included, as far as the years are covered. */
export function listDays(calledOn: string, end: string): readonly CountedDay[] {
  const days: CountedDay[] = [];
  let trading = 0;
  for (let at = numberOfDay(calledOn); at <= numberOfDay(end); at += 1) {
    const day = dayOfNumber(at);
    const kind = kindOfDay(day);
    if (kind === null) break;
    const isFirst = days.length === 0;
    const isTrading = kind.kind === 'open' || kind.kind === 'earlyClose';
    if (isTrading && !isFirst) trading += 1;
    days.push({ day, kind, count: isTrading || isFirst ? trading : null });
  }
  return days;
}
