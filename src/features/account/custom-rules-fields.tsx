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
  const id = useId();
  const { register, getFieldState, formState } = useFormContext<RuleTexts>();
  const { error } = getFieldState(field, formState);
  return (
    <div className="labeled">
      <label htmlFor={id}>{label}</label>
      <input
        {...register(field)}
        className="control"
        id={id}
        type={type}
        autoComplete="off"
        maxLength={200}
        placeholder={placeholder}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
      />
      <span id={`${id}-note`} className={account.error}>
        {error?.message}
      </span>
    </div>
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
  const id = useId();
  const { register, getFieldState, formState } = useFormContext<RuleTexts>();
  const { error } = getFieldState(field, formState);
  return (
    <div className="labeled">
      <label htmlFor={id}>{label}</label>
      <select
        {...register(field)}
        className="control"
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <span id={`${id}-note`} className={account.error}>
        {error?.message}
      </span>
    </div>
  );
}
