import { describe, expect, test } from 'vitest';
import { evaluateMargin } from '@/engine/margin';
import { bare } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import { buildScenarioCurve, findScenarioCallPoints, replaceMarketMove } from '@/engine/scenario-curve';
import { accountOf, after, changesOf, holding } from '../support/build';

const tenThousand = accountOf([holding('A', { marketValue: '10000', maintenanceRate: '0.3' })], {
  marginLoan: '5000',
});
const move = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });

/** Call points inside a scenario as text, below and above today. */
function callPoints(account: typeof tenThousand, ...changes: readonly ChangeInput[]) {
  const points = findScenarioCallPoints(account, changesOf(...changes));
  return points === null
    ? null
    : [
        points.below?.at.toText('up') ?? null,
        points.above?.at.toText('down') ?? null,
        points.cureBelow?.at.toText('up') ?? null,
        points.cureAbove?.at.toText('down') ?? null,
      ];
}

describe('distances from today inside a what-if', () => {
  test('without changes: 10,000 at 30 %, loan 5,000: call below 7,142.86, a fall of 28.57 %', () => {
    expect(callPoints(tenThousand)).toEqual(['-0.285714285714285714285714285714', null, null, null]);
  });

  test('two market moves count as one, standing where the first stood', () => {
    const changes = changesOf(
      { type: 'deposit', amount: '1' },
      move('-0.1'),
      { type: 'repay', amount: '1' },
      move('-0.2'),
    );
    const replaced = replaceMarketMove(changes, bare('0.5'));
    expect(replaced.map(({ change }) => change.type)).toEqual(['deposit', 'moveMarket', 'repay']);
  });

  test('a requirement raised to 40 % inside the what-if: call below 8,333.33, a fall of 16.67 %', () => {
    const points = callPoints(tenThousand, move('-0.05'), { type: 'shiftRequirement', points: '0.1' });
    expect(points?.[0]).toBe('-0.166666666666666666666666666666');
  });

  test('a price set after the move does not move: no call at any move', () => {
    const points = callPoints(tenThousand, move('-0.5'), { type: 'setPrice', position: 'A', price: '8000' });
    expect(points).toEqual([null, null, null, null]);
  });

  test('a price set before the move moves with it: from 8,000 a fall of 10.71 % to 7,142.86', () => {
    const points = callPoints(tenThousand, { type: 'setPrice', position: 'A', price: '8000' }, move('-0.5'));
    expect(points?.[0]).toBe('-0.107142857142857142857142857142');
  });

  test('2,000 dollars sold after the move: excess 7,000 m − 4,400, so a call below m = 22/35', () => {
    // equity 10,000 m − 5,000; requirement 0.3 (10,000 m − 2,000)
    const points = callPoints(tenThousand, move('-0.1'), { type: 'trade', position: 'A', amount: '-2000' });
    expect(points).toEqual(['-0.371428571428571428571428571428', null, null, null]);
  });

  test('the range ends where the sale becomes impossible: 9,000 sold is more than is held below −10 %', () => {
    // 0.3 × (10,000 m − 9,000) is required of 10,000 m − 5,000: free wherever the sale is possible
    const changes: ChangeInput[] = [move('0'), { type: 'trade', position: 'A', amount: '-9000' }];
    expect(callPoints(tenThousand, ...changes)).toEqual([null, null, null, null]);
    expect(buildScenarioCurve(tenThousand, changesOf(...changes))?.from.toText()).toBe('-0.1');
  });

  test('a sale at a price of 0 is impossible: the range starts after −100 %, the figures go on to it', () => {
    const account = accountOf([holding('A', { shares: '100', price: '100', maintenanceRate: '0.3' })], {
      marginLoan: '1000',
    });
    const curve = buildScenarioCurve(
      account,
      changesOf(move('0'), { type: 'trade', position: 'A', amount: '500' }),
    );
    expect(curve?.from.toText()).toBe('-1');
    // bought for 500 with no cash: loan 1,500, required 0.3 × 500 when the first 100 shares are worth nothing
    expect(curve?.at(bare(-1)).equity.toText()).toBe('-1000');
  });

  test('impossible without a move: no distances', () => {
    const sale: ChangeInput = { type: 'trade', position: 'A', amount: '-12000' };
    expect(callPoints(tenThousand, move('0.5'), sale)).toBeNull();
    expect(buildScenarioCurve(tenThousand, changesOf(move('0.5'), sale))).toBeNull();
    expect(callPoints(tenThousand, { type: 'setPrice', position: 'B', price: '1' })).toBeNull();
  });

  test('interest on a loan that a purchase after the move made: bends where the cash is used up', () => {
    // Buying 50 shares at 100 m costs 5,000 m: 4,000 of cash, then loan; 360 days at 10 % add a tenth of that loan.
    const account = accountOf([holding('A', { shares: '100', price: '100', maintenanceRate: '0.3' })], {
      cash: '4000',
      loanInterestRate: '0.1',
    });
    const curve = buildScenarioCurve(
      account,
      changesOf(move('0'), { type: 'trade', position: 'A', shares: '50' }, { type: 'passDays', days: 360 }),
    );
    // m = 0.8: no loan; equity 4,000 + 8,000. m = 1.2: loan 2,000 + 200; equity 18,000 − 2,200.
    expect(curve?.at(bare('-0.2')).equity.toText()).toBe('12000');
    expect(curve?.at(bare('0.2')).equity.toText()).toBe('15800');
  });

  test('rebalancing after the move keeps to the weights: 60 % at 30 %, 40 % at 50 %, loan 6,000', () => {
    // required 0.38 of 10,000 m with equity 10,000 m − 6,000: call below m = 6,000 ÷ 6,200
    const account = accountOf(
      [
        holding('A', { marketValue: '9000', maintenanceRate: '0.3', targetWeight: '0.6' }),
        holding('B', { shares: '10', price: '100', maintenanceRate: '0.5', targetWeight: '0.4' }),
      ],
      { marginLoan: '6000' },
    );
    expect(callPoints(account, { type: 'rebalance' })?.[0]).toBe('-0.032258064516129032258064516129');
  });

  test('a cover by dollars after the move: the root of 10 m² = 11 m + 1 to 20 digits, toward today', () => {
    // 1,000 short at 10 with credit 16,000: $5 a share governs; 2,000 ÷ (10 m) shares are covered.
    // Excess 16,000 − 10,000 m − 5,000 + 1,000 ÷ m, so m = (11 + √161) ÷ 20 and √161 = 12.688577540449520380…
    const account = accountOf([holding('S', { side: 'short', shares: '1000', price: '10' })], {
      shortCredit: '16000',
    });
    const points = callPoints(account, move('0'), { type: 'trade', position: 'S', amount: '2000' });
    expect(points?.[1]?.slice(0, 22)).toBe('0.18442887702247601900');
    expect(points?.[0]).toBeNull();
  });

  test('in a call today: the move at which the curved excess ends it', () => {
    // Credit 14,000: 9,000 − 10,000 m + 1,000 ÷ m = 0 at m = (9 + √121) ÷ 20 = 1; 13,000 needs a fall.
    const account = accountOf([holding('S', { side: 'short', shares: '1000', price: '10' })], {
      shortCredit: '13000',
    });
    const points = callPoints(account, move('0'), { type: 'trade', position: 'S', amount: '2000' });
    // 8,000 − 10,000 m + 1,000 ÷ m: m = (8 + √104) ÷ 20 = 0.909901951359278…
    expect(points?.[2]?.slice(0, 17)).toBe('-0.09009804864072');
  });
});

describe('a trade that closes a position at one point only', () => {
  test('a short of 1,000 covered with 1,000 is gone at no move, whatever value is set for it later', () => {
    // Credit 2,000 − 1,000 paid: equity 1,000. Any rise leaves some of it, and that is then set to 1,300.
    const account = accountOf([holding('S', { side: 'short', marketValue: '1000' })], {
      shortCredit: '2000',
    });
    const changes = changesOf(
      { type: 'trade', position: 'S', amount: '1000' },
      { type: 'setPrice', position: 'S', price: '1300' },
    );
    const here = buildScenarioCurve(account, changes)?.at(bare(0));
    expect([here?.equity.toText(), here?.requirement.toText()]).toEqual(['1000', '0']);
    const higher = buildScenarioCurve(account, changes)?.at(bare('0.1'));
    // 2,000 − 1,000 − 1,300, and 30 % of 1,300.
    expect([higher?.equity.toText(), higher?.requirement.toText()]).toEqual(['-300', '390']);
  });
});

describe('what-ifs whose excess is no straight line', () => {
  test('a boundary that keeps coming closer, a double root at today, ends in an answer and not in a loop', () => {
    // B is worth 100 (m − 1)² ÷ m after these: selling 300 of it is possible nowhere near today.
    const account = accountOf([
      holding('A', { shares: '1', price: '100', targetWeight: '0' }),
      holding('B', { shares: '1', price: '100', targetWeight: '1' }),
    ]);
    const points = callPoints(
      account,
      move('0'),
      { type: 'trade', position: 'A', amount: '100' },
      { type: 'setPrice', position: 'A', price: '100' },
      { type: 'rebalance' },
      { type: 'trade', position: 'B', amount: '-300' },
    );
    expect(points === null || points.every((point) => point === null)).toBe(true);
  });

  test('shares bought after dollars of the same holding stay a straight line: a call below m = 1,420 ÷ 1,503', () => {
    const account = accountOf(
      [
        holding('A', { shares: '7', price: '1', maintenanceRate: '1' }),
        holding('B', { shares: '500', price: '20' }),
      ],
      { marginLoan: '5000' },
    );
    const points = callPoints(
      account,
      { type: 'trade', position: 'A', amount: '2100' },
      { type: 'trade', position: 'A', shares: '10' },
      { type: 'trade', position: 'B', shares: '-5' },
    );
    // A: 7 m + 2,100 + 10 m, all required; B: 495 × 20 m at 25 %; loan 7,100 + 10 m − 100 m of the sale:
    // 10,000 m + 7 m − 5,000 = 2,100 + 17 m + 2,475 m, so m = 7,100 ÷ 7,515
    expect(points?.[0]).toBe('-0.0552228875582168995342648037258');
  });

  test('the stretch up to where the scenario becomes impossible counts: a call begins just before it', () => {
    // A: 1,000 − 50,050 ÷ (100 m) shares at $100; B: 10,000 m; cash 50,050, loan 53,700, all at 30 %:
    // 0.7 (100,000 − 50,050 ÷ m + 10,000 m) = 3,650, so 10,000 m² + 94,785.71… m = 50,050
    const account = accountOf(
      [holding('A', { shares: '1000', price: '100' }), holding('B', { shares: '100', price: '100' })],
      { marginLoan: '53700', ruleSet: 'merrill' },
    );
    const points = callPoints(
      account,
      move('-0.499'),
      { type: 'trade', position: 'A', amount: '-50050' },
      { type: 'setPrice', position: 'A', price: '100' },
    );
    expect(points?.[0]?.slice(0, 12)).toBe('-0.498500555');
    expect(points?.[0]?.length).toBeLessThan(30);
  });
});

test('at every point a scenario curve says what evaluating the scenario there says', () => {
  const account = accountOf(
    [
      holding('A', { shares: '100', price: '100', beta: '1.5' }),
      holding('B', { marketValue: '5000', beta: '-0.5' }),
      holding('S', { side: 'short', shares: '300', price: '12', beta: '2' }),
    ],
    { cash: '500', marginLoan: '5000', shortCredit: '4000', ruleSet: 'fidelity', loanInterestRate: '0.08' },
  );
  const changes: ChangeInput[] = [
    { type: 'moveGroup', group: 'x', ratio: '0' },
    move('0'),
    { type: 'trade', position: 'A', shares: '20' },
    { type: 'passDays', days: 90 },
    { type: 'trade', position: 'B', amount: '-1000' },
    { type: 'shiftRequirement', points: '0.05' },
  ];
  const usable = changes.slice(1);
  const curve = buildScenarioCurve(account, changesOf(...usable));
  for (let percent = -60; percent <= 150; percent += 7) {
    const at = (percent / 100).toFixed(2);
    const margin = evaluateMargin(after(account, move(at), ...usable.slice(1)));
    const figures = curve?.at(bare(at));
    expect([at, figures?.equity.toText(), figures?.requirement.toText()]).toEqual([
      at,
      margin.equity.toText(),
      margin.requirement.toText(),
    ]);
  }
});
