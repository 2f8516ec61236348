/**
 * Reads what a person types into a number field, strictly: nothing is guessed, and a refusal says what was expected.
 * The value stays decimal text.
 */
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';

/** A number as typed: plain decimal text, the sign that stood beside it, or what is wrong with it. */
export type TypedDecimal =
  | { readonly ok: true; readonly decimal: string; readonly unit: '$' | '%' | null }
  | RefusedDecimal;

/** What is wrong with a text, and how to write what it seems to mean where that is plain. */
export interface RefusedDecimal {
  readonly ok: false;
  readonly problem: DecimalProblem;
  readonly meant?: string;
}

/** Why a text is no number. */
export type DecimalProblem =
  | 'empty'
  | 'too-long'
  | 'exponent'
  | 'grouping'
  | 'spaces'
  | 'shorthand'
  | 'two-units'
  | 'not-a-number';

const longest = 60;
const mostDigits = { whole: 15, fraction: 18 } as const;

/**
 * Reads "1,234.50", "$1,234", "-13 %", "(12.5)" (minus 12.5), a typeset minus and typeset thin spaces between
 * thousands. Refuses exponents, letters, groups of other than three digits, and more digits than a figure may have. An
 * ordinary space between thousands is refused too: two figures pasted together must never become one.
 */
export function readDecimal(text: string): TypedDecimal {
  const trimmed = withCommas(text.trim().replaceAll('−', '-'));
  if (trimmed === '') return refused('empty');
  if (trimmed.length > longest) return refused('too-long');
  const inner = /^\(([^()-]*)\)\s*(%?)$/.exec(trimmed);
  const plain = inner === null ? trimmed : `-${(inner[1] ?? '').trim()}${inner[2]}`;
  const match = /^([+-]?)\s*(\$?)\s*([+-]?)([\d.,]+)\s*(%?)$/.exec(plain);
  if (match === null) return refusedWords(trimmed);
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
export function describeProblem(
  { problem, meant }: RefusedDecimal,
  sign: 'signed' | 'unsigned' = 'signed',
): string {
  switch (problem) {
    case 'empty':
      return 'Type a number.';
    case 'too-long':
      return 'Too long: at most 15 digits before the point and 18 after it.';
    case 'exponent':
      return `Write the number out, without an exponent${meant === undefined ? '' : `: ${meant}`}.`;
    case 'grouping':
      return 'A comma stands before each three digits, as in 1,234,567; decimals follow a point.';
    case 'spaces':
      return `Type it without spaces or with commas: ${meant}.`;
    case 'shorthand':
      return `Write it out: ${meant}.`;
    case 'two-units':
      return 'Type dollars or a percentage, not both.';
    case 'not-a-number':
      return sign === 'signed'
        ? 'Not a number. Digits, one point, and a minus are enough: −12.5.'
        : 'Not a number. Digits and one point are enough: 1,234.50.';
  }
}

/** Typeset narrow and unbreakable spaces between thousands are commas. */
function withCommas(text: string): string {
  return text.replace(/(?<![\d.,])\d{1,3}(?:[\u00A0\u2007\u2009\u202F]\d{3})+(?![\d,])/, (figure) =>
    figure.replaceAll(/\s/g, ','),
  );
}

/** So many places an exponent may move the point and still be written out. */
const mostPlaces = 6;

const sizes: Readonly<Record<string, number>> = { k: 3, m: 6, mm: 6, b: 9, bn: 9 };

function refusedWords(text: string): RefusedDecimal {
  if (/^[-+$(\s]*[\d.,]+e[-+]?\d+/i.test(text)) return refusedExponent(text);
  const spaced = /^\$?\s*(\d{1,3}(?: \d{3})+)(\.\d+)?$/.exec(text);
  if (spaced !== null)
    return { ...refused('spaces'), meant: `${spaced[1]?.replaceAll(' ', ',')}${spaced[2] ?? ''}` };
  const [, digits = '', size = ''] = /^\$?\s*(\d{1,9}(?:\.\d{1,9})?)\s*(k|mm?|bn?)$/i.exec(text) ?? [];
  const places = sizes[size.toLowerCase()];
  if (places === undefined) return refused('not-a-number');
  return { ...refused('shorthand'), meant: groupThousands(shiftPoint(digits, places)) };
}

/** "1e5" is 100,000 and "2.5e-3" 0.0025, exactly; of what is longer than a field takes no example is given. */
function refusedExponent(text: string): RefusedDecimal {
  const [, minus = '', digits = '', exponent = ''] =
    /^(-?)\$?(\d{1,9}(?:\.\d{1,9})?)e([-+]?\d{1,2})$/i.exec(text) ?? [];
  const places = Number(exponent);
  if (digits === '' || Math.abs(places) > mostPlaces) return refused('exponent');
  const written = groupThousands(shiftPoint(digits, places));
  return { ...refused('exponent'), meant: `${minus === '' ? '' : '−'}${written}` };
}

function refused(problem: DecimalProblem): RefusedDecimal {
  return { ok: false, problem };
}
