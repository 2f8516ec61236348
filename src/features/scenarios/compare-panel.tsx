// What-ifs beside today: what separates them in a sentence, every figure in a table, and a curve each.
import { X } from 'lucide-react';
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SimulatorDocument } from '@/io/document';
import { compareScenarios, mostCompared } from '@/state/compared';
import { setComparing, useDesk } from '@/state/store';
import styles from './compare.module.css';
import { saveComparison } from './compare-csv';
import { CompareFigure } from './compare-figure';
import { FiguresTable, type WordRefusal } from './compare-table';
import { wordSeparation } from './compare-words';

/**
 * The panel. It follows what is kept: a slider is let go first, and what it leaves then stands here in the same frame as
 * in the rest of the page.
 */
export function ComparePanel({ wordRefusal }: { readonly wordRefusal: WordRefusal }) {
  const document = useDesk(({ history }) => history.present);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = window.document.activeElement;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  const close = () => {
    setComparing(false);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const ids = useMemo(() => chosenOf(document, chosen), [document, chosen]);
  const compared = useMemo(() => compareScenarios(document, ids), [document, ids]);
  const toggle = useCallback((id: string) => {
    setChosen((now) => {
      const all = chosenOf(useDesk.getState().history.present, now);
      return all.includes(id) ? all.filter((each) => each !== id) : [...all, id];
    });
  }, []);
  return (
    <section aria-labelledby="compare-title" className={styles.panel}>
      <div className={styles.head}>
        <h2 id="compare-title" ref={title} tabIndex={-1}>
          What-ifs beside today
        </h2>
        {compared.length > 1 && (
          <button
            type="button"
            className="button"
            aria-label="Save the comparison as CSV"
            onClick={() => setSaid(saveComparison(ids))}
          >
            CSV
          </button>
        )}
        <button
          type="button"
          className="button square"
          aria-label="Close the comparison"
          title="Close"
          onClick={close}
        >
          <X aria-hidden="true" size={16} />
        </button>
      </div>
      {said !== '' && <p className={styles.said}>{said}</p>}
      <Choice document={document} ids={ids} onToggle={toggle} />
      <Content>
        {compared.length < 2 ? (
          <p>Nothing is chosen to compare.</p>
        ) : (
          <>
            <p className={styles.sentence}>{wordSeparation(compared)}</p>
            <FiguresTable
              compared={compared}
              shown={document.shownScenario ?? null}
              wordRefusal={wordRefusal}
            />
            <CompareFigure compared={compared} />
          </>
        )}
      </Content>
    </section>
  );
}

/** Quieter while a slider is held: what it does is not in here yet. */
function Content({ children }: { readonly children: ReactNode }) {
  const isWaiting = useDesk(({ draft }) => draft !== null);
  return (
    <div className={styles.content} data-waiting={isWaiting || undefined}>
      {children}
    </div>
  );
}

/** Those that are ticked; until one is, the first four, with the one on show among them. */
function chosenOf(
  { scenarios, shownScenario }: SimulatorDocument,
  chosen: readonly string[] | null,
): readonly string[] {
  const ids = scenarios.map(({ id }) => id);
  if (chosen !== null) return ids.filter((id) => chosen.includes(id));
  const first = ids.slice(0, mostCompared);
  const shown = ids.find((id) => id === shownScenario);
  return shown === undefined || first.includes(shown) ? first : [...first.slice(0, -1), shown];
}

/** Which of them: up to four. */
function Choice(props: {
  readonly document: SimulatorDocument;
  readonly ids: readonly string[];
  readonly onToggle: (id: string) => void;
}) {
  const { document, ids, onToggle } = props;
  const { scenarios } = document;
  if (scenarios.length < 2) return null;
  const isFull = ids.length >= mostCompared;
  return (
    <fieldset className={styles.choice}>
      <legend className="note">
        Beside today
        {scenarios.length > mostCompared && `, up to ${mostCompared}: take one out to put another in`}
      </legend>
      {scenarios.map(({ id, name }) => (
        <Option
          key={id}
          {...{ id, name, onToggle }}
          isChosen={ids.includes(id)}
          isClosed={isFull && !ids.includes(id)}
        />
      ))}
    </fieldset>
  );
}

interface OptionProps {
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly isClosed: boolean;
  readonly onToggle: (id: string) => void;
}

const Option = memo(function Option({ id, name, isChosen, isClosed, onToggle }: OptionProps) {
  return (
    <label>
      <input type="checkbox" checked={isChosen} disabled={isClosed} onChange={() => onToggle(id)} />
      {name}
    </label>
  );
});
