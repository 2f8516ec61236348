/**
 * Money through a pie of target weights, worked out by hand: rules; and their laws over random accounts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { money, ratio, sum } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { changesOf, valueOf } from '../support/build';
import { type AccountFields, after, before, counted, long, short } from '../support/evaluated';

const invest = (amount: string): ChangeInput => ({ type: 'deposit', amount, invest: true });
const raise = (amount: string): ChangeInput => ({ type: 'withdraw', amount, sell: true });
const remove = (position: string): ChangeInput => ({ type: 'removeSlice', position });

/** 40, 40 and 20 % of 10,000 where 50, 30 and 20 % are meant. */
const pie: AccountFields = {
  cash: '500',
  marginLoan: '2000',
  positions: [
    long('4000', { targetWeight: '0.5' }),
    counted('long', '400', '10', { targetWeight: '0.3' }),
    long('2000', { targetWeight: '0.2' }),
  ],
};
const values = (result: ReturnType<typeof after>) => result.positions.map(({ marketValue }) => marketValue);

describe('a deposit that is invested', () => {
  // Of 11,900 the first is meant to be 5,950: it lacks 1,950, more than comes in.
  it('1,900 goes to the first alone, 1,000 below its share; cash and loan stay', () => {
    const done = after(pie, invest('1900'));
    expect(values(done)).toEqual(['5900', '4000', '2000']);
    expect(done).toMatchObject({ cash: '500', marginLoan: '2000', equity: '10400' });
  });

  // Of 13,000: 6,500, 3,900 and 2,600. The first lacks 2,500, then 500 are left for the third; the second is over.
  it('3,000 fills the first to 6,500 and leaves 500 for the third', () => {
    expect(values(after(pie, invest('3000')))).toEqual(['6500', '4000', '2500']);
  });

  // Of 18,000: 9,000, 5,400 and 3,600.
  it('8,000 brings all three to their targets, in shares too: 540 at $10', () => {
    const done = after(pie, invest('8000'));
    expect(values(done)).toEqual(['9000', '5400', '3600']);
    expect(done.positions[1]).toMatchObject({ shares: '540', price: '10' });
  });

  // 500 is there and 800 is to stay: 300 of the 1,000 top it up.
  it('a minimum cash of 800 keeps 300 of 1,000; of 300 it keeps all', () => {
    const careful = { ...pie, minimumCash: '800' };
    expect(after(careful, invest('1000'))).toMatchObject({ cash: '800', longMarketValue: '10700' });
    expect(after(careful, invest('300'))).toMatchObject({ cash: '800', longMarketValue: '10000' });
    expect(after(careful, invest('0'))).toMatchObject({ cash: '500', longMarketValue: '10000' });
  });

  // Both are 1,000 below; of 11,000 each lacks 4,500 − 3,000 + …: 0.4 × 11,000 − 3,000 = 1,400 and 0.35 × 11,000 − 2,500 = 1,350.
  it('two as far below share it in proportion to what each lacks: 1,000 as 1,400 to 1,350', () => {
    const [a, b, c] = [
      long('3000', { targetWeight: '0.4' }),
      long('2500', { targetWeight: '0.35' }),
      long('4500', { targetWeight: '0.25' }),
    ];
    const positions = [a, b, c];
    const done = after({ positions }, invest('1000'));
    // 1,000 × 1,400 ÷ 2,750 = 509.0909…
    expect(values(done)[0]).toMatch(/^3509\.0909090909/);
    expect(values(done)[1]).toMatch(/^2990\.9090909090/);
    expect(done.longMarketValue).toBe('11000');
  });

  // M1 at $11,000: equity 2,000, required 2,750.
  it('M1’s call of 750: 750 invested leaves −187.50, 1,000 just meets it', () => {
    const m1: AccountFields = {
      cash: '1000',
      marginLoan: '10000',
      positions: [long('11000', { targetWeight: '1' })],
    };
    expect(before(m1).marginCall).toBe('750');
    expect(after(m1, invest('750')).excessEquity).toBe('-187.5');
    expect(after(m1, invest('1000')).excessEquity).toBe('0');
  });
});

describe('a withdrawal raised by selling', () => {
  const careful = { ...pie, minimumCash: '200' };

  // 300 of cash is above the minimum, so 1,000 is raised: of 9,000 the second is meant to be 2,700 and is 1,000 over now.
  it('1,300 takes 300 of cash and sells 1,000 of the second alone; the loan stays', () => {
    const done = after(careful, raise('1300'));
    expect(values(done)).toEqual(['4000', '3000', '2000']);
    expect(done).toMatchObject({ cash: '200', marginLoan: '2000', equity: '7200' });
  });

  // 2,000 is raised: of 8,000 the second is meant to be 2,400 and the third 1,600.
  it('2,300 sells 1,600 of the second and 400 of the third', () => {
    expect(values(after(careful, raise('2300')))).toEqual(['4000', '2400', '1600']);
  });

  it('10,300 sells everything and nothing is borrowed; cash below its minimum is not touched', () => {
    const done = after(careful, raise('10300'));
    expect(values(done)).toEqual(['0', '0', '0']);
    expect(done).toMatchObject({ cash: '200', marginLoan: '2000' });
    expect(after({ ...pie, minimumCash: '600' }, raise('100'))).toMatchObject({
      cash: '500',
      longMarketValue: '9900',
    });
  });
});

describe('a slice removed', () => {
  const slices: AccountFields = {
    cash: '0',
    marginLoan: '1000',
    positions: [
      long('5000', { targetWeight: '0.5', maintenanceRate: '0.25' }),
      long('3000', { targetWeight: '0.3', maintenanceRate: '0.3' }),
      long('2000', { targetWeight: '0.2', maintenanceRate: '0.5' }),
      short('100'),
    ],
  };

  // 5,000 by 3 to 2. Required before 1,250 + 900 + 1,000 + 30, after 6,000 × 0.3 + 4,000 × 0.5 + 30.
  it('5,000 goes 3,000 and 2,000 to the others: the requirement rises from 3,180 to 3,830, equity stays', () => {
    expect(before(slices)).toMatchObject({ maintenanceRequirement: '3180', equity: '8900' });
    const done = after(slices, remove('p1'));
    expect(values(done)).toEqual(['0', '6000', '4000', '100']);
    expect(done).toMatchObject({ maintenanceRequirement: '3830', equity: '8900', cash: '0' });
  });

  it('the others take its weight, 60 and 40 %: a rebalance after it changes nothing', () => {
    expect(values(after(slices, remove('p1'), { type: 'rebalance' }))).toEqual(['0', '6000', '4000', '100']);
  });

  it('without weights by value: 5,000 to 3,000 and 1,000 as 3,750 and 1,250', () => {
    const plain = { positions: [counted('long', '50', '100'), long('3000'), long('1000')] };
    const done = after(plain, remove('p1'));
    expect(values(done)).toEqual(['0', '6750', '2250']);
    expect(done.positions[0]).toMatchObject({ price: null, shares: '0' });
  });

  it('the only weight removed: by value too', () => {
    const one = { positions: [long('5000', { targetWeight: '1' }), long('3000'), long('1000')] };
    expect(values(after(one, remove('p1')))).toEqual(['0', '6750', '2250']);
  });

  it('one that is worth nothing goes without a trade, beside others that are worth nothing too', () => {
    const worthless = { positions: [counted('long', '5', '0'), counted('long', '7', '0')] };
    expect(values(after(worthless, remove('p1')))).toEqual(['0', '0']);
  });
});

describe('laws over random accounts', () => {
  const anyAccount = anyDocument.map(
    (document): Account => valueOf(readDocument(document, ruleSets)).account,
  );
  const anyAmount = fc.integer({ min: 0, max: 3_000_000 }).map((cents) => (cents / 100).toFixed(2));
  const applied = (account: Account, change: ChangeInput) => {
    const done = applyChanges(account, changesOf(change));
    return done.ok ? done.value : null;
  };
  const none = money(0);
  const bought = (from: Account, to: Account) =>
    to.positions.map(({ marketValue }, index) =>
      marketValue.minus(from.positions[index]?.marketValue ?? none),
    );

  it('an invested deposit never sells, and of the money that comes in nothing is lost', () => {
    let met = 0;
    fc.assert(
      fc.property(anyAccount, anyAmount, (account, amount) => {
        const done = applied(account, invest(amount));
        if (done === null) return;
        met += sum(bought(account, done)).sign();
        expect(bought(account, done).filter((each) => each.sign() < 0)).toEqual([]);
        expect(
          sum(bought(account, done))
            .plus(done.cash)
            .equals(account.cash.plus(money(amount))),
        ).toBe(true);
        expect(done.marginLoan.equals(account.marginLoan)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(met).toBeGreaterThan(50);
  });

  it('a withdrawal by selling never buys nor borrows, and equity falls by what goes out', () => {
    let met = 0;
    fc.assert(
      fc.property(anyAccount, anyAmount, (account, amount) => {
        const done = applied(account, raise(amount));
        if (done === null) return;
        met -= sum(bought(account, done)).sign();
        expect(bought(account, done).filter((each) => each.sign() > 0)).toEqual([]);
        expect(done.marginLoan.equals(account.marginLoan)).toBe(true);
        const lost = evaluateMargin(account).equity.minus(evaluateMargin(done).equity);
        expect(lost.equals(money(amount))).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(met).toBeGreaterThan(20);
  });

  it('a slice removed and a rebalance keep equity exactly; after the rebalance every share is its target', () => {
    let met = 0;
    fc.assert(
      fc.property(anyAccount, fc.nat(7), (account, index) => {
        const { equity } = evaluateMargin(account);
        const id = account.positions[index % account.positions.length]?.id ?? '';
        const removed = applied(account, remove(id));
        expect(removed === null || evaluateMargin(removed).equity.equals(equity)).toBe(true);
        const done = applied(account, { type: 'rebalance' });
        if (done === null) return;
        met += 1;
        expect(evaluateMargin(done).equity.equals(equity)).toBe(true);
        const longs = done.positions.filter(({ side }) => side === 'long');
        const total = sum(longs.map(({ marketValue }) => marketValue));
        for (const { marketValue, targetWeight } of longs) {
          expect(marketValue.equals(total.times(targetWeight ?? ratio(0)))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(met).toBeGreaterThan(50);
  });

  it('the order of positions never matters', () => {
    const anyFlow = fc.tuple(anyAmount, fc.nat(7)).chain(([amount, index]) =>
      fc.constantFrom<(account: Account) => ChangeInput>(
        () => invest(amount),
        () => raise(amount),
        () => ({ type: 'rebalance' }),
        ({ positions }) => remove(positions[index % positions.length]?.id ?? ''),
      ),
    );
    fc.assert(
      fc.property(anyAccount, anyFlow, (account, flow) => {
        const turned = { ...account, positions: account.positions.toReversed() };
        const change = flow(account);
        const [one, other] = [applied(account, change), applied(turned, change)];
        const texts = (done: Account | null) =>
          done?.positions.map(({ marketValue }) => marketValue.toText());
        expect(texts(other)?.toReversed()).toEqual(texts(one));
        if (one === null || other === null) return;
        expect(evaluateMargin(other).excess.equals(evaluateMargin(one).excess)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
