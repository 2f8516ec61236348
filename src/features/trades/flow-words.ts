// Money in and out, in words: what becomes of it, where it comes from, and how much of a call an invested deposit meets.
// Serves rules.
import { leavesTooLittle } from '@/engine/minimum-equity';
import { type Money, money } from '@/engine/quantity';
import type { Trial } from '@/state/trades';
import { formatCall, formatMoneyShort } from '@/ui/format';
import { equityStays, ratesOfLarge, rise } from './kept-words';
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
        `${wordKept(trial, amount, use === 'repay')} ${wordRise(trial, amount)}`,
        ...wordLoanRule(trial),
      ];
    case 'withdraw':
      return [
        from === 'sell' ? wordRaised(trial, amount) : wordPaidOut(trial, amount),
        ...(from === 'sell' ? [] : wordLoanRule(trial)),
        ...wordTooLittle(trial),
      ];
    case 'borrow':
      return [
        `**${formatCall(trial.borrowed)} is borrowed**: ${loan.toLowerCase()}, the cash ${formatMoneyShort(cash, 'down')}. ${equityStays(trial)} What is bought with it then has a requirement of its own.`,
        ...wordLoanRule(trial),
      ];
    case 'repay': {
      const rule = wordLoanRule(trial);
      const stays = 'Equity and requirement stay, so it ends no call; there is less loan to pay interest on.';
      return [
        `${loan}, the cash ${formatMoneyShort(cash, 'down')}. ${rule.length === 0 ? stays : equityStays(trial)}`,
        ...rule,
      ];
    }
  }
}

/**
 * Where money that comes in is then: it may stand before trades and days of the what-if, which make something else of
 * it, or beside money that goes out.
 */
function wordKept(trial: Trial, amount: Money, isRepaid: boolean): string {
  const { cash, loan, equity } = risesOf(trial);
  if (!equity.equals(amount)) return wordWithRest(trial);
  if (isRepaid && loan.equals(amount.negated())) {
    return `The loan becomes ${formatCall(trial.after.account.marginLoan)}.`;
  }
  return cash.equals(amount) ? 'It stays as cash.' : wordWithRest(trial);
}

function wordRise(trial: Trial, amount: Money): string {
  const { equity, excess } = risesOf(trial);
  return equity.equals(amount) && excess.equals(amount)
    ? `Equity and excess rise by all of it, ${rise(trial, 'excess')}.`
    : `Equity rises by ${rise(trial, 'equity')}, the excess by ${rise(trial, 'excess')}.`;
}

/** What cash and loan become where the rest of the what-if decides that, too. */
function wordWithRest({ after: { account } }: Trial): string {
  return `With the rest of this what-if the cash becomes ${formatMoneyShort(account.cash, 'down')}, the loan ${formatCall(account.marginLoan)}.`;
}

/** What a rule that hangs on the loan makes of it: money alone moves, and yet the requirement changes. */
function wordLoanRule(trial: Trial): readonly string[] {
  const { requirement, holdings } = risesOf(trial);
  if (requirement.sign() === 0 || holdings.sign() !== 0) return [];
  const [what, how] =
    requirement.sign() > 0
      ? ['more', `rises by ${formatCall(requirement)}`]
      : ['less', `falls by ${formatMoneyShort(requirement.negated(), 'down')}`];
  return [`With that loan ${what} is required of large holdings: the requirement ${how}.`];
}

/** What the trade changes each figure by. */
function risesOf({ before, after }: Trial) {
  return {
    cash: after.account.cash.minus(before.account.cash),
    loan: after.account.marginLoan.minus(before.account.marginLoan),
    equity: after.margin.equity.minus(before.margin.equity),
    excess: after.margin.excess.minus(before.margin.excess),
    requirement: after.margin.requirement.minus(before.margin.requirement),
    holdings: after.margin.longMarketValue.minus(before.margin.longMarketValue),
  };
}

/** Money that comes in and is invested: how much of it the purchase itself requires. */
function wordInvested(trial: Trial, amount: Money): readonly string[] {
  const { before, after } = trial;
  const bought = amount.minus(after.account.cash.minus(before.account.cash));
  if (bought.sign() <= 0) return ['All of it stays as cash, to keep the minimum cash.'];
  const part = bought.equals(amount)
    ? 'All of it is invested'
    : `${formatMoneyShort(bought, 'down')} of it is invested, the rest keeps the minimum cash`;
  const isLess = risesOf(trial).requirement.sign() < 0;
  const asCash = isLess ? [] : ['Left as cash, all of it would count.'];
  return [
    `${part}. ${wordRequired(trial, amount)}`,
    ...(before.margin.isInCall ? [wordPartOfCall(trial, amount)] : asCash),
  ];
}

/** What of the money is left above the requirement, and what takes or gives the rest. */
function wordRequired(trial: Trial, amount: Money): string {
  const { requirement, excess } = risesOf(trial);
  const rises = `The excess rises by ${rise(trial, 'excess')}`;
  const of = `of the ${formatMoneyShort(amount, 'down')}`;
  if (requirement.sign() < 0) {
    return `${rises}, more than the ${formatMoneyShort(amount, 'down')} that comes in: ${wordDiluted(requirement)}.`;
  }
  if (requirement.sign() === 0) return `${rises} ${of}, for nothing is required of what is bought.`;
  const needs = areRatesKept(trial)
    ? `${formatCall(requirement)} is required of what is bought`
    : `${formatCall(requirement)} more is required: ${ratesOfLarge}`;
  return excess.sign() < 0
    ? `Equity rises by ${rise(trial, 'equity')}, but the excess falls by ${formatCall(excess.negated())}: ${needs}.`
    : `${rises} ${of}, for ${needs}.`;
}

/** Securities moved in: what of their value is left above the requirement. */
export function wordMovedIn(trial: Trial): string {
  const { requirement, excess } = risesOf(trial);
  const paid = `Nothing is paid: equity rises by ${rise(trial, 'equity')}`;
  if (requirement.sign() < 0) {
    return `${paid}, and the excess by ${rise(trial, 'excess')}: ${wordDiluted(requirement)}.`;
  }
  const what = areRatesKept(trial) ? ' of what comes in' : '';
  return excess.sign() < 0
    ? `${paid}, but the excess falls by ${formatCall(excess.negated())}: ${formatCall(requirement)}${what === '' ? ' more' : ''} is required${what}.`
    : `${paid}, and the excess by ${rise(trial, 'excess')}, for the rest is required${what}.`;
}

function wordDiluted(requirement: Money): string {
  return `large holdings are a smaller part then, and the requirement falls by ${formatMoneyShort(requirement.negated(), 'down')}`;
}

/** Whether what is held before and after bears the same rates. */
function areRatesKept({ before, after }: Trial): boolean {
  const rates = new Map(after.margin.positions.map(({ position, rate }) => [position.id, rate] as const));
  return before.margin.positions.every(
    ({ position, rate }) => position.isClosed || rates.get(position.id)?.equals(rate) !== false,
  );
}

/** How much of a call an invested deposit meets, against the same money left as cash. */
function wordPartOfCall(trial: Trial, amount: Money): string {
  const call = trial.before.margin.excess.negated();
  const { excess, requirement } = risesOf(trial);
  const asCash = `Left as cash, it would meet ${wordMet(call, amount)}.`;
  const ofCall = `of the call of ${formatCall(call)}`;
  if (excess.sign() <= 0) {
    return `It meets **nothing ${ofCall}**: as much or more is required of what is bought. ${asCash}`;
  }
  const why = requirement.sign() > 0 ? ': an invested deposit counts only by (1 − rate)' : '';
  return `It meets **${wordMet(call, excess)} ${ofCall}**${why}. ${asCash}`;
}

/** What of a call is met: rounded down, but all of it as the call itself is printed. */
function wordMet(call: Money, by: Money): string {
  return by.isBelow(call) ? formatMoneyShort(by, 'down') : formatCall(call);
}

/** Money that goes out of cash, and out of the loan where there is not enough. */
function wordPaidOut(trial: Trial, amount: Money): string {
  const { before, after, borrowed } = trial;
  const { cash, loan: owed } = risesOf(trial);
  if (!owed.minus(cash).equals(amount)) return wordOutWithRest(trial);
  if (borrowed.sign() === 0) {
    return `Cash pays all of it, and ${formatMoneyShort(after.account.cash, 'down')} is left. Nothing is borrowed.`;
  }
  const loan = `the loan becomes ${formatCall(after.account.marginLoan)}`;
  const fromCash = before.account.cash.minus(after.account.cash);
  return fromCash.sign() <= 0
    ? `**All ${formatCall(amount)} is borrowed**: ${loan}.`
    : `**${formatCall(borrowed)} is borrowed**: cash covers ${formatMoneyShort(fromCash, 'down')}, and ${loan}.`;
}

function wordOutWithRest(trial: Trial): string {
  const lost = risesOf(trial).equity.negated();
  return `${wordWithRest(trial)} Equity falls by ${formatCall(lost)}.`;
}

/** Money that goes out and is raised by selling. */
function wordRaised(trial: Trial, amount: Money): string {
  const { before, after } = trial;
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
