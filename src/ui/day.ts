/** Days in words: "June 3", and with the year where it is not this one. */

const withYear = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const withoutYear = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A day given as YYYY-MM-DD, beside today given alike. */
export function formatDay(day: string, today: string): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? withoutYear : withYear;
  return format.format(new Date(`${day}T00:00:00Z`));
}

const onWeekday = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** A day that is near, given as YYYY-MM-DD, with its weekday: "Tuesday, November 24". */
export function formatWeekday(day: string): string {
  return onWeekday.format(new Date(`${day}T00:00:00Z`));
}
