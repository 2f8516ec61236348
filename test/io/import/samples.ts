/** The composed broker files and what the sheet beside them says they must yield. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ImportFound, ImportRow, ImportWishes } from '@/io/import/import-types';
import { readImport } from '@/io/import/read-import';

const folder = new URL('samples/', import.meta.url);

/** Names of all sample files. */
export const sampleNames = readdirSync(folder).filter((name) => /\.(?:csv|tsv|txt)$/.test(name));

/** The text of a sample. */
export const sample = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** What was found in a text that must not be refused. */
export function foundIn(text: string, wishes?: ImportWishes): ImportFound {
  const reading = readImport(text, wishes);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal}`);
  return reading.found;
}

/** All rows of all accounts. */
export const rowsOf = (found: ImportFound): readonly ImportRow[] =>
  found.accounts.flatMap(({ rows }) => rows);

/** Symbol, shares and price of the holdings. */
export const holdingsOf = (found: ImportFound) =>
  rowsOf(found)
    .filter(({ fate }) => fate === 'holding')
    .map(({ symbol, quantity, price }) => [symbol, quantity, price]);

/** The rows of one fate in a few words: line, symbol, reason. */
export const named = (found: ImportFound, fate: ImportRow['fate']) =>
  rowsOf(found)
    .filter((row) => row.fate === fate)
    .map(({ symbol, reason }) => (reason === null ? symbol : `${symbol} (${reason})`));
