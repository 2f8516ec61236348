// The what-ifs that are kept, the one on show among them, and those that are ready-made.
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { SimulatorDocument } from '@/io/document';
import { showScenario } from '@/state/scenarios';
import { commit, setComparing, useDesk } from '@/state/store';
import { Library } from './library';
import { ScenarioRow, ShowButton } from './scenario-row';
import styles from './scenarios.module.css';

/** How what is on show in a document stands is worded by another panel, and handed over by the page. */
export type WordStanding = (document: SimulatorDocument) => string;

/** The list, the way to compare, and the library. At rest only: it waits for a slider to be let go. */
export function Kept({ wordStanding }: { readonly wordStanding: WordStanding }) {
  const document = useDesk(({ history }) => history.present);
  const isComparing = useDesk((desk) => desk.isComparing);
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { scenarios } = document;
  // The page answers first: how each stands follows right after.
  const settled = useDeferredValue(document);
  const standing = useMemo(
    () =>
      new Map(
        [null, ...settled.scenarios.map(({ id }) => id)].map((id) => [
          id,
          wordStanding({ ...settled, shownScenario: id }),
        ]),
      ),
    [settled, wordStanding],
  );
  const shown = scenarios.find(({ id }) => id === document.shownScenario)?.id ?? null;
  return (
    <>
      {scenarios.length === 0 ? (
        <p className="note">
          Nothing is kept yet. A what-if of your own can be, below the list of its changes.
        </p>
      ) : (
        <>
          <ul ref={list} className={styles.list} aria-label="What-ifs that are kept" tabIndex={-1}>
            <li data-shown={shown === null || undefined}>
              <ShowButton
                name="Today, as it is"
                status={standing.get(null) ?? ''}
                isShown={shown === null}
                onShow={() => commit(showScenario(null))}
              />
            </li>
            {scenarios.map((scenario, index) => (
              <ScenarioRow
                key={scenario.id}
                scenario={scenario}
                status={standing.get(scenario.id) ?? ''}
                isShown={scenario.id === shown}
                isFirst={index === 0}
                isLast={index === scenarios.length - 1}
                isOpen={open === scenario.id}
                onOpen={(isOpen) => setOpen(isOpen ? scenario.id : null)}
                onGone={() => list.current?.focus()}
              />
            ))}
          </ul>
          <button
            type="button"
            className="button"
            aria-expanded={isComparing}
            onClick={() => setComparing(!isComparing)}
          >
            {isComparing ? 'Close the comparison' : 'Compare with today'}
          </button>
        </>
      )}
      <Library />
    </>
  );
}
