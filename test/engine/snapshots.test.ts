// Two snapshots of an account and what lies between them, from a pencil; and the laws of the split for any two.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import { money, sum } from '@/engine/quantity';
import {
  attributeSnapshots,
  findExcessWithoutMoveOf,
  findTradeCash,
  hasTrades,
  type SnapshotPair,
} from '@/engine/snapshots';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { accountOf, holding, valueOf } from '../support/build';

function pairOf(
  before: Account,
  now: Account,
  flows: { moneyIn?: string; interest?: string } = {},
): SnapshotPair {
  return { before, now, moneyIn: money(flows.moneyIn ?? '0'), interest: money(flows.interest ?? '0') };
}

function figures(pair: SnapshotPair) {
  const { before, after, shares } = attributeSnapshots(pair);
  return {
    change: [before.toText(), after.toText()],
    shares: Object.fromEntries(shares.map(({ causes, share }) => [causes.join(), share.toText()])),
    without: Object.fromEntries(shares.map(({ causes, without }) => [causes.join(), without.toText()])),
  };
}

const acme = (shares: string, price: string, rate: string) =>
  holding('ACME', { shares, price, maintenanceRate: rate });

describe('pencil cases', () => {
  // 18,000 above before, 560 short now; 5,680 and 10,000 without one of the two: see attribution.test.ts.
  test('ACME from $100 to $78 and from 30 to 40 %: 5,680 and 10,000 above without one, 560 short', () => {
    const rest = holding('REST', { marketValue: '20000', maintenanceRate: '0.3' });
    const loan = { marginLoan: '52000' };
    const found = figures(
      pairOf(
        accountOf([acme('800', '100', '0.3'), rest], loan),
        accountOf([acme('800', '78', '0.4'), rest], loan),
      ),
    );
    expect(found.change).toEqual(['18000', '-560']);
    expect(found.shares).toEqual({ prices: '-11440', requirements: '-7120' });
    expect(found.without).toEqual({ prices: '10000', requirements: '5680' });
  });

  // 100 shares at 50, 30 %, loan 2,000: 3,000 − 1,500 = 1,500 above. Now 60 shares at 40 and loan 610: 40 sold for
  // 40 dollars each bring 1,600; 200 taken out, 10 of interest. 2,000 − 1,600 + 200 + 10 = 610.
  test('a fall, a sale, money out and interest: each has its share, and the trade cash is what is left', () => {
    const pair = pairOf(
      accountOf([acme('100', '50', '0.3')], { marginLoan: '2000' }),
      accountOf([acme('60', '40', '0.3')], { marginLoan: '610' }),
      { moneyIn: '-200', interest: '10' },
    );
    expect([hasTrades(pair), findTradeCash(pair).toText()]).toEqual([true, '1600']);
    const found = figures(pair);
    // Now 2,400 − 610 − 720 = 1,070.
    expect(found.change).toEqual(['1500', '1070']);
    // Money and interest add up whatever else happens. Fall alone −1,000 + 300; sale alone 1,600 − 2,000 + 600.
    // The fall with the sale −600 + 180; the sale with the fall 1,600 − 1,600 + 480.
    expect(found.shares).toEqual({ prices: '-560', trades: '340', money: '-200', interest: '-10' });
    expect(found.without).toEqual({ prices: '1490', trades: '590', money: '1270', interest: '1080' });
  });

  test('a holding opened and another closed count as trades, with the prices that are known of them', () => {
    // 4,000 of A at 25 % against 1,000: 3,000 − 1,000 = 2,000. Sold for 4,000; 5,000 of B bought at 40 %: loan 2,000.
    const pair = pairOf(
      accountOf([holding('A', { shares: '100', price: '40' })], { marginLoan: '1000' }),
      accountOf([holding('B', { shares: '50', price: '100', maintenanceRate: '0.4' })], {
        marginLoan: '2000',
      }),
    );
    expect(findTradeCash(pair).toText()).toBe('-1000');
    expect(figures(pair)).toMatchObject({ change: ['2000', '1000'], shares: { trades: '-1000' } });
  });

  test('values without shares change by prices alone', () => {
    const pair = pairOf(
      accountOf([holding('A', { marketValue: '4000' })], { cash: '100' }),
      accountOf([holding('A', { marketValue: '3000' })], { cash: '100' }),
    );
    expect(hasTrades(pair)).toBe(false);
    expect(figures(pair).shares).toEqual({ prices: '-750' });
  });

  test('shares on one side only: the value that is known, by prices', () => {
    const pair = pairOf(
      accountOf([holding('A', { marketValue: '4000' })]),
      accountOf([holding('A', { shares: '30', price: '100' })]),
    );
    expect(figures(pair)).toMatchObject({ change: ['3000', '2250'], shares: { prices: '-750' } });
  });

  test('other rules on the same holdings are a cause; money that nobody told of counts as from trades', () => {
    const a = [holding('A', { marketValue: '4000' })];
    const pair = pairOf(
      accountOf(a, { ruleSet: 'm1', marginLoan: '1000' }),
      accountOf(a, { ruleSet: 'merrill', marginLoan: '900' }),
    );
    expect(hasTrades(pair)).toBe(false);
    expect(figures(pair).shares).toEqual({ requirements: '-200', trades: '100' });
  });

  test('money in goes to cash and money out to the loan once cash is gone, also beside other causes', () => {
    // Firstrade asks 50 % of one stock where $100,000 or more is owed. 300,000 against 90,000 and 5,000 of cash:
    // 25 %, 215,000 − 75,000. 20,000 out and 1,000 of interest: loan 106,000, 50 %: 194,000 − 150,000.
    const stock = [holding('A', { marketValue: '300000' })];
    const pair = pairOf(
      accountOf(stock, { ruleSet: 'firstrade', cash: '5000', marginLoan: '90000' }),
      accountOf(stock, { ruleSet: 'firstrade', marginLoan: '106000' }),
      { moneyIn: '-20000', interest: '1000' },
    );
    const found = figures(pair);
    expect(found.change).toEqual(['140000', '44000']);
    // Without the interest 105,000 is owed and 50 % required, without the withdrawal 91,000 and 25 %.
    expect(found.without).toEqual({ money: '139000', interest: '45000' });
  });

  test('a loan repaid from cash that leaves Firstrade’s rule is a cause of its own: 10,000 above before, 60,000 now', () => {
    // 200,000 of one stock: 10,000 − 100,000 leave 110,000 against 50 %; 90,000 owed is below the rule: 25 %.
    const stock = [holding('A', { marketValue: '200000' })];
    const before = accountOf(stock, { ruleSet: 'firstrade', cash: '10000', marginLoan: '100000' });
    const repaid = accountOf(stock, { ruleSet: 'firstrade', marginLoan: '90000' });
    expect(figures(pairOf(before, repaid))).toEqual({
      change: ['10000', '60000'],
      shares: { loan: '50000' },
      without: { loan: '10000' },
    });
    // A dollar more paid in is no reason for it; without that dollar a dollar of the repayment is borrowed.
    const paid = accountOf(stock, { ruleSet: 'firstrade', marginLoan: '89999' });
    expect(figures(pairOf(before, paid, { moneyIn: '1' })).without).toEqual({
      money: '60000',
      loan: '10001',
    });
    // 100,000 repaid with 90,000 that were paid in: without those they are borrowed again, 110,000 − 50,000.
    const rich = accountOf(stock, { ruleSet: 'firstrade' });
    expect(figures(pairOf(before, rich, { moneyIn: '90000' })).without).toEqual({
      money: '60000',
      loan: '100000',
    });
    // Under rules without such a bound the split of money counts for nothing.
    const m1 = (cash: string, marginLoan: string) => accountOf(stock, { ruleSet: 'm1', cash, marginLoan });
    expect(figures(pairOf(m1('10000', '100000'), m1('0', '90000'))).shares).toEqual({});
  });

  test('closed rows are no holdings, and of two rows of one symbol the first belongs to the first', () => {
    const closed = accountOf([holding('B', { shares: '1', price: '1' })]).positions.map((position) => ({
      ...position,
      isClosed: true,
    }));
    const before = accountOf([acme('10', '100', '0.3'), { ...acme('5', '100', '0.5'), id: 'second' }]);
    const now = accountOf([acme('10', '90', '0.3'), { ...acme('5', '90', '0.5'), id: 'second' }]);
    const pair = pairOf({ ...before, positions: [...before.positions, ...closed] }, now);
    // 150 less of value, and 30 + 25 less required.
    expect(figures(pair)).toMatchObject({ shares: { prices: '-95' } });
    expect(hasTrades(pair)).toBe(false);
  });

  // 30 % by the rules is 30 % as one's own, under rules that ask 25 % too; a tenth less of 1,000 takes 100 and frees 30.
  test('a requirement that is told as one’s own, or by other rules, and is the same is no cause', () => {
    const own = (price: string, ruleSet: string) =>
      accountOf([holding('A', { shares: '10', price, maintenanceRate: '0.3' })], { ruleSet });
    const byRules = (price: string) =>
      accountOf([holding('A', { shares: '10', price })], { ruleSet: 'merrill' });
    expect(figures(pairOf(own('100', 'm1'), byRules('90'))).shares).toEqual({ prices: '-70' });
    expect(figures(pairOf(own('100', 'm1'), own('90', 'merrill'))).shares).toEqual({ prices: '-70' });
    // Fidelity’s 30 + 30 of the only holding is not the 60 % that it would have beside others.
    const fidelity = (held: Parameters<typeof holding>[1][]) =>
      accountOf(
        held.map((each, index) => holding(`H${index}`, each)),
        { ruleSet: 'fidelity' },
      );
    const told = fidelity([{ marketValue: '1000', maintenanceRate: '0.6' }]);
    const now = fidelity([{ marketValue: '1000' }, { marketValue: '1000', maintenanceRate: '0.3' }]);
    expect(Object.keys(figures(pairOf(told, now)).shares)).toEqual(['requirements', 'trades']);
  });

  test('two equal snapshots have no causes', () => {
    const account = accountOf([acme('10', '100', '0.3')]);
    expect(figures(pairOf(account, account))).toEqual({ change: ['700', '700'], shares: {}, without: {} });
  });
});

const anyFlow = fc.oneof(fc.constant(0), fc.integer({ min: -5000, max: 5000 }));

test('laws: with no flow at all, only cash and loan otherwise, too', () => {
  fc.assert(
    fc.property(anyDocument, fc.integer({ min: 0, max: 200_000 }), (one, shift) => {
      const read = readDocument(one, ruleSets);
      fc.pre(read.ok);
      const before = valueOf(read).account;
      const now = {
        ...before,
        cash: before.cash.plus(money(shift)),
        marginLoan: before.marginLoan.plus(money(shift)),
      };
      for (const pair of [pairOf(before, now), pairOf(now, before)]) {
        const found = attributeSnapshots(pair);
        expect(found.before.equals(evaluateMargin(pair.before).excess)).toBe(true);
        expect(found.after.equals(evaluateMargin(pair.now).excess)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

describe('one side with the prices of before', () => {
  // Long 100 at 50 for 40 now, 25 %; short 10 at 20 for 30 now, 30 %; value-only 1,000 for 800, 25 %. Loan 1,000,
  // credit 200. Now 4,000 + 800 − 300 − 1,000 + 200 = 3,700; 1,000 + 200 + 90 = 1,290 required: 2,410 above.
  const at = (long: string, short: string, value: string) =>
    accountOf(
      [
        holding('L', { shares: '100', price: long }),
        holding('S', { side: 'short', shares: '10', price: short }),
        holding('V', { marketValue: value }),
      ],
      { marginLoan: '1000', shortCredit: '200' },
    );
  const pair = pairOf(at('50', '20', '1000'), at('40', '30', '800'));

  test('longs at 5,000 and 1,000: 900 more; the short at 200: 130 more', () => {
    // (1,000 + 200) × 0.75 = 900; 100 + 30 = 130.
    expect(findExcessWithoutMoveOf('long', pair).toText()).toBe('3310');
    expect(findExcessWithoutMoveOf('short', pair).toText()).toBe('2540');
  });

  test('a holding of one snapshot only, or known otherwise before, stays as it is', () => {
    const before = accountOf([
      holding('GONE', { shares: '5', price: '10' }),
      holding('A', { marketValue: '500' }),
      holding('B', { shares: '10', price: '50' }),
    ]);
    const now = accountOf([
      holding('NEW', { shares: '1', price: '100' }),
      holding('A', { shares: '10', price: '40' }),
      holding('B', { marketValue: '400' }),
    ]);
    // 900 × 0.75.
    expect(findExcessWithoutMoveOf('long', pairOf(before, now)).toText()).toBe('675');
  });
});

test('laws: between any two accounts the shares make the change, from what was to what is', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, anyFlow, (one, other, flow) => {
      const read = [one, other].map((document) => readDocument(document, ruleSets));
      fc.pre(read.every(({ ok }) => ok));
      const [before, now] = read.flatMap((each) => (each.ok ? [each.value.account] : []));
      if (before === undefined || now === undefined) throw new Error('two');
      const found = attributeSnapshots(pairOf(before, now, { moneyIn: String(flow), interest: '7.5' }));
      expect(found.before.equals(evaluateMargin(before).excess)).toBe(true);
      expect(found.after.equals(evaluateMargin(now).excess)).toBe(true);
      expect(sum(found.shares.map(({ share }) => share)).equals(found.after.minus(found.before))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('laws: what holdings are called, and the order of their rows, changes no share', () => {
  const called = (account: Account): Account => ({
    ...account,
    positions: account.positions
      .map((position) => ({ ...position, id: `${position.id}-other`, symbol: `other ${position.symbol}` }))
      .toReversed(),
  });
  const sharesOf = (pair: SnapshotPair) =>
    attributeSnapshots(pair).shares.map(({ causes, share, without }) =>
      [causes.join(), share.toText(), without.toText()].join(' '),
    );
  let met = 0;
  fc.assert(
    fc.property(anyDocument, anyDocument, anyFlow, (one, other, flow) => {
      const [before, now] = [one, other].map((document) => valueOf(readDocument(document, ruleSets)).account);
      if (before === undefined || now === undefined) throw new Error('two');
      const flows = { moneyIn: String(flow), interest: '7.5' };
      const found = sharesOf(pairOf(before, now, flows));
      met += found.length;
      expect(sharesOf(pairOf(called(before), called(now), flows))).toEqual(found);
    }),
    { numRuns: 60 },
  );
  // Causes were met, or the law held nothing.
  expect(met).toBeGreaterThan(100);
});
