/** Calendar days as text, YYYY-MM-DD; no clock. */

/** Whether a text is a calendar day written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** The year of a day written YYYY-MM-DD. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Days since 1 January 1970 of a day written YYYY-MM-DD, by the Gregorian calendar. */
export function numberOfDay(day: string): number {
  const [year, month, date] = [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8))];
  // Counted from 1 March, so that the leap day is the last of its year.
  const [marchYear, marchMonth] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * marchMonth + 2) / 5) + date - 719_469;
}

/** The day so many days after 1 January 1970, as YYYY-MM-DD; the years 1 to 9999. */
export function dayOfNumber(number: number): string {
  const from0 = number + 719_468;
  const era = Math.floor(from0 / 146_097);
  const inEra = from0 - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The weekday of a day given by its number: 0 is Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}
