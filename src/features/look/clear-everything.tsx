// "Clear everything": asks in place first, as nothing brings it back, and then says what is gone.
import { Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { browserStorage, clearEverything } from '@/state/clear-everything';
import { listSaved } from '@/state/saved-accounts';
import { useDesk } from '@/state/store';
import { wordAsked, wordCleared } from './clear-words';
import styles from './look.module.css';

type Stage = 'closed' | 'asking' | { readonly said: string };

/** The button, its question, and what it says afterwards. `onCleared` lets the look beside it start anew. */
export function ClearEverything({ onCleared }: { readonly onCleared: () => void }) {
  const asides = useDesk(({ aside }) => aside.length);
  const [saved, setSaved] = useState(0);
  const [stage, setStage] = useState<Stage>('closed');
  const opener = useRef<HTMLButtonElement>(null);
  const next = useRef<HTMLElement | null>(null);
  const question = useId();
  const before = useRef(stage);
  // The focus follows: to the answer that changes nothing, to what is said, and back to the button.
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    (stage === 'closed' ? opener.current : next.current)?.focus();
  }, [stage]);
  const clear = () => {
    const isGone = clearEverything(browserStorage());
    onCleared();
    setStage({ said: wordCleared(asides, saved, isGone) });
  };
  const ask = () => {
    setSaved(listSaved().length);
    setStage('asking');
  };
  if (stage === 'closed') {
    return (
      <button ref={opener} type="button" className="button plain" onClick={ask}>
        <Trash2 aria-hidden="true" size={16} />
        Clear everything
      </button>
    );
  }
  if (stage !== 'asking') {
    return (
      <p
        ref={(element) => {
          next.current = element;
        }}
        tabIndex={-1}
        className={styles.said}
      >
        {stage.said}
      </p>
    );
  }
  const stay = () => setStage('closed');
  // Escape takes back the question, and does not close the menu with it.
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    stay();
  };
  return (
    <div role="group" aria-labelledby={question} className={styles.question}>
      <p id={question}>{wordAsked(asides, saved)}</p>
      <button type="button" className="button" onClick={clear} onKeyDown={escape}>
        Clear everything
      </button>
      <button
        ref={(element) => {
          next.current = element;
        }}
        type="button"
        className="button"
        onClick={stay}
        onKeyDown={escape}
      >
        Keep
      </button>
    </div>
  );
}
