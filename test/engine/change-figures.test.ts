/**
 * Changes one by one and in a row, worked out by hand: rules; interest by days; distances from today.
 */
import { describe, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import {
  type AccountFields,
  after,
  before,
  counted,
  figure,
  lineOf,
  long,
  positionOf,
} from '../support/evaluated';

const move = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });
const trade = (position: string, shares: string): ChangeInput => ({ type: 'trade', position, shares });

describe('moves', () => {
  it('two market moves multiply: −10 % twice leaves 81 of 100', () => {
    expect(after({ positions: [long('100')] }, move('-0.1'), move('-0.1')).longMarketValue).toBe('81');
  });

  it('beta multiplies the move and a price stops at 0: beta 2 at −30 % leaves 40 of 100, at −60 % nothing', () => {
    const account = { positions: [counted('long', '1', '100', { beta: '2' })] };
    expect(positionOf(after(account, move('-0.3'))).price).toBe('40');
    expect(positionOf(after(account, move('-0.6'))).price).toBe('0');
    expect(positionOf(after(account, move('-0.6'), move('1'))).price).toBe('0');
  });

  it('a negative beta rises as the market falls: beta −1 at −20 % is 120', () => {
    expect(after({ positions: [long('100', { beta: '-1' })] }, move('-0.2')).longMarketValue).toBe('120');
  });

  it('a group moves by the ratio itself, not by beta: −20 % of 100 at beta 2 is 80', () => {
    const account = { positions: [long('100', { beta: '2', group: 'Technology' }), long('100')] };
    const moved = after(account, { type: 'moveGroup', group: 'Technology', ratio: '-0.2' });
    expect(moved.positions.map(({ marketValue }) => marketValue)).toEqual(['80', '100']);
  });

  it('one price, by a ratio or to a price: 200 shares at 245 are 37,975 at −22.5 % and 36,000 at 180', () => {
    const account = { positions: [counted('long', '200', '245')] };
    expect(after(account, { type: 'movePrice', position: 'p1', ratio: '-0.225' }).longMarketValue).toBe(
      '37975',
    );
    expect(after(account, { type: 'setPrice', position: 'p1', price: '180' }).longMarketValue).toBe('36000');
  });
});

describe('money in and out: cash first, then the loan', () => {
  const account: AccountFields = { cash: '1000', marginLoan: '10000', positions: [long('49000')] };

  it('withdrawing 1,500 takes 1,000 of cash and adds 500 to the loan', () => {
    expect(after(account, { type: 'withdraw', amount: '1500' })).toMatchObject({
      cash: '0',
      marginLoan: '10500',
      equity: '38500',
    });
  });

  it('a deposit of 500 goes to cash: equity and excess rise by 500', () => {
    expect(after(account, { type: 'deposit', amount: '500' })).toMatchObject({
      cash: '1500',
      marginLoan: '10000',
      equity: '40500',
      excessEquity: '28250',
    });
  });

  it('borrowing 2,000 and repaying 3,000 change neither equity nor excess: cash 0, loan 9,000', () => {
    const repaid = after(account, { type: 'borrow', amount: '2000' }, { type: 'repay', amount: '3000' });
    expect(repaid).toMatchObject({ cash: '0', marginLoan: '9000', equity: '40000', excessEquity: '27750' });
  });

  it('buying for 4,000 takes the 1,000 of cash and borrows 3,000; selling for 4,000 goes to cash', () => {
    const buy: ChangeInput = { type: 'trade', position: 'p1', amount: '4000' };
    expect(after(account, buy)).toMatchObject({ cash: '0', marginLoan: '13000', equity: '40000' });
    const sell: ChangeInput = { type: 'trade', position: 'p1', amount: '-4000' };
    expect(after(account, sell)).toMatchObject({ cash: '5000', marginLoan: '10000', equity: '40000' });
  });
});

describe('shorts: proceeds to short credit; covering is paid from credit, then cash, then loan', () => {
  const account = (shortCredit: string): AccountFields => ({
    cash: '1000',
    shortCredit,
    positions: [counted('short', '100', '50'), long('20000')],
  });

  it('selling 20 more short at 50 adds 1,000 to the credit and nothing to equity', () => {
    expect(before(account('7500')).equity).toBe('23500');
    expect(after(account('7500'), trade('p1', '-20'))).toMatchObject({
      shortCredit: '8500',
      equity: '23500',
    });
  });

  it('covering 60 of 100 costs 3,000 of the 7,500; covering all turns the 2,500 left into cash', () => {
    expect(after(account('7500'), trade('p1', '60'))).toMatchObject({ shortCredit: '4500', cash: '1000' });
    expect(after(account('7500'), trade('p1', '100'))).toMatchObject({ shortCredit: '0', cash: '3500' });
  });

  it('a credit of 3,000 and 1,000 of cash pay 4,000 of the 5,000; the loan pays the last 1,000', () => {
    expect(after(account('3000'), trade('p1', '80'))).toMatchObject({
      cash: '0',
      shortCredit: '0',
      marginLoan: '0',
    });
    expect(after(account('3000'), trade('p1', '100'))).toMatchObject({
      cash: '0',
      shortCredit: '0',
      marginLoan: '1000',
    });
  });

  it('a closed position stays as a row of zeros without a price and is not offered for sale', () => {
    const closed = after(account('7500'), trade('p1', '100'));
    expect(positionOf(closed)).toMatchObject({ shares: '0', price: null, marketValue: '0' });
    expect(closed.remedies.reduce.map(({ position }) => position)).toEqual(['p2']);
  });
});

describe('rebalance to target weights', () => {
  const account: AccountFields = {
    cash: '1000',
    marginLoan: '5000',
    positions: [
      counted('long', '100', '60', { targetWeight: '0.5' }),
      counted('long', '100', '30', { targetWeight: '0.5', maintenanceRate: '0.75' }),
      counted('short', '10', '20'),
    ],
    shortCredit: '200',
  };

  it('9,000 of longs and 1,000 of cash at 50 / 50: 5,000 each, cash 0; equity as before, requirement up', () => {
    // Before: 6,000 × 0.25 + 3,000 × 0.75 + 200 × 0.3 = 3,810. After: 1,250 + 3,750 + 60 = 5,060.
    expect(before(account)).toMatchObject({ equity: '5000', maintenanceRequirement: '3810' });
    const rebalanced = after(account, { type: 'rebalance', cashInvested: '1000' });
    expect(rebalanced).toMatchObject({
      cash: '0',
      equity: '5000',
      maintenanceRequirement: '5060',
      marginCall: '60',
    });
    expect(rebalanced.positions.map(({ marketValue }) => marketValue)).toEqual(['5000', '5000', '200']);
    expect(rebalanced.shortMarketValue).toBe('200');
  });

  it('a long without a weight is sold: 9,000 in one, nothing in the other', () => {
    const positions = [long('6000', { targetWeight: '1' }), long('3000')];
    const rebalanced = after({ positions }, { type: 'rebalance' });
    expect(rebalanced.positions.map(({ marketValue }) => marketValue)).toEqual(['9000', '0']);
  });
});

describe('days pass: simple interest on the loan', () => {
  const account: AccountFields = {
    marginLoan: '10000',
    loanInterestRate: '0.072',
    positions: [long('20400', { maintenanceRate: '0.5' })],
  };
  const days = (count: number): ChangeInput => ({ type: 'passDays', days: count });

  it('60 days at 7.2 % of 10,000 are 120; 30 and 30 days are 120.36', () => {
    expect(after(account, days(60)).marginLoan).toBe('10120');
    expect(after(account, days(30), days(30)).marginLoan).toBe('10120.36');
  });

  it('a year of 365 days instead of 360 makes 73 days cost 144 instead of 146', () => {
    expect(after(account, days(73)).marginLoan).toBe('10146');
    expect(after({ ...account, dayCount: 365 }, days(73)).marginLoan).toBe('10144');
  });

  it('free cash does not lower the interest: 60 days cost 120 beside 5,000 of cash', () => {
    expect(after({ ...account, cash: '5000' }, days(60)).marginLoan).toBe('10120');
  });

  it('R-57: an excess of 200 at 2 a day lasts 100 days; the first day of a call is the 101st, of 365 the 102nd', () => {
    expect(before(account)).toMatchObject({ excessEquity: '200', distance: { days: '101' } });
    expect(before({ ...account, dayCount: 365 }).distance.days).toBe('102');
    expect(after(account, days(100))).toMatchObject({ excessEquity: '0', inCall: false });
    expect(after(account, days(101))).toMatchObject({ excessEquity: '-2', inCall: true });
  });

  it('R-57: no loan or no rate: no day; in a call already: day 0', () => {
    expect(before({ ...account, marginLoan: '0' }).distance.days).toBeNull();
    expect(before({ marginLoan: '10000', positions: [long('20400')] }).distance.days).toBeNull();
    expect(before({ ...account, marginLoan: '10300' }).distance.days).toBe('0');
  });

  it('R-57: Firstrade: a loan of 99,800 at 36 % reaches 100,000 on day 3, where a lone position needs 50 %', () => {
    // 0.36 ÷ 360 × 99,800 = 99.80 a day: 299.40 after 3 days, 199.60 after 2.
    const firstrade = {
      ruleSet: 'firstrade',
      marginLoan: '99800',
      loanInterestRate: '0.36',
      positions: [long('190000')],
    };
    expect(before(firstrade).distance.days).toBe('3');
    expect(after(firstrade, days(2)).inCall).toBe(false);
    expect(after(firstrade, days(3)).inCall).toBe(true);
  });
});

describe('distance from today inside a what-if (R-54)', () => {
  const m1: AccountFields = { cash: '1000', marginLoan: '10000', positions: [long('49000')] };
  const to30: ChangeInput = { type: 'setRequirement', position: 'p1', rate: '0.3' };
  // 9,000 ÷ 0.7 = 12,857.14

  it('at 30 % instead of 25 % the call comes at 12,857.14, −73.76 % from today, wherever the slider stands', () => {
    for (const ratio of ['0', '-0.2', '-0.5']) {
      const { fromToday } = lineOf(m1, [move(ratio), to30]);
      expect(figure(fromToday?.marketFall)).toBeCloseTo(9000 / 0.7 / 49_000 - 1, 14);
      expect(fromToday?.marketRise).toBeNull();
    }
  });

  it('the same account after −50 % has a further 47.52 % to fall', () => {
    const { distance } = after(m1, move('-0.5'), to30);
    expect(figure(distance.marketFall)).toBeCloseTo(9000 / 0.7 / 24_500 - 1, 14);
  });

  it('two market moves are replaced by one: −30 % and −30 % measure the same −73.76 %', () => {
    const { fromToday } = lineOf(m1, [move('-0.3'), to30, move('-0.3')]);
    expect(figure(fromToday?.marketFall)).toBeCloseTo(9000 / 0.7 / 49_000 - 1, 14);
  });

  it('without a scenario it is the distance of today, 37 of 49', () => {
    expect(figure(lineOf(m1).fromToday?.marketFall)).toBeCloseTo(-37 / 49, 14);
  });

  it('in a call without any move both sides are null and the cure stands beside them: +9.09 % at 11,000', () => {
    const { fromToday } = lineOf({ ...m1, positions: [long('11000')] });
    expect(fromToday).toMatchObject({ marketFall: null, marketRise: null, marketFallToCure: null });
    expect(figure(fromToday?.marketRiseToCure)).toBeCloseTo(1 / 11, 14);
  });

  it('R-59: 2,000 dollars sold after the move and 100 days of interest keep the point exact', () => {
    // Loan 10,000 + 10,000 × 0.072 × 100 ÷ 360 = 10,200; excess(m) = 49,000 m − 9,200 − 0.25 (49,000 m − 2,000).
    const changes: ChangeInput[] = [
      move('-0.1'),
      { type: 'trade', position: 'p1', amount: '-2000' },
      { type: 'passDays', days: 100 },
    ];
    const { fromToday } = lineOf({ ...m1, loanInterestRate: '0.072' }, changes);
    expect(figure(fromToday?.marketFall)).toBeCloseTo(8700 / 0.75 / 49_000 - 1, 14);
  });
});

describe('what a change in excess is made of: each cause alone, and both', () => {
  const account: AccountFields = { ruleSet: 'merrill', marginLoan: '50000', positions: [long('100000')] };
  const sale: ChangeInput = { type: 'trade', position: 'p1', amount: '-20000' };

  it('100,000 on 50,000 at 30 %: excess 20,000; a sale of 20,000 makes it 26,000, −20 % 6,000, both 14,800', () => {
    expect(before(account).excessEquity).toBe('20000');
    expect(after(account, sale).excessEquity).toBe('26000');
    expect(after(account, move('-0.2')).excessEquity).toBe('6000');
    expect(after(account, sale, move('-0.2')).excessEquity).toBe('14800');
  });
});
