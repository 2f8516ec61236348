// Every sample gives what its sheet of expectations says, and every line of it is accounted for.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportFound, ImportWishes } from '@/io/import/import-types';
import { readImport } from '@/io/import/read-import';

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');

function foundIn(text: string, wishes?: ImportWishes): ImportFound {
  const reading = readImport(text, wishes);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal}`);
  return reading.found;
}

const holdingsOf = (found: ImportFound) =>
  found.accounts.flatMap(({ rows }) =>
    rows
      .filter(({ fate }) => fate === 'holding')
      .map(({ symbol, quantity, price }) => [symbol, quantity, price]),
  );

const three = [
  ['AAPL', '300', '228.40'],
  ['TSLA', '-50', '321.60'],
  ['BRK.B', '40', '498.10'],
];

describe('what people paste', () => {
  it('cells from a spreadsheet: signs in parentheses, cash in whatever column it stands', () => {
    const found = foundIn(sample('generic_paste.tsv'));
    expect(found.layout).toBe('table');
    expect(holdingsOf(found)).toEqual(three);
    expect(found.accounts[0]?.cash).toBe('-61240.55');
    expect(found.questions).toEqual(['short-credit', 'as-of']);
  });

  it('free lines: short, at, a loan', () => {
    const found = foundIn(sample('generic_freeform.txt'));
    expect(found.layout).toBe('lines');
    expect(holdingsOf(found)).toEqual(three);
    expect(found.accounts[0]).toMatchObject({ cash: '-61240.55', marginLoan: '61240.55' });
  });
});
