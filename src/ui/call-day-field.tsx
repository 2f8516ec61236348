// The day of a margin call: what cannot be counted from is said at the field, with the day that the figures still use.
import { useEffect, useId, useRef, useState } from 'react';
import { formatDayAndYear } from '@/ui/day';
import styles from './call-day-field.module.css';

interface CallDayFieldProps {
  /** Days as YYYY-MM-DD. */
  readonly calledOn: string;
  readonly today: string;
  /** Whether somebody said the day. */
  readonly isSaid: boolean;
  /** What the day makes worth knowing; may be empty. */
  readonly note: string;
  /** Whether a text is a day that can be counted from. */
  readonly isDay: (text: string) => boolean;
  /** Takes the day; null for today. */
  readonly onDay: (day: string | null) => void;
}

/**
 * The day of the call. What is no day that can be counted from is said at once and the day stays what it was; a year
 * that is still being typed is waited for. An empty field is today once it is left.
 */
export function CallDayField({ calledOn, today, isSaid, note, isDay, onDay }: CallDayFieldProps) {
  const [problem, setProblem] = useState<'empty' | 'wrong' | null>(null);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The browser keeps half a date to itself: it is only told when the day changes elsewhere.
  useEffect(() => {
    const field = input.current;
    if (field !== null && field !== document.activeElement && field.value !== calledOn)
      field.value = calledOn;
  }, [calledOn]);
  return (
    <div className={`labeled ${styles.day}`}>
      <label htmlFor={id}>Day of the call</label>
      <input
        id={id}
        className="control"
        ref={input}
        type="date"
        min="2000-01-01"
        max="2100-12-31"
        defaultValue={calledOn}
        aria-invalid={problem === 'wrong'}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          const found = problemOf(currentTarget, isDay);
          setProblem(found === 'wrong' && value.startsWith('0') ? null : found);
          if (found === null) onDay(value);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') setProblem(problemOf(currentTarget, isDay));
        }}
        onBlur={({ currentTarget }) => {
          const found = problemOf(currentTarget, isDay);
          setProblem(found === 'wrong' ? found : null);
          if (found !== 'empty') return;
          onDay(null);
          currentTarget.value = today;
        }}
      />
      <span id={`${id}-note`} className={problem === 'wrong' ? styles.error : 'note'}>
        {problem !== null
          ? `${problemWords[problem]} The figures still use ${formatDayAndYear(calledOn)}.`
          : note !== ''
            ? note
            : isSaid
              ? ''
              : 'Today, until you say otherwise.'}
      </span>
    </div>
  );
}

const problemWords = {
  wrong: 'Type a day that exists, from January 1, 2000 to December 31, 2100.',
  empty: 'Left empty, it is today.',
} as const;

/** What is wrong with what stands in the field; the browser keeps half a date or a day that is none to itself. */
function problemOf(
  { value, validity }: HTMLInputElement,
  isDay: CallDayFieldProps['isDay'],
): 'empty' | 'wrong' | null {
  if (isDay(value)) return null;
  return value === '' && !validity.badInput ? 'empty' : 'wrong';
}
