/**
 * What one position needs, worked out by hand: rules R-10 to R-14 (FINRA's table) and R-20 to R-29 (the rate chain).
 */
import { describe, expect, it } from 'vitest';
import type { RuleSetInput } from '@/engine/rule-set';
import type { ChangeInput } from '@/engine/scenario';
import {
  after,
  before,
  counted,
  lineOf,
  long,
  type PositionFields,
  positionOf,
  short,
} from '../support/evaluated';

/** What 100 shares sold short at a price need, a share. */
function shortAt(price: string, more: PositionFields = {}): string {
  const today = before({ positions: [counted('short', '1', price, more)] });
  return positionOf(today).maintenanceRequirement;
}

describe("FINRA's table for shorts, a share (R-12)", () => {
  it.each([
    ['0', '2.5'],
    ['1', '2.5'],
    ['2.5', '2.5'],
    ['2.51', '2.51'],
    ['4', '4'],
    ['4.99', '4.99'],
    ['5', '5'],
    ['10', '5'],
    ['16.66', '5'],
    ['16.67', '5.001'],
    ['20', '6'],
  ])('at the set’s 30 percent a short at %s needs %s', (price, needed) => {
    expect(shortAt(price)).toBe(needed);
  });

  it.each([
    ['12', '5'],
    ['12.5', '5'],
    ['13', '5.2'],
  ])('at 40 percent the bend lies at 5 ÷ 0.4 = 12.50: at %s it needs %s', (price, needed) => {
    expect(shortAt(price, { maintenanceRate: '0.4' })).toBe(needed);
  });

  it.each([
    ['1', '2.5'],
    ['1.6', '2.5'],
    ['2', '3'],
    ['5', '7.5'],
  ])('at 150 percent the bend lies at 2.50 ÷ 1.5 = 1.67: at %s it needs %s', (price, needed) => {
    expect(shortAt(price, { maintenanceRate: '1.5' })).toBe(needed);
  });

  it('below 30 % the table’s own 30 % governs: at 20 a rate of 0.2 still needs 6', () => {
    expect(shortAt('20', { maintenanceRate: '0.2' })).toBe('6');
  });

  it('R-13: a minimum of its own of 8 a share governs up to 26.66 and the rate from there on', () => {
    expect(shortAt('10', { perShareMinimum: '8' })).toBe('8');
    expect(shortAt('26.66', { perShareMinimum: '8' })).toBe('8');
    expect(shortAt('30', { perShareMinimum: '8' })).toBe('9');
  });

  it('R-12: 100 short at 10 with a credit of 2,000: called above 2,000 − 5 × 100 = 1,500, a price of 15', () => {
    const today = before({ shortCredit: '2000', positions: [counted('short', '100', '10')] });
    expect(today).toMatchObject({ equity: '1000', maintenanceRequirement: '500' });
    expect(positionOf(today).callPriceAbove).toBe('15');
    expect(today.distance.marketRise).toBe('0.5');
  });

  it('R-12: a $1 short needs 250 % of its value, so covering 1 dollar frees 2.50', () => {
    const called = before({ shortCredit: '300', positions: [counted('short', '100', '1')] });
    expect(called).toMatchObject({ equity: '200', maintenanceRequirement: '250', marginCall: '50' });
    expect(called.remedies.reduce).toEqual([
      {
        position: 'p1',
        action: 'buyToCover',
        possible: true,
        shares: '20',
        amount: '20',
        wholeShares: '20',
        wholeAmount: '20',
        excessAfterWhole: '0',
      },
    ]);
  });

  it('R-14: shares unknown: 400 short at a rate of 30 % needs 120, and the line says the table is not applied', () => {
    const line = lineOf({ shortCredit: '1000', positions: [short('400')] });
    expect(line.before?.maintenanceRequirement).toBe('120');
    expect(line.issues).toEqual([
      { code: 'per-share-minimum-not-applied', path: '/account/positions/0', figures: { symbol: 'P1' } },
    ]);
  });
});

const rateOf = (ruleSet: string | RuleSetInput, position: PositionFields, ...changes: ChangeInput[]) =>
  positionOf(after({ ruleSet, positions: [position] }, ...changes)).maintenanceRate;

describe('the rate of a position, chain (a)', () => {
  it('R-22: leverage: 2× long needs 50 %, 3× short 90 %, −3× long 75 %, 5× long no more than 100 %', () => {
    expect(rateOf('finra-minimum', long('1', { leverage: '2' }))).toBe('0.5');
    expect(rateOf('finra-minimum', short('1', { leverage: '3' }))).toBe('0.9');
    expect(rateOf('finra-minimum', long('1', { leverage: '-3' }))).toBe('0.75');
    expect(rateOf('finra-minimum', long('1', { leverage: '5' }))).toBe('1');
    expect(rateOf('finra-minimum', long('1', { leverage: '0.5' }))).toBe('0.25');
  });

  it('R-21: an own rate gets no leverage and no concentration: 0.35 stays 0.35', () => {
    expect(rateOf('fidelity', long('1', { maintenanceRate: '0.35', leverage: '3' }))).toBe('0.35');
  });

  it('R-23: what cannot be margined needs 100 %, whatever lower rate is typed; 150 % stays 150 %', () => {
    const cash = { marginable: false };
    expect(rateOf('m1', long('1', cash))).toBe('1');
    expect(rateOf('m1', long('1', { ...cash, maintenanceRate: '0.3' }))).toBe('1');
    expect(rateOf('m1', long('1', { ...cash, maintenanceRate: '1.5' }))).toBe('1.5');
    expect(rateOf('m1', long('1', cash), { type: 'shiftRequirement', points: '-0.5' })).toBe('1');
  });

  it('R-29: a long at 150 % can be called by a rise: 10,000 on 0 loan and 6,000 of cash, above 12,000', () => {
    const line = lineOf({ cash: '6000', positions: [long('10000', { maintenanceRate: '1.5' })] });
    expect(line.before?.positions[0]?.callPriceAbove).toBe('12000');
    expect(line.before?.distance.marketRise).toBe('0.2');
    expect(line.issues).toEqual([
      { code: 'long-rate-above-one', path: '/account/positions/0/maintenanceRate', figures: { rate: '1.5' } },
    ]);
  });
});

describe('requirement shifts, chain (b) (R-25)', () => {
  const shift = (points: string): ChangeInput => ({ type: 'shiftRequirement', points });
  const set = (rate: string): ChangeInput => ({ type: 'setRequirement', position: 'p1', rate });

  it.each([
    ['0.3', '0.05', '0.35'],
    ['0.9', '0.2', '1'],
    ['1', '0.2', '1'],
    ['1.5', '0.2', '1.5'],
    ['1.5', '-0.2', '1.3'],
    ['0.3', '-0.4', '0'],
  ])('a rate of %s shifted by %s is %s', (rate, points, shifted) => {
    expect(rateOf('m1', long('1', { maintenanceRate: rate }), shift(points))).toBe(shifted);
  });

  it('shifts add up before they are cut off: 0.3 with +0.8 and −0.5 is 0.6, not 0.5', () => {
    expect(rateOf('merrill', long('1'), shift('0.8'), shift('-0.5'))).toBe('0.6');
  });

  it('setting a rate drops earlier shifts and not later ones: +0.1, set 0.5, +0.2 is 0.7', () => {
    expect(rateOf('merrill', long('1'), shift('0.1'), set('0.5'), shift('0.2'))).toBe('0.7');
  });

  it('R-26: a switch of rules keeps shifts and own rates: 25 % + 5 points becomes 30 % + 5 points', () => {
    const toMerrill: ChangeInput = { type: 'switchRuleSet', ruleSet: 'merrill' };
    expect(rateOf('m1', long('1'), shift('0.05'), toMerrill)).toBe('0.35');
    expect(rateOf('m1', long('1', { maintenanceRate: '0.4' }), toMerrill)).toBe('0.4');
  });

  it('a shift down leaves FINRA’s dollars a share: 10 short at 10 needs 5 a share at a rate of 0', () => {
    const shifted = after({ positions: [counted('short', '10', '10')] }, shift('-0.3'));
    expect(positionOf(shifted)).toMatchObject({ maintenanceRate: '0', maintenanceRequirement: '50' });
  });

  it('R-56: 10,000 on a loan of 6,000: free of a call up to 40 %, so 15 points above 25 %', () => {
    expect(
      before({ ruleSet: 'm1', marginLoan: '6000', positions: [long('10000')] }).distance.requirementShift,
    ).toBe('0.15');
  });

  it('R-56: without a loan even everything at 100 % makes no call', () => {
    expect(before({ ruleSet: 'm1', positions: [long('10000')] }).distance.requirementShift).toBeNull();
  });
});

describe('concentration (R-24)', () => {
  const ratesUnder = (ruleSet: string | RuleSetInput, marginLoan: string, ...positions: PositionFields[]) =>
    before({ ruleSet, marginLoan, positions }).positions.map((position) => position.maintenanceRate);

  it('Fidelity, longs: 10 % of the account adds nothing, a dollar more adds 5 points', () => {
    expect(ratesUnder('fidelity', '0', long('10000'), long('90000'))).toEqual(['0.3', '0.6']);
    expect(ratesUnder('fidelity', '0', long('10001'), long('90000'))[0]).toBe('0.35');
  });

  it('Fidelity, longs and shorts: > 10, 20, 40, 50, 75 % add 5, 10, 15, 20, 30 and 10, 15, 20, 30, 35 points', () => {
    const at = (share: number) => {
      const [part, rest] = [String(share), String(100 - share)];
      return [
        ratesUnder('fidelity', '0', long(part), long(rest))[0],
        ratesUnder('fidelity', '0', short(part), long(rest))[0],
      ];
    };
    expect([10, 10.01, 20, 20.01, 40, 40.01, 50, 50.01, 75, 75.01, 100].map(at)).toEqual([
      ['0.3', '0.3'],
      ['0.35', '0.4'],
      ['0.35', '0.4'],
      ['0.4', '0.45'],
      ['0.4', '0.45'],
      ['0.45', '0.5'],
      ['0.45', '0.5'],
      ['0.5', '0.6'],
      ['0.5', '0.6'],
      ['0.6', '0.65'],
      ['0.6', '0.65'],
    ]);
  });

  it('Fidelity: points come after leverage and stop at 100 %: a lone 2× long 90 %, a lone 3× long 100 %', () => {
    expect(ratesUnder('fidelity', '0', long('1', { leverage: '2' }))).toEqual(['0.9']);
    expect(ratesUnder('fidelity', '0', long('1', { leverage: '3' }))).toEqual(['1']);
  });

  const quarter = [long('100000'), long('140000'), long('160000')];

  it('Firstrade: of 400,000 on a loan of 100,000: 25 % share 25 %, 35 % share 35 %, 40 % share 40 %', () => {
    expect(ratesUnder('firstrade', '100000', ...quarter)).toEqual(['0.25', '0.35', '0.4']);
  });

  it('Firstrade: on a loan of 99,999.99 every rate is 25 %', () => {
    expect(ratesUnder('firstrade', '99999.99', ...quarter)).toEqual(['0.25', '0.25', '0.25']);
  });

  it('Firstrade: more than half needs 50 %, and no less than a leveraged fund’s own 75 %', () => {
    expect(ratesUnder('firstrade', '100000', long('200001'), long('200000'))).toEqual(['0.5', '0.4']);
    expect(ratesUnder('firstrade', '100000', long('400000', { leverage: '3' }))).toEqual(['0.75']);
  });

  const custom = (of: 'gross' | 'marginable'): RuleSetInput => ({
    id: 'custom',
    name: 'Half',
    longRate: '0.3',
    shortRate: '0.3',
    shortPerShareMinimum: 'none',
    leverageRule: false,
    concentration: { mode: 'add', of, tiers: [{ above: '0.5', long: '0.1', short: '0.1' }] },
  });

  it('a share of the marginable value leaves out what cannot be margined: 60 of 100, but 40 of 100 of gross', () => {
    const held = [long('60'), long('40'), long('50', { marginable: false })];
    expect(ratesUnder(custom('marginable'), '0', ...held)).toEqual(['0.4', '0.3', '1']);
    expect(ratesUnder(custom('gross'), '0', ...held)).toEqual(['0.3', '0.3', '1']);
  });

  it('only a custom set may switch FINRA’s table and the leverage rule off: 1 short at 1 needs 30 cents', () => {
    const today = before({
      ruleSet: custom('gross'),
      positions: [counted('short', '1', '1'), long('1', { leverage: '3' })],
    });
    expect(positionOf(today, 1).maintenanceRequirement).toBe('0.3');
    expect(positionOf(today, 2).maintenanceRate).toBe('0.3');
  });

  it('a jump at a tier: 40,000 of 100,000 may rise alone until its share is 40 %: that point is free, the next is not', () => {
    // Fidelity: 40,000 at 40 %, 60,000 at 50 %: requirement 46,000; loan 53,000 leaves an excess of 1,000.
    const account = { ruleSet: 'fidelity', marginLoan: '53000', positions: [long('40000'), long('60000')] };
    expect(before(account)).toMatchObject({ maintenanceRequirement: '46000', excessEquity: '1000' });
    // Above 40 % the first needs 45 %: 2,000 more at once.
    expect(positionOf(before(account)).callPriceAbove).toBe('40000');
    const at = (price: string) => after(account, { type: 'setPrice', position: 'p1', price }).inCall;
    expect([at('40000'), at('40000.01')]).toEqual([false, true]);
  });
});
