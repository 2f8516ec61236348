// What-ifs beside today: what separates them in a sentence, every figure in a table, and a curve each.
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { LineSwatch } from '@/charts/line-swatch';
import type { Issue } from '@/engine/result';
import type { SimulatorDocument } from '@/io/document';
import { type Compared, compareScenarios, mostCompared } from '@/state/compared';
import { showScenario } from '@/state/scenarios';
import { commit, setComparing, useDesk } from '@/state/store';
import { ScrollRegion } from '@/ui/scroll-region';
import styles from './compare.module.css';
import { saveComparison } from './compare-csv';
import { CompareFigure } from './compare-figure';
import { letters } from './compare-lines';
import { type ComparedRow, listRows, wordRank, wordSeparation } from './compare-words';

/** Why a what-if is impossible is worded by another panel, and handed over by the page. */
export type WordRefusal = (issue: Issue) => string;

/** The panel. It follows what is kept: a slider is not waited for but let go first. */
export function ComparePanel({ wordRefusal }: { readonly wordRefusal: WordRefusal }) {
  const document = useDeferredValue(useDesk(({ history }) => history.present));
  const isWaiting = useDesk(({ draft }) => draft !== null);
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
  const toggle = (id: string) =>
    setChosen(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
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
      <div className={styles.content} data-waiting={isWaiting || undefined}>
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
      </div>
    </section>
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
        <label key={id}>
          <input
            type="checkbox"
            checked={ids.includes(id)}
            disabled={isFull && !ids.includes(id)}
            onChange={() => onToggle(id)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

// Not drawn again while the page itself answers a slider that was let go.
const FiguresTable = memo(function FiguresTable(props: {
  readonly compared: readonly Compared[];
  readonly shown: string | null;
  readonly wordRefusal: WordRefusal;
}) {
  const { compared, shown, wordRefusal } = props;
  return (
    <ScrollRegion label="Every figure side by side">
      <table className={styles.table}>
        <caption className="visually-hidden">Every figure of today and of each what-if</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {compared.map(({ id, name, refusal }, index) => (
              <th key={id ?? 'today'} scope="col" data-shown={id === shown || undefined}>
                <LineSwatch style={index} letter={letters[index] ?? ''} />
                <button
                  type="button"
                  className="link"
                  aria-pressed={id === shown}
                  onClick={() => commit(showScenario(id))}
                >
                  {name}
                </button>
                {id === shown && <span className={styles.note}>on show</span>}
                {refusal !== null && <span className={styles.refusal}>{wordRefusal(refusal)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listRows(compared).map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}
                {row.isAlike && <span className={styles.note}>all alike</span>}
              </th>
              {row.cells.map((cell, index) => (
                <td key={compared[index]?.id ?? 'today'}>
                  {cell.words}
                  {cell.rank !== null && <RankMark rank={cell.rank} ends={row.ends} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
});

function RankMark(props: {
  readonly rank: NonNullable<ComparedRow['cells'][number]['rank']>;
  readonly ends: ComparedRow['ends'];
}) {
  const { rank, ends } = props;
  const Arrow = rank.place === 'highest' ? ArrowUp : ArrowDown;
  return (
    <span className={styles.note}>
      <Arrow aria-hidden="true" size={12} /> {wordRank(rank, ends)}
    </span>
  );
}
