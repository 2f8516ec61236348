// The file's own total against ours: one strong sentence, and why they differ where they do.
import type { Money } from '@/engine/quantity';
import type { ImportCheck } from '@/state/import-check';
import { labelOf } from '@/state/import-label';
import { amountOf } from '@/state/import-row';
import { formatMoney } from '@/ui/format';
import { count, nameSome } from './import-words';

/** What the comparison says. */
export interface CheckWords {
  /** `same` where it is the broker's to the cent, `off` where the rows themselves do not add up, else `apart` or `none`. */
  readonly tone: 'same' | 'apart' | 'off' | 'none';
  readonly headline: string;
  /** Each reason for a difference, one sentence each. */
  readonly reasons: readonly string[];
}

/** The words of a comparison. */
export function wordCheck(check: ImportCheck): CheckWords {
  const { stated, read, isReadWhole, isSame, ours, difference } = check;
  const reasons = listReasons(check);
  if (stated === null || difference === null) {
    return {
      tone: 'none',
      headline: `The source has no total of its own. What counts here comes to **${formatMoney(ours)}**: compare it with your broker’s page.`,
      reasons,
    };
  }
  if (isReadWhole === false && read !== null) {
    return {
      tone: 'off',
      headline: `The rows differ from your broker’s total by **${formatMoney(read.minus(stated).absolute())}**: they add up to ${formatMoney(read)}, the file says ${formatMoney(stated)}.`,
      reasons: ['Something of the file is not in the rows below, or was read wrongly.', ...reasons],
    };
  }
  if (isSame) {
    return {
      tone: 'same',
      headline: `Matches your broker’s total to the cent: **${formatMoney(stated)}**.`,
      reasons,
    };
  }
  const apart = `What counts here is ${formatMoney(ours)}, ${formatMoney(difference.absolute())} ${difference.sign() > 0 ? 'more' : 'less'}:`;
  return isReadWhole === true
    ? {
        tone: 'apart',
        headline: `All rows together match your broker’s total to the cent: **${formatMoney(stated)}**. ${apart}`,
        reasons,
      }
    : {
        tone: 'apart',
        headline: `Differs by **${formatMoney(difference.absolute())}** from your broker’s total of ${formatMoney(stated)}. ${apart}`,
        reasons,
      };
}

function listReasons({ leftOut, leftOutWorth, unknown, changed, rounding, read, difference }: ImportCheck) {
  const reasons: string[] = [];
  const known = leftOut.filter(({ row }) => amountOf(row) !== null);
  if (known.length > 0) {
    const names = nameSome(known.map(({ row }) => labelOf(row)));
    reasons.push(
      `${names}, worth ${formatMoney(leftOutWorth)}${known.length > 1 ? ' together' : ''}: in no figure.`,
    );
  }
  if (unknown > 0) reasons.push(`${count(unknown, 'row')} without a value in the file: in no figure.`);
  if (changed.sign() !== 0) reasons.push(`What you changed: ${signed(changed)}.`);
  if (isACent(rounding)) reasons.push(`Shares × price against the values in the file: ${signed(rounding)}.`);
  if (read === null && difference !== null && reasons.length === 0)
    reasons.push('Not every row of the file says what it is worth.');
  return reasons;
}

function isACent(amount: Money): boolean {
  return /[1-9]/.test(amount.toFixed(2));
}

function signed(amount: Money): string {
  return amount.sign() > 0 ? `+${formatMoney(amount)}` : formatMoney(amount);
}
