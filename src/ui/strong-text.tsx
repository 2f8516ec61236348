/** A sentence in which what stands between two pairs of asterisks is strong. */

/** Renders "plain **strong** plain". */
export function StrongText({ text }: { readonly text: string }) {
  return text.split('**').map((part, index) =>
    // The parts of one sentence never change places.
    index % 2 === 1 ? <strong key={`${index}-${part}`}>{part}</strong> : part,
  );
}
