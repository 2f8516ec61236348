// What the page itself offers, beside any account: paper, and the keys that save a hand the mouse.
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { ClearEverything } from './clear-everything';
import styles from './look.module.css';
import { showTheme, ThemeChoice } from './theme-choice';

const keys: readonly (readonly [string, string])[] = [
  ['← →', 'market by 0.5\u00A0%, with Shift by 5\u00A0%'],
  ['0', 'market back to today'],
  ['C', 'to the margin call'],
  ['N P', 'next and previous point of interest'],
  ['H', 'hide or show the answer'],
  ['Ctrl Z', 'undo; with Shift, redo'],
  ['Ctrl S', 'save the account as a file'],
  ['Ctrl O', 'open a file'],
];

/** The last part of the menu. */
export function PageTools() {
  const [cleared, setCleared] = useState(0);
  return (
    <>
      <details className={styles.keys}>
        <summary>Keys</summary>
        <ul>
          {keys.map(([key, meaning]) => (
            <li key={key}>
              <kbd>{key}</kbd>
              <span>{meaning}</span>
            </li>
          ))}
        </ul>
      </details>
      <div className={styles.clear}>
        <ClearEverything
          onCleared={() => {
            setCleared(cleared + 1);
            showTheme('system');
          }}
        />
      </div>
      <div className={styles.page}>
        <div className={styles.row}>
          <ThemeChoice key={cleared} />
          <button type="button" className="button" onClick={() => window.print()}>
            <Printer aria-hidden="true" size={16} />
            Print
          </button>
        </div>
      </div>
    </>
  );
}
