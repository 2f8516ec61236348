// A key that stands twice is refused with its path: of two loans neither is the right one.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicateKeys } from '@/io/duplicate-keys';
import { readDocumentText } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';

const least = readFileSync(new URL('documents/version-1-least.json', import.meta.url), 'utf8');

describe('a document in which a key stands twice', () => {
  it('is refused with the path of the second, though JSON takes the last', () => {
    const text = least.replace(/"marginLoan":\s*"[^"]*"/, (loan) => `${loan}, "marginLoan": "0"`);
    expect(text).not.toBe(least);
    const read = readDocumentText(`\uFEFF${text}`, ruleSets);
    expect(read.ok ? [] : read.issues).toEqual([
      { code: 'duplicate-key', path: '/account/marginLoan', figures: { key: 'marginLoan' } },
    ]);
  });
});

describe('where keys stand twice', () => {
  it.each([
    ['{"a":1,"a":2}', [['a']]],
    ['{"a":{"b":1},"c":{"b":1}}', []],
    ['[{"a":1},{"a":2,"b":[{"c":0,"c":0}]}]', [[1, 'b', 0, 'c']]],
    // Values that look like keys, or hold marks of their own.
    ['{"a":"a","b":"{\\"a\\":1,\\"a\\":2}","c":"\\\\","d":["a","a","}"]}', []],
    // One letter written in two ways is one letter.
    ['{"a":1,"\\u0061":2}', [['a']]],
    ['{"a/b":{"x":[],"x":{}}}', [['a/b', 'x']]],
    ['{"a":1,"a":2,"a":3}', [['a'], ['a']]],
    ['{"__proto__":1,"__proto__":2}', [['__proto__']]],
    ['"a"', []],
  ])('%s', (json, paths) => {
    expect(() => JSON.parse(json) as unknown).not.toThrow();
    expect(findDuplicateKeys(json)).toEqual(paths);
  });

  it('none in what a program writes, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        expect(findDuplicateKeys(JSON.stringify(value, null, indent))).toEqual([]);
      }),
    );
  });
});
