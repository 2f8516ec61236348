// A holding's own margin-call price in words: rounded to the side that is free of a call, or, where only its value is
// known, the move of it in percent. Serves rule R-55 of rules.md.
import type { Account, Position } from '@/engine/account';
import type { CallPoint, CallPoints } from '@/engine/excess-curve';
import { holdingsAlone } from '@/state/alone';
import { type FreeSide, formatOwnMove, formatOwnPrice } from '@/ui/own-point';

/** What is printed, and the same as a sentence for those who do not see the column. */
export interface AloneWords {
  readonly text: string;
  readonly isNone: boolean;
}

/** Beyond so many holdings the column simply stays: to look at all of them would take longer than it helps. */
const mostLookedAt = 50;

/** Whether any holding has a margin-call price of its own, so that a column of them says something. */
export function hasAnyAlone(account: Account): boolean {
  const { positions } = account;
  if (positions.length > mostLookedAt) return true;
  const alone = holdingsAlone(account);
  return positions.some((position) => !aloneWords(position, alone.pointsOf(position.id)).isNone);
}

/** What the column is, or why there is none. */
export function aloneNote(isInCall: boolean, hasAny: boolean): string {
  if (isInCall) {
    return hasAny
      ? 'Call ends: the price or move of this holding alone that ends the call.'
      : 'No holding alone can end the call.';
  }
  return hasAny
    ? 'Alone: its own margin-call price or move, if nothing else moves.'
    : 'No holding alone can cause a call.';
}

/** The prices or moves of one holding alone at which a call begins, or, in a call, ends. */
export function aloneWords(position: Position, points: CallPoints | null): AloneWords {
  const below = points?.isInCall === true ? points.cureBelow : (points?.below ?? null);
  const above = points?.isInCall === true ? points.cureAbove : (points?.above ?? null);
  // A call's own side is free above a point below today, and below one above; where a call ends it is the far side.
  const [ofBelow, ofAbove]: readonly [FreeSide, FreeSide] =
    points?.isInCall === true ? ['below', 'above'] : ['above', 'below'];
  const found = [
    below === null ? null : wordsOf(position, below, ofBelow),
    above === null ? null : wordsOf(position, above, ofAbove),
  ].filter((words) => words !== null);
  return found.length === 0 ? { text: 'none', isNone: true } : { text: found.join(' · '), isNone: false };
}

function wordsOf({ price, marketValue }: Position, point: CallPoint, free: FreeSide): string {
  if (price !== null) return formatOwnPrice(point, price, free);
  if (marketValue.sign() === 0) return 'at any value';
  const today = marketValue.as<'bare'>();
  return formatOwnMove(point.at.minus(today).over(today), free);
}
