// The size of one trade as it is typed or dragged: never more than is held, and all of it however many decimals that has.
import { expect, it } from 'vitest';
import type { Position } from '@/engine/account';
import { itemAt } from '@/engine/item-at';
import { readSize, sizeAt } from '@/features/ways-out/plan-reading';
import { accountOf, after, holding } from '../support/build';

/** 1,000 at $3, of which $1,000 are sold: 666.666… shares. */
const endless: Position = itemAt(
  after(accountOf([holding('A', { shares: '1000', price: '3' })]), {
    type: 'trade',
    position: 'A',
    amount: '-1000',
  }).positions,
  0,
);

it('666.666667, as it stands in the field, is all of 666.666…, also in whole shares; more is refused', () => {
  expect(readSize('666.666667', endless, true)).toEqual({ ok: true, size: 'all' });
  expect(readSize('666.666667', endless, false)).toEqual({ ok: true, size: 'all' });
  expect(readSize('100 %', endless, true)).toEqual({ ok: true, size: 'all' });
  expect(readSize('666', endless, true)).toEqual({ ok: true, size: '666' });
  expect(readSize('666.666668', endless, false)).toMatchObject({ ok: false });
  expect(readSize('666.5', endless, true)).toMatchObject({ ok: false });
});

it('the end of the slider is all of it', () => {
  expect(sizeAt(666.6666666666666, endless, false)).toBe('all');
  expect(sizeAt(666.67, endless, true)).toBe('all');
  expect(sizeAt(600, endless, true)).toBe('600');
});
