/**
 * The days on which New York's exchanges trade, 2000 to 2100, by rule: weekends, holidays as observed, and a table of
 * the closures that no rule foresees. Days are YYYY-MM-DD. Serves rules of rules.md.
 */

import { dayOfNumber, numberOfDay, weekdayOf, yearOf } from '@/engine/calendar-day';

/** The years that the rules and the table cover. */
export const tradingYears = { from: 2000, to: 2100 } as const;

/** Closures that no rule foresees, each with its reason. */
const unscheduled: ReadonlyMap<string, string> = new Map([
  ['2001-09-11', 'attacks of 11 September'],
  ['2001-09-12', 'attacks of 11 September'],
  ['2001-09-13', 'attacks of 11 September'],
  ['2001-09-14', 'attacks of 11 September'],
  ['2004-06-11', 'mourning for President Reagan'],
  ['2007-01-02', 'mourning for President Ford'],
  ['2012-10-29', 'Hurricane Sandy'],
  ['2012-10-30', 'Hurricane Sandy'],
  ['2018-12-05', 'mourning for President Bush'],
  ['2025-01-09', 'mourning for President Carter'],
]);

const [sunday, monday, thursday, saturday] = [0, 1, 4, 6] as const;

/** Whether the exchanges trade on a day; null outside the years that are covered. */
export function isTradingDay(day: string): boolean | null {
  const year = yearOf(day);
  if (year < tradingYears.from || year > tradingYears.to) return null;
  const weekday = weekdayOf(numberOfDay(day));
  if (weekday === saturday || weekday === sunday) return false;
  return !unscheduled.has(day) && !holidaysOf(year).has(day);
}

/**
 * Whether trading ends at one o'clock: before Independence Day, after Thanksgiving and on Christmas Eve, as the
 * exchanges have kept it since 2013; earlier years had other habits and are not marked. Null outside the years covered.
 */
export function isEarlyClose(day: string): boolean | null {
  const trades = isTradingDay(day);
  if (trades !== true || yearOf(day) < 2013) return trades === null ? null : false;
  const monthDay = day.slice(5);
  // Where the feast itself falls on a weekend, the day before is its observed holiday and no trading day at all.
  if (monthDay === '12-24' || monthDay === '07-03') return true;
  return numberOfDay(day) - 1 === nthWeekday(yearOf(day), 11, thursday, 4);
}

/**
 * The n-th trading day after a day, n ≥ 1; the day itself counts as day 0 whether or not it is one. Null when that lies
 * outside the years covered.
 */
export function tradingDayAfter(day: string, n: number): string | null {
  let at = numberOfDay(day);
  for (let left = n; left > 0; ) {
    at += 1;
    const trades = isTradingDay(dayOfNumber(at));
    if (trades === null) return null;
    if (trades) left -= 1;
  }
  return dayOfNumber(at);
}

const known = new Map<number, ReadonlySet<string>>();

/** The holidays of a year as the exchanges observe them. */
function holidaysOf(year: number): ReadonlySet<string> {
  const found = known.get(year);
  if (found !== undefined) return found;
  const days = [
    ...newYear(year),
    nthWeekday(year, 1, monday, 3),
    nthWeekday(year, 2, monday, 3),
    easterSunday(year) - 2,
    nthWeekday(year, 6, monday, 1) - 7,
    ...(year >= 2022 ? observed(year, 6, 19) : []),
    ...observed(year, 7, 4),
    nthWeekday(year, 9, monday, 1),
    nthWeekday(year, 11, thursday, 4),
    ...observed(year, 12, 25),
  ];
  const holidays = new Set(days.map(dayOfNumber));
  known.set(year, holidays);
  return holidays;
}

/** A fixed holiday as observed: a Saturday's on Friday, a Sunday's on Monday. */
function observed(year: number, month: number, day: number): number[] {
  const at = numberOfDay(textOf(year, month, day));
  const weekday = weekdayOf(at);
  return [weekday === saturday ? at - 1 : weekday === sunday ? at + 1 : at];
}

/** New Year's Day; on a Saturday it is not observed at all, as the day before ends the year's books. */
function newYear(year: number): number[] {
  return observed(year, 1, 1).filter((at) => yearOf(dayOfNumber(at)) === year);
}

/** The n-th of a weekday in a month. */
function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  const first = numberOfDay(textOf(year, month, 1));
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
}

/** Easter by the Gregorian computus (the anonymous algorithm, as printed in Nature in 1876). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const [century, inCentury] = [Math.floor(year / 100), year % 100];
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const leapYears = Math.floor(inCentury / 4);
  const toSunday = (32 + 2 * (century % 4) + 2 * leapYears - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const ordinal = epact + toSunday - 7 * late + 114;
  return numberOfDay(textOf(year, Math.floor(ordinal / 31), (ordinal % 31) + 1));
}

function textOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
