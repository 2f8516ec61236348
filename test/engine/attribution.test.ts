// Why excess changed: every figure from a pencil, and laws that hold for any account and any causes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { attributeExcess, mostCauses } from '@/engine/attribution';
import { evaluateMargin } from '@/engine/margin';
import { sum } from '@/engine/quantity';
import { known } from '@/engine/result';
import { type ChangeInput, type PlacedChange, parseChanges } from '@/engine/scenario';
import { ruleSets } from '@/presets/rule-sets';
import { accountOf, changesOf, holding } from '../support/build';

type Caused = readonly [cause: string, change: ChangeInput];

function split(account: Account, ...caused: readonly Caused[]) {
  const changes = changesOf(...caused.map(([, change]) => change));
  return attributeExcess(account, changes, (_, index) => caused[index]?.[0] ?? '');
}

function figures(account: Account, ...caused: readonly Caused[]) {
  const { before, after, shares } = known(split(account, ...caused));
  return {
    change: [before.toText(), after.toText()],
    shares: Object.fromEntries(shares.map(({ causes, share }) => [causes.join('+'), share.toText()])),
    without: Object.fromEntries(shares.map(({ causes, without }) => [causes.join('+'), without.toText()])),
    alone: Object.fromEntries(shares.map(({ causes, alone }) => [causes.join('+'), alone.toText()])),
  };
}

const sold: Caused = ['sale', { type: 'trade', position: 'A', amount: '-20000' }];
const fell: Caused = ['fall', { type: 'moveMarket', ratio: '-0.2' }];

describe('pencil cases', () => {
  // Today 48,000 − 30,000 = 18,000. Both: 30,400 − 30,960. Without the rate: 30,400 − 24,720. Without the fall:
  // 48,000 − 38,000. Alone the fall takes 12,320, the rate 8,000; last they take 10,560 and 6,240.
  test('800 ACME from 100 to 78, 30 to 40 %: 5,680 above without the rate, 10,000 without the fall, 560 short', () => {
    const account = accountOf(
      [
        holding('ACME', { shares: '800', price: '100', maintenanceRate: '0.3' }),
        holding('REST', { marketValue: '20000', maintenanceRate: '0.3' }),
      ],
      { marginLoan: '52000' },
    );
    const found = figures(
      account,
      ['fall', { type: 'movePrice', position: 'ACME', ratio: '-0.22' }],
      ['rate', { type: 'setRequirement', position: 'ACME', rate: '0.4' }],
    );
    expect(found.change).toEqual(['18000', '-560']);
    expect(found.without).toEqual({ fall: '10000', rate: '5680' });
    expect(found.alone).toEqual({ fall: '5680', rate: '10000' });
    expect(found.shares).toEqual({ fall: '-11440', rate: '-7120' });
  });

  // 20,000 above; the sale alone frees 6,000, after the fall 8,800; the fall alone takes 14,000, after the sale 11,200.
  test('100,000 at 30 % against 50,000, 20,000 sold, then −20 %: +7,400 and −12,600, together −5,200', () => {
    const account = accountOf([holding('A', { marketValue: '100000', maintenanceRate: '0.3' })], {
      marginLoan: '50000',
    });
    const found = figures(account, sold, fell);
    expect(found.change).toEqual(['20000', '14800']);
    expect(found.shares).toEqual({ sale: '7400', fall: '-12600' });
  });

  test('no change at all has no causes; one cause has all of the change', () => {
    const account = accountOf([holding('A', { marketValue: '1000', maintenanceRate: '0.25' })], {
      marginLoan: '500',
    });
    expect(figures(account)).toMatchObject({ change: ['250', '250'], shares: {} });
    // 800 − 500 − 200.
    expect(figures(account, fell)).toMatchObject({ change: ['250', '100'], shares: { fall: '-150' } });
  });
});

describe('causes that cannot be without others are one', () => {
  const account = accountOf([holding('A', { marketValue: '1000', maintenanceRate: '0.25' })], {
    marginLoan: '500',
  });
  const pay = (cause: string, amount: string): Caused => [cause, { type: 'deposit', amount }];
  const repay = (cause: string, amount: string): Caused => [cause, { type: 'repay', amount }];

  test('a repayment of money paid in joins the payment, and the fall stays by itself', () => {
    expect(figures(account, pay('in', '100'), fell, repay('back', '100')).shares).toEqual({
      'in+back': '100',
      fall: '-150',
    });
  });

  test('a repayment of two payments joins both, and nothing else', () => {
    const found = figures(account, pay('one', '100'), pay('two', '50'), fell, repay('back', '150'));
    expect(found.shares).toEqual({
      'one+two+back': '150',
      fall: '-150',
    });
  });

  test('two repayments of one cause, each of another payment, join one payment after the other', () => {
    const found = figures(
      account,
      fell,
      pay('one', '100'),
      repay('back', '100'),
      pay('two', '50'),
      repay('back', '50'),
    );
    expect(found.shares).toEqual({ fall: '-150', 'one+back+two': '150' });
  });

  test('causes that become one stand where the first of them stood', () => {
    const { shares } = figures(account, pay('in', '100'), fell, repay('back', '100'));
    expect(Object.keys(shares)).toEqual(['in+back', 'fall']);
    const late = figures(account, fell, pay('in', '100'), repay('back', '100'));
    expect(Object.keys(late.shares)).toEqual(['fall', 'in+back']);
  });

  test(`${mostCauses} causes are not too many: a dollar each`, () => {
    const many = Array.from({ length: mostCauses }, (_, n) => pay(`cause ${n}`, '1'));
    expect(Object.values(figures(account, ...many).shares)).toEqual(many.map(() => '1'));
  });

  test('a list that is impossible as a whole is refused with its own reason', () => {
    expect(split(account, repay('back', '150'))).toMatchObject({
      ok: false,
      issues: [{ code: 'repays-more-than-cash' }],
    });
  });

  test(`more than ${mostCauses} causes are refused`, () => {
    const many = Array.from({ length: mostCauses + 1 }, (_, n) => pay(`cause ${n}`, '1'));
    expect(split(account, ...many)).toMatchObject({ ok: false, issues: [{ code: 'too-many-causes' }] });
  });
});

describe('laws', () => {
  const amount = (most: number) => fc.integer({ min: 1, max: most }).map(String);
  const percent = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((n) => (n / 100).toFixed(2));
  const change: fc.Arbitrary<ChangeInput> = fc.oneof(
    percent(-90, 50).map((ratio): ChangeInput => ({ type: 'moveMarket', ratio })),
    percent(-90, 50).map((ratio): ChangeInput => ({ type: 'movePrice', position: 'A', ratio })),
    percent(0, 60).map((points): ChangeInput => ({ type: 'shiftRequirement', points })),
    percent(0, 100).map((rate): ChangeInput => ({ type: 'setRequirement', position: 'B', rate })),
    amount(5000).map((paid): ChangeInput => ({ type: 'deposit', amount: paid })),
    amount(5000).map((drawn): ChangeInput => ({ type: 'withdraw', amount: drawn })),
    amount(300).map((sold): ChangeInput => ({ type: 'trade', position: 'A', amount: `-${sold}` })),
    fc.integer({ min: 1, max: 400 }).map((days): ChangeInput => ({ type: 'passDays', days })),
    fc.constantFrom('merrill', 'fidelity', 'finra-minimum').map(
      (ruleSet): ChangeInput => ({
        type: 'switchRuleSet',
        ruleSet,
      }),
    ),
  );
  const caused = fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r', 's'), change), { maxLength: 6 });
  const account = accountOf(
    [
      holding('A', { shares: '100', price: '80' }),
      holding('B', { marketValue: '4000', maintenanceRate: '0.3', beta: '1.5' }),
      holding('S', { side: 'short', shares: '40', price: '12' }),
    ],
    { cash: '200', marginLoan: '4000', shortCredit: '700', loanInterestRate: '0.08' },
  );
  const tried = (changes: readonly PlacedChange[], ...wanted: readonly number[]) =>
    applyChanges(
      account,
      changes.filter((_, index) => wanted.includes(index)),
    );

  test('the shares make the whole change exactly, and do not depend on the causes’ names', () => {
    fc.assert(
      fc.property(caused, (list) => {
        const found = split(account, ...list);
        fc.pre(found.ok);
        const { before, after, shares } = known(found);
        expect(sum(shares.map(({ share }) => share)).equals(after.minus(before))).toBe(true);
        const other = { p: 'z', q: 'y', r: 'x', s: 'w' } as const;
        const renamed = known(split(account, ...list.map(([cause, each]): Caused => [other[cause], each])));
        expect(renamed.shares.map(({ share }) => share.toText())).toEqual(
          shares.map(({ share }) => share.toText()),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('for two causes the share is the middle between coming first and coming last', () => {
    fc.assert(
      fc.property(change, change, (first, second) => {
        const changes = known(parseChanges([first, second], ruleSets, ''));
        const all = [tried(changes), tried(changes, 0), tried(changes, 1), tried(changes, 0, 1)];
        fc.pre(all.every(({ ok }) => ok));
        const [none, one, two, both] = all.map((each) => evaluateMargin(known(each)).excess);
        if (none === undefined || one === undefined || two === undefined || both === undefined)
          throw new Error('four');
        const [share] = known(split(account, ['one', first], ['two', second])).shares;
        expect(share?.share.plus(share.share).toText()).toBe(one.minus(none).plus(both.minus(two)).toText());
      }),
      { numRuns: 150 },
    );
  });
});
