// What-ifs beside today in words: every figure by a pencil, highest and lowest of each row, and what separates them.
import { describe, expect, it } from 'vitest';
import type { ChangeInput, ScenarioInput } from '@/engine/scenario';
import { listRows, wordRank, wordSeparation } from '@/features/scenarios/compare-words';
import { compareScenarios } from '@/state/compared';
import { documentOf } from '../support/document-of';

/** 800 ACME at $100 at 30 %, $20,000 at 30 %, a loan of $52,000: equity 48,000, required 30,000, above 18,000. */
const account = {
  marginLoan: '52000',
  positions: [
    { id: 'p1', symbol: 'ACME', side: 'long', shares: '800', price: '100', maintenanceRate: '0.3' },
    { id: 'p2', symbol: 'REST', side: 'long', marketValue: '20000', maintenanceRate: '0.3' },
  ],
} as const;

function compare(changes: Readonly<Record<string, readonly ChangeInput[]>>, more = {}) {
  const scenarios = Object.entries(changes).map(
    ([name, list], index): ScenarioInput => ({ id: `s${index + 1}`, name, changes: list }),
  );
  const document = { ...documentOf({ ...account, ...more }), scenarios };
  return compareScenarios(
    document,
    scenarios.map(({ id }) => id),
  );
}

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

/** A row as it is read: its name, and each figure with its mark. */
function rows(compared: ReturnType<typeof compare>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    listRows(compared).map(({ name, ends, cells, isAlike }) => [
      name,
      cells.map(({ words, rank }) =>
        plain(`${words}${rank === null ? (isAlike ? ' alike' : '') : ` ${wordRank(rank, ends)}`}`),
      ),
    ]),
  );
}

const fallAndRates: readonly ChangeInput[] = [
  { type: 'setPrice', position: 'p1', price: '78' },
  { type: 'setRequirement', position: 'p1', rate: '0.4' },
];

describe('a call of $560 beside a fall that leaves room', () => {
  const compared = compare({
    'A bad week': fallAndRates,
    'Rates up': [{ type: 'setRequirement', position: 'p1', rate: '0.4' }],
  });

  it('a call without shorts says the rise that ends it: 560 ÷ (20,000 × 0.7) of what moves', () => {
    expect(rows(compared)).toMatchObject({
      'Rise of the market to a call, from today': [
        'none farthest, tied',
        'in a call; ends at +4.0 % nearest',
        'none farthest, tied',
      ],
    });
  });

  it('every figure', () => {
    // A bad week: 62,400 + 20,000 held, equity 30,400, required 24,960 + 6,000. Rates up: required 32,000 + 6,000.
    expect(rows(compared)).toMatchObject({
      Holdings: ['$100,000.00 highest, tied', '$82,400.00 lowest', '$100,000.00 highest, tied'],
      Cash: ['$0.00 alike', '$0.00 alike', '$0.00 alike'],
      Loan: ['$52,000.00 alike', '$52,000.00 alike', '$52,000.00 alike'],
      Equity: ['$48,000.00 highest, tied', '$30,400.00 lowest', '$48,000.00 highest, tied'],
      // 30,400 ÷ 82,400 = 36.89 %.
      'Equity ratio': ['48.0 % highest, tied', '36.8 % lowest', '48.0 % highest, tied'],
      Required: ['$30,000.00 lowest', '$30,960.00', '$38,000.00 highest'],
      'Above or below it': ['$18,000.00 highest', '−$560.00 lowest', '$10,000.00'],
      'Margin call': ['none lowest, tied', '$560 highest', 'none lowest, tied'],
    });
  });

  it('how far a call is: 52,000 ÷ 70,000 leaves 25.7 %, and 52,000 ÷ 62,000 leaves 16.1 %', () => {
    expect(rows(compared)['Fall of the market to a call, from today']).toEqual([
      '−25.7 % farthest',
      // No fall ends it; the rise that does stands in a row of its own.
      'in a call nearest',
      '−16.1 %',
    ]);
    // 18,000 ÷ 100,000 of requirement.
    expect(rows(compared)['Further rise of every requirement to a call']).toEqual([
      '18.0 points farthest',
      'in a call nearest',
      '10.0 points',
    ]);
  });

  it('what separates them, from the most room to the least', () => {
    expect(plain(wordSeparation(compared))).toBe(
      'Today has $18,000 above the requirement; “Rates up” would leave $10,000; “A bad week” would end in a call of $560. Between the first and the last lie $18,560.',
    );
  });
});

it('the first says what its figure is, whichever it is', () => {
  const compared = compare({ More: [{ type: 'deposit', amount: '2000' }] });
  expect(plain(wordSeparation(compared))).toBe(
    '“More” would leave $20,000 above the requirement; today has $18,000. Between the first and the last lie $2,000.',
  );
});

it('two of one name, as a file can have them, are told apart by their letters', () => {
  const scenarios = ['-0.1', '-0.2'].map(
    (ratio, index): ScenarioInput => ({
      id: `s${index + 1}`,
      name: 'A fall',
      changes: [{ type: 'moveMarket', ratio }],
    }),
  );
  const compared = compareScenarios({ ...documentOf(account), scenarios }, ['s1', 's2']);
  // 18,000 less 7,000 for each tenth.
  expect(plain(wordSeparation(compared))).toBe(
    'Today has $18,000 above the requirement; “A fall (A)” would leave $11,000; “A fall (B)” would leave $4,000. Between the first and the last lie $14,000.',
  );
});

it('no loan makes no call at all: that is farther than any fall', () => {
  const compared = compare({
    Repaid: [
      { type: 'deposit', amount: '52000' },
      { type: 'repay', amount: '52000' },
    ],
  });
  expect(rows(compared)['Fall of the market to a call, from today']).toEqual([
    '−25.7 % nearest',
    'none farthest',
  ]);
});

it('with nothing that differs all is alike, and the sentence says so', () => {
  const compared = compare({ Same: [] });
  expect(rows(compared).Required).toEqual(['$30,000.00 alike', '$30,000.00 alike']);
  expect(plain(wordSeparation(compared))).toBe('All of them end the same: $18,000 above the requirement.');
});

it('exactly at the requirement is no room and no call', () => {
  const compared = compare({ Edge: [{ type: 'withdraw', amount: '18000' }] });
  expect(plain(wordSeparation(compared))).toContain('“Edge” would end exactly at the requirement');
});

it('an impossible one has no figures, says why, and is left out of sentence and ranks', () => {
  const compared = compare({
    Sold: [{ type: 'trade', position: 'p1', shares: '-900' }],
    'Rates up': fallAndRates,
  });
  expect(compared[1]).toMatchObject({ figures: null, refusal: { code: 'trades-more-than-held' } });
  expect(rows(compared).Required).toEqual(['$30,000.00 lowest', 'not possible', '$30,960.00 highest']);
  expect(wordSeparation(compared)).not.toContain('Sold');
});

it('days of interest: 18,000 ÷ (52,000 × 7.2 % ÷ 360) = 1,730.8 days', () => {
  const compared = compare({ 'A bad week': fallAndRates }, { loanInterestRate: '0.072' });
  expect(rows(compared)['Further days of interest to a call']).toEqual([
    '1,731 farthest',
    'in a call nearest',
  ]);
});

it('Interactive Brokers makes no call', () => {
  const compared = compare({ 'A bad week': fallAndRates }, { ruleSet: 'interactive-brokers' });
  expect(rows(compared)['Below the requirement']).toEqual([
    'none lowest',
    '$560 below: it may sell at once highest',
  ]);
  expect(Object.keys(rows(compared)).join()).not.toMatch(/call|short/i);
  expect(Object.keys(rows(compared))).toContain(
    'Further rise of every requirement until nothing is above it',
  );
  expect(Object.keys(rows(compared))).toContain('Fall of the market to the requirement, from today');
  expect(plain(wordSeparation(compared))).toContain('“A bad week” would end $560 below the requirement');
});

it('a long-only account has no row of shorts or their credit; with a short it has', () => {
  expect(Object.keys(rows(compare({ Same: [] }))).join()).not.toMatch(/short|credit/i);
  const short = { id: 'p3', symbol: 'GME', side: 'short', shares: '100', price: '20' };
  const compared = compare({ Same: [] }, { positions: [...account.positions, short], shortCredit: '2000' });
  expect(rows(compared)).toMatchObject({
    'Sold short': ['$2,000.00 alike', '$2,000.00 alike'],
    'Credit from short sales': ['$2,000.00 alike', '$2,000.00 alike'],
  });
});
