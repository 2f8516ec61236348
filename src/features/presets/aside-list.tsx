// Own work put aside, at the top of the menu, the latest first: each is brought back by a press, or removed for good, which
// can be taken back while the menu stands open.
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type DroppedWork, dropAside, putAsideBack } from '@/state/drop-aside';
import { bringBack } from '@/state/open-account';
import type { Work } from '@/state/saved-copy';
import { describeWork, nameOfWork, useAside, workInQuotes } from './aside-words';
import styles from './presets.module.css';

interface AsideListProps {
  /** What was removed since the menu opened. */
  readonly dropped: readonly DroppedWork[];
  readonly onDropped: (dropped: readonly DroppedWork[]) => void;
  /** Closes the menu and then does it. */
  readonly onChoose: (open: () => void) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** The list; nothing where nothing is put aside. */
export function AsideList({ dropped, onDropped, onChoose, onKeyDown }: AsideListProps) {
  const aside = useAside();
  const drop = (work: Work) => {
    const gone = dropAside(work);
    if (gone !== null) onDropped([...dropped, gone]);
  };
  return (
    <>
      {aside.map((work, index) => (
        // Work put aside has no id of its own; its place tells it apart.
        <div key={`aside-${index}`} className={styles.waiting}>
          <button
            type="button"
            className={styles.item}
            onKeyDown={onKeyDown}
            onClick={() => onChoose(() => bringBack(work))}
          >
            <strong>{nameOfWork(work)}</strong>
            <span className={styles.description}>{describeWork(work)}</span>
          </button>
          <button
            type="button"
            className={`button square ${styles.drop}`}
            aria-label={`Remove ${workInQuotes(work)} from what is put aside`}
            onKeyDown={onKeyDown}
            onClick={() => drop(work)}
          >
            <X aria-hidden="true" size={16} />
          </button>
        </div>
      ))}
      {dropped.map((each, index) => (
        <DroppedLine
          key={`dropped-${index}`}
          work={each.work}
          onKeyDown={onKeyDown}
          onPutBack={() => {
            putAsideBack(each);
            onDropped(dropped.filter((other) => other !== each));
          }}
        />
      ))}
    </>
  );
}

interface DroppedLineProps {
  readonly work: Work;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  readonly onPutBack: () => void;
}

/** What was removed just now; the focus, whose button is gone, comes to what brings it back. */
function DroppedLine({ work, onKeyDown, onPutBack }: DroppedLineProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <p className={styles.dropped}>
      <span>{workInQuotes(work)} is removed.</span>
      <button ref={button} type="button" className="button" onKeyDown={onKeyDown} onClick={onPutBack}>
        Put it back
      </button>
    </p>
  );
}
