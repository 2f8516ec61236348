/** Days in words: "June 3", and with the year where it is not this one. */
import type { CountedDay } from '@/engine/due-date';

const withYear = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const withoutYear = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A day given as YYYY-MM-DD with its year: "June 3, 2026". */
export function formatDayAndYear(day: string): string {
  return withYear.format(new Date(`${day}T00:00:00Z`));
}

/** A day given as YYYY-MM-DD, beside today given alike. */
export function formatDay(day: string, today: string): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? withoutYear : withYear;
  return format.format(new Date(`${day}T00:00:00Z`));
}

const onWeekday = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const weekday = new Intl.DateTimeFormat('en-US', onWeekday);
const weekdayWithYear = new Intl.DateTimeFormat('en-US', { ...onWeekday, year: 'numeric' });

/** A day given as YYYY-MM-DD with its weekday: "Tuesday, November 24"; with its year where today's is another. */
export function formatWeekday(day: string, today: string = day): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? weekday : weekdayWithYear;
  return format.format(new Date(`${day}T00:00:00Z`));
}

const short = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A day given as YYYY-MM-DD where there is little room: "Tue, Nov 24". */
export function formatShortDay(day: string): string {
  return short.format(new Date(`${day}T00:00:00Z`));
}

/** What the day that a call is of makes worth knowing. */
export function callDayNote(first: CountedDay | undefined, today: string): string {
  if (first === undefined) return '';
  if (first.day > today) return 'That day is still to come.';
  return first.kind.kind === 'open' || first.kind.kind === 'earlyClose'
    ? ''
    : 'No trading on that day: the count begins with the next trading day.';
}
