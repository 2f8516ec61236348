/** A sentence in which what stands between two pairs of asterisks is strong, and no minus is parted from its dollars. */
import { createElement, Fragment, memo, type ReactNode } from 'react';
import styles from '@/ui/strong-text.module.css';

/** Renders "plain **strong** plain". */
export const StrongText = memo(function StrongText({ text }: { readonly text: string }) {
  return inPlace(text.split('**'), (part) => <strong>{wholeFigures(part)}</strong>, wholeFigures);
});

/** A line may end between a minus and the dollar sign: negative amounts are held together. */
const negative = /(−\$[\d,]+(?:\.\d+)?)/;

function wholeFigures(text: string): ReactNode {
  if (!text.includes('−$')) return text;
  return inPlace(text.split(negative), (part) => <span className={styles.figure}>{part}</span>, plain);
}

function plain(part: string): ReactNode {
  return part;
}

/**
 * Every second part drawn in one way, the others in another. Parts of one sentence never change places, so each is
 * known by its place: while a figure in it moves, the same elements stay and only their text is written.
 */
function inPlace(
  parts: readonly string[],
  odd: (part: string) => ReactNode,
  even: (part: string) => ReactNode,
): ReactNode {
  return createElement(
    Fragment,
    null,
    ...parts.map((part, index) => (index % 2 === 1 ? odd(part) : even(part))),
  );
}
