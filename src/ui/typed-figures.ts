/**
 * The kinds of figures that fields take: dollars, rates, moves and points. Each reads a text into the document's
 * decimal text (ratios 0 to 1) or says in a sentence why not.
 */
import { groupThousands, shiftPoint } from '@/ui/decimal-text';
import { describeProblem, readDecimal } from '@/ui/read-decimal';

/** A figure read from text, or a sentence about what is wrong. */
export type TypedFigure<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** What is held: its value, or shares and their price. */
export type TypedWorth =
  | { readonly marketValue: string }
  | { readonly shares: string; readonly price: string };

/** A requirement typed as a rate or as dollars. */
export type TypedRequirement =
  | { readonly kind: 'rate'; readonly ratio: string }
  | { readonly kind: 'dollars'; readonly dollars: string };

/** A move of the market, typed as a percentage or as what the holdings are then worth. */
export type TypedMove =
  | { readonly kind: 'percent'; readonly ratio: string }
  | { readonly kind: 'dollars'; readonly dollars: string };

const highestRate = 300;
/** A rise in percent beyond which a plain number is more likely dollars. */
const highestBareMove = 1000;
/** A rate written with 18 decimals came from dollars: as a ratio, a percentage has at most 17. */
const mostPercentDecimals = 15;

/** Dollars, 0 or more. */
export function readMoney(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed, 'unsigned'));
  if (typed.unit === '%') return refuse('Type dollars here, not a percentage.');
  if (typed.decimal.startsWith('-')) return refuse('This amount cannot be below zero.');
  return accept(typed.decimal);
}

/** What a holding is worth: dollars, or shares and their price as in "200 @ 245" or "200 x 245". */
export function readWorth(text: string): TypedFigure<TypedWorth> {
  const pair = /^([^@x×*]+)[@x×*]([^@x×*]+)$/i.exec(text.trim());
  if (pair === null) {
    const value = readMoney(text);
    if (value.ok) return accept({ marketValue: value.value });
    return isNegative(text) ? refuse('Type the value without a minus; the side carries the sign.') : value;
  }
  const shares = readShares(pair[1] ?? '');
  if (!shares.ok) return refuse(`Shares: ${shares.message}`);
  const price = readPrice(pair[2] ?? '');
  return price.ok ? accept({ shares: shares.value, price: price.value }) : refuse(`Price: ${price.message}`);
}

/** A number of shares, more than 0. */
export function readShares(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed, 'unsigned'));
  if (typed.unit !== null) return refuse('Type a number of shares here, without $ or %.');
  if (typed.decimal.startsWith('-')) {
    return refuse('Type the shares without a minus; the side carries the sign.');
  }
  return typed.decimal === '0' ? refuse('A holding has more than 0 shares.') : accept(typed.decimal);
}

/** Dollars a share, 0 or more. */
export function readPrice(text: string): TypedFigure<string> {
  const price = readMoney(text);
  return !price.ok && isNegative(text) ? refuse('A price cannot be below zero.') : price;
}

/** A signed multiple: how a fund is leveraged, or how a holding moves for each 1 % of the market. */
export function readMultiple(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed));
  if (typed.unit !== null) return refuse('Type a plain number here, as in 3 or −2.');
  return Math.abs(Number(typed.decimal)) > 100
    ? refuse('This lies between −100 and 100.')
    : accept(typed.decimal);
}

/** A share of the holdings in percent, 0 to 100, as a ratio. */
export function readWeight(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed, 'unsigned'));
  if (typed.unit === '$') return refuse('Type a percentage here, not dollars.');
  if (typed.decimal.startsWith('-') || Number(typed.decimal) > 100) {
    return refuse('A weight lies between 0 and 100\u00A0%.');
  }
  return readPercent(typed.decimal);
}

/** A maintenance rate in percent, 0 to 300, as a ratio. */
export function readRate(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed, 'unsigned'));
  if (typed.unit === '$') return refuse('Type a percentage here, not dollars.');
  if (typed.decimal.startsWith('-') || Number(typed.decimal) > highestRate) {
    return refuse('A requirement lies between 0 and 300\u00A0%.');
  }
  // 0.3 is how a program writes 30 %: taken as 0.3 % it would make calls vanish.
  if (typed.unit === null && Number(typed.decimal) > 0 && Number(typed.decimal) < 1) {
    const meant = shiftPoint(typed.decimal, 2);
    return refuse(
      `Did you mean ${meant}\u00A0%? For less than 1\u00A0%, type the sign too: ${typed.decimal}\u00A0%.`,
    );
  }
  return readPercent(typed.decimal);
}

/** A requirement: a percentage, or dollars where a dollar sign stands or no percentage could be meant. */
export function readRequirement(text: string): TypedFigure<TypedRequirement> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed, 'unsigned'));
  const isDollars = typed.unit === '$' || (typed.unit === null && Number(typed.decimal) > highestRate);
  const figure = isDollars ? readMoney(text) : readRate(text);
  if (!figure.ok) return figure;
  return accept(
    isDollars ? { kind: 'dollars', dollars: figure.value } : { kind: 'rate', ratio: figure.value },
  );
}

/** A move of the market: −100 % or more, or dollars of holdings. */
export function readMove(text: string): TypedFigure<TypedMove> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed));
  if (typed.unit === '$') {
    const dollars = readMoney(text);
    return dollars.ok ? accept({ kind: 'dollars', dollars: dollars.value }) : dollars;
  }
  if (Number(typed.decimal) < -100) return refuse('Nothing falls by more than 100\u00A0%.');
  if (typed.unit === null && Number(typed.decimal) > highestBareMove) {
    const meant = groupThousands(typed.decimal);
    return refuse(`Did you mean $${meant}? For a rise of ${meant}\u00A0%, type the sign too.`);
  }
  const ratio = readPercent(typed.decimal);
  return ratio.ok ? accept({ kind: 'percent', ratio: ratio.value }) : ratio;
}

/** Percentage points, −300 to 300, as a ratio. */
export function readPoints(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed));
  if (typed.unit === '$') return refuse('Type percentage points here, not dollars.');
  if (Math.abs(Number(typed.decimal)) > highestRate) return refuse('Points lie between −300 and 300.');
  return readPercent(typed.decimal);
}

function readPercent(percent: string): TypedFigure<string> {
  const decimals = percent.split('.')[1]?.length ?? 0;
  if (decimals > mostPercentDecimals) return refuse(`At most ${mostPercentDecimals} decimals.`);
  return accept(shiftPoint(percent, -2));
}

function isNegative(text: string): boolean {
  const typed = readDecimal(text);
  return typed.ok && typed.decimal.startsWith('-');
}

function accept<T>(value: T): TypedFigure<T> {
  return { ok: true, value };
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
