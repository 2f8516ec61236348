// A field for words: shown while one types, kept on Enter or on leaving, taken back on Escape.
import { useEffect, useId, useState } from 'react';
import type { Edit } from '@/state/account-edits';
import { cancel, drag, release } from '@/state/store';

/** A field for words with its label. */
export function TextField({
  field,
  label,
  value,
  placeholder,
  edit,
}: {
  /** Names the gesture. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly edit: (text: string) => Edit;
}) {
  const id = useId();
  // What is typed may be nothing yet where the value never is.
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => () => release(field), [field]);
  const finish = (end: (gesture: string) => void) => {
    setTyped(null);
    end(field);
  };
  return (
    <div className="labeled">
      <label htmlFor={id}>{label}</label>
      <input
        className="control"
        id={id}
        autoComplete="off"
        maxLength={80}
        placeholder={placeholder}
        value={typed ?? value}
        data-rest={typed === null ? value : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          drag(field, edit(currentTarget.value));
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') finish(release);
          if (key === 'Escape') finish(cancel);
        }}
        onBlur={() => finish(release)}
      />
    </div>
  );
}
