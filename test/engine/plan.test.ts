// Plans: several sales that end a call together, from a pencil; locks, cash, shares, and plans by hand.
import { describe, expect, it } from 'vitest';
import { makePlan, tallyPlan } from '@/engine/plan';
import type { PlanWishes } from '@/engine/plan-wishes';
import { bare, money } from '@/engine/quantity';
import { accountOf, holding } from '../support/build';
import { planned, told, wishes } from '../support/plans';

describe('a call of 5,000: 10,000 at 40 % and 20,000 at 30 % against 25,000', () => {
  // Equity 5,000, required 4,000 + 6,000.
  const account = accountOf(
    [
      holding('A', { marketValue: '20000', maintenanceRate: '0.3' }),
      holding('B', { marketValue: '10000', maintenanceRate: '0.4' }),
    ],
    { marginLoan: '25000' },
  );

  it('highest requirement first: all of B frees 4,000, and 1,000 ÷ 0.3 = 3,333.34 of A the rest', () => {
    const plan = makePlan(account, wishes);
    expect(told(plan)).toEqual(['all B 10000.00', 'A 3333.34', '0']);
    // 16,666.66 × 0.3 = 4,999.998, so 0.002 are above; 13,333.34 are moved.
    expect([plan.moved.toText(), plan.excess.toText(), plan.isRuleOfThumb]).toEqual([
      '13333.34',
      '0.002',
      false,
    ]);
  });

  it('the same share of each: 15,000 × ⅓ = 5,000 would need a third of each requirement, so half of both', () => {
    // 10,000 × x = 5,000.
    expect(planned(account, { order: 'proportional' })).toEqual(['A 10000.00', 'B 5000.00', '0']);
  });

  it('an order of one’s own: 5,000 ÷ 0.3 = 16,666.67 of A; with B alone 1,000 stay missing', () => {
    expect(planned(account, { order: ['A', 'B'] })).toEqual(['A 16666.67', '0']);
    expect(planned(account, { order: ['B'] })).toEqual(['all B 10000.00', '1000']);
    expect(planned(account, { order: ['B', 'unknown', 'A'] })).toEqual(['all B 10000.00', 'A 3333.34', '0']);
  });

  it('what is locked stays: without A 1,000 are missing, without both all 5,000', () => {
    expect(planned(account, { locked: new Set(['A']) })).toEqual(['all B 10000.00', '1000']);
    expect(planned(account, { locked: new Set(['A']), order: 'proportional' })).toEqual([
      'all B 10000.00',
      '1000',
    ]);
    expect(planned(account, { locked: new Set(['A', 'B']), order: 'proportional' })).toEqual(['5000']);
    expect(planned(account, { locked: new Set(['A', 'B']) })).toEqual(['5000']);
  });

  it('under tiers the order of the requirements is a rule of thumb, one’s own is not, and no trade is neither', () => {
    const tiers = (marginLoan: string) =>
      accountOf(
        [
          holding('A', { marketValue: '41000' }),
          holding('B', { marketValue: '39000' }),
          holding('C', { marketValue: '20000' }),
        ],
        { marginLoan, ruleSet: 'fidelity' },
      );
    const isThumb = (loan: string, order: PlanWishes['order']) =>
      makePlan(tiers(loan), { ...wishes, order }).isRuleOfThumb;
    // 40,000 against 41,050; with 50,000 owed 50,000.
    expect([isThumb('60000', 'dearestFirst'), isThumb('60000', ['A'])]).toEqual([true, false]);
    expect([isThumb('50000', 'dearestFirst'), isThumb('50000', 'proportional')]).toEqual([false, false]);
    expect(makePlan(account, { ...wishes, order: 'proportional' }).isRuleOfThumb).toBe(false);
  });

  it('one share of $1,000 is a step that can be too large, dollars to the cent are none', () => {
    // 3,333.34 are 4 shares, and 200 are above.
    const counted = accountOf(
      [
        holding('A', { shares: '20', price: '1000', maintenanceRate: '0.3' }),
        holding('B', { marketValue: '10000', maintenanceRate: '0.4' }),
      ],
      { marginLoan: '25000' },
    );
    const plan = makePlan(counted, { ...wishes, order: 'dearestFirst' });
    expect(told(plan)).toEqual(['all B 10000.00', '4 A 4000.00', '0']);
    expect([plan.isRoundedUp, makePlan(account, wishes).isRoundedUp]).toEqual([true, false]);
    // 5,000 ÷ 0.3 of A alone: 16.666667 shares, whose last millionth is a tenth of a cent.
    const parts = makePlan(counted, { ...wishes, order: ['A'], isWholeShares: false });
    expect(told(parts)).toEqual(['16.666667 A 16666.67', '0']);
    expect(parts.isRoundedUp).toBe(false);
  });

  it('of two with one requirement the larger first: fewer are touched', () => {
    const same = accountOf(
      [
        holding('A', { marketValue: '5000', maintenanceRate: '0.4' }),
        holding('B', { marketValue: '20000', maintenanceRate: '0.4' }),
      ],
      { marginLoan: '17500' },
    );
    // 7,500 against 10,000: 2,500 ÷ 0.4.
    expect(planned(same)).toEqual(['B 6250.00', '0']);
  });

  it('cash first: 1,500 leave 3,500 ÷ 0.4 = 8,750 of B; of 6,000 only 5,000 are used', () => {
    expect(planned(account, { cash: money(1500) })).toEqual(['B 8750.00', '0']);
    for (const order of ['fewestDollars', 'proportional'] as const) {
      const plan = makePlan(account, { ...wishes, cash: money(6000), order });
      expect([plan.cash.toText(), plan.trades, plan.missing.toText()]).toEqual(['5000', [], '0']);
    }
  });

  it('with room for −10 %: the dearer first too, and where the next call is', () => {
    // After it 27,000 − 25,000 = 2,000 against 3,600 + 5,400: 7,000 are missing. B: 1 − 0.9 × 0.6 = 0.46 a dollar, 4,600.
    // A: 1 − 0.9 × 0.7 = 0.37: 2,400 ÷ 0.37 = 6,486.49.
    const plan = makePlan(account, { ...wishes, room: bare('-0.1') });
    expect(told(plan)).toEqual(['all B 10000.00', 'A 6486.49', '0']);
    expect(plan.next.below?.at.toFixed(6, 'towardZero')).toBe('-0.100000');
    expect(plan.isRuleOfThumb).toBe(false);
  });
});

describe('published cures', () => {
  it('NFS: 35,750 at 30 % are a sale of 119,166.67', () => {
    // 1,000,000 at 30 % against 735,750: equity 264,250, required 300,000.
    const account = accountOf([holding('X', { marketValue: '1000000', maintenanceRate: '0.3' })], {
      marginLoan: '735750',
    });
    expect(planned(account)).toEqual(['X 119166.67', '0']);
  });

  it('Investopedia: 100 at 30 % are 333.33, in whole shares of $35 not 9.52 but 10', () => {
    const account = accountOf([holding('X', { shares: '200', price: '35', maintenanceRate: '0.3' })], {
      marginLoan: '5000',
    });
    expect(planned(account)).toEqual(['10 X 350.00', '0']);
    expect(planned(account, { isWholeShares: false })).toEqual(['9.52381 X 333.34', '0']);
    expect(planned(account, { order: 'proportional' })).toEqual(['10 X 350.00', '0']);
  });

  it('Firstrade: 1,600 at 30 % are 5,333.34', () => {
    // 12,000 at 30 % against 10,000: equity 2,000, required 3,600.
    const account = accountOf([holding('X', { marketValue: '12000', maintenanceRate: '0.3' })], {
      marginLoan: '10000',
    });
    expect(planned(account)).toEqual(['X 5333.34', '0']);
  });

  it('a $1 short needs 250 %: it is covered before a long at 30 % is sold', () => {
    // 1,000 shares short at $1: required 2,500. Long 10,000: 3,000. Equity 10,000 + 1,000 − 1,000 − 6,000 = 4,000: a call of
    // 1,500, which 600 shares at $2.50 free.
    const account = accountOf(
      [
        holding('L', { marketValue: '10000', maintenanceRate: '0.3' }),
        holding('S', { side: 'short', shares: '1000', price: '1' }),
      ],
      { shortCredit: '1000', marginLoan: '6000' },
    );
    expect(planned(account)).toEqual(['600 S 600.00', '0']);
  });
});

describe('sizes that can be traded', () => {
  /** So many at $100 and 40 %. */
  const held = (shares: string, loan: string) =>
    accountOf([holding('X', { shares, price: '100', maintenanceRate: '0.4' })], { marginLoan: loan });

  it('whole shares round up, parts of a share to a millionth', () => {
    // 100 shares against 7,601: equity 2,399, required 4,000: 1,601 ÷ 0.4 = 4,002.50.
    expect(planned(held('100', '7601'))).toEqual(['41 X 4100.00', '0']);
    expect(planned(held('100', '7601'), { isWholeShares: false })).toEqual(['40.025 X 4002.50', '0']);
  });
  it('the last step is what costs least in whole shares: 34 of $1 instead of one of $1,000', () => {
    // 6,990 against 4,000 + 3,000: 10 ÷ 0.3 = 33.3 of B; one of A frees 400.
    const coarse = (loan: string) =>
      accountOf(
        [
          holding('A', { shares: '10', price: '1000', maintenanceRate: '0.4' }),
          holding('B', { shares: '10000', price: '1', maintenanceRate: '0.3' }),
        ],
        { marginLoan: loan },
      );
    const plan = makePlan(coarse('13010'), wishes);
    expect([...told(plan), plan.isRuleOfThumb, plan.isRoundedUp]).toEqual(['34 B 34.00', '0', false, true]);
    // In the order itself, to its end.
    expect(planned(coarse('13010'), { order: 'dearestFirst' })).toEqual(['1 A 1000.00', '0']);
    // 410 are missing: one of A, and 10 ÷ 0.3 of B instead of a second one.
    expect(planned(coarse('13410'))).toEqual(['1 A 1000.00', '34 B 34.00', '0']);
    // 390: a share less of A would need 1,300 of B.
    expect(planned(coarse('13390'))).toEqual(['1 A 1000.00', '0']);
    // 25 ÷ 0.4 = 62.50, to a millionth of a share; 400 exactly are one share.
    const exact = makePlan(coarse('13400'), wishes);
    expect([...told(exact), exact.isRoundedUp]).toEqual(['1 A 1000.00', '0', false]);
    expect(planned(coarse('13025'), { isWholeShares: false })).toEqual(['0.0625 A 62.50', '0']);
  });
  it('what is left of less than a share goes with it', () => {
    // 1.5 shares against 100: equity 50, required 60: 10 ÷ 0.4 = 25 of value, so 1 share. Against 130: 20 against 60, so 100.
    expect(planned(held('1.5', '100'))).toEqual(['1 X 100.00', '0']);
    // Against 131: 41 ÷ 0.4 = 102.50.
    expect(planned(held('1.5', '131'))).toEqual(['all 1.5 X 150.00', '0']);
    expect(planned(held('1.5', '131'), { order: 'proportional' })).toEqual(['all 1.5 X 150.00', '0']);
  });
  it('below zero no sale does: all goes, and the debt is missing', () => {
    expect(planned(held('10', '1100'))).toEqual(['all 10 X 1000.00', '100']);
    expect(planned(held('10', '1100'), { order: 'proportional' })).toEqual(['all 10 X 1000.00', '100']);
  });
  it('a holding without a requirement frees nothing and is left alone', () => {
    const account = accountOf(
      [
        holding('N', { marketValue: '5000', maintenanceRate: '0' }),
        holding('X', { marketValue: '10000', maintenanceRate: '0.4' }),
      ],
      { marginLoan: '11400' },
    );
    // Equity 3,600 against 4,000: 400 ÷ 0.4.
    expect(planned(account, { order: ['N', 'X'] })).toEqual(['X 1000.00', '0']);
  });
});

describe('by hand', () => {
  const account = accountOf(
    [
      holding('A', { shares: '100', price: '50', maintenanceRate: '0.4' }),
      holding('B', { marketValue: '5000', maintenanceRate: '0.3' }),
    ],
    { marginLoan: '7000' },
  );
  const made = (cash: string, sizes: Record<string, string>, room = '0') =>
    tallyPlan(
      account,
      {
        cash: money(cash),
        sizes: new Map(Object.entries(sizes).map(([id, size]) => [id, size === 'all' ? size : bare(size)])),
      },
      bare(room),
    );

  it('what is missing, and above: 3,000 against 3,500; 10 of A free 200, 1,000 of B 300', () => {
    expect(told(made('0', {}))).toEqual(['500']);
    expect(told(made('0', { A: '10' }))).toEqual(['10 A 500.00', '300']);
    const plan = made('50', { A: '10', B: '1000' });
    expect(told(plan)).toEqual(['10 A 500.00', 'B 1000.00', '0']);
    expect([plan.excess.toText(), plan.moved.toText(), plan.cash.toText()]).toEqual(['50', '1500', '50']);
  });
  it('parts of a share made by hand are as fine as a cent: nothing is rounded up', () => {
    expect(made('50', { A: '10', B: '1000' }).isRoundedUp).toBe(false);
    expect(made('0', { A: 'all' }).isRoundedUp).toBe(false);
  });
  it('all of a holding: 5,000 of A free 2,000 of the 500 that are missing', () => {
    const plan = made('0', { A: 'all' });
    expect(told(plan)).toEqual(['all 100 A 5000.00', '0']);
    expect(plan.excess.toText()).toBe('1500');
  });
  it('a holding that is worth nothing is not traded', () => {
    const worthless = accountOf([holding('Z', { shares: '10', price: '0' })], { marginLoan: '5' });
    const sizes = new Map([['Z', 'all' as const]]);
    expect(told(tallyPlan(worthless, { cash: money('0'), sizes }, bare(0)))).toEqual(['5']);
  });
  it('with room for −10 %: 2,000 + 50 against 3,150 and less', () => {
    // Nothing done: 9,000 − 7,000 = 2,000 against 3,150.
    expect(told(made('0', {}, '-0.1'))).toEqual(['1150']);
  });
  it('more than is held is all of it; what is not held counts for nothing', () => {
    expect(told(made('0', { A: '200', B: '0', C: '10' }))).toEqual(['all 100 A 5000.00', '0']);
    expect(told(made('0', { A: 'all' }))).toEqual(['all 100 A 5000.00', '0']);
  });
});
