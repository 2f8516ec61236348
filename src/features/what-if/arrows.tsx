// A text in which an arrow stands between what was and what is: drawn, and read as "to".
import { ArrowRight } from 'lucide-react';

/** Renders "25 % → 30 %". */
export function Arrows({ text }: { readonly text: string }) {
  return text.split('→').map((part, index) => (
    // The parts of one text never change places.
    <span key={`${index}-${part}`}>
      {index > 0 && <ArrowRight role="img" aria-label="to" size={12} />}
      {part}
    </span>
  ));
}

/** The same text for a name that is only read. */
export function withoutArrows(text: string): string {
  return text.replaceAll('→', 'to');
}
