/**
 * Documents that nobody wrote: valid ones with pieces replaced, taken out or cut. Whatever they are, the evaluator
 * answers with a full result or with at least one issue, every figure a plain decimal, and it never throws.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineFigures, lineOfText } from '../support/evaluated';
import { edited, pointersOf } from '../support/json-edits';

const text = readFileSync(new URL('documents/version-1.json', import.meta.url), 'utf8');
const document: unknown = JSON.parse(text);
const pointers = pointersOf(document);

/** Texts that look like figures, and some that do not. */
const odd = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '-1',
    '1',
    '0.000000000000000001',
    '999999999999999',
    '1e5',
    '',
    '-',
    'p1',
    '__proto__',
  ),
  fc.integer({ min: -400, max: 400 }).map((cents) => (cents / 100).toFixed(2)),
  fc.string(),
);
const replacement = fc.oneof(
  { weight: 4, arbitrary: odd },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const edits = fc.array(fc.tuple(fc.constantFrom(...pointers), replacement), { minLength: 1, maxLength: 3 });
const shown = fc.constantFrom('s1', 's2', 's3', null);

/** Texts that stand where a figure belongs but are no plain decimal. */
function notPlain(line: LineFigures): string[] {
  const words = new Set(['id', 'symbol', 'side', 'position', 'action', 'kind']);
  const visit = (value: unknown, key: string): string[] => {
    if (typeof value === 'string')
      return words.has(key) || /^-?\d+(\.\d+)?$/.test(value) ? [] : [`${key}: ${value}`];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([inner, each]) => visit(each, Array.isArray(value) ? key : inner));
  };
  return visit([line.before, line.after, line.fromToday], '');
}

/** What is wrong with an answer, or null: nothing without a reason, no result that is half one. */
function objection(line: LineFigures): string | null {
  if (line.before === null) {
    if (line.issues.length === 0) return 'no result and no issue';
    return line.after === null && line.fromToday === null ? null : 'half a result';
  }
  const isRefused = line.issues.some(({ path }) => path.startsWith('/scenarios/'));
  if ((line.after === null) !== (line.scenario === null || isRefused))
    return 'no result after, and no reason';
  if (line.fromToday === null) return 'no distance from today';
  return notPlain(line)[0] ?? null;
}

describe('documents with pieces replaced', () => {
  it('300 of them: a full result in plain decimals, or an issue; never an exception', () => {
    fc.assert(
      fc.property(edits, shown, (pieces, shownScenario) => {
        let changed: unknown = edited(document, { '/shownScenario': shownScenario });
        for (const [pointer, value] of pieces) {
          // An earlier piece may have taken away the place of a later one.
          if (pointersOf(changed).includes(pointer)) changed = edited(changed, { [pointer]: value });
        }
        expect(objection(lineOfText(JSON.stringify(changed) ?? ''))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('100 texts cut short or with characters put in: not one is taken for the whole', () => {
    fc.assert(
      fc.property(
        fc.nat(text.trimEnd().length - 1),
        fc.constantFrom('', ',', '{', '"', '\u0000'),
        (at, extra) => {
          const line = lineOfText(text.slice(0, at) + extra);
          expect(line.before).toBeNull();
          expect(line.issues.map(({ code }) => code)).toEqual(['not-json']);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('100,000 brackets in a row, or in place of a name, are an issue', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(lineOfText(deep).issues.map(({ code }) => code)).toEqual(['not-a-headroom-document']);
    const named = text.replace('"Every key of version 1"', deep);
    expect(lineOfText(named).issues.map(({ path }) => path)).toEqual(['/account/name']);
    expect(lineOfText('['.repeat(100_000)).issues.map(({ code }) => code)).toEqual(['not-json']);
  });
});
