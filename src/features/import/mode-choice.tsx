// In place of the account on show, added to it, or only its prices; each one step to undo.
import type { ImportMode } from '@/state/import-choices';
import styles from './import.module.css';

const modes: readonly (readonly [mode: ImportMode, name: string, note: string])[] = [
  ['replace', 'Open it as the account', 'what is on show is put aside'],
  ['add', 'Add it to what is there', 'cash and loan too'],
  ['prices', 'Only update prices', 'of holdings with the same symbol'],
];

interface ModeChoiceProps {
  readonly mode: ImportMode;
  readonly onMode: (mode: ImportMode) => void;
}

/** The three ways. */
export function ModeChoice({ mode, onMode }: ModeChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend>What to do with it</legend>
      {modes.map(([each, name, note]) => (
        <label key={each}>
          <input type="radio" name="import-mode" checked={each === mode} onChange={() => onMode(each)} />
          {name}
          <span className="note">{note}</span>
        </label>
      ))}
    </fieldset>
  );
}
