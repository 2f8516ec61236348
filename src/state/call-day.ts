/**
 * The day of the margin call: the one that was said, else today. The verdict and the tab that counts the days both ask
 * here. Serves rule R-69 of rules.md.
 */
import { isDate, yearOf } from '@/engine/calendar-day';
import { tradingYears } from '@/engine/trading-days';
import { localDay } from '@/state/today';

/** The day from which a call's trading days are counted, YYYY-MM-DD. */
export function selectCallDay({ calledOn }: { readonly calledOn: string | null }): string {
  return calledOn ?? localDay();
}

/** Whether a text is a day whose trading days can be counted. */
export function isCallDay(text: string): boolean {
  return isDate(text) && yearOf(text) >= tradingYears.from && yearOf(text) <= tradingYears.to;
}
