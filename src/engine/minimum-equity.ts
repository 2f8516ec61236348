/**
 * The equity without which a broker may not lend: a warning and no call. Serves rule R-27 of rules.md.
 */
import type { Account } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import { type Money, money } from '@/engine/quantity';

/** Equity below this is too little to borrow. */
export const leastToBorrow = money(2000);

/** Whether there is a loan, or a short open. */
export function hasDebt({ marginLoan, positions }: Account): boolean {
  return marginLoan.sign() > 0 || positions.some(({ side, isClosed }) => side === 'short' && !isClosed);
}

/** Whether equity is below $2,000 with a loan or a short open. */
export function isBelowMinimumEquity(account: Account, equity: Money): boolean {
  return equity.isBelow(leastToBorrow) && hasDebt(account);
}

/** Whether an account after a withdrawal is one that a broker need not have paid out to: too little equity, or a call. */
export function leavesTooLittle(account: Account): boolean {
  const { equity, isInCall } = evaluateMargin(account);
  return hasDebt(account) && (isInCall || equity.isBelow(leastToBorrow));
}
