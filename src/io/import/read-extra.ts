/** Reads what a table says of a holding beyond shares and price: rates and weights as ratios, from "0.25" or "25%". */
import { Quantity } from '@/engine/quantity';
import type { ImportColumn, ImportExtra } from './import-types';
import { type FigureStyle, parseMoney } from './parse-money';

/** The extras, null where there are none, or the text that is none. */
type ReadExtra =
  | { readonly ok: true; readonly extra: ImportExtra | null }
  | { readonly ok: false; readonly text: string };

const figureColumns = [
  ['rate', 'maintenanceRate'],
  ['perShareMinimum', 'perShareMinimum'],
  ['beta', 'beta'],
  ['leverage', 'leverage'],
  ['targetWeight', 'targetWeight'],
] as const satisfies readonly (readonly [ImportColumn, keyof ImportExtra])[];

/** Reads the extras of a row. */
export function readExtra(
  cell: (role: ImportColumn) => string,
  comma: NonNullable<FigureStyle['comma']>,
): ReadExtra {
  const extra: { -readonly [Key in keyof ImportExtra]: ImportExtra[Key] } = {};
  for (const [column, key] of figureColumns) {
    const isRatio = key === 'maintenanceRate' || key === 'targetWeight';
    const text = cell(column);
    const read = parseMoney(text, { comma, percent: isRatio, decimals: isRatio ? 30 : 18 });
    if (!read.ok) return { ok: false, text };
    if (read.decimal === null) continue;
    const decimal = read.isPercent ? Quantity.of<'ratio'>(read.decimal).over(hundred).toText() : read.decimal;
    const isSigned = key === 'beta' || key === 'leverage';
    const isTooLarge = key === 'maintenanceRate' && Quantity.of<'ratio'>(decimal).isAbove(most);
    if ((!isSigned && decimal.startsWith('-')) || isTooLarge) return { ok: false, text };
    extra[key] = decimal;
  }
  const group = cell('group');
  if (group !== '') extra.group = group;
  const marginable = cell('marginable');
  if (/^(?:yes|true|y)$/i.test(marginable)) extra.marginable = true;
  else if (/^(?:no|false|n)$/i.test(marginable)) extra.marginable = false;
  else if (marginable !== '') return { ok: false, text: marginable };
  return { ok: true, extra: Object.keys(extra).length === 0 ? null : extra };
}

const hundred = Quantity.of<'bare'>(100);
/** Rates in force end at 300 %. */
const most = Quantity.of<'ratio'>(3);
