/**
 * The records of a text: cells and the line of the file where each begins. Quotation marks that do not close where they
 * ought to would swallow lines that follow; such a line is taken by itself and marked as broken, so that no other is lost.
 */
import Papa from 'papaparse';
import { cleanCell } from './clean-cell';

/** One record of the source. */
export interface SourceRecord {
  /** Counted from 1. */
  readonly line: number;
  /** Without the spaces around them. */
  readonly cells: readonly string[];
  /** Its quotation marks do not close: where one cell ends and the next begins is not known. */
  readonly isBroken: boolean;
}

/** What may stand between cells. */
export type Delimiter = '\t' | ',' | ';' | '|';

/** So many repairs are made by parsing the rest anew; beyond them each line is taken by itself. */
const mostRepairs = 8;

/** The records of a cleaned text (lines end with a line feed); lines without any text are left out. */
export function recordsOf(text: string, delimiter: Delimiter): SourceRecord[] {
  const records: SourceRecord[] = [];
  let rest = text;
  let line = 1;
  for (let repairs = 0; rest !== ''; repairs += 1) {
    const start = line;
    const { data, errors } = parse(rest, delimiter);
    const broken = errors.find(({ type }) => type === 'Quotes')?.row;
    const swallowed = data.findIndex((cells, index) => index !== broken && isSwallowing(cells, delimiter));
    const stop = Math.min(broken ?? data.length, swallowed < 0 ? data.length : swallowed);
    for (const cells of data.slice(0, stop)) {
      push(records, line, cells, false);
      line += 1 + lineBreaksIn(cells);
    }
    if (stop === data.length) return records;
    const lines = rest.split('\n').slice(line - start);
    push(records, line, splitPlainly(lines[0] ?? '', delimiter), true);
    if (repairs >= mostRepairs) {
      lines.slice(1).forEach((each, index) => pushAlone(records, line + 1 + index, each, delimiter));
      return records;
    }
    line += 1;
    rest = lines.slice(1).join('\n');
  }
  return records;
}

/** A line by itself. */
function pushAlone(records: SourceRecord[], line: number, text: string, delimiter: Delimiter): void {
  const { data, errors } = parse(text, delimiter);
  const isBroken = errors.some(({ type }) => type === 'Quotes');
  push(records, line, isBroken ? splitPlainly(text, delimiter) : (data[0] ?? []), isBroken);
}

function parse(text: string, delimiter: Delimiter) {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n' });
}

/** The first lines as records, quotation marks only taken off: enough to see which of them are headings. */
export function firstRecords(text: string, delimiter: Delimiter, most: number): SourceRecord[] {
  const records: SourceRecord[] = [];
  text.split('\n', most).forEach((line, index) => {
    push(records, index + 1, splitPlainly(line, delimiter), false);
  });
  return records;
}

/** A cell of several lines one of which looks like a row of its own. */
function isSwallowing(cells: readonly string[], delimiter: Delimiter): boolean {
  return cells.some(
    (cell) =>
      cell.includes('\n') &&
      cell.split('\n').some((each) => each.split(delimiter).length >= (delimiter === '\t' ? 2 : 3)),
  );
}

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.includes('\n')) count += cell.split('\n').length - 1;
  return count;
}

function push(records: SourceRecord[], line: number, raw: readonly string[], isBroken: boolean): void {
  const cells = raw.map(cleanCell);
  if (cells.some((cell) => cell !== '')) records.push({ line, cells, isBroken });
}

/** The cells of a line whose quotation marks mean nothing. */
function splitPlainly(line: string, delimiter: Delimiter): string[] {
  return line.split(delimiter).map((cell) => cell.replace(/^\s*"/, '').replace(/"\s*$/, ''));
}
