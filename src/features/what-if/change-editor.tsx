// One change edited where it stands: its figure exactly, and its place in the order in which the changes are made.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ChangeInput } from '@/engine/scenario';
import { moveChange, neighbourOf, replaceChange } from '@/state/change-edits';
import { shownChanges } from '@/state/lever-edits';
import { commit, selectDocument, useDesk } from '@/state/store';
import { dropChanges } from '@/state/take-way';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { focusAgain } from '@/ui/focus-again';
import { figureOf } from './change-figure';
import { keepKey } from './change-keys';
import styles from './what-if.module.css';

/** The change, its place and what it is called. */
export interface ChangeEditorProps {
  readonly index: number;
  readonly change: ChangeInput;
  readonly words: string;
}

/** Field and arrows. Nothing follows while one types: a figure half typed could take the row away. */
export function ChangeEditor({ index, change, words }: ChangeEditorProps) {
  const figure = figureOf(change);
  const typed = useRef<ChangeInput | null | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const read = (text: string): FieldReading => {
    const reading = figure?.read(text) ?? { ok: true, value: undefined };
    if (!reading.ok) return reading;
    return {
      ok: true,
      show: () => {
        typed.current = reading.value;
      },
    };
  };
  const keep = () => {
    const { current: next } = typed;
    typed.current = undefined;
    // The list may be another by now: only what is still there is replaced.
    if (next === undefined || shownChanges(selectDocument(useDesk.getState()))[index] !== change) return;
    if (next === null) {
      commit(dropChanges([index]));
      return;
    }
    keepKey(change, next);
    commit(replaceChange(index, next));
  };
  return (
    <fieldset className={styles.editor} aria-label={`Edit: ${words}`}>
      {figure !== null && (
        <DecimalField
          label={figure.label}
          value={figure.shown}
          prefix={figure.prefix}
          suffix={figure.suffix}
          hasSignButton={figure.hasSign ?? false}
          read={read}
          refused={refused}
          onRefuse={(text) => setRefused(text ?? undefined)}
          onCommit={keep}
          onCancel={() => {
            typed.current = undefined;
          }}
        />
      )}
      <Arrow index={index} by={-1} words={words} />
      <Arrow index={index} by={1} words={words} />
    </fieldset>
  );
}

const arrows = {
  [-1]: { name: 'Earlier', icon: <ArrowUp aria-hidden="true" size={16} /> },
  1: { name: 'Later', icon: <ArrowDown aria-hidden="true" size={16} /> },
} as const;

function Arrow(props: { readonly index: number; readonly by: -1 | 1; readonly words: string }) {
  const { index, by, words } = props;
  const isEnd = useDesk((desk) => neighbourOf(shownChanges(selectDocument(desk)), index, by) === null);
  const { name, icon } = arrows[by];
  return (
    <button
      type="button"
      className="button square"
      aria-label={`${name}: ${words}`}
      title={name}
      aria-disabled={isEnd}
      onClick={({ currentTarget }) => {
        if (isEnd) return;
        commit(moveChange(index, by));
        focusAgain(currentTarget);
      }}
    >
      {icon}
    </button>
  );
}
