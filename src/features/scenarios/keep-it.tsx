// Keeps the what-if on show under a name; of one that has a name it says that it follows the levers.
import { useEffect, useRef, useState } from 'react';
import { isUnnamed, shownScenario } from '@/state/lever-edits';
import { duplicateScenario, mostLetters, nameScenario } from '@/state/scenarios';
import { commit, selectDocument, useDesk } from '@/state/store';
import { focusInstead } from '@/ui/focus-again';
import styles from './scenarios.module.css';

const keptNoteId = 'what-if-kept';

/** The button and its field, or the name. */
export function KeepIt() {
  const id = useDesk((desk) => shownScenario(selectDocument(desk))?.id ?? null);
  const name = useDesk((desk) => shownScenario(selectDocument(desk))?.name ?? '');
  if (id === null) return null;
  if (isUnnamed({ id })) return <KeepForm key={id} id={id} />;
  return (
    <p id={keptNoteId} tabIndex={-1} className="note">
      Kept as “{name}”: what is changed here is changed in it.{' '}
      <button type="button" className="link" onClick={() => commit(duplicateScenario(id))}>
        Go on in a copy
      </button>
    </p>
  );
}

function KeepForm({ id }: { readonly id: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = typed !== null;
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  if (typed === null) {
    return (
      <div>
        <button ref={opener} type="button" className="button" onClick={() => setTyped('')}>
          Keep this what-if
        </button>
      </div>
    );
  }
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        commit(nameScenario(id, typed));
        focusInstead(() => document.getElementById(keptNoteId));
      }}
    >
      <label className="labeled">
        <span>Name of this what-if</span>
        <input
          ref={field}
          className="control"
          maxLength={mostLetters.name}
          autoComplete="off"
          placeholder="A bad week"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key !== 'Escape') return;
            setTyped(null);
            focusInstead(() => opener.current);
          }}
        />
      </label>
      <button type="submit" className="button">
        Keep
      </button>
    </form>
  );
}
