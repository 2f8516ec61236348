// Where a call begins or ends and why, against roots and jumps found by hand (rules ).
import { describe, expect, it } from 'vitest';
import type { Account } from '@/engine/account';
import { ExcessCurve, findCallPoints } from '@/engine/excess-curve';
import { explainCallPoint, type Side } from '@/engine/explain-call-point';
import { buildMarketCurve } from '@/engine/market-curve';
import { bare } from '@/engine/quantity';
import { buildScenarioCurve } from '@/engine/scenario-curve';
import { accountOf, changesOf, holding } from '../support/build';

/** The account with every price moved, for naming tiers. */
function moved(account: Account, move: ReturnType<typeof bare>): Account {
  const positions = account.positions.map((each) => ({
    ...each,
    marketValue: each.marketValue.times(bare(1).plus(each.beta.as<'bare'>().times(move))),
  }));
  return { ...account, positions };
}

/** One side's step as text; a root recomputed from its own inputs. */
function explained(account: Account, side: Side, curve: ExcessCurve = buildMarketCurve(account)) {
  const points = findCallPoints(curve, bare(0));
  const point = side === 'fall' ? (points.below ?? points.cureBelow) : (points.above ?? points.cureAbove);
  const step = explainCallPoint(curve, point, side, point === null ? null : moved(account, point.at));
  const text = (value: ReturnType<typeof bare>) => value.toFixed(4);
  switch (step.kind) {
    case 'root': {
      const { from, excess, equitySlope, requirementSlope, output } = step;
      const again = from.minus(excess.over(equitySlope.minus(requirementSlope)));
      if (!again.equals(output)) throw new Error('from − excess ÷ slope is not the point');
      return ['root', ...[from, excess, equitySlope, requirementSlope, output].map(text)];
    }
    case 'edge': {
      const tiers = step.tiers.map(({ position, above }) => `${position.symbol} ${above.toText()}`);
      return ['edge', ...[step.upTo, step.beyond, step.output].map(text), ...tiers];
    }
    case 'none':
      return ['none', text(step.extremeAt), text(step.extreme)];
  }
}

describe('a root', () => {
  it('M1: 27,750 ÷ (49,000 − 12,250) is a fall of 75.51 %', () => {
    const m1 = accountOf([holding('A', { marketValue: '49000', maintenanceRate: '0.25' })], {
      cash: '1000',
      marginLoan: '10000',
    });
    expect(explained(m1, 'fall')).toEqual([
      'root',
      '0.0000',
      '27750.0000',
      '49000.0000',
      '12250.0000',
      '-0.7551',
    ]);
    // Nothing on the way up: the least excess there is today's.
    expect(explained(m1, 'rise')).toEqual(['none', '0.0000', '27750.0000']);
  });

  it('Merrill, long and short: equity stays, 6,000 more is required for each 100 %: 2,000 ÷ 6,000 up', () => {
    const account = accountOf(
      [
        holding('L', { marketValue: '10000', maintenanceRate: '0.3' }),
        holding('S', { side: 'short', marketValue: '10000', maintenanceRate: '0.3' }),
      ],
      { shortCredit: '15000', marginLoan: '7000' },
    );
    expect(explained(account, 'rise')).toEqual([
      'root',
      '0.0000',
      '2000.0000',
      '0.0000',
      '6000.0000',
      '0.3333',
    ]);
    expect(explained(account, 'fall')).toEqual(['none', '0.0000', '2000.0000']);
  });

  it('in a call: 11,000 held, 750 short; ends at 12,000, a rise of 1/11', () => {
    const account = accountOf([holding('A', { marketValue: '11000' })], {
      cash: '1000',
      marginLoan: '10000',
    });
    expect(explained(account, 'rise')).toEqual([
      'root',
      '0.0000',
      '-750.0000',
      '11000.0000',
      '2750.0000',
      '0.0909',
    ]);
    expect(explained(account, 'fall')).toEqual(['none', '0.0000', '-750.0000']);
  });

  it('exactly at the requirement: the piece that leads away, a fall of 0', () => {
    const account = accountOf([holding('A', { marketValue: '12000' })], { marginLoan: '9000' });
    expect(explained(account, 'fall')).toEqual([
      'root',
      '0.0000',
      '0.0000',
      '12000.0000',
      '3000.0000',
      '0.0000',
    ]);
  });

  it('a short whose rate takes over at 5 ÷ 0.3: from a rise of 66.67 % on 1,300 more is needed for each 100 %', () => {
    // 2,300 − 1,666.67 − 500 = 133.33 at the bend; 133.33 ÷ 1,300 = 10.26 % further: 76.92 %.
    const account = accountOf([holding('S', { side: 'short', shares: '100', price: '10' })], {
      shortCredit: '2300',
    });
    expect(explained(account, 'rise')).toEqual([
      'root',
      '0.6667',
      '133.3333',
      '-1000.0000',
      '300.0000',
      '0.7692',
    ]);
  });

  it('a fund that is worth nothing after a third: from there on the other one alone, 8,000 ÷ 30,000', () => {
    const account = accountOf(
      [
        holding('A', { marketValue: '10000', beta: '3', leverage: '1' }),
        holding('B', { marketValue: '40000' }),
      ],
      { marginLoan: '12000' },
    );
    expect(explained(account, 'fall')).toEqual([
      'root',
      '-0.3333',
      '8000.0000',
      '40000.0000',
      '10000.0000',
      '-0.6000',
    ]);
  });
});

describe('a jump', () => {
  const fidelity = (a: string) =>
    accountOf([holding('A', { marketValue: a }), holding('B', { marketValue: '60000', beta: '0' })], {
      ruleSet: 'fidelity',
      marginLoan: '53000',
    });

  it('A meets 40 % of the account at 40,000: 1,000 above up to there, 1,000 short beyond', () => {
    // 39,000: a rise of 1/39. Equity 47,000; 40 % of 40,000 + 50 % of 60,000 = 46,000, then 45 %: 48,000.
    expect(explained(fidelity('39000'), 'rise')).toEqual([
      'edge',
      '1000.0000',
      '-1000.0000',
      '0.0256',
      'A 0.4',
    ]);
  });

  it('today exactly at the threshold: the same, at a rise of 0', () => {
    expect(explained(fidelity('40000'), 'rise')).toEqual([
      'edge',
      '1000.0000',
      '-1000.0000',
      '0.0000',
      'A 0.4',
    ]);
  });

  it('in a call above it: short by 1,000 down to the threshold, 1,000 above exactly there', () => {
    // 41,000: equity 48,000, required 18,450 + 30,000.
    expect(explained(fidelity('41000'), 'fall')).toEqual([
      'edge',
      '-1000.0000',
      '1000.0000',
      '-0.0244',
      'A 0.4',
    ]);
  });

  it('a loan that grows to Firstrade’s bound: 48,833.33 above up to there, 777.78 short from there on', () => {
    // Owing 6,000 and buying 900 shares at 100 m: the loan is 90,000 m + 6,000, 100,000 at m = 47/45.
    // 100,000 m − 6,000 of equity against 25 % or 50 % of 190,000 m.
    const account = accountOf([holding('A', { shares: '1000', price: '100' })], {
      ruleSet: 'firstrade',
      marginLoan: '6000',
    });
    const changes = changesOf(
      { type: 'moveMarket', ratio: '0' },
      { type: 'trade', position: 'A', shares: '900' },
    );
    const curve = buildScenarioCurve(account, changes);
    if (curve === null) throw new Error('no curve');
    expect(explained(account, 'rise', curve)).toEqual(['edge', '48833.3333', '-777.7778', '0.0444']);
  });

  it('the same from a call: short by 1,000 down to the bound, 48,500 above below it', () => {
    // Owing 1,000 and buying 1,000 shares: the loan is 100,000 at m = 0.99. Equity 98,000 against 50 % or 25 % of 198,000.
    const account = accountOf([holding('A', { shares: '1000', price: '100' })], {
      ruleSet: 'firstrade',
      marginLoan: '1000',
    });
    const changes = changesOf(
      { type: 'moveMarket', ratio: '0' },
      { type: 'trade', position: 'A', shares: '1000' },
    );
    const curve = buildScenarioCurve(account, changes);
    if (curve === null) throw new Error('no curve');
    expect(explained(account, 'fall', curve)).toEqual(['edge', '-1000.0000', '48500.0000', '-0.0100']);
  });

  it('names no position where none stands on a threshold, or where the account there is not known', () => {
    // A long at 100 % leaves excess at 0 all along: no root to name at −50 %.
    const plain = accountOf([holding('A', { marketValue: '1000', maintenanceRate: '1' })]);
    const empty = accountOf([], { ruleSet: 'fidelity' });
    const curve = buildMarketCurve(plain);
    for (const there of [null, plain, empty, { ...plain, ruleSet: empty.ruleSet }]) {
      const step = explainCallPoint(curve, { at: bare('-0.5'), isOpen: false }, 'fall', there);
      expect(step).toMatchObject({ kind: 'edge', tiers: [] });
    }
  });
});

describe('a range that ends at the point', () => {
  const flat = (at0: number) => ({ at0: bare(at0), slope: bare(0) });
  /** From −1 to `end`: equity of 5, 10 or 8 required before the end, and 5 or 4 exactly there. */
  const ending = (end: string, required: number, atEnd: number) => {
    const figures = { equity: bare(5), longMarketValue: bare(5), shortMarketValue: bare(0) };
    const point = (at: string, requirement: number) => ({
      ...figures,
      at: bare(at),
      requirement: bare(requirement),
    });
    const segment = {
      equity: flat(5),
      requirement: flat(required),
      longMarketValue: flat(5),
      shortMarketValue: flat(0),
    };
    return new ExcessCurve([point('-1', required), point(end, atEnd)], [segment]);
  };
  const account = accountOf([]);

  it('today is the last point and free only there: 5 short below, nothing known above', () => {
    expect(explained(account, 'fall', ending('0', 10, 5))).toEqual(['edge', '0.0000', '-5.0000', '0.0000']);
    expect(explained(account, 'rise', ending('0', 10, 5))).toEqual(['edge', '0.0000', '0.0000', '0.0000']);
  });

  it('in a call of 3 that ends only where the range does, with 1 above', () => {
    expect(explained(account, 'rise', ending('0.5', 8, 4))).toEqual(['edge', '-3.0000', '1.0000', '0.5000']);
  });
});

describe('nowhere', () => {
  it('without a loan 10,000 fall to nothing and leave the 1,000 of cash: the least excess on the way', () => {
    const account = accountOf([holding('A', { marketValue: '10000' })], { cash: '1000' });
    expect(explained(account, 'fall')).toEqual(['none', '-1.0000', '1000.0000']);
  });

  it('a short in a call for good: at a price of 0 still 350 short', () => {
    // −100 of loan − $2.50 × 100.
    const account = accountOf([holding('S', { side: 'short', shares: '100', price: '10' })], {
      marginLoan: '100',
    });
    expect(explained(account, 'fall')).toEqual(['none', '-1.0000', '-350.0000']);
  });
});
