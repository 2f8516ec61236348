/**
 * Figures as words. The only place that rounds for people: distances toward zero, calls up, excess down.
 * Minus signs are real ones, and nothing breaks between a number and its sign.
 */
import type { Money, Quantity, Ratio, Rounding } from '@/engine/quantity';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';

const space = '\u00A0';

/** Decimals of a percentage that is too small for fewer. */
const mostDecimals = 8;

/** Dollars and cents: "−$1,400.00". */
export function formatMoney(amount: Money, rounding: Rounding = 'nearest', decimals = 2): string {
  return formatMoneyText(amount.toFixed(decimals, rounding));
}

/** Dollars in a sentence: without cents where there are none, "$750" or "$560.34". */
export function formatMoneyShort(amount: Money, rounding: Rounding = 'nearest'): string {
  return shortMoneyText(amount.toFixed(2, rounding));
}

/** Whole dollars: "$33,103". */
export function formatDollars(amount: Money, rounding: Rounding = 'nearest'): string {
  return formatMoneyText(amount.toFixed(0, rounding));
}

/** Whole dollars as text, from a million on with fewer figures, cut off and never rounded up: "$42.6M". */
export function shortenDollars(dollars: string): string {
  const [, sign = '', digits = ''] = /^(−?)\$([\d,]+)$/.exec(dollars) ?? [];
  const whole = digits.replaceAll(',', '');
  if (whole.length <= 6) return dollars;
  const [unit, size] = whole.length <= 9 ? ['M', 6] : whole.length <= 12 ? ['B', 9] : ['T', 12];
  const [front, back] = [whole.slice(0, -size), whole.slice(-size)];
  return `${sign}$${groupThousands(front)}.${back.slice(0, front.length === 1 ? 2 : 1)}${unit}`;
}

/** Whole dollars, and cents below one: "$33,103", "$0.75". */
export function formatDollarsOrCents(amount: Money, rounding: Rounding = 'nearest'): string {
  const dollars = amount.toFixed(0, rounding);
  return Number(dollars) === 0 ? formatMoney(amount, rounding) : formatMoneyText(dollars);
}

/** Decimal text as dollars. */
export function formatMoneyText(decimal: string): string {
  return decimal.startsWith('-') ? `−$${groupThousands(decimal.slice(1))}` : `$${groupThousands(decimal)}`;
}

/** Excess as printed everywhere: rounded down to the cent, so that what is left is never overstated. */
export function formatExcess(excess: Money): string {
  return formatMoney(excess, 'down');
}

/**
 * What is held, to the cent on the side that equity is rounded to: longs down, shorts up, so that the printed cents of
 * holdings, loan and equity agree. Rule R-58.
 */
export function formatHeld(value: Money, side: 'long' | 'short'): string {
  return formatMoney(value, side === 'long' ? 'down' : 'up');
}

/** Three figures of which the third is the first less the second, in words. */
export interface SumWords {
  readonly equity: string;
  readonly requirement: string;
  readonly excess: string;
}

/**
 * Equity − required = above, so that the printed cents add up: equity and excess are rounded down, and the requirement
 * printed is what lies between them, less than a cent from the exact one. Rule R-58.
 */
export function formatSum(
  sum: { readonly equity: Money; readonly excess: Money },
  write: (decimal: string) => string = formatMoneyText,
): SumWords {
  const [equity, excess] = [sum.equity.toFixed(2, 'down'), sum.excess.toFixed(2, 'down')];
  const cents = (decimal: string) => BigInt(decimal.replace('.', ''));
  const between = shiftPoint(String(cents(equity) - cents(excess)), -2);
  return { equity: write(equity), requirement: write(withCents(between)), excess: write(excess) };
}

function withCents(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** Decimal text of dollars and cents in a sentence: without cents where there are none. */
export function shortMoneyText(cents: string): string {
  return formatMoneyText(cents.endsWith('.00') ? cents.slice(0, -3) : cents);
}

/** A call or a remedy in a sentence: rounded up to the cent, so that paying it is enough. */
export function formatCall(call: Money): string {
  return formatMoneyShort(call, 'up');
}

/** A ratio as a percentage: "−75.5 %". Distances round toward zero unless told otherwise. */
export function formatPercent(ratio: Ratio, decimals = 1, rounding: Rounding = 'towardZero'): string {
  return `${percentText(ratio, decimals, rounding)}${space}%`;
}

/** The equity ratio, rounded down as equity is: fewer decimals of it are the beginning of more. */
export function formatEquityRatio(ratio: Ratio): string {
  return formatPercent(ratio, 1, 'down');
}

/** A move with its sign: "+33.3 %", "−13.0 %", "0.0 %". Rounded toward zero unless told otherwise. */
export function formatMove(move: Quantity<'bare'>, decimals = 1, rounding: Rounding = 'towardZero'): string {
  const text = formatPercent(move.as<'ratio'>(), decimals, rounding);
  return move.sign() > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The size of a move as a percentage, without its sign: "75.5 %". */
export function formatDistance(move: Quantity<'bare'>): string {
  return formatPercent(move.absolute().as<'ratio'>());
}

/** A rate with as many decimals as it needs, up to two: "25 %", "29.31 %". */
export function formatRate(rate: Ratio, rounding: Rounding = 'nearest'): string {
  return `${withTrueMinus(trimZeros(shiftPoint(rate.toFixed(4, rounding), 2)))}${space}%`;
}

/** Percentage points without a plus sign, rounded down unless told otherwise: "30.3 points". */
export function formatPoints(points: Quantity<'bare'>, decimals = 1, rounding: Rounding = 'down'): string {
  return `${percentText(points.as<'ratio'>(), decimals, rounding)} points`;
}

/** The same for a sentence: "30.3 percentage points". */
export function formatPercentagePoints(points: Quantity<'bare'>, rounding: Rounding = 'down'): string {
  return `${percentText(points.as<'ratio'>(), 1, rounding)} percentage points`;
}

/** Decimals of a percentage that a field shows. */
const fieldDecimals = 6;

/**
 * A ratio as a signed percentage, as fields show it: exactly, "−75.51" or "4", or where that would take more than six
 * decimals cut off with a mark that says so, "−14.285714…".
 */
export function percentForField(decimal: string): string {
  const [whole = '', fraction = ''] = shiftPoint(decimal, 2).split('.');
  if (fraction.length <= fieldDecimals) {
    return withTrueMinus(fraction === '' ? whole : `${whole}.${fraction}`);
  }
  return withTrueMinus(`${whole}.${fraction.slice(0, fieldDecimals)}…`);
}

/** A minus sign in place of a hyphen. */
export function withTrueMinus(text: string): string {
  return text.replace(/^-/, '−');
}

/** What is not 0 is not printed as 0: where the decimals asked for would do that, there are as many as it takes. */
function percentText(ratio: Ratio, fewest: number, rounding: Rounding): string {
  const last = ratio.sign() === 0 ? fewest : Math.max(fewest, mostDecimals);
  for (let decimals = fewest; decimals <= last; decimals += 1) {
    const size = percentOf(ratio, decimals, rounding);
    if (/[1-9]/.test(size)) return withTrueMinus(size);
  }
  return percentOf(ratio, fewest, rounding).replace('-', '');
}

function percentOf(ratio: Ratio, decimals: number, rounding: Rounding): string {
  const [whole = '', fraction = ''] = shiftPoint(ratio.toFixed(decimals + 2, rounding), 2).split('.');
  const grouped = groupThousands(whole);
  return decimals === 0 ? grouped : `${grouped}.${fraction.padEnd(decimals, '0')}`;
}
