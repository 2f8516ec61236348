import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateText } from '@/io/evaluation';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument, plainLongDocument } from '../support/arbitrary-document';
import { compareEvaluation } from './compare';
import type { DocumentJson } from './document';
import { Fraction } from './fraction';
import { excessFromToday, referenceEvaluate } from './reference';

/** More can be asked for when the engine changes; each takes about 20 ms. */
const runs = Number(process.env['AGREEMENT_RUNS'] ?? '1500');
const aHair = Fraction.of(1n, 10n ** 12n);

function disagreements(document: DocumentJson): string[] {
  const { json } = evaluateText(JSON.stringify(document), ruleSets);
  const expected = referenceEvaluate(document);
  const found = compareEvaluation(expected, json);
  if (expected.fromToday === 'unchecked') found.push(...unfreePoints(document, json['fromToday']));
  return found;
}

/** Trades by dollars after the move: the printed points themselves must be free, and called just beyond. */
function unfreePoints(document: DocumentJson, fromToday: unknown): string[] {
  const points = new Map(Object.entries(fromToday ?? {}));
  return (['marketFall', 'marketRise'] as const).flatMap((side) => {
    const text: unknown = points.get(side);
    if (typeof text !== 'string') return [];
    const at = Fraction.parse(text);
    const beyond = side === 'marketFall' ? at.sub(aHair) : at.add(aHair);
    const [here, there] = [excessFromToday(document, at), excessFromToday(document, beyond)];
    // Today itself may be the only free point there is, with an impossible scenario beside it.
    const isBeyondCalled = there === null ? at.isZero() : there.sign() < 0;
    const isRight = here !== null && here.sign() >= 0 && isBeyondCalled;
    return isRight ? [] : [`$.fromToday.${side}: ${text} is not the last free point`];
  });
}

test(`the engine and the slow reference agree on every figure of ${runs} random documents`, {
  timeout: 900_000,
}, () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(disagreements(document)).toEqual([]);
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test('and on every figure of 500 plain accounts of longs', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(plainLongDocument, (document) => {
      expect(disagreements(document)).toEqual([]);
    }),
    { numRuns: 500, endOnFailure: true },
  );
});
