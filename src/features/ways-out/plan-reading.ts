// What is typed or dragged as the size of one trade: shares, dollars or a share of the holding, never more than is held.
import type { Position } from '@/engine/account';
import { roundedToUnit, sizeHeld, tradeUnit } from '@/engine/planned-trade';
import { type Bare, bare } from '@/engine/quantity';
import { allOfIt } from '@/state/plan';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';
import { describeProblem, readDecimal } from '@/ui/read-decimal';

/** A size as decimal text, `all` for all that is held, or why a text is none. */
export type SizeReading =
  | { readonly ok: true; readonly size: string }
  | { readonly ok: false; readonly message: string };

/** Reads "20" (shares, or dollars where shares are unknown), "$1,500" or "50 %"; nothing typed is nothing sold. */
export function readSize(text: string, position: Position, isWholeShares: boolean): SizeReading {
  if (text.trim() === '') return { ok: true, size: '0' };
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed, 'unsigned'));
  if (typed.decimal.startsWith('-')) return refuse('Type it without a minus.');
  const held = sizeHeld(position);
  const size = sizeMeant(typed.decimal, typed.unit, position, isWholeShares);
  // The field shows a count with more decimals rounded up: that is all of it.
  const shown = roundedToUnit(held, tradeUnit(position, false));
  if (size.equals(held) || (size.isAbove(held) && !size.isAbove(shown))) return { ok: true, size: allOfIt };
  if (size.isAbove(held)) return refuse(`You hold ${heldText(position)}.`);
  const isWhole = position.shares === null || !isWholeShares || size.equals(size.roundedUp());
  return isWhole
    ? { ok: true, size: plain(size) }
    : refuse(`Whole shares only, or all ${heldText(position)}.`);
}

function sizeMeant(
  decimal: string,
  unit: '$' | '%' | null,
  position: Position,
  isWholeShares: boolean,
): Bare {
  const { shares, price } = position;
  const plainSize = bare(decimal);
  if (unit === '%') {
    const part = sizeHeld(position).times(bare(shiftPoint(decimal, -2)));
    return rounded(part, position, isWholeShares);
  }
  if (unit === '$' && shares !== null && price !== null) {
    return rounded(plainSize.over(price.as<'bare'>()), position, isWholeShares);
  }
  return plainSize;
}

/** Up to what can be traded, but of a fraction that is held no more than all of it. */
function rounded(size: Bare, position: Position, isWholeShares: boolean): Bare {
  const up = roundedToUnit(size, tradeUnit(position, isWholeShares));
  const held = sizeHeld(position);
  return up.isAbove(held) && !size.isAbove(held) ? held : up;
}

/** The size where a slider stands: whole shares or what else can be traded; at its end all that is held. */
export function sizeAt(value: number, position: Position, isWholeShares: boolean): string {
  const held = sizeHeld(position);
  if (value >= held.toNumber()) return allOfIt;
  if (position.shares === null) return trimZeros(value.toFixed(2));
  return isWholeShares ? value.toFixed(0) : trimZeros(value.toFixed(6));
}

/** How finely a slider moves: whole shares or a hundredth of what is held, whichever is coarser. */
export function sliderStep(position: Position, isWholeShares: boolean): number {
  const hundredth = sizeHeld(position).toNumber() / 100;
  if (position.shares === null) return niceStep(hundredth, 0.01);
  return niceStep(hundredth, isWholeShares ? 1 : 0.000001);
}

/** 1, 2 or 5 times a power of ten at or below a size, and no less than the least. */
function niceStep(size: number, atLeast: number): number {
  if (size <= atLeast) return atLeast;
  const power = 10 ** Math.floor(Math.log10(size));
  return Math.max(atLeast, (size >= 5 * power ? 5 : size >= 2 * power ? 2 : 1) * power);
}

/** What is held: "100 shares", "$24,000". */
export function heldText({ shares, marketValue }: Position): string {
  if (shares === null) return `$${groupThousands(trimZeros(marketValue.toFixed(2, 'down')))}`;
  const count = groupThousands(trimZeros(shares.toFixed(6, 'down')));
  return `${count} ${count === '1' ? 'share' : 'shares'}`;
}

function plain(size: Bare): string {
  return trimZeros(size.toFixed(18, 'down'));
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
