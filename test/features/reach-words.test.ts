// The distances beside the figures: their names, and their dollars where they are few.
import { expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { listReaches } from '@/features/proof/reach-words';
import { selectView } from '@/state/figures';
import { reachesOf } from '@/state/reach';
import { long } from '../support/verdict-words';

function reaches(account: Partial<AccountInput>): string[] {
  const view = selectView({
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: '',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      positions: [],
      ...account,
    },
    scenarios: [],
  });
  if (!view.ok) return [];
  return listReaches(reachesOf(view.scene), null, view.scene).map(({ name, now }) =>
    `${name}: ${now}`.replaceAll('\u00A0', ' '),
  );
}

it('whole dollars, cents below one, and none where there is no cent', () => {
  const positions = [long('100000', '0.25')];
  // 75,000 − 60,000 = 15,000 ÷ 0.75 = 20,000.
  expect(reaches({ marginLoan: '60000', positions })).toEqual([
    'Fall to the call: 20.0 % · $20,000 of holdings',
  ]);
  // 0.60 ÷ 0.75 = 0.80 of 100,000.
  expect(reaches({ marginLoan: '74999.4', positions })).toEqual([
    'Fall to the call: 0.0008 % · $0.80 of holdings',
  ]);
  // 0.003 ÷ 0.75 = 0.004 of 100,000.
  expect(reaches({ marginLoan: '74999.997', positions })).toEqual(['Fall to the call: 0.000004 %']);
});

it('a broker that makes no call has its requirement there', () => {
  const at = { ruleSet: 'interactive-brokers', positions: [long('100000', '0.25')] };
  expect(reaches({ ...at, marginLoan: '60000' })).toEqual([
    'Fall to the requirement: 20.0 % · $20,000 of holdings',
  ]);
  // 78,000 ÷ 0.75 = 104,000.
  expect(reaches({ ...at, marginLoan: '78000' })).toEqual([
    'Rise back to the requirement: 4.0 % · $4,000 of holdings',
  ]);
});

it('the way to a call is never overstated, and the way out of one never understated', () => {
  const positions = [long('100000', '0.25')];
  // 14,999 ÷ 0.75 = 19,998.67 of 100,000.
  expect(reaches({ marginLoan: '60001', positions })).toEqual([
    'Fall to the call: 19.9 % · about $19,998 of holdings',
  ]);
  // 77,000 ÷ 0.75 = 102,666.67.
  expect(reaches({ marginLoan: '77000', positions })).toEqual([
    'Rise that ends the call: 2.7 % · about $2,667 of holdings',
  ]);
});

it('with shorts a rise is told in what they would be worth more; in a call of theirs a fall ends it', () => {
  const short = { id: 'b', symbol: 'B', side: 'short' as const, maintenanceRate: '0.3' };
  const both = [long('10000', '0.3'), { ...short, marketValue: '10000' }];
  // 2,000 ÷ (13,000 − 7,000) = 33.33 % of 10,000.
  expect(reaches({ shortCredit: '15000', marginLoan: '7000', positions: both })).toEqual([
    'Fall to the call: none',
    'Rise to the call: 33.3 % · about $3,333 on the shorts',
  ]);
  // 14,000 ÷ 1.3 = 10,769.23 of 11,500: 6.35 % less; nothing is held long.
  expect(reaches({ shortCredit: '14000', positions: [{ ...short, marketValue: '11500' }] })).toEqual([
    'Fall that ends the call: 6.4 %',
    'Rise that ends the call: none',
  ]);
});
