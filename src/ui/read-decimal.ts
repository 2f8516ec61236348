/**
 * Reads what a person types into a number field, strictly: nothing is guessed, and a refusal says what was expected.
 * The value stays decimal text.
 */
import { trimZeros } from '@/ui/decimal-text';

/** A number as typed: plain decimal text, the sign that stood beside it, or what is wrong with it. */
export type TypedDecimal =
  | { readonly ok: true; readonly decimal: string; readonly unit: '$' | '%' | null }
  | { readonly ok: false; readonly problem: DecimalProblem };

/** Why a text is no number. */
export type DecimalProblem = 'empty' | 'too-long' | 'exponent' | 'grouping' | 'two-units' | 'not-a-number';

const longest = 60;
const mostDigits = { whole: 15, fraction: 18 } as const;

/**
 * Reads "1,234.50", "$1,234", "-13 %", "(12.5)" (minus 12.5) and a typeset minus. Refuses exponents, letters, groups
 * of other than three digits, and more digits than a figure may have.
 */
export function readDecimal(text: string): TypedDecimal {
  const trimmed = text.trim().replaceAll('−', '-');
  if (trimmed === '') return refused('empty');
  if (trimmed.length > longest) return refused('too-long');
  const inner = /^\(([^()-]*)\)\s*(%?)$/.exec(trimmed);
  const plain = inner === null ? trimmed : `-${(inner[1] ?? '').trim()}${inner[2]}`;
  const match = /^([+-]?)\s*(\$?)\s*([+-]?)([\d.,]+)\s*(%?)$/.exec(plain);
  if (match === null)
    return refused(/^[-+$(\s]*[\d.,]+e[-+]?\d+/i.test(trimmed) ? 'exponent' : 'not-a-number');
  const [, outerSign = '', dollar = '', innerSign = '', digits = '', percent = ''] = match;
  if (outerSign !== '' && innerSign !== '') return refused('not-a-number');
  if (dollar !== '' && percent !== '') return refused('two-units');
  const number = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/.exec(digits);
  if (number === null || !/\d/.test(digits))
    return refused(digits.includes(',') ? 'grouping' : 'not-a-number');
  const whole = trimZeros((number[1] ?? '0').replaceAll(',', ''));
  const fraction = (number[2] ?? '').replace(/0+$/, '');
  if (whole.length > mostDigits.whole || fraction.length > mostDigits.fraction) return refused('too-long');
  const sign = outerSign === '-' || innerSign === '-' ? '-' : '';
  const unit = dollar !== '' ? '$' : percent !== '' ? '%' : null;
  return { ok: true, decimal: trimZeros(`${sign}${whole}.${fraction}`), unit };
}

/** The sentence beside a field whose text was refused. */
export function describeProblem(problem: DecimalProblem): string {
  switch (problem) {
    case 'empty':
      return 'Type a number.';
    case 'too-long':
      return 'Too long: at most 15 digits before the point and 18 after it.';
    case 'exponent':
      return 'Write the number out, without an exponent: 100000.';
    case 'grouping':
      return 'A comma stands before each three digits, as in 1,234,567; decimals follow a point.';
    case 'two-units':
      return 'Type dollars or a percentage, not both.';
    case 'not-a-number':
      return 'Not a number. Digits, one point, and a minus are enough: −12.5.';
  }
}

function refused(problem: DecimalProblem): TypedDecimal {
  return { ok: false, problem };
}
