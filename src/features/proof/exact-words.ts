// Figures of the math in words: exact wherever four decimals are enough, else rounded, which the line then says with ≈.
import type { Money, Price, Ratio, Rounding, Shares } from '@/engine/quantity';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';
import { formatMoney, formatMoneyText, formatPercent, withTrueMinus } from '@/ui/format';

/** A figure in words, and whether nothing was rounded. */
export interface ExactWords {
  readonly text: string;
  readonly isExact: boolean;
}

const mostDecimals = 4;
const decimalsOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;

/**
 * Dollars: to the cent at least, to four decimals at most. Where that is not enough they are cut off after the fourth,
 * so that no cent contradicts a total that is rounded its own way; with a rounding, to the cent by that.
 */
export function moneyWords(amount: Money | Price, toCent?: Rounding): ExactWords {
  const decimal = amount.toText();
  if (decimalsOf(decimal) > mostDecimals) {
    const dollars = amount.as<'money'>();
    const text =
      toCent === undefined ? formatMoney(dollars, 'towardZero', mostDecimals) : formatMoney(dollars, toCent);
    return { text, isExact: false };
  }
  const [whole = '', fraction = ''] = decimal.split('.');
  return { text: formatMoneyText(`${whole}.${fraction.padEnd(2, '0')}`), isExact: true };
}

/** A ratio in percent, rounded to four decimals where it has more. */
export function percentWords(ratio: Ratio, rounding: Rounding = 'nearest'): ExactWords {
  const percent = shiftPoint(ratio.toText(), 2);
  if (decimalsOf(trimZeros(percent)) > mostDecimals) {
    return { text: formatPercent(ratio, mostDecimals, rounding), isExact: false };
  }
  return { text: `${withTrueMinus(trimZeros(percent))}\u00A0%`, isExact: true };
}

/** A plain number: shares, or how many times. */
export function numberWords(count: Shares | Ratio): ExactWords {
  const decimal = count.toText();
  if (decimalsOf(decimal) <= mostDecimals) return { text: groupThousands(decimal), isExact: true };
  return { text: groupThousands(count.toFixed(mostDecimals)), isExact: false };
}
