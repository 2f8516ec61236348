// What a trade does, in words: how it is paid, what the day of the purchase asks for, and what it means for a call. An
// account without shorts reads nothing of other sides. Serves rules.
import { isBelowMinimumEquity } from '@/engine/minimum-equity';
import { greatest, type Money, money } from '@/engine/quantity';
import { waivedFedCall } from '@/engine/reg-t';
import type { PaymentDue } from '@/state/buying';
import { isLiquidating } from '@/state/liquidation';
import type { Trial } from '@/state/trades';
import { formatWeekday } from '@/ui/day';
import { formatCall, formatMoneyShort } from '@/ui/format';
import { wordFlow, wordMovedIn } from './flow-words';
import { equityStays } from './kept-words';
import { hasShorts, type TradeWish } from './trade-kinds';

const nothing = money(0);

/** Where the money of a trade comes from or goes to. */
export function wordPayment(wish: TradeWish, trial: Trial): readonly string[] {
  const [before, after] = [trial.before.account, trial.after.account];
  switch (wish.kind) {
    case 'buy':
    case 'open':
      return [wordPaid(trial, costOf(trial)), equityStays(trial)];
    case 'sell':
      return [
        `${formatMoneyShort(after.cash.minus(before.cash), 'down')} comes in as cash. ${equityStays(trial)}`,
      ];
    case 'short':
    case 'openShort':
      return [
        `The proceeds, ${formatMoneyShort(after.shortCredit.minus(before.shortCredit), 'down')}, are credit from short sales: no money to spend. ${equityStays(trial)}`,
      ];
    case 'cover':
      return wordCover(trial);
    case 'moveIn':
      return [wordMovedIn(trial)];
    case 'deposit':
    case 'withdraw':
    case 'borrow':
    case 'repay':
      return wordFlow(wish, wish.kind, trial);
    case 'remove':
      return ['What it brings is put into the others, by their targets where they have any.'];
    case 'rebalance':
      return [];
  }
}

function wordPaid(trial: Trial, cost: Money): string {
  const fromCash = trial.before.account.cash.minus(trial.after.account.cash);
  const { borrowed } = trial;
  const loan = `the loan becomes ${formatCall(trial.after.account.marginLoan)}`;
  if (borrowed.sign() === 0) {
    return `Cash pays for all of it, and ${formatMoneyShort(trial.after.account.cash, 'down')} of cash is left. Nothing is borrowed.`;
  }
  if (fromCash.sign() === 0) return `**All ${formatCall(cost)} is borrowed**: ${loan}.`;
  return `**${formatCall(borrowed)} is borrowed**: cash covers ${formatMoneyShort(fromCash, 'down')} of the ${formatCall(cost)}, and ${loan}.`;
}

function wordCover(trial: Trial): readonly string[] {
  const [before, after] = [trial.before.account, trial.after.account];
  const cost = trial.before.margin.shortMarketValue.minus(trial.after.margin.shortMarketValue);
  const fromCredit = before.shortCredit.minus(after.shortCredit);
  const isLast = !hasShorts(after);
  const { borrowed } = trial;
  const ofCash = greatest(nothing, before.cash.minus(after.cash));
  const left = isLast ? before.shortCredit.minus(cost) : nothing;
  const byCredit = left.sign() > 0 ? cost : fromCredit;
  const parts = [
    ...(byCredit.sign() > 0 ? [`${formatMoneyShort(byCredit, 'down')} of the credit`] : []),
    ...(ofCash.sign() > 0 ? [`${formatMoneyShort(ofCash, 'down')} of cash`] : []),
    ...(borrowed.sign() > 0 ? [`**${formatCall(borrowed)} that is borrowed**`] : []),
  ];
  const paid = parts.length === 0 ? 'Nothing has to be paid.' : `Paid with ${parts.join(', then ')}.`;
  const freed =
    left.sign() > 0
      ? [`It was the last one: what is left of the credit, ${formatMoneyShort(left, 'down')}, becomes cash.`]
      : [];
  return [paid, ...freed, equityStays(trial)];
}

/** What a purchase costs: what the longs are worth more. */
function costOf({ before, after }: Trial): Money {
  return after.margin.longMarketValue.minus(before.margin.longMarketValue);
}

/** What the day of a purchase asks for: enough, or a Fed call; nothing where nothing more is asked. */
export function wordInitial(trial: Trial, due: PaymentDue | null): readonly string[] {
  const { day, hasCompany, after } = trial;
  if (day === null || day.added.sign() <= 0) return [];
  const name = `the Federal Reserve’s initial requirement${hasShorts(after.account) ? ' (Reg T)' : ''}`;
  const broker = wordBrokerAsks(trial, day.added);
  const there = greatest(nothing, day.excessBefore);
  const company = hasCompany ? ', with the other trades of this what-if as of the same day,' : '';
  const asks = `On the day of the trade${company} ${name} takes ${formatCall(day.added)}, and ${formatMoneyShort(there, 'down')} is there`;
  if (day.fedCall.sign() === 0) return [`${asks}: **enough**.${broker}`];
  const later = due?.later ?? null;
  const when = later === null ? 'today' : `on ${formatWeekday(later)}`;
  const by = due === null ? '' : `, by ${formatWeekday(due.by)} if it is traded ${when}`;
  const waived = day.fedCall.isAbove(waivedFedCall) ? '' : ' A broker may waive $1,000 or less.';
  return [
    `${asks}: **a Fed call of ${formatCall(day.fedCall)}**, to be paid within settlement and two more business days${by}.${waived}${broker}`,
  ];
}

/** Initial is the greater of the two: what the broker asks for, where that is more. */
function wordBrokerAsks({ before, after, hasCompany }: Trial, initial: Money): string {
  const asked = after.margin.requirement.minus(before.margin.requirement);
  if (hasCompany || !asked.isAbove(initial) || !after.margin.equity.equals(before.margin.equity)) return '';
  const room = formatMoneyShort(greatest(nothing, before.margin.excess), 'down');
  return ` The broker asks for more: its requirement rises by ${formatCall(asked)}, and ${room} was above it.`;
}

/** What it means for a call, and for the least equity to borrow. */
export function wordCall({ before, after }: Trial): readonly string[] {
  const { ruleSet } = after.account;
  const [was, is] = [before.margin, after.margin];
  const noCall = `${ruleSet.name} makes no call: it may sell at once`;
  const little =
    isBelowMinimumEquity(after.account, is.equity) &&
    after.account.marginLoan.isAbove(before.account.marginLoan)
      ? ['Equity is below $2,000: brokers may not lend more then.']
      : [];
  if (is.isInCall) {
    const call = formatCall(is.excess.negated());
    const size = isLiquidating(ruleSet)
      ? `**${call} below the requirement**: ${noCall}.`
      : was.isInCall
        ? `The margin call is then **${call}**, after ${formatCall(was.excess.negated())}.`
        : `**A margin call of ${call}** comes of it.`;
    return [size, ...little];
  }
  return [...(was.isInCall ? ['**It ends the margin call.**'] : []), ...little];
}
