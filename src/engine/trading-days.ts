/**
 * The days on which New York's exchanges trade, 2000 to 2100, by rule: weekends, holidays as observed, early closes, and
 * a table of the closures that no rule foresees. Days are YYYY-MM-DD. Serves rules of rules.md.
 */

import { dayOfNumber, numberOfDay, weekdayOf, yearOf } from '@/engine/calendar-day';

/** The years that the rules and the table cover. */
export const tradingYears = { from: 2000, to: 2100 } as const;

/** A holiday of the exchanges. */
export type Holiday =
  | 'newYear'
  | 'martinLutherKing'
  | 'washington'
  | 'goodFriday'
  | 'memorial'
  | 'juneteenth'
  | 'independence'
  | 'labor'
  | 'thanksgiving'
  | 'christmas';

/** Why the exchanges stayed closed on a day that no rule foresees. */
export type Closure = 'september11' | 'reagan' | 'ford' | 'sandy' | 'bush' | 'carter';

/** What a calendar day is at the exchanges. */
export type DayKind =
  | { readonly kind: 'open' }
  /** Trading ends at one o'clock. */
  | { readonly kind: 'earlyClose' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly holiday: Holiday }
  | { readonly kind: 'closure'; readonly closure: Closure };

/** Closures that no rule foresees. */
const unscheduled: ReadonlyMap<string, Closure> = new Map([
  ['2001-09-11', 'september11'],
  ['2001-09-12', 'september11'],
  ['2001-09-13', 'september11'],
  ['2001-09-14', 'september11'],
  ['2004-06-11', 'reagan'],
  ['2007-01-02', 'ford'],
  ['2012-10-29', 'sandy'],
  ['2012-10-30', 'sandy'],
  ['2018-12-05', 'bush'],
  ['2025-01-09', 'carter'],
]);

/** An early close that no rule foresees: the Friday after Christmas 2003. */
const unscheduledEarlyClose = '2003-12-26';
/** Until then a Wednesday before Independence Day was a full day, and the Friday after it closed early instead. */
const wednesdaysSince = 2013;

const [sunday, monday, wednesday, thursday, friday, saturday] = [0, 1, 3, 4, 5, 6] as const;

/** What a day is at the exchanges; null outside the years that are covered. */
export function kindOfDay(day: string): DayKind | null {
  const year = yearOf(day);
  if (year < tradingYears.from || year > tradingYears.to) return null;
  const weekday = weekdayOf(numberOfDay(day));
  if (weekday === saturday || weekday === sunday) return { kind: 'weekend' };
  const closure = unscheduled.get(day);
  if (closure !== undefined) return { kind: 'closure', closure };
  const holiday = holidaysOf(year).get(day);
  if (holiday !== undefined) return { kind: 'holiday', holiday };
  return { kind: isEarlyClose(day, year, weekday) ? 'earlyClose' : 'open' };
}

/** Whether the exchanges trade on a day; null outside the years that are covered. */
export function isTradingDay(day: string): boolean | null {
  const kind = kindOfDay(day)?.kind ?? null;
  return kind === null ? null : kind === 'open' || kind === 'earlyClose';
}

/**
 * Whether a trading day ends at one o'clock: before Independence Day, after Thanksgiving and on Christmas Eve. Where the
 * feast itself falls on a weekend, the day before is its observed holiday and no trading day at all.
 */
function isEarlyClose(day: string, year: number, weekday: number): boolean {
  const monthDay = day.slice(5);
  if (monthDay === '12-24' || day === unscheduledEarlyClose) return true;
  if (monthDay === '07-03') return weekday !== wednesday || year >= wednesdaysSince;
  if (monthDay === '07-05') return weekday === friday && year < wednesdaysSince;
  return numberOfDay(day) - 1 === nthWeekday(year, 11, thursday, 4);
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

const known = new Map<number, ReadonlyMap<string, Holiday>>();

/** The holidays of a year as the exchanges observe them. */
function holidaysOf(year: number): ReadonlyMap<string, Holiday> {
  const found = known.get(year);
  if (found !== undefined) return found;
  const days: readonly (readonly [Holiday, readonly number[]])[] = [
    ['newYear', newYear(year)],
    ['martinLutherKing', [nthWeekday(year, 1, monday, 3)]],
    ['washington', [nthWeekday(year, 2, monday, 3)]],
    ['goodFriday', [easterSunday(year) - 2]],
    ['memorial', [nthWeekday(year, 6, monday, 1) - 7]],
    ['juneteenth', year >= 2022 ? [observed(year, 6, 19)] : []],
    ['independence', [observed(year, 7, 4)]],
    ['labor', [nthWeekday(year, 9, monday, 1)]],
    ['thanksgiving', [nthWeekday(year, 11, thursday, 4)]],
    ['christmas', [observed(year, 12, 25)]],
  ];
  const holidays = new Map(
    days.flatMap(([holiday, on]) => on.map((day): [string, Holiday] => [dayOfNumber(day), holiday])),
  );
  known.set(year, holidays);
  return holidays;
}

/** A fixed holiday as observed: a Saturday's on Friday, a Sunday's on Monday. */
function observed(year: number, month: number, day: number): number {
  const at = numberOfDay(textOf(year, month, day));
  const weekday = weekdayOf(at);
  return weekday === saturday ? at - 1 : weekday === sunday ? at + 1 : at;
}

/** New Year's Day; on a Saturday it is not observed at all, as the day before ends the year's books. */
function newYear(year: number): number[] {
  return [observed(year, 1, 1)].filter((at) => yearOf(dayOfNumber(at)) === year);
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
