// Plans: several sales that end a call together, from a pencil; locks, cash and shares; and that one step less does not do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { makePlan, type Plan, type PlanWishes, tallyPlan } from '@/engine/plan';
import {
  afterTrades,
  changeOf,
  type PlannedTrade,
  sizeHeld,
  tradeOf,
  tradeUnit,
} from '@/engine/planned-trade';
import { type Bare, bare, money } from '@/engine/quantity';
import { findRoomCash } from '@/engine/room';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { accountOf, after, holding, valueOf } from '../support/build';

const wishes: PlanWishes = {
  order: 'fewestDollars',
  locked: new Set(),
  cash: money(0),
  room: bare(0),
  isWholeShares: true,
};

/** Each trade and what is missing after all of them. */
const told = ({ trades, missing }: Plan) => [
  ...trades.map(
    ({ position, shares, amount, isAll }) =>
      `${isAll ? 'all ' : ''}${shares === null ? '' : `${shares.toText()} `}${position.id} ${amount.toFixed(2, 'up')}`,
  ),
  missing.toText(),
];

const planned = (account: Account, more: Partial<PlanWishes> = {}) =>
  told(makePlan(account, { ...wishes, ...more }));

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

describe('sizes that can be traded', () => {
  /** So many at $100 and 40 %. */
  const held = (shares: string, loan: string) =>
    accountOf([holding('X', { shares, price: '100', maintenanceRate: '0.4' })], { marginLoan: loan });

  it('whole shares round up, parts of a share to a millionth', () => {
    // 100 shares against 7,601: equity 2,399, required 4,000: 1,601 ÷ 0.4 = 4,002.50.
    expect(planned(held('100', '7601'))).toEqual(['41 X 4100.00', '0']);
    expect(planned(held('100', '7601'), { isWholeShares: false })).toEqual(['40.025 X 4002.50', '0']);
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
      { cash: money(cash), sizes: new Map(Object.entries(sizes).map(([id, size]) => [id, bare(size)])) },
      bare(room),
    );

  it('what is missing, and above: 3,000 against 3,500; 10 of A free 200, 1,000 of B 300', () => {
    expect(told(made('0', {}))).toEqual(['500']);
    expect(told(made('0', { A: '10' }))).toEqual(['10 A 500.00', '300']);
    const plan = made('50', { A: '10', B: '1000' });
    expect(told(plan)).toEqual(['10 A 500.00', 'B 1000.00', '0']);
    expect([plan.excess.toText(), plan.moved.toText(), plan.cash.toText()]).toEqual(['50', '1500', '50']);
  });
  it('with room for −10 %: 2,000 + 50 against 3,150 and less', () => {
    // Nothing done: 9,000 − 7,000 = 2,000 against 3,150.
    expect(told(made('0', {}, '-0.1'))).toEqual(['1150']);
  });
  it('more than is held is all of it; what is not held counts for nothing', () => {
    expect(told(made('0', { A: '200', B: '0', C: '10' }))).toEqual(['all 100 A 5000.00', '0']);
  });
});

const anyAccount = anyDocument.map((document): Account => valueOf(readDocument(document, ruleSets)).account);
const anyWishes = fc.record({
  order: fc.constantFrom('fewestDollars' as const, 'proportional' as const, ['p2', 'p1', 'p3'] as const),
  locked: fc.subarray(['p1', 'p2', 'p3']).map((ids) => new Set(ids)),
  cash: fc.constantFrom('0', '0', '250.5', '100000').map((text) => money(text)),
  room: fc.constantFrom('0', '0', '-0.1', '-0.4', '0.2').map((text) => bare(text)),
  isWholeShares: fc.boolean(),
});

/** A trade of one unit less; null where nothing is left of it. */
function less({ position, shares, amount }: PlannedTrade, unit: Bare): PlannedTrade | null {
  const size = (shares?.as<'bare'>() ?? amount.as<'bare'>()).minus(unit);
  return size.sign() > 0 ? tradeOf(position, size) : null;
}

/** All of it, or a whole number of what can be traded. */
function isTradableSize({ position, shares, amount, isAll }: PlannedTrade, isWholeShares: boolean): boolean {
  const count = (shares?.as<'bare'>() ?? amount.as<'bare'>()).over(tradeUnit(position, isWholeShares));
  return isAll || count.equals(count.roundedUp());
}

/** What is missing is cash, and cash is never missing by less than a hair. */
const isCured = (account: Account, room: Bare) => findRoomCash(account, room).sign() === 0;

describe('every plan', () => {
  it('applied as changes ends the call, with room for the fall too; locks stay, cash stays below its cap', () => {
    let ended = 0;
    fc.assert(
      fc.property(anyAccount, anyWishes, (account, wish) => {
        const plan = makePlan(account, wish);
        expect(plan.cash.isAbove(wish.cash)).toBe(false);
        const paid = { ...account, cash: account.cash.plus(plan.cash) };
        const changes = plan.trades.map((trade) => ({ change: changeOf(trade), path: '' }));
        const done = valueOf(applyChanges(paid, changes));
        const kept = (all: Account) => all.positions.filter(({ id }) => wish.locked.has(id));
        expect(kept(done)).toEqual(kept(account));
        expect(plan.trades.filter((trade) => !isTradableSize(trade, wish.isWholeShares))).toEqual([]);
        if (plan.missing.sign() > 0) return;
        ended += plan.trades.length > 0 ? 1 : 0;
        expect(evaluateMargin(done).isInCall).toBe(false);
        const moved = after(done, { type: 'moveMarket', ratio: wish.room.toText() });
        expect(evaluateMargin(moved).isInCall).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(ended).toBeGreaterThan(10);
  });

  it('one unit less of its last step does not do, but for a jump', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyAccount, anyWishes, (account, wish) => {
        const plan = makePlan(account, wish);
        const last = plan.trades.at(-1);
        if (plan.missing.sign() > 0 || last === undefined || wish.order === 'proportional') return;
        const paid = { ...account, cash: account.cash.plus(plan.cash) };
        const fewer = less(last, tradeUnit(last.position, wish.isWholeShares));
        // Of a whole position closed as a fraction the step down is to the whole shares below it.
        const isFraction =
          last.isAll && last.shares !== null && !last.shares.equals(last.shares.roundedDown());
        if (isFraction) return;
        const before = afterTrades(paid, [...plan.trades.slice(0, -1), ...(fewer === null ? [] : [fewer])]);
        tried += 1;
        expect(isCured(before, wish.room)).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(5);
  });

  it('the same share of each: no position gives more than a unit more of itself than another', () => {
    fc.assert(
      fc.property(anyAccount, anyWishes, (account, wish) => {
        const plan = makePlan(account, { ...wish, order: 'proportional' });
        const shares = plan.trades.map((trade) => {
          const held = sizeHeld(trade.position);
          const size = trade.shares?.as<'bare'>() ?? trade.amount.as<'bare'>();
          const unit = tradeUnit(trade.position, wish.isWholeShares);
          return { most: size.over(held), least: size.minus(unit).over(held) };
        });
        for (const one of shares)
          for (const other of shares) expect(one.least.isAbove(other.most)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
