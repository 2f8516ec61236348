// Why a trade of several holdings raises or lowers the requirement though equity stays: what moves from which rates to
// which. Serves rule R-41.
import type { PositionMargin } from '@/engine/margin';
import { type Money, money, type Ratio, sum } from '@/engine/quantity';
import type { Trial } from '@/state/trades';
import { formatCall, formatMoneyShort, formatRate } from '@/ui/format';
import { equityStays, ratesOfLarge } from './kept-words';

const nothing = money(0);

/** One holding before and after; null where it is not there. */
export interface HoldingChange {
  readonly id: string;
  readonly before: PositionMargin | null;
  readonly after: PositionMargin | null;
}

/** Every holding that is there before or after, in the account's order. */
export function listHoldingChanges({ before, after }: Trial): readonly HoldingChange[] {
  const [was, is] = [before, after].map(
    ({ margin }) => new Map(margin.positions.map((each) => [each.position.id, each] as const)),
  );
  const ids = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...ids]
    .map((id) => ({ id, before: was?.get(id) ?? null, after: is?.get(id) ?? null }))
    .filter(({ before: held, after: left }) => isOpen(held) || isOpen(left));
}

function isOpen(held: PositionMargin | null): boolean {
  return held !== null && !held.position.isClosed;
}

/** What one holding's value and requirement change by. */
interface Moved {
  readonly value: Money;
  readonly requirement: Money;
  readonly before: Ratio | null;
  readonly after: Ratio | null;
}

/** Why the requirement changes, in one or two sentences. */
export function wordWhy(trial: Trial): readonly string[] {
  const moved = listHoldingChanges(trial).map(
    ({ before, after }): Moved => ({
      value: (after?.position.marketValue ?? nothing).minus(before?.position.marketValue ?? nothing),
      requirement: (after?.requirement ?? nothing).minus(before?.requirement ?? nothing),
      before: before?.rate ?? null,
      after: after?.rate ?? null,
    }),
  );
  const sold = sideOf(moved.filter(({ value }) => value.sign() < 0));
  const bought = sideOf(moved.filter(({ value }) => value.sign() > 0));
  if (sold === null && bought === null) return [`Nothing is traded. ${equityStays(trial)}`];
  const areRatesSame = moved.every(
    ({ before, after }) => before === null || after === null || before.equals(after),
  );
  const rises = trial.after.margin.requirement.minus(trial.before.margin.requirement);
  const change =
    rises.sign() === 0
      ? 'the requirement stays'
      : rises.sign() > 0
        ? `the requirement rises by ${formatCall(rises)}`
        : `the requirement falls by ${formatMoneyShort(rises.negated(), 'down')}`;
  const stays = isEquityKept(trial) ? equityStays(trial) : '';
  const why = `${wordMoved(sold, bought)}, so ${change}. ${stays}`.trim();
  return areRatesSame ? [why] : [why, `${ratesOfLarge.replace('large', 'Large')}.`];
}

function isEquityKept({ before, after }: Trial): boolean {
  return before.margin.equity.equals(after.margin.equity);
}

interface SideMoved {
  readonly value: Money;
  /** The rate that its dollars bear together. */
  readonly rate: Ratio;
  readonly isAverage: boolean;
}

function sideOf(moved: readonly Moved[]): SideMoved | null {
  const value = sum(moved.map((each) => each.value.absolute()));
  if (value.sign() === 0) return null;
  const rates = moved.flatMap(({ value: dollars, before, after }) => {
    const rate = dollars.sign() < 0 ? (before ?? after) : (after ?? before);
    return rate === null ? [] : [{ dollars: dollars.absolute(), rate }];
  });
  const required = sum(rates.map(({ dollars, rate }) => dollars.times(rate)));
  const [first] = rates;
  return {
    value,
    rate: required.per(value),
    isAverage: first !== undefined && rates.some(({ rate }) => !rate.equals(first.rate)),
  };
}

function wordMoved(sold: SideMoved | null, bought: SideMoved | null): string {
  if (sold === null && bought !== null) return `${dollars(bought.value)} goes into ${holdings(bought)}`;
  if (sold !== null && bought === null) return `${dollars(sold.value)} comes out of ${holdings(sold)}`;
  if (sold === null || bought === null) return '';
  const extra = bought.value.minus(sold.value);
  const moves = `${dollars(extra.sign() < 0 ? bought.value : sold.value)} moves from ${rateOf(sold)} to ${rateOf(bought)} holdings`;
  if (extra.sign() > 0) return `${moves} and ${dollars(extra)} of cash into them`;
  return extra.sign() < 0 ? `${moves} and ${dollars(extra.negated())} comes out` : moves;
}

function holdings(side: SideMoved): string {
  return `${rateOf(side)} holdings`;
}

function rateOf({ rate, isAverage }: SideMoved): string {
  return `${formatRate(rate)}${isAverage ? ' (on average)' : ''}`;
}

function dollars(amount: Money): string {
  return formatMoneyShort(amount);
}
