// One saved account: its name opens it, and beside it what else can be done with it.
import { Copy, PenLine, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  type Deleted,
  deleteSaved,
  duplicateAccount,
  keyOfAccount,
  renameAccount,
  type SavedAccount,
} from '@/state/saved-accounts';
import { useDesk } from '@/state/store';
import { ListEntry } from '@/ui/list-entry';
import { wordAccount, wordKept } from './account-words';
import styles from './my-accounts.module.css';

/** What a row needs. */
export interface SavedRowProps {
  readonly account: Extract<SavedAccount, { readonly ok: true }>;
  readonly status: string;
  readonly onOpen: () => void;
  readonly onDeleted: (gone: Deleted & { readonly name: string }) => void;
  readonly onSaid: (said: string) => void;
}

/** The row. */
export function SavedRow({ account, status, onOpen, onDeleted, onSaid }: SavedRowProps) {
  const { id, work } = account;
  const { name } = work.document.account;
  const isShown = useDesk(({ savedAs }) => savedAs === id);
  const [isNaming, setNaming] = useState(false);
  const pen = useRef<HTMLButtonElement>(null);
  const wasNaming = useRef(false);
  useEffect(() => {
    if (wasNaming.current && !isNaming) pen.current?.focus();
    wasNaming.current = isNaming;
  }, [isNaming]);
  const remove = () => {
    const gone = deleteSaved(keyOfAccount(id));
    if (gone === null) onSaid(wordKept('refused'));
    else onDeleted({ ...gone, name });
  };
  if (isNaming) {
    const rename = (typed: string) => {
      if (typed.trim() !== '') onSaid(wordKept(renameAccount(id, typed)));
      setNaming(false);
    };
    return (
      <li className={styles.row}>
        <NameField name={name} onName={rename} onCancel={() => setNaming(false)} />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <ListEntry
        name={name}
        isOnShow={isShown}
        aria-current={isShown || undefined}
        className={styles.open}
        onClick={onOpen}
      >
        <span className="note">{wordAccount(work.document, status)}</span>
      </ListEntry>
      <span className={styles.acts}>
        <button
          ref={pen}
          type="button"
          className="button square"
          aria-label={`Rename ${name}`}
          title="Rename"
          onClick={() => setNaming(true)}
        >
          <PenLine aria-hidden="true" size={16} />
        </button>
        <button
          type="button"
          className="button square"
          aria-label={`Duplicate ${name}`}
          title="Duplicate"
          onClick={() => onSaid(wordKept(duplicateAccount(id)))}
        >
          <Copy aria-hidden="true" size={16} />
        </button>
        <button
          type="button"
          className="button square"
          aria-label={`Delete ${name}`}
          title="Delete"
          onClick={remove}
        >
          <Trash2 aria-hidden="true" size={16} />
        </button>
      </span>
    </li>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly onName: (typed: string) => void;
  readonly onCancel: () => void;
}

/** The name being typed: Enter keeps it, Escape leaves it and the dialog as they were. */
function NameField({ name, onName, onCancel }: NameFieldProps) {
  const [typed, setTyped] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') onName(typed);
    else onCancel();
  };
  return (
    <div className={styles.line}>
      <input
        ref={field}
        className="control"
        aria-label={`New name of ${name}`}
        maxLength={80}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
      />
      <button type="button" className="button" onClick={() => onName(typed)}>
        Rename
      </button>
    </div>
  );
}
