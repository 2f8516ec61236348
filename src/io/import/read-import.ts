/**
 * The one door for what people bring: finds out what a text is and reads it. Never throws; every line of the text that is not
 * blank is a row of the answer, or the answer is a refusal with its reason.
 */
import { cleanText } from './clean-cell';
import { headingScore } from './columns';
import type { ImportFound, ImportQuestion, ImportReading, ImportRefusal, ImportWishes } from './import-types';
import { dayIn } from './parse-day';
import { readLines } from './read-lines';
import { readTable, type TableFound } from './read-table';
import { type Delimiter, recordsOf, type SourceRecord } from './source-records';

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
  const table = readTable(records, { layout: 'table' }, wishes);
  const found = table ?? readLines(clean);
  const rows = found.accounts.flatMap((account) => account.rows);
  if (table === null && rows.every(({ fate }) => fate === 'unread' || fate === 'notAPosition'))
    return refused('no-header', { rows: String(rows.length) });
  if (rows.every(({ fate }) => fate === 'notAPosition'))
    return refused('no-rows', { rows: String(rows.length) });
  return { ok: true, found: finished(found, records) };
}

function finished(found: TableFound, records: readonly SourceRecord[]): ImportFound {
  const asOf = asOfIn(records);
  return { ...found, asOf, questions: questionsOf(found, asOf) };
}

function questionsOf(found: TableFound, asOf: string | null): ImportQuestion[] {
  const { accounts } = found;
  const hasCash = accounts.some(({ cash }) => cash !== null);
  const hasLoan = accounts.some(
    ({ marginLoan, cash }) => marginLoan !== null || cash?.startsWith('-') === true,
  );
  const asksCredit = accounts.some(
    ({ rows, cash, shortCredit }) =>
      shortCredit === null &&
      cash?.startsWith('-') === true &&
      rows.some(
        ({ fate, quantity, value }) => fate === 'holding' && (quantity ?? value)?.startsWith('-') === true,
      ),
  );
  const questions: ImportQuestion[] = [];
  if (!hasLoan && !hasCash) questions.push('margin-loan');
  if (!hasCash) questions.push('cash');
  if (asksCredit) questions.push('short-credit');
  if (asOf === null) questions.push('as-of');
  return questions;
}

/** The day that a line of words around the table names. */
function asOfIn(records: readonly SourceRecord[]): string | null {
  let found: string | null = null;
  for (const { cells } of records) {
    const [only = '', ...more] = cells.filter((cell) => cell !== '');
    if (more.length === 0 && only.length < 200 && /\b(?:as of|downloaded|generated|date|on)\b/i.test(only))
      found = dayIn(only) ?? found;
  }
  return found;
}

const delimiters: readonly Delimiter[] = ['\t', ',', ';', '|'];

/** The sign between cells under which some line looks most like headings. */
function delimiterOf(clean: string): Delimiter {
  const start = clean.slice(0, 60_000);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = Math.max(0, ...recordsOf(start, delimiter, 200).map(headingScore));
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
