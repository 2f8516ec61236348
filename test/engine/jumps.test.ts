import { describe, expect, test } from 'vitest';
import { findDays, findMarketDistance } from '@/engine/distances';
import { evaluateMargin } from '@/engine/margin';
import { buildMarketCurve } from '@/engine/market-curve';
import { OneMoverCurves } from '@/engine/one-mover';
import { bare } from '@/engine/quantity';
import { findReduction } from '@/engine/remedies';
import { accountOf, holding } from '../support/build';

describe("at a jump every position has the lower rate: Fidelity's points, A 40,000 moving, B 60,000 standing", () => {
  // A's share is exactly 40 % today: 30 + 10 points. Any rise takes it above: 30 + 15. B has 60 %: 30 + 20.
  const account = accountOf(
    [holding('A', { marketValue: '40000' }), holding('B', { marketValue: '60000', beta: '0' })],
    { ruleSet: 'fidelity', marginLoan: '53000' },
  );
  const required = (x: string) => buildMarketCurve(account).at(bare(x)).requirement.toText();

  test('46,000 is required at the jump, 48,001.80 a ten-thousandth above, 45,998.40 below', () => {
    expect([required('0'), required('0.0001'), required('-0.0001')]).toEqual(['46000', '48001.8', '45998.4']);
  });

  test('the last point free of a call is the jump itself, with 1,000 of excess', () => {
    const { above } = findMarketDistance(account);
    expect([above?.at.toText(), evaluateMargin(account).excess.toText()]).toEqual(['0', '1000']);
  });

  test('the corner has three figures: before, at and after the jump', () => {
    const corner = buildMarketCurve(account)
      .vertices()
      .find(({ at }) => at.sign() === 0);
    expect([corner?.before, corner?.excess, corner?.after].map((x) => x?.toText())).toEqual([
      '1000',
      '1000',
      '-1000',
    ]);
  });

  test('a threshold a hair inside the range is still met: 40 % at a fall of a millionth', () => {
    const close = accountOf(
      [holding('A', { marketValue: '40000.04' }), holding('B', { marketValue: '60000', beta: '0' })],
      { ruleSet: 'fidelity' },
    );
    // 40,000.04 (1 + s) = 0.4 (100,000.04 + 40,000.04 s) at s = −0.016 ÷ 24,000.024
    const at = buildMarketCurve(close)
      .vertices()
      .find((corner) => corner.at.toFixed(9) === '-0.000001000' || corner.at.toFixed(8) === '-0.00000067');
    expect(at?.excess.minus(at.after).toFixed(0)).toBe('2000');
  });
});

describe('whole days and whole shares exactly on the line', () => {
  test('1,000 above at exactly 10 a day: day 100 ends at 0, no call; day 101 is the first', () => {
    const even = accountOf([holding('A', { marketValue: '44000', maintenanceRate: '0.75' })], {
      marginLoan: '10000',
      loanInterestRate: '0.36',
    });
    expect([evaluateMargin(even).excess.toText(), findDays(even, evaluateMargin(even))?.toText()]).toEqual([
      '1000',
      '101',
    ]);
  });

  test("a cover whose last share would take the loan to Firstrade's bound of 100,000 stops short of it", () => {
    const account = accountOf(
      [
        holding('A', { marketValue: '133400' }),
        holding('S', { side: 'short', shares: '10', price: '200', maintenanceRate: '0.3' }),
      ],
      { ruleSet: 'firstrade', marginLoan: '99800', shortCredit: '2320' },
    );
    const margin = evaluateMargin(account);
    // Equity 133,400 − 2,000 + 2,320 − 99,800 = 33,920; required 33,350 + 600: call 30, half a share at 60.
    expect(margin.call.toText()).toBe('30');
    const [, short] = margin.positions;
    if (short === undefined) throw new Error('no short');
    const paidFromCredit = findReduction(new OneMoverCurves(account, margin), account, margin, short);
    expect([paidFromCredit.shares?.toText(), paidFromCredit.wholeShares?.toText()]).toEqual(['0.5', '1']);
    // Without credit the same cover borrows 200: one whole share lands exactly on 100,000, where 50 % governs.
    const lender = { ...account, shortCredit: account.cash, positions: account.positions };
    const owing = {
      ...lender,
      positions: lender.positions.map((p, i) =>
        i === 0 ? { ...p, marketValue: p.marketValue.plus(account.shortCredit.over(bare('0.75'))) } : p,
      ),
    };
    const after = evaluateMargin(owing);
    expect(after.call.toText()).toBe('30');
    const [, owed] = after.positions;
    if (owed === undefined) throw new Error('no short');
    const borrowed = findReduction(new OneMoverCurves(owing, after), owing, after, owed);
    expect([borrowed.shares?.toFixed(4), borrowed.wholeShares]).toEqual(['0.5000', null]);
  });
});
