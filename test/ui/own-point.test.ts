// A holding's own margin-call price in words, rounded to where there is no call.
import { expect, it } from 'vitest';
import { bare, price } from '@/engine/quantity';
import { formatOwnMove, formatOwnPrice } from '@/ui/own-point';

const at = (text: string, isOpen = false) => ({ at: bare(text), isOpen });

it('a price has the decimals of today’s, at least two, and is rounded to the free side', () => {
  expect(formatOwnPrice(at('71.428571'), price('100'), 'above')).toBe('$71.43');
  expect(formatOwnPrice(at('115.384615'), price('100'), 'below')).toBe('$115.38');
  expect(formatOwnPrice(at('0.003'), price('0.004'), 'above')).toBe('$0.003');
});

it('an open point is on the called side itself: one digit further is free', () => {
  expect(formatOwnPrice(at('50', true), price('100'), 'above')).toBe('$50.01');
  expect(formatOwnPrice(at('1000', true), price('100.5'), 'below')).toBe('$999.99');
  expect(formatOwnPrice(at('0.003', true), price('0.004'), 'above')).toBe('$0.004');
  expect(formatOwnPrice(at('71.428571', true), price('100'), 'above')).toBe('$71.43');
});

it('a move has its sign, and no tenths where it is far', () => {
  expect(formatOwnMove(bare('-0.7551'), 'above')).toBe('−75.5\u00A0%');
  expect(formatOwnMove(bare('0.0202'), 'above')).toBe('+2.1\u00A0%');
  expect(formatOwnMove(bare('99'), 'below')).toBe('+9,900\u00A0%');
});
