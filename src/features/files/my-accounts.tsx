// My accounts: every saved account with its name, day and standing; to open, rename, double, delete, and all as one file.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SimulatorDocument } from '@/io/document';
import { accountsFile, fileName } from '@/io/json-file';
import { isExample } from '@/state/account-edits';
import {
  type Deleted,
  everyAccount,
  listSaved,
  openAccount,
  putBack,
  useSavedChanges,
} from '@/state/saved-accounts';
import { useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { Dialog, DialogBody } from '@/ui/dialog';
import { download } from '@/ui/download';
import { wordKept } from './account-words';
import styles from './my-accounts.module.css';
import { SaveAs } from './save-as';
import { SavedRow } from './saved-row';
import { UnreadableRow } from './unreadable-row';

/** How an account stands is worded by another panel, and handed over by the page. */
export type WordStatus = (document: SimulatorDocument) => string;

/** What the dialog needs. */
export interface MyAccountsProps {
  readonly wordStatus: WordStatus;
  readonly onClose: () => void;
}

/** The dialog, open as long as it stands. */
export function MyAccounts({ wordStatus, onClose }: MyAccountsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const count = useSavedChanges((changes) => changes.count);
  const isShownExample = useDesk(({ history }) => isExample(history.present));
  // Read anew whenever something of the list changed, here or in another tab.
  const accounts = useMemo(() => ({ count, list: listSaved() }), [count]).list;
  const [deleted, setDeleted] = useState<readonly (Deleted & { readonly name: string })[]>([]);
  const [said, setSaid] = useState('');
  const open = (id: string) => {
    if (openAccount(id)) onClose();
    else setSaid(wordKept('changed'));
  };
  return (
    <Dialog title="My accounts" heading={heading} onClose={onClose}>
      <DialogBody>
        {!isShownExample && <SaveAs onSaid={setSaid} />}
        {accounts.length === 0 ? (
          <p className="note">No account is saved here yet.</p>
        ) : (
          <ul className={styles.list}>
            {accounts.map((each) =>
              each.ok ? (
                <SavedRow
                  key={each.id}
                  account={each}
                  status={wordStatus(each.work.document)}
                  onOpen={() => open(each.id)}
                  onDeleted={(gone) => setDeleted([...deleted, gone])}
                  onSaid={setSaid}
                />
              ) : (
                <UnreadableRow
                  key={each.key}
                  found={each}
                  onDeleted={(gone) => setDeleted([...deleted, gone])}
                />
              ),
            )}
          </ul>
        )}
        {deleted.map((each) => (
          <DeletedLine
            key={each.key}
            name={each.name}
            onPutBack={() => {
              setSaid(wordKept(putBack(each)));
              setDeleted(deleted.filter((other) => other !== each));
              heading.current?.focus();
            }}
          />
        ))}
        {said !== '' && <p className={styles.said}>{said}</p>}
        <div className={styles.foot}>
          <p className="note">
            Kept in this browser only. A private window forgets them when it closes, and so does a browser
            whose data are cleared: a file keeps them elsewhere.
          </p>
          <ExportAll />
        </div>
      </DialogBody>
    </Dialog>
  );
}

/** What was deleted just now; the focus, whose button is gone, comes to what brings it back. */
function DeletedLine({ name, onPutBack }: { readonly name: string; readonly onPutBack: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <p className={styles.deleted}>
      <span>“{name}” is deleted.</span>
      <button ref={button} type="button" className="button" onClick={onPutBack}>
        Put it back
      </button>
    </p>
  );
}

/** All accounts in one file, once there are any. */
function ExportAll() {
  const [said, setSaid] = useState('');
  const save = () => {
    const accounts = everyAccount();
    const file = fileName('all accounts', localDay(), 'json');
    download(file, new Blob([accountsFile(accounts)], { type: 'application/json' }));
    setSaid(`${accounts.length === 1 ? '1 account' : `${accounts.length} accounts`} saved as ${file}.`);
  };
  return (
    <>
      <button type="button" className="button" disabled={everyAccount().length === 0} onClick={save}>
        Save all as one file
      </button>
      {said !== '' && <p className="note">{said}</p>}
    </>
  );
}
