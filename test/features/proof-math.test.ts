// The math as it is printed: every line can be worked out again from its own figures, and M1's is M1's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import type { TokenLine } from '@/features/proof/tokens';
import { mathText, wordMath } from '@/features/proof/whole-math';
import type { SimulatorDocument } from '@/io/document';
import { readDocument } from '@/io/read-document';
import { presets } from '@/presets/accounts';
import { ruleSetInputs, ruleSets } from '@/presets/rule-sets';
import { selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { documentOfPreset } from '@/state/presets';
import { formatSum } from '@/ui/format';
import { anyDocument } from '../support/arbitrary-document';
import { valueOf } from '../support/build';
import { agrees } from '../support/token-arithmetic';

function mathOf(document: SimulatorDocument) {
  const explanation = selectExplanation(selectView(document));
  return explanation === null ? null : { explanation, steps: wordMath(explanation, 1000) };
}

function textOf(id: string): string {
  const preset = presets.find((each) => each.id === id);
  const math = preset === undefined ? null : mathOf(documentOfPreset(preset));
  if (math === null) throw new Error(`no figures of ${id}`);
  return mathText(math.steps, math.explanation.account.ruleSet).replaceAll('\u00A0', ' ');
}

describe('every printed line', () => {
  it('can be worked out again from its own figures, in accounts and what-ifs of every kind', () => {
    let [worked, rounded] = [0, 0];
    fc.assert(
      fc.property(anyDocument, (input) => {
        const { document } = valueOf(readDocument(input, ruleSets));
        const math = mathOf(document);
        if (math === null) return;
        for (const { title, lines } of math.steps) {
          for (const { line, label } of lines) {
            const result = line === undefined ? null : agrees(line);
            if (result === null) continue;
            worked += 1;
            if (isRounded(line ?? [])) rounded += 1;
            if (!result) throw new Error(`${title}, ${label}: ${JSON.stringify(line)}`);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(worked).toBeGreaterThan(4000);
    expect(rounded).toBeGreaterThan(200);
  });

  it('the three sums are those of the row of figures', () => {
    fc.assert(
      fc.property(anyDocument, (input) => {
        const math = mathOf(valueOf(readDocument(input, ruleSets)).document);
        if (math === null) return;
        const words = formatSum(math.explanation.margin);
        const now = (id: string) => math.steps.find((step) => step.id === id)?.result?.now;
        expect([now('equity'), now('requirement'), now('excess')]).toEqual([
          words.equity,
          words.requirement,
          words.excess,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('a wrong figure would be found', () => {
    const line = (output: string): TokenLine => [
      { kind: 'figure', text: '25\u00A0%' },
      { kind: 'operator', text: '×' },
      { kind: 'figure', text: '$49,000.00' },
      { kind: 'operator', text: '=' },
      { kind: 'figure', text: output },
    ];
    expect([agrees(line('$12,250.00')), agrees(line('$12,250.01'))]).toEqual([true, false]);
  });
});

function isRounded(line: TokenLine): boolean {
  return line.some((token) => token.kind === 'operator' && token.text === '≈');
}

it('at the call one figure is one figure: 60,000 ÷ 0.7 is held, and 30 % of it required', () => {
  const position = {
    id: 'p1',
    symbol: '',
    side: 'long',
    marketValue: '100000',
    maintenanceRate: '0.3',
  } as const;
  const math = mathOf({
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: '',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '60000',
      shortCredit: '0',
      positions: [position],
    },
    scenarios: [
      { id: 's', name: '', changes: [{ type: 'moveMarket', ratio: '-0.142857142857142857142857142857' }] },
    ],
    shownScenario: 's',
  });
  if (math === null) throw new Error('no figures');
  const text = mathText(math.steps, math.explanation.account.ruleSet).replaceAll('\u00A0', ' ');
  for (const line of [
    'Holdings: $85,714.28 (was $100,000.00)',
    '$85,714.28 − $60,000.00 ≈ $25,714.28',
    '30 % × $85,714.2857 ≈ $25,714.2857',
    'Required: $25,714.28 (was $30,000.00)',
    '$25,714.28 − $25,714.28 ≈ $0.00',
    '$25,714.28 ÷ $85,714.28 ≈ 30',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain('.29');
});

describe('an account without shorts', () => {
  it.each(ruleSetInputs.map(({ id }) => id))('reads no word of them under the rules %s', (ruleSet) => {
    const positions = [
      { id: 'p1', symbol: 'A', side: 'long', marketValue: '300000', leverage: '2' },
      { id: 'p2', symbol: 'B', side: 'long', shares: '10', price: '700' },
    ] as const;
    const account = { name: '', ruleSet, cash: '1', marginLoan: '120000', shortCredit: '0', positions };
    const math = mathOf({ app: 'headroom', schemaVersion: 1, account, scenarios: [] });
    if (math === null) throw new Error('no figures');
    const text = mathText(math.steps, math.explanation.account.ruleSet);
    expect(text).toContain('Equity ratio');
    expect(text).not.toMatch(/short|beta|Reg T|credit/i);
  });
});

describe('accounts of one’s own', () => {
  const linesOf = (account: Partial<AccountInput>): readonly string[] => {
    const noMoney = { name: '', ruleSet: 'finra-minimum', cash: '0', marginLoan: '0', shortCredit: '0' };
    const math = mathOf({
      app: 'headroom',
      schemaVersion: 1,
      account: { ...noMoney, positions: [], ...account },
      scenarios: [],
    });
    if (math === null) throw new Error('no figures');
    const text = mathText(math.steps, math.explanation.account.ruleSet).replaceAll('\u00A0', ' ');
    return text.split('\n').map((line) => line.trim());
  };
  const held = (symbol: string, shares: string) => ({
    id: symbol,
    symbol,
    side: 'long' as const,
    shares,
    price: '100',
  });

  it('of eight holdings six are named, and the last two stand together: $200 + $100, $50 + $25', () => {
    const symbols = ['H', 'G', 'F', 'E', 'D', 'C', 'B', 'A'];
    const positions = symbols.map((symbol, index) => held(symbol, String(index + 1)));
    const lines = linesOf({ marginLoan: '1000', positions });
    expect(lines).toEqual(
      expect.arrayContaining([
        'Holdings: $3,600.00',
        'A: 8 × $100.00 = $800.00',
        'F: 3 × $100.00 = $300.00',
        'and 2 more by shares × price',
        '$800.00 + $700.00 + $600.00 + $500.00 + $400.00 + $300.00 + $300.00 (2 more) = $3,600.00',
        'Equity = Holdings − Margin loan',
        '$3,600.00 − $1,000.00 = $2,600.00',
        'Required = the requirements of all holdings together',
        '$200.00 + $175.00 + $150.00 + $125.00 + $100.00 + $75.00 + $75.00 (2 more) = $900.00',
        'Above or below = Equity − Required',
        '$2,600.00 − $900.00 = $1,700.00',
        'Equity ratio = Equity ÷ Holdings',
        '$2,600.00 ÷ $3,600.00 ≈ 72.2222 %',
        'Margin call = the greater of $0.00 and − Above or below',
        'the greater of $0.00 and − $1,700.00 = $0.00 (no call)',
      ]),
    );
    expect(lines).not.toContain('G: 2 × $100.00 = $200.00');
  });

  it('six are all named, and none stands for more', () => {
    const lines = linesOf({ positions: ['A', 'B', 'C', 'D', 'E', 'F'].map((each) => held(each, '1')) });
    expect(lines).toContain('F: 1 × $100.00 = $100.00');
    expect(lines.join(' ')).not.toContain('more');
  });

  it('four decimals are told, a fifth is rounded and said to be', () => {
    const lines = linesOf({ positions: [held('A', '30.123456'), held('B', '0.1234')] });
    expect(lines).toContain('A: 30.1235 × $100.00 ≈ $3,012.3456');
    expect(lines).toContain('B: 0.1234 × $100.00 = $12.34');
    // 3,024.6856 × 25 % = 756.1714; both to the cent as in the row of figures, which adds up.
    expect(lines).toContain('$3,012.3456 + $12.34 = $3,024.6856');
  });

  it('at Interactive Brokers there is no call, above the requirement or below it', () => {
    const at = (marginLoan: string) =>
      linesOf({ ruleSet: 'interactive-brokers', marginLoan, positions: [held('A', '36')] });
    expect(at('1000')).toContain('the greater of $0.00 and − $1,700.00 = $0.00 (not below it)');
    // 3,600 − 3,000 = 600 of 900.
    expect(at('3000')).toEqual(
      expect.arrayContaining([
        'Required = the requirement above',
        'Below the requirement: −$300.00',
        'Below the requirement = the greater of $0.00 and − Above or below',
        'the greater of $0.00 and − (−$300.00) = $300.00',
      ]),
    );
    // What stands in brackets names the sources.
    expect(at('3000').filter((line) => /margin call/i.test(line) && !line.startsWith('['))).toEqual([]);
  });

  it('of nothing held there is no ratio, and nothing is required', () => {
    const lines = linesOf({ cash: '100' });
    expect(lines).toEqual(
      expect.arrayContaining(['Equity = Cash', 'Required: $0.00', 'None: nothing is held.']),
    );
  });
});

describe('published accounts', () => {
  it('M1: 40,000 − 12,250 = 27,750; 27,750 ÷ 36,750 is a fall of 75.51 %, to 12,000', () => {
    const text = textOf('m1-base');
    for (const line of [
      'Equity = Cash + Holdings − Margin loan',
      '$1,000.00 + $49,000.00 − $10,000.00 = $40,000.00',
      'Holdings: 25 % × $49,000.00 = $12,250.00 (typed)',
      '$40,000.00 − $12,250.00 = $27,750.00',
      '$40,000.00 ÷ $49,000.00 ≈ 81.6326 %',
      'the greater of $0.00 and − $27,750.00 = $0.00 (no call)',
      'Change for a move of 100 %: $49,000.00 − $12,250.00 = $36,750.00',
      'Move: − $27,750.00 ÷ $36,750.00 ≈ −75.5102 %',
      'Holdings there: $49,000.00 − $37,000.00 = $12,000.00',
      '[R-03 Maintenance requirement: FINRA Rule 4210(c)',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/short|beta|Reg T|credit/i);
  });

  it('Merrill, long and short: both sides named; 2,000 ÷ 6,000 up, nothing down', () => {
    const text = textOf('merrill-long-short');
    for (const line of [
      'Equity = Credit from short sales + Held long − Sold short − Margin loan',
      '$15,000.00 + $10,000.00 − $10,000.00 − $7,000.00 = $8,000.00',
      '$8,000.00 ÷ ($10,000.00 + $10,000.00) = 40 %',
      'No fall of the market makes a call: the least that is above on the way is $2,000.00, at today’s prices.',
      'Change for a move of 100 %: $0.00 − $6,000.00 = −$6,000.00',
      'Move: − $2,000.00 ÷ (−$6,000.00) ≈ 33.3333 %',
      'Sold short there: $10,000.00 + $3,333.3333 ≈ $13,333.3333',
    ])
      expect(text).toContain(line);
  });

  it('M1 at $11,000: before the arrow the account as typed', () => {
    const text = textOf('m1-11000');
    expect(text).toContain('Equity: $2,000.00 (was $40,000.00)');
    expect(text).toContain('Below the requirement: −$750.00 (was $27,750.00)');
    expect(text).toContain('the greater of $0.00 and − (−$750.00) ≈ $750.00');
  });

  it('three times leverage, and shorts under FINRA’s table', () => {
    const text = textOf('leveraged-long-short');
    for (const line of [
      'TQQQ, rate: 25 % × 3 = 75 % (FINRA minimum, 3 times leveraged)',
      'TQQQ: 75 % × $9,000.00 = $6,750.00',
      'TSLA, a share: the greater of $5.00 and 30 % × $400.00 = $120.00 (FINRA’s table)',
      'LOWP, a share: the greater of $2.50 and 100 % × $4.20 = $4.20 (FINRA’s table)',
      'LOWP: the greater of 30 % × $2,100.00 and $4.20 × 500 = $2,100.00 ($4.20 a share × 500)',
    ])
      expect(text).toContain(line);
  });

  it('Fidelity: a holding that meets 40 % of the account makes a call by a rise', () => {
    // 39,000 + 60,000 that stands still, owing 53,000: at 40,000 it is 40 % of 100,000. Equity 47,000 against
    // 40 % of 40,000 + 50 % of 60,000 = 46,000, and beyond it 45 %: 48,000.
    const positions = [
      { id: 'p1', symbol: 'AAA', side: 'long', marketValue: '39000' },
      { id: 'p2', symbol: 'BBB', side: 'long', marketValue: '60000', beta: '0' },
    ] as const;
    const account = {
      name: '',
      ruleSet: 'fidelity',
      cash: '0',
      marginLoan: '53000',
      shortCredit: '0',
      positions,
    };
    const math = mathOf({ app: 'headroom', schemaVersion: 1, account, scenarios: [] });
    if (math === null) throw new Error('no figures');
    const rise = math.steps.find(({ id }) => id === 'rise');
    expect(rise?.lines[0]?.note?.replaceAll('\u00A0', ' ')).toBe(
      'At a market move of 2.5641 % the requirement jumps. There AAA is exactly 40 % of the account; above that ' +
        'another rate holds. Up to there $1,000.00 is above; beyond it the figure is −$1,000.00.',
    );
    const text = mathText(math.steps, math.explanation.account.ruleSet);
    expect(text.replaceAll('\u00A0', ' ')).toContain('BBB, rate: 30 % + 20 % = 50 % (Fidelity: 60.6060 % of');
  });
});
