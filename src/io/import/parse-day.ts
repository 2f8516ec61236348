/** Finds a day in the words around a table: "as of 05:14 PM ET, 2026/11/20", "Aug 20 2026", "November 20, 2026". */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The number of a month from its English name or the first three letters of it, or null. */
export function monthOf(name: string): number | null {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? null : index + 1;
}

/** YYYY-MM-DD, or null when there is no such day. Two digits of a year are of this century. */
export function dayOf(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (full < 1970 || full > 2199 || month < 1 || month > 12 || day < 1) return null;
  const isLeap = full % 4 === 0 && (full % 100 !== 0 || full % 400 === 0);
  const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > length) return null;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day that a text names, months before days as American brokers write them, or null. */
export function dayIn(text: string): string | null {
  let found: string | null = null;
  const pattern =
    /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)|(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])|\b([A-Za-z]{3,9})\.?[- ](\d{1,2}),?[- ](\d{4})(?!\d)|(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/g;
  for (const match of text.slice(0, 2000).matchAll(pattern)) {
    const [, y1, m1, d1, m2, d2, y2, word, d3, y3, y4, m4, d4] = match;
    const day =
      y1 !== undefined
        ? dayOf(Number(y1), Number(m1), Number(d1))
        : y2 !== undefined
          ? dayOf(Number(y2), Number(m2), Number(d2))
          : word !== undefined
            ? dayOf(Number(y3), monthOf(word) ?? 0, Number(d3))
            : dayOf(Number(y4), Number(m4), Number(d4));
    found = day ?? found;
  }
  return found;
}
