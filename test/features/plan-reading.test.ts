// The size of one trade as it is typed or dragged: never more than is held, and all of it however many decimals that has.
import { expect, it } from 'vitest';
import type { Position } from '@/engine/account';
import { itemAt } from '@/engine/item-at';
import { heldText, readSize, sizeAt, sliderStep } from '@/features/ways-out/plan-reading';
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

const held = (shares: string, price = '50') =>
  itemAt(accountOf([holding('A', { shares, price })]).positions, 0);
const worth = (marketValue: string) => itemAt(accountOf([holding('A', { marketValue })]).positions, 0);
const read = (text: string, position: Position, isWholeShares = true) => {
  const reading = readSize(text, position, isWholeShares);
  return reading.ok ? reading.size : reading.message.replaceAll('\u00A0', ' ');
};

it('shares, dollars and a part are read as shares, rounded up to whole ones: never sold for less than asked', () => {
  const hundred = held('100');
  expect(['', '  ', '20', '100'].map((text) => read(text, hundred))).toEqual(['0', '0', '20', 'all']);
  // 1,500 ÷ 50 = 30; 1,501 ÷ 50 = 30.02; 4,999 ÷ 50 = 99.98.
  expect(['$1,500', '$1,501', '$4,999', '$5,000'].map((text) => read(text, hundred))).toEqual([
    '30',
    '31',
    'all',
    'all',
  ]);
  expect(read('$1,501', hundred, false)).toBe('30.02');
  expect(read('33 %', held('10'))).toBe('4');
  expect(read('33 %', held('10'), false)).toBe('3.3');
});

it('of a fraction that is held no more than all of it is sold', () => {
  // 99 % of 10.5 is 10.395: 11 whole shares are more than there are.
  expect(read('99 %', held('10.5'))).toBe('all');
  expect(read('10.5', held('10.5'))).toBe('all');
  expect(read('90 %', held('10.5'))).toBe('10');
});

it('a holding known by its value is sold in dollars', () => {
  expect(['500', '$500', '50 %', '24000'].map((text) => read(text, worth('24000')))).toEqual([
    '500',
    '500',
    '12000',
    'all',
  ]);
  expect(read('24000.01', worth('24000'))).toBe('You hold $24,000.');
});

it('what cannot be sold is refused with what is held', () => {
  expect(read('-5', held('100'))).toBe('Type it without a minus.');
  expect(read('101', held('100'))).toBe('You hold 100 shares.');
  expect(read('2', held('1'))).toBe('You hold 1 share.');
  expect(read('30.5', held('100'))).toBe('Whole shares only, or all 100 shares.');
});

it('what is held is never overstated: six decimals of a share, cents of a value', () => {
  expect(heldText(held('1234.5678909'))).toBe('1,234.56789 shares');
  expect(heldText(worth('24000.019'))).toBe('$24,000.01');
});

it('the slider stands at whole shares, millionths of one, or cents', () => {
  expect(sizeAt(3.4, held('100'), true)).toBe('3');
  expect(sizeAt(3.1234564, held('100'), false)).toBe('3.123456');
  expect(sizeAt(1234.564, worth('24000'), true)).toBe('1234.56');
});

it('the slider moves by 1, 2 or 5 times a power of ten, about a hundredth of what is held', () => {
  const steps = ['99', '150', '500', '1999', '2000', '4999', '5000'].map((size) =>
    sliderStep(held(size), true),
  );
  expect(steps).toEqual([1, 1, 5, 10, 20, 20, 50]);
  expect(sliderStep(held('10.5'), false)).toBe(0.1);
  expect(sliderStep(held('0.00001'), false)).toBe(0.000001);
  expect([sliderStep(worth('24000'), true), sliderStep(worth('0.5'), true)]).toEqual([200, 0.01]);
});
