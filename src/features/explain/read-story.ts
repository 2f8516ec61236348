// What is typed of the story: checked figures, or a sentence about what is wrong with them. Nothing is clamped.
import { groupThousands, shiftPoint } from '@/ui/decimal-text';
import { describeProblem, readDecimal } from '@/ui/read-decimal';
import { readMoney, readPrice, type TypedFigure } from '@/ui/typed-figures';

/** How far something fell, as a ratio, or what its price was. */
export type TypedBefore =
  | { readonly kind: 'fall'; readonly ratio: string }
  | { readonly kind: 'price'; readonly dollars: string };

const mostPercentDecimals = 15;
/** A rise in percent beyond which something else is more likely meant. */
const highestRise = 1000;

/** A fall in percent: below 100, with a minus for a rise. */
export function readFall(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed));
  if (typed.unit === '$') return refuse('Type a percentage here, not dollars.');
  const percent = Number(typed.decimal);
  if (percent > 100) return refuse('Nothing falls by more than 100\u00A0%.');
  if (percent === 100)
    return refuse('From a fall of 100\u00A0% no price before follows: nothing would be left.');
  if (percent < -highestRise)
    return refuse(
      `A rise of more than ${groupThousands(String(highestRise))}\u00A0%: type the price before instead.`,
    );
  const decimals = typed.decimal.split('.')[1]?.length ?? 0;
  if (decimals > mostPercentDecimals) return refuse(`At most ${mostPercentDecimals} decimals.`);
  return { ok: true, value: shiftPoint(typed.decimal, -2) };
}

/** A fall in percent, or with a dollar sign the price before. */
export function readBefore(text: string): TypedFigure<TypedBefore> {
  const typed = readDecimal(text);
  if (typed.ok && typed.unit === '$') {
    const price = readPrice(text);
    return price.ok ? { ok: true, value: { kind: 'price', dollars: price.value } } : price;
  }
  const fall = readFall(text);
  if (fall.ok) return { ok: true, value: { kind: 'fall', ratio: fall.value } };
  const isPrice = typed.ok && typed.unit === null && Number(typed.decimal) >= 100;
  return isPrice
    ? refuse(`${fall.message} For a price before, type $${groupThousands(typed.decimal)}.`)
    : fall;
}

/** Dollars of either sign: in, or with a minus out. */
export function readFlow(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed));
  if (typed.unit === '%') return refuse('Type dollars here, not a percentage.');
  return { ok: true, value: typed.decimal };
}

/** Interest that was added: dollars, 0 or more. */
export const readInterest = readMoney;

/** Shares before, 0 where there was none of it. */
export function readSharesBefore(text: string): TypedFigure<string> {
  const typed = readDecimal(text);
  if (!typed.ok) return refuse(describeProblem(typed, 'unsigned'));
  if (typed.unit !== null) return refuse('Type a number of shares here, without $ or %.');
  if (typed.decimal.startsWith('-')) return refuse('Type the shares without a minus.');
  return { ok: true, value: typed.decimal };
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
