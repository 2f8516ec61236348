// The equity without which a broker may not lend: below $2,000, and only with a loan or a short open.
import { describe, expect, it } from 'vitest';
import { evaluateMargin } from '@/engine/margin';
import { isBelowMinimumEquity, leavesTooLittle } from '@/engine/minimum-equity';
import { accountOf, after, holding } from '../support/build';

const isBelow = (account: ReturnType<typeof accountOf>) =>
  isBelowMinimumEquity(account, evaluateMargin(account).equity);
const worth = (marketValue: string) => [holding('A', { marketValue })];

describe('the warning', () => {
  it('5,000 against 3,000 is exactly $2,000: none; a cent less of equity: warned', () => {
    expect(isBelow(accountOf(worth('5000'), { marginLoan: '3000' }))).toBe(false);
    expect(isBelow(accountOf(worth('5000'), { marginLoan: '3000.01' }))).toBe(true);
  });

  it('1,000 without a loan: none', () => {
    expect(isBelow(accountOf(worth('1000')))).toBe(false);
  });

  it('a short open counts as a loan does, one that was bought back no more', () => {
    const short = accountOf([holding('S', { side: 'short', shares: '10', price: '50' })], {
      shortCredit: '1500',
    });
    expect(isBelow(short)).toBe(true);
    expect(isBelow(after(short, { type: 'trade', position: 'S', shares: '10' }))).toBe(false);
  });
});

describe('a withdrawal', () => {
  // 10,000 against 4,000 at 25 %: equity 6,000, required 2,500.
  const account = accountOf(worth('10000'), { marginLoan: '4000' });
  const out = (amount: string) => leavesTooLittle(after(account, { type: 'withdraw', amount }));

  it('may leave the requirement of 2,500 and no less', () => {
    expect(out('3500')).toBe(false);
    expect(out('3500.01')).toBe(true);
  });

  it('of a smaller account may leave $2,000, also where less is required', () => {
    // 5,000 against 2,000: required 1,250.
    const small = accountOf(worth('5000'), { marginLoan: '2000' });
    expect(leavesTooLittle(after(small, { type: 'withdraw', amount: '1000' }))).toBe(false);
    expect(leavesTooLittle(after(small, { type: 'withdraw', amount: '1000.01' }))).toBe(true);
  });

  it('without any loan may leave what it likes', () => {
    const rich = accountOf(worth('1000'), { cash: '500' });
    expect(leavesTooLittle(after(rich, { type: 'withdraw', amount: '500' }))).toBe(false);
  });
});
