import { describe, expect, it } from 'vitest';
import { bare, money, ratio } from '@/engine/quantity';
import {
  describeExcess,
  formatCall,
  formatDistance,
  formatDollars,
  formatExcess,
  formatMoney,
  formatMoneyShort,
  formatPercent,
  formatPoints,
  formatRate,
  percentForField,
} from '@/ui/format';

const third = ratio(1).over(ratio(3));

describe('rounding for words', () => {
  it('money keeps its cents and a true minus', () => {
    expect(formatMoney(money('-1400'))).toBe('−$1,400.00');
    expect(formatMoneyShort(money('750'))).toBe('$750');
    expect(formatMoneyShort(money('560.3'))).toBe('$560.30');
    expect(formatDollars(money('33102.2'), 'up')).toBe('$33,103');
  });

  it('a call rounds up, excess rounds down: both against the reader', () => {
    expect(formatCall(money('749.991'))).toBe('$750');
    expect(formatCall(money('0.001'))).toBe('$0.01');
    expect(formatExcess(money('0.009'))).toBe('$0.00');
    expect(formatExcess(money('-0.001'))).toBe('−$0.01');
    expect(describeExcess(money('-750'))).toBe('$750.00 below the requirement: margin call');
  });

  it('distances round toward zero to one decimal', () => {
    expect(formatDistance(bare('-0.7559'))).toBe('75.5\u00A0%');
    expect(formatDistance(bare('-0.00099'))).toBe('0.0\u00A0%');
    expect(formatPercent(ratio('-0.0009'))).toBe('0.0\u00A0%');
    expect(formatPercent(third)).toBe('33.3\u00A0%');
    expect(formatPoints(bare('0.30349'))).toBe('30.3 points');
  });

  it('rates show up to two decimals, fields no more', () => {
    expect(formatRate(ratio('0.25'))).toBe('25\u00A0%');
    expect(formatRate(ratio('0.2931034'))).toBe('29.31\u00A0%');
    expect(percentForField('-0.755102')).toBe('−75.51');
    expect(percentForField('0')).toBe('0');
  });
});
