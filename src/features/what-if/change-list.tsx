// Everything that differs from today, each with the buttons that edit it in place and take it away, and the button that
// keeps it all.
import { PenLine, X } from 'lucide-react';
import { memo, type ReactNode, useCallback, useState } from 'react';
import type { ChangeInput } from '@/engine/scenario';
import { shownChanges } from '@/state/lever-edits';
import { commit, selectDocument, useDesk } from '@/state/store';
import { dropChanges } from '@/state/take-way';
import { findRefusal } from '@/state/what-if-notes';
import { focusInstead } from '@/ui/focus-again';
import { AdoptButton } from './adopt-button';
import { Arrows, withoutArrows } from './arrows';
import { ChangeEditor } from './change-editor';
import { keysOf } from './change-keys';
import { describeRefusal } from './change-words';
import { listChangeWords } from './list-change-words';
import styles from './what-if.module.css';
import { findWhatIfTitle } from './what-if-title';

/** So many rows at first: a ready-made what-if may change each of a thousand holdings. */
const mostAtFirst = 12;

/** The list and what can be done with it. */
export function ChangeList({ keep }: { readonly keep?: ReactNode }) {
  const document = useDesk(selectDocument);
  const [edited, setEdited] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const toggle = useCallback((key: string) => setEdited((now) => (now === key ? null : key)), []);
  const refusal = findRefusal(document);
  const changes = shownChanges(document);
  const keys = keysOf(changes);
  const rows = listChangeWords(document);
  const first = isAll ? rows : rows.slice(0, mostAtFirst);
  // One that is impossible is never among those left out.
  const shown = first.concat(rows.slice(first.length).filter(({ index }) => index === refusal?.index));
  return (
    <>
      <ul className={styles.changes} aria-label="What differs from today">
        {shown.map(({ index, words }) => {
          const key = keys[index] ?? '';
          return (
            <ChangeRow
              key={key}
              name={key}
              index={index}
              words={words}
              refusal={refusal?.index === index ? describeRefusal(refusal.issue) : null}
              edited={edited === key ? changes[index] : undefined}
              onEdit={toggle}
            />
          );
        })}
      </ul>
      {shown.length < rows.length && (
        <div>
          <button type="button" className="button" onClick={() => setAll(true)}>
            Show all {rows.length} changes
          </button>
        </div>
      )}
      {keep}
      {adopt}
    </>
  );
}

const adopt = <AdoptButton />;

// One element for all rows, and a row is drawn again only when its words are others: the list follows the slider.
const cross = <X aria-hidden="true" size={14} />;
const pen = <PenLine aria-hidden="true" size={14} />;

const ChangeRow = memo(function ChangeRow(props: {
  readonly name: string;
  readonly index: number;
  readonly words: string;
  readonly refusal: string | null;
  /** The change while it is edited. */
  readonly edited: ChangeInput | undefined;
  readonly onEdit: (name: string) => void;
}) {
  const { name, index, words, refusal, edited, onEdit } = props;
  const spoken = withoutArrows(words);
  return (
    <li>
      <div className={styles.change}>
        <span>
          <Arrows text={words} />
          {refusal !== null && <span className={styles.refusal}>{refusal}</span>}
        </span>
        <span className={styles.acts}>
          <button
            type="button"
            className={styles.drop}
            aria-label={`Edit: ${spoken}`}
            aria-expanded={edited !== undefined}
            title="Edit"
            onClick={() => onEdit(name)}
          >
            {pen}
          </button>
          <button
            type="button"
            className={styles.drop}
            aria-label={`Take away: ${spoken}`}
            title="Take away"
            onClick={({ currentTarget }) => {
              const row = currentTarget.closest('li');
              const beside = row?.nextElementSibling ?? row?.previousElementSibling;
              commit(dropChanges([index]));
              // To the row that takes its place; without one, to what begins the panel.
              focusInstead(() =>
                beside?.isConnected === true
                  ? beside.querySelector('[title="Take away"]')
                  : findWhatIfTitle(),
              );
            }}
          >
            {cross}
          </button>
        </span>
      </div>
      {edited !== undefined && <ChangeEditor index={index} change={edited} words={spoken} />}
    </li>
  );
});
