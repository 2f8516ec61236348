/**
 * A holding's own margin-call price and the move that leads there, in words: one rounding wherever they stand, to the
 * side that is free of a call. Serves rule R-55 of rules.md.
 */
import type { Bare, Price } from '@/engine/quantity';
import { shiftPoint, trimZeros } from '@/ui/decimal-text';
import { formatMoneyText, formatPercent } from '@/ui/format';

/** Decimals of a price in words. */
const decimals = { fewest: 2, most: 6 } as const;
/** From here on a move is so far away that its tenths only take up room. */
const far = 10;

/** On which side of a point there is no call. */
export type FreeSide = 'above' | 'below';

/**
 * The last price that is free of a call, with as many decimals as today's price has: of $0.004 cents would say nothing.
 * An open point is itself on the called side.
 */
export function formatOwnPrice(
  { at, isOpen }: { readonly at: Bare; readonly isOpen: boolean },
  today: Price,
  free: FreeSide,
): string {
  const own = today.toText().split('.')[1]?.length ?? 0;
  const places = Math.min(Math.max(decimals.fewest, own), decimals.most);
  const rounded = at.toFixed(places, roundingTo(free));
  const isOn = isOpen && trimZeros(rounded) === at.toText();
  return formatMoneyText(isOn ? oneDigitFrom(rounded, free, places) : rounded);
}

/** The next price with so many decimals on one side. */
function oneDigitFrom(price: string, side: FreeSide, places: number): string {
  const digits = BigInt(price.replace('.', '')) + (side === 'above' ? 1n : -1n);
  const [whole = '', fraction = ''] = shiftPoint(String(digits), -places).split('.');
  return `${whole}.${fraction.padEnd(places, '0')}`;
}

/** The move to a point, with its sign: "−75.5 %", "+9,900 %". */
export function formatOwnMove(move: Bare, free: FreeSide): string {
  const text = formatPercent(move.as<'ratio'>(), move.toNumber() < far ? 1 : 0, roundingTo(free));
  return move.sign() > 0 ? `+${text}` : text;
}

function roundingTo(free: FreeSide): 'up' | 'down' {
  return free === 'above' ? 'up' : 'down';
}
