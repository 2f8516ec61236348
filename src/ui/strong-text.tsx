/** A sentence in which what stands between two pairs of asterisks is strong, and no minus is parted from its dollars. */
import styles from '@/ui/strong-text.module.css';

/** Renders "plain **strong** plain". */
export function StrongText({ text }: { readonly text: string }) {
  return text.split('**').map((part, index) =>
    // The parts of one sentence never change places.
    index % 2 === 1 ? (
      <strong key={`${index}-${part}`}>
        <WholeFigures text={part} />
      </strong>
    ) : (
      <WholeFigures key={`${index}-${part}`} text={part} />
    ),
  );
}

/** A line may end between a minus and the dollar sign: negative amounts are held together. */
const negative = /(−\$[\d,]+(?:\.\d+)?)/;

function WholeFigures({ text }: { readonly text: string }) {
  return text.split(negative).map((part, index) =>
    index % 2 === 1 ? (
      <span key={`${index}-${part}`} className={styles.figure}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
