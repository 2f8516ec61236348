/**
 * The figures of the five help pages the rule book starts from (M1, Merrill, SoFi), and of its table "what the
 * sources print, and the consistent reading". Every expected figure is the publisher's, or worked out by hand.
 */
import { describe, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import {
  after,
  before,
  counted,
  figure,
  lineOf,
  long,
  positionOf,
  reductionOf,
  securitiesOf,
  short,
} from '../support/evaluated';

const setValue = (position: string, price: string): ChangeInput => ({ type: 'setPrice', position, price });

describe('M1, margin call basics: 49,000 of securities, 1,000 of cash, a loan of 10,000, 25 %', () => {
  const m1 = { ruleSet: 'm1', cash: '1000', marginLoan: '10000', positions: [long('49000')] };

  it('M1-BASICS-01: equity 40,000, requirement 12,250 on the securities only, excess 27,750', () => {
    const today = before(m1);
    expect(today.equity).toBe('40000');
    expect(today.maintenanceRequirement).toBe('12250');
    expect(today.excessEquity).toBe('27750');
    expect(today.inCall).toBe(false);
  });

  it('M1-BASICS-02: (10,000 − 1,000) ÷ (1 − 0.25) = 12,000, a fall of 37,000 of 49,000 (75.51 %)', () => {
    const today = before(m1);
    expect(positionOf(today).callPriceBelow).toBe('12000');
    expect(figure(today.distance.marketFall)).toBeCloseTo(-37_000 / 49_000, 14);
    expect(today.distance.marketRise).toBeNull();
  });

  it('M1-BASICS-02: at exactly 12,000 there is no call; a cent lower there is one of 0.0075', () => {
    expect(after(m1, setValue('p1', '12000'))).toMatchObject({ excessEquity: '0', inCall: false });
    expect(after(m1, setValue('p1', '11999.99'))).toMatchObject({ marginCall: '0.0075', inCall: true });
  });

  it('M1-BASICS-02: 13,333.33 forgets the cash: it is the call value of the same account without the 1,000', () => {
    expect(figure(positionOf(before({ ...m1, cash: '0' })).callPriceBelow)).toBeCloseTo(10_000 / 0.75, 10);
  });

  it('M1-BASICS-03: at 13,000 no call (excess 750); at 11,000 a call of 750', () => {
    expect(after(m1, setValue('p1', '13000'))).toMatchObject({ excessEquity: '750', marginCall: '0' });
    expect(after(m1, setValue('p1', '11000'))).toMatchObject({
      equity: '2000',
      maintenanceRequirement: '2750',
      excessEquity: '-750',
      marginCall: '750',
    });
  });

  it('M1-BASICS-03: a cash call of 750 is a sale of 3,000 or 1,000 of securities at 25 %', () => {
    const called = after(m1, setValue('p1', '11000'));
    expect(called.remedies.depositCash).toBe('750');
    expect(reductionOf(called).amount).toBe('3000');
    expect(securitiesOf(called)[0]).toBe('1000');
  });

  it('M1-BASICS-03: of a deposit that is invested only 75 % counts: 750 leaves −187.50, 1,000 is needed', () => {
    const called = { ...m1, positions: [long('11000')] };
    const invest = (amount: string): ChangeInput[] => [
      { type: 'deposit', amount },
      { type: 'trade', position: 'p1', amount },
    ];
    expect(after(called, ...invest('750')).excessEquity).toBe('-187.5');
    expect(after(called, ...invest('1000')).excessEquity).toBe('0');
  });

  const everythingAt100: ChangeInput = { type: 'setRequirement', position: 'p1', rate: '1' };

  it('M1-BASICS-04: every rate 100 %: requirement 49,000 and a call of 9,000', () => {
    expect(after(m1, everythingAt100)).toMatchObject({
      equity: '40000',
      maintenanceRequirement: '49000',
      marginCall: '9000',
    });
  });

  it('M1-BASICS-05: with the 1,000 of cash bought in as well: requirement 50,000 and a call of 10,000', () => {
    const bought = after(m1, everythingAt100, { type: 'trade', position: 'p1', amount: '1000' });
    expect(bought).toMatchObject({ cash: '0', maintenanceRequirement: '50000', marginCall: '10000' });
    const weighted = { ...m1, positions: [long('49000', { targetWeight: '1' })] };
    const rebalanced = after(weighted, everythingAt100, { type: 'rebalance', cashInvested: '1000' });
    expect(rebalanced).toMatchObject({ cash: '0', maintenanceRequirement: '50000', marginCall: '10000' });
  });
});

describe('Merrill, margin maintenance call: 30 % long, 30 % short', () => {
  const merrillLong = { ruleSet: 'merrill', marginLoan: '7000', positions: [long('12000')] };
  const merrillShort = { ruleSet: 'merrill', shortCredit: '14000', positions: [short('10000')] };

  it('MERRILL-LONG-01: 12,000 with a debit of 7,000: equity 5,000 (41.67 %), in good standing down to 10,000', () => {
    const today = before(merrillLong);
    expect(today).toMatchObject({ equity: '5000', excessEquity: '1400', inCall: false });
    expect(figure(today.equityRatio)).toBeCloseTo(5 / 12, 14);
    expect(positionOf(today).callPriceBelow).toBe('10000');
    expect(figure(today.distance.marketFall)).toBeCloseTo(-1 / 6, 14);
  });

  it('MERRILL-LONG-02: at 9,000 equity 2,000 (22.22 %), a call of 700, sell 2,333.33 or move in 1,000', () => {
    const called = after(merrillLong, setValue('p1', '9000'));
    expect(called).toMatchObject({ equity: '2000', marginCall: '700' });
    expect(figure(called.equityRatio)).toBeCloseTo(2 / 9, 14);
    expect(figure(reductionOf(called).amount)).toBeCloseTo(7000 / 3, 10);
    expect(securitiesOf(called)[1]).toBe('1000');
    expect(figure(called.distance.marketRiseToCure)).toBeCloseTo(1 / 9, 14);
  });

  it('MERRILL-SHORT-01: 14,000 of credit on 10,000 short: 4,000 (40 %), in good standing up to 10,769.23', () => {
    const today = before(merrillShort);
    expect(today).toMatchObject({ equity: '4000', equityRatio: '0.4', excessEquity: '1000' });
    expect(figure(positionOf(today).callPriceAbove)).toBeCloseTo(14_000 / 1.3, 9);
    expect(positionOf(today).callPriceBelow).toBeNull();
  });

  it('MERRILL-SHORT-02: at 11,500 equity 2,500 (21.74 %) and a call of 950', () => {
    const called = after(merrillShort, setValue('p1', '11500'));
    expect(called).toMatchObject({ equity: '2500', marginCall: '950' });
    expect(figure(called.equityRatio)).toBeCloseTo(2500 / 11_500, 14);
    expect(figure(reductionOf(called).amount)).toBeCloseTo(950 / 0.3, 10);
  });

  const both = {
    ruleSet: 'merrill',
    marginLoan: '7000',
    shortCredit: '15000',
    positions: [long('10000', { group: 'longs' }), short('10000', { group: 'shorts' })],
  };

  it('MERRILL-LONG-SHORT-01: 10,000 long and 10,000 short: equity 8,000, 40 % of the gross value, excess 2,000', () => {
    expect(before(both)).toMatchObject({ equity: '8000', equityRatio: '0.4', excessEquity: '2000' });
  });

  it('MERRILL-LONG-SHORT-02: no fall of everything makes a call, a rise of a third (33.33 %) does', () => {
    const { distance } = before(both);
    expect(distance.marketFall).toBeNull();
    expect(figure(distance.marketRise)).toBeCloseTo(1 / 3, 14);
    expect(distance.crossings).toEqual([{ marketMove: distance.marketRise, kind: 'callBegins' }]);
    expect(after(both, { type: 'moveMarket', ratio: '-1' })).toMatchObject({ equity: '8000', inCall: false });
    expect(after(both, { type: 'moveMarket', ratio: '0.3333' }).inCall).toBe(false);
    expect(after(both, { type: 'moveMarket', ratio: '0.3334' }).inCall).toBe(true);
  });

  it('MERRILL-LONG-SHORT-03: the longs alone: a call beyond −28.57 %; the shorts alone: beyond +15.38 %', () => {
    const today = before(both);
    expect(figure(positionOf(today, 1).callPriceBelow) / 10_000 - 1).toBeCloseTo(-2 / 7, 14);
    expect(figure(positionOf(today, 2).callPriceAbove) / 10_000 - 1).toBeCloseTo(2 / 13, 14);
    const alone = (group: string, ratio: string) => after(both, { type: 'moveGroup', group, ratio }).inCall;
    expect([alone('longs', '-0.2857'), alone('longs', '-0.2858')]).toEqual([false, true]);
    expect([alone('shorts', '0.1538'), alone('shorts', '0.1539')]).toEqual([false, true]);
  });

  it.each([
    ['01', '111000', '51000', 51_000 / 111_000, '45.95'],
    ['02', '110000', '50000', 50_000 / 110_000, '45.45'],
  ])(
    'MERRILL-CONCENTRATED-%s: %s on 60,000 at a rate of 0.4 has an equity of %s',
    (_, value, equity, equityRatio, percent) => {
      const today = before({
        ruleSet: 'merrill',
        marginLoan: '60000',
        positions: [long(value, { maintenanceRate: '0.4' })],
      });
      expect(today.equity).toBe(equity);
      expect(figure(today.equityRatio)).toBeCloseTo(equityRatio, 14);
      expect((figure(today.equityRatio) * 100).toFixed(2)).toBe(percent);
      expect(positionOf(today).callPriceBelow).toBe('100000');
    },
  );
});

describe('SoFi, what is maintenance margin: 200 shares at 100, a loan of 10,000, 30 %', () => {
  const sofi = { ruleSet: 'sofi', marginLoan: '10000', positions: [counted('long', '200', '100')] };

  it('SOFI-01: 10,000 ÷ 0.70 = 14,285.71, a price of 71.43', () => {
    const today = before(sofi);
    const callPrice = figure(positionOf(today).callPriceBelow);
    expect(callPrice).toBeCloseTo(10_000 / 0.7 / 200, 12);
    expect(callPrice * 200).toBeCloseTo(14_285.71, 2);
    expect(callPrice.toFixed(2)).toBe('71.43');
    expect(figure(today.distance.marketFall)).toBeCloseTo(-2 / 7, 14);
  });

  it('SOFI-01: 71.42 makes a call of 1.20: printed to the cent, the last free price is 71.43', () => {
    // 200 × 71.42 = 14,284; equity 4,284; requirement 4,285.20
    expect(after(sofi, setValue('p1', '71.42')).marginCall).toBe('1.2');
    expect(after(sofi, setValue('p1', '71.43')).inCall).toBe(false);
  });

  it('SOFI-02: the story deposits 20,000: then 10,000 stay in cash and no fall makes a call', () => {
    const { distance } = before({ ...sofi, cash: '10000' });
    expect(distance.marketFall).toBeNull();
    expect(distance.crossings).toEqual([]);
  });
});

describe('what public threads get wrong', () => {
  it('READING-01: 76,564 on a loan of 654: the call comes at 872, not at 19,141 (25 % of today)', () => {
    const today = before({ marginLoan: '654', positions: [long('76564')] });
    expect(today.maintenanceRequirement).toBe('19141');
    expect(positionOf(today).callPriceBelow).toBe('872');
  });

  it('READING-02: the holdings may fall by 2,000 though the excess is 1,400: excess ÷ (1 − 30 %)', () => {
    const line = lineOf({ ruleSet: 'merrill', marginLoan: '7000', positions: [long('12000')] });
    expect(line.before?.excessEquity).toBe('1400');
    expect(12_000 - figure(line.before?.positions[0]?.callPriceBelow)).toBe(2000);
  });
});
