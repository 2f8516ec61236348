// A text in which an arrow stands between what was and what is: drawn, and read as "to".
import { ArrowRight } from 'lucide-react';
import { createElement, Fragment, memo } from 'react';

const arrow = <ArrowRight role="img" aria-label="to" size={12} />;

/** Renders "25 % → 30 %". The parts are known by their places: while a figure moves, only its text is written. */
export const Arrows = memo(function Arrows({ text }: { readonly text: string }) {
  const parts = text.split('→').map((part, index) => (
    <span>
      {index > 0 && arrow}
      {part}
    </span>
  ));
  return createElement(Fragment, null, ...parts);
});

/** The same text for a name that is only read. */
export function withoutArrows(text: string): string {
  return text.replaceAll('→', 'to');
}
