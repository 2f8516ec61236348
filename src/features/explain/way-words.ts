// What ends the call and by when, as an agent reads it out: the least single ways, and the day.
import { findDueDates } from '@/engine/due-date';
import { bare, ratio } from '@/engine/quantity';
import type { Explained } from '@/state/explained';
import { isLiquidating } from '@/state/liquidation';
import { listWays, type Way } from '@/state/ways';
import { formatWeekday } from '@/ui/day';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatCall, formatRate } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';

/** So many trades are named: those that need the fewest dollars. */
const mostTrades = 3;
/** Of the rates at which securities can be moved in, the one that is named. */
const movedInRate = ratio('0.3');

/** The ways that end the call, the same in every state: a sentence, and one line each. */
export interface WayWords {
  readonly intro: string;
  readonly ways: readonly string[];
  readonly note: string;
}

/** The least single ways; null where nothing is called for. */
export function wordWays({ account, now }: Explained): WayWords | null {
  if (!now.isInCall) return null;
  const { ways } = listWays(account, bare(0), mostTrades);
  const named = ways.flatMap((way) => wordWay(way, account.positions));
  const isBelowZero = now.equity.sign() < 0;
  const does = isLiquidating(account.ruleSet) ? 'lifts the account to the requirement' : 'ends the call';
  return {
    intro: named.length === 1 ? `This ${does}:` : `Any one of these ${does}:`,
    ways: named,
    note: isBelowZero
      ? 'More is owed than there is: no sale at today’s prices ends it.'
      : `With just enough, a small further ${now.shortMarketValue.sign() === 0 ? 'fall' : 'move the wrong way'} can be too much again.`,
  };
}

/** The same ways in the same order and the day, in one sentence each, for words that leave the page; empty without a call. */
export function wordEnds(explained: Explained, calledOn: string, today: string): string {
  const found = wordWays(explained);
  if (found === null) return '';
  const { equity } = explained.now;
  return [
    `${found.intro} ${found.ways.map(withinSentence).join('; ')}.`,
    ...(equity.sign() < 0 ? [found.note] : []),
    // What a broker does that makes no call, the verdict before this says.
    ...(isLiquidating(explained.account.ruleSet) ? [] : [wordDue(explained, calledOn, today)]),
  ].join(' ');
}

function withinSentence(way: string): string {
  return way.replaceAll('**', '').replace(/^(?:Selling|Buying)/, (verb) => verb.toLowerCase());
}

function wordWay(
  { kind, enough, position, rate }: Way,
  positions: Parameters<typeof nameHolding>[1],
): readonly string[] {
  if (enough === null) return [];
  const dollars = formatCall(enough.amount);
  const name = position === null ? '' : nameHolding(position, positions, 'within');
  switch (kind) {
    case 'deposit':
      return [`**${dollars}** in cash`];
    case 'sell':
    case 'buyToCover': {
      const verb = kind === 'sell' ? 'Selling' : 'Buying back';
      if (enough.shares === null) return [`${verb} **${dollars}** of ${name}`];
      return [`${verb} **${groupThousands(trimZeros(enough.shares.toText()))}** ${name} (${dollars})`];
    }
    case 'moveIn':
      return rate?.equals(movedInRate) === true
        ? [`**${dollars}** of securities owned outright that need ${formatRate(rate)}`]
        : [];
  }
}

/** By when; empty where nothing is called for. */
export function wordDue({ account, now }: Explained, calledOn: string, today: string): string {
  if (!now.isInCall) return '';
  const { name, input } = account.ruleSet;
  if (isLiquidating(account.ruleSet)) return `No day: ${name} gives no time, and may sell at once.`;
  const days = input.businessDaysToMeetCall;
  if (days === undefined) {
    return 'These rules name no number of days: the broker sets it, and may sell sooner, without notice.';
  }
  const due = findDueDates(calledOn, days);
  if (due === null) return 'Trading days are known for the years 2000 to 2100.';
  const [from, to] = [formatWeekday(due.from, today), formatWeekday(due.to, today)];
  const isOne = days.from === days.to;
  const when = isOne ? `by ${from}` : `between ${from} and ${to}`;
  const count = isOne ? `${days.to}` : `${days.from} to ${days.to}`;
  const counted = `${count} business ${days.to === 1 ? 'day' : 'days'} after ${formatWeekday(calledOn, today)}`;
  return today > due.to
    ? `It was due **${when}**, ${counted}: that day is over, and the broker may sell at any time, without notice.`
    : `Due **${when}**, ${counted}, or sooner, without notice.`;
}
