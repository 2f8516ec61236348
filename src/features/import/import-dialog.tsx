// The import in a window of its own: choose a source, look at what was found, apply. Escape closes it, and asks first where
// something that was typed would be lost; the account stays as it was until the last button.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ImportSource } from '@/state/import-source';
import { closeImport, useImporting } from '@/state/importing';
import { Dialog } from '@/ui/dialog';
import { ChooseStep } from './choose-step';
import styles from './import.module.css';
import { wordStage } from './import-words';
import { PreviewStep } from './preview-step';
import { useOpening } from './use-opening';
import { useReading } from './use-reading';

/** The dialog, open as long as it is there. */
export function ImportDialog() {
  const given = useImporting(({ source }) => source);
  const handed = useImporting((state) => state.handed);
  const { reading, read, stop } = useReading();
  const opening = useOpening();
  const [text, setText] = useState(given?.kind === 'text' ? given.text : '');
  const [isTouched, setTouched] = useState(false);
  // What waits for an answer: closing, or another source that was dropped meanwhile.
  const [asks, setAsks] = useState<'close' | ImportSource | null>(null);
  const isLosing = reading.kind === 'read' ? isTouched : text.trim() !== '';

  const take = (source: ImportSource) => {
    opening.giveUp();
    setAsks(null);
    setTouched(false);
    setText(source.kind === 'text' ? source.text : '');
    read(source);
  };
  // What was handed over, at the start or while the dialog stands open; read once each.
  const handOver = useEffectEvent((isFirst: boolean) => {
    if (given === null) return;
    opening.giveUp();
    if (!isFirst && isLosing) setAsks(given);
    else take(given);
  });
  const handedThen = useRef<number | null>(null);
  useEffect(() => {
    if (handedThen.current === handed) return;
    const isFirst = handedThen.current === null;
    handedThen.current = handed;
    handOver(isFirst);
  }, [handed]);
  // Put on the page anew, as in development, it begins anew: its reading was ended with it.
  useEffect(
    () => () => {
      handedThen.current = null;
    },
    [],
  );

  const close = () => {
    opening.giveUp();
    if (isLosing && reading.kind !== 'reading') setAsks('close');
    else closeImport();
  };
  const onEscape = () => {
    if (asks !== null) setAsks(null);
    else if (reading.kind === 'reading') stop();
    else if (opening.isOpening) opening.giveUp();
    else close();
  };

  return (
    <Dialog title="Paste or import" closeName="Close the import" isWide onClose={close} onEscape={onEscape}>
      {asks !== null && (
        <Ask
          question={
            asks === 'close'
              ? 'Close the import? What you typed here is lost; your account is as it was.'
              : 'Read what was dropped instead? What you typed here is lost; your account is as it was.'
          }
          yes={asks === 'close' ? 'Close it' : 'Read it instead'}
          onYes={() => (asks === 'close' ? closeImport() : take(asks))}
          onNo={() => setAsks(null)}
        />
      )}
      {reading.kind === 'read' ? (
        <PreviewStep
          // Another reading of the same rows is another preview: what was said about the rows of the first does not hold.
          key={JSON.stringify(reading.wishes)}
          found={reading.found}
          wishes={reading.wishes}
          onWishes={(wishes) => read(reading.source, wishes)}
          opening={opening}
          onTouched={setTouched}
          onBack={() => {
            setTouched(false);
            stop();
          }}
        />
      ) : reading.kind === 'reading' ? (
        <div className={styles.waiting}>
          <label htmlFor="import-progress">{wordStage(reading.stage)}</label>
          <progress
            id="import-progress"
            value={reading.stage?.kind === 'loading' ? reading.stage.share : undefined}
          />
          <button type="button" className="button" onClick={stop}>
            Cancel
          </button>
        </div>
      ) : (
        <ChooseStep
          text={text}
          onText={setText}
          reading={reading}
          onRead={take}
          onRebuild={(source) => read(source, {}, true)}
        />
      )}
    </Dialog>
  );
}

interface AskProps {
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A question in place; the focus goes to the answer that loses nothing. */
function Ask({ question, yes, onYes, onNo }: AskProps) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    no.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div role="group" aria-labelledby="import-ask" className={styles.ask}>
      <p id="import-ask">{question}</p>
      <button type="button" className="button" onClick={onYes}>
        {yes}
      </button>
      <button ref={no} type="button" className="button" onClick={onNo}>
        Go on
      </button>
    </div>
  );
}
