// Shares, price and value of one row: whether they can belong together, and what follows from two of them.
import { expect, it } from 'vitest';
import { derivedPrice, isApart, optionValue, productOf } from '@/io/import/position-row';

it.each([
  // 100 × 10.00: half a cent either way of the price would do, a cent is let pass: 1.00, and a cent of the value.
  ['100', '10.00', '1001.01', false],
  ['100', '10.00', '1001.02', true],
  ['100', '10.00', '998.99', false],
  ['100', '10.00', '998.98', true],
  ['-100', '10.00', '-1001.01', false],
  ['-100', '10.00', '-1001.02', true],
  // A price in whole dollars may be a dollar off: 100, and a dollar of the value.
  ['100', '10', '1101', false],
  ['100', '10', '1102', true],
  ['0.5', '10.00', '5.01', false],
  ['0.5', '10.00', '5.02', true],
])('%s at %s and a value of %s are apart: %s', (quantity, price, value, expected) => {
  expect(isApart(quantity, price, value)).toBe(expected);
});

it('contracts are of 100 unless they say otherwise, and nothing without a number and a price', () => {
  expect(optionValue('2', '3.50')).toBe('700');
  expect(optionValue('-2', '3.50', '10')).toBe('-70');
  expect(optionValue(null, '3.50')).toBeNull();
  expect(optionValue('2', null)).toBeNull();
  expect(productOf('-3', '0.1').toText()).toBe('-0.3');
});

it('a price from value and shares has at most 18 decimals and 15 digits before them', () => {
  expect(derivedPrice('100', '4')).toBe('25');
  expect(derivedPrice('-100', '-4')).toBe('25');
  expect(derivedPrice('100', '3')).toBe('33.333333333333333333');
  expect(derivedPrice('100.10', '10')).toBe('10.01');
  expect(derivedPrice('999999999999999', '1')).toBe('999999999999999');
  expect(derivedPrice('1000000000000000', '1')).toBeNull();
  expect(derivedPrice('-100', '4')).toBeNull();
});
