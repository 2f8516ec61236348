// Plans where all of a position can be too much: tiers that rise for what stays, and shorts that gain in a fall.
import { describe, expect, it } from 'vitest';
import { makePlan } from '@/engine/plan';
import { bare } from '@/engine/quantity';
import { accountOf, holding } from '../support/build';
import { planned, told, wishes } from '../support/plans';

describe('Fidelity’s tiers: 41,000, 39,000 and 20,000 against 60,000, a call of 1,050', () => {
  const account = accountOf(
    [
      holding('A', { marketValue: '41000' }),
      holding('B', { marketValue: '39000' }),
      holding('C', { marketValue: '20000' }),
    ],
    { ruleSet: 'fidelity', marginLoan: '60000' },
  );
  const only = (...ids: string[]) => ({
    locked: new Set(['A', 'B', 'C'].filter((id) => !ids.includes(id))),
  });

  it('the first, at 45 %, needs 1,666.67: there its share is 40 %; and the order is a rule of thumb', () => {
    expect(planned(account)).toEqual(['A 1666.67', '0']);
    expect(makePlan(account, wishes).isRuleOfThumb).toBe(true);
  });
  it('the second needs 5,125, the third 8,571.43', () => {
    expect(planned(account, only('B'))).toEqual(['B 5125.00', '0']);
    expect(planned(account, only('C'))).toEqual(['C 8571.43', '0']);
  });
  it('the same share of all changes no tier: 41,000, 38,500 and 20,500 need 2,050 ÷ 42,050 of each', () => {
    const three = accountOf(
      [
        holding('A', { marketValue: '41000' }),
        holding('B', { marketValue: '38500' }),
        holding('C', { marketValue: '20500' }),
      ],
      { ruleSet: 'fidelity', marginLoan: '60000' },
    );
    // 45, 40 and 40 %: 18,450 + 15,400 + 8,200 = 42,050 against 40,000. 4.87514…%: by steps of a millionth 0.048752.
    expect(planned(three, { order: 'proportional' })).toEqual(['A 1998.84', 'B 1876.96', 'C 999.42', '0']);
  });
});

describe('the place where most is missing', () => {
  it('shorts that gain as the market falls: what helps today first, though all of each would be too much', () => {
    // Long 10,000 moving with the market, short 10,000: equity 10,000 − 10,000 + 12,000 − 7,000 = 5,000, required 5,500.
    const account = accountOf(
      [
        holding('L', { marketValue: '10000', maintenanceRate: '0.25' }),
        holding('S', { side: 'short', marketValue: '10000', maintenanceRate: '0.3' }),
      ],
      { shortCredit: '12000', marginLoan: '7000' },
    );
    // 500 ÷ 0.3.
    expect(planned(account)).toEqual(['S 1666.67', '0']);
    expect(planned(account, { order: 'proportional' })).toEqual(['L 909.10', 'S 909.10', '0']);
  });

  const hedged = (rate: string, shortCredit: string) =>
    accountOf(
      [
        holding('L', { marketValue: '10000', maintenanceRate: rate, beta: '2' }),
        holding('S', { marketValue: '10000', maintenanceRate: '0.3', side: 'short' }),
      ],
      { shortCredit },
    );

  it('is at −50 %, where the long is worthless and the short gains on: a cover would give that gain away', () => {
    // As in room.test.ts: −100 today, −1,100 at −50 %, 5,400 at −100 %. A dollar of L sold is a dollar there; a dollar of S
    // covered gives up 50 cents of gain and frees 15.
    const plan = makePlan(hedged('0.25', '5400'), { ...wishes, room: bare(-1) });
    expect([...told(plan), plan.isRuleOfThumb]).toEqual(['L 1100.00', '0', false]);
    expect(makePlan(hedged('0.25', '5400'), { ...wishes, order: ['S'], room: bare(-1) }).trades).toEqual([]);
  });

  it('moves on the way: then the order is a rule of thumb', () => {
    // 6,200 against 3,300 + 3,000 today: −100. At −50 % 1,200 against 1,500: −300, so 300 of L; today 100 ÷ 0.33 = 303.04.
    const plan = makePlan(hedged('0.33', '6200'), { ...wishes, room: bare(-1) });
    expect([...told(plan), plan.isRuleOfThumb]).toEqual(['L 303.04', '0', true]);
  });

  it('all of what is free can be too much: the short’s gain in a fall pays for a long that is locked', () => {
    // Equity 5,400 against 2,500 + 3,000: −100 + 3,000 × share. At −50 % 5,400 against 1,250 + 1,500: 2,650 − 3,500 × share,
    // so from a thirtieth to 75.7 % does.
    const account = accountOf(
      [
        holding('K', { marketValue: '10000', maintenanceRate: '0.25' }),
        holding('S', { marketValue: '10000', maintenanceRate: '0.3', side: 'short' }),
      ],
      { shortCredit: '12000', marginLoan: '6600' },
    );
    const kept = { locked: new Set(['K']), room: bare('-0.5') };
    expect(planned(account, { ...kept, order: 'proportional' })).toEqual(['S 333.34', '0']);
  });
});

describe('a short’s gain in a fall pays for the longs: covering all of it is too much', () => {
  // Today 12,100 + 10,000 − 10,100 − 6,570 = 5,430 against 2,500 + 3,000 + 30: 100 are missing. At −50 %, S covered, T kept:
  // 12,100 + 5,000 − 10,000 − 50 − 6,570 = 480 against 1,250 + 15. 100 ÷ 0.3 of S alone is enough everywhere.
  const account = accountOf(
    [
      holding('K', { marketValue: '10000', maintenanceRate: '0.25' }),
      holding('S', { marketValue: '10000', maintenanceRate: '0.3', side: 'short' }),
      holding('T', { marketValue: '100', maintenanceRate: '0.3', side: 'short' }),
    ],
    { shortCredit: '12100', marginLoan: '6570' },
  );
  const room = bare('-0.5');

  it('333.34 of S, with the long kept or not, and in an order of one’s own', () => {
    const locked = new Set(['K']);
    expect(planned(account, { room, locked })).toEqual(['S 333.34', '0']);
    expect(planned(account, { room, locked, order: ['S', 'T'] })).toEqual(['S 333.34', '0']);
    expect(planned(account, { room })).toEqual(['S 333.34', '0']);
  });

  it('all of T frees 30 and makes its gain go: 70 ÷ 0.3 of S end it', () => {
    expect(planned(account, { room, locked: new Set(['K']), order: ['T', 'S'] })).toEqual([
      'all T 100.00',
      'S 233.34',
      '0',
    ]);
  });
});

describe('where the first of an order would close too much, one position alone is enough', () => {
  it('in an order of one’s own: 2,000 of T are too much at −50 %, all of it more so; 333.34 of S are not', () => {
    // Today 9,900 + 11,000 − 15,000 = 5,900 against 2,750 + 3,000 + 250: 100 are missing. At −50 % K is worthless: 9,900 −
    // 7,500 against 1,500 + 125: 775 above. A dollar of T costs 47.5 cents there, a dollar of S 35.
    const account = accountOf(
      [
        holding('K', { marketValue: '11000', maintenanceRate: '0.25', beta: '2' }),
        holding('S', { marketValue: '10000', maintenanceRate: '0.3', side: 'short' }),
        holding('T', { marketValue: '5000', maintenanceRate: '0.05', side: 'short' }),
      ],
      { shortCredit: '9900' },
    );
    const kept = { room: bare('-0.5'), locked: new Set(['K']) };
    expect(planned(account, { ...kept, order: ['T', 'S'] })).toEqual(['S 333.34', '0']);
    // Of T alone 100 stay missing either way: all of it frees 250 today and gives up 2,375, so 1,600 at −50 %.
    expect(planned(account, { ...kept, order: ['T'] })).toEqual(['all T 5000.00', '1600']);
  });

  it('highest requirement first: all of F frees 90 of 100 and gives up 300 of 275; 100 ÷ 0.25 of S do', () => {
    // Today 9,025 + 5,020 − 10,300 = 3,745 against 1,255 + 2,500 + 90. At −50 % 9,025 − 7,000 against 1,750.
    const account = accountOf(
      [
        holding('K', { marketValue: '5020', maintenanceRate: '0.25', beta: '2' }),
        holding('S', { marketValue: '10000', maintenanceRate: '0.25', beta: '0.6', side: 'short' }),
        holding('F', { marketValue: '300', maintenanceRate: '0.3', beta: '2', side: 'short' }),
      ],
      { shortCredit: '9025' },
    );
    const plan = makePlan(account, { ...wishes, room: bare('-0.5'), locked: new Set(['K']) });
    expect([...told(plan), plan.isRuleOfThumb]).toEqual(['S 400.00', '0', true]);
  });
});

it('the same share under tiers: the first at which B’s own tier falls, not the one at which all is less', () => {
  // 10,501 − 6,530.65 = 3,970.35. A is kept: 4,500 at 45 %. With 735 of B and 246 of C sold B is 39.5 % of 9,520, so at
  // 40 %: 2,025 + 3,765 × 0.4 + 1,255 × 0.35 = 3,970.25. 16.3 % of each.
  const account = accountOf(
    [
      holding('A', { shares: '4500', price: '1' }),
      holding('B', { shares: '4500', price: '1' }),
      holding('C', { shares: '1501', price: '1' }),
    ],
    { ruleSet: 'fidelity', marginLoan: '6530.65' },
  );
  const plan = makePlan(account, { ...wishes, order: 'proportional', locked: new Set(['A']) });
  expect([...told(plan), plan.isRuleOfThumb]).toEqual(['735 B 735.00', '246 C 246.00', '0', true]);
});
