// A holding's own margin-call price in words: rounded to the side that is free of a call, or, where only its value is
// known, the move of it in percent. Serves rule R-55 of rules.md.
import type { Position } from '@/engine/account';
import type { CallPoint, CallPoints } from '@/engine/excess-curve';
import { type Bare, bare } from '@/engine/quantity';
import { formatMoney, formatPercent } from '@/ui/format';

/** What is printed, and the same as a sentence for those who do not see the column. */
export interface AloneWords {
  readonly text: string;
  readonly isNone: boolean;
}

/** The prices or moves of one holding alone at which a call begins, or, in a call, ends. */
export function aloneWords(position: Position, points: CallPoints | null): AloneWords {
  const below = points?.isInCall === true ? points.cureBelow : (points?.below ?? null);
  const above = points?.isInCall === true ? points.cureAbove : (points?.above ?? null);
  // A call's own side is free above a point below today, and below one above; where a call ends it is the far side.
  const isFreeAbove = points?.isInCall !== true;
  const found = [
    below === null ? null : wordsOf(position, below, isFreeAbove ? 'up' : 'down'),
    above === null ? null : wordsOf(position, above, isFreeAbove ? 'down' : 'up'),
  ].filter((words) => words !== null);
  return found.length === 0 ? { text: 'none', isNone: true } : { text: found.join(' · '), isNone: false };
}

function wordsOf({ price, marketValue }: Position, { at, isOpen }: CallPoint, free: 'up' | 'down'): string {
  if (price !== null) {
    const decimals = Math.min(Math.max(2, decimalsOf(price.toText())), 6);
    const rounded = at.toFixed(decimals, free);
    const step = bare(`1e-${decimals}`);
    // An open point is itself on the called side.
    const isOn = isOpen && bare(rounded).equals(at);
    const last = isOn ? (free === 'up' ? at.plus(step) : at.minus(step)) : bare(rounded);
    return formatMoney(last.as<'money'>(), 'nearest', decimals);
  }
  if (marketValue.sign() === 0) return 'at any value';
  const move = moveTo(at, marketValue.as<'bare'>());
  return `${move.sign() > 0 ? '+' : ''}${formatPercent(move.as<'ratio'>(), move.isBelow(far) ? 1 : 0, free)}`;
}

/** From here on a move is so far away that its tenths only take up room. */
const far = bare(10);

function moveTo(at: Bare, today: Bare): Bare {
  return at.minus(today).over(today);
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
