// Says what happened to the copy that this browser keeps: unreadable and put aside, or not kept at all.

import { closeNotice, useDesk } from '@/state/store';
import { focusMenu } from '@/ui/focus-again';
import styles from './saved-copy.module.css';

/** A notice, or nothing. */
export function SavedCopyNotice() {
  const notice = useDesk((desk) => desk.notice);
  if (notice === null) return null;
  return (
    <section aria-label="Saved copy" className={styles.notice}>
      {notice.kind === 'unreadable' ? (
        <>
          <p>
            The copy of your account that this browser kept could not be read
            {notice.issues[0]?.code === 'newer-version' && ': a newer Headroom wrote it'}. It is put aside
            under My accounts in the menu, and nothing was thrown away.
          </p>
          <details>
            <summary>Show it</summary>
            <textarea readOnly aria-label="The unreadable copy" value={notice.text} rows={6} />
          </details>
        </>
      ) : notice.kind === 'full' ? (
        <p>
          This browser has no room to keep your latest changes: they will be gone when the page is closed.
          Save the account as a file in the menu, or delete accounts under My accounts.
        </p>
      ) : (
        <p>
          This browser does not keep what you type: it will be gone when the page is closed. Save it as a file
          in the menu.
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          closeNotice();
          focusMenu();
        }}
      >
        OK
      </button>
    </section>
  );
}
