/**
 * The one door for what people bring: finds out what a text is and reads it. Never throws; every line of the text that is not
 * blank is a row of the answer, or the answer is a refusal with its reason.
 */
import { cleanText } from './clean-cell';
import { headingScore, isTransactionHeading } from './columns';
import { detectTable, isLotHeading, isRobinhoodHeading } from './detect-layout';
import type { ImportReading, ImportRefusal, ImportWishes } from './import-types';
import { isActivityStatement, readActivityStatement } from './layout-ibkr';
import { dayIn } from './parse-day';
import { questionsOf } from './questions';
import { readLines } from './read-lines';
import { readTable, type TableFound } from './read-table';
import { activityFigures } from './rebuild-activity';
import { type Delimiter, firstRecords, recordsOf, type SourceRecord } from './source-records';

/** Longer texts are no list of positions. */
const mostCharacters = 20_000_000;
const mostRows = 100_000;

/** Reads the text of a file or of what was pasted. */
export function readImport(text: string, wishes: ImportWishes = {}): ImportReading {
  if (text.length > mostCharacters) return refused('too-large', { characters: String(text.length) });
  const clean = cleanText(text);
  if (clean.trim() === '') return refused('empty');
  if (/^\s*\{[^]{0,200}"app"\s*:\s*"headroom"/.test(clean)) return refused('is-a-document');
  const lines = countLines(clean);
  if (lines > mostRows) return refused('too-large', { rows: String(lines) });

  const records = recordsOf(clean, delimiterOf(clean));
  if (isActivityStatement(records)) {
    const { found, asOf } = readActivityStatement(records);
    return answered(found, asOf);
  }
  if (records.some(isRobinhoodHeading)) return refused('activity-only', activityFigures(records));
  const table = tableIn(records, wishes);
  if (table !== null) return answered(table, asOfIn(records, table));
  if (records.some(isTransactionHeading))
    return refused('activity-only', { rows: String(records.length - 1) });
  if (records.some(isLotHeading)) return refused('lots-only', { rows: String(records.length) });
  const free = readLines(clean);
  const rows = free.accounts.flatMap((account) => account.rows);
  // Where no line names anything, it was no list of lines.
  if (rows.every(({ fate, symbol }) => fate === 'notAPosition' || (fate === 'unread' && symbol === '')))
    return refused('no-header', { rows: String(rows.length) });
  return answered(free, null);
}

function tableIn(records: readonly SourceRecord[], wishes: ImportWishes): TableFound | null {
  const scores = records.map(headingScore);
  const best = scores.reduce((most, each) => Math.max(most, each), 0);
  const heading = records[scores.indexOf(best)];
  if (best === 0 || heading === undefined || isLotHeading(heading)) return null;
  return readTable(records, detectTable(heading, records), wishes);
}

function answered(found: TableFound, asOf: string | null): ImportReading {
  const rows = found.accounts.flatMap((account) => account.rows);
  if (rows.every(({ fate }) => fate === 'notAPosition'))
    return refused('no-rows', { rows: String(rows.length) });
  return { ok: true, found: { ...found, asOf, questions: questionsOf({ ...found, asOf }) } };
}

/** The day that a line of words around the table names, or a column for it. */
function asOfIn(records: readonly SourceRecord[], { layout }: TableFound): string | null {
  let found: string | null = null;
  for (const { cells } of records) {
    const [only = '', ...more] = cells.filter((cell) => cell !== '');
    if (more.length === 0 && only.length < 200 && /\b(?:as of|downloaded|generated|date|on)\b/i.test(only))
      found = dayIn(only) ?? found;
  }
  return found ?? (layout === 'ibkr-flex' ? reportDay(records) : null);
}

function reportDay(records: readonly SourceRecord[]): string | null {
  const heading = records.findIndex(({ cells }) => cells.includes('ReportDate'));
  const at = records[heading]?.cells.indexOf('ReportDate') ?? -1;
  return dayIn(records[heading + 1]?.cells[at] ?? '');
}

const delimiters: readonly Delimiter[] = ['\t', ',', ';', '|'];

/** The sign between cells under which some line looks most like headings. */
function delimiterOf(clean: string): Delimiter {
  const start = clean.slice(0, 60_000);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = firstRecords(start, delimiter, 300)
      .map(headingScore)
      .reduce((most, each) => Math.max(most, each), 0);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function refused(refusal: ImportRefusal, figures: Readonly<Record<string, string>> = {}): ImportReading {
  return { ok: false, refusal, figures };
}
