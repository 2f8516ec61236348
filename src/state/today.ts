/** The only clock of the page: the day on which figures were typed. */

/** Today where the person is, as YYYY-MM-DD. */
export function localDay(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
