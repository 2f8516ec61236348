/**
 * Exact numbers with a unit. Everything the engine computes is one of these.
 *
 * A quantity is a fraction of two decimals, the denominator almost always absent: sums and products of typed
 * figures are finite decimals, only interest by days, shares bought for dollars and roots need a denominator.
 * Nothing here rounds; rounding happens when a quantity is printed. This is the only file that knows decimal.js.
 */
import { Decimal } from 'decimal.js';

// With this precision plus, minus and times never round: they only ever use the digits they need.
const Exact = Decimal.clone({
  precision: 1e9,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  rounding: Decimal.ROUND_HALF_EVEN,
});
const Printing = Decimal.clone({ precision: 40, toExpNeg: -9e15, toExpPos: 9e15 });

/** What a quantity measures. `bare` is a coordinate or coefficient whose unit depends on the line it belongs to. */
export type Unit = 'money' | 'price' | 'shares' | 'ratio' | 'bare';

/** How to round what has no finite decimal: to nearest (half-even), toward zero, away from zero, down or up. */
export type Rounding = 'nearest' | 'towardZero' | 'awayFromZero' | 'down' | 'up';

const decimalRounding = {
  nearest: Decimal.ROUND_HALF_EVEN,
  towardZero: Decimal.ROUND_DOWN,
  awayFromZero: Decimal.ROUND_UP,
  down: Decimal.ROUND_FLOOR,
  up: Decimal.ROUND_CEIL,
} as const satisfies Record<Rounding, Decimal.Rounding>;

/** An exact number tagged with its unit, so that adding a price to a ratio does not compile. Immutable. */
export class Quantity<U extends Unit> {
  declare protected readonly unit: U;
  private float: number | undefined;

  private constructor(
    private readonly numerator: Decimal,
    /** Positive; null stands for 1. */
    private readonly denominator: Decimal | null,
  ) {}

  /** From a whole number or a plain decimal text such as `-12.50`. Throws when the text is no number. */
  static of<U extends Unit>(text: string | number): Quantity<U> {
    return new Quantity<U>(new Exact(text), null);
  }

  /** The sum; both of one unit. Nothing is made anew where nothing is added: what is alike then stays one object. */
  plus(other: Quantity<U>): Quantity<U> {
    if (other.numerator.isZero()) return this;
    if (this.numerator.isZero()) return other;
    const a = this.denominator;
    const b = other.denominator;
    if (a === null && b === null) return new Quantity<U>(this.numerator.plus(other.numerator), null);
    if (a !== null && b !== null && a.eq(b)) return new Quantity<U>(this.numerator.plus(other.numerator), a);
    return new Quantity<U>(
      timesOrSame(this.numerator, b).plus(timesOrSame(other.numerator, a)),
      productOrNull(a, b),
    );
  }

  /** The difference; both of one unit. */
  minus(other: Quantity<U>): Quantity<U> {
    if (other.numerator.isZero()) return this;
    const a = this.denominator;
    const b = other.denominator;
    if (a === null && b === null) return new Quantity<U>(this.numerator.minus(other.numerator), null);
    return this.plus(other.negated());
  }

  /** The same size with the other sign. */
  negated(): Quantity<U> {
    return new Quantity<U>(this.numerator.neg(), this.denominator);
  }

  /** The size without the sign. */
  absolute(): Quantity<U> {
    return this.sign() < 0 ? this.negated() : this;
  }

  /** This much times a ratio (or a bare coefficient); the unit stays. */
  times(factor: Quantity<'ratio'> | Quantity<'bare'>): Quantity<U> {
    if (factor.denominator === null && isOne(factor.numerator)) return this;
    return new Quantity<U>(
      this.numerator.times(factor.numerator),
      productOrNull(this.denominator, factor.denominator),
    );
  }

  /** This much divided by a ratio (or bare coefficient), exactly. Throws on 0: callers rule it out first. */
  over(divisor: Quantity<'ratio'> | Quantity<'bare'>): Quantity<U> {
    return divide<U>(this.fraction(), divisor.fraction());
  }

  /** The ratio of this to another of the same unit, exactly. Throws when the other is 0. */
  per(other: Quantity<U>): Quantity<'ratio'> {
    return divide<'ratio'>(this.fraction(), other.fraction());
  }

  /** −1, 0 or 1 as this is less than, equal to or more than the other. Exact. */
  compare(other: Quantity<U>): -1 | 0 | 1 {
    if (this === other) return 0;
    const a = this.denominator;
    const b = other.denominator;
    const order =
      a === null && b === null
        ? this.numerator.comparedTo(other.numerator)
        : timesOrSame(this.numerator, b).comparedTo(timesOrSame(other.numerator, a));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }

  /** True when this is less than the other. */
  isBelow(other: Quantity<U>): boolean {
    return this.compare(other) < 0;
  }

  /** True when this is more than the other. */
  isAbove(other: Quantity<U>): boolean {
    return this.compare(other) > 0;
  }

  /** True when both are the same number. */
  equals(other: Quantity<U>): boolean {
    return this.compare(other) === 0;
  }

  /** −1 below zero, 0 at zero, 1 above. */
  sign(): -1 | 0 | 1 {
    return this.numerator.isZero() ? 0 : this.numerator.isNegative() ? -1 : 1;
  }

  /** The least whole number that is not less than this. */
  roundedUp(): Quantity<U> {
    return new Quantity<U>(this.divided(Decimal.ROUND_CEIL), null);
  }

  /** The greatest whole number that is not more than this. */
  roundedDown(): Quantity<U> {
    return new Quantity<U>(this.divided(Decimal.ROUND_FLOOR), null);
  }

  /** The same number under another unit: for the coordinates of lines, whose unit depends on what moves. */
  as<V extends Unit>(): Quantity<V> {
    // A unit is known to the compiler alone: the number is the same object under any.
    return this as unknown as Quantity<V>;
  }

  /** The float nearest to it or next to that one, for pixels and for sorting; never for a figure. */
  toNumber(): number {
    this.float ??=
      this.denominator === null ? this.numerator.toNumber() : floatQuotient(this.numerator, this.denominator);
    return this.float;
  }

  /**
   * The plain decimal, never with an exponent: exact where the decimal is finite, else to 30 significant digits
   * rounded as asked.
   */
  toText(rounding: Rounding = 'nearest'): string {
    if (this.denominator === null) return plainText(this.numerator);
    const [top, bottom] = lowestTerms(this.numerator, this.denominator);
    const finite = finiteDecimal(top, bottom);
    if (finite !== null) return plainText(finite);
    const Rounded = Printing.clone({ precision: 30, rounding: decimalRounding[rounding] });
    return plainText(new Rounded(String(top)).div(String(bottom)));
  }

  /** Rounded to so many decimals, as text. For words on the page and for remedies in cents. */
  toFixed(decimals: number, rounding: Rounding = 'nearest'): string {
    const mode = decimalRounding[rounding];
    if (this.denominator === null) return withoutMinusZero(this.numerator.toFixed(decimals, mode));
    const scaled = this.times(Quantity.of<'bare'>(`1e${decimals}`)).divided(mode);
    return withoutMinusZero(scaled.times(`1e-${decimals}`).toFixed(decimals));
  }

  /** The same number as a decimal where that is finite, else in lowest terms, so that long sums stay short. */
  reduced(): Quantity<U> {
    if (this.denominator === null) return this;
    const [top, bottom] = lowestTerms(this.numerator, this.denominator);
    const finite = finiteDecimal(top, bottom);
    return finite === null
      ? new Quantity<U>(new Exact(String(top)), new Exact(String(bottom)))
      : new Quantity<U>(finite, null);
  }

  /** Product of two quantities whose units combine into a third; used by the unit-aware functions below only. */
  static product<U extends Unit>(a: Quantity<Unit>, b: Quantity<Unit>): Quantity<U> {
    return new Quantity<U>(a.numerator.times(b.numerator), productOrNull(a.denominator, b.denominator));
  }

  /** Quotient of two quantities whose units combine into a third; as `product`. Throws on division by 0. */
  static quotient<U extends Unit>(a: Quantity<Unit>, b: Quantity<Unit>): Quantity<U> {
    return divide<U>(a.fraction(), b.fraction());
  }

  /** Numerator over positive denominator; private to this file's arithmetic. */
  private fraction(): readonly [Decimal, Decimal | null] {
    return [this.numerator, this.denominator];
  }

  /** For `divide`, which stands outside the class. */
  static fromFraction<U extends Unit>(numerator: Decimal, denominator: Decimal | null): Quantity<U> {
    return new Quantity<U>(numerator, denominator);
  }

  private divided(mode: Decimal.Rounding): Decimal {
    if (this.denominator === null) return this.numerator.toDecimalPlaces(0, mode);
    const whole = this.numerator.divToInt(this.denominator);
    const rest = this.numerator.minus(whole.times(this.denominator));
    if (rest.isZero()) return whole;
    // The quotient's fraction keeps its sign and its order against one half in this stand-in of one digit.
    const half = rest.abs().times(2).comparedTo(this.denominator);
    const standIn = new Exact(half < 0 ? '0.25' : half > 0 ? '0.75' : '0.5');
    return whole.plus(rest.isNegative() ? standIn.neg() : standIn).toDecimalPlaces(0, mode);
  }
}

/** Dollars. */
export type Money = Quantity<'money'>;
/** Dollars a share. */
export type Price = Quantity<'price'>;
/** Number of shares. */
export type Shares = Quantity<'shares'>;
/** A ratio: 0.25 is 25 %. */
export type Ratio = Quantity<'ratio'>;
/** A coordinate or coefficient of a line; its unit depends on what moves. */
export type Bare = Quantity<'bare'>;

/** Dollars from plain decimal text. */
export const money = (text: string | number): Money => Quantity.of<'money'>(text);
/** Dollars a share from plain decimal text. */
export const price = (text: string | number): Price => Quantity.of<'price'>(text);
/** Shares from plain decimal text. */
export const shares = (text: string | number): Shares => Quantity.of<'shares'>(text);
/** A ratio from plain decimal text. */
export const ratio = (text: string | number): Ratio => Quantity.of<'ratio'>(text);
/** A bare number from plain decimal text. */
export const bare = (text: string | number): Bare => Quantity.of<'bare'>(text);

/** shares × price. */
export const marketValueOf = (held: Shares, at: Price): Money => Quantity.product<'money'>(held, at);
/** The shares that an amount buys at a price above 0; exact, so shares × price gives the amount back. */
export const sharesFor = (amount: Money, at: Price): Shares =>
  Quantity.quotient<'shares'>(amount, at).reduced();

/** The lesser of two quantities of one unit. */
export function least<U extends Unit>(a: Quantity<U>, b: Quantity<U>): Quantity<U> {
  return a.compare(b) <= 0 ? a : b;
}

/** The greater of two quantities of one unit. */
export function greatest<U extends Unit>(a: Quantity<U>, b: Quantity<U>): Quantity<U> {
  return a.compare(b) >= 0 ? a : b;
}

/** The sum of a list; 0 when it is empty. */
export function sum<U extends Unit>(items: Iterable<Quantity<U>>): Quantity<U> {
  let total = Quantity.of<U>(0);
  for (const item of items) total = total.plus(item);
  return total;
}

type Fraction = readonly [numerator: Decimal, denominator: Decimal | null];

function divide<U extends Unit>([a, b]: Fraction, [c, d]: Fraction): Quantity<U> {
  if (c.isZero()) throw new RangeError('division by zero');
  const top = timesOrSame(a, d);
  const bottom = timesOrSame(c, b);
  return bottom.isNegative()
    ? Quantity.fromFraction<U>(top.neg(), bottom.neg())
    : Quantity.fromFraction<U>(top, isOne(bottom) ? null : bottom);
}

/** Dividing the nearest floats is enough, unless one of them is too large to be one. */
function floatQuotient(numerator: Decimal, denominator: Decimal): number {
  const quotient = numerator.toNumber() / denominator.toNumber();
  return Number.isFinite(quotient) ? quotient : new Printing(numerator).div(denominator).toNumber();
}

/** Comparing would make a second number first: this is asked with every product. */
function isOne({ s, e, d }: Decimal): boolean {
  return s === 1 && e === 0 && d.length === 1 && d[0] === 1;
}

function timesOrSame(value: Decimal, factor: Decimal | null): Decimal {
  return factor === null ? value : value.times(factor);
}

function productOrNull(a: Decimal | null, b: Decimal | null): Decimal | null {
  return a === null ? b : b === null ? a : a.times(b);
}

/** Both as integers without a common divisor. */
function lowestTerms(numerator: Decimal, denominator: Decimal): [bigint, bigint] {
  const scale = new Exact(10).pow(Math.max(numerator.decimalPlaces(), denominator.decimalPlaces()));
  const top = BigInt(numerator.times(scale).toFixed());
  const bottom = BigInt(denominator.times(scale).toFixed());
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return [top / a, bottom / a];
}

/** A fraction in lowest terms as a decimal, or null when no finite number of digits is enough. */
function finiteDecimal(top: bigint, bottom: bigint): Decimal | null {
  let [twos, fives, rest] = [0, 0, bottom];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  if (rest !== 1n) return null;
  const digits = Math.max(twos, fives);
  return new Exact(String((top * 10n ** BigInt(digits)) / bottom)).times(`1e-${digits}`);
}

function plainText(value: Decimal): string {
  return withoutMinusZero(value.toFixed());
}

function withoutMinusZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
