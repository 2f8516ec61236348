// Money in and out, in words: what becomes of it, where it comes from, and how much of a call an invested deposit meets.
// Serves rules R-35, R-36, R-45 and R-47.
import { leavesTooLittle } from '@/engine/minimum-equity';
import { least, type Money, money } from '@/engine/quantity';
import type { Trial } from '@/state/trades';
import { formatCall, formatMoneyShort } from '@/ui/format';
import { equityStays, rise } from './kept-words';
import { hasShorts, type TradeWish } from './trade-kinds';

/** What the money does. */
export function wordFlow(
  { use, from, size }: TradeWish,
  kind: 'deposit' | 'withdraw' | 'borrow' | 'repay',
  trial: Trial,
): readonly string[] {
  const amount = money(size ?? '0');
  const { marginLoan, cash } = trial.after.account;
  const loan = `The loan becomes ${formatCall(marginLoan)}`;
  switch (kind) {
    case 'deposit':
      if (use === 'invest') return wordInvested(trial, amount);
      return [
        `${use === 'repay' ? `${loan}.` : 'It stays as cash.'} Equity and excess rise by all of it, ${rise(trial, 'excess')}.`,
      ];
    case 'withdraw':
      return [
        from === 'sell' ? wordRaised(trial, amount) : wordPaidOut(trial, amount),
        ...wordTooLittle(trial),
      ];
    case 'borrow':
      return [
        `**${formatCall(trial.borrowed)} is borrowed**: ${loan.toLowerCase()}, the cash ${formatMoneyShort(cash, 'down')}. ${equityStays(trial)} What is bought with it is required of.`,
      ];
    case 'repay':
      return [
        `${loan}, the cash ${formatMoneyShort(cash, 'down')}. Equity and requirement stay, so it ends no call; there is less loan to pay interest on.`,
      ];
  }
}

/** Money that comes in and is invested: how much of it the purchase itself requires. */
function wordInvested(trial: Trial, amount: Money): readonly string[] {
  const { before, after } = trial;
  const required = after.margin.requirement.minus(before.margin.requirement);
  const bought = amount.minus(after.account.cash.minus(before.account.cash));
  if (bought.sign() <= 0) return ['All of it stays as cash, to keep the minimum cash.'];
  const part = bought.equals(amount)
    ? 'All of it is invested'
    : `${formatMoneyShort(bought, 'down')} of it is invested, the rest keeps the minimum cash`;
  const needs =
    required.sign() > 0
      ? `${formatCall(required)} is required of what is bought`
      : 'nothing is required of what is bought';
  return [
    `${part}. The excess rises by ${rise(trial, 'excess')} of the ${formatMoneyShort(amount, 'down')}, for ${needs}.`,
    before.margin.isInCall ? wordPartOfCall(trial, amount) : 'Left as cash, all of it would count.',
  ];
}

/** How much of a call an invested deposit meets, against the same money left as cash. */
function wordPartOfCall({ before, after }: Trial, amount: Money): string {
  const call = before.margin.excess.negated();
  const met = least(call, after.margin.excess.minus(before.margin.excess));
  const asCash = least(call, amount);
  return `It meets **${formatMoneyShort(met, 'down')} of the call of ${formatCall(call)}**: an invested deposit counts only by (1 − rate). Left as cash, it would meet ${formatMoneyShort(asCash, 'down')}.`;
}

/** Money that goes out of cash, and out of the loan where there is not enough. */
function wordPaidOut({ before, after, borrowed }: Trial, amount: Money): string {
  if (borrowed.sign() === 0) {
    return `Cash pays all of it, and ${formatMoneyShort(after.account.cash, 'down')} is left. Nothing is borrowed.`;
  }
  const loan = `the loan becomes ${formatCall(after.account.marginLoan)}`;
  const fromCash = before.account.cash.minus(after.account.cash);
  return fromCash.sign() <= 0
    ? `**All ${formatCall(amount)} is borrowed**: ${loan}.`
    : `**${formatCall(borrowed)} is borrowed**: cash covers ${formatMoneyShort(fromCash, 'down')}, and ${loan}.`;
}

/** Money that goes out and is raised by selling. */
function wordRaised({ before, after }: Trial, amount: Money): string {
  const fromCash = before.account.cash.minus(after.account.cash);
  const sold = amount.minus(fromCash);
  if (sold.sign() <= 0) return 'Cash covers all of it: nothing is sold.';
  return fromCash.sign() > 0
    ? `${formatMoneyShort(fromCash, 'down')} comes out of cash and ${formatCall(sold)} out of what is sold; nothing is borrowed.`
    : 'All of it comes out of what is sold; nothing is borrowed.';
}

function wordTooLittle({ after }: Trial): readonly string[] {
  if (!leavesTooLittle(after.account)) return [];
  const debt = hasShorts(after.account) ? 'a loan or a short open' : 'a loan';
  return [
    `A broker need not pay it out: with ${debt}, $2,000 of equity and the requirement have to be left.`,
  ];
}
