// Says above the page what came of a file: refused and why, opened with what is worth knowing, or several to choose from.
import { useEffect, useRef, useState } from 'react';
import { type FileNotice as Notice, openOfSeveral, sayOfFile } from '@/state/open-file';
import { saveAll } from '@/state/saved-accounts';
import { useDesk } from '@/state/store';
import { focusMenu } from '@/ui/focus-again';
import { wordSavedAll } from './account-words';
import { wordNotice } from './file-words';
import styles from './files.module.css';
import { wordIssues } from './issue-words';

/** A notice, or nothing. It takes the focus, so that it is read out where it appears. */
export function FileNotice() {
  const notice = useDesk((desk) => desk.fileNotice);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (notice !== null) box.current?.focus();
  }, [notice]);
  if (notice === null) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label="File"
      className={styles.notice}
      data-kind={notice.kind}
      data-screen=""
    >
      <p>{wordNotice(notice)}</p>
      <Reasons notice={notice} />
      {notice.kind === 'several' && <Several notice={notice} />}
      {notice.kind === 'several' && <TakeAll notice={notice} />}
      <button
        type="button"
        className="button"
        onClick={() => {
          sayOfFile(null);
          focusMenu();
        }}
      >
        {closeWords(notice)}
      </button>
    </section>
  );
}

function closeWords({ kind }: Notice): string {
  if (kind === 'several') return 'Open none';
  return kind === 'opening' ? 'Cancel' : 'OK';
}

function Reasons({ notice }: { readonly notice: Notice }) {
  const issues = notice.kind === 'refused' ? notice.issues : notice.kind === 'opened' ? notice.warnings : [];
  if (issues.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {wordIssues(issues).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Several({ notice }: { readonly notice: Extract<Notice, { readonly kind: 'several' }> }) {
  return (
    <ul className={styles.several} aria-label="Accounts in the file">
      {notice.accounts.map((account, index) => (
        // They have no ids of their own; their place tells them apart.
        <li key={`account-${index}`}>
          {account.ok ? (
            <button
              type="button"
              className="button"
              onClick={() => openOfSeveral(account.document, notice.file)}
            >
              Open {account.document.account.name}
            </button>
          ) : (
            <>
              Account {index + 1} cannot be read: {wordIssues(account.issues, 2).join(' ')}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** All that can be read among the saved accounts; what is on show stays on show. */
function TakeAll({ notice }: { readonly notice: Extract<Notice, { readonly kind: 'several' }> }) {
  const [said, setSaid] = useState('');
  const documents = notice.accounts.flatMap((each) => (each.ok ? [each.document] : []));
  if (documents.length === 0) return null;
  if (said !== '') return <p>{said}</p>;
  const take = () => {
    const { kept, count } = saveAll(documents);
    setSaid(wordSavedAll(count, documents.length, kept));
  };
  return (
    <button type="button" className="button" onClick={take}>
      All into My accounts
    </button>
  );
}
