// Everything that differs from today, each with the button that takes it away, and the button that keeps it all.
import { X } from 'lucide-react';
import { memo } from 'react';
import { commit, selectDocument, useDesk } from '@/state/store';
import { dropChanges } from '@/state/take-way';
import { findRefusal } from '@/state/what-if-notes';
import { AdoptButton } from './adopt-button';
import { Arrows, withoutArrows } from './arrows';
import { describeRefusal } from './change-words';
import { listChangeWords } from './list-change-words';
import styles from './what-if.module.css';

/** The list and what can be done with it. */
export function ChangeList() {
  const document = useDesk(selectDocument);
  const refusal = findRefusal(document);
  return (
    <>
      <ul className={styles.changes} aria-label="What differs from today">
        {listChangeWords(document).map(({ index, type, words }) => (
          <ChangeRow
            // Changes of one type stand in a fixed order.
            key={`${type}-${index}`}
            index={index}
            words={words}
            refusal={refusal?.index === index ? describeRefusal(refusal.issue) : null}
          />
        ))}
      </ul>
      {adopt}
    </>
  );
}

const adopt = <AdoptButton />;

// One element for all rows, and a row is drawn again only when its words are others: the list follows the slider.
const cross = <X aria-hidden="true" size={14} />;

const ChangeRow = memo(function ChangeRow(props: {
  readonly index: number;
  readonly words: string;
  readonly refusal: string | null;
}) {
  const { index, words, refusal } = props;
  return (
    <li>
      <span>
        <Arrows text={words} />
        {refusal !== null && <span className={styles.refusal}>{refusal}</span>}
      </span>
      <button
        type="button"
        className={styles.drop}
        aria-label={`Take away: ${withoutArrows(words)}`}
        onClick={() => commit(dropChanges([index]))}
      >
        {cross}
      </button>
    </li>
  );
});
