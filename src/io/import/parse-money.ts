/**
 * Reads one cell of a broker's table as an exact figure, strictly: a sign is never dropped, nothing falls back to 0, and what
 * is not plainly a figure is refused with its text.
 */

/** A figure as plain decimal text with its sign, null where the cell is empty or says that there is none, or a refusal. */
export type ReadFigure =
  | { readonly ok: true; readonly decimal: string | null; readonly isPercent: boolean }
  | { readonly ok: false; readonly problem: 'unreadable' | 'out-of-range' };

/** How cells are read: whether a percent sign is allowed, what a comma is, and how many decimals a figure may have. */
export interface FigureStyle {
  readonly percent?: boolean;
  /** In a table that writes decimals with a comma neither a comma nor a point before three digits can be trusted. */
  readonly comma?: 'thousands' | 'refused';
  readonly decimals?: number;
  /** Digits before the point. */
  readonly whole?: number;
}

const empties = new Set(['', '--', '-', '–', '—', 'n/a', 'incomplete', '...', '…']);
const mostWhole = 15;
const mostDecimals = 18;
/** Longer texts are no figures; they are not searched. */
const longest = 80;

/**
 * Reads "$1,234.50", "+$1.00", "-$16,080.00", "$-5", "(15,000.00)", "−50", "50-", ".5" and "5."; "--", "-", "N/A",
 * "Incomplete" and "..." are empty. Thousands are groups of three; anything else is unreadable.
 */
export function parseMoney(
  cell: string,
  {
    percent = false,
    comma = 'thousands',
    decimals = mostDecimals,
    whole: digitsBefore = mostWhole,
  }: FigureStyle = {},
): ReadFigure {
  const text = cell.trim();
  if (empties.has(text.toLowerCase())) return { ok: true, decimal: null, isPercent: false };
  if (text.length > longest) return unreadable;
  const match = /^(\$ *)?(\( *)?([-+] *)?(\$ *)?([-+] *)?([\d.,]+)( *-)?( *\))?( *%)?$/.exec(
    text.replaceAll('−', '-'),
  );
  if (match === null) return unreadable;
  const [, outerDollar, open, outer, dollar, inner, digits = '', trailing, close, percentSign] = match;
  const signs = [open, outer, inner, trailing].filter((sign) => sign !== undefined);
  if (signs.length > 1 || (open === undefined) !== (close === undefined)) return unreadable;
  if (outerDollar !== undefined && dollar !== undefined) return unreadable;
  const isPercent = percentSign !== undefined;
  if (isPercent && (!percent || outerDollar !== undefined || dollar !== undefined)) return unreadable;
  if (comma === 'refused' && /,|^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits)) return unreadable;
  const number = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/.exec(digits);
  if (number === null || !/\d/.test(digits)) return unreadable;
  const whole = (number[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = number[2] ?? '';
  if (whole.length > digitsBefore || fraction.length > decimals)
    return { ok: false, problem: 'out-of-range' };
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  const isMinus = signs.length === 1 && !signs[0]?.startsWith('+') && /[1-9]/.test(size);
  return { ok: true, decimal: isMinus ? `-${size}` : size, isPercent };
}

const unreadable: ReadFigure = { ok: false, problem: 'unreadable' };
