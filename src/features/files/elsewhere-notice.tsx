// Says what another tab did to the account on show, and lets the person choose. Nothing is written over meanwhile.
import { useState } from 'react';
import { closeElsewhere, keepThisAsCopy, takeOther } from '@/state/other-tabs';
import { useDesk } from '@/state/store';
import { focusMenu } from '@/ui/focus-again';
import { wordElsewhere, wordKept } from './account-words';
import styles from './files.module.css';

/** A notice, or nothing. */
export function ElsewhereNotice() {
  const elsewhere = useDesk((desk) => desk.elsewhere);
  const [failed, setFailed] = useState('');
  if (elsewhere === null) return null;
  const keep = () => setFailed(wordKept(keepThisAsCopy()));
  return (
    <section aria-label="Another tab" className={styles.notice} data-kind="elsewhere" data-screen="">
      <p>
        {wordElsewhere(elsewhere)} {failed}
      </p>
      {elsewhere.kind === 'changed' && (
        <button type="button" className="button" onClick={takeOther}>
          Show the other tab’s
        </button>
      )}
      {elsewhere.kind !== 'copied' && (
        <button type="button" className="button" onClick={keep}>
          {elsewhere.kind === 'changed' ? 'Keep this one as a copy' : 'Save it again'}
        </button>
      )}
      {elsewhere.kind !== 'changed' && (
        <button
          type="button"
          className="button"
          onClick={() => {
            closeElsewhere();
            focusMenu();
          }}
        >
          OK
        </button>
      )}
    </section>
  );
}
