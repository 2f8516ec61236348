// One row of an import by itself: what mends it, what cannot be a holding, and what it is worth.
import { describe, expect, it } from 'vitest';
import type { ImportRow } from '@/io/import/import-types';
import type { RowChoice } from '@/state/import-choices';
import { amountOf, settleRow } from '@/state/import-row';
import { rowOf } from '../support/import-found';

function told(row: Partial<ImportRow>, choice?: RowChoice): string {
  const settled = settleRow(rowOf(row), choice);
  switch (settled.kind) {
    case 'holding':
      return `${settled.symbol} ${settled.side} ${settled.shares} × ${settled.price} = ${settled.worth.toText()}`;
    case 'open':
      return `open: ${settled.needs.join(', ')}`;
    case 'out':
      return `out: ${settled.reason}`;
    case 'cash':
      return `${settled.of} ${settled.amount.toText()}`;
    case 'nothing':
      return 'nothing';
  }
}

describe('a row that was not understood', () => {
  it('without a symbol needs one that is more than blanks', () => {
    const row = { fate: 'unread', reason: 'no-symbol', quantity: '10', price: '5', value: '50' } as const;
    expect(told(row)).toBe('open: symbol');
    expect(told(row, { edit: { symbol: '  ' } })).toBe('open: symbol');
    expect(told(row, { edit: { symbol: ' ABC ' } })).toBe('ABC long 10 × 5 = 50');
    // A price says nothing of what it is.
    expect(told(row, { edit: { price: '6' } })).toBe('open: symbol');
  });

  it('without a worth needs a value or a price, and a price alone needs shares', () => {
    const row = { fate: 'unread', reason: 'no-worth', symbol: 'X' } as const;
    expect(told({ ...row, quantity: '10' })).toBe('open: value');
    expect(told({ ...row, quantity: '10' }, { edit: { price: '5' } })).toBe('X long 10 × 5 = 50');
    expect(told({ ...row, quantity: '-10' }, { edit: { value: '50' } })).toBe('X short 10 × 5 = -50');
    expect(told(row, { edit: { price: '5' } })).toBe('open: value');
    expect(told(row, { edit: { value: '50' } })).toBe('X long null × null = 50');
    expect(told({ ...row, quantity: '10' }, { edit: { symbol: 'Y' } })).toBe('open: value');
  });

  it('taken as it is still needs what a holding needs', () => {
    expect(told({ fate: 'unread', symbol: 'X', quantity: '10' }, { isTaken: true })).toBe('open: price');
    expect(told({ fate: 'unread', symbol: 'X' }, { isTaken: true })).toBe('open: value');
    expect(told({ fate: 'unread', symbol: 'X', value: '7' }, { edit: { side: 'short' } })).toBe(
      'X short null × null = -7',
    );
    expect(told({ fate: 'unread', symbol: 'X' }, { isTaken: false })).toBe('out: not-understood');
  });
});

describe('a holding', () => {
  it('of 0 shares or at a price below 0 is none', () => {
    expect(told({ symbol: 'X', quantity: '10', price: '5' }, { edit: { shares: '0.00' } })).toBe(
      'open: shares',
    );
    expect(told({ symbol: 'X', quantity: '10', price: '-5' })).toBe('open: price');
    expect(told({ symbol: 'X', quantity: '10', price: '5' }, { isTaken: false })).toBe('out: by-choice');
  });

  it('sold short is worth less than nothing: 100 × 20.001', () => {
    expect(told({ symbol: 'X', quantity: '-100', price: '20.001' })).toBe('X short 100 × 20.001 = -2000.1');
  });
});

it('options and futures are not taken in, bonds are; a total is nothing at all', () => {
  const row = { fate: 'excluded', symbol: 'X', quantity: '2', price: '5' } as const;
  expect(told({ ...row, reason: 'option' }, { isTaken: true })).toBe('out: option');
  expect(told({ ...row, reason: 'future' }, { isTaken: true })).toBe('out: future');
  expect(told({ ...row, reason: 'bond' }, { isTaken: true })).toBe('X long 2 × 5 = 10');
  expect(told({ ...row, reason: 'bond' })).toBe('out: bond');
  expect(told({ fate: 'notAPosition', reason: 'total', value: '9' }, { isTaken: true })).toBe('nothing');
});

it('cash without an amount needs one; a contract is its hundred shares', () => {
  expect(told({ fate: 'cash' })).toBe('open: value');
  expect(told({ fate: 'cash', value: '5' }, { refused: { value: 'x' } })).toBe('open: value');
  const option = {
    underlying: 'X',
    expiry: '2026-12-18',
    strike: '5',
    right: 'C',
    multiplier: '100',
  } as const;
  // 2 × 3.50 × 100.
  expect(amountOf(rowOf({ quantity: '2', price: '3.5', option }))?.toText()).toBe('700');
  expect(amountOf(rowOf({ quantity: '2' }))).toBeNull();
});
