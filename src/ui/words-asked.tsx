// What the words of a panel mean, asked for once for all of them: its labels belong to fields and cannot be pressed.
import { Question } from '@/ui/question';
import type { TermEntry } from '@/ui/term';
import styles from '@/ui/words-asked.module.css';

/** One quiet question, and below it each word with its meaning and source. */
export function WordsAsked({ entries }: { readonly entries: readonly TermEntry[] }) {
  return (
    <Question question="What do these words mean?">
      {() => (
        <dl className={styles.words}>
          {entries.map(({ name, meaning, source }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {meaning} <span className={styles.source}>{source}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Question>
  );
}
