// What stands behind the figures: distances in dollars, holdings, the two lines, assumptions; figures by hand.
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { listAssumptions } from '@/state/assumptions';
import { type Explanation, selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { findOwnPoints, selectHoldingRows } from '@/state/holding-rows';
import { selectLines } from '@/state/lines';
import { type Reaches, reachesOf, sceneToday } from '@/state/reach';

const long = (id: string, marketValue: string, more: Partial<PositionInput> = {}): PositionInput => ({
  id,
  symbol: id.toUpperCase(),
  side: 'long',
  marketValue,
  ...more,
});
const short = (id: string, marketValue: string, more: Partial<PositionInput> = {}): PositionInput => ({
  ...long(id, marketValue, more),
  side: 'short',
});

function accountOf(positions: readonly PositionInput[], rest: Partial<AccountInput> = {}): AccountInput {
  return { name: '', ruleSet: 'm1', cash: '0', marginLoan: '0', shortCredit: '0', ...rest, positions };
}

function viewOf(account: AccountInput, changes: readonly ChangeInput[] = []) {
  const scenarios = [{ id: 's', name: '', changes }];
  const view = selectView({ app: 'headroom', schemaVersion: 1, account, scenarios, shownScenario: 's' });
  if (!view.ok) throw new Error(JSON.stringify(view.issues));
  return view;
}

function explain(account: AccountInput, changes: readonly ChangeInput[] = []): Explanation {
  const explanation = selectExplanation(viewOf(account, changes));
  if (explanation === null) throw new Error('no figures');
  return explanation;
}

const m1 = accountOf([long('a', '49000', { maintenanceRate: '0.25' })], {
  cash: '1000',
  marginLoan: '10000',
});

function wordReaches(reaches: Reaches | null) {
  const word = (side: 'fall' | 'rise') => {
    const reach = reaches?.[side] ?? null;
    return reach === null ? null : `${reach.move.toFixed(4)} ${reach.dollars.toFixed(2)} ${reach.of}`;
  };
  return [reaches?.isInCall, word('fall'), word('rise')];
}

describe('distances', () => {
  it('M1: a fall of 75.51 %, $37,000 of holdings, also at −50 %', () => {
    for (const changes of [[], [{ type: 'moveMarket', ratio: '-0.5' } as const]]) {
      const view = viewOf(m1, changes);
      expect(wordReaches(reachesOf(view.scene))).toEqual([false, '0.7551 37000.00 longs', null]);
      expect(sceneToday(view)).toBe(view.scene);
    }
  });

  it('Merrill, long and short: a rise of 33.33 %, $3,333.33 on the shorts', () => {
    const rate = { maintenanceRate: '0.3' };
    const account = accountOf([long('a', '10000', rate), short('b', '10000', rate)], {
      shortCredit: '15000',
      marginLoan: '7000',
    });
    expect(wordReaches(reachesOf(viewOf(account).scene))).toEqual([false, null, '0.3333 3333.33 shorts']);
  });

  it('in a call at 11,000: a rise of 9.09 %, $1,000, ends it', () => {
    const called = accountOf([long('a', '11000')], { cash: '1000', marginLoan: '10000' });
    expect(wordReaches(reachesOf(viewOf(called).scene))).toEqual([true, null, '0.0909 1000.00 longs']);
  });

  it('with $3,000 more cash the fall is 83.67 %; today’s stays 75.51 %', () => {
    // (10,000 − 4,000) ÷ 0.75 = 8,000; 8,000 ÷ 49,000 − 1.
    const view = viewOf(m1, [{ type: 'deposit', amount: '3000' }]);
    expect(wordReaches(reachesOf(view.scene))).toEqual([false, '0.8367 41000.00 longs', null]);
    expect(wordReaches(reachesOf(sceneToday(view)))).toEqual([false, '0.7551 37000.00 longs', null]);
  });
});

describe('holdings', () => {
  const counted: PositionInput = { id: 'b', symbol: 'B', side: 'long', shares: '80', price: '100' };
  const account = accountOf([long('a', '24000'), { ...counted, maintenanceRate: '0.4' }], {
    marginLoan: '15000',
  });

  it('the largest requirement first, with its share of both wholes', () => {
    // 25 % of 24,000 = 6,000; 40 % of 8,000 = 3,200. 24,000 ÷ 32,000; 6,000 ÷ 9,200.
    const rows = selectHoldingRows(explain(account));
    expect(
      rows.map(({ position, step, shareOfGross, shareOfRequirement }) => [
        position.symbol,
        step.output.toText(),
        shareOfGross?.toFixed(4),
        shareOfRequirement?.toFixed(4),
      ]),
    ).toEqual([
      ['A', '6000', '0.7500', '0.6522'],
      ['B', '3200', '0.2500', '0.3478'],
    ]);
  });

  it('the own margin-call price: B’s is 0, A’s value alone 13,600', () => {
    // B: 24,000 × 0.75 − 15,000 = 3,000 without B already. A: 15,000 − 0.6 × 8,000 = 10,200; ÷ 0.75 = 13,600.
    const explanation = explain(account);
    const [a, b] = selectHoldingRows(explanation).map(({ position }) => findOwnPoints(explanation, position));
    expect(b).toEqual([]);
    expect(a?.map(({ side, priceNow, move }) => [side, priceNow, move?.toFixed(4)])).toEqual([
      ['below', null, '-0.4333'],
    ]);
  });

  it('before and after of a what-if; a rate that the what-if sets is not called typed', () => {
    const changes: ChangeInput[] = [
      { type: 'moveMarket', ratio: '-0.5' },
      { type: 'setRequirement', position: 'a', rate: '0.5' },
    ];
    const [a, b] = selectHoldingRows(explain(account, changes));
    expect([a?.valueBefore.toText(), a?.requirementBefore.toText(), a?.step.output.toText()]).toEqual([
      '24000',
      '6000',
      '6000',
    ]);
    expect([a?.isRateSetByWhatIf, b?.isRateSetByWhatIf]).toEqual([true, false]);
  });

  it('nothing held, nothing required: no shares of wholes', () => {
    const [row] = selectHoldingRows(explain(accountOf([long('a', '0')], { cash: '1' })));
    expect([row?.shareOfGross, row?.shareOfRequirement]).toEqual([null, null]);
  });
});

describe('the two lines', () => {
  it('a typed 40 % counts for the broker only; −10 % and + 20 points move the lines apart', () => {
    const account = accountOf([long('a', '10000', { maintenanceRate: '0.4' })], { marginLoan: '4000' });
    const lines = selectLines(
      explain(account, [
        { type: 'moveMarket', ratio: '-0.1' },
        { type: 'shiftRequirement', points: '0.2' },
      ]),
    );
    // 60 % and 25 % of 9,000; equity 5,000.
    expect([lines?.house.figures, lines?.exchange.figures].map((each) => each?.requirement.toText())).toEqual(
      ['5400', '2250'],
    );
    expect([lines?.house.figures, lines?.exchange.figures].map((each) => each?.excess.toText())).toEqual([
      '-400',
      '2750',
    ]);
    // 4,000 ÷ 0.4 = 10,000 is today: no fall; 4,000 ÷ 0.75 = 5,333.33.
    expect(wordReaches(lines?.exchange.reaches ?? null)).toEqual([false, '0.4667 4666.67 longs', null]);
    expect(lines?.isSame).toBe(false);
  });

  it('under FINRA’s minimum and nothing typed both are one', () => {
    const account = accountOf([long('a', '10000')], { ruleSet: 'finra-minimum', marginLoan: '4000' });
    expect(selectLines(explain(account))?.isSame).toBe(true);
  });
});

describe('assumptions', () => {
  const kinds = (account: AccountInput, changes: readonly ChangeInput[] = []) =>
    listAssumptions(explain(account, changes), account).map((each) =>
      'holdings' in each
        ? `${each.kind} ${each.holdings.map(({ position, figure }) => `${position.symbol} ${figure.toText()}`).join()}`
        : each.kind,
    );

  it('M1’s account: its holdings move as the market does, the loan’s rate is unknown', () => {
    expect(kinds(m1)).toEqual(['moves A 1', 'interestUnknown', 'rules', 'prices']);
  });

  it('blank rates are named with the rate in force; leverage 3 as beta 3, or left at 1', () => {
    const account = accountOf([
      long('a', '1000'),
      long('b', '1000', { leverage: '3', beta: '3' }),
      long('c', '1000', { leverage: '2' }),
      long('d', '1000', { beta: '0.5', maintenanceRate: '0.3' }),
    ]);
    expect(kinds(account)).toEqual([
      'rates A 0.25,B 0.75,C 0.5',
      'moves A 1',
      'leverage B 3',
      'unmoved C 2',
      'rules',
      'prices',
    ]);
  });

  it('a short known by its value, without credit; interest told; rows left out', () => {
    const account = accountOf([short('a', '1000', { maintenanceRate: '0.3' })], {
      loanInterestRate: '0.07',
      excluded: [{ label: 'SPY call', reason: 'an option' }],
    });
    expect(kinds(account)).toEqual([
      'moves A 1',
      'tableNotApplied A 1',
      'noShortCredit',
      'simpleInterest',
      'rules',
      'prices',
      'excluded',
    ]);
  });

  it('Fidelity judges shares of the account; SoFi’s rate for large holdings is unknown above $100,000 of loan', () => {
    const held = [long('a', '250000'), long('b', '750000', { maintenanceRate: '0.5' }), long('c', '1000')];
    expect(kinds(accountOf(held, { ruleSet: 'fidelity' }))).toContain('concentration');
    // 25 % of 1,001,000 is 250,250: only B is that large.
    expect(kinds(accountOf(held, { ruleSet: 'sofi', marginLoan: '100001' }))).toContain('unpublished B 0.25');
    expect(kinds(accountOf(held, { ruleSet: 'sofi', marginLoan: '100000' })).join()).not.toContain(
      'unpublished',
    );
  });

  it('a switch of rules in the what-if is what the figures rest on', () => {
    const found = listAssumptions(explain(m1, [{ type: 'switchRuleSet', ruleSet: 'merrill' }]), m1);
    expect(found.find(({ kind }) => kind === 'rules')).toMatchObject({ name: 'Merrill', asOf: null });
  });
});
