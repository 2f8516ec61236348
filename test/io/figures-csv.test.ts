// The figures as CSV against a pencil: M1's example today, and with the market at −13 %.
import { describe, expect, it } from 'vitest';
import { type AccountInput, parseAccount } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { known } from '@/engine/result';
import { parseChanges } from '@/engine/scenario';
import { findScenarioCallPoints } from '@/engine/scenario-curve';
import { csvText } from '@/io/cells';
import { type FiguresColumn, toFiguresSheet } from '@/io/figures-csv';
import { ruleSets } from '@/presets/rule-sets';
import { documentOf } from '../support/document-of';

function columns(input: Partial<AccountInput>, ratio: string): readonly [FiguresColumn, FiguresColumn] {
  const account = known(parseAccount(documentOf(input).account, ruleSets, '/account'));
  const changes = known(parseChanges([{ type: 'moveMarket', ratio }], ruleSets, '/changes'));
  const changed = known(applyChanges(account, changes));
  const fromToday = findScenarioCallPoints(account, changes);
  return [
    {
      heading: 'Today',
      account,
      margin: evaluateMargin(account),
      fromToday: findScenarioCallPoints(account, []),
    },
    { heading: 'What if', account: changed, margin: evaluateMargin(changed), fromToday },
  ];
}

const vti = { id: 'p1', symbol: 'VTI', side: 'long', shares: '200', price: '245' } as const;
const m1 = { cash: '1000', marginLoan: '10000', positions: [vti] };
const names = new Map([['p1', 'VTI']]);

describe('figures as CSV', () => {
  it('M1’s example: equity 40,000 today; at −13 % 33,630 with 10,657.50 required', () => {
    // 49,000 × 0.87 = 42,630; + 1,000 − 10,000 = 33,630; 42,630 × 25 % = 10,657.50; 33,630 − 10,657.50 = 22,972.50.
    const [today, whatIf] = columns(m1, '-0.13');
    const lines = csvText(toFiguresSheet([today, whatIf], [['Account', 'Mine']], names)).split('\r\n');
    expect(lines[0]).toBe('\uFEFFAccount,,Mine');
    expect(lines[1]).toBe('Figure,Holding,Today,What if');
    for (const line of [
      'Holdings,,49000,42630',
      'Cash,,1000,1000',
      'Margin loan,,10000,10000',
      'Equity,,40000,33630',
      'Required,,12250,10657.5',
      'Above the requirement (negative: below),,27750,22972.5',
      'Missing to the requirement,,0,0',
      'Shares,VTI,200,200',
      'Price,VTI,245,213.15',
      'Value,VTI,49000,42630',
      'Rate,VTI,0.25,0.25',
      // 9,000 of net loan over 75 % of 200 shares: $60.
      '"Last price of it alone without a call, below",VTI,60,60',
    ]) {
      expect(lines).toContain(line);
    }
    // 60 / 245 − 1 = −0.7551020408163265…, from today in both columns.
    const [, , ...falls] = lines.find((line) => line.startsWith('Last market move down'))?.split(',') ?? [];
    expect(falls.map((fall) => fall.slice(0, 19))).toEqual(['-0.7551020408163265', '-0.7551020408163265']);
    expect(lines.join()).not.toMatch(/short|credit/i);
  });

  it('has one column without a what-if, and shorts only where there are some', () => {
    const short = { id: 's', symbol: 'GME', side: 'short', shares: '10', price: '20' } as const;
    const [today] = columns({ ...m1, shortCredit: '200', positions: [vti, short] }, '0');
    const lines = csvText(toFiguresSheet([today], [], new Map([...names, ['s', 'GME']]))).split('\r\n');
    expect(lines[0]).toBe('\uFEFFFigure,Holding,Today');
    expect(lines).toContain('Short holdings,,200');
    expect(lines).toContain('Short credit,,200');
    expect(lines).toContain('Value,GME (short),200');
  });

  it('words that begin like a formula leave as words, numbers stay numbers, and quotes are doubled', () => {
    const [today] = columns({ cash: '0', marginLoan: '1', positions: [] }, '0');
    const text = csvText(toFiguresSheet([today], [['Account', '=HYPERLINK("x,y")\n@a']], new Map()));
    expect(text).toContain(`Account,,"'=HYPERLINK(""x,y"") @a"`);
    expect(text).toContain('Equity,,-1\r\n');
  });
});
