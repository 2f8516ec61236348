import { Fraction } from './fraction';
import type { ReferenceEvaluation } from './reference';

const DECIMAL = /^-?\d+(\.\d+)?$/;
const RELATIVE_TOLERANCE = Fraction.of(1n, 10n ** 18n);

/** Keys whose last printed place must not lie below, or not above, the exact figure. */
const ROUNDED_UP =
  /\.(marketFall|callPriceBelow|depositCash|depositSecurities\[\d+\]\.amount)$|\.reduce\[\d+\]\.(shares|amount|wholeShares|wholeAmount)$/;
const ROUNDED_DOWN = /\.(marketRise|callPriceAbove|requirementShift)$/;

/**
 * Every place where the printed evaluation differs from the expected one, with its path.
 * An ending decimal must be printed exactly; any other within 1e-18 of itself, call points
 * toward today and remedies upward.
 */
export function compareEvaluation(expected: ReferenceEvaluation, actual: unknown): string[] {
  const { fromToday, ...rest } = expected;
  if (!isRecord(actual)) return ['$: not an object'];
  const { fromToday: actualFromToday, issues: _issues, ...actualRest } = actual;
  return [
    ...compareValue('$', rest, actualRest),
    ...(fromToday === 'unchecked'
      ? checkShape('$.fromToday', actualFromToday)
      : compareValue('$.fromToday', fromToday, withoutEmptyCures(fromToday, actualFromToday))),
  ];
}

/** Outside a call the two cures may be left out or printed as null: both say the same. */
function withoutEmptyCures(expected: object, actual: unknown): unknown {
  if (!isRecord(actual) || 'marketFallToCure' in expected) return actual;
  return Object.fromEntries(
    Object.entries(actual).filter(([key, value]) => !(key.endsWith('ToCure') && value === null)),
  );
}

function compareValue(path: string, expected: unknown, actual: unknown): string[] {
  if (expected instanceof Fraction) return compareFigure(path, expected, actual);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list, got ${show(actual)}`];
    const lengths =
      expected.length === actual.length
        ? []
        : [`${path}: expected ${expected.length} entries, got ${actual.length}: ${show(actual)}`];
    const entries = expected.slice(0, actual.length);
    return [
      ...lengths,
      ...entries.flatMap((item: unknown, i) => compareValue(`${path}[${i}]`, item, actual[i])),
    ];
  }
  if (isRecord(expected)) {
    if (!isRecord(actual)) return [`${path}: expected an object, got ${show(actual)}`];
    const unexpected = Object.keys(actual).filter((key) => !(key in expected));
    return [
      ...Object.entries(expected).flatMap(([key, value]) =>
        key in actual ? compareValue(`${path}.${key}`, value, actual[key]) : [`${path}.${key}: missing`],
      ),
      ...unexpected.map((key) => `${path}.${key}: not expected, got ${show(actual[key])}`),
    ];
  }
  return expected === actual ? [] : [`${path}: expected ${show(expected)}, got ${show(actual)}`];
}

function compareFigure(path: string, expected: Fraction, actual: unknown): string[] {
  const differs = `${path}: expected ${describe(expected)}, got ${show(actual)}`;
  if (typeof actual !== 'string' || !DECIMAL.test(actual)) return [differs];
  const printed = Fraction.parse(actual);
  const difference = printed.sub(expected);
  if (difference.isZero()) return [];
  if (expected.isFiniteDecimal()) return [differs];
  if (difference.abs().cmp(expected.abs().mul(RELATIVE_TOLERANCE)) > 0) return [differs];
  if (ROUNDED_UP.test(path) && difference.sign() < 0) return [`${differs} (rounded down)`];
  if (ROUNDED_DOWN.test(path) && difference.sign() > 0) return [`${differs} (rounded up)`];
  return [];
}

/** Where no figure is expected: every string in it is still a plain decimal. */
function checkShape(path: string, actual: unknown): string[] {
  if (actual === null) return [];
  if (!isRecord(actual)) return [`${path}: expected an object or null, got ${show(actual)}`];
  return Object.entries(actual)
    .filter(([, value]) => value !== null && !(typeof value === 'string' && DECIMAL.test(value)))
    .map(([key, value]) => `${path}.${key}: expected a decimal or null, got ${show(value)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(figure: Fraction): string {
  return figure.isFiniteDecimal() ? figure.toDecimal() : `${figure.toDecimal(25)}… (${figure.toString()})`;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
