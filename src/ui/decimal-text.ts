/**
 * Plain decimal text handled as text, so that no typed figure ever passes through a float.
 */

/** Moves the decimal point: 2 turns "-0.13" into "-13", −2 turns "12.5" into "0.125". Zeros at the ends go. */
export function shiftPoint(decimal: string, places: number): string {
  const isNegative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const point = whole.length + places;
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${fraction}`.padEnd(point, '0');
  const at = Math.max(0, point);
  return trimZeros(`${isNegative ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`);
}

/** The shortest text of the same number: no zeros at the ends, no point without decimals, no minus zero. */
export function trimZeros(decimal: string): string {
  const isNegative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const left = whole.replace(/^0+(?=\d)/, '') || '0';
  const right = fraction.replace(/0+$/, '');
  const size = right === '' ? left : `${left}.${right}`;
  return isNegative && size !== '0' ? `-${size}` : size;
}

/** Commas between thousands: "-1234567.8" becomes "-1,234,567.8". */
export function groupThousands(decimal: string): string {
  const [whole = '', ...fraction] = decimal.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** Dollars as decimal text, with two decimals where there is one: "6157.70"; whole dollars stay whole. */
export function withCents(decimal: string): string {
  return /\.\d$/.test(decimal) ? `${decimal}0` : decimal;
}
