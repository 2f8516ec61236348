/**
 * The words of a call: how much, from where on, and what ends it. Only what can be counted on is named as a way out.
 */
import { findDueDates } from '@/engine/due-date';
import { bare } from '@/engine/quantity';
import type { Place, Standing } from '@/state/verdict';
import type { Details, LeastTrade } from '@/state/ways-out';
import { formatWeekday } from '@/ui/day';
import { groupThousands } from '@/ui/decimal-text';
import { formatCall, formatMoneyShort, formatSum, shortMoneyText } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { wordCure, wordDistance } from './distance-words';

/** The two sentences of a verdict. */
export interface Told {
  readonly headline: string;
  readonly second: string;
}

/** The day of a call, and the one on which it is read; both YYYY-MM-DD. */
export interface CallDay {
  readonly calledOn: string;
  readonly today: string;
}

/** Moves beyond these are nothing to count on, and no way out of a call: four times up, and down where the market's slider ends. */
const farthest = { rise: bare(4), fall: bare('-0.8') } as const;

/** A call, or at a broker that makes none, what is missing; due by the trading days after the day of the call. */
export function wordCall(standing: Standing, details: Details | null, day: CallDay): Told {
  return {
    headline: headline(standing),
    second: `${remedies(standing, details)}${dueSentence(standing, day)}`,
  };
}

/** More is owed than there is. */
export function wordBelowZero(standing: Standing): Told {
  const { isWhatIf, isLiquidated, figures, hasShorts, holdingsToday } = standing;
  const owed = formatCall(figures.equity.negated());
  const call = formatCall(figures.excess.negated());
  const what = hasShorts ? 'What is owed' : 'The loan';
  const is = isWhatIf ? 'would be' : 'is';
  const amount = isLiquidated ? `${call} below the requirement.` : `Margin call: ${call}.`;
  const first = `**${what} ${is} larger than everything in the account: equity ${is} ${formatMoneyShort(figures.equity, 'down')}.**`;
  const [selling, all] = hasShorts
    ? ['Selling and covering', 'closing everything']
    : ['Selling', 'selling everything'];
  const isNothingLeft = holdingsToday.sign() === 0 && !hasShorts;
  const debt = isWhatIf
    ? `${selling} could not end it: after ${all} ${owed} would still be owed.`
    : `${selling} cannot end it: after ${all} ${owed} is still owed.`;
  const cure = marketCure(standing).map((way) => `, or ${way}`);
  const ways = isNothingLeft
    ? `Nothing ${is} left to sell. ${call} in cash would end it`
    : `${debt} ${call} in cash would`;
  return {
    headline: `${first} ${amount}`,
    second: `${ways}${cure.join('')}.${wordSaleAtOnce(standing)}`,
  };
}

/** What a broker that makes no call does instead; nothing for any other. */
export function wordSaleAtOnce({ isLiquidated, isWhatIf, brokerName }: Standing): string {
  return isLiquidated ? ` ${brokerName} makes no call: it ${isWhatIf ? 'could' : 'may'} sell at once.` : '';
}

function headline(standing: Standing): string {
  const { isWhatIf, isLiquidated, figures } = standing;
  const call = formatCall(figures.excess.negated());
  if (isLiquidated) {
    const below = isWhatIf ? `It would be ${call} below the requirement.` : `${call} below the requirement.`;
    return `**${below}**${wordSaleAtOnce(standing)}`;
  }
  if (isWhatIf) return `**There would be a margin call of ${call}.** ${start(standing)}`;
  const { equity, requirement } = formatSum(figures, shortMoneyText);
  return `**Margin call: ${call}.** Equity of ${equity} is below the ${requirement} required.`;
}

/** From where on the what-if's call begins, on the side on which the market moves. */
function start(standing: Standing): string {
  const { move } = standing;
  const [side, place] = behind(standing);
  if (place !== null) {
    const distance = wordDistance(place, move);
    return distance === null
      ? `It would start at once with any ${side}.`
      : `It would start at a ${side} of more than **${distance}** from today.`;
  }
  return standing.isAtTodaysPrices
    ? 'It would be there at today’s prices.'
    : 'It would be there without any move of the market.';
}

/** Where the call began that the market has moved into; null when it is on without a move. */
function behind({ move, fall, rise }: Standing): readonly ['fall' | 'rise', Place | null] {
  return move.sign() > 0 ? ['rise', rise] : ['fall', move.sign() < 0 ? fall : null];
}

function remedies(standing: Standing, details: Details | null): string {
  const { isWhatIf, figures } = standing;
  const trade = details?.trade ?? null;
  const cash = `${formatCall(figures.excess.negated())} in cash`;
  const others = [...(trade === null ? [] : [wordTrade(trade)]), ...marketCure(standing)];
  const ends = isWhatIf ? 'would end' : 'ends';
  return others.length === 0 ? `${cash} ${ends} it.` : `Any one ${ends} it: ${[cash, ...others].join('; ')}.`;
}

function wordTrade({ position, among, action, amount, wholeShares }: LeastTrade): string {
  const verb = action === 'sell' ? 'selling' : 'buying back';
  const name = nameHolding(position, among, 'within');
  return wholeShares === null
    ? `${verb} ${formatCall(amount)} of ${name}`
    : `${verb} ${groupThousands(wholeShares.toFixed(0, 'up'))} ${name} (${formatCall(amount)})`;
}

/** The move of the market that ends the call: from today, or back toward today in a what-if. */
function marketCure(standing: Standing): string[] {
  const { isWhatIf, move, cureFall, cureRise } = standing;
  const [side, place] = behind(standing);
  if (place !== null) {
    const distance = wordDistance(place, move);
    const where = side === 'fall' ? 'below' : 'above';
    return distance === null ? [] : [`a market no more than ${distance} ${where} today`];
  }
  const from = isWhatIf ? ' from today' : '';
  if (cureRise !== null && !cureRise.move.isAbove(farthest.rise)) {
    return [`a rise of the market of ${wordCure(cureRise, move)}${from}`];
  }
  return cureFall === null || cureFall.move.isBelow(farthest.fall)
    ? []
    : [`a fall of the market of ${wordCure(cureFall, move)}${from}`];
}

function dueSentence({ days, isLiquidated, isWhatIf }: Standing, { calledOn, today }: CallDay): string {
  const due = days === null || isLiquidated || isWhatIf ? null : findDueDates(calledOn, days);
  if (days === null || due === null) return '';
  const [from, to] = [formatWeekday(due.from, today), formatWeekday(due.to, today)];
  const after = calledOn === today ? '' : ` after ${formatWeekday(calledOn, today)}`;
  const count = countDays(days.to);
  const [when, whole] =
    days.from === days.to
      ? [`by ${from}`, `(${count}${after})`]
      : [`between ${from} and ${to}`, `(${days.from} to ${count}${after})`];
  return today > due.to
    ? ` It was due ${when} ${whole}; the broker may sell at any time, without notice.`
    : ` ${when.charAt(0).toUpperCase()}${when.slice(1)} ${whole}, or sooner without notice.`;
}

function countDays(days: number): string {
  return days === 1 ? '1 business day' : `${days} business days`;
}
