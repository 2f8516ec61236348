// The least single trade that ends a call: found among many without trying what cannot be enough. Figures by pencil.
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import { selectView } from '@/state/figures';
import { findDetails } from '@/state/ways-out';
import { holding } from '../support/build';
import { documentOf } from '../support/document-of';

function tradeOf(
  positions: readonly PositionInput[],
  marginLoan: string,
  rest: Partial<AccountInput> = {},
): string | null {
  const trade = findDetails(selectView(documentOf({ positions, marginLoan, ...rest })))?.trade ?? null;
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

  it('a short that requires more a share than it is worth is covered for less than what is missing', () => {
    // 100 × $5 a share = 500 for a short of 200, and 1,000 × 25 % = 250; equity is 1,000 − 200 + 200 − 650 = 350.
    const held = [
      holding('A', { marketValue: '1000' }),
      holding('S', { side: 'short', shares: '100', price: '2', perShareMinimum: '5' }),
    ];
    const rest = { ruleSet: 'finra-minimum', shortCredit: '200' };
    // 400 are missing: 400 ÷ 5 = 80 shares for $160; all of A would free 250.
    expect(tradeOf(held, '650', rest)).toBe('S 160');
    expect(tradeOf(held, '750', rest)).toBe('S 200');
    expect(tradeOf(held, '751', rest)).toBeNull();
  });

  it('a fund at three times the market frees three times as much a dollar: 290 ÷ 75 %', () => {
    // 400 × 75 % + 1,000 × 25 % = 550; 1,400 − 1,140 = 260.
    const held = [
      holding('A', { marketValue: '1000' }),
      holding('B', { marketValue: '400', leverage: '3', beta: '3' }),
    ];
    expect(tradeOf(held, '1140', { ruleSet: 'finra-minimum' })).toBe('B 386.67');
    // 300 is all that B frees.
    expect(tradeOf(held, '1150', { ruleSet: 'finra-minimum' })).toBe('B 400');
    expect(tradeOf(held, '1151', { ruleSet: 'finra-minimum' })).toBeNull();
  });
});
