// On a small screen the verdict stays in sight as one line at the top.
import { shortVerdict } from './sentences';
import styles from './verdict.module.css';
import { useVerdictWords } from './verdict-panel';

/** One line; hidden from screen readers, which have the verdict itself. */
export function PhoneLine() {
  const words = useVerdictWords();
  return (
    <p className={styles.phoneLine} data-tone={words.tone} aria-hidden="true">
      {shortVerdict(words)}
    </p>
  );
}
