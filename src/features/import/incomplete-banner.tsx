// Lasts while imported rows are in no figure: how many, which, and the only way to be rid of one, a press on its own button.
import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { removeExcluded, selectExcluded } from '@/state/excluded';
import { commit, useDesk } from '@/state/store';
import { count, nameSome } from './import-words';
import styles from './incomplete.module.css';

/** The banner; nothing while nothing is left out. */
export function IncompleteBanner() {
  const rows = useDesk(selectExcluded);
  const list = useRef<HTMLDetailsElement>(null);
  const remove = (index: number) => {
    flushSync(() => commit(removeExcluded(index)));
    // The button that takes the place of the one that was pressed gets the focus.
    const buttons = list.current?.querySelectorAll('button') ?? [];
    buttons[Math.min(index, buttons.length - 1)]?.focus();
  };
  if (rows.length === 0) return null;
  const names = nameSome(rows.map(({ label, reason }) => `${label} (${reason})`));
  return (
    <section aria-label="Incomplete" className={styles.banner}>
      <TriangleAlert aria-hidden="true" size={16} />
      <div>
        <p>
          <strong>Incomplete.</strong> {count(rows.length, 'row')} of your file{' '}
          {rows.length === 1 ? 'is' : 'are'} in no figure: {names}.
        </p>
        <details ref={list} data-screen="">
          <summary>What this means</summary>
          <p>
            Equity, requirement and the distance to a call leave {rows.length === 1 ? 'it' : 'them'} out; your
            broker’s figures do not. Remove a row here only where nothing is missing without it.
          </p>
          <ul>
            {rows.map(({ label, reason }, index) => (
              // Two rows may be called alike; a row's place tells it apart.
              <li key={`${index}-${label}`}>
                <span>
                  {label} <small>{reason}</small>
                </span>
                <button
                  type="button"
                  className="link"
                  aria-label={`Remove ${label} from this list`}
                  onClick={() => remove(index)}
                >
                  Remove
                </button>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}
