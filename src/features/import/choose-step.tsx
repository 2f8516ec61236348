// The first step: a file, or text that is pasted or typed; and which exports are known, with where a broker has them.
import { FileUp } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { ImportSource } from '@/state/import-source';
import { useImporting } from '@/state/importing';
import { DialogBody } from '@/ui/dialog';
import styles from './import.module.css';
import { knownFormats, rebuildWarning, untouchedWords, wordRefusal } from './import-words';
import type { Reading } from './use-reading';

interface ChooseStepProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Idle, or why what was chosen could not be read. */
  readonly reading: Reading;
  readonly onRead: (source: ImportSource) => void;
  /** Adds up a report of activity. */
  readonly onRebuild: (source: ImportSource) => void;
}

/** File button, field for text, and the list of what is known. */
export function ChooseStep({ text, onText, reading, onRead, onRebuild }: ChooseStepProps) {
  const file = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const problem = useRef<HTMLDivElement>(null);
  const others = useImporting((state) => state.others);
  const id = useId();
  const isRefused = reading.kind === 'refused';
  // The focus goes to what is to be read first: why nothing came of it, or else the first way in.
  useEffect(() => (isRefused ? problem.current : opener.current)?.focus(), [isRefused]);
  return (
    <DialogBody>
      {isRefused && (
        <div ref={problem} tabIndex={-1} className={styles.problem}>
          <p>
            <strong>
              {reading.refusal === null ? 'This could not be read.' : wordRefusal(reading.refusal)}
            </strong>{' '}
            {untouchedWords}
          </p>
          {reading.refusal === 'activity-only' && (
            <>
              <p>{rebuildWarning}</p>
              <button type="button" className="button" onClick={() => onRebuild(reading.source)}>
                Rebuild anyway
              </button>
            </>
          )}
        </div>
      )}
      {others.length > 0 && (
        <p className="note">One file at a time: {others.join(', ')} can be read after this one.</p>
      )}
      <div className={styles.sources}>
        <div className={styles.source}>
          <button ref={opener} type="button" className="button" onClick={() => file.current?.click()}>
            <FileUp aria-hidden="true" size={16} />
            Choose a file
          </button>
          <p className="note">
            Or drop it anywhere on the page. It is read here, in this browser, and not kept: account numbers
            and names are left out.
          </p>
          <input
            ref={file}
            type="file"
            hidden
            aria-label="File with holdings"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              // The same file again is a choice too.
              currentTarget.value = '';
              if (chosen !== undefined) onRead({ kind: 'file', file: chosen });
            }}
          />
        </div>
        <div className={`labeled ${styles.paste}`}>
          <label htmlFor={id}>Or paste a table, or type one holding a line</label>
          <textarea
            id={id}
            className={`control ${styles.text}`}
            rows={6}
            spellCheck={false}
            placeholder={'AAPL 300 @ 228.40\nshort 50 TSLA at 321.60\nmargin loan 61,240.55'}
            value={text}
            onChange={({ currentTarget }) => onText(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              onRead({ kind: 'text', text });
            }}
          />
          <button
            type="button"
            className={`button ${styles.primary}`}
            disabled={text.trim() === ''}
            onClick={() => onRead({ kind: 'text', text })}
          >
            Read it
          </button>
        </div>
      </div>
      <section aria-label="What can be read" className={styles.known}>
        <h3>What can be read</h3>
        <dl>
          {knownFormats.map(([name, where]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{where}</dd>
            </div>
          ))}
        </dl>
      </section>
    </DialogBody>
  );
}
