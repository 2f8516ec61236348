/**
 * Works out a line of the math from the figures as they are printed, with exact fractions: what stands left of the
 * last = or ≈, and what stands right of it. Where a line says ≈, each figure may be off by one of its last digits.
 */
import type { TokenLine } from '@/features/proof/tokens';
import { Fraction } from '../reference/fraction';

/** The least and the greatest that a printed figure may stand for. */
type Span = readonly [Fraction, Fraction];

/** Whether a line's two sides agree; null for a line that states a rule in names or a figure alone. */
export function agrees(line: TokenLine): boolean | null {
  const at = line.findLastIndex((token) => token.kind === 'operator' && /[=≈]/.test(token.text));
  const equals = line[at];
  if (equals?.kind !== 'operator' || line.some(isName)) return null;
  const isRounded = equals.text === '≈';
  const [left, right] = [spanOf(line.slice(0, at), isRounded), spanOf(line.slice(at + 1), isRounded)];
  return left[0].cmp(right[1]) <= 0 && right[0].cmp(left[1]) <= 0;
}

const isName = (token: TokenLine[number]) => token.kind === 'name' && !token.text.startsWith('(');
const zero: Span = [Fraction.of(0), Fraction.of(0)];

/** Terms between + and −, each a product. */
function spanOf(line: TokenLine, isRounded: boolean): Span {
  let [total, product, isNegative] = [zero, null as Span | null, false];
  const close = () => {
    if (product !== null) total = add(total, isNegative ? negated(product) : product);
    product = null;
  };
  for (const token of line) {
    if (token.kind === 'operator' && (token.text === '+' || token.text === '−')) {
      close();
      isNegative = token.text === '−';
    } else if (token.kind !== 'operator' && token.kind !== 'name') {
      const value = valueOf(token, isRounded);
      product = product === null ? value : times(product, value);
    }
  }
  close();
  return total;
}

function valueOf(token: TokenLine[number], isRounded: boolean): Span {
  switch (token.kind) {
    case 'figure':
      return printed(token.text, isRounded);
    case 'fraction':
      return over(spanOf(token.top, isRounded), spanOf(token.bottom, isRounded));
    case 'greater':
    case 'lesser': {
      const spans = token.items.map((item) => spanOf(item, isRounded));
      const pick = (a: Fraction, b: Fraction) => (a.cmp(b) >= 0 === (token.kind === 'greater') ? a : b);
      return spans.reduce(([low, high], [a, b]) => [pick(low, a), pick(high, b)]);
    }
    case 'group':
      return spanOf(token.line, isRounded);
    case 'name':
    case 'operator':
      return zero;
  }
}

/** "−$1,234.56", "75.5102 %" or "12.5". */
function printed(text: string, isRounded: boolean): Span {
  const plain = text.replaceAll(/[$,%\s]/g, '').replace('−', '-');
  const decimals = plain.split('.')[1]?.length ?? 0;
  const scale = text.includes('%') ? Fraction.of(1, 100n) : Fraction.of(1);
  const value = Fraction.parse(plain).mul(scale);
  // Only dollars with two or four decimals were ever rounded, and others with four, or more where four would be 0.
  const mayBeRounded = isRounded && (decimals >= 4 || (decimals === 2 && text.includes('$')));
  const unit = mayBeRounded ? Fraction.of(1, 10n ** BigInt(decimals)).mul(scale) : Fraction.of(0);
  return [value.sub(unit), value.add(unit)];
}

const add = (a: Span, b: Span): Span => [a[0].add(b[0]), a[1].add(b[1])];
const negated = ([low, high]: Span): Span => [high.neg(), low.neg()];

function times(a: Span, b: Span): Span {
  return spread(a.flatMap((x) => b.map((y) => x.mul(y))));
}

function over(a: Span, b: Span): Span {
  // A divisor that may be 0 says nothing.
  if (b[0].sign() * b[1].sign() <= 0) return [Fraction.of(-(10n ** 60n)), Fraction.of(10n ** 60n)];
  return spread(a.flatMap((x) => b.map((y) => x.div(y))));
}

function spread(values: readonly Fraction[]): Span {
  const pick = (sign: 1 | -1) => values.reduce((best, each) => (each.cmp(best) * sign > 0 ? each : best));
  return [pick(-1), pick(1)];
}
