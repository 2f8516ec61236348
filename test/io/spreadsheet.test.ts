// The copied sheet, computed by a spreadsheet engine that knows nothing of this project, against the exact figures.
import fc from 'fast-check';
import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import { type Account, type AccountInput, type PositionInput, parseAccount } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { ratio } from '@/engine/quantity';
import type { Sheet } from '@/io/cells';
import { readDocumentText } from '@/io/read-document';
import { sheetHtml, sheetText, toSpreadsheet } from '@/io/spreadsheet';
import { presets } from '@/presets/accounts';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

function accountOf(typed: Partial<AccountInput>): Account {
  const read = parseAccount(documentOf(typed).account, ruleSets, '');
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

function sheetOf(account: Account, names: readonly (readonly [string, string])[] = []): Sheet {
  const words = { title: 'Account', call: 'Margin call', names: new Map(names), notes: ['Note'] };
  return toSpreadsheet(account, evaluateMargin(account), words);
}

/** The sheet as it is pasted: by its tabs and lines, the move of the market typed over. */
function compute(sheet: Sheet, move = '0') {
  const cells = sheetText(sheet)
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t'));
  const moved = cells.map((row) => (row[0] === 'Market move' ? [row[0], move] : row));
  const engine = HyperFormula.buildFromArray(moved, { licenseKey: 'gpl-v3' });
  const values = engine.getSheetValues(0);
  engine.destroy();
  const named = (name: string) => values.find(([label]) => label === name);
  return {
    values,
    live: (name: string) => named(name)?.[1],
    shown: (name: string) => named(name)?.[2],
  };
}

/** Half a cent, and as much more as a spreadsheet's 15 digits cannot tell apart. */
function expectCents(found: unknown, exact: string, size: number) {
  expect(typeof found).toBe('number');
  expect(Math.abs(Number(found) - Number(exact))).toBeLessThan(0.005 + size * 1e-13);
}

/** The same up to a part in ten million, and as much more as the lost digits of the divided amount can move it. */
function isClose(found: number, exact: number, lost: number): boolean {
  return Math.abs(found - exact) <= Math.abs(exact) * 1e-7 + lost;
}

const excess = 'Above the requirement (negative: below)';

/** Every figure of the sheet, live and as it is written, is the calculator's. */
function expectFigures(account: Account, computed: ReturnType<typeof compute>, isMoved = false) {
  const margin = evaluateMargin(account);
  const { cash, marginLoan, shortCredit, positions } = account;
  const size = [cash, marginLoan, shortCredit, ...positions.map(({ marketValue }) => marketValue)]
    .map((amount) => amount.toNumber())
    .reduce((total, each) => total + each, 0);
  const hasShorts = computed.live('Short holdings') !== undefined;
  const figures = [
    [hasShorts ? 'Long holdings' : 'Holdings', margin.longMarketValue],
    ...(hasShorts ? [['Short holdings', margin.shortMarketValue] as const] : []),
    ['Cash', cash],
    ['Margin loan', marginLoan],
    ['Equity', margin.equity],
    ['Required', margin.requirement],
    [excess, margin.excess],
    ['Margin call', margin.call],
  ] as const;
  for (const [name, figure] of figures) {
    expectCents(computed.live(name), figure.toText(), size);
    if (!isMoved) expectCents(computed.shown(name), figure.toText(), size);
  }
  const ratioNow = margin.equityRatio?.toNumber() ?? null;
  const found = computed.live('Equity ratio');
  const gross = margin.longMarketValue.plus(margin.shortMarketValue).toNumber();
  const lost = (size * 1e-13) / gross;
  expect(ratioNow === null ? found === 'none' : isClose(Number(found), ratioNow, lost)).toBe(true);
  return margin;
}

function movedBy(account: Account, move: string): Account {
  const moved = applyChanges(account, [{ change: { type: 'moveMarket', ratio: ratio(move) }, path: '' }]);
  if (!moved.ok) throw new Error('not moved');
  return moved.value;
}

describe('M1: 49,000 of holdings, 1,000 of cash, a loan of 10,000, 25 %', () => {
  const m1 = accountOf({ cash: '1000', marginLoan: '10000', positions: [long('49000')] });

  it('equity 40,000, required 12,250, above 27,750, no call', () => {
    const { live, shown } = compute(sheetOf(m1));
    expect(['Equity', 'Required', excess, 'Margin call'].map(live)).toEqual([40_000, 12_250, 27_750, 0]);
    expect(['Equity', 'Required', excess, 'Margin call'].map(shown)).toEqual([40_000, 12_250, 27_750, 0]);
  });

  it('with a move to 11,000, −38,000 ÷ 49,000, a call of 750; what it was without the move stays beside it', () => {
    const { live, shown } = compute(sheetOf(m1), String(-38_000 / 49_000));
    expect(live('Margin call')).toBeCloseTo(750, 6);
    expect(shown('Margin call')).toBe(0);
  });

  it('has no word of shorts, credit or beta, and only functions that every spreadsheet knows', () => {
    const text = sheetText(sheetOf(m1));
    expect(text).not.toMatch(/short|credit|beta|reg t/i);
    for (const [name] of text.matchAll(/[A-Z]+(?=\()/g)) expect(['MAX', 'SUM', 'IF']).toContain(name);
  });
});

describe('shorts by FINRA’s table', () => {
  // 1,000 shares at $4: the greater of 2.50 and 4 a share, 4,000. Twice the price: the greater of 5 and 2.40, 5,000.
  const sold = { id: 'p1', symbol: 'LOW', side: 'short', shares: '1000', price: '4' } as const;
  const accountWith = (position: PositionInput) =>
    accountOf({ ruleSet: 'finra-minimum', shortCredit: '12000', positions: [position] });
  const low = accountWith(sold);

  it('1,000 shares at $4 require 4,000; at $8, 5,000; at $2, 2,500', () => {
    for (const [move, required] of [
      ['0', 4000],
      ['1', 5000],
      ['-0.5', 2500],
    ] as const)
      expect(compute(sheetOf(low), move).live('Required')).toBe(required);
  });

  it('an own minimum of $7 a share requires 7,000', () => {
    const own = accountWith({ ...sold, perShareMinimum: '7' });
    expect(compute(sheetOf(own)).live('Required')).toBe(7000);
  });
});

it('every published example, live and as written', () => {
  for (const { name, account } of presets) {
    const read = parseAccount(account, ruleSets, '');
    if (!read.ok) throw new Error(name);
    expectFigures(read.value, compute(sheetOf(read.value)));
  }
});

it('any account and any what-if: every figure to the cent, and after a further move where no tier depends on it', () => {
  let [changed, shorts, moves] = [0, 0, 0];
  fc.assert(
    fc.property(anyDocument, fc.integer({ min: -99, max: 150 }), (document, percent) => {
      const read = readDocumentText(JSON.stringify(document), ruleSets);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      const { account, shown } = read.value;
      const after = applyChanges(account, shown?.changes ?? []);
      if (!after.ok) return;
      changed += after.value === account ? 0 : 1;
      shorts += after.value.positions.some(({ side, isClosed }) => side === 'short' && !isClosed) ? 1 : 0;
      const sheet = sheetOf(after.value);
      const margin = expectFigures(after.value, compute(sheet));
      expect(
        sheet
          .flat()
          .filter(({ kind }) => kind === 'text')
          .map(({ text }) => text)
          .join(' '),
      ).not.toMatch(/undefined|NaN|null/);
      const move = (percent / 100).toFixed(2);
      const moved = movedBy(after.value, move);
      const isSameRate = evaluateMargin(moved).positions.every(
        ({ rate }, index) => margin.positions[index]?.rate.equals(rate) === true,
      );
      if (!isSameRate) return;
      moves += 1;
      expectFigures(moved, compute(sheet, move), true);
    }),
    { numRuns: 300 },
  );
  // Each was met, or the law held nothing.
  expect(Math.min(changed, shorts, moves)).toBeGreaterThan(50);
}, 60_000);

it('a name that begins like a formula stays words; tabs and lines in it break no row', () => {
  for (const symbol of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =HYPERLINK("x")',
    '\t=1',
    '＝1',
    '"quoted',
    "'=1",
  ]) {
    const sheet = sheetOf(accountOf({ positions: [long('49000', '0.25', { symbol })] }), [['p1', symbol]]);
    const cell = sheet.flat().find(({ text }) => text.startsWith("'"));
    expect(cell?.kind).toBe('text');
    expect(compute(sheet).live('Holdings')).toBe(49_000);
    expect(sheet.flat().filter(({ kind, text }) => kind === 'text' && /^[=+\-@"\s]/.test(text))).toEqual([]);
  }
  const broken = sheetOf(accountOf({ positions: [long('49000')] }), [['p1', 'A\tB\nC\r\nD\u2028E']]);
  expect(sheetText(broken)).toContain('A B C D E\t');
});

it('as HTML every cell is there, escaped', () => {
  const sheet = sheetOf(accountOf({ positions: [long('49000')] }), [['p1', '<b>&"A"']]);
  const html = sheetHtml(sheet);
  const cells = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell),
  );
  const written = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  expect(cells).toEqual(sheet.map((row) => row.map(({ text }) => written(text))));
});
