// The requirement of one position, link by link, against sums done by hand (rules ).
import { describe, expect, it } from 'vitest';
import type { Position } from '@/engine/account';
import { explainPosition } from '@/engine/explain-position';
import { evaluateMargin } from '@/engine/margin';
import { ratio } from '@/engine/quantity';
import { accountOf, holding } from '../support/build';

type Parameters0 = Parameters<typeof accountOf>;

/** The first position's step. */
function explained(held: Parameters0[0], figures: Parameters0[1] = {}, change: Partial<Position> = {}) {
  const plain = accountOf(held, figures);
  const positions = plain.positions.map((each, n) => (n === 0 ? { ...each, ...change } : each));
  const account = { ...plain, positions };
  const margin = evaluateMargin(account);
  const [first] = margin.positions;
  if (first === undefined) throw new Error('no position');
  const step = explainPosition(account, first);
  expect(step.rate.toText(), 'the last link gives the rate in force').toBe(
    step.chain.at(-1)?.output.toText(),
  );
  return {
    rule: step.rule,
    chain: step.chain.map((link) =>
      Object.values(link)
        .map((part) => (typeof part === 'string' ? part : part.toText()))
        .join(' '),
    ),
    byRate: step.byRate.toText(),
    floors: step.floors.map(({ kind, rule, perShare, output }) =>
      [kind, rule, perShare.toText(), output.toText()].join(' '),
    ),
    binds: step.binds,
    output: step.output.toText(),
  };
}

describe('the rate', () => {
  it('typed: 25 % of 49,000 is 12,250', () => {
    expect(explained([holding('A', { marketValue: '49000', maintenanceRate: '0.25' })])).toEqual({
      rule: 'R-10',
      chain: ['own R-21 0.25'],
      byRate: '12250',
      floors: [],
      binds: 'rate',
      output: '12250',
    });
  });

  it('the rules’ 25 %, three times leveraged: 75 % of 10,000', () => {
    const { chain, output } = explained([holding('A', { marketValue: '10000', leverage: '-3' })]);
    expect(chain).toEqual(['rules R-20 0.25', 'leverage R-22 0.25 3 0.75']);
    expect(output).toBe('7500');
  });

  it('25 % × 5 is 125 %, cut off at 100 %', () => {
    const { chain } = explained([holding('A', { marketValue: '10000', leverage: '5' })]);
    expect(chain).toEqual(['rules R-20 0.25', 'leverage R-22 0.25 5 1']);
  });

  it('Fidelity: 41,000 of 100,000 is above 40 %: 30 % + 15 points; short it is 30 % + 20', () => {
    const held = (side: 'long' | 'short') => [
      holding('A', { side, marketValue: '41000' }),
      holding('B', { marketValue: '59000', maintenanceRate: '0.5' }),
    ];
    expect(explained(held('long'), { ruleSet: 'fidelity' })).toMatchObject({
      chain: ['rules R-20 0.3', 'added R-24 0.3 0.15 0.41 0.4 0.45'],
      output: '18450',
    });
    expect(explained(held('short'), { ruleSet: 'fidelity' }).chain).toEqual([
      'rules R-20 0.3',
      'added R-24 0.3 0.2 0.41 0.4 0.5',
    ]);
  });

  it('Fidelity: at 10 % exactly nothing is added', () => {
    const held = [
      holding('A', { marketValue: '10000' }),
      holding('B', { marketValue: '90000', maintenanceRate: '0.5' }),
    ];
    expect(explained(held, { ruleSet: 'fidelity' }).chain).toEqual(['rules R-20 0.3']);
  });

  it('a tier of 0 points adds no link', () => {
    const tiers = [{ above: '0.1', long: '0', short: '0.1' }];
    const ruleSet = {
      id: 'custom',
      name: 'Own',
      longRate: '0.3',
      shortRate: '0.3',
      shortPerShareMinimum: 'none',
      leverageRule: false,
      concentration: { mode: 'add', of: 'gross', tiers },
    } as const;
    expect(explained([holding('A', { marketValue: '100', leverage: '2' })], { ruleSet }).chain).toEqual([
      'rules R-20 0.3',
    ]);
    expect(explained([holding('A', { side: 'short', marketValue: '100' })], { ruleSet })).toMatchObject({
      rule: 'R-11',
      chain: ['rules R-20 0.3', 'added R-24 0.3 0.1 1 0.1 0.4'],
    });
  });

  it('Firstrade, owing 100,000: 30 % of the account needs at least 35 %, which binds over 25 % but not over 75 %', () => {
    const held = (leverage: string) => [
      holding('A', { marketValue: '60000', leverage }),
      holding('B', { marketValue: '140000' }),
    ];
    const firstrade = { ruleSet: 'firstrade', marginLoan: '100000' };
    expect(explained(held('1'), firstrade).chain).toEqual([
      'rules R-20 0.25',
      'atLeast R-24 0.25 0.35 0.3 0.25 0.35',
    ]);
    expect(explained(held('3'), firstrade).chain.at(-1)).toBe('atLeast R-24 0.75 0.35 0.3 0.25 0.75');
  });

  it('not marginable: 100 %, whatever lower rate is typed, and in no tier', () => {
    const own = holding('A', { marketValue: '8000', maintenanceRate: '0.4', marginable: false });
    expect(explained([own]).chain).toEqual(['own R-21 0.4', 'notMarginable R-23 0.4 1']);
    const rules = holding('A', { marketValue: '8000', marginable: false });
    expect(explained([rules], { ruleSet: 'fidelity' }).chain).toEqual([
      'rules R-20 0.3',
      'notMarginable R-23 0.3 1',
    ]);
  });

  it('shifts: + 20 points on 90 % stop at 100 %, on 120 % change nothing; − 50 points on 40 % stop at 0', () => {
    const at = (rate: string, points: string, more = {}) =>
      explained(
        [holding('A', { marketValue: '100', maintenanceRate: rate, ...more })],
        {},
        {
          requirementShift: ratio(points),
        },
      ).chain.slice(1);
    expect(at('0.9', '0.2')).toEqual(['shift R-25 0.9 0.2 1']);
    expect(at('1.2', '0.2')).toEqual(['shift R-25 1.2 0.2 1.2']);
    expect(at('0.4', '-0.5')).toEqual(['shift R-25 0.4 -0.5 0']);
    expect(at('0.4', '-0.5', { marginable: false })).toEqual(['notMarginable R-23 0.4 1']);
  });
});

describe('a short’s dollars a share', () => {
  const short = (price: string, more = {}) =>
    explained([holding('S', { side: 'short', shares: '100', price, ...more })], { shortCredit: '9000' });

  it('at $4 the table asks 100 %, $4 a share: 400, above 30 % of 400', () => {
    expect(short('4')).toMatchObject({
      rule: 'R-12',
      byRate: '120',
      floors: ['table R-12 4 400'],
      binds: 'table',
      output: '400',
    });
  });

  it('at $2 it asks $2.50 a share', () => {
    expect(short('2')).toMatchObject({ floors: ['table R-12 2.5 250'], output: '250' });
  });

  it('at $10 it asks $5 a share: 500, above 300', () => {
    expect(short('10')).toMatchObject({ byRate: '300', floors: ['table R-12 5 500'], output: '500' });
  });

  it('at $20 both ask $6 a share: the rate is named', () => {
    expect(short('20')).toMatchObject({
      rule: 'R-11',
      floors: ['table R-12 6 600'],
      binds: 'rate',
      output: '600',
    });
  });

  it('a minimum of its own of $7.50 binds above the table’s $5, one of $3 does not', () => {
    expect(short('10', { perShareMinimum: '7.5' })).toMatchObject({
      rule: 'R-13',
      floors: ['own R-13 7.5 750', 'table R-12 5 500'],
      binds: 'own',
      output: '750',
    });
    expect(short('10', { perShareMinimum: '3' })).toMatchObject({ binds: 'table', output: '500' });
  });

  it('under rules of one’s own without the table only the rate and its own minimum count', () => {
    const ruleSet = {
      id: 'custom',
      name: 'Own',
      longRate: '0.3',
      shortRate: '0.4',
      shortPerShareMinimum: 'none',
      leverageRule: false,
    } as const;
    const low = holding('S', { side: 'short', shares: '100', price: '4' });
    expect(explained([low], { ruleSet })).toMatchObject({ rule: 'R-11', floors: [], output: '160' });
    const unknown = holding('S', { side: 'short', marketValue: '400' });
    expect(explained([unknown], { ruleSet })).toMatchObject({ rule: 'R-11', output: '160' });
  });

  it('known by its value only: no floor, and the rule says so', () => {
    expect(explained([holding('S', { side: 'short', marketValue: '400' })])).toMatchObject({
      rule: 'R-14',
      floors: [],
      output: '120',
    });
  });
});
