// "Start again": asks in place before own work leaves the page, and says where it is kept.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { selectHasOwnWork } from '@/state/aside';
import { useDesk } from '@/state/store';
import styles from './account.module.css';

/** The button, and its question where something would be put aside. */
export function StartAgain({ onStart }: { readonly onStart: () => void }) {
  const hasOwnWork = useDesk(selectHasOwnWork);
  const [asked, setAsked] = useState(false);
  const isAsking = asked && hasOwnWork;
  const question = useId();
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // The focus follows: to the answer that changes nothing, and back to the button.
  useEffect(() => {
    if (isAsking) keep.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const stay = () => setAsked(false);
  const escape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') stay();
  };
  if (!isAsking) {
    return (
      <button
        ref={opener}
        type="button"
        className="button plain"
        onClick={hasOwnWork ? () => setAsked(true) : onStart}
      >
        Start again
      </button>
    );
  }
  return (
    <div role="group" aria-labelledby={question} className={styles.question}>
      <p id={question}>Start again? Your account is kept under Examples until you bring it back.</p>
      <button type="button" className="button" onClick={onStart} onKeyDown={escape}>
        Start again
      </button>
      <button ref={keep} type="button" className="button" onClick={stay} onKeyDown={escape}>
        Keep
      </button>
    </div>
  );
}
