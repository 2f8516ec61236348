import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bare,
  greatest,
  least,
  type Money,
  marketValueOf,
  money,
  price,
  type Quantity,
  ratio,
  shares,
  sharesFor,
  sum,
} from '@/engine/quantity';

const third = money(1).over(ratio(3));
const decimalText = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => money(String(digits)).over(ratio(`1e${places}`)));

describe('exact numbers', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(money('0.1').plus(money('0.2')).toText()).toBe('0.3');
  });

  test('a third three times is 1, and a third plus a third is two thirds', () => {
    expect(third.times(ratio(3)).toText()).toBe('1');
    expect(third.plus(third).plus(third).equals(money(1))).toBe(true);
    expect(third.plus(money(1)).reduced().times(ratio(3)).toText()).toBe('4');
    expect(
      third
        .plus(money(1).over(ratio(7)))
        .times(ratio(21))
        .toText(),
    ).toBe('10');
  });

  test('digits are never lost: 999,999,999,999,999.000000000000000001 squared as shares × price', () => {
    const text = '999999999999999.000000000000000001';
    // (10^15 − 1 + 10^−18)², by hand: (10^15 − 1)² + 2(10^15 − 1)·10^−18 + 10^−36
    expect(marketValueOf(shares(text), price(text)).toText()).toBe(
      '999999999999998000000000000001.001999999999999998000000000000000001',
    );
  });

  test('shares bought for dollars give the dollars back: 5,000 at 3', () => {
    expect(marketValueOf(sharesFor(money(5000), price(3)), price(3)).equals(money(5000))).toBe(true);
  });

  test('division by a negative keeps the sign right, division by 0 is refused', () => {
    expect(money(1).over(ratio('-4')).toText()).toBe('-0.25');
    expect(money(-1).over(ratio('-4')).toText()).toBe('0.25');
    expect(money(6).per(money('-3')).sign()).toBe(-1);
    expect(() => money(1).over(ratio(0))).toThrow('division by zero');
  });

  test('order of fractions: 1/3 lies above 0.333 and below 0.334', () => {
    expect(third.compare(money('0.333'))).toBe(1);
    expect(money('0.334').isAbove(third)).toBe(true);
    expect(third.isBelow(money('0.334'))).toBe(true);
    expect(third.compare(third)).toBe(0);
    expect([third.negated().sign(), money(0).sign(), third.sign()]).toEqual([-1, 0, 1]);
    expect(third.negated().absolute().equals(third)).toBe(true);
    expect(third.absolute().equals(third)).toBe(true);
  });

  test('least, greatest and sum', () => {
    expect(least(money(2), money(1)).toText()).toBe('1');
    expect(least(money(1), money(2)).toText()).toBe('1');
    expect(greatest(money(2), money(1)).toText()).toBe('2');
    expect(greatest(money(1), money(2)).toText()).toBe('2');
    expect(sum<'money'>([]).toText()).toBe('0');
    expect(sum([money('0.1'), money('0.2')]).toText()).toBe('0.3');
  });
});

describe('rounding, only when printed', () => {
  test('finite decimals are printed whole, never with an exponent', () => {
    expect(money('1e-20').toText()).toBe('0.00000000000000000001');
    expect(money('1e21').toText()).toBe('1000000000000000000000');
    expect(money(1).over(ratio(8)).toText()).toBe('0.125');
    expect(money(1).over(ratio(40)).toText()).toBe('0.025');
    expect(money('0.5').over(ratio('0.25')).reduced().toText()).toBe('2');
    expect(money('-0').toText()).toBe('0');
  });

  test('others have 30 digits, rounded as asked', () => {
    const down = `0.${'3'.repeat(30)}`;
    const up = `0.${'3'.repeat(29)}4`;
    expect([third.toText(), third.toText('up'), third.toText('down')]).toEqual([down, up, down]);
    expect(third.negated().toText('up')).toBe(`-${down}`);
    expect(third.negated().toText('awayFromZero')).toBe(`-${up}`);
    expect(third.negated().toText('towardZero')).toBe(`-${down}`);
  });

  test('cents half-even: 0.125 → 0.12, 0.135 → 0.14, −0.004 → 0.00 without a minus', () => {
    expect(money('0.125').toFixed(2)).toBe('0.12');
    expect(money('0.135').toFixed(2)).toBe('0.14');
    expect(money('-0.004').toFixed(2)).toBe('0.00');
    expect(third.toFixed(2)).toBe('0.33');
    expect(third.toFixed(2, 'up')).toBe('0.34');
    expect(money(2).over(ratio(3)).toFixed(2)).toBe('0.67');
    expect(money(2).over(ratio(3)).negated().toFixed(2, 'towardZero')).toBe('-0.66');
    expect(money(1).over(ratio(400)).toFixed(2)).toBe('0.00');
    expect(money(3).over(ratio(2)).toFixed(0)).toBe('2');
    expect(money(5).over(ratio(2)).toFixed(0)).toBe('2');
  });

  test('whole shares: 9.52… rounds up to 10 and down to 9; 3 stays 3', () => {
    const needed = shares(1000).over(ratio(105));
    expect([needed.roundedUp().toText(), needed.roundedDown().toText()]).toEqual(['10', '9']);
    expect(needed.negated().roundedUp().toText()).toBe('-9');
    expect(shares(6).over(ratio(2)).roundedUp().toText()).toBe('3');
    expect(shares('2.5').roundedDown().toText()).toBe('2');
  });

  test('floats are for pixels: 1/3 and 0.1 are the nearest ones, also asked twice', () => {
    expect(third.toNumber()).toBe(1 / 3);
    expect(third.toNumber()).toBe(1 / 3);
    expect(bare('0.1').toNumber()).toBe(0.1);
    expect(bare('1e400').over(bare('3e400')).toNumber()).toBe(1 / 3);
  });
});

test('laws: (a + b) − b = a and (a × r) ÷ r = a, exactly', () => {
  fc.assert(
    fc.property(decimalText, decimalText, fc.integer({ min: 1, max: 10_000 }), (a, b, r) => {
      expect(a.plus(b).minus(b).equals(a)).toBe(true);
      expect(a.over(ratio(r)).times(ratio(r)).equals(a)).toBe(true);
      expect(a.plus(b).compare(b.plus(a))).toBe(0);
    }),
  );
});

test('units do not mix: these lines do not compile', () => {
  const takesMoney = (amount: Money) => amount.toText();
  // @ts-expect-error a price is not money
  takesMoney(price(1));
  // @ts-expect-error dollars and a price do not add up
  expect(() => money(1).plus(price(1))).not.toThrow();
  // @ts-expect-error dollars times dollars has no meaning here
  expect(() => money(1).times(money(1))).not.toThrow();
  // @ts-expect-error shares and a ratio do not compare
  expect(() => shares(1).compare(ratio(1))).not.toThrow();
  const untagged: Quantity<'money'> = money(1);
  expect(takesMoney(untagged)).toBe('1');
});
