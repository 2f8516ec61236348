// The ways out in words: what to do, how much of it, what is left, and why one does not do.

import type { Position } from '@/engine/account';
import type { CallPoints } from '@/engine/excess-curve';
import { bare, type Money, type Shares } from '@/engine/quantity';
import type { TakenWay } from '@/state/taken-ways';
import type { Standing } from '@/state/verdict';
import type { Cure, Repaying, Way } from '@/state/ways';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatCall, formatExcess, formatMoneyShort, formatPercent, formatRate } from '@/ui/format';

/** What the list is for; `room` is the further move that there is to be room for. */
export function introWords({ figures, isWhatIf, isLiquidated, hasShorts }: Standing, room: string): string {
  const further = room.startsWith('-') ? 'fall' : 'rise';
  if (figures.excess.sign() >= 0) {
    return `Nothing is called for. Any one of these makes room for a further ${further}.`;
  }
  const ends = isLiquidated
    ? `lift${isWhatIf ? '' : 's'} the account to the requirement`
    : `end${isWhatIf ? '' : 's'} the call`;
  // With shorts each way may leave another side without room.
  const none = hasShorts
    ? 'Just enough leaves no room for a further move.'
    : 'Just enough leaves no room: any further fall is too much again.';
  return `Any one of these ${isWhatIf ? 'would ' : ''}${ends}. ${none}`;
}

/** What is done. */
export function wayName(
  { kind, position, rate }: Pick<Way, 'kind' | 'position' | 'rate'>,
  positions: readonly Position[],
): string {
  switch (kind) {
    case 'deposit':
      return 'Deposit cash';
    case 'sell':
      return `Sell ${nameOf(position, positions)}`;
    case 'buyToCover':
      return `Buy back ${nameOf(position, positions)}`;
    case 'moveIn':
      return `Move in securities owned outright, at ${rate === null ? '' : formatRate(rate)}`;
  }
}

/** How much of it: "18 shares, $1,404", rounded up so that it is enough. */
export function cureAmount({ amount, shares, isWhole }: Cure): string {
  if (amount.sign() === 0) return 'nothing';
  const dollars = formatCall(amount);
  if (shares === null) return isWhole ? `all of it, ${dollars}` : dollars;
  return `${isWhole ? 'all ' : ''}${sharesWords(shares)}, ${dollars}`;
}

function sharesWords(shares: Shares): string {
  const count = countOf(shares);
  return `${count} ${count === '1' ? 'share' : 'shares'}`;
}

function countOf(shares: Shares): string {
  return groupThousands(trimZeros(shares.toText()));
}

/** What stays of the holding: "981 left, $75,929.40". */
export function leftWords({ left }: Cure): string {
  if (left === null) return '';
  const dollars = formatMoneyShort(left.value, 'down');
  if (left.value.sign() === 0 && (left.shares === null || left.shares.sign() === 0)) return 'none of it left';
  return left.shares === null ? `${dollars} left` : `${countOf(left.shares)} left, ${dollars}`;
}

/** What is above the requirement then, and where the next call is from there. */
export function cureAfter({ excessAfter, next }: Cure, isLiquidated: boolean): string {
  return `${formatExcess(excessAfter)} above · ${nextCall(next, isLiquidated)}`;
}

/** So small a move counts as any move. */
const slight = bare('0.0005');

/** Where the next call is, as a further move of the market; where a broker makes none, the requirement. */
export function nextCall(next: CallPoints, isLiquidated = false): string {
  const slightest = slightMove(next);
  if (slightest !== null) return `${slightest} ${isLiquidated ? 'is too much again' : 'is a new call'}`;
  const words = movesOf(next);
  if (words.length === 0)
    return isLiquidated ? 'no further move is too much' : 'no further move makes a call';
  return `${isLiquidated ? 'too much again' : 'next call'} beyond ${words.join(' or ')}`;
}

/** The same as the entry of a table: "−10.0 %". */
export function nextMove(next: CallPoints): string {
  const words = movesOf(next);
  return slightMove(next) ?? (words.length === 0 ? 'none' : words.join(' or '));
}

function slightMove({ below, above }: CallPoints): string | null {
  if (below !== null && below.at.absolute().isBelow(slight)) return 'the least fall';
  return above !== null && above.at.isBelow(slight) ? 'the least rise' : null;
}

function movesOf({ below, above }: CallPoints): readonly string[] {
  return [
    ...(below === null ? [] : [formatPercent(below.at.as<'ratio'>())]),
    ...(above === null ? [] : [`+${formatPercent(above.at.as<'ratio'>())}`]),
  ];
}

/** Why a way does not do, and how far it gets. */
export function hindranceWords(
  { hindrance, most, kind }: Way,
  missing: Money,
  isLiquidated: boolean,
): string {
  switch (hindrance) {
    case 'negative-equity':
      return `Equity is below zero, and no trade at the market’s price changes that.${reachWords(kind, most, isLiquidated)}`;
    case 'full-rate':
      return missing.sign() > 0
        ? `At 100\u00A0% they require as much as they are worth: ${formatCall(missing)} stays missing.`
        : 'At 100\u00A0% they require as much as they are worth.';
    case 'too-small':
      return `Too small.${reachWords(kind, most, isLiquidated)}`;
    case 'nothing-left':
      return 'Nothing of it is left.';
    case null:
      return '';
  }
}

function reachWords(kind: Way['kind'], most: Cure | null, isLiquidated: boolean): string {
  if (most === null) return '';
  const all = kind === 'sell' ? 'All of it sold' : 'All of it bought back';
  return most.excessAfter.sign() < 0
    ? ` ${all} leaves ${formatCall(most.excessAfter.negated())} missing.`
    : ` ${all}: ${nextCall(most.next, isLiquidated)}.`;
}

/** What of a way is in the what-if: "In the what-if: 19 shares". */
export function takenWords({ shares, amount }: TakenWay): string {
  const parts = [
    ...(shares === null ? [] : [sharesWords(shares)]),
    ...(amount === null ? [] : [formatCall(amount)]),
  ];
  return `In the what-if: ${parts.join(' and ')}`;
}

/** Why repaying is no way out; where it is one, how it helps. */
export function repayingWords({ most, helping, equity, requirement }: Repaying, broker: string): string {
  if (helping !== null) {
    return `Here it helps, as ${broker} asks less of large holdings with a loan below ${formatMoneyShort(helping.bound)}. Otherwise repaying changes neither equity nor the requirement.`;
  }
  const why = 'what leaves the cash leaves the loan too';
  if (most.sign() === 0) {
    return `No way out: it changes neither equity nor the requirement, as ${why}.`;
  }
  return `No way out: after ${formatMoneyShort(most, 'down')} repaid, equity is still ${formatMoneyShort(equity, 'down')} and the requirement still ${formatMoneyShort(requirement, 'up')}, as ${why}.`;
}

/** What a holding is called: its symbol, or its place. */
export function nameOf(position: Position | null, positions: readonly Position[]): string {
  if (position === null) return '';
  const symbol = position.symbol.trim();
  if (symbol !== '') return symbol;
  return positions.length === 1
    ? 'the holdings'
    : `holding ${positions.findIndex(({ id }) => id === position.id) + 1}`;
}
