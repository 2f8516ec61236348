// The least single trade that ends a call: found among many without trying what cannot be enough. Figures by pencil.
import { describe, expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import { selectView } from '@/state/figures';
import { findDetails } from '@/state/ways-out';
import { holding } from '../support/build';
import { documentOf } from '../support/document-of';

function tradeOf(positions: readonly PositionInput[], marginLoan: string): string | null {
  const trade = findDetails(selectView(documentOf({ positions, marginLoan })))?.trade ?? null;
  return trade === null ? null : `${trade.position.symbol} ${trade.amount.toText()}`;
}

describe('the least trade that ends a call', () => {
  it('all of a holding is enough where it requires just what is missing: 250', () => {
    // 5,000 − 4,800 = 200 of equity; 1,000 × 25 % + 4,000 × 5 % = 450 are required.
    const held = [
      holding('A', { marketValue: '1000', maintenanceRate: '0.25' }),
      holding('B', { marketValue: '4000', maintenanceRate: '0.05' }),
    ];
    expect(tradeOf(held, '4800')).toBe('A 1000');
    // A dollar more is missing: all of either is too little.
    expect(tradeOf(held, '4801')).toBeNull();
  });

  it('of 600 holdings the first of the dearest in requirement: $25 at 40 % for a call of $10', () => {
    // 599 × 100 × 25 % + 100 × 40 % = 15,015; 60,000 − 44,995 = 15,005.
    const held = Array.from({ length: 600 }, (_, n) =>
      holding(`S${n}`, { marketValue: '100', maintenanceRate: n === 399 ? '0.4' : '0.25' }),
    );
    expect(tradeOf(held, '44995')).toBe('S399 25');
  });

  it('none of 600 where each frees far less than is missing, however many they are', () => {
    const held = Array.from({ length: 600 }, (_, n) => holding(`S${n}`, { shares: '0.5', price: '200' }));
    // 60,000 − 55,000 = 5,000 against 15,000; one holding frees 25.
    expect(tradeOf(held, '55000')).toBeNull();
  });
});
