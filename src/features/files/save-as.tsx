// Saves the account on show under a name: as one of My accounts, or as another one beside that which it is already.
import { type FormEvent, useId, useState } from 'react';
import { freeName, saveHere } from '@/state/saved-accounts';
import { useDesk } from '@/state/store';
import { wordKept } from './account-words';
import styles from './my-accounts.module.css';

/** A field with the name and a button; Escape takes back what is typed. */
export function SaveAs({ onSaid }: { readonly onSaid: (said: string) => void }) {
  const savedAs = useDesk((desk) => desk.savedAs);
  const name = useDesk(({ history }) => history.present.account.name);
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const offered = savedAs === null ? name : freeName(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = (typed ?? offered).trim();
    const kept = saveHere(wanted === '' ? offered : wanted);
    onSaid(kept === 'kept' ? `Saved. What you change from now on is kept there.` : wordKept(kept));
    if (kept === 'kept') setTyped(null);
  };
  return (
    <form className={styles.saveAs} onSubmit={save}>
      <label htmlFor={id}>
        {savedAs === null ? 'Save the account on show as' : 'Save the account on show again, as another'}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className="control"
          maxLength={80}
          value={typed ?? offered}
          data-rest={offered}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setTyped(null);
          }}
          autoComplete="off"
        />
        <button type="submit" className="button">
          Save
        </button>
      </div>
    </form>
  );
}
