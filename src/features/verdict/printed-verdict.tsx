// The verdict on paper: its words, without the questions and links that belong to a screen.
import { StrongText } from '@/ui/strong-text';
import { StatusShape } from './status-shape';
import styles from './verdict.module.css';
import { useVerdictWords } from './verdict-words';

/** Status, sentence and second line. */
export function PrintedVerdict() {
  const words = useVerdictWords();
  return (
    <section aria-label="Verdict on paper" data-tone={words.tone} className={styles.printed}>
      <p className={styles.chip}>
        <StatusShape tone={words.tone} />
        {words.chip}
      </p>
      <p className={styles.headline}>
        <StrongText text={words.headline} />
      </p>
      <p>
        <StrongText text={words.second} />
      </p>
    </section>
  );
}
