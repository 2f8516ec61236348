// A day in the words of a file: only days that there are, months before days, and the last one that is named.
import { expect, it } from 'vitest';
import { dayIn, dayOf, monthOf } from '@/io/import/parse-day';

it.each([
  [2026, 1, 31, '2026-01-31'],
  [2026, 3, 31, '2026-03-31'],
  [2026, 4, 30, '2026-04-30'],
  [2026, 6, 30, '2026-06-30'],
  [2026, 9, 30, '2026-09-30'],
  [2026, 11, 30, '2026-11-30'],
  [2026, 12, 31, '2026-12-31'],
  [2026, 2, 28, '2026-02-28'],
  [2028, 2, 29, '2028-02-29'],
  [2000, 2, 29, '2000-02-29'],
  [1970, 1, 1, '1970-01-01'],
  [2199, 12, 31, '2199-12-31'],
  [26, 11, 20, '2026-11-20'],
  [99, 11, 20, '2099-11-20'],
])('%i, month %i, day %i is %s', (year, month, day, expected) => {
  expect(dayOf(year, month, day)).toBe(expected);
});

it.each([
  [2026, 4, 31],
  [2026, 6, 31],
  [2026, 9, 31],
  [2026, 11, 31],
  [2026, 1, 32],
  [2026, 2, 29],
  [2028, 2, 30],
  // A century is a leap year only where 400 divides it.
  [2100, 2, 29],
  [2026, 0, 1],
  [2026, 13, 1],
  [2026, 1, 0],
  [1969, 12, 31],
  [2200, 1, 1],
  [100, 1, 1],
])('%i, month %i, day %i is none', (year, month, day) => {
  expect(dayOf(year, month, day)).toBeNull();
});

it('months by their names, or none', () => {
  expect(['January', 'feb', 'SEPT', 'Dec'].map(monthOf)).toEqual([1, 2, 9, 12]);
  expect(monthOf('Foo')).toBeNull();
});

it.each([
  ['as of 05:14 PM ET, 2026/11/20', '2026-11-20'],
  ['Aug 20 2026', '2026-08-20'],
  ['November 20, 2026', '2026-11-20'],
  ['Foo 20, 2026', null],
  ['11/20/26', '2026-11-20'],
  ['20261120', '2026-11-20'],
  ['from 11/01/2026 to 11/20/2026', '2026-11-20'],
  ['11/20/2026, account opened 2/30/2020', '2026-11-20'],
  ['1/2/3/2026', null],
  ['no day at all', null],
])('"%s" names %s', (text, expected) => {
  expect(dayIn(text)).toBe(expected);
});
