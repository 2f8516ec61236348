/**
 * Every starter account, read as any document is, against figures made by pencil from what its source prints.
 */
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin, type MarginResult } from '@/engine/margin';
import { readDocument } from '@/io/read-document';
import { type Preset, presets } from '@/presets/accounts';
import { ruleSets } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { documentOfPreset, findPreset } from '@/state/presets';
import { isStanding, selectVerdict } from '@/state/verdict';

function presetOf(id: string): Preset {
  const found = presets.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no starter account ${id}`);
  return found;
}

/** The figures with the starter account's what-if. */
function marginOf(preset: Preset): MarginResult {
  const read = readDocument(JSON.parse(JSON.stringify(documentOfPreset(preset))), ruleSets);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const changed = applyChanges(read.value.account, read.value.shown?.changes ?? []);
  if (!changed.ok) throw new Error(JSON.stringify(changed.issues));
  return evaluateMargin(changed.value);
}

/** Equity, requirement and excess to the cent. */
function centsOf(preset: Preset): string[] {
  const { equity, requirement, excess } = marginOf(preset);
  return [equity, requirement, excess].map((amount) => amount.toFixed(2, 'nearest'));
}

/** Where calls begin, as the page knows it: the market's fall and rise in percent, cut. */
function callsOf(preset: Preset): (string | null)[] {
  const verdict = selectVerdict(selectView(documentOfPreset(preset)));
  if (!isStanding(verdict)) throw new Error(verdict.kind);
  return [verdict.fall, verdict.rise].map((place) => place?.move.toFixed(4, 'towardZero') ?? null);
}

describe('the figures', () => {
  it.each([
    // 49,000 + 1,000 − 10,000; 25 % of 49,000
    ['m1-base', '40000.00', '12250.00', '27750.00'],
    // 13,000 − 9,000; 25 % of 13,000
    ['m1-13000', '4000.00', '3250.00', '750.00'],
    // 11,000 − 9,000; 25 % of 11,000: a call of 750
    ['m1-11000', '2000.00', '2750.00', '-750.00'],
    // all of 49,000: a call of 9,000
    ['m1-rate-100', '40000.00', '49000.00', '-9000.00'],
    // all of 49,000 + 1,000: a call of 10,000
    ['m1-rate-100-invested', '40000.00', '50000.00', '-10000.00'],
    // 49,000 moved from 25 to 100 %, the cash left as cash: a call of 9,000
    ['m1-rebalanced', '40000.00', '49000.00', '-9000.00'],
    // the 1,000 of cash with it: a call of 10,000
    ['m1-rebalanced-invested', '40000.00', '50000.00', '-10000.00'],
    // 12,000 − 7,000; 30 % of 12,000
    ['merrill-long', '5000.00', '3600.00', '1400.00'],
    // 14,000 − 10,000; 30 % of 10,000
    ['merrill-short', '4000.00', '3000.00', '1000.00'],
    // 10,000 + 15,000 − 10,000 − 7,000; 30 % of each 10,000
    ['merrill-long-short', '8000.00', '6000.00', '2000.00'],
    // 111,000 − 60,000; 40 % of 111,000
    ['merrill-concentrated', '51000.00', '44400.00', '6600.00'],
    // 20,000 − 10,000; 30 % of 20,000
    ['sofi-one-stock', '10000.00', '6000.00', '4000.00'],
    // 86,900 − 30,000; 25 % of 77,900 and 40 % of NVDA's 9,000: 19,475 + 3,600
    ['ten-holdings', '56900.00', '23075.00', '33825.00'],
    // 39,000 + 10,100 − 15,000 − 10,100; 7,500 + 75 % of 9,000 + 30 % of 8,000 + all of 2,100
    ['leveraged-long-short', '24000.00', '18750.00', '5250.00'],
  ])('%s: equity %s, requirement %s, excess %s', (id, equity, requirement, excess) => {
    expect(centsOf(presetOf(id))).toEqual([equity, requirement, excess]);
  });

  it('are those of every starter account there is', () => {
    expect(presets).toHaveLength(14);
    expect(new Set(presets.map(({ id }) => id)).size).toBe(14);
    expect(new Set(presets.map(({ name }) => name)).size).toBe(14);
  });

  it.each([
    // 9,000 ÷ 0.75 = 12,000 of 49,000
    ['m1-base', '-0.7551', null],
    // 7,000 ÷ 0.7 = 10,000 of 12,000
    ['merrill-long', '-0.1666', null],
    // 14,000 ÷ 1.3 = 10,769.23 of 10,000
    ['merrill-short', null, '0.0769'],
    // equity stays 8,000; 6,000 may grow by a third
    ['merrill-long-short', null, '0.3333'],
    // 60,000 ÷ 0.6 = 100,000 of 111,000
    ['merrill-concentrated', '-0.0990', null],
    // 10,000 ÷ 0.7 = 14,285.71 of 20,000
    ['sofi-one-stock', '-0.2857', null],
    // 30,000 ÷ (1 − 23,075 ÷ 86,900) = 40,846 of 86,900
    ['ten-holdings', '-0.5299', null],
  ])('%s: a call begins at a move of %s or %s', (id, fall, rise) => {
    expect(callsOf(presetOf(id))).toEqual([fall, rise]);
  });

  it('the market of M1’s what-ifs stands at $13,000 and $11,000 to within a millionth of a cent', () => {
    const worth = (id: string) => marginOf(presetOf(id)).longMarketValue.toFixed(8, 'nearest');
    expect(worth('m1-13000')).toBe('13000.00000000');
    expect(worth('m1-11000')).toBe('11000.00000000');
  });
});

describe('what stands with them', () => {
  it.each(presets)('$name has a description of one line and a source', ({ description, source }) => {
    expect(description).toMatch(/^[^\n]{20,110}\.$/);
    expect(source).not.toBe('');
  });

  it('a note stands with the seven whose source disagrees with itself', () => {
    expect(presets.filter(({ note }) => note !== undefined).map(({ id }) => id)).toEqual([
      'm1-base',
      'm1-rate-100',
      'm1-rate-100-invested',
      'm1-rebalanced',
      'm1-rebalanced-invested',
      'merrill-concentrated',
      'sofi-one-stock',
    ]);
  });

  it.each(presets)('$name is known again after it was saved, until a figure is changed', (preset) => {
    const saved = readDocument(JSON.parse(JSON.stringify(documentOfPreset(preset))), ruleSets);
    if (!saved.ok) throw new Error(JSON.stringify(saved.issues));
    const { account } = saved.value.document;
    expect(findPreset(account)?.id).toBe(preset.id);
    expect(findPreset({ ...account, cash: '1' })).toBeNull();
  });
});
