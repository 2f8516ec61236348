// A document without names: nothing that was a name is left anywhere in it, and every figure stays.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulatorDocument } from '@/io/document';
import { evaluateText } from '@/io/evaluation';
import { nameByLetters, redactDocument } from '@/io/redact';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { documentOf } from '../support/document-of';

const held = (id: string, symbol: string, group?: string) => ({
  id,
  symbol,
  side: 'long' as const,
  marketValue: '1000',
  ...(group === undefined ? {} : { group }),
});

const named: SimulatorDocument = {
  app: 'headroom',
  schemaVersion: 1,
  account: {
    name: 'Nora Quist 4711',
    enteredOn: '2026-11-20',
    ruleSet: {
      id: 'custom',
      name: 'Quist Brothers',
      longRate: '0.3',
      shortRate: '0.3',
      shortPerShareMinimum: 'none',
      leverageRule: false,
      source: 'Letter to Quist',
    },
    cash: '10',
    marginLoan: '900',
    shortCredit: '0',
    positions: [held('QQQX', 'NVDA', 'Semis'), held('p1', 'VTI'), held('p7', 'GME', 'Memes')],
    excluded: [{ label: 'AAPL 12/18/2026 250 C', reason: 'option of Quist' }],
  },
  scenarios: [
    {
      id: 'quist-week',
      name: 'Quist’s week',
      description: 'NVDA reports',
      changes: [
        { type: 'moveGroup', group: 'Memes', ratio: '-0.1' },
        { type: 'movePrice', position: 'QQQX', ratio: '-0.2' },
        { type: 'setRequirement', group: 'Semis', rate: '0.5' },
        { type: 'setRequirement', position: 'p7', rate: '0.6' },
        { type: 'open', position: held('p8', 'MSFT', 'Software') },
        { type: 'trade', position: 'QQQX', amount: '-100' },
        { type: 'switchRuleSet', ruleSet: 'merrill' },
        { type: 'removeSlice', position: 'QQQX' },
      ],
    },
  ],
  shownScenario: 'quist-week',
};

/** Every name of a document: what a person or a file called something. */
function namesOf({ account, scenarios }: SimulatorDocument): readonly string[] {
  const positions = [
    ...account.positions,
    ...scenarios.flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.type === 'open' || change.type === 'depositSecurities' ? [change.position] : [],
      ),
    ),
  ];
  return [
    account.name,
    ...positions.flatMap(({ symbol, group }) => [symbol, ...(group === undefined ? [] : [group])]),
    ...scenarios.flatMap(({ name, description }) => [
      name,
      ...(description === undefined ? [] : [description]),
    ]),
    ...(account.excluded ?? []).map(({ label }) => label),
  ].filter((name) => name !== '');
}

/** All texts of a piece of JSON, keys apart. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('a document without names', () => {
  it('calls holdings by letters in the order of their rows, groups by numbers, and has no words of its owner', () => {
    const redacted = redactDocument(named);
    expect(redacted.account.positions.map(({ id, symbol, group }) => [id, symbol, group])).toEqual([
      ['p2', 'A', 'Group 1'],
      ['p1', 'B', undefined],
      ['p7', 'C', 'Group 2'],
    ]);
    expect(redacted.scenarios).toEqual([
      {
        id: 's1',
        name: 'What if 1',
        changes: [
          { type: 'moveGroup', group: 'Group 2', ratio: '-0.1' },
          { type: 'movePrice', position: 'p2', ratio: '-0.2' },
          { type: 'setRequirement', group: 'Group 1', rate: '0.5' },
          { type: 'setRequirement', position: 'p7', rate: '0.6' },
          { type: 'open', position: held('p8', 'D', 'Group 3') },
          { type: 'trade', position: 'p2', amount: '-100' },
          { type: 'switchRuleSet', ruleSet: 'merrill' },
          { type: 'removeSlice', position: 'p2' },
        ],
      },
    ]);
    expect(redacted.shownScenario).toBe('s1');
    expect(JSON.stringify(redacted)).not.toMatch(
      /nvda|vti|gme|msft|aapl|qqqx|quist|semis|memes|software|4711|reports/i,
    );
  });

  it('names of what is no longer held are hidden too, each under one name of its own', () => {
    const left = documentOf({ positions: [held('p1', 'VTI', 'Funds')] });
    const changes = [
      { type: 'moveGroup', group: 'Miners', ratio: '-0.1' },
      { type: 'setRequirement', group: 'Banks', rate: '0.5' },
      { type: 'setPrice', position: 'Tesla', price: '9' },
      { type: 'setRequirement', position: 'Tesla', rate: '0.6' },
      { type: 'trade', position: 'Apple', amount: '-100' },
    ] as const;
    const scenarios = [{ id: 's1', name: 'What if 1', changes }];
    const redacted = redactDocument({ ...left, scenarios });
    // The group of the one holding is the first, then as they come; p1 is taken, so p2 and p3 are next.
    expect(redacted.scenarios[0]?.changes).toEqual([
      { type: 'moveGroup', group: 'Group 2', ratio: '-0.1' },
      { type: 'setRequirement', group: 'Group 3', rate: '0.5' },
      { type: 'setPrice', position: 'p2', price: '9' },
      { type: 'setRequirement', position: 'p2', rate: '0.6' },
      { type: 'trade', position: 'p3', amount: '-100' },
    ]);
    expect(Object.keys(redacted.scenarios[0]?.changes[1] ?? {})).not.toContain('position');
  });

  it('what was left out of a file is counted and not named; with nothing on show nothing is on show', () => {
    const redacted = redactDocument({
      ...named,
      account: { ...named.account, excluded: [0, 1].map(() => ({ label: 'AAPL', reason: 'option' })) },
      shownScenario: null,
    });
    expect(redacted.account.excluded).toEqual([
      { label: 'Row 1', reason: 'left out' },
      { label: 'Row 2', reason: 'left out' },
    ]);
    expect(redacted.shownScenario).toBeNull();
    const { shownScenario: _none, ...without } = named;
    expect(redactDocument(without)).not.toHaveProperty('shownScenario');
  });

  it('goes on after Z with AA, calls a repeated name by one letter, and leaves a blank one blank', () => {
    const many = Array.from({ length: 28 }, (_, index) => held(`p${index + 1}`, `SYM${index}`));
    const symbols = redactDocument(documentOf({ positions: many })).account.positions.map(
      ({ symbol }) => symbol,
    );
    expect(symbols.slice(25)).toEqual(['Z', 'AA', 'AB']);
    const repeated = [held('p1', 'ACME'), held('p2', ' '), held('p3', 'ACME'), held('p4', 'VTI')];
    expect(
      redactDocument(documentOf({ positions: repeated })).account.positions.map(({ symbol }) => symbol),
    ).toEqual(['A', '', 'A', 'D']);
  });

  it('one name is one letter in an account beside it too, and what is new there comes after', () => {
    const beside = documentOf({ positions: [held('p1', 'OLD'), held('p2', 'VTI')] }).account;
    const { symbol } = nameByLetters(named, beside);
    // NVDA, VTI and GME are typed, MSFT is opened, then OLD.
    expect([symbol('VTI'), symbol('MSFT'), symbol('OLD')]).toEqual(['B', 'D', 'E']);
  });

  it('no name of any document survives as a text or within one', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const before = document as SimulatorDocument;
        const texts = textsOf(redactDocument(before)).join('\n');
        for (const name of namesOf(before)) expect(texts).not.toContain(name);
      }),
    );
  });

  it('the figures are the same to the last digit', () => {
    const figures = (document: SimulatorDocument) => {
      const { json } = evaluateText(JSON.stringify(document), ruleSets);
      return JSON.stringify({ ...json, name: null, scenario: null }, (key, value: unknown) =>
        key === 'symbol' || key === 'id' || key === 'position' || key === 'figures' ? null : value,
      );
    };
    fc.assert(
      fc.property(anyDocument, (document) => {
        const before = document as SimulatorDocument;
        expect(figures(redactDocument(before))).toBe(figures(before));
      }),
      { numRuns: 50 },
    );
  });
});
