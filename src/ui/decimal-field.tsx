/**
 * A number field that reads strictly, answers while one types, commits on Enter or on leaving, reverts on Escape, and
 * keeps a text it cannot read together with the reason.
 */
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import { DecimalInput } from '@/ui/decimal-input';

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
  /** Why what was read cannot be done; said in the place of an error. */
  readonly problem?: string | null | undefined;
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
  const { value, prefix, suffix, refused, read } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? refused ?? value;
  const reading = refused === undefined ? null : read(text);
  const unread = reading?.ok === false ? `${reading.message}${stillUsed(value, prefix, suffix)}` : null;
  const error = unread ?? props.problem ?? null;

  // A text that was refused is of no use once the value is changed elsewhere.
  const { onRefuse } = props;
  const valueThen = useRef(value);
  useEffect(() => {
    if (valueThen.current !== value) onRefuse(null);
    valueThen.current = value;
  });

  const revert = () => {
    setTyped(null);
    props.onRefuse(null);
    props.onCancel();
  };
  const textThen = useRef(text);
  const change = (edited: string) => {
    const next = withoutMark(edited);
    if (typed === null) textThen.current = text;
    // The browser's undo leads back to what stood there: nothing is typed then.
    else if (refused === undefined && edited === textThen.current) return revert();
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
  // A field that goes out of sight keeps what is typed in it, as on leaving.
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => finish(typed);
  });
  useEffect(() => () => leave.current(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') revert();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    finish(typed);
    props.onEnter?.();
  };
  const flip = () => {
    const next = flipSign(withoutMark(text));
    change(next);
    finish(next);
  };

  return (
    <DecimalInput
      {...props}
      id={id}
      text={text}
      error={error}
      onText={change}
      onKeyDown={onKeyDown}
      onLeave={() => finish(typed)}
      onFlip={props.hasSignButton === true ? flip : undefined}
    />
  );
}

/** What counts while a text is refused, as a sentence to stand behind the reason. */
export function stillUsed(value: string, prefix = '', suffix = ''): string {
  if (value === '') return '';
  const amount = value.startsWith('−') ? `−${prefix}${value.slice(1)}` : `${prefix}${value}`;
  return ` The figures still use ${amount}${suffix === '%' ? '\u00A0%' : ''}.`;
}

/** Without the mark of digits that a value at rest has no room for: what one types begins where it stood. */
function withoutMark(text: string): string {
  return text.replaceAll('…', '');
}

function flipSign(text: string): string {
  const trimmed = text.trim();
  return /^[-−]/.test(trimmed) ? trimmed.slice(1) : `−${trimmed.replace(/^\+/, '')}`;
}
