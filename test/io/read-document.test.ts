/**
 * Reading documents from outside: every version stays readable, and what is wrong is named by code, place and
 * figures. Nothing bad becomes a zero, and nothing throws.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocumentText } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { counted, documentOf, lineOfText, long, short } from '../support/evaluated';
import { edited } from '../support/json-edits';

const folder = fileURLToPath(new URL('documents/', import.meta.url));
const textOf = (name: string) => readFileSync(`${folder}${name}`, 'utf8');

describe('documents of every version', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
    '%s is readable, evaluated in full, and kept as it was',
    (name) => {
      const read = readDocumentText(textOf(name), ruleSets);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      expect(read.value.document).toEqual(JSON.parse(textOf(name)));
      const line = lineOfText(textOf(name));
      expect(line.before).not.toBeNull();
      expect(line.after === null).toBe(line.scenario === null);
    },
  );

  it('version 1 with every key: 100 × 245.25 + 50.125 × 96 + 1,500 long, 4,400 short: equity 11,836.50', () => {
    const { before } = lineOfText(textOf('version-1.json'));
    // 30,837 + 1,000 + 4,400 − 4,400 − 20,000.50
    expect(before).toMatchObject({ longMarketValue: '30837', shortMarketValue: '4400', equity: '11836.5' });
    // 0.3 own; 0.6 for 2× and 5 points for 13.7 % of 35,237; not marginable; 30 % and 10 points for 12.5 %, but 6 a share.
    expect(before?.positions.map(({ maintenanceRate }) => maintenanceRate)).toEqual([
      '0.3',
      '0.65',
      '1',
      '0.4',
    ]);
    expect(before?.positions[3]?.maintenanceRequirement).toBe('2400');
  });
});

const account = {
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '4000',
  positions: [counted('long', '200', '245', { group: 'Broad' }), short('4000'), long('500')],
};
const valid = documentOf(account, [{ type: 'moveMarket', ratio: '-0.1' }]);

/** What a document with these edits is refused for: [code, path, figures]. Fails when it is not refused. */
function refusals(edits: Readonly<Record<string, unknown>>, from: unknown = valid) {
  const line = lineOfText(JSON.stringify(edited(from, edits)));
  expect(line).toMatchObject({ name: null, scenario: null, before: null, after: null, fromToday: null });
  return line.issues.map(({ code, path, figures }) => [code, path, figures]);
}

describe('figures', () => {
  it.each(['1e5', '', ' ', '5.', '.5', '+5', '1,000', '0x10', 'NaN', 'Infinity', '1 ', '1\n', '١', '$5'])(
    'a cash of %j is no decimal and no zero',
    (text) => {
      expect(refusals({ '/account/cash': text })).toEqual([
        ['not-a-decimal', '/account/cash', { text, decimals: '18' }],
      ]);
    },
  );

  it('200 digits are refused, and 40 of them are shown; 15 before and 18 after the point are read', () => {
    expect(refusals({ '/account/cash': '7'.repeat(200) })).toEqual([
      ['not-a-decimal', '/account/cash', { text: '7'.repeat(40), decimals: '18' }],
    ]);
    const longest = `${'9'.repeat(15)}.${'9'.repeat(18)}`;
    const line = lineOfText(JSON.stringify(edited(valid, { '/account/cash': longest })));
    expect(line.before?.cash).toBe(longest);
    expect(refusals({ '/account/cash': `1${longest}` })).toHaveLength(1);
    expect(refusals({ '/account/cash': `${longest}9` })).toHaveLength(1);
  });

  it.each([
    ['/account/cash', '-0.01', { value: '-0.01', atLeast: '0' }],
    ['/account/marginLoan', '-1', { value: '-1', atLeast: '0' }],
    ['/account/shortCredit', '-1', { value: '-1', atLeast: '0' }],
    ['/account/minimumCash', '-1', { value: '-1', atLeast: '0' }],
    ['/account/loanInterestRate', '-0.1', { value: '-0.1', atLeast: '0', atMost: '3' }],
    ['/account/positions/0/shares', '-20', { value: '-20', above: '0' }],
    ['/account/positions/0/shares', '0', { value: '0', above: '0' }],
    ['/account/positions/0/price', '-0.01', { value: '-0.01', atLeast: '0' }],
    ['/account/positions/0/maintenanceRate', '3.01', { value: '3.01', atLeast: '0', atMost: '3' }],
    ['/account/positions/0/maintenanceRate', '-0.01', { value: '-0.01', atLeast: '0', atMost: '3' }],
    ['/account/positions/0/targetWeight', '1.01', { value: '1.01', atLeast: '0', atMost: '1' }],
    ['/account/positions/1/marketValue', '-4000', { value: '-4000', atLeast: '0' }],
    ['/account/positions/1/perShareMinimum', '-5', { value: '-5', atLeast: '0' }],
    ['/scenarios/0/changes/0/ratio', '-1.01', { value: '-1.01', atLeast: '-1' }],
  ])('%s of %s is out of range', (path, value, figures) => {
    expect(refusals({ [path]: value })).toEqual([['out-of-range', path, figures]]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '20-11-2026', '2026-2-3', 'today', ''])(
    'a day of %j does not exist',
    (day) => {
      expect(refusals({ '/account/enteredOn': day })).toEqual([
        ['not-a-date', '/account/enteredOn', { text: day }],
      ]);
    },
  );

  it('29 February 2028 and 31 December 2026 exist', () => {
    for (const day of ['2028-02-29', '2026-12-31']) {
      const line = lineOfText(JSON.stringify(edited(valid, { '/account/enteredOn': day })));
      expect(line.before).not.toBeNull();
    }
  });

  it('every wrong figure is named, not only the first', () => {
    const edits = {
      '/account/cash': 'x',
      '/account/positions/0/price': 'y',
      '/scenarios/0/changes/0/ratio': 'z',
    };
    expect(refusals(edits).map(([, path]) => path)).toEqual([
      '/account/positions/0/price',
      '/account/cash',
      '/scenarios/0/changes/0/ratio',
    ]);
  });
});

describe('positions', () => {
  it('shares without a price, a price without shares, and both a value and shares are named', () => {
    expect(refusals({ '/account/positions/0/price': undefined })).toEqual([
      ['missing-price', '/account/positions/0', {}],
    ]);
    expect(refusals({ '/account/positions/0/shares': undefined })).toEqual([
      ['missing-shares', '/account/positions/0', {}],
    ]);
    expect(refusals({ '/account/positions/0/marketValue': '49000' })).toEqual([
      ['value-and-shares', '/account/positions/0', { marketValue: '49000' }],
    ]);
  });

  it('an id twice is refused at the second', () => {
    expect(refusals({ '/account/positions/2/id': 'p1' })).toEqual([
      ['duplicate-id', '/account/positions/2/id', { id: 'p1' }],
    ]);
  });

  it('a minimum a share belongs to shorts', () => {
    expect(refusals({ '/account/positions/0/perShareMinimum': '5' })).toEqual([
      ['per-share-minimum-of-a-long', '/account/positions/0/perShareMinimum', { value: '5' }],
    ]);
  });

  it('what is odd but readable is a warning: a symbol twice, leverage with beta left at 1', () => {
    const odd = edited(valid, { '/account/positions/2/symbol': 'p1', '/account/positions/2/leverage': '3' });
    const line = lineOfText(JSON.stringify(odd));
    expect(line.before).not.toBeNull();
    expect(line.issues).toEqual([
      { code: 'per-share-minimum-not-applied', path: '/account/positions/1', figures: { symbol: 'P2' } },
      { code: 'repeated-symbol', path: '/account/positions/2/symbol', figures: { symbol: 'p1' } },
      { code: 'leverage-without-beta', path: '/account/positions/2/beta', figures: { leverage: '3' } },
    ]);
  });
});

describe('names of rules, scenarios and versions', () => {
  it.each(['none', '', 'M1', '__proto__', 'constructor', 'toString'])('rules called %j are unknown', (id) => {
    expect(refusals({ '/account/ruleSet': id })).toEqual([['unknown-rule-set', '/account/ruleSet', { id }]]);
    const change = { type: 'switchRuleSet', ruleSet: id };
    expect(refusals({ '/scenarios/0/changes/0': change })).toEqual([
      ['unknown-rule-set', '/scenarios/0/changes/0/ruleSet', { id }],
    ]);
  });

  it('a shown scenario that is not there, and two of one id, are refused', () => {
    expect(refusals({ '/shownScenario': 's9' })).toEqual([
      ['unknown-scenario', '/shownScenario', { id: 's9' }],
    ]);
    const twice = { '/scenarios/1': { id: 's1', name: 'Again', changes: [] } };
    expect(refusals(twice)).toEqual([['duplicate-id', '/scenarios/1/id', { id: 's1' }]]);
  });

  it('a newer version is refused and said; versions 0, 1.5 and "1" are unknown', () => {
    expect(refusals({ '/schemaVersion': 2 })).toEqual([
      ['newer-version', '/schemaVersion', { version: '2', newest: '1' }],
    ]);
    for (const version of [0, -1, 1.5, '1', null, undefined]) {
      expect(refusals({ '/schemaVersion': version })).toEqual([['unknown-version', '/schemaVersion', {}]]);
    }
  });

  it.each([null, [], 5, 'text', {}, { app: 'other' }])('%j is no document of this app', (value) => {
    expect(refusals({ '': value })).toEqual([['not-a-headroom-document', '', {}]]);
  });
});

describe('kinds and keys', () => {
  it.each([
    ['/account/cash', 1000],
    ['/account/cash', null],
    ['/account/cash', ['1000']],
    ['/account/cash', undefined],
    ['/account/name', 5],
    ['/account/dayCount', 364],
    ['/account/dayCount', '360'],
    ['/account/positions', {}],
    ['/account/positions/0', []],
    ['/account/positions/0', null],
    ['/account/positions/0/side', 'Long'],
    ['/account/positions/0/marginable', 'true'],
    ['/account', []],
    ['/scenarios', {}],
    ['/scenarios', undefined],
    ['/scenarios/0/changes', {}],
    ['/scenarios/0/changes/0', 'moveMarket'],
    ['/shownScenario', 1],
  ])('%s may not be %j', (path, value) => {
    expect(refusals({ [path]: value }).map(([code, at]) => [code, at])).toEqual([['wrong-shape', path]]);
  });

  it('a change without a type, or of an unknown one, is refused at its type', () => {
    for (const change of [{}, { type: 'explode' }]) {
      expect(refusals({ '/scenarios/0/changes/0': change }).map(([code, at]) => [code, at])).toEqual([
        ['wrong-shape', '/scenarios/0/changes/0/type'],
      ]);
    }
  });

  it.each([
    ['/colour'],
    ['/account/Cash'],
    ['/account/positions/0/rate'],
    ['/account/positions/0/constructor'],
    ['/scenarios/0/changes/0/note'],
  ])('an unknown key is refused with its path: %s', (path) => {
    const key = path.slice(path.lastIndexOf('/') + 1);
    expect(refusals({ [path]: '1' })).toEqual([['unknown-key', path, { key }]]);
  });

  it('a key with a slash or a tilde is escaped in its pointer', () => {
    const withKey = { ...valid, 'a/b~c': 1 };
    expect(refusals({}, withKey)).toEqual([['unknown-key', '/a~1b~0c', { key: 'a/b~c' }]]);
  });

  it('__proto__ is an unknown key like any other, wherever it stands', () => {
    const text = JSON.stringify(valid);
    const planted = text.replace('"cash":"1000"', '"cash":"1000","__proto__":{"marginLoan":"0"}');
    expect(planted).not.toBe(text);
    expect(lineOfText(planted).issues).toEqual([
      { code: 'unknown-key', path: '/account/__proto__', figures: { key: '__proto__' } },
    ]);
  });
});
