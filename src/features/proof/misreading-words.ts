// Figures that are often taken for others: the question each one raises, answered with this account's own figures.
import type { Money } from '@/engine/quantity';
import { findBearableFall } from '@/state/bearable-fall';
import type { Explanation } from '@/state/explanation';
import { type HoldingRow, selectHoldingRows } from '@/state/holding-rows';
import {
  formatDollarsOrCents,
  formatEquityRatio,
  formatHeld,
  formatMoney,
  formatMoneyShort,
  formatPercent,
  formatSum,
} from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { percentWords } from './exact-words';

/** A question and its answer, of which strong parts stand between two pairs of asterisks. */
export interface Misreading {
  readonly question: string;
  readonly answer: string;
}

/**
 * Today's requirement is not the value at which the call comes. Told of the account as typed, and only where a fall makes
 * a call; rule R-53.
 */
export function misreadRequirement({ scene, isWhatIf }: Explanation): Misreading | null {
  const found = findBearableFall(scene.account);
  if (found === null) return null;
  const { today, atCall, hasShorts } = found;
  const required = formatSum({
    equity: today.equity,
    excess: today.equity.minus(today.requirement),
  }).requirement;
  const meeting = formatSum({ equity: atCall.equity, excess: atCall.equity.minus(atCall.requirement) });
  const held = hasShorts ? 'what is held long' : 'the holdings';
  const parts = [
    `${isWhatIf ? 'Today, without the what-if: no' : 'No'}. **${required}** is what the holdings require at today’s prices, and it moves with them.`,
    `The call comes where equity no longer covers the requirement of that moment: with ${held} at **${lastValue(atCall.holdings)}** equity would be ${meeting.equity} and the requirement ${meeting.requirement}.`,
  ];
  return { question: 'Does the call come when the holdings are worth this?', answer: parts.join(' ') };
}

/** A rate of one holding is of that holding's own value, not of the account; rules. */
export function misreadRate(explanation: Explanation): Misreading | null {
  const held = selectHoldingRows(explanation).filter(({ position }) => position.marketValue.sign() > 0);
  const rows = held.filter(({ step }) => step.binds === 'rate');
  const [first, ...others] = rows.toSorted((a, b) => b.step.rate.compare(a.step.rate));
  if (first === undefined) return null;
  // What a minimum a share governs is not in the product of one rate and all that is held.
  const isOneRate =
    rows.length === held.length && others.every(({ step }) => step.rate.equals(first.step.rate));
  if (!isOneRate) return rateOfOne(first, explanation);
  return explanation.account.cash.sign() > 0 ? rateWithoutCash(first, explanation) : null;
}

function rateOfOne({ step, position }: HoldingRow, { account, margin }: Explanation): Misreading | null {
  const held = margin.longMarketValue.plus(margin.shortMarketValue);
  const [rate, name] = [percentWords(step.rate).text, nameHolding(position, account.positions)];
  const value = formatHeld(position.marketValue, position.side);
  const all = formatPercent(margin.requirement.per(held), 2, 'nearest');
  const sides = margin.shortMarketValue.sign() > 0 ? 'held on both sides' : 'held';
  const count = margin.positions.filter((each) => !each.position.isClosed).length;
  return {
    question: `Is ${rate} on ${name} ${rate} of the account?`,
    answer: `No, only of ${name} itself: ${rate} of its ${value} is **${formatMoney(step.output)}**. All ${count} holdings together require ${formatSum(margin).requirement}, which is ${all} of the ${formatHeld(held, 'long')} ${sides}; cash requires nothing.`,
  };
}

/** M1's own page took its 25 % of the cash too. */
function rateWithoutCash({ step }: HoldingRow, { account, margin }: Explanation): Misreading {
  const rate = percentWords(step.rate).text;
  const held = margin.longMarketValue.plus(margin.shortMarketValue);
  const wrong = held.plus(account.cash).times(step.rate.as<'bare'>());
  return {
    question: `Is it ${rate} of the whole account?`,
    answer: `No, of what is held: ${rate} of ${formatHeld(held, 'long')} is **${formatSum(margin).requirement}**. The ${formatHeld(account.cash, 'long')} of cash requires nothing; with it the sum would be ${formatHeld(wrong, 'long')}, which is too much.`,
  };
}

/** The equity ratio is of everything held: not of the account with its cash, nor of one side; rule R-02. */
export function misreadRatio({ account, margin }: Explanation): Misreading | null {
  const { longMarketValue: long, shortMarketValue: short, equity } = margin;
  const held = long.plus(short);
  if (held.sign() <= 0 || equity.sign() <= 0) return null;
  const ratio = formatEquityRatio(equity.per(held));
  const question = 'Percent of what?';
  if (long.sign() > 0 && short.sign() > 0) {
    const [ofLong, ofShort] = [equity.per(long), equity.per(short)].map((each) => formatEquityRatio(each));
    return {
      question,
      answer: `Of everything held, both sides added up: **${ratio}** of ${formatHeld(held, 'long')}. Of what is held long alone it would be ${ofLong ?? ''}, of what is sold short alone ${ofShort ?? ''}; a broker may print either. The call goes by none of them, but by the dollars required of each holding.`,
    };
  }
  if (account.cash.sign() <= 0 || short.sign() > 0) return null;
  const whole = held.plus(account.cash);
  return {
    question,
    answer: `Of what is held: **${ratio}** of ${formatHeld(held, 'long')}. With the cash, ${formatHeld(whole, 'long')} in all, it would be ${formatEquityRatio(equity.per(whole))}. The call goes by dollars: equity against what the holdings require.`,
  };
}

/** The last value free of a call, as the verdict says it: to the cent where it has an end, else in whole dollars. */
function lastValue(value: Money): string {
  const isExact = value.toFixed(2, 'down') === value.toFixed(2, 'up');
  return isExact ? formatMoneyShort(value) : `about ${formatDollarsOrCents(value, 'up')}`;
}
