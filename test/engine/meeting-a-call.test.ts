/**
 * What meets a call, worked out by hand: rules. Each amount is tried: it clears, a cent less does not.
 */
import { describe, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import {
  type AccountFields,
  after,
  before,
  counted,
  figure,
  long,
  reductionOf,
  securitiesOf,
  short,
} from '../support/evaluated';

const move = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });
const sell = (position: string, amount: string): ChangeInput => ({
  type: 'trade',
  position,
  amount: `-${amount}`,
});
const deposit = (amount: string): ChangeInput => ({ type: 'deposit', amount });

/** Excess after changes. */
const excess = (account: AccountFields, ...changes: ChangeInput[]) =>
  figure(after(account, ...changes).excessEquity);

describe('Fidelity’s tiers: longs of 41,000, 39,000 and 20,000 on a loan of 60,000', () => {
  const account: AccountFields = {
    ruleSet: 'fidelity',
    marginLoan: '60000',
    positions: [long('41000'), long('39000'), long('20000')],
  };

  it('FIDELITY-TIERS-01: rates 45, 40 and 35 %: requirement 41,050, equity 40,000, a call of 1,050', () => {
    const today = before(account);
    expect(today.positions.map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.45', '0.4', '0.35']);
    expect(today).toMatchObject({ equity: '40000', maintenanceRequirement: '41050', marginCall: '1050' });
  });

  it('FIDELITY-TIERS-02: the second needs a sale of 5,125, not 1,050 ÷ 0.4 = 2,625', () => {
    expect(reductionOf(before(account), 2).amount).toBe('5125');
    expect(excess(account, sell('p2', '5125'))).toBe(0);
    expect(excess(account, sell('p2', '5124.99'))).toBeLessThan(0);
    expect(excess(account, sell('p2', '2625'))).toBeLessThan(0);
  });

  it('FIDELITY-TIERS-03: the first needs 1,666.67, not 1,050 ÷ 0.45 = 2,333.33: there its share is 40 %', () => {
    expect(figure(reductionOf(before(account), 1).amount)).toBeCloseTo(5000 / 3, 10);
    expect(excess(account, sell('p1', '1666.67'))).toBeGreaterThan(0);
    expect(excess(account, sell('p1', '1666.66'))).toBeLessThan(0);
  });

  it('FIDELITY-TIERS-04: the third needs 8,571.43, because selling it takes the second above 40 %', () => {
    // 0.45 × 80,000 + 0.35 × (20,000 − x) = 40,000
    expect(figure(reductionOf(before(account), 3).amount)).toBeCloseTo(60_000 / 7, 10);
  });

  it('FIDELITY-TIERS-05: securities at 100 % help by dilution: 2,500 take the first down to 40 %', () => {
    expect(securitiesOf(before(account)).slice(0, 3)).toEqual(['1400', '1500', '2100']);
    expect(securitiesOf(before(account))[3]).toBe('2500');
  });
});

describe('while no rate changes', () => {
  const called: AccountFields = {
    ruleSet: 'merrill',
    marginLoan: '5000',
    positions: [counted('long', '200', '35')],
  };

  it('INVESTOPEDIA-01: a call of 100: cash 100, sell 333.33 (9.52 shares, so 10), move in 142.86 at 30 %', () => {
    const today = before(called);
    expect(today).toMatchObject({ equity: '2000', maintenanceRequirement: '2100', marginCall: '100' });
    expect(today.remedies.depositCash).toBe('100');
    const sale = reductionOf(today);
    expect(figure(sale.amount)).toBeCloseTo(1000 / 3, 10);
    expect(figure(sale.shares)).toBeCloseTo(1000 / 3 / 35, 10);
    // 10 shares: requirement 190 × 35 × 0.3 = 1,995
    expect(sale).toMatchObject({ wholeShares: '10', wholeAmount: '350', excessAfterWhole: '5' });
    expect(figure(securitiesOf(today)[1])).toBeCloseTo(100 / 0.7, 10);
  });

  it('INVESTOPEDIA-02: the published call price of 35.71 is already a call of 0.60; 35.72 is free', () => {
    const at = (price: string) => after(called, { type: 'setPrice', position: 'p1', price });
    expect(at('35.71').marginCall).toBe('0.6');
    expect(at('35.72').inCall).toBe(false);
  });

  it('paying exactly the call leaves none, and one more −1 % is a new call of 49', () => {
    expect(excess(called, deposit('100'))).toBe(0);
    // 6,930 + 100 − 5,000 = 2,030 against 2,079
    expect(after(called, deposit('100'), move('-0.01')).marginCall).toBe('49');
  });

  it('R-66: repaying 1,000 from cash leaves a call of 100 a call of 100', () => {
    const withCash = { ...called, cash: '1000', marginLoan: '6000' };
    expect(before(withCash).marginCall).toBe('100');
    expect(after(withCash, { type: 'repay', amount: '1000' }).marginCall).toBe('100');
  });

  it('with equity below 0 no sale ends the call: 5,000 of stock on 6,000 leaves a debt of 1,000', () => {
    const under: AccountFields = {
      ruleSet: 'merrill',
      marginLoan: '6000',
      positions: [counted('long', '100', '50')],
    };
    const today = before(under);
    expect(today).toMatchObject({ equity: '-1000', equityRatio: '-0.2', marginCall: '2500' });
    expect(reductionOf(today)).toEqual({
      position: 'p1',
      action: 'sell',
      possible: false,
      shares: null,
      amount: null,
      wholeShares: null,
      wholeAmount: null,
      excessAfterWhole: null,
    });
    expect(after(under, { type: 'trade', position: 'p1', shares: '-100' })).toMatchObject({
      equity: '-1000',
      marginCall: '1000',
    });
  });

  it('securities at 100 % never help without tiers', () => {
    expect(securitiesOf(before(called))[3]).toBeNull();
  });

  it('without a call every way costs 0', () => {
    const free = before({ ...called, marginLoan: '4000' });
    expect(free.remedies.depositCash).toBe('0');
    expect(reductionOf(free)).toMatchObject({
      possible: true,
      shares: '0',
      amount: '0',
      wholeShares: '0',
      wholeAmount: '0',
      excessAfterWhole: '900',
    });
    // 10,000 × 0.75 against 4,000, known by its value.
    expect(reductionOf(before({ marginLoan: '4000', positions: [long('10000')] }))).toMatchObject({
      possible: true,
      shares: null,
      amount: '0',
      wholeShares: null,
      wholeAmount: null,
      excessAfterWhole: null,
    });
    expect(securitiesOf(free)).toEqual(['0', '0', '0', '0']);
  });

  it('R-64: no whole number of shares: 1.5 shares that must be sold whole are closed out as a fraction', () => {
    // 1.5 × 100 = 150 on a loan of 150: equity 0, so only selling everything ends the call.
    const fraction = before({ marginLoan: '150', positions: [counted('long', '1.5', '100')] });
    expect(reductionOf(fraction)).toMatchObject({
      possible: true,
      shares: '1.5',
      amount: '150',
      wholeShares: null,
      wholeAmount: null,
      excessAfterWhole: null,
    });
  });

  it('a short known by its value: a call of 950 at 30 % is a cover of 3,166.67', () => {
    const account = before({ ruleSet: 'merrill', shortCredit: '14000', positions: [short('11500')] });
    expect(reductionOf(account)).toMatchObject({ action: 'buyToCover', shares: null, wholeShares: null });
    expect(figure(reductionOf(account).amount)).toBeCloseTo(950 / 0.3, 10);
  });
});

describe('R-65: several sales: the highest requirement first costs the fewest dollars', () => {
  const account: AccountFields = {
    marginLoan: '8300',
    positions: [long('500', { maintenanceRate: '1' }), long('9500', { maintenanceRate: '0.3' })],
  };

  it('a call of 1,650: all 500 at 100 % and then 3,833.33 at 30 %; at 30 % alone it takes 5,500', () => {
    // Equity 1,700; requirement 500 + 2,850 = 3,350.
    expect(before(account).marginCall).toBe('1650');
    expect(reductionOf(before(account), 1).possible).toBe(false);
    expect(reductionOf(before(account), 2).amount).toBe('5500');
    expect(figure(reductionOf(after(account, sell('p1', '500'))).amount)).toBeCloseTo(1150 / 0.3, 10);
  });
});

describe('room for a further move: 12,000 on 7,000 at 30 %, then −30 %', () => {
  const account: AccountFields = {
    ruleSet: 'merrill',
    marginLoan: '7000',
    positions: [long('12000'), long('0')],
  };
  const fall = move('-0.3');

  it('ROOM-01: without anything the fall makes a call of 1,120', () => {
    expect(after(account, fall).marginCall).toBe('1120');
  });

  it('ROOM-02: cash: 1,120 is just enough, a cent less is not', () => {
    expect(excess(account, deposit('1120'), fall)).toBe(0);
    expect(excess(account, deposit('1119.99'), fall)).toBeLessThan(0);
  });

  it('ROOM-03: a sale before the fall: 1,120 ÷ (1 − 0.7 × 0.7) = 2,196.08', () => {
    expect(excess(account, sell('p1', '2196.08'), fall)).toBeGreaterThanOrEqual(0);
    expect(excess(account, sell('p1', '2196.07'), fall)).toBeLessThan(0);
  });

  it('ROOM-04: securities moved in before it: 1,120 ÷ (0.7 × 0.7) = 2,285.72, rounded up to the cent', () => {
    const moveIn = (amount: string): ChangeInput[] => [
      deposit(amount),
      { type: 'trade', position: 'p2', amount },
    ];
    expect(excess(account, ...moveIn('2285.72'), fall)).toBeGreaterThanOrEqual(0);
    expect(excess(account, ...moveIn('2285.71'), fall)).toBeLessThan(0);
  });
});

describe('the largest loan that stands a fall of 40 % at 30 %', () => {
  const on = (held: string, marginLoan: string): AccountFields => ({
    ruleSet: 'merrill',
    marginLoan,
    positions: [long(held)],
  });

  it('LOAN-01: buying more with an equity of 100,000: 100,000 × 0.42 ÷ 0.58 = 72,413.79', () => {
    expect(after(on('172413.79', '72413.79'), move('-0.4')).inCall).toBe(false);
    expect(after(on('172413.80', '72413.80'), move('-0.4')).inCall).toBe(true);
  });

  it('LOAN-02: holding 100,000 of stock and taking the money out: 42,000', () => {
    expect(before(on('100000', '42000')).distance.marketFall).toBe('-0.4');
  });
});
