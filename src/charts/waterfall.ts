/**
 * A change as a waterfall: where it began, what each part added or took, and where it ended. Floats for drawing only;
 * the words beside the bars are made from exact figures elsewhere.
 */

/** One step of the change, in dollars; below 0 it took. */
export interface WaterfallPart {
  readonly name: string;
  readonly share: number;
  /** The share in words. */
  readonly words: string;
}

/** One bar, from one amount to another. */
export interface WaterfallBar {
  readonly name: string;
  readonly words: string;
  readonly kind: 'total' | 'added' | 'took';
  readonly from: number;
  readonly to: number;
}

/** The bars from the first total by each part to the last; the last stands at its own amount, not at a sum of floats. */
export function toWaterfallBars(
  first: { readonly name: string; readonly amount: number; readonly words: string },
  parts: readonly WaterfallPart[],
  last: { readonly name: string; readonly amount: number; readonly words: string },
): readonly WaterfallBar[] {
  const total = ({ name, amount, words }: typeof first): WaterfallBar => ({
    name,
    words,
    kind: 'total',
    from: 0,
    to: amount,
  });
  let at = first.amount;
  const steps = parts.map(({ name, share, words }, index): WaterfallBar => {
    const from = at;
    at = index === parts.length - 1 ? last.amount : from + share;
    return { name, words, kind: share < 0 ? 'took' : 'added', from, to: at };
  });
  return [total(first), ...steps, total(last)];
}
