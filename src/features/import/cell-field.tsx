// A cell of the preview that can be changed: kept on Enter or on leaving, taken back on Escape. What cannot be read stays in
// its field with the reason, and is never a zero.
import { type KeyboardEvent, useState } from 'react';
import { DecimalInput } from '@/ui/decimal-input';
import type { TypedFigure } from '@/ui/typed-figures';

interface CellFieldProps {
  readonly id: string;
  readonly label: string;
  /** What it shows at rest. */
  readonly value: string;
  readonly refused: string | undefined;
  readonly placeholder?: string | undefined;
  readonly prefix?: string | undefined;
  readonly read: (text: string) => TypedFigure<string>;
  readonly onKeep: (figure: string) => void;
  /** Takes a text that was refused; null once it is taken back. */
  readonly onRefuse: (text: string | null) => void;
}

/** One number of a row. */
export function CellField(props: CellFieldProps) {
  const { id, label, value, refused, read, placeholder, prefix } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? refused ?? value;
  const reading = refused === undefined && typed === null ? null : read(text);
  // What is still being typed is not called wrong.
  const error = refused !== undefined && reading?.ok === false ? reading.message : null;
  const finish = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed === (refused ?? value)) return;
    const figure = read(typed);
    if (figure.ok) props.onKeep(figure.value);
    else props.onRefuse(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      finish();
    }
    if (event.key !== 'Escape' || (typed === null && refused === undefined)) return;
    // It is this field's: the dialog stays.
    event.preventDefault();
    setTyped(null);
    props.onRefuse(null);
  };
  return (
    <DecimalInput
      id={id}
      label={label}
      isLabelHidden
      text={text}
      placeholder={placeholder}
      prefix={prefix}
      error={error}
      onText={setTyped}
      onKeyDown={onKeyDown}
      onLeave={finish}
    />
  );
}
