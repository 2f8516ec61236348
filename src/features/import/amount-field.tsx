// An amount that the file does not say, typed beside the preview.
import { useState } from 'react';
import { DecimalInput } from '@/ui/decimal-input';
import { groupThousands } from '@/ui/decimal-text';
import { readMoney } from '@/ui/typed-figures';

interface AmountFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Decimal text; null while nothing is typed. */
  readonly amount: string | null;
  /** Whether it was asked for in vain. */
  readonly isMissing: boolean;
  readonly onAmount: (amount: string | null) => void;
}

/** One amount in dollars. What cannot be read stays with its reason, and counts as not typed. */
export function AmountField({ id, label, hint, amount, isMissing, onAmount }: AmountFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  // What Escape brings back.
  const [before, setBefore] = useState(amount);
  const text = typed ?? groupThousands(amount ?? '');
  const isEmpty = text.trim() === '';
  const reading = isEmpty ? null : readMoney(text);
  const missing = isMissing && amount === null ? 'Type an amount; 0 where there is none.' : null;
  const error = reading?.ok === false && (isLeft || isMissing) ? reading.message : isEmpty ? missing : null;
  const show = (next: string) => {
    if (typed === null) setBefore(amount);
    setTyped(next);
    setLeft(false);
    const figure = next.trim() === '' ? null : readMoney(next);
    onAmount(figure?.ok === true ? figure.value : null);
  };
  const leave = () => {
    setLeft(true);
    if (reading?.ok !== false) setTyped(null);
  };
  return (
    <DecimalInput
      id={id}
      label={label}
      text={text}
      prefix="$"
      hint={hint}
      error={error}
      onText={show}
      onLeave={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        if (event.key !== 'Escape' || typed === null) return;
        // It is this field's: the dialog stays.
        event.preventDefault();
        setTyped(null);
        onAmount(before);
      }}
    />
  );
}
