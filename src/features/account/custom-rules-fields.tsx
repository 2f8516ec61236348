// The fields of the editor of rules: figures, words, boxes and choices, each with its error beside it.
import { type ReactNode, useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { DecimalInput } from '@/ui/decimal-input';
import account from './account.module.css';
import styles from './custom-rules.module.css';
import type { RuleFigure, RuleTexts } from './custom-rules-reading';

/** A number as text; Enter uses the rules. */
export function FigureField({
  field,
  ...look
}: {
  readonly field: RuleFigure;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly placeholder?: string;
}) {
  const id = useId();
  const { field: raw, fieldState } = useController<RuleTexts, RuleFigure>({ name: field });
  return (
    <DecimalInput
      {...look}
      id={id}
      text={raw.value}
      error={fieldState.error?.message ?? null}
      onText={raw.onChange}
      onKeyDown={() => {}}
      onLeave={raw.onBlur}
      inputRef={raw.ref}
    />
  );
}

/** Words, or a day. */
export function WordsField({
  field,
  label,
  placeholder,
  type = 'text',
}: {
  readonly field: 'name' | 'source' | 'asOf';
  readonly label: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date';
}) {
  const { control, error } = useControl(field);
  return (
    <Labeled id={control.id} label={label} error={error}>
      <input {...control} type={type} autoComplete="off" maxLength={200} placeholder={placeholder} />
    </Labeled>
  );
}

/** A box to tick. */
export function CheckRow({
  field,
  children,
}: {
  readonly field: 'leverageRule' | 'hasTable';
  readonly children: ReactNode;
}) {
  const { register } = useFormContext<RuleTexts>();
  return (
    <label className={styles.check}>
      <input type="checkbox" {...register(field)} />
      <span>{children}</span>
    </label>
  );
}

/** One of a few. */
export function Choice({
  field,
  label,
  options,
}: {
  readonly field: 'mode' | 'of' | 'saleOrder';
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
}) {
  const { control, error } = useControl(field);
  return (
    <Labeled id={control.id} label={label} error={error}>
      <select {...control}>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Labeled>
  );
}

/** What an input or a choice of the form needs, and what is wrong with it. */
function useControl(field: 'name' | 'source' | 'asOf' | 'mode' | 'of' | 'saleOrder') {
  const id = useId();
  const { register, getFieldState, formState } = useFormContext<RuleTexts>();
  const { error } = getFieldState(field, formState);
  const control = {
    ...register(field),
    id,
    className: 'control',
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-note`,
  };
  return { control, error: error?.message };
}

/** A label above its field, and what is wrong below it. */
function Labeled({
  id,
  label,
  error,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="labeled">
      <label htmlFor={id}>{label}</label>
      {children}
      <span id={`${id}-note`} className={account.error}>
        {error}
      </span>
    </div>
  );
}
