/**
 * How a number field looks, whoever keeps its text: label, what stands before and after the number, hint or error.
 */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import styles from '@/ui/decimal-field.module.css';

/** A field's text now, and what happens to it. */
export interface DecimalInputProps {
  readonly id: string;
  readonly label: string;
  /** The label is there for those who cannot see where the field stands. */
  readonly isLabelHidden?: boolean | undefined;
  readonly text: string;
  readonly placeholder?: string | undefined;
  /** What stands inside the field before and after the number. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly hint?: ReactNode;
  readonly error: string | null;
  /** Hint and error stand elsewhere, under the id `<id>-note`. */
  readonly isNoteApart?: boolean | undefined;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
  readonly onPaste?: ((event: ClipboardEvent) => void) | undefined;
  /** Makes a button that flips the sign: the decimal keypad of some phones has no minus. */
  readonly onFlip?: (() => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** The lines of a paste, without those that are blank at its end. */
export function pastedLines(event: ClipboardEvent): readonly string[] {
  return event.clipboardData
    .getData('text')
    .trimEnd()
    .split(/\r\n|\r|\n/);
}

/** One number field. */
export function DecimalInput(props: DecimalInputProps) {
  const { id, label, text, placeholder, prefix, suffix, hint, error, inputRef } = props;
  // What stood here before it was typed over: at that text the keys of undo are the page's, not the browser's, which
  // would go on into texts that were kept long since.
  const [rest, setRest] = useState<string | null>(null);
  const type = (next: string) => {
    setRest(next === rest ? null : (rest ?? text));
    props.onText(next);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={props.isLabelHidden === true ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        <div className={styles.box} data-invalid={error !== null || undefined}>
          {prefix !== undefined && (
            <span className={styles.affix} aria-hidden="true">
              {prefix}
            </span>
          )}
          <input
            id={id}
            ref={inputRef}
            className={styles.input}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="done"
            placeholder={placeholder}
            value={text}
            aria-invalid={error !== null}
            aria-describedby={`${id}-note`}
            data-rest={rest ?? text}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'Escape') setRest(null);
              props.onKeyDown(event);
            }}
            onBlur={() => {
              setRest(null);
              props.onLeave();
            }}
            onPaste={(event) => {
              props.onPaste?.(event);
              const lines = pastedLines(event);
              if (event.isDefaultPrevented() || lines.length < 2) return;
              // The browser would run the lines together: 24,000 and 8,000 would be 240 million.
              event.preventDefault();
              type(lines.join(' '));
            }}
          />
          {suffix !== undefined && (
            <span className={styles.affix} aria-hidden="true">
              {suffix}
            </span>
          )}
        </div>
        {props.onFlip !== undefined && (
          <button type="button" className="button square" onClick={props.onFlip} aria-label="Change the sign">
            ±
          </button>
        )}
      </div>
      {props.isNoteApart !== true && (
        <div id={`${id}-note`} className={error === null ? styles.hint : styles.error}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
