// Every row of the source with its fate, fifty at a time. Titles, totals and notes stand apart, as they are no positions.
import { useState } from 'react';
import { chooseRow, forgetRefused, type ImportChoices, leaveOut } from '@/state/import-choices';
import type { ImportOutcome, OutcomeRow } from '@/state/import-outcome';
import type { PriceFate } from '@/state/import-prices';
import { noChoice, type SettledRow } from '@/state/import-row';
import { count } from './import-words';
import { PreviewRow } from './preview-row';
import styles from './preview-table.module.css';

const perPage = 50;

type Filter = 'positions' | 'holding' | 'out' | 'open' | 'nothing';

interface PreviewTableProps {
  readonly outcome: ImportOutcome;
  readonly choices: ImportChoices;
  readonly onChoices: (choices: ImportChoices) => void;
  /** Whether the person wanted to go on while rows are not understood: those are shown then. */
  readonly isSearchingOpen: boolean;
  /** What becomes of a row's price; null where more than prices is taken over. */
  readonly priceFate: ((settled: SettledRow) => PriceFate | null) | null;
}

/** The filter, the pages and the table. */
export function PreviewTable(props: PreviewTableProps) {
  const { outcome, choices, onChoices, isSearchingOpen, priceFate } = props;
  const [chosen, setFilter] = useState<Filter>('positions');
  const [page, setPage] = useState(0);
  const [wasSearching, setWasSearching] = useState(false);
  if (isSearchingOpen !== wasSearching) {
    setWasSearching(isSearchingOpen);
    if (isSearchingOpen) {
      setFilter('open');
      setPage(0);
    }
  }
  const { rows } = outcome;
  const kinds: readonly (readonly [filter: Filter, name: string, found: readonly OutcomeRow[]])[] = [
    ['positions', 'All positions and cash', rows.filter(({ settled }) => settled.kind !== 'nothing')],
    ['holding', 'Holdings', rows.filter(({ settled }) => settled.kind === 'holding')],
    ['out', 'Left out', rows.filter(({ settled }) => settled.kind === 'out')],
    ['open', 'Not understood', rows.filter(({ settled }) => settled.kind === 'open')],
    [
      'nothing',
      'No positions: titles, totals, notes',
      rows.filter(({ settled }) => settled.kind === 'nothing'),
    ],
  ];
  // A filter under which nothing is left is none.
  const filter = kinds.some(([each, , found]) => each === chosen && found.length > 0) ? chosen : 'positions';
  const found = kinds.find(([each]) => each === filter)?.[2] ?? [];
  const last = Math.max(0, Math.ceil(found.length / perPage) - 1);
  const at = Math.min(page, last);
  const onPage = found.slice(at * perPage, (at + 1) * perPage);
  return (
    <section aria-label="Rows" className={styles.rows}>
      <div className={styles.bar}>
        <label className={styles.filter}>
          <span>Show</span>
          <select
            className="control"
            value={filter}
            onChange={({ currentTarget: { value } }) => {
              setFilter(kinds.find(([each]) => each === value)?.[0] ?? 'positions');
              setPage(0);
            }}
          >
            {kinds
              .filter(([each, , some]) => each === 'positions' || some.length > 0)
              .map(([each, name, some]) => (
                <option key={each} value={each}>
                  {name} ({some.length.toLocaleString('en-US')})
                </option>
              ))}
          </select>
        </label>
        {outcome.open.length > 1 && priceFate === null && (
          <button type="button" className="button" onClick={() => onChoices(leaveOut(choices, outcome.open))}>
            Leave out all {count(outcome.open.length, 'row')} not understood
          </button>
        )}
        {last > 0 && (
          <div className={styles.pages}>
            <span>
              {(at * perPage + 1).toLocaleString('en-US')}–
              {Math.min(found.length, (at + 1) * perPage).toLocaleString('en-US')} of{' '}
              {found.length.toLocaleString('en-US')}
            </span>
            <button type="button" className="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
              Previous
            </button>
            <button type="button" className="button" disabled={at === last} onClick={() => setPage(at + 1)}>
              Next
            </button>
          </div>
        )}
      </div>
      <table className={styles.table}>
        <caption className="visually-hidden">Rows of the source</caption>
        <thead>
          <tr>
            <th scope="col" data-cell="take">
              In
            </th>
            <th scope="col" data-cell="symbol">
              Symbol
            </th>
            <th scope="col" data-cell="side">
              Side
            </th>
            <th scope="col" data-cell="shares">
              Shares
            </th>
            <th scope="col" data-cell="price">
              Price
            </th>
            <th scope="col" data-cell="value">
              Value
            </th>
            <th scope="col" data-cell="fate">
              What becomes of it
            </th>
          </tr>
        </thead>
        <tbody>
          {onPage.map(({ index, row, settled }) => (
            <PreviewRow
              key={index}
              index={index}
              row={row}
              settled={settled}
              choice={choices.rows[index] ?? noChoice}
              priceFate={priceFate}
              onChoice={(change) => onChoices(chooseRow(choices, index, change))}
              onForget={(cell) => onChoices(forgetRefused(choices, index, cell))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
