// The reader of typed numbers: every expectation was written down by hand, never taken from the reader.
import { describe, expect, it } from 'vitest';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';
import { describeProblem, readDecimal } from '@/ui/read-decimal';

describe('what is read', () => {
  it.each([
    ['58000', '58000', null],
    ['58,000', '58000', null],
    ['1,234,567.80', '1234567.8', null],
    ['  42 ', '42', null],
    ['+4', '4', null],
    ['-13', '-13', null],
    ['−13', '-13', null],
    ['-13 %', '-13', '%'],
    ['−22.75\u00A0%', '-22.75', '%'],
    ['(12.5)', '-12.5', null],
    ['(12.5) %', '-12.5', '%'],
    ['(12.5 %)', '-12.5', '%'],
    ['($1,400)', '-1400', '$'],
    ['$13,000', '13000', '$'],
    ['-$5', '-5', '$'],
    ['$-5', '-5', '$'],
    ['.5', '0.5', null],
    ['25.', '25', null],
    ['007', '7', null],
    ['-0', '0', null],
    ['0.000', '0', null],
    ['999999999999999', '999999999999999', null],
    ['0.000000000000000001', '0.000000000000000001', null],
  ])('%j is %s', (text, decimal, unit) => {
    expect(readDecimal(text)).toEqual({ ok: true, decimal, unit });
  });
});

describe('thousands', () => {
  it.each([
    ['12\u202F345', '12345'],
    ['$1\u00A0234\u00A0567.50', '1234567.5'],
    ['-12\u2009345', '-12345'],
  ])('typeset spaces: %j is %s', (text, decimal) => {
    expect(readDecimal(text)).toMatchObject({ ok: true, decimal });
  });

  it.each([
    ['12 345', 'Type it without spaces or with commas: 12,345.'],
    ['$1 234 567.50', 'Type it without spaces or with commas: 1,234,567.50.'],
    ['50k', 'Write it out: 50,000.'],
    ['$1.25 M', 'Write it out: 1,250,000.'],
    ['2bn', 'Write it out: 2,000,000,000.'],
    ['1e5', 'Write the number out, without an exponent: 100,000.'],
    ['-2.5E-3', 'Write the number out, without an exponent: −0.0025.'],
    ['$1.5e6', 'Write the number out, without an exponent: 1,500,000.'],
    ['1e99', 'Write the number out, without an exponent.'],
    ['abc', 'Not a number. Digits and one point are enough: 1,234.50.'],
    ['12\u202F34', 'Not a number. Digits and one point are enough: 1,234.50.'],
  ])('%j is refused: %s', (text, message) => {
    const typed = readDecimal(text);
    expect(typed.ok ? typed : describeProblem(typed, 'unsigned')).toBe(message);
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1e99', 'exponent'],
    ['1e-30', 'exponent'],
    ['1e5 shares', 'exponent'],
    ['1,2,3', 'grouping'],
    ['1,23', 'grouping'],
    ['1234,567', 'grouping'],
    ['13,5 %', 'grouping'],
    [',5', 'grouping'],
    ['1'.repeat(200), 'too-long'],
    ['1'.repeat(16), 'too-long'],
    [`0.${'1'.repeat(19)}`, 'too-long'],
    ['abc', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['24000 8000', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['-(5)', 'not-a-number'],
    ['(-5)', 'not-a-number'],
    ['(5', 'not-a-number'],
    ['-', 'not-a-number'],
    ['.', 'not-a-number'],
    ['$', 'not-a-number'],
    ['%', 'not-a-number'],
    ['$5 %', 'two-units'],
    ['💰', 'not-a-number'],
    ['1💰', 'not-a-number'],
    ['１２', 'not-a-number'],
    ['٣', 'not-a-number'],
    ['<b>1</b>', 'not-a-number'],
    ['=1+1', 'not-a-number'],
  ])('%j: %s', (text, problem) => {
    expect(readDecimal(text)).toEqual({ ok: false, problem });
  });
});

describe('decimal text', () => {
  it.each([
    ['-13', -2, '-0.13'],
    ['12.5', -2, '0.125'],
    ['0', -2, '0'],
    ['-0.755', 2, '-75.5'],
    ['1', 2, '100'],
    ['0.005', 2, '0.5'],
    ['100', -2, '1'],
  ])('%s moved by %i places is %s', (text, places, expected) => {
    expect(shiftPoint(text, places)).toBe(expected);
  });

  it('trims zeros and groups thousands', () => {
    expect(trimZeros('-0.00')).toBe('0');
    expect(trimZeros('0012.3400')).toBe('12.34');
    expect(groupThousands('-1234567.891')).toBe('-1,234,567.891');
    expect(groupThousands('999')).toBe('999');
  });
});
