/**
 * Changes that are impossible where they stand, and rules of one's own that make no sense: an issue with code, path
 * and figures; the account as it is today is evaluated all the same.
 */
import { describe, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import {
  type AccountFields,
  counted,
  documentOf,
  lineOf,
  lineOfText,
  long,
  short,
} from '../support/evaluated';
import { edited } from '../support/json-edits';

const account: AccountFields = {
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '5000',
  minimumCash: '400',
  positions: [counted('long', '200', '245', { group: 'Broad' }), counted('short', '100', '50'), long('3000')],
};

/** Why the last of some changes is impossible: [code, index of the change, figures]. */
function refusal(from: AccountFields, ...changes: ChangeInput[]) {
  const line = lineOf(from, changes);
  expect(line.before).not.toBeNull();
  expect(line.after).toBeNull();
  expect(line.issues).toHaveLength(1);
  const [issue] = line.issues;
  return [issue?.code, issue?.path, issue?.figures];
}

const here = (index: number) => `/scenarios/0/changes/${index}`;
const trade = (position: string, shares: string): ChangeInput => ({ type: 'trade', position, shares });
const dollars = (position: string, amount: string): ChangeInput => ({ type: 'trade', position, amount });

describe('trades', () => {
  it('selling 201 of 200 shares is refused: 200 held, −201 traded', () => {
    expect(refusal(account, trade('p1', '-201'))).toEqual([
      'trades-more-than-held',
      here(0),
      { id: 'p1', held: '200', traded: '-201' },
    ]);
  });

  it('covering 101 of 100 short would cross zero; so would selling 3,000.01 of 3,000', () => {
    expect(refusal(account, trade('p2', '101'))).toEqual([
      'trades-more-than-held',
      here(0),
      { id: 'p2', held: '100', traded: '101' },
    ]);
    expect(refusal(account, dollars('p3', '-3000.01'))).toEqual([
      'trades-more-than-held',
      here(0),
      { id: 'p3', held: '3000', traded: '-3000.01' },
    ]);
  });

  it('what an earlier change sold is gone: 150 and then 60 of 200 is refused at the second', () => {
    expect(refusal(account, trade('p1', '-150'), trade('p1', '-60'))).toEqual([
      'trades-more-than-held',
      here(1),
      { id: 'p1', held: '50', traded: '-60' },
    ]);
  });

  it('a position known only by its value has no shares to trade', () => {
    expect(refusal(account, trade('p3', '-1'))).toEqual(['shares-unknown', here(0), { id: 'p3' }]);
  });

  it('dollars of a price of 0 buy no number of shares', () => {
    const worthless: ChangeInput = { type: 'setPrice', position: 'p1', price: '0' };
    expect(refusal(account, worthless, dollars('p1', '100'))).toEqual([
      'dollars-at-price-zero',
      here(1),
      { id: 'p1' },
    ]);
  });

  it('a trade says shares or an amount, and a requirement a position or a group: never both, never neither', () => {
    const changes = [
      { type: 'trade', position: 'p1' },
      { type: 'trade', position: 'p1', shares: '1', amount: '1' },
      { type: 'setRequirement', rate: '1' },
      { type: 'setRequirement', rate: '1', position: 'p1', group: 'Broad' },
    ];
    const line = lineOfText(
      JSON.stringify(edited(documentOf(account, []), { '/scenarios/0/changes': changes })),
    );
    expect(line.issues.map(({ code, path }) => [code, path])).toEqual([
      ['shares-or-amount', here(0)],
      ['shares-or-amount', here(1)],
      ['position-or-group', here(2)],
      ['position-or-group', here(3)],
    ]);
  });
});

describe('money and days', () => {
  it('repaying 1,000.01 of 1,000 cash, and 500 of a loan of 300, is refused', () => {
    expect(refusal(account, { type: 'repay', amount: '1000.01' })).toEqual([
      'repays-more-than-cash',
      here(0),
      { amount: '1000.01', cash: '1000', marginLoan: '10000' },
    ]);
    expect(refusal({ ...account, marginLoan: '300' }, { type: 'repay', amount: '500' })).toEqual([
      'repays-more-than-loan',
      here(0),
      { amount: '500', cash: '1000', marginLoan: '300' },
    ]);
  });

  it('days with a loan and no rate are refused; without a loan they cost nothing', () => {
    const days: ChangeInput = { type: 'passDays', days: 30 };
    expect(refusal(account, days)).toEqual(['no-interest-rate', here(0), { marginLoan: '10000' }]);
    expect(lineOf({ ...account, marginLoan: '0' }, [days]).after?.marginLoan).toBe('0');
  });

  it.each([
    [-1, 'out-of-range'],
    [36_501, 'out-of-range'],
    [1.5, 'wrong-shape'],
  ])('%s days are refused: %s', (days, code) => {
    const line = lineOf(account, [{ type: 'passDays', days }]);
    expect(line.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, `${here(0)}/days`]]);
  });
});

describe('places that do not exist', () => {
  it.each<[ChangeInput]>([
    [{ type: 'movePrice', position: 'p9', ratio: '0.1' }],
    [{ type: 'setPrice', position: 'p9', price: '1' }],
    [{ type: 'setRequirement', position: 'p9', rate: '1' }],
    [{ type: 'trade', position: 'p9', shares: '1' }],
  ])('%j names a position that is not there', (change) => {
    expect(refusal(account, change)).toEqual(['unknown-position', here(0), { id: 'p9' }]);
  });

  it.each<[ChangeInput]>([
    [{ type: 'moveGroup', group: 'Narrow', ratio: '0.1' }],
    [{ type: 'setRequirement', group: 'Narrow', rate: '1' }],
  ])('%j names a group that is not there', (change) => {
    expect(refusal(account, change)).toEqual(['unknown-group', here(0), { group: 'Narrow' }]);
  });
});

describe('positions that a change brings', () => {
  const position = { id: 'n', symbol: 'N', side: 'long', marketValue: '1' } as const;

  it('an id that is there already is refused, also one that an earlier change brought or a trade closed', () => {
    for (const type of ['open', 'depositSecurities'] as const) {
      expect(refusal(account, { type, position: { ...position, id: 'p2' } })).toEqual([
        'duplicate-id',
        here(0),
        { id: 'p2' },
      ]);
      expect(refusal(account, { type: 'open', position }, { type, position })).toEqual([
        'duplicate-id',
        here(1),
        { id: 'n' },
      ]);
      expect(refusal(account, dollars('p3', '-3000'), { type, position: { ...position, id: 'p3' } })[0]).toBe(
        'duplicate-id',
      );
    }
  });

  it('a short cannot be moved in: it is not owned', () => {
    expect(refusal(account, { type: 'depositSecurities', position: { ...position, side: 'short' } })).toEqual(
      ['short-not-owned', here(0), { id: 'n' }],
    );
  });

  it('figures that cannot be read are named with their place', () => {
    const line = lineOf(account, [{ type: 'open', position: { ...position, marketValue: '-1' } }]);
    expect(line.issues.map(({ code, path }) => [code, path])).toEqual([
      ['out-of-range', `${here(0)}/position/marketValue`],
    ]);
  });
});

describe('rebalance', () => {
  const weighted = (...weights: string[]): AccountFields => ({
    ...account,
    positions: weights.map((targetWeight) => long('1000', { targetWeight })),
  });

  it('needs weights, and weights that make 1: 0.5 and 0.4 make 0.9', () => {
    expect(refusal(account, { type: 'rebalance' })).toEqual(['no-target-weights', here(0), {}]);
    expect(refusal(weighted('0.5', '0.4'), { type: 'rebalance' })).toEqual([
      'weights-not-one',
      here(0),
      { sum: '0.9' },
    ]);
  });

  it('invests no more than cash above the minimum: 600.01 of 1,000 − 400 is refused, 600 is done', () => {
    expect(refusal(weighted('1'), { type: 'rebalance', cashInvested: '600.01' })).toEqual([
      'invests-more-than-cash',
      here(0),
      { cashInvested: '600.01', available: '600' },
    ]);
    expect(lineOf(weighted('1'), [{ type: 'rebalance', cashInvested: '600' }]).after?.cash).toBe('400');
  });
});

describe('money through a pie', () => {
  // Cash 1,000 of which 400 stay, so 600; longs 49,000 + 3,000.
  it.each<[string, ChangeInput]>([
    ['investing a deposit without target weights', { type: 'deposit', amount: '1', invest: true }],
    ['raising 600.01 without target weights', { type: 'withdraw', amount: '600.01', sell: true }],
  ])('%s', (_, change) => {
    expect(refusal(account, change)).toEqual(['no-target-weights', here(0), {}]);
  });

  it('what cash above the minimum covers needs no weights: 600 leaves 400', () => {
    const { after } = lineOf(account, [{ type: 'withdraw', amount: '600', sell: true }]);
    expect(after).toMatchObject({ cash: '400', marginLoan: '10000', longMarketValue: '52000' });
  });

  it('52,600.01 out of 52,000 of longs and 600 of cash', () => {
    const one = { ...account, positions: [long('52000', { targetWeight: '1' })] };
    const all = { amount: '52600.01', available: '52600' };
    expect(refusal(one, { type: 'withdraw', amount: '52600.01', sell: true })).toEqual([
      'withdraws-more-than-held',
      here(0),
      all,
    ]);
  });

  it('buying what is worth nothing a share; a rebalance after the only weight was removed', () => {
    const [worthless, other] = [
      counted('long', '10', '0', { targetWeight: '0.5' }),
      long('100', { targetWeight: '0.5' }),
    ];
    const half = { ...account, positions: [worthless, other] };
    expect(refusal(half, { type: 'deposit', amount: '500', invest: true })).toEqual([
      'dollars-at-price-zero',
      here(0),
      { id: 'p1' },
    ]);
    const one = { ...account, positions: [long('5000', { targetWeight: '1' }), long('3000')] };
    expect(refusal(one, { type: 'removeSlice', position: 'p1' }, { type: 'rebalance' })).toEqual([
      'no-target-weights',
      here(1),
      {},
    ]);
  });

  it('a short removed as a slice, and a slice with nothing beside it to buy', () => {
    expect(refusal(account, { type: 'removeSlice', position: 'p2' })).toEqual([
      'slice-not-long',
      here(0),
      { id: 'p2' },
    ]);
    const alone = { ...account, positions: [long('52000')] };
    expect(refusal(alone, { type: 'removeSlice', position: 'p1' })).toEqual([
      'nothing-to-reinvest-in',
      here(0),
      { id: 'p1' },
    ]);
  });
});

describe('rules of one’s own', () => {
  const rules = {
    id: 'custom',
    name: 'Mine',
    longRate: '0.3',
    shortRate: '0.3',
    shortPerShareMinimum: 'finra',
    leverageRule: true,
    concentration: {
      mode: 'add',
      of: 'gross',
      tiers: [
        { above: '0.1', long: '0.1', short: '0.2' },
        { above: '0.2', long: '0.2', short: '0.3' },
      ],
    },
    businessDaysToMeetCall: { from: 2, to: 5 },
  };
  const issuesOf = (edits: Readonly<Record<string, unknown>>) =>
    lineOfText(
      JSON.stringify(
        edited(documentOf({ positions: [short('1')] }), { '/account/ruleSet': edited(rules, edits) }),
      ),
    ).issues.map(({ code, path, figures }) => [code, path.replace('/account/ruleSet', ''), figures]);

  it('tiers whose points fall, or whose thresholds do not rise, are refused at the tier', () => {
    expect(issuesOf({ '/concentration/tiers/1/long': '0.09' })).toEqual([
      ['tiers-out-of-order', '/concentration/tiers/1', { above: '0.2' }],
    ]);
    expect(issuesOf({ '/concentration/tiers/1/short': '0.19' })).toEqual([
      ['tiers-out-of-order', '/concentration/tiers/1', { above: '0.2' }],
    ]);
    expect(issuesOf({ '/concentration/tiers/1/above': '0.1' })).toEqual([
      ['tiers-out-of-order', '/concentration/tiers/1', { above: '0.1' }],
    ]);
  });

  it('rates above 3, thresholds above 1 and days that end before they begin are refused', () => {
    expect(issuesOf({ '/longRate': '3.1' })).toEqual([
      ['out-of-range', '/longRate', { value: '3.1', atLeast: '0', atMost: '3' }],
    ]);
    expect(issuesOf({ '/concentration/tiers/0/above': '1.1' })[0]).toEqual([
      'out-of-range',
      '/concentration/tiers/0/above',
      { value: '1.1', atLeast: '0', atMost: '1' },
    ]);
    expect(issuesOf({ '/businessDaysToMeetCall/to': 1 })).toEqual([
      ['days-out-of-order', '/businessDaysToMeetCall', { from: '2', to: '1' }],
    ]);
  });
});
