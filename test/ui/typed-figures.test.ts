import { describe, expect, it } from 'vitest';
import {
  readMoney,
  readMove,
  readMultiple,
  readPoints,
  readPrice,
  readRate,
  readRequirement,
  readShares,
  readWeight,
  readWorth,
} from '@/ui/typed-figures';

describe('figures of each kind', () => {
  it('dollars are dollars, never percent, never below zero', () => {
    expect(readMoney('$49,000.50')).toEqual({ ok: true, value: '49000.5' });
    expect(readMoney('25 %').ok).toBe(false);
    expect(readMoney('(5)').ok).toBe(false);
  });

  it('a rate of 25 is the ratio 0.25; more than 300 % is refused', () => {
    expect(readRate('25')).toEqual({ ok: true, value: '0.25' });
    expect(readRate('33.333333333333333 %')).toEqual({ ok: true, value: '0.33333333333333333' });
    // 18 decimals as a ratio would be taken for dollars.
    expect(readRate('33.3333333333333333 %')).toEqual({ ok: false, message: 'At most 15 decimals.' });
    expect(readRate('300')).toEqual({ ok: true, value: '3' });
    expect(readRate('300.1').ok).toBe(false);
    expect(readRate('-1').ok).toBe(false);
    expect(readRate('$25').ok).toBe(false);
  });

  it('a requirement of more than 300 without a sign can only be dollars', () => {
    expect(readRequirement('25')).toEqual({ ok: true, value: { kind: 'rate', ratio: '0.25' } });
    expect(readRequirement('17000')).toEqual({ ok: true, value: { kind: 'dollars', dollars: '17000' } });
    expect(readRequirement('$250')).toEqual({ ok: true, value: { kind: 'dollars', dollars: '250' } });
    expect(readRequirement('17000 %').ok).toBe(false);
  });

  it('a move is a percentage, or dollars of holdings; nothing falls by more than 100 %', () => {
    expect(readMove('-13')).toEqual({ ok: true, value: { kind: 'percent', ratio: '-0.13' } });
    expect(readMove('(12.5)')).toEqual({ ok: true, value: { kind: 'percent', ratio: '-0.125' } });
    expect(readMove('$13,000')).toEqual({ ok: true, value: { kind: 'dollars', dollars: '13000' } });
    expect(readMove('-100')).toEqual({ ok: true, value: { kind: 'percent', ratio: '-1' } });
    expect(readMove('-100.1').ok).toBe(false);
    expect(readMove('1000')).toEqual({ ok: true, value: { kind: 'percent', ratio: '10' } });
    expect(readMove('85000 %')).toEqual({ ok: true, value: { kind: 'percent', ratio: '850' } });
    expect(readMove('85000')).toEqual({
      ok: false,
      message: 'Did you mean $85,000? For a rise of 85,000\u00A0%, type the sign too.',
    });
  });

  it('points are percentage points', () => {
    expect(readPoints('5')).toEqual({ ok: true, value: '0.05' });
    expect(readPoints('-30 %')).toEqual({ ok: true, value: '-0.3' });
    expect(readPoints('$5').ok).toBe(false);
  });
});

describe('the example beside what is no number', () => {
  it('has a minus only where a minus may be typed', () => {
    for (const read of [readMoney, readShares, readPrice, readRate, readWeight, readRequirement, readWorth]) {
      expect(read('abc')).toMatchObject({ message: expect.not.stringContaining('minus') as string });
    }
    for (const read of [readMultiple, readMove, readPoints]) {
      expect(read('abc')).toMatchObject({ message: expect.stringContaining('−12.5') as string });
    }
  });
});

describe('0.3 in a percent field', () => {
  it('asks whether 30 % is meant, and 0.075 whether 7.5 %', () => {
    expect(readRate('0.3')).toEqual({
      ok: false,
      message: 'Did you mean 30\u00A0%? For less than 1\u00A0%, type the sign too: 0.3\u00A0%.',
    });
    expect(readRequirement('0.075')).toMatchObject({ ok: false });
    expect(readRate('0.075')).toMatchObject({
      message: expect.stringContaining('mean 7.5\u00A0%?') as string,
    });
  });

  it('takes 0.3 % with its sign, 0 and 1 as they are', () => {
    expect(readRate('0.3 %')).toEqual({ ok: true, value: '0.003' });
    expect(readRate('0')).toEqual({ ok: true, value: '0' });
    expect(readRate('1')).toEqual({ ok: true, value: '0.01' });
  });
});

describe('what is held', () => {
  it.each(['200 @ 245', '200 x 245', '200x245', '200 × $245', '200*245', '200 X 245.00'])('%s', (text) => {
    expect(readWorth(text)).toEqual({ ok: true, value: { shares: '200', price: '245' } });
  });

  it('one figure is a value; halves, nothing and three figures are refused', () => {
    expect(readWorth('49,000')).toEqual({ ok: true, value: { marketValue: '49000' } });
    for (const text of ['200 @', '@ 245', '1 @ 2 @ 3', '200 @ -1', '0 @ 5', '1e5 @ 3', '5 % @ 3', '']) {
      expect(readWorth(text)).toMatchObject({ ok: false });
    }
    expect(readWorth('(12.5)')).toMatchObject({
      message: 'Type the value without a minus; the side carries the sign.',
    });
  });

  it('shares are more than 0 and have no unit; a price may be 0', () => {
    expect(readShares('0.000001')).toEqual({ ok: true, value: '0.000001' });
    for (const text of ['0', '0.00', '-3', '$3', '3 %'])
      expect(readShares(text)).toMatchObject({ ok: false });
    expect(readPrice('0')).toEqual({ ok: true, value: '0' });
    expect(readPrice('-1')).toEqual({ ok: false, message: 'A price cannot be below zero.' });
  });

  it('multiples are signed, weights lie between 0 and 100 %', () => {
    expect(readMultiple('−2')).toEqual({ ok: true, value: '-2' });
    expect(readMultiple('101').ok).toBe(false);
    expect(readMultiple('3 %').ok).toBe(false);
    expect(readWeight('12.5')).toEqual({ ok: true, value: '0.125' });
    expect(readWeight('100.1').ok).toBe(false);
    expect(readWeight('-1').ok).toBe(false);
  });
});
