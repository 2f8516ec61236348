// A line of words: kept on Enter and on leaving, left as it was on Escape.
import { useState } from 'react';

/** The field, and what happens with what is typed. */
export interface TextLineProps {
  readonly label: string;
  readonly value: string;
  readonly mostLetters: number;
  readonly onText: (text: string) => void;
}

/** The labelled field. */
export function TextLine({ label, value, mostLetters, onText }: TextLineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    if (typed !== null && typed !== value) onText(typed);
    setTyped(null);
  };
  return (
    <label className="labeled">
      <span>{label}</span>
      <input
        className="control"
        maxLength={mostLetters}
        autoComplete="off"
        value={typed ?? value}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={finish}
        onKeyDown={({ key }) => {
          if (key === 'Enter') finish();
          if (key === 'Escape') setTyped(null);
        }}
      />
    </label>
  );
}
