/**
 * Positions that a change brings: securities moved in, and positions opened, worked out by hand. Rule R-46.
 */
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { changesByRules } from '@/engine/rules-alone';
import type { ChangeInput } from '@/engine/scenario';
import { accountOf, changesOf, holding, valueOf } from '../support/build';
import { type AccountFields, after, figure, lineOf, long, positionOf } from '../support/evaluated';

const move = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });

describe('securities moved in', () => {
  // 7,000 of stock on 5,000 at 30 %: equity 2,000, required 2,100.
  const called: AccountFields = { ruleSet: 'merrill', marginLoan: '5000', positions: [long('7000')] };
  const moveIn = (marketValue: string, rate = '0.3'): ChangeInput => ({
    type: 'depositSecurities',
    position: { id: 'n', symbol: 'BND', side: 'long', marketValue, maintenanceRate: rate },
  });

  it('investopedia-35: a call of 100 ends with 142.86 at 30 %, and not with 142.85; nothing is paid for them', () => {
    const free = after(called, moveIn('142.86'));
    // 2,142.86 against 0.3 × 7,142.86 = 2,142.858.
    expect(free).toMatchObject({
      equity: '2142.86',
      excessEquity: '0.002',
      cash: '0',
      marginLoan: '5000',
      longMarketValue: '7142.86',
    });
    expect(after(called, moveIn('142.85')).excessEquity).toBe('-0.005');
    expect(positionOf(free, 2)).toMatchObject({ id: 'n', symbol: 'BND', marketValue: '142.86' });
  });

  it('before a fall they fall, after it they do not: 1,000 at −10 % is 900 or 1,000', () => {
    expect(positionOf(after(called, moveIn('1000'), move('-0.1')), 2).marketValue).toBe('900');
    expect(positionOf(after(called, move('-0.1'), moveIn('1000')), 2).marketValue).toBe('1000');
  });

  it('a shift before them does not reach them, one after them does: 30 %, then 40 %', () => {
    const shift: ChangeInput = { type: 'shiftRequirement', points: '0.1' };
    expect(positionOf(after(called, shift, moveIn('1000')), 2).maintenanceRate).toBe('0.3');
    expect(positionOf(after(called, moveIn('1000'), shift), 2).maintenanceRate).toBe('0.4');
  });

  it('the distance from today counts them in: after 1,000 the call comes at −12.5 %', () => {
    // 0.7 × 8,000 m = 5,000: m = 0.892857…; just from the 7,000 it would be 1.02.
    const line = lineOf(called, [moveIn('1000'), move('-0.05')]);
    expect(figure(line.fromToday?.marketFall)).toBeCloseTo(5000 / 5600 - 1, 12);
  });

  it('one that falls fifty times as the market rises makes the call: +1.36 %', () => {
    // 0.75 × (1,000 (1 + s) + 1,000 (1 − 50 s)) = 1,000: 500 = 36,750 s.
    const account: AccountFields = { marginLoan: '1000', positions: [long('1000')] };
    const line = lineOf(account, [
      {
        type: 'depositSecurities',
        position: { id: 'n', symbol: 'N', side: 'long', marketValue: '1000', beta: '-50' },
      },
      move('0'),
    ]);
    expect(figure(line.fromToday?.marketRise)).toBeCloseTo(500 / 36_750, 12);
  });

  it('they dilute: under Fidelity’s tiers 2,500 at 100 % take the first of 41,000 down to 40 %, 2,499.99 do not', () => {
    const tiers: AccountFields = {
      ruleSet: 'fidelity',
      marginLoan: '60000',
      positions: [long('41000'), long('39000'), long('20000')],
    };
    // 40,000 + 2,500 against 0.4 × 80,000 + 0.35 × 20,000 + 2,500 = 41,500.
    expect(after(tiers, moveIn('2500', '1')).excessEquity).toBe('1000');
    expect(after(tiers, moveIn('2499.99', '1')).inCall).toBe(true);
  });

  it('at the exchange’s minimum their own rate is the broker’s: 25 % of 7,000 and of 1,000', () => {
    const account = accountOf([holding('A', { marketValue: '7000' })], { marginLoan: '5000' });
    const changes = changesByRules(changesOf(moveIn('1000', '0.9')));
    expect(evaluateMargin(valueOf(applyChanges(account, changes))).requirement.toText()).toBe('2000');
  });
});

describe('positions opened', () => {
  const account: AccountFields = { cash: '1000', marginLoan: '10000', positions: [long('49000')] };

  it('buying for 4,000 takes the 1,000 of cash and borrows 3,000; equity stays, 1,000 more are required', () => {
    const bought: ChangeInput = {
      type: 'open',
      position: { id: 'n', symbol: 'N', side: 'long', shares: '40', price: '100' },
    };
    expect(after(account, bought)).toMatchObject({
      cash: '0',
      marginLoan: '13000',
      equity: '40000',
      // 0.25 × 53,000.
      maintenanceRequirement: '13250',
    });
  });

  it('selling 100 short at 12 brings 1,200 of credit and requires $5 a share; equity stays', () => {
    const sold: ChangeInput = {
      type: 'open',
      position: { id: 'n', symbol: 'N', side: 'short', shares: '100', price: '12' },
    };
    expect(after(account, sold)).toMatchObject({
      cash: '1000',
      shortCredit: '1200',
      shortMarketValue: '1200',
      equity: '40000',
      // 12,250 + 500, more than 30 % of 1,200.
      maintenanceRequirement: '12750',
    });
    // Bought back, all is as it was: with the last short what is left of the credit becomes cash.
    const covered = after(account, sold, { type: 'trade', position: 'n', shares: '100' });
    expect(covered).toMatchObject({ cash: '1000', shortCredit: '0', maintenanceRequirement: '12250' });
  });
});
