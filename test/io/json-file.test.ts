// Accounts as files: what is written is read back as it was, names are harmless, what is broken is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import { accountsFile, documentFile, fileName, readFileText } from '@/io/json-file';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { documentOf } from '../support/document-of';

const codes = (text: string) => {
  const read = readFileText(text, ruleSets);
  return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${path}`);
};

describe('a file of one account', () => {
  it('gives back the document that was written, whatever it is', () => {
    fc.assert(
      fc.property(anyDocument, fc.string({ unit: 'grapheme' }), (json, name) => {
        const document = { ...json, account: { ...json.account, name } } as SimulatorDocument;
        const content = known(readFileText(documentFile(document), ruleSets));
        expect(content).toMatchObject({ kind: 'document', document });
      }),
      { numRuns: 300 },
    );
  });

  it('is read with a byte order mark too', () => {
    const text = `\uFEFF${documentFile(documentOf({ cash: '5' }))}`;
    expect(known(readFileText(text, ruleSets))).toMatchObject({ kind: 'document' });
  });

  it('says what it warns of: the same symbol twice', () => {
    const held = { symbol: 'VTI', side: 'long', shares: '1', price: '2' } as const;
    const document = documentOf({
      positions: [
        { id: 'a', ...held },
        { id: 'b', ...held },
      ],
    });
    const content = known(readFileText(documentFile(document), ruleSets));
    expect(content.kind === 'document' && content.warnings.map(({ code }) => code)).toEqual([
      'repeated-symbol',
    ]);
  });

  it.each([
    ['', 'not-json '],
    ['{"app":"headroom",', 'not-json '],
    ['[]', 'not-a-headroom-document '],
    ['{"app":"other"}', 'not-a-headroom-document '],
    ['{"app":"headroom","schemaVersion":99}', 'newer-version /schemaVersion'],
    ['{"app":"headroom","app":"headroom"}', 'duplicate-key /app'],
  ])('%s is refused with %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });
});

describe('a file of several accounts', () => {
  it('gives back each of them', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { minLength: 1, maxLength: 4 }), (json) => {
        const documents = json as SimulatorDocument[];
        const content = known(readFileText(accountsFile(documents), ruleSets));
        if (content.kind !== 'accounts') throw new Error('one account');
        expect(content.accounts.map((each) => known(each).document)).toEqual(documents);
      }),
      { numRuns: 50 },
    );
  });

  it('reads the others where one cannot be read', () => {
    const text = accountsFile([documentOf({ cash: '1' }), documentOf({ cash: '1e5' })]);
    const content = known(readFileText(text, ruleSets));
    expect(content.kind === 'accounts' && content.accounts.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it.each([
    ['{"app":"headroom","accounts":[]}', 'no-accounts /accounts'],
    ['{"app":"headroom","accounts":{}}', 'wrong-shape /accounts'],
    ['{"app":"headroom","accounts":[1],"more":1}', 'unknown-key /more'],
    ['{"app":"headroom","accounts":[1],"accounts":[2]}', 'duplicate-key /accounts'],
  ])('%s is refused with %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });
});

describe('the name of a file', () => {
  it.each([
    ['My account', 'Headroom My account 2026-11-20.json'],
    ['a/b\\c:d*e?"f<g>h|', 'Headroom a b c d e f g h 2026-11-20.json'],
    ['../../etc/passwd', 'Headroom etc passwd 2026-11-20.json'],
    ['\u202Egpj.exe\u0000\n', 'Headroom gpj.exe 2026-11-20.json'],
    ['CON', 'Headroom CON 2026-11-20.json'],
    ['   ', 'Headroom 2026-11-20.json'],
    ['Überprüfung 口座', 'Headroom Überprüfung 口座 2026-11-20.json'],
  ])('of %j is %j', (name, file) => {
    expect(fileName(name, '2026-11-20', 'json')).toBe(file);
  });

  it('is never longer than a system takes, in bytes, and always keeps its ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const file = fileName(name, '2026-11-20', 'json');
        expect(new TextEncoder().encode(file).length).toBeLessThan(200);
        expect(file).toMatch(/^Headroom .*2026-11-20\.json$/u);
        expect(file).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]/u);
      }),
    );
  });
});
