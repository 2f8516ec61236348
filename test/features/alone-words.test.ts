// A holding's own margin-call price: rounded to the free side, or the move where only its value is known.
import { describe, expect, it } from 'vitest';
import { type AccountInput, type PositionInput, parseAccount } from '@/engine/account';
import { aloneWords } from '@/features/account/alone-words';
import { ruleSets } from '@/presets/rule-sets';
import { holdingsAlone } from '@/state/alone';

function words(position: Partial<PositionInput>, account: Partial<AccountInput> = {}): string {
  const read = parseAccount(
    {
      name: '',
      ruleSet: 'm1',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      ...account,
      positions: [{ id: 'p1', symbol: 'X', side: 'long', ...position }, ...(account.positions ?? [])],
    },
    ruleSets,
    '',
  );
  const [own] = read.ok ? read.value.positions : [];
  if (!read.ok || own === undefined) throw new Error(JSON.stringify(read));
  return aloneWords(own, holdingsAlone(read.value).pointsOf('p1')).text.replaceAll('\u00A0', ' ');
}

describe('a holding alone', () => {
  it('M1: 49,000 at 25 %, loan 10,000, cash 1,000: −75.5 %', () => {
    // 9,000 ÷ 0.75 = 12,000, and 12,000 ÷ 49,000 − 1 = −75.510…%, toward today −75.5 %.
    expect(words({ marketValue: '49000' }, { marginLoan: '10000', cash: '1000' })).toBe('−75.5 %');
  });

  it('200 shares at $100, loan 10,000, 30 %: up to $71.43', () => {
    // 10,000 ÷ 0.7 ÷ 200 = 71.428…: $71.42 would be a call.
    expect(words({ shares: '200', price: '100', maintenanceRate: '0.3' }, { marginLoan: '10000' })).toBe(
      '$71.43',
    );
  });

  it('a short is called above: 100 at $100 with $15,000 of credit, down to $115.38', () => {
    // 15,000 ÷ 1.3 ÷ 100 = 115.384…
    expect(words({ side: 'short', shares: '100', price: '100' }, { shortCredit: '15000' })).toBe('$115.38');
  });

  it('in a call it is the price at which the call ends: 200 at $60, loan 10,000, 30 %', () => {
    expect(words({ shares: '200', price: '60', maintenanceRate: '0.3' }, { marginLoan: '10000' })).toBe(
      '$71.43',
    );
  });

  it('none where the others carry it', () => {
    const other = { id: 'p2', symbol: 'Y', side: 'long', marketValue: '90000' } as const;
    expect(words({ marketValue: '1000' }, { marginLoan: '10000', positions: [other] })).toBe('none');
  });

  it('a far rise has no tenths, a near one has', () => {
    // Credit 1,300,000 ÷ 1.3 = 1,000,000: from 10,000 that is +9,900 %.
    expect(words({ side: 'short', marketValue: '10000' }, { shortCredit: '1300000' })).toBe('+9,900 %');
    // 15,000 ÷ 1.3 = 11,538.46: +15.3 %.
    expect(words({ side: 'short', marketValue: '10000' }, { shortCredit: '15000' })).toBe('+15.3 %');
  });
});
