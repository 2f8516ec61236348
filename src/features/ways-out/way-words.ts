// The ways out in words: what to do, how much of it, what is left, and why one does not do.

import type { Position } from '@/engine/account';
import type { CallPoints } from '@/engine/excess-curve';
import { bare } from '@/engine/quantity';
import type { Standing } from '@/state/verdict';
import type { Cure, Way } from '@/state/ways';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatCall, formatExcess, formatMoneyShort, formatPercent, formatRate } from '@/ui/format';

/** What the list is for. */
export function introWords({ figures, isWhatIf, isLiquidated }: Standing): string {
  if (figures.excess.sign() >= 0) {
    return 'Nothing is called for. Any one of these makes room for a further fall.';
  }
  const ends = isLiquidated
    ? `lift${isWhatIf ? '' : 's'} the account to the requirement`
    : `end${isWhatIf ? '' : 's'} the call`;
  return `Any one of these ${isWhatIf ? 'would ' : ''}${ends}. Just enough leaves no room: any further fall is too much again.`;
}

/** What is done. */
export function wayName({ kind, position, rate }: Way, positions: readonly Position[]): string {
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
  const count = groupThousands(trimZeros(shares.toText()));
  return `${isWhole ? 'all ' : ''}${count} ${count === '1' ? 'share' : 'shares'}, ${dollars}`;
}

/** What is left, and where the next call is from there. */
export function cureAfter({ excessAfter, next }: Cure): string {
  return `${formatExcess(excessAfter)} above · ${nextCall(next)}`;
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
export function hindranceWords({ hindrance, most, kind }: Way): string {
  switch (hindrance) {
    case 'negative-equity':
      return 'Equity is below zero, and no trade at the market’s price changes that.';
    case 'full-rate':
      return 'At 100 % they require as much as they are worth.';
    case 'too-small': {
      const all = kind === 'sell' ? 'Even all of it sold' : 'Even all of it bought back';
      return most === null || most.sign() >= 0
        ? `${all} leaves too little room.`
        : `${all} leaves ${formatMoneyShort(most.negated(), 'up')} missing.`;
    }
    case null:
      return '';
  }
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
