/**
 * The file's own total against what the import comes to, to the cent, and every reason why they differ: rows in no
 * figure, what was changed, rounding inside the file, and what cannot be explained.
 */
import { type Money, money, sum } from '@/engine/quantity';
import type { ImportChoices } from '@/state/import-choices';
import type { ImportOutcome, LeftOutRow } from '@/state/import-outcome';
import { amountOf, fileWorth } from '@/state/import-row';

/** The comparison. Amounts of either sign; null where the file does not say. */
export interface ImportCheck {
  /** The broker's own total. */
  readonly stated: Money | null;
  /** All rows of the file together, as they were read. */
  readonly read: Money | null;
  /** Whether those two are the same to the cent; null where one of them is missing. */
  readonly isReadWhole: boolean | null;
  /** What of the file is in the figures: holdings and the file's cash. */
  readonly ours: Money;
  /** Ours less the broker's; null without its total. */
  readonly difference: Money | null;
  /** Whether ours is the broker's to the cent. */
  readonly isSame: boolean;
  /** Rows in no figure that are worth something, and what they are worth together. */
  readonly leftOut: readonly LeftOutRow[];
  readonly leftOutWorth: Money;
  /** Rows in no figure of which the file does not say what they are worth. */
  readonly unknown: number;
  /** What the person's changes add. */
  readonly changed: Money;
  /** What shares × price come to beyond the values in the file. */
  readonly rounding: Money;
}

/** Compares. */
export function checkOf(outcome: ImportOutcome, choices: ImportChoices): ImportCheck {
  const { account, rows, leftOut, longValue, shortValue, fileCash } = outcome;
  const stated = account.statedTotal === null ? null : money(account.statedTotal);
  const read = account.readTotal === null ? null : money(account.readTotal);
  const ours = longValue.minus(shortValue).plus(fileCash);
  let [changed, rounding] = [money(0), money(0)];
  for (const { index, row, settled } of rows) {
    const isEdited = Object.keys(choices.rows[index]?.edit ?? {}).length > 0;
    const worth =
      settled.kind === 'holding' ? settled.worth : settled.kind === 'cash' ? settled.amount : null;
    const before = settled.kind === 'cash' ? amountOf(row) : fileWorth(row);
    if (worth === null) continue;
    const more = worth.minus(before ?? money(0));
    if (isEdited || row.fate === 'excluded' || row.fate === 'unread') changed = changed.plus(more);
    else if (before !== null) rounding = rounding.plus(more);
  }
  const difference = stated === null ? null : ours.minus(stated);
  return {
    stated,
    read,
    isReadWhole: stated === null || read === null ? null : isSameToTheCent(stated, read),
    ours,
    difference,
    isSame: stated !== null && isSameToTheCent(stated, ours),
    leftOut,
    leftOutWorth: sum(leftOut.flatMap(({ row }) => amountOf(row) ?? [])),
    unknown: leftOut.filter(({ row }) => amountOf(row) === null).length,
    changed,
    rounding,
  };
}

function isSameToTheCent(a: Money, b: Money): boolean {
  return a.toFixed(2) === b.toFixed(2);
}
