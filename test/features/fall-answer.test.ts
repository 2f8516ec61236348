// Why what is above the requirement is not the fall one can bear: each figure from a pencil.
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import { parseAccount } from '@/engine/account';
import { wordFallAnswer } from '@/features/verdict/fall-words';
import { ruleSets } from '@/presets/rule-sets';
import { findBearableFall } from '@/state/bearable-fall';
import { long } from '../support/verdict-words';

function answer(account: Partial<AccountInput>): readonly string[] | null {
  const read = parseAccount(
    {
      name: '',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      positions: [],
      ...account,
    },
    ruleSets,
    '',
  );
  const fall = read.ok ? findBearableFall(read.value) : null;
  const plain = (text: string) => text.replaceAll('**', '').replaceAll('\u00A0', ' ');
  return fall === null ? null : wordFallAnswer(fall).map(plain);
}

describe('the fall that can be borne', () => {
  it('M1: $27,750 above lets the holdings fall by $37,000', () => {
    expect(answer({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] })).toEqual([
      '$27,750 is above the requirement today, but the holdings can fall by $37,000 before it is used up: from $49,000 to $12,000, or 75.5 %.',
      'Each dollar of fall takes a dollar of equity, but also 25 cents of requirement: $27,750 ÷ (1 − 25 %) = $37,000.',
      'Nor is today’s requirement of $12,250 the value at which that happens: that value is $12,000.',
    ]);
  });

  it('a requirement typed in dollars is divided in dollars', () => {
    // 17,600 × 58 ÷ 41 = 24,897.56; 58,000 less that is 33,102.43902…, up to the dollar as in the verdict.
    const lines = answer({ marginLoan: '23400', positions: [long('58000', '0.293103448275862068')] });
    expect(lines?.[0]).toContain(
      'fall by $24,897.56 before it is used up: from $58,000 to about $33,103, or 42.9 %.',
    );
    expect(lines?.[1]).toContain(
      'also about 29.31 cents of requirement: $17,600 ÷ (1 − $17,000 ÷ $58,000) = $24,897.56.',
    );
  });

  it('several rates: the average of the holdings', () => {
    const positions = [
      long('24000', '0.25'),
      { ...long('8000', '0.4'), id: 'p2' },
      { ...long('7000'), id: 'p3' },
    ];
    // 6,000 + 3,200 + 1,750 = 10,950; 4,650 × 39,000 ÷ 28,050 = 6,465.24.
    expect(answer({ ruleSet: 'm1', marginLoan: '23400', positions })?.[1]).toBe(
      'Each dollar of fall takes a dollar of equity, but also about 28.08 cents of requirement, the average of your holdings: $4,650 ÷ (1 − $10,950 ÷ $39,000) = $6,465.24.',
    );
  });

  it('holdings that move at different speeds: both ends of the fall', () => {
    const positions = [long('10000', '0.25'), { ...long('10000', '0.5', { beta: '3' }), id: 'p2' }];
    // 20,000 − 8,000 − 7,500 = 4,500; a fall x costs 7,500x + 15,000x: −20 % leaves 8,000 and 4,000, 2,000 + 2,000.
    expect(answer({ marginLoan: '8000', positions })).toEqual([
      '$4,500 is above the requirement today, but the requirement moves with prices.',
      'At −20.0 % the holdings would be worth $12,000 instead of $20,000, and the requirement would be $4,000 instead of $7,500: the holdings can fall by $8,000.',
      'Nor is today’s requirement of $7,500 the value at which that happens: that value is $12,000.',
    ]);
  });

  it('longs and shorts: where equity and requirement meet', () => {
    const short: PositionInput = {
      id: 's',
      symbol: 'S',
      side: 'short',
      marketValue: '2000',
      maintenanceRate: '0.5',
    };
    // Equity 10,000 + 2,000 − 2,000 − 6,000 = 4,000, required 3,500; at −x: 4,000 − 8,000x = 3,500 − 3,500x.
    expect(
      answer({ marginLoan: '6000', shortCredit: '2000', positions: [long('10000', '0.25'), short] })?.[1],
    ).toBe(
      'At −11.1 % equity would be $3,111.11 instead of $4,000, and the requirement $3,111.11 instead of $3,500: only there they meet.',
    );
  });

  it('where both ends have endless decimals equity and requirement are the same at the call', () => {
    const slow: PositionInput = { ...long('10000', '0.25', { beta: '0.5' }), id: 'p2' };
    // 20,000 − 11,000 − 5,500 = 3,500. At −x: 9,000 − 15,000x = 5,500 − 4,250x gives x = 3,500 ÷ 10,750 = 32.558… %.
    // Equity 9,000 − 4,883.7209… = 4,116.2790…, and 5,500 − 1,383.7209… is the same; holdings 15,116.279….
    expect(answer({ marginLoan: '11000', positions: [long('10000', '0.3'), slow] })?.slice(1)).toEqual([
      'At −32.5 % the holdings would be worth about $15,117 instead of $20,000, and the requirement would be $4,116.27 instead of $5,500: the holdings can fall by $4,883.72.',
      'Nor is today’s requirement of $5,500 the value at which that happens: that value is about $15,117.',
    ]);
  });

  it('is no question without a loan, in a call, or where no fall makes one', () => {
    expect(answer({ positions: [long('10000')] })).toBeNull();
    expect(answer({ marginLoan: '9000', positions: [long('10000')] })).toBeNull();
    expect(answer({ marginLoan: '5000', positions: [long('10000', '0.25', { beta: '0' })] })).toBeNull();
  });
});
