// The ways out in words: what to do, how much of it, what is left, and why one does not do.

import type { Position } from '@/engine/account';
import type { CallPoints } from '@/engine/excess-curve';
import { type Bare, bare, type Money, type Shares } from '@/engine/quantity';
import type { TakenWay } from '@/state/taken-ways';
import type { Standing } from '@/state/verdict';
import type { Cure, Repaying, Way } from '@/state/ways';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatCall, formatExcess, formatMoneyShort, formatPercent, formatRate } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { roomPercent } from './room-field';

/** What the list is for; `room` is the further move that there is to be room for. */
export function introWords(standing: Standing, room: string): string {
  const { figures, before, isWhatIf, isLiquidated, hasShorts } = standing;
  // At 0 there is no side to name.
  const further = Number(room) === 0 ? 'move' : room.startsWith('-') ? 'fall' : 'rise';
  if (figures.excess.sign() >= 0) {
    // Today's call is told above the tabs.
    const none = before.excess.sign() < 0 ? '' : 'Nothing is called for. ';
    return `${none}Any one of these makes room for a further ${further}.`;
  }
  const ends = isLiquidated
    ? `lift${isWhatIf ? '' : 's'} the account to the requirement`
    : `end${isWhatIf ? '' : 's'} the call`;
  // With shorts each way may leave another side without room; a whole share that costs much may leave a lot.
  const none = `With just enough, a small further ${hasShorts ? 'move' : 'fall'} can be too much again.`;
  return `Any one of these ${isWhatIf ? 'would ' : ''}${ends}. ${none}`;
}

/** That there is room enough: what one sentence says instead of rows of nothing. */
export function enoughWords(standing: Standing, room: string): string {
  const further = standing.move.sign() === 0 ? '' : 'further ';
  return `There is room for a ${further}move of ${roomPercent(room)}: nothing more needs to be done for it.`;
}

/** What is done. */
export function wayName(
  { kind, position, rate }: Pick<Way, 'kind' | 'position' | 'rate'>,
  positions: readonly Position[],
): string {
  const name = position === null ? '' : nameHolding(position, positions, 'within');
  switch (kind) {
    case 'deposit':
      return 'Deposit cash';
    case 'sell':
      return `Sell ${name}`;
    case 'buyToCover':
      return `Buy back ${name}`;
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

/** From where a next call is told: what the broker does, and whether the market stands elsewhere than today. */
export type From = Pick<Standing, 'isLiquidated' | 'move'>;

/** What is above the requirement then, and where the next call is from there. */
export function cureAfter({ excessAfter, next }: Cure, from: From): string {
  return `${formatExcess(excessAfter)} above · ${nextCall(next, from)}`;
}

/** Below it a point is where one stands. */
const nothing = bare('1e-12');
/** So small a move has no figure of its own. */
const slight = bare('0.0001');
/** Below it a percentage has two decimals. */
const small = bare('0.001');

/** Where the next call is, as a further move of the market; where a broker makes none, the requirement. */
export function nextCall(next: CallPoints, from: From): string {
  const { isLiquidated } = from;
  const slightest = slightMove(next, from);
  if (slightest !== null) return `${slightest} ${isLiquidated ? 'is too much again' : 'is a new call'}`;
  const words = movesOf(next);
  if (words.length === 0)
    return isLiquidated ? 'no further move is too much' : 'no further move makes a call';
  return `${isLiquidated ? 'too much again' : 'next call'} beyond ${furtherOf(from)}${words.join(' or ')}`;
}

/** The same as the entry of a table: "−10.0 %". */
export function nextMove(next: CallPoints, from: From): string {
  const words = movesOf(next);
  return slightMove(next, from) ?? (words.length === 0 ? 'none' : `${furtherOf(from)}${words.join(' or ')}`);
}

/** Where the market is moved, the slider and the verdict measure from elsewhere. */
function furtherOf({ move }: From): string {
  return move.sign() === 0 ? '' : 'a further ';
}

function slightMove({ below, above }: CallPoints, { move }: From): string | null {
  const further = move.sign() === 0 ? '' : 'further ';
  const [fall, rise] = [below?.at.absolute() ?? null, above?.at ?? null];
  if (fall?.isBelow(nothing)) return `the least ${further}fall`;
  if (rise?.isBelow(nothing)) return `the least ${further}rise`;
  const least = formatPercent(slight.as<'ratio'>(), 2);
  if (fall?.isBelow(slight)) return `a ${further}fall of less than ${least}`;
  return rise?.isBelow(slight) ? `a ${further}rise of less than ${least}` : null;
}

function movesOf({ below, above }: CallPoints): readonly string[] {
  const percent = (at: Bare) => formatPercent(at.as<'ratio'>(), at.absolute().isBelow(small) ? 2 : 1);
  return [
    ...(below === null ? [] : [percent(below.at)]),
    ...(above === null ? [] : [`+${percent(above.at)}`]),
  ];
}

/** Why a way does not do, and how far it gets. */
export function hindranceWords({ hindrance, most, kind }: Way, missing: Money, from: From): string {
  switch (hindrance) {
    case 'negative-equity':
      return `Equity is below zero, and no trade at the market’s price changes that.${reachWords(kind, most, from)}`;
    case 'full-rate':
      return missing.sign() > 0
        ? `At 100\u00A0% they require as much as they are worth: ${formatCall(missing)} stays missing.`
        : 'At 100\u00A0% they require as much as they are worth.';
    case 'worthless':
      return 'They are worth nothing after that fall.';
    case 'too-small':
      return `Too small.${reachWords(kind, most, from)}`;
    case 'nothing-left':
      return 'Nothing of it is left.';
    case null:
      return '';
  }
}

function reachWords(kind: Way['kind'], most: Cure | null, from: From): string {
  if (most === null) return '';
  const all = kind === 'sell' ? 'All of it sold' : 'All of it bought back';
  return most.excessAfter.sign() < 0
    ? ` ${all} leaves ${formatCall(most.excessAfter.negated())} missing.`
    : ` ${all}: ${nextCall(most.next, from)}.`;
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
