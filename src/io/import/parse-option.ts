/** What the name of an option says, in the forms in which brokers write it. */
import type { ImportedOption } from './import-types';
import { dayOf, monthOf } from './parse-day';

const underlying = String.raw`-?([A-Z][A-Z0-9]{0,5}(?:[./][A-Z])?)`;
const right = '(C|P|CALL|PUT)';
const strike = String.raw`\$?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)`;

const occ = new RegExp(String.raw`^${underlying} *(\d{2})(\d{2})(\d{2})([CP])(\d{8})$`);
const compact = new RegExp(String.raw`^${underlying}(\d{2})(\d{2})(\d{2})([CP])(\d{1,6}(?:\.\d+)?)$`);
const slashed = new RegExp(
  String.raw`^${underlying} (\d{1,2})/(\d{1,2})/(\d{4}|\d{2}) (?:${strike} ${right}|${right} ${strike})$`,
  'i',
);
const joined = new RegExp(String.raw`^${underlying} (\d{1,2})([A-Z]{3})(\d{2}) ${strike} ${right}$`, 'i');
const spelled = new RegExp(
  String.raw`^${underlying} ([A-Z]{3}) (\d{1,2}) '?(\d{4}|\d{2}) ${strike} ${right}$`,
  'i',
);
const grouped = new RegExp(
  String.raw`^(\d{1,5})(?: \([^)]*\))? (\d{1,2}) ([A-Z]{3}) (\d{2})(?: \([^)]*\))? ${strike} ${right}$`,
  'i',
);

/**
 * The contract that a text names, or null: "AAPL241220C00150000" (also with a leading minus, which Fidelity puts before every
 * option and which is no short), "-XLE260718P55", "AAPL 12/18/2026 250.00 C", "APLD 6/27/2025 Call $10.00",
 * "AMD 18DEC26 180 C", "QQQ Dec 31 '26 $600 Put", and below the symbol of a group "100 (Weeklys) 2 JUL 26 460 CALL".
 */
export function parseOption(text: string, group: string | null = null): ImportedOption | null {
  if (text.length > 60) return null;
  const name = text.trim().replaceAll(/ +/g, ' ');
  const whole = occ.exec(name);
  if (whole !== null) {
    const [, of = '', year, month, day, side = '', digits = ''] = whole;
    return contract(of, dayOf(Number(year), Number(month), Number(day)), thousandth(digits), side);
  }
  const short = compact.exec(name);
  if (short !== null) {
    const [, of = '', year, month, day, side = '', at = ''] = short;
    return contract(of, dayOf(Number(year), Number(month), Number(day)), at, side);
  }
  const dated = slashed.exec(name);
  if (dated !== null) {
    const [, of = '', month, day, year, at, side, sideFirst = '', atLast = ''] = dated;
    return contract(of, dayOf(Number(year), Number(month), Number(day)), at ?? atLast, side ?? sideFirst);
  }
  const inOne = joined.exec(name);
  if (inOne !== null) {
    const [, of = '', day, month = '', year, at = '', side = ''] = inOne;
    return contract(of, dayOf(Number(year), monthOf(month) ?? 0, Number(day)), at, side);
  }
  const worded = spelled.exec(name);
  if (worded !== null) {
    const [, of = '', month = '', day, year, at = '', side = ''] = worded;
    return contract(of, dayOf(Number(year), monthOf(month) ?? 0, Number(day)), at, side);
  }
  const below = group === null ? null : grouped.exec(name);
  if (below === null || group === null) return null;
  const [, multiplier = '', day, month = '', year, at = '', side = ''] = below;
  return contract(group, dayOf(Number(year), monthOf(month) ?? 0, Number(day)), at, side, multiplier);
}

function contract(
  of: string,
  expiry: string | null,
  at: string,
  side: string,
  multiplier = '100',
): ImportedOption | null {
  const plain = at.replaceAll(',', '');
  if (expiry === null || plain === '') return null;
  return {
    underlying: of.toUpperCase().replace('/', '.'),
    expiry,
    strike: plain.startsWith('.') ? `0${plain}` : plain,
    right: side.toUpperCase().startsWith('C') ? 'C' : 'P',
    multiplier,
  };
}

/** Eight digits in thousandths of a dollar, without zeros that say nothing. */
function thousandth(digits: string): string {
  const whole = digits.slice(0, 5).replace(/^0+(?=\d)/, '');
  const fraction = digits.slice(5).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
