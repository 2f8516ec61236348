import { describe, expect, it } from 'vitest';
import { bare, money, ratio } from '@/engine/quantity';
import {
  formatCall,
  formatDistance,
  formatDollars,
  formatEquityRatio,
  formatExcess,
  formatHeld,
  formatMoney,
  formatMoneyShort,
  formatMove,
  formatPercent,
  formatPoints,
  formatRate,
  formatSum,
  percentForField,
  shortenDollars,
} from '@/ui/format';

const third = ratio(1).over(ratio(3));

describe('what is not 0', () => {
  it('is not printed as 0 %: it has as many decimals as it takes', () => {
    expect(formatDistance(bare('-0.00099'))).toBe('0.09\u00A0%');
    expect(formatPercent(ratio('-0.0000012'))).toBe('−0.0001\u00A0%');
    expect(formatPoints(bare('0.00004'))).toBe('0.004 points');
    expect(formatDistance(bare('0'))).toBe('0.0\u00A0%');
    expect(formatDistance(bare('1e-25'))).toBe('0.0\u00A0%');
  });
});

describe('the equity ratio', () => {
  it('is rounded down as equity is: what is missing is never understated', () => {
    // 30,400 ÷ 82,400 = 0.368932…; −1,400 ÷ 31,000 = −0.045161….
    expect(formatEquityRatio(ratio('0.368932'))).toBe('36.8\u00A0%');
    expect(formatEquityRatio(ratio('-0.045161'))).toBe('−4.6\u00A0%');
  });
});

describe('a sum in words adds up to the cent', () => {
  const sum = (equity: string, requirement: string) => {
    const words = formatSum({ equity: money(equity), excess: money(equity).minus(money(requirement)) });
    return [words.equity, words.requirement, words.excess];
  };

  it('whole cents stay as they are', () => {
    expect(sum('34600', '17000')).toEqual(['$34,600.00', '$17,000.00', '$17,600.00']);
    expect(sum('0', '0')).toEqual(['$0.00', '$0.00', '$0.00']);
  });

  it('half cents: the room is never overstated', () => {
    // 10.005 − 5.00 is 5.005; 10.00 − 5.005 is 4.995; both rounded each for itself would miss a cent.
    expect(sum('10.005', '5')).toEqual(['$10.00', '$5.00', '$5.00']);
    expect(sum('10', '5.005')).toEqual(['$10.00', '$5.01', '$4.99']);
    // 10.009 − 5.005 is 5.004.
    expect(sum('10.009', '5.005')).toEqual(['$10.00', '$5.00', '$5.00']);
  });

  it('below zero: a call of 6,900.006 is printed as 6,900.01', () => {
    expect(sum('-1400.001', '5500.005')).toEqual(['−$1,400.01', '$5,500.00', '−$6,900.01']);
    expect(sum('4', '4.05')).toEqual(['$4.00', '$4.05', '−$0.05']);
  });
});

describe('rounding for words', () => {
  it('money keeps its cents and a true minus', () => {
    expect(formatMoney(money('-1400'))).toBe('−$1,400.00');
    expect(formatMoneyShort(money('750'))).toBe('$750');
    expect(formatMoneyShort(money('560.3'))).toBe('$560.30');
    expect(formatDollars(money('33102.2'), 'up')).toBe('$33,103');
  });

  it('dollars of a million and more are cut to three figures or so', () => {
    expect(shortenDollars('$999,999')).toBe('$999,999');
    expect(shortenDollars('$1,299,147')).toBe('$1.29M');
    expect(shortenDollars('−$42,606,848')).toBe('−$42.6M');
    expect(shortenDollars('$5,142,606,848')).toBe('$5.14B');
    expect(shortenDollars('$999,999,999')).toBe('$999.9M');
    expect(shortenDollars('$999,999,999,999')).toBe('$999.9B');
    expect(shortenDollars('$1,000,000,000,000')).toBe('$1.00T');
    expect(shortenDollars('$1,234,000,000,000,000')).toBe('$1,234.0T');
  });

  it('a call rounds up, excess rounds down: both against the reader', () => {
    expect(formatCall(money('749.991'))).toBe('$750');
    expect(formatCall(money('0.001'))).toBe('$0.01');
    expect(formatExcess(money('0.009'))).toBe('$0.00');
    expect(formatExcess(money('-0.001'))).toBe('−$0.01');
  });

  it('what is held long is printed down, what is held short up', () => {
    expect(formatHeld(money('10.019'), 'long')).toBe('$10.01');
    expect(formatHeld(money('10.011'), 'short')).toBe('$10.02');
  });

  it('what is not 0 takes up to eight decimals not to be printed as 0; smaller it is 0 without a sign', () => {
    expect(formatPercent(ratio('-0.0000000001'))).toBe('−0.00000001\u00A0%');
    expect(formatPercent(ratio('-0.00000000009'))).toBe('0.0\u00A0%');
    expect(formatMove(bare('0.0000000001'))).toBe('+0.00000001\u00A0%');
    expect(formatMove(bare('0.00000000009'))).toBe('0.0\u00A0%');
    expect(formatMove(bare('0'))).toBe('0.0\u00A0%');
  });

  it('distances round toward zero to one decimal', () => {
    expect(formatDistance(bare('-0.7559'))).toBe('75.5\u00A0%');
    expect(formatPercent(third)).toBe('33.3\u00A0%');
    expect(formatPoints(bare('0.30349'))).toBe('30.3 points');
  });

  it('fields show a move as it is, or a mark where more digits follow', () => {
    expect(percentForField('-0.1428')).toBe('−14.28');
    expect(percentForField('-0.142857142857142857142857142857')).toBe('−14.285714…');
    expect(percentForField('-0.14285714')).toBe('−14.285714');
    expect(percentForField('0.13')).toBe('13');
    expect(percentForField('0')).toBe('0');
  });

  it('rates show up to two decimals', () => {
    expect(formatRate(ratio('0.25'))).toBe('25\u00A0%');
    expect(formatRate(ratio('0.2931034'))).toBe('29.31\u00A0%');
  });
});
