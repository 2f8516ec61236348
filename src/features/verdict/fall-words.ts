/** Why what is above the requirement is not the fall that an account can bear, with this account's own figures. */
import type { Money } from '@/engine/quantity';
import type { BearableFall, Stand } from '@/state/bearable-fall';
import {
  formatDistance,
  formatDollarsOrCents,
  formatMoneyShort,
  formatRate,
  formatSum,
  shortMoneyText,
} from '@/ui/format';

/** The answer in a few sentences; strong parts stand between two pairs of asterisks. */
export function wordFallAnswer(answer: BearableFall): readonly string[] {
  return answer.isQuotient ? byQuotient(answer) : byEnds(answer);
}

function byQuotient({ excess, fall, today, atCall, rate, move }: BearableFall): readonly string[] {
  const room = formatMoneyShort(excess, 'down');
  const bearable = formatMoneyShort(fall, 'down');
  const [from, to] = [formatMoneyShort(today.holdings), wordLastValue(atCall.holdings)];
  const required = sumOf(today).requirement;
  const share = today.requirement.per(today.holdings);
  const isPlain = rate !== null && isExactPercent(share.toText());
  const cents = formatRate(share).replace(/\u00A0%$/, '');
  const each = isPlain ? `${cents} cents` : `about ${cents} cents`;
  const average = rate === null ? ', the average of your holdings' : '';
  const divisor = isPlain ? formatRate(share) : `${required} ÷ ${from}`;
  return [
    `**${room}** is above the requirement today, but the holdings can fall by **${bearable}** before it is used up: from ${from} to ${to}, or ${formatDistance(move)}.`,
    `Each dollar of fall takes a dollar of equity, but also ${each} of requirement${average}: ${room} ÷ (1\u00A0−\u00A0${divisor}) = ${bearable}.`,
    `Nor is today’s requirement of ${required} the value at which that happens: that value is ${to}.`,
  ];
}

function byEnds({ excess, fall, today, atCall, move, hasShorts }: BearableFall): readonly string[] {
  const room = formatMoneyShort(excess, 'down');
  const at = `−${formatDistance(move)}`;
  const pair = (then: string, now: string) => `${then} instead of ${now}`;
  const [then, now] = [sumOf(atCall), sumOf(today)];
  const equity = pair(then.equity, now.equity);
  const required = pair(then.requirement, now.requirement);
  const value = wordLastValue(atCall.holdings);
  const holdings = pair(value, formatMoneyShort(today.holdings));
  return hasShorts
    ? [
        `**${room}** is above the requirement today, but the requirement moves with prices, and longs and shorts move equity both ways.`,
        `At ${at} equity would be ${equity}, and the requirement ${required}: only there they meet.`,
      ]
    : [
        `**${room}** is above the requirement today, but the requirement moves with prices.`,
        `At ${at} the holdings would be worth ${holdings}, and the requirement would be ${required}: the holdings can fall by **${formatMoneyShort(fall, 'down')}**.`,
        `Nor is today’s requirement of ${now.requirement} the value at which that happens: that value is ${value}.`,
      ];
}

/** The last value free of a call: to the cent, or where its decimals have no end in whole dollars, as the verdict says it. */
function wordLastValue(value: Money): string {
  const isExact = value.toFixed(2, 'down') === value.toFixed(2, 'up');
  return isExact ? formatMoneyShort(value) : `about ${formatDollarsOrCents(value, 'up')}`;
}

/** Equity and requirement as they are printed everywhere else (rule R-58), so that at the call both are the same. */
function sumOf({ equity, requirement }: Stand) {
  return formatSum({ equity, excess: equity.minus(requirement) }, shortMoneyText);
}

/** Whether a ratio is a percentage of at most two decimals. */
function isExactPercent(ratio: string): boolean {
  return /^\d+(\.\d{1,4})?$/.test(ratio);
}
