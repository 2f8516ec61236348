// What example is on show, where it comes from and where its source disagrees with itself; and the way back.
import { Undo2 } from 'lucide-react';
import { bringBack } from '@/state/open-account';
import { selectIsLinked } from '@/state/open-link';
import { findPreset } from '@/state/presets';
import { selectAccount, useDesk } from '@/state/store';
import { nameOfWork, useAside } from './aside-words';
import styles from './presets.module.css';

/** The example on show until a figure of it is changed, and what waits to be brought back; nothing without either. */
export function ExampleNote() {
  const account = useDesk(selectAccount);
  const [work] = useAside();
  const preset = findPreset(account);
  // What came by a link has a note of its own, with the way back in it.
  const isLinked = useDesk(selectIsLinked);
  if (preset === null && (work === undefined || isLinked)) return null;
  return (
    <section aria-label="Example" className={styles.note}>
      <p className={styles.row}>
        {preset !== null && <span className={styles.tag}>Example</span>}
        {work !== undefined && (
          <button type="button" className={`button plain ${styles.back}`} onClick={() => bringBack(work)}>
            <Undo2 aria-hidden="true" size={16} />
            {nameOfWork(work)}
          </button>
        )}
      </p>
      {preset !== null && (
        <>
          <h2 className={styles.title}>{preset.name}</h2>
          <p data-tells>{preset.description}</p>
          {preset.note !== undefined && (
            <p data-tells className={styles.small}>
              {preset.note}
            </p>
          )}
          <p className={styles.small}>Source: {preset.source}.</p>
        </>
      )}
    </section>
  );
}
