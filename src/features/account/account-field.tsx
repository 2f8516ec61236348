// One field of the account form. The form keeps its raw text and its error; a text that can be read goes to the store
// while one types and is kept on Enter or on leaving; one that cannot is remembered by the store, over a reload too.
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useAtRest } from '@/state/at-rest';
import { cancel, keepText, release, useDesk } from '@/state/store';
import { stillUsed } from '@/ui/decimal-field';
import { DecimalInput, pastedLines } from '@/ui/decimal-input';
import { fieldName, type RawTexts } from './raw-texts';
import { isFieldThere } from './table-rows';

/** What a text means to the field: what it shows at once and keeps at the end, or why it is refused. */
export type FieldReading =
  | { readonly ok: true; readonly show: () => void; readonly keep?: () => void }
  | { readonly ok: false; readonly message: string };

/** A field, its value at rest, and what happens to what is typed. */
export interface AccountFieldProps {
  /** Names the field among all fields: its gesture, its refused text, and its id unless another is given. */
  readonly field: string;
  readonly id?: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isNoteApart?: boolean;
  /** What the field shows at rest. */
  readonly value: string;
  readonly placeholder?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** What counts while a text is refused, where that is not the field's own value. */
  readonly used?: string;
  /** A hint, or one that depends on the text being typed; null at rest. */
  readonly hint?: ReactNode | ((typed: string | null) => ReactNode);
  readonly read: (text: string) => FieldReading;
  /** After a text was kept. */
  readonly onKept?: () => void;
  readonly onEnter?: (() => void) | undefined;
  /** Takes several lines pasted at once. */
  readonly onPasteLines?: (lines: readonly string[]) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One number field of the account. */
export function AccountField(props: AccountFieldProps) {
  const { field, value, prefix, suffix, read, hint, inputRef } = props;
  const id = props.id ?? field;
  const name = fieldName(field);
  const refused = useAtRest(({ texts }) => texts[field]);
  const { trigger, resetField, setValue, getValues } = useFormContext<RawTexts>();
  const { field: raw, fieldState } = useController<RawTexts>({
    name,
    defaultValue: refused ?? null,
    shouldUnregister: true,
    rules: { validate: (text) => isAccepted(text, read) },
  });
  const typed = raw.value ?? null;
  const isTyping = useRef(false);

  // A text that was refused is of no use once the value is changed elsewhere; what another field only shows may go again.
  const then = useRef({ value, refused });
  useEffect(() => {
    const { draft, gesture } = useDesk.getState();
    // A text that came with the value, as a pasted line of a new row does, is about it.
    const isOld = then.current.value !== value && then.current.refused === refused;
    if (isOld && (draft === null || gesture === field)) keepText(field, null);
    then.current = { value, refused };
  }, [field, value, refused]);
  // Refused texts come from elsewhere too: from the saved copy, from a pasted column, or gone with undo.
  useEffect(() => {
    if (isTyping.current) return;
    if (refused !== undefined) {
      setValue(name, refused);
      void trigger(name);
    } else if ((getValues(name) ?? null) !== null) {
      resetField(name, { defaultValue: null });
    }
  }, [name, refused, getValues, resetField, setValue, trigger]);

  const revert = () => {
    isTyping.current = false;
    keepText(field, null);
    cancel(field);
    resetField(name, { defaultValue: null });
  };
  const textThen = useRef('');
  const change = (next: string) => {
    if (!isTyping.current) textThen.current = typed ?? value;
    // The browser's undo leads back to what stood there: nothing is typed then.
    else if (refused === undefined && next === textThen.current) return revert();
    isTyping.current = true;
    raw.onChange(next);
    const reading = read(next);
    if (reading.ok) reading.show();
    else cancel(field);
    if (fieldState.invalid) void trigger(name);
  };
  const finish = () => {
    if (!isTyping.current || typed === null) return;
    isTyping.current = false;
    const reading = read(typed);
    if (!reading.ok) {
      cancel(field);
      keepText(field, typed);
      void trigger(name);
      return;
    }
    keepText(field, null);
    reading.keep?.();
    release(field);
    resetField(name, { defaultValue: null });
    props.onKept?.();
  };
  // A field that goes out of sight keeps what is typed in it, as on leaving; of a row that is gone nothing is kept.
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = finish;
  });
  useEffect(
    () => () => {
      if (isFieldThere(field)) leave.current();
      else cancel(field);
    },
    [field],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') revert();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    finish();
    props.onEnter?.();
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = pastedLines(event);
    if (props.onPasteLines === undefined || lines.length < 2) return;
    event.preventDefault();
    revert();
    props.onPasteLines(lines);
  };

  const message = fieldState.error?.message;
  return (
    <DecimalInput
      {...props}
      id={id}
      text={typed ?? value}
      hint={typeof hint === 'function' ? hint(typed) : hint}
      error={
        message === undefined
          ? null
          : `${message}${props.used === undefined ? stillUsed(value, prefix, suffix) : stillUsed(props.used)}`
      }
      onText={change}
      onKeyDown={onKeyDown}
      onLeave={finish}
      onPaste={onPaste}
      inputRef={inputRef}
    />
  );
}

function isAccepted(text: string | null | undefined, read: (text: string) => FieldReading): true | string {
  if (text === null || text === undefined) return true;
  const reading = read(text);
  return reading.ok || reading.message;
}
