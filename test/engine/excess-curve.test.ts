import { describe, expect, test } from 'vitest';
import {
  type CurveFigures,
  contains,
  ExcessCurve,
  findCallPoints,
  firstFreeFrom,
  type Segment,
} from '@/engine/excess-curve';
import { itemAt } from '@/engine/item-at';
import { buildMarketCurve } from '@/engine/market-curve';
import { bare } from '@/engine/quantity';
import { accountOf, holding } from '../support/build';

const zeroLine = { at0: bare(0), slope: bare(0) };
const point = (at: string, excess: string): CurveFigures => ({
  at: bare(at),
  equity: bare(excess),
  requirement: bare(0),
  longMarketValue: bare(0),
  shortMarketValue: bare(0),
});
const segment = (at0: string, slope: string): Segment => ({
  equity: { at0: bare(at0), slope: bare(slope) },
  requirement: zeroLine,
  longMarketValue: zeroLine,
  shortMarketValue: zeroLine,
});
const free = (curve: ExcessCurve) =>
  curve
    .freeIntervals()
    .map(
      (each) =>
        `${each.isFromOpen ? '(' : '['}${each.from.toText()}, ${each.to?.toText() ?? '∞'}${each.isToOpen ? ')' : ']'}`,
    );
const crossings = (curve: ExcessCurve, today: string) =>
  findCallPoints(curve, bare(today)).crossings.map(({ at, kind }) => `${kind} ${at.toText()}`);

describe('stretches without a call', () => {
  test('a line through 0 is free from its root on', () => {
    const curve = new ExcessCurve([point('0', '-4')], [segment('-4', '2')]);
    expect(free(curve)).toEqual(['[2, ∞)']);
    expect(crossings(curve, '0')).toEqual(['callEnds 2']);
    expect(findCallPoints(curve, bare(0)).cureAbove?.at.toText()).toBe('2');
    expect(firstFreeFrom(curve)?.at.toText()).toBe('2');
    expect(firstFreeFrom(curve, bare(5))?.at.toText()).toBe('5');
  });

  test('touching 0 from above is no crossing', () => {
    const curve = new ExcessCurve(
      [point('0', '2'), point('2', '0')],
      [segment('2', '-1'), segment('-2', '1')],
    );
    expect(free(curve)).toEqual(['[0, ∞)']);
    expect(crossings(curve, '1')).toEqual([]);
  });

  test('touching 0 from below is a single free point and no crossing; a cure needs more', () => {
    const curve = new ExcessCurve(
      [point('0', '-2'), point('2', '0')],
      [segment('-2', '1'), segment('2', '-1')],
    );
    expect(free(curve)).toEqual(['[2, 2]']);
    expect(crossings(curve, '1')).toEqual([]);
    expect(findCallPoints(curve, bare(1)).cureAbove).toBeNull();
    expect(firstFreeFrom(curve)?.at.toText()).toBe('2');
  });

  test('today a single free point: both distances are 0', () => {
    const curve = new ExcessCurve(
      [point('0', '-2'), point('2', '0')],
      [segment('-2', '1'), segment('2', '-1')],
    );
    const points = findCallPoints(curve, bare(2));
    expect([points.below?.at.toText(), points.above?.at.toText(), points.isInCall]).toEqual([
      '2',
      '2',
      false,
    ]);
  });

  test('a single free point at the start of the range counts: a call ends there', () => {
    const curve = new ExcessCurve([point('-1', '0')], [segment('-1', '-1')]);
    expect(crossings(curve, '0')).toEqual(['callBegins -1']);
    expect(findCallPoints(curve, bare(0)).cureBelow?.at.toText()).toBe('-1');
  });

  test('a single free point at the end of a bounded range counts too', () => {
    const curve = new ExcessCurve([point('0', '-2'), point('1', '3')], [segment('-2', '0')]);
    expect(free(curve)).toEqual(['[1, 1]']);
    expect(crossings(curve, '0')).toEqual(['callEnds 1']);
  });

  test('a jump down just after a point leaves the point itself free, with excess to spare', () => {
    const curve = new ExcessCurve(
      [point('0', '5'), point('1', '5')],
      [segment('5', '0'), segment('-1', '0')],
    );
    expect(free(curve)).toEqual(['[0, 1]']);
    const { above } = findCallPoints(curve, bare(0));
    expect([above?.at.toText(), above?.isOpen]).toEqual(['1', false]);
  });

  test('where the point itself is the dearer one, the stretch before it is open', () => {
    const curve = new ExcessCurve(
      [point('0', '5'), point('1', '-1')],
      [segment('5', '0'), segment('-1', '0')],
    );
    expect(free(curve)).toEqual(['[0, 1)']);
    expect(findCallPoints(curve, bare(0)).above?.isOpen).toBe(true);
    const other = new ExcessCurve(
      [point('0', '-1'), point('1', '-1')],
      [segment('-1', '0'), segment('5', '0')],
    );
    expect(free(other)).toEqual(['(1, ∞)']);
    expect(firstFreeFrom(other, bare(1))?.isOpen).toBe(true);
    const split = new ExcessCurve(
      [point('0', '1'), point('1', '-1')],
      [segment('1', '0'), segment('5', '0')],
    );
    expect(free(split)).toEqual(['[0, 1)', '(1, ∞)']);
    expect(firstFreeFrom(split, bare(1))?.at.toText()).toBe('1');
    expect(firstFreeFrom(split, bare(3))?.at.toText()).toBe('3');
  });

  test('falling for ever, rising for ever, flat for ever', () => {
    expect(free(new ExcessCurve([point('0', '4')], [segment('4', '-2')]))).toEqual(['[0, 2]']);
    expect(free(new ExcessCurve([point('0', '0')], [segment('0', '1')]))).toEqual(['[0, ∞)']);
    expect(free(new ExcessCurve([point('0', '0')], [segment('0', '-1')]))).toEqual(['[0, 0]']);
    expect(free(new ExcessCurve([point('0', '0')], [segment('0', '0')]))).toEqual(['[0, ∞)']);
    expect(free(new ExcessCurve([point('0', '-1')], [segment('-1', '0')]))).toEqual([]);
    expect(firstFreeFrom(new ExcessCurve([point('0', '-1')], [segment('-1', '0')]))).toBeNull();
  });

  test('today above or below a stretch is not in it', () => {
    const interval = { from: bare(0), isFromOpen: true, to: bare(1), isToOpen: true };
    expect(['-1', '0', '0.5', '1', '2'].map((x) => contains(interval, bare(x)))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(contains({ ...interval, to: null }, bare(2))).toBe(true);
    expect(contains({ ...interval, isToOpen: false }, bare(1))).toBe(true);
  });
});

describe('a long and a short through the whole range', () => {
  // Long 100 × $100 at 25 %, short 100 × $20 at 30 % with FINRA's $5: bends where the short costs $16.67, $5 and $2.50.
  const account = accountOf(
    [
      holding('L', { shares: '100', price: '100' }),
      holding('S', { side: 'short', shares: '100', price: '20' }),
    ],
    { marginLoan: '5000', shortCredit: '2000' },
  );
  const curve = buildMarketCurve(account);

  test('the corners stand at −100, −87.5, −75, −16.67 %', () => {
    expect(curve.vertices().map(({ at }) => at.toFixed(4))).toEqual([
      '-1.0000',
      '-0.8750',
      '-0.7500',
      '-0.1667',
    ]);
  });

  test('corners carry the figures a pencil gives: at −75 % equity −1,000, required 625 + 500', () => {
    const corner = itemAt(curve.vertices(), 2);
    expect([corner.before, corner.excess, corner.after].map((x) => x.toText())).toEqual([
      '-2125',
      '-2125',
      '-2125',
    ]);
    const figures = curve.at(bare('-0.75'));
    expect([figures.longMarketValue, figures.shortMarketValue].map((x) => x.toText())).toEqual([
      '2500',
      '500',
    ]);
  });

  test('outside the range the nearest end answers', () => {
    expect(curve.at(bare(-2)).equity.toText()).toBe('-3000');
    expect(curve.to).toBeNull();
    const bounded = new ExcessCurve([point('0', '1'), point('2', '5')], [segment('1', '2')]);
    expect([bounded.at(bare(7)).equity, bounded.at(bare(1)).equity].map((x) => x.toText())).toEqual([
      '5',
      '3',
    ]);
    expect(bounded.to?.toText()).toBe('2');
    expect(bounded.vertices().map(({ after }) => after.toText())).toEqual(['1', '5']);
  });

  test('coordinates that floats cannot tell apart are told apart exactly', () => {
    const step = '0.00000000000000000001';
    const close = new ExcessCurve(
      [point('1', '1'), point(`1.${step.slice(2)}`, '2')],
      [segment('1', '0'), segment('2', '0')],
    );
    expect(close.at(bare('1.000000000000000000005')).equity.toText()).toBe('1');
    expect(close.at(bare('1.00000000000000000002')).equity.toText()).toBe('2');
    expect(close.at(bare('0.99999999999999999999')).at.toText()).toBe('1');
  });
});

test('an item that is not in a list is refused', () => {
  expect(() => itemAt([1], 1)).toThrow('no item 1 in a list of 1');
});
