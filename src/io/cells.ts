/**
 * The cells of everything that goes to a spreadsheet: words that no spreadsheet takes for a formula, exact numbers, and a
 * sheet of them as a CSV file.
 */

/** One cell: words, a number as decimal text, or a formula beginning with an equals sign. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'formula';
  readonly text: string;
}

/** Rows of cells, the first in row 1. */
export type Sheet = readonly (readonly Cell[])[];

/** An exact number as decimal text. */
export function number(decimal: string): Cell {
  return { kind: 'number', text: decimal };
}

/** Words. */
export function text(words: string): Cell {
  return { kind: 'text', text: plainWords(words) };
}

/**
 * Words as a cell may hold them. What begins like a formula would be computed, or could fetch something: an apostrophe before
 * it makes spreadsheets take it as it stands. Tabs and line breaks would break the table.
 */
export function plainWords(words: string): string {
  const line = words.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return /^[=+\-@"'＝＋－＠]/u.test(line) ? `'${line}` : line;
}

/** Nothing. */
export const empty: Cell = { kind: 'text', text: '' };

/** The mark at the beginning of a file by which Excel knows that it is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** A sheet as the text of a CSV file. */
export function csvText(sheet: Sheet): string {
  return `${byteOrderMark}${sheet.map((row) => csvLine(row.map((cell) => cell.text))).join('')}`;
}

/** One line of CSV. */
export function csvLine(cells: readonly string[]): string {
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${cells.map(quoted).join(',')}\r\n`;
}
