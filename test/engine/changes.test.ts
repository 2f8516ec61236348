import { describe, expect, test } from 'vitest';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { parseChanges } from '@/engine/scenario';
import { ruleSets } from '@/presets/rule-sets';
import { accountOf, after, changesOf, holding, refusalOf } from '../support/build';

const mixed = accountOf(
  [
    holding('L', { shares: '100', price: '50', group: 'Tech', maintenanceRate: '0.3' }),
    holding('V', { marketValue: '4000', maintenanceRate: '0.4' }),
    holding('S', { side: 'short', shares: '40', price: '25', group: 'Tech' }),
  ],
  { cash: '500', marginLoan: '2000', shortCredit: '1200' },
);
const money = (account: typeof mixed) =>
  [account.cash, account.marginLoan, account.shortCredit].map((amount) => amount.toText());
const position = (account: typeof mixed, id: string) => {
  const found = account.positions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return [found.shares?.toText() ?? null, found.price?.toText() ?? null, found.marketValue.toText()];
};

describe('prices', () => {
  test('a market move goes by beta and stops at 0: beta 3 at −40 % is worthless, not negative', () => {
    const account = accountOf([
      holding('A', { shares: '10', price: '7', beta: '3' }),
      holding('B', { marketValue: '100' }),
    ]);
    const moved = after(account, { type: 'moveMarket', ratio: '-0.4' });
    expect([position(moved, 'A'), position(moved, 'B')]).toEqual([
      ['10', '0', '0'],
      [null, null, '60'],
    ]);
  });

  test('two market moves multiply: −10 % and −10 % are −19 %', () => {
    const twice = after(mixed, { type: 'moveMarket', ratio: '-0.1' }, { type: 'moveMarket', ratio: '-0.1' });
    expect(position(twice, 'V')[2]).toBe('3240');
  });

  test('a group moves as one, not by beta; one price moves by a ratio or is set', () => {
    const moved = after(mixed, { type: 'moveGroup', group: 'Tech', ratio: '0.2' });
    expect([position(moved, 'L')[1], position(moved, 'S')[1], position(moved, 'V')[2]]).toEqual([
      '60',
      '30',
      '4000',
    ]);
    expect(position(after(mixed, { type: 'movePrice', position: 'L', ratio: '-0.225' }), 'L')[1]).toBe(
      '38.75',
    );
    expect(position(after(mixed, { type: 'setPrice', position: 'L', price: '38' }), 'L')[2]).toBe('3800');
    expect(position(after(mixed, { type: 'setPrice', position: 'V', price: '38' }), 'V')[2]).toBe('38');
  });
});

describe('money', () => {
  test('a withdrawal of 800 takes 500 of cash and borrows 300', () => {
    expect(money(after(mixed, { type: 'withdraw', amount: '800' }))).toEqual(['0', '2300', '1200']);
    expect(money(after(mixed, { type: 'withdraw', amount: '500' }))).toEqual(['0', '2000', '1200']);
  });

  test('a purchase of 10 at 50 takes the cash, of 20 borrows the other 500; a sale brings cash', () => {
    expect(money(after(mixed, { type: 'trade', position: 'L', shares: '10' }))).toEqual([
      '0',
      '2000',
      '1200',
    ]);
    expect(money(after(mixed, { type: 'trade', position: 'L', shares: '20' }))).toEqual([
      '0',
      '2500',
      '1200',
    ]);
    expect(money(after(mixed, { type: 'trade', position: 'L', shares: '-20' }))).toEqual([
      '1500',
      '2000',
      '1200',
    ]);
  });

  test('selling short 10 at 25 adds 250 to the short credit', () => {
    const sold = after(mixed, { type: 'trade', position: 'S', shares: '-10' });
    expect([money(sold), position(sold, 'S')]).toEqual([
      ['500', '2000', '1450'],
      ['50', '25', '1250'],
    ]);
  });

  test('covering 20 at 25 is paid from short credit; covering all turns what is left of it into cash', () => {
    expect(money(after(mixed, { type: 'trade', position: 'S', shares: '20' }))).toEqual([
      '500',
      '2000',
      '700',
    ]);
    expect(money(after(mixed, { type: 'trade', position: 'S', shares: '40' }))).toEqual(['700', '2000', '0']);
  });

  test('a cover that costs more than credit and cash borrows the rest: 40 at 60 with 1,200 + 500', () => {
    const risen = after(
      mixed,
      { type: 'setPrice', position: 'S', price: '60' },
      { type: 'trade', position: 'S', shares: '40' },
    );
    expect(money(risen)).toEqual(['0', '2700', '0']);
  });

  test('covering a short at a price of 0 costs nothing and frees the credit', () => {
    const worthless = after(
      mixed,
      { type: 'setPrice', position: 'S', price: '0' },
      { type: 'trade', position: 'S', shares: '40' },
    );
    expect(money(worthless)).toEqual(['1700', '2000', '0']);
  });

  test('borrowing raises cash and loan; repaying moves cash to the loan', () => {
    expect(money(after(mixed, { type: 'borrow', amount: '100' }))).toEqual(['600', '2100', '1200']);
    expect(money(after(mixed, { type: 'repay', amount: '500' }))).toEqual(['0', '1500', '1200']);
  });

  test('30 and 30 days cost a little more than 60: 1,000 at 12 % is 1,020.10 against 1,020', () => {
    const account = accountOf([], { marginLoan: '1000', loanInterestRate: '0.12' });
    const twice = after(account, { type: 'passDays', days: 30 }, { type: 'passDays', days: 30 });
    expect(money(twice)[1]).toBe('1020.1');
    expect(money(after(account, { type: 'passDays', days: 60 }))[1]).toBe('1020');
    expect(money(after(account, { type: 'passDays', days: 0 }))[1]).toBe('1000');
    const yearly = accountOf([], { marginLoan: '1000', loanInterestRate: '0.12', dayCount: 365 });
    expect(money(after(yearly, { type: 'passDays', days: 73 }))[1]).toBe('1024');
    expect(money(after(accountOf([]), { type: 'passDays', days: 9 }))[1]).toBe('0');
  });
});

describe('sizes', () => {
  test('a trade for dollars keeps the value exact: 100 of a 3-dollar share is 33.33… shares', () => {
    const account = accountOf([holding('A', { shares: '100', price: '3' })]);
    const sold = after(account, { type: 'trade', position: 'A', amount: '-100' });
    expect(position(sold, 'A')).toEqual(['66.6666666666666666666666666667', '3', '200']);
    expect(position(after(sold, { type: 'setPrice', position: 'A', price: '6' }), 'A')[2]).toBe('400');
  });

  test('a closed position stays as a row of zeros, whatever its price does; it can be bought again', () => {
    const closed = after(mixed, { type: 'trade', position: 'V', amount: '-4000' });
    expect(closed.positions[1]?.isClosed).toBe(true);
    expect(position(after(closed, { type: 'setPrice', position: 'V', price: '9' }), 'V')[2]).toBe('0');
    expect(position(after(closed, { type: 'trade', position: 'V', amount: '7' }), 'V')[2]).toBe('7');
    const sold = after(mixed, { type: 'trade', position: 'L', shares: '-100' });
    expect([position(sold, 'L'), evaluateMargin(sold).positions[0]?.requirement.toText()]).toEqual([
      ['0', '50', '0'],
      '0',
    ]);
  });

  test('a trade of no dollars closes nothing', () => {
    const worthless = after(
      mixed,
      { type: 'moveMarket', ratio: '-1' },
      { type: 'trade', position: 'V', amount: '0' },
    );
    expect(worthless.positions[1]?.isClosed).toBe(false);
  });

  test('rebalancing 9,000 of longs and 300 of cash to 75/25 gives 6,975 and 2,325; shorts stay', () => {
    const account = {
      ...mixed,
      positions: accountOf([
        holding('L', { shares: '100', price: '50', targetWeight: '0.75' }),
        holding('V', { marketValue: '4000', targetWeight: '0.25' }),
        holding('S', { side: 'short', shares: '40', price: '25' }),
        holding('Z', { shares: '9', price: '0' }),
      ]).positions,
    };
    const done = after(account, { type: 'rebalance', cashInvested: '300' });
    expect([
      position(done, 'L'),
      position(done, 'V')[2],
      position(done, 'S')[2],
      position(done, 'Z')[0],
    ]).toEqual([['139.5', '50', '6975'], '2325', '1000', '9']);
    expect(money(done)[0]).toBe('200');
  });

  test('a long without a weight is sold when the others have theirs', () => {
    const account = accountOf([
      holding('A', { marketValue: '60', targetWeight: '1' }),
      holding('B', { shares: '4', price: '10' }),
    ]);
    const done = after(account, { type: 'rebalance' });
    expect([position(done, 'A')[2], position(done, 'B')]).toEqual(['100', ['0', '10', '0']]);
  });

  test('a minimum below which cash already is does not stop a rebalance that invests nothing', () => {
    const account = accountOf([holding('A', { marketValue: '60', targetWeight: '1' })], {
      minimumCash: '100',
    });
    expect(money(after(account, { type: 'rebalance' }))[0]).toBe('0');
  });
});

describe('requirements', () => {
  const rates = (account: typeof mixed) => evaluateMargin(account).positions.map(({ rate }) => rate.toText());

  test('a shift adds to every rate, a rate set later drops it for its position, a group at once', () => {
    expect(rates(after(mixed, { type: 'shiftRequirement', points: '0.05' }))).toEqual([
      '0.35',
      '0.45',
      '0.35',
    ]);
    const set = after(
      mixed,
      { type: 'shiftRequirement', points: '0.05' },
      { type: 'setRequirement', position: 'V', rate: '1' },
    );
    expect(rates(set)).toEqual(['0.35', '1', '0.35']);
    expect(rates(after(mixed, { type: 'setRequirement', group: 'Tech', rate: '0.5' }))).toEqual([
      '0.5',
      '0.4',
      '0.5',
    ]);
  });

  test("a switch of broker's rules keeps own rates and shifts: Merrill's 30 % only where the rules decide", () => {
    const account = accountOf([
      holding('A', { marketValue: '1' }),
      holding('B', { marketValue: '1', maintenanceRate: '0.6' }),
    ]);
    const switched = after(
      account,
      { type: 'shiftRequirement', points: '0.1' },
      { type: 'switchRuleSet', ruleSet: 'merrill' },
    );
    expect(rates(switched)).toEqual(['0.4', '0.7']);
  });
});

describe('what is impossible is refused with the place', () => {
  test.each([
    ['selling 101 of 100', { type: 'trade', position: 'L', shares: '-101' }, 'trades-more-than-held'],
    [
      'selling 4,001 of 4,000 dollars',
      { type: 'trade', position: 'V', amount: '-4001' },
      'trades-more-than-held',
    ],
    ['covering 41 of 40', { type: 'trade', position: 'S', shares: '41' }, 'trades-more-than-held'],
    ['shares of a position known by value', { type: 'trade', position: 'V', shares: '1' }, 'shares-unknown'],
    ['an unknown position', { type: 'trade', position: 'X', shares: '1' }, 'unknown-position'],
    ['a price for an unknown position', { type: 'setPrice', position: 'X', price: '1' }, 'unknown-position'],
    ['an unknown group', { type: 'moveGroup', group: 'X', ratio: '0' }, 'unknown-group'],
    ['repaying 501 of 500 in cash', { type: 'repay', amount: '501' }, 'repays-more-than-cash'],
    ['rebalancing without weights', { type: 'rebalance' }, 'no-target-weights'],
    ['days without a rate', { type: 'passDays', days: 1 }, 'no-interest-rate'],
    ['removing a short as a slice', { type: 'removeSlice', position: 'S' }, 'slice-not-long'],
    [
      'opening what is there already',
      { type: 'open', position: holding('L', { marketValue: '1' }) },
      'duplicate-id',
    ],
    [
      'moving in a short',
      { type: 'depositSecurities', position: holding('N', { side: 'short', marketValue: '1' }) },
      'short-not-owned',
    ],
    [
      'investing a deposit without weights',
      { type: 'deposit', amount: '1', invest: true },
      'no-target-weights',
    ],
    ['raising without weights', { type: 'withdraw', amount: '501', sell: true }, 'no-target-weights'],
  ] as const)('%s', (_, change, code) => {
    expect(refusalOf(mixed, change)).toBe(`${code} /changes/0`);
  });

  test('repaying more than the loan, weights of 90 %, too much cash, dollars at a price of 0', () => {
    const rich = accountOf([holding('A', { shares: '1', price: '0', targetWeight: '0.9' })], {
      cash: '50',
      marginLoan: '10',
    });
    expect(refusalOf(rich, { type: 'repay', amount: '11' })).toBe('repays-more-than-loan /changes/0');
    expect(refusalOf(rich, { type: 'rebalance' })).toBe('weights-not-one /changes/0');
    expect(refusalOf(rich, { type: 'trade', position: 'A', amount: '1' })).toBe(
      'dollars-at-price-zero /changes/0',
    );
    const whole = accountOf([holding('A', { shares: '1', price: '0', targetWeight: '1' })], {
      cash: '50',
      minimumCash: '20',
    });
    expect(refusalOf(whole, { type: 'rebalance', cashInvested: '30.01' })).toBe(
      'invests-more-than-cash /changes/0',
    );
    expect(
      refusalOf(whole, { type: 'deposit', amount: '1' }, { type: 'rebalance', cashInvested: '30' }),
    ).toBe('dollars-at-price-zero /changes/1');
  });

  test('a failure that is none of these passes through', () => {
    const broken = () => {
      throw new Error('disk on fire');
    };
    expect(() => applyChanges(mixed, changesOf({ type: 'withdraw', amount: '1' }), broken)).toThrow(
      'disk on fire',
    );
  });
});

describe('changes that cannot be read', () => {
  test.each([
    [{ type: 'moveMarket', ratio: '-1.01' }, 'out-of-range /0/ratio'],
    [{ type: 'moveMarket', ratio: '1e5' }, 'not-a-decimal /0/ratio'],
    [{ type: 'setPrice', position: 'L', price: '-1' }, 'out-of-range /0/price'],
    [{ type: 'setRequirement', rate: '0.5' }, 'position-or-group /0'],
    [
      { type: 'setRequirement', position: 'L', group: 'Tech', rate: '3.1' },
      'out-of-range /0/rate, position-or-group /0',
    ],
    [{ type: 'trade', position: 'L' }, 'shares-or-amount /0'],
    [{ type: 'trade', position: 'L', shares: '1', amount: '1' }, 'shares-or-amount /0'],
    [{ type: 'switchRuleSet', ruleSet: 'nobody' }, 'unknown-rule-set /0/ruleSet'],
    [{ type: 'passDays', days: -1 }, 'out-of-range /0/days'],
    [{ type: 'passDays', days: 36501 }, 'out-of-range /0/days'],
    [{ type: 'passDays', days: 0.5 }, 'out-of-range /0/days'],
  ] as const)('%j', (change, expected) => {
    const result = parseChanges([change], ruleSets, '');
    const found = result.ok ? '' : result.issues.map(({ code, path }) => `${code} ${path}`).join(', ');
    expect(found).toBe(expected);
  });
});
