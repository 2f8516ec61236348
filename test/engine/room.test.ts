// Room for a further fall: amounts from a pencil, and that each holds on all of the way and one cent less does not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, Position } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import { buildMarketCurve } from '@/engine/market-curve';
import { type Bare, bare, ratio } from '@/engine/quantity';
import { movedIn } from '@/engine/remedies';
import { failure, issue, known, success } from '@/engine/result';
import { findPracticalSecurities, findRoomCash, findRoomReduction, findRoomSecurities } from '@/engine/room';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { accountOf, after, holding, valueOf } from '../support/build';

const merrill = accountOf([holding('ABC', { marketValue: '12000', maintenanceRate: '0.3' })], {
  marginLoan: '7000',
});

describe('room for −30 % on 12,000 at 30 % against 7,000', () => {
  // After the fall 8,400 needs 2,520 and 1,400 is left: 1,120 are missing.
  it('cash 1,120; a sale of 2,196.08; securities of 2,285.71', () => {
    const fall = bare('-0.3');
    expect(findRoomCash(merrill, fall).toText()).toBe('1120');
    expect(findRoomCash(merrill, bare('-0.1')).toText()).toBe('0');
    // 1 − 0.7 × 0.7 = 0.51, and 1,120 ÷ 0.51.
    const [position] = merrill.positions;
    if (position === undefined) throw new Error('one position');
    expect(findRoomReduction(merrill, position, fall).least?.toFixed(2, 'up')).toBe('2196.08');
    // 0.7 × 0.7 = 0.49: 1,120 ÷ 0.49.
    expect(findRoomSecurities(merrill, ratio('0.3'), fall).least?.toFixed(2, 'up')).toBe('2285.72');
    expect(findPracticalSecurities(merrill, ratio('0.3'), fall)?.toText()).toBe('2285.72');
    // What needs all that it is worth brings nothing.
    expect(findPracticalSecurities(merrill, ratio(1), fall)).toBeNull();
  });
});

describe('Fidelity’s tiers: 41,000, 39,000 and 20,000 against 60,000', () => {
  const account = accountOf(
    [
      holding('A', { marketValue: '41000' }),
      holding('B', { marketValue: '39000' }),
      holding('C', { marketValue: '20000' }),
    ],
    { ruleSet: 'fidelity', marginLoan: '60000' },
  );
  it('just enough is what ends the call: 1,666.67 of the first, 5,125 of the second', () => {
    const [a, b] = account.positions;
    if (a === undefined || b === undefined) throw new Error('three positions');
    expect(evaluateMargin(account).call.toText()).toBe('1050');
    expect(findRoomReduction(account, a, bare(0)).least?.toFixed(2, 'up')).toBe('1666.67');
    expect(findRoomReduction(account, b, bare(0)).least?.toText()).toBe('5125');
  });
  it('with room for −10 %, no move up to it makes a call', () => {
    for (const position of account.positions) {
      const { practical } = findRoomReduction(account, position, bare('-0.1'));
      if (practical === null) continue;
      const sold = after(account, {
        type: 'trade',
        position: position.id,
        amount: `-${practical.toText()}`,
      });
      const curve = buildMarketCurve(sold);
      for (const at of ['0', '-0.02', '-0.05', '-0.1']) {
        const { equity, requirement } = curve.at(bare(at));
        expect(equity.minus(requirement).sign(), `${position.id} ${at}`).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

/** The lowest excess that a walk from today to a move meets, looked at in many places. */
function lowestOnTheWay(account: Account, move: string): Bare {
  const curve = buildMarketCurve(account);
  const places = [
    ...Array.from({ length: 41 }, (_, n) => bare(move).times(bare(n)).over(bare(40))),
    ...curve.points.map(({ at }) => at),
  ].filter((at) => at.absolute().compare(bare(move).absolute()) <= 0 && at.sign() * Number(move) >= 0);
  return places
    .map((at) => {
      const { equity, requirement } = curve.at(at);
      return equity.minus(requirement);
    })
    .reduce((least, each) => (each.isBelow(least) ? each : least));
}

const anyAccount = anyDocument.map((document): Account => valueOf(readDocument(document, ruleSets)).account);
const anyMove = fc.constantFrom('0', '-0.1', '-0.35', '0.2', '-1');

/** A trade of so much, sold or covered, in shares or, where they are unknown, in dollars. */
function tradedBy(account: Account, { id, side, shares }: Position, size: Bare): Account {
  const signed = (side === 'long' ? size.negated() : size).toText();
  return after(account, {
    type: 'trade',
    position: id,
    ...(shares === null ? { amount: signed } : { shares: signed }),
  });
}

describe('room in accounts of every kind', () => {
  it('cash: with it no call on the way, with a cent less there is one', () => {
    fc.assert(
      fc.property(anyAccount, anyMove, (account, move) => {
        const amount = findRoomCash(account, bare(move));
        const paid = (cash: typeof amount) => ({ ...account, cash: account.cash.plus(cash) });
        expect(lowestOnTheWay(paid(amount), move).sign()).toBeGreaterThanOrEqual(0);
        fc.pre(amount.isAbove(amount.minus(amount)));
        const less = amount.minus(amount.times(ratio('0.001')));
        expect(findRoomCash(paid(less), bare(move)).sign()).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it('a trade: after what can be carried out no call on the way, and never less than the least', () => {
    fc.assert(
      fc.property(anyAccount, anyMove, (account, move) => {
        for (const position of account.positions) {
          const { least, practical } = findRoomReduction(account, position, bare(move));
          if (practical === null) continue;
          expect(practical.compare(least ?? practical)).toBeGreaterThanOrEqual(0);
          const sold = tradedBy(account, position, practical);
          expect(lowestOnTheWay(sold, move).sign()).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('securities: after them no call on the way', () => {
    fc.assert(
      fc.property(anyAccount, anyMove, (account, move) => {
        for (const rate of ['0.25', '0.5', '1']) {
          const { practical } = findRoomSecurities(account, ratio(rate), bare(move));
          if (practical === null) continue;
          const moved = movedIn(ratio(rate), practical.as<'money'>());
          const after = { ...account, positions: [...account.positions, moved] };
          expect(lowestOnTheWay(after, move).sign()).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a low point on the way', () => {
  it('where the long is worthless at −50 % and the short gains on: 1,100 must be sold, not 400', () => {
    // Credit 5,400; long 10,000 that moves twice as far, at 25 %; short 10,000 at 30 %. Excess today 5,400 − 5,500 = −100:
    // 400 × 25 %. At −50 % 5,400 − 5,000 − 1,500 = −1,100, where a sale of today is worth all of itself. At −100 % 5,400.
    const account = accountOf(
      [
        holding('L', { marketValue: '10000', maintenanceRate: '0.25', beta: '2' }),
        holding('S', { marketValue: '10000', maintenanceRate: '0.3', side: 'short' }),
      ],
      { shortCredit: '5400' },
    );
    const [position] = account.positions;
    if (position === undefined) throw new Error('two positions');
    expect(findRoomReduction(account, position, bare(0)).least?.toText()).toBe('400');
    expect(findRoomReduction(account, position, bare(-1)).least?.toText()).toBe('1100');
  });
});

it('room for a rise: a short of 10,000 at 30 % with a credit of 14,000', () => {
  // At +10 % 14,000 − 11,000 against 3,300: 300. A dollar covered saves 10 cents and frees 33: 300 ÷ 0.43.
  const account = accountOf([holding('S', { marketValue: '10000', side: 'short', maintenanceRate: '0.3' })], {
    shortCredit: '14000',
  });
  const [position] = account.positions;
  if (position === undefined) throw new Error('one position');
  expect(findRoomCash(account, bare('0.1')).toText()).toBe('300');
  expect(findRoomReduction(account, position, bare('0.1')).practical?.toText()).toBe('697.68');
});

describe('a jump that lies at another move for each size', () => {
  // Fidelity: A 10,000 that rises by half as much as the market falls, a short of 30,000, C 60,000. A is 10 % of all, so any
  // fall takes it into a tier: excess 0.01 today, −499.99 just after. With x of A sold that comes at a fall of
  // f = x ÷ (15,000 − x ÷ 2), where 3,000.01 + 13,500 f ≥ (10,000 − x)(0.35 − 0.325 f): 0.5 x² − 22,249.995 x + 7,499,850 = 0.
  const account = accountOf(
    [
      holding('A', { marketValue: '10000', beta: '-0.5' }),
      holding('B', { marketValue: '30000', side: 'short' }),
      holding('C', { marketValue: '60000' }),
    ],
    { ruleSet: 'fidelity', cash: '6500.01' },
  );
  const [a] = account.positions;
  if (a === undefined) throw new Error('three positions');

  it('the root, 339.6646…, is no ratio: the first cent beyond it', () => {
    expect(findRoomReduction(account, a, bare('-0.4')).practical?.toText()).toBe('339.67');
  });
  it('securities dilute it: 67,498,650 ÷ 117,500.01 = 574.456…', () => {
    // With x at 25 % the tier comes at a fall of x ÷ (135,000 + x); just beyond −499.99 + 16,750 f + 0.75 x (1 − f).
    expect(findRoomSecurities(account, ratio('0.25'), bare('-0.4')).practical?.toText()).toBe('574.46');
  });
  it('none where selling so much takes another holding into a tier', () => {
    // B is 49.95 % and above 50 % from 100.01 of A on, which costs 4,995; all of A frees 3,000. Some 122 would be needed.
    const tight = accountOf(
      [
        holding('A', { marketValue: '10000', beta: '-0.5' }),
        holding('B', { marketValue: '49950', side: 'short' }),
        holding('C', { marketValue: '40050' }),
      ],
      // Required 3,000 + 24,975 + 18,022.50; equity 100 + 45,897.51: 0.01 above.
      { ruleSet: 'fidelity', cash: '45897.51' },
    );
    const [first] = tight.positions;
    if (first === undefined) throw new Error('three positions');
    expect(findRoomReduction(tight, first, bare('-0.4'))).toEqual({ least: null, practical: null });
  });
});

describe('what can be carried out', () => {
  /** 10 at $100 and 40 % against 601: equity 399, required 400. */
  const tenAndAHalf = (shares: string, loan: string) =>
    accountOf([holding('X', { shares, price: '100', maintenanceRate: '0.4' })], { marginLoan: loan });
  const sizes = (account: Account) => {
    const [position] = account.positions;
    if (position === undefined) throw new Error('one position');
    const { least, practical } = findRoomReduction(account, position, bare(0));
    return [least?.toText() ?? null, practical?.toText() ?? null];
  };

  it('whole shares round up: 1 ÷ 0.4 = 2.50 of value, so one share', () => {
    expect(sizes(tenAndAHalf('10', '601'))).toEqual(['0.025', '1']);
  });
  it('half a share that must all go goes as it is', () => {
    // 50 against 49: equity 1, required 20: 19 ÷ 0.4 = 47.50 of value.
    expect(sizes(tenAndAHalf('0.5', '49'))).toEqual(['0.475', '0.5']);
  });
  it('nothing does below zero', () => {
    expect(sizes(tenAndAHalf('10', '1001'))).toEqual([null, null]);
  });
});

it('what is known to have a value and has none says why', () => {
  expect(known(success(1))).toBe(1);
  expect(() => known(failure([issue('not-held', '')]))).toThrow('not-held');
});
