// Files that are torn, shifted or mistyped in any way: no reader fails, no line vanishes, no sign is lost, no figure appears
// that is not in the source. How many inputs each reader gets is set by MUTATIONS (300 where it is not set).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportReading, ImportRow } from '@/io/import/import-types';
import { readImport } from '@/io/import/read-import';
import { rebuildFromActivity } from '@/io/import/rebuild-activity';
import { composed } from './composed';
import { sample, sampleNames } from './samples';

const numRuns = Number(process.env['MUTATIONS'] ?? 300);
const sources: readonly (readonly [string, string])[] = [
  ...sampleNames.map((name) => [name, sample(name)] as const),
  ...Object.entries(composed),
];

type Edit = (text: string) => string;
const pieces = fc.oneof(
  fc.constantFrom(
    '"',
    ',',
    '\t',
    '\n',
    '\r\n',
    ';',
    '-',
    '−',
    '(',
    ')',
    '$',
    '.',
    '%',
    '0',
    '7',
    ' ',
    'A',
    "'",
  ),
  fc.constantFrom(
    '=',
    '--',
    '""',
    ',,',
    '\uFEFF',
    '\u200B',
    '\u00A0',
    '\0',
    '|',
    '/',
    '*',
    'Total',
    'Cash',
    'NaN',
  ),
);
const place = fc.nat({ max: 1_000_000 });
const linesOf = (text: string) => text.split('\n');
const cellEdit = (change: (cells: string[], at: number) => void) =>
  fc.tuple(place, place).map(([row, at]): Edit => {
    return (text) => {
      const lines = linesOf(text);
      const index = row % lines.length;
      const cells = (lines[index] ?? '').split(',');
      change(cells, at % cells.length);
      return lines.with(index, cells.join(',')).join('\n');
    };
  });
const lineEdit = (change: (lines: string[], at: number) => void) =>
  place.map((at): Edit => {
    return (text) => {
      const lines = linesOf(text);
      change(lines, at % lines.length);
      return lines.join('\n');
    };
  });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  place.map((at): Edit => {
    return (text) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + 1);
  }),
  fc.tuple(place, pieces).map(([at, piece]): Edit => {
    return (text) => text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1));
  }),
  place.map((at): Edit => {
    return (text) => {
      const index = at % Math.max(1, text.length - 1);
      return text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2);
    };
  }),
  fc.tuple(place, place).map(([from, length]): Edit => {
    return (text) =>
      text.slice(0, from % (text.length + 1)) + text.slice((from % (text.length + 1)) + (length % 60));
  }),
  lineEdit((lines, at) => lines.splice(at, 1)),
  lineEdit((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  lineEdit((lines, at) => lines.push(...lines.splice(at, 1))),
  cellEdit((cells, at) => cells.splice(at, 1)),
  cellEdit((cells, at) => cells.splice(at, 0, '')),
  cellEdit((cells, at) => cells.push(...cells.splice(at, 1))),
);

/** A source after up to four edits. */
const mutated = (source: string) =>
  fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((text, change) => change(text), source));

/** A figure without sign, marks and zeros that say nothing. */
const bare = (text: string) =>
  text
    .replaceAll(/[\s$,()+−-]/g, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
const isMinus = (cell: string) => /[-−(]/.test(cell);
/** Signs as clean readers see them. */
const seen = (text: string) => text.replaceAll(/\p{Cf}/gu, '').replaceAll(/[\u00A0\u2007\u2009\u202F]/g, ' ');

/** Letters and digits without the numbers of accounts, which are masked. */
const letters = (text: string) =>
  text.replaceAll(/[A-Z]?\d{7,8}|…\d{3}/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * Lines with any text that no row begins on or holds. A line inside quotation marks may be masked where its row is no position or is handed to the person.
 */
function lostLines(text: string, rows: readonly ImportRow[]): number[] {
  const lines = seen(text).split(/\r\n|\r|\n|\u2028|\u2029/);
  const starts = new Set(rows.map(({ line }) => line));
  return lines.flatMap((line, index) => {
    // Only marks between cells: no text.
    if (starts.has(index + 1) || !/[\p{L}\p{N}]/u.test(line)) return [];
    const from = Math.max(...[...starts].filter((start) => start <= index), 0);
    const before = rows.filter((row) => row.line === from);
    // What ends a cell begun before may be the number of an account, which is masked.
    const rest = line.includes('"') ? line.slice(line.indexOf('"')) : line;
    if (before.some(({ cells }) => letters(cells.join('|')).includes(letters(rest)))) return [];
    const marks =
      lines
        .slice(Math.max(0, from - 1), index)
        .join('')
        .split('"').length - 1;
    const isInside =
      marks % 2 === 1 && before.every(({ fate }) => fate === 'notAPosition' || fate === 'unread');
    return isInside && (line.split('"')[0] ?? '').split(/[,\t]/).length < 4 ? [] : [index + 1];
  });
}

/** What is wrong with a row's figures; empty where each is in the row, with its sign. */
function wrongFigures(row: ImportRow): string[] {
  const { quantity, price, value, isPriceDerived, option, fate, money, cells } = row;
  const words = cells.length === 1 ? (cells[0] ?? '').split(/[\s,@:=;]+|(?<=\d),/) : [];
  const parts = [...cells, ...words];
  const wrong: string[] = [];
  const figures = { quantity, price: isPriceDerived ? null : price, value };
  for (const [name, figure] of Object.entries(figures)) {
    if (figure === null) continue;
    if (!/^-?\d+(?:\.\d+)?$/.test(figure)) wrong.push(`${name} ${figure} is no decimal`);
    if (name === 'value' && (option !== null || fate === 'excluded' || fate === 'moneyMarket')) continue;
    // A cell in an odd place may be taken for the number of an account: only its last digits are shown.
    if (cells.some((cell) => /^…\d{3}$/.test(cell) && bare(figure).replace('.', '').endsWith(cell.slice(1))))
      continue;
    const same = parts.filter(
      (part) => bare(part) === bare(figure) || bare(part.replace(/%$/, '')) === bare(figure),
    );
    if (same.length === 0 && !cells.some((cell) => bare(cell).includes(bare(figure))))
      wrong.push(`${name} ${figure} is not in the source`);
    const isNone = !/[1-9]/.test(figure);
    const isSaid = money === 'marginLoan' || cells.some((cell) => /short|^s$|sell/i.test(cell)) || isNone;
    if (same.length > 0 && same.every(isMinus) && !figure.startsWith('-') && !isNone)
      wrong.push(`${name} ${figure} lost its sign`);
    if (figure.startsWith('-') && !isSaid && !same.some(isMinus) && !cells.some(isMinus))
      wrong.push(`${name} ${figure} has a sign from nowhere`);
  }
  return wrong;
}

function problemsIn(text: string, reading: ImportReading): unknown {
  if (!reading.ok) return [];
  const { accounts } = reading.found;
  const rows = accounts.flatMap((account) => account.rows);
  const totals = accounts.flatMap(({ cash, statedTotal, readTotal }) => [cash, statedTotal, readTotal]);
  return [
    ...lostLines(text, rows).map((line) => `line ${line} is lost`),
    ...rows.flatMap(wrongFigures),
    ...totals.filter((total) => total !== null && !/^-?\d+(?:\.\d+)?$/.test(total)),
    ...accounts.map(({ label }) => label).filter((label) => /\d{4}|Sample|Person/.test(label)),
  ];
}

describe('mutated sources', () => {
  it.each(sources)(
    '%s',
    (_name, source) => {
      fc.assert(
        fc.property(mutated(source), (text) => {
          expect(problemsIn(text, readImport(text))).toEqual([]);
        }),
        { numRuns },
      );
    },
    3_600_000,
  );

  it('the rebuilding of activity', () => {
    const source = sample('robinhood_activity_report.csv');
    fc.assert(
      fc.property(mutated(source), (text) => {
        const { reading } = rebuildFromActivity(text);
        const rows = reading.ok ? reading.found.accounts.flatMap((account) => account.rows) : [];
        const figures = rows.flatMap(({ quantity, price }) => [quantity, price]);
        expect(figures.filter((figure) => figure !== null && !/^-?\d+(?:\.\d+)?$/.test(figure))).toEqual([]);
        expect(reading.ok ? lostLines(text, rows) : []).toEqual([]);
      }),
      { numRuns },
    );
  }, 3_600_000);

  it('any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          expect(problemsIn(text, readImport(text))).toEqual([]);
        },
      ),
      { numRuns },
    );
  }, 3_600_000);
});
