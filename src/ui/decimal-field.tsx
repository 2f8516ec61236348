/**
 * A number field that reads strictly, answers while one types, commits on Enter or on leaving, reverts on Escape, and
 * keeps a text it cannot read together with the reason.
 */
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import styles from '@/ui/decimal-field.module.css';

/** What a text means to the field: something to show at once, or why it is refused. */
export type FieldReading =
  | { readonly ok: true; readonly show: () => void }
  | { readonly ok: false; readonly message: string };

/** A field, its value at rest, and what happens to what is typed. */
export interface DecimalFieldProps {
  readonly label: string;
  /** The label is there for those who cannot see where the field stands. */
  readonly isLabelHidden?: boolean;
  /** What the field shows at rest. */
  readonly value: string;
  readonly placeholder?: string;
  /** What stands inside the field before and after the number. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly hint?: ReactNode;
  /** A text that was refused earlier. */
  readonly refused: string | undefined;
  readonly read: (text: string) => FieldReading;
  readonly onRefuse: (text: string | null) => void;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
  readonly onEnter?: (() => void) | undefined;
  /** A button that flips the sign: the decimal keypad of some phones has no minus. */
  readonly hasSignButton?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly id?: string | undefined;
}

/** One number field with its label, hint and error. */
export function DecimalField(props: DecimalFieldProps) {
  const { label, value, placeholder, prefix, suffix, hint, refused, read, inputRef } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? refused ?? value;
  const reading = refused === undefined ? null : read(text);
  const counted =
    value === '' ? '' : ` The figures still use ${prefix ?? ''}${value}${suffix === '%' ? '\u00A0%' : ''}.`;
  const error = reading?.ok === false ? `${reading.message}${counted}` : null;

  // A text that was refused is of no use once the value is changed elsewhere.
  const { onRefuse } = props;
  const valueThen = useRef(value);
  useEffect(() => {
    if (valueThen.current !== value) onRefuse(null);
    valueThen.current = value;
  });

  const change = (next: string) => {
    setTyped(next);
    const result = read(next);
    if (result.ok) result.show();
    else props.onCancel();
  };
  const finish = (final: string | null) => {
    if (final === null) return;
    if (read(final).ok) {
      props.onRefuse(null);
      props.onCommit();
    } else {
      props.onCancel();
      props.onRefuse(final);
    }
    setTyped(null);
  };
  const revert = () => {
    setTyped(null);
    props.onRefuse(null);
    props.onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') revert();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    finish(typed);
    props.onEnter?.();
  };
  const flip = () => {
    const next = flipSign(text);
    change(next);
    finish(next);
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
            onChange={(event) => change(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => finish(typed)}
          />
          {suffix !== undefined && (
            <span className={styles.affix} aria-hidden="true">
              {suffix}
            </span>
          )}
        </div>
        {props.hasSignButton === true && (
          <button type="button" className="button square" onClick={flip} aria-label="Change the sign">
            ±
          </button>
        )}
      </div>
      <div id={`${id}-note`} className={error === null ? styles.hint : styles.error}>
        {error ?? hint}
      </div>
    </div>
  );
}

function flipSign(text: string): string {
  const trimmed = text.trim();
  return /^[-−]/.test(trimmed) ? trimmed.slice(1) : `−${trimmed.replace(/^\+/, '')}`;
}
