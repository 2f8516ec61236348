/** An exact rational number. Slow on purpose: always in lowest terms, never rounded. */
export class Fraction {
  readonly num: bigint;
  /** Always above 0. */
  readonly den: bigint;

  private constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }

  /** numerator ÷ denominator, in lowest terms. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const num = BigInt(numerator);
    const den = BigInt(denominator);
    if (den === 0n) throw new RangeError('division by zero');
    if (den === 1n) return new Fraction(num, 1n);
    const divisor = greatestCommonDivisor(num < 0n ? -num : num, den < 0n ? -den : den);
    const sign = den < 0n ? -1n : 1n;
    return new Fraction((sign * num) / divisor, (sign * den) / divisor);
  }

  /** Reads a decimal such as `-12.50`; anything else is refused. */
  static parse(text: string): Fraction {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (match === null) throw new SyntaxError(`not a decimal: ${text}`);
    const decimals = match[3] ?? '';
    const digits = BigInt(`${match[2] ?? ''}${decimals}`);
    return Fraction.of(match[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
  }

  add(other: Fraction): Fraction {
    return Fraction.of(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  sub(other: Fraction): Fraction {
    return Fraction.of(this.num * other.den - other.num * this.den, this.den * other.den);
  }

  mul(other: Fraction): Fraction {
    return Fraction.of(this.num * other.num, this.den * other.den);
  }

  div(other: Fraction): Fraction {
    return Fraction.of(this.num * other.den, this.den * other.num);
  }

  neg(): Fraction {
    return new Fraction(-this.num, this.den);
  }

  abs(): Fraction {
    return this.num < 0n ? this.neg() : this;
  }

  /** -1, 0 or 1. */
  sign(): -1 | 0 | 1 {
    if (this.num === 0n) return 0;
    return this.num < 0n ? -1 : 1;
  }

  /** The sign of `this - other`. */
  cmp(other: Fraction): -1 | 0 | 1 {
    const difference = this.num * other.den - other.num * this.den;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  equals(other: Fraction): boolean {
    return this.cmp(other) === 0;
  }

  isZero(): boolean {
    return this.num === 0n;
  }

  /** The largest whole number not above this one. */
  floor(): bigint {
    const quotient = this.num / this.den;
    // BigInt division cuts toward zero, which is too high for a negative with a remainder.
    return this.num < 0n && quotient * this.den !== this.num ? quotient - 1n : quotient;
  }

  /** The smallest whole number not below this one. */
  ceil(): bigint {
    return -this.neg().floor();
  }

  /** True when the decimal expansion ends. */
  isFiniteDecimal(): boolean {
    let rest = this.den;
    while (rest % 2n === 0n) rest /= 2n;
    while (rest % 5n === 0n) rest /= 5n;
    return rest === 1n;
  }

  /** The exact decimal where it ends; otherwise cut toward zero after `places` decimals. */
  toDecimal(places = 30): string {
    const size = this.abs();
    let decimals = places;
    if (size.isFiniteDecimal()) {
      decimals = 0;
      while ((size.num * 10n ** BigInt(decimals)) % size.den !== 0n) decimals += 1;
    }
    const digits = ((size.num * 10n ** BigInt(decimals)) / size.den).toString().padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals);
    const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
    return this.sign() < 0 && /[1-9]/.test(text) ? `-${text}` : text;
  }

  /** The nearest float, for messages only. */
  toNumber(): number {
    return Number(this.toDecimal(40));
  }

  toString(): string {
    return this.isFiniteDecimal() ? this.toDecimal() : `${this.num}/${this.den}`;
  }
}

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let a = first;
  let b = second;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

export const ZERO = Fraction.of(0);
export const ONE = Fraction.of(1);
