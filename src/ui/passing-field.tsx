/** A field of a question that is asked in passing: what is typed is no part of the account and no step to undo. */
import { useRef, useState } from 'react';
import { DecimalField } from '@/ui/decimal-field';
import type { TypedFigure } from '@/ui/typed-figures';

/** The field, and what it holds as decimal text; null for nothing. */
export interface PassingFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly placeholder?: string;
  /** What it shows at rest. */
  readonly value: string;
  readonly kept: string | null;
  /** Why it cannot be done. */
  readonly problem?: string | null | undefined;
  readonly read: (text: string) => TypedFigure<string>;
  readonly onValue: (value: string | null) => void;
}

/** One such field; Escape takes back what is typed. */
export function PassingField({ kept, read, onValue, ...field }: PassingFieldProps) {
  const [refused, setRefused] = useState<string | undefined>(undefined);
  // What typing is taken back to.
  const before = useRef(kept);
  return (
    <DecimalField
      {...field}
      refused={refused}
      onRefuse={(text) => setRefused(text ?? undefined)}
      onCommit={() => {
        before.current = kept;
      }}
      onCancel={() => onValue(before.current)}
      read={(text) => {
        if (text.trim() === '') return { ok: true, show: () => onValue(null) };
        const typed = read(text);
        return typed.ok ? { ok: true, show: () => onValue(typed.value) } : typed;
      }}
    />
  );
}
