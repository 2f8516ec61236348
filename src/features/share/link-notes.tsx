// Above the page: that the account on show came by a link, with the way back to one's own; or why a link opened nothing.
import { useEffect, useRef } from 'react';
import type { Issue } from '@/engine/result';
import { blankAccount } from '@/state/account-edits';
import { bringBack } from '@/state/open-account';
import {
  closeLinkNotice,
  forgetLinked,
  nameOfLinked,
  selectIsLinked,
  selectSavedBefore,
} from '@/state/open-link';
import { openAccount, readSaved } from '@/state/saved-accounts';
import { selectAccount, useDesk } from '@/state/store';
import { focusMenu } from '@/ui/focus-again';
import styles from './link-notes.module.css';
import { quoted, wordLinkIssues } from './share-words';

/** Where the sentences about an account come from: another panel has them, and the page hands them over. */
export interface LinkNotesProps {
  readonly wordIssues: (issues: readonly Issue[]) => readonly string[];
}

/** One of the two notes, or nothing. */
export function LinkNotes({ wordIssues }: LinkNotesProps) {
  const notice = useDesk((desk) => desk.linkNotice);
  const isLinked = useDesk(selectIsLinked);
  if (notice !== null) return <Refused issues={notice.issues} wordIssues={wordIssues} />;
  return isLinked ? <Linked /> : null;
}

function Refused({ issues, wordIssues }: LinkNotesProps & { readonly issues: readonly Issue[] }) {
  const box = useRef<HTMLElement>(null);
  // It takes the focus, so that it is read out where it appears.
  useEffect(() => box.current?.focus(), [issues]);
  return (
    <section ref={box} tabIndex={-1} aria-label="Link" className={styles.note} data-refused="" data-screen="">
      <p>
        The link was not opened. {wordLinkIssues(issues, wordIssues).join(' ')} Your own work is as it was.
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          closeLinkNotice();
          focusMenu();
        }}
      >
        OK
      </button>
    </section>
  );
}

function Linked() {
  const name = useDesk((desk) => selectAccount(desk).name);
  // The latest that is no link's: of several links in a row none leads back to the one before.
  const own = useDesk(({ aside, linked }) =>
    aside.findLast(({ document: { account } }) => account.name !== nameOfLinked && !linked.includes(account)),
  );
  const savedBefore = useDesk(selectSavedBefore);
  const saved = savedBefore === null ? null : readSaved(savedBefore);
  const back = saved ?? own;
  const opened = useDesk((desk) => desk.opened);
  const box = useRef<HTMLElement>(null);
  // Not after a reload, when nothing was opened: the page then begins where it always does.
  useEffect(() => {
    if (opened > 0) box.current?.focus();
  }, [opened]);
  return (
    <section ref={box} tabIndex={-1} aria-label="Link" className={styles.note} data-screen="">
      <p>
        {name === nameOfLinked ? 'This account came by a link.' : `${quoted(name)} came by a link.`} Whoever
        sent it sees nothing of what you do here.
      </p>
      {back !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => {
            if (savedBefore !== null && saved !== null) openAccount(savedBefore);
            else if (own !== undefined) bringBack(own);
          }}
        >
          {back.document.account.name === blankAccount.name
            ? 'Back to my account'
            : `Back to ${quoted(back.document.account.name, 40)}`}
        </button>
      )}
      <button
        type="button"
        className="button plain"
        onClick={() => {
          forgetLinked();
          focusMenu();
        }}
      >
        OK
      </button>
    </section>
  );
}
