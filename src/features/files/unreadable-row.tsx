// Something kept that cannot be read: why, and to download or delete. It is never written over.
import { fileName } from '@/io/json-file';
import { type Deleted, deleteSaved, type Unreadable } from '@/state/saved-accounts';
import { localDay } from '@/state/today';
import { download } from '@/ui/download';
import { wordIssues } from './issue-words';
import styles from './my-accounts.module.css';

const name = 'A copy that cannot be read';

/** The row. */
export function UnreadableRow({
  found,
  onDeleted,
}: {
  readonly found: Unreadable;
  readonly onDeleted: (gone: Deleted & { readonly name: string }) => void;
}) {
  const { key, text, issues } = found;
  const remove = () => {
    const gone = deleteSaved(key);
    if (gone !== null) onDeleted({ ...gone, name });
  };
  const save = () =>
    download(fileName('unreadable copy', localDay(), 'txt'), new Blob([text], { type: 'text/plain' }));
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <strong>{name}</strong>
        <span className="note">
          {issues.length === 0 ? 'It is kept as it was found.' : wordIssues(issues, 2).join(' ')}
        </span>
      </div>
      <span className={styles.acts}>
        <button type="button" className="button" onClick={save}>
          Download
        </button>
        <button type="button" className="button" onClick={remove}>
          Delete
        </button>
      </span>
    </li>
  );
}
