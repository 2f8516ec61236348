// A text in which an arrow stands between what was and what is: drawn, and read as "to".
import { ArrowRight } from 'lucide-react';
import { createElement, Fragment, memo, type ReactNode } from 'react';

const arrow = <ArrowRight role="img" aria-label="to" size={12} />;

/** Renders "25 % → 30 %". The parts are known by their places: while a figure moves, only its text is written. */
export const Arrows = memo(function Arrows({ text }: { readonly text: string }) {
  return createElement(Fragment, null, ...text.split('→').map(drawPart));
});

function drawPart(part: string, index: number): ReactNode {
  return (
    <span>
      {index > 0 && arrow}
      {part}
    </span>
  );
}

/** The same text for a name that is only read. */
export function withoutArrows(text: string): string {
  return text.replaceAll('→', 'to');
}
