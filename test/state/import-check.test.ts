// A file's own total against what counts here, by pencil: left out, changed, rounded, and equal to the cent.
import { beforeEach, expect, it } from 'vitest';
import { checkOf } from '@/state/import-check';
import { chooseRow } from '@/state/import-choices';
import { startDesk, useDesk } from '@/state/store';
import { foundOf, rowOf } from '../support/import-found';
import { outcome, start } from '../support/import-outcome';

beforeEach(() => useDesk.setState(startDesk()));

const rows = [
  // 3,000.01, a cent more than the file's value.
  rowOf({ symbol: 'VTI', quantity: '10', price: '300.001', value: '3000' }),
  rowOf({ symbol: 'FUND', value: '500' }),
  rowOf({ fate: 'excluded', reason: 'option', symbol: 'CALL', value: '-870' }),
  rowOf({ fate: 'excluded', reason: 'fund-code', symbol: '922040100', quantity: '5' }),
  // 10 × 98 = 980 where the file has 1,000.
  rowOf({ fate: 'excluded', reason: 'bond', symbol: 'BOND', quantity: '10', price: '98', value: '1000' }),
  rowOf({ fate: 'cash', value: '-900' }),
  rowOf({ fate: 'unread', reason: 'unreadable-quantity', symbol: 'IBM', price: '200' }),
  // The file says nothing to compare its 30 with.
  rowOf({ symbol: 'KO', quantity: '3', price: '10' }),
  rowOf({ fate: 'moneyMarket', symbol: 'SPAXX', quantity: '900', price: '1' }),
];

it('what counts here, what differs from the file’s total and why, each by itself', () => {
  const found = foundOf({}, { rows, statedTotal: '5000', readTotal: '4700' });
  let choices = chooseRow(start(found), 1, { edit: { value: '600' } });
  choices = chooseRow(choices, 4, { isTaken: true });
  choices = chooseRow(choices, 6, { edit: { shares: '10' } });
  choices = chooseRow(choices, 8, { isTaken: true, edit: { value: '1000' } });
  const check = checkOf(outcome(found, choices), choices);
  const text = (['stated', 'read', 'ours', 'difference', 'leftOutWorth', 'changed', 'rounding'] as const).map(
    (name) => `${name} ${check[name]?.toText()}`,
  );
  expect(text).toEqual([
    'stated 5000',
    'read 4700',
    // 3,000.01 + 600 + 980 + 2,000 + 30 − 900 + 1,000.
    'ours 6710.01',
    'difference 1710.01',
    'leftOutWorth -870',
    // 600 − 500, 980 − 1,000, 2,000 from nothing, 1,000 − 900.
    'changed 2180',
    'rounding 0.01',
  ]);
  expect([check.isSame, check.isReadWhole, check.leftOut.length, check.unknown]).toEqual([
    false,
    false,
    2,
    1,
  ]);
});

it('a short is rounded below the file: 100 × 20.001 owed against 2,000', () => {
  const short = [rowOf({ symbol: 'GME', quantity: '-100', price: '20.001', value: '-2000' })];
  const found = foundOf({}, { rows: short, statedTotal: '-2000' });
  const { ours, difference, rounding } = checkOf(outcome(found), start(found));
  expect([ours, difference, rounding].map((each) => each?.toText())).toEqual(['-2000.1', '-0.1', '-0.1']);
});

it('is the same to the cent or not, and neither where the file is silent', () => {
  const check = (totals: { statedTotal?: string; readTotal?: string }) => {
    // 10 × 300.0012 = 3,000.012.
    const held = [rowOf({ symbol: 'VTI', quantity: '10', price: '300.0012', value: '3000.01' })];
    const found = foundOf({}, { rows: held, ...totals });
    const { isSame, isReadWhole, difference } = checkOf(outcome(found), start(found));
    return [isSame, isReadWhole, difference?.toText()];
  };
  expect(check({ statedTotal: '3000.01', readTotal: '3000.01' })).toEqual([true, true, '0.002']);
  expect(check({ statedTotal: '3000.02', readTotal: '3000.01' })).toEqual([false, false, '-0.008']);
  expect(check({ statedTotal: '3000.01' })).toEqual([true, null, '0.002']);
  expect(check({ readTotal: '3000.01' })).toEqual([false, null, undefined]);
});
