// The what-ifs that are kept, the one on show among them, and those that are ready-made.
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { AccountInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
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
  const standing = useStandings(document, wordStanding);
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

/** How each stands, by its id. The page answers first, and this follows right after; only what changed is worded anew. */
function useStandings(
  document: SimulatorDocument,
  wordStanding: WordStanding,
): ReadonlyMap<string | null, string> {
  const settled = useDeferredValue(document);
  const wordOnce = useMemo(() => remembering(wordStanding), [wordStanding]);
  return useMemo(() => {
    const word = (id: string | null, changes: readonly ChangeInput[]) =>
      [id, wordOnce({ ...settled, shownScenario: id }, changes)] as const;
    return new Map([word(null, none), ...settled.scenarios.map(({ id, changes }) => word(id, changes))]);
  }, [settled, wordOnce]);
}

const none: readonly ChangeInput[] = [];

/** The same words for the same changes of the same account. */
function remembering(wordStanding: WordStanding) {
  const accounts = new WeakMap<AccountInput, WeakMap<readonly ChangeInput[], string>>();
  return (document: SimulatorDocument, changes: readonly ChangeInput[]): string => {
    const known = accounts.get(document.account) ?? new WeakMap<readonly ChangeInput[], string>();
    accounts.set(document.account, known);
    const words = known.get(changes) ?? wordStanding(document);
    known.set(changes, words);
    return words;
  };
}
