// By when a call is to be met: its day, the trading days after it one by one, and what the broker's pages say of them.
import { useEffect, useId, useRef, useState } from 'react';
import { findDueDates, findLatestDay, listDays } from '@/engine/due-date';
import { finraMargin } from '@/presets/call-facts';
import { isCallDay, selectCallDay } from '@/state/call-day';
import { setCalledOn, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { formatDayAndYear } from '@/ui/day';
import { StrongText } from '@/ui/strong-text';
import { dayNote, dueWords, latestWords, stretchesOf } from './by-when-words';
import styles from './dated.module.css';
import { FactList, PageLink } from './fact-list';
import type { WaysTabProps } from './ways-tabs';

/** The day of the call and its due date; a broker that makes no call has neither. */
export function ByWhenTab({ view, standing }: WaysTabProps) {
  if (!view.ok) return null;
  const { id, input } = view.scene.ruleSet;
  const name = input.name;
  const may = standing.isWhatIf ? 'could' : 'may';
  return (
    <div className={styles.dated}>
      {standing.isLiquidated ? (
        <p>
          <strong>
            {name} makes no call and gives no time: below the requirement it {may} sell at once.
          </strong>
        </p>
      ) : (
        <Counted standing={standing} />
      )}
      <FactList title={`What ${name} says of the time`} rules={id} about="deadline" />
      <FactList title={`How a call is met at ${name}`} rules={id} about="steps" />
      {!standing.isLiquidated && (
        <p className="note">
          {input.source !== undefined && `The days are those of: ${input.source}. `}
          Trading days are New York’s (NYSE Rule 7.2): without weekends, holidays and the days on which it
          stayed closed.
        </p>
      )}
    </div>
  );
}

function Counted({ standing }: Pick<WaysTabProps, 'standing'>) {
  const calledOn = useDesk(selectCallDay);
  const today = localDay();
  const { days } = standing;
  const due = days === null ? null : findDueDates(calledOn, days);
  const latest = findLatestDay(calledOn);
  const end = endOf(due?.to ?? latest ?? calledOn, latest, today);
  const listed = listDays(calledOn, end);
  return (
    <>
      <DayOfCall calledOn={calledOn} note={dayNote(listed[0], today)} />
      <p className={styles.due}>
        <StrongText text={dueWords(standing, due, calledOn, today)} />
      </p>
      <div className={styles.days}>
        <ol className={styles.timeline} aria-label="Each day from the call on">
          {stretchesOf(listed, days, today).map(({ key, lines, isTrading, hasDot, isToday, isDue }) => (
            <li
              key={key}
              data-trading={isTrading || undefined}
              data-dot={hasDot || undefined}
              data-today={isToday || undefined}
              data-due={isDue || undefined}
            >
              {lines.map(({ text, kind }) =>
                kind === 'today' ? (
                  <strong key={text}>{text}</strong>
                ) : (
                  <span key={text} className={kind === 'date' ? styles.date : undefined}>
                    {text}
                  </span>
                ),
              )}
            </li>
          ))}
        </ol>
      </div>
      {latest !== null && (
        <p className="note">
          {latestWords(latest, today)} <PageLink page={finraMargin} />, paragraph (f)(6).
        </p>
      )}
    </>
  );
}

/** As far as the days are listed: to the due date, or to today where that is later, and no further than FINRA's time. */
function endOf(due: string, latest: string | null, today: string): string {
  if (latest !== null && due > latest) return latest;
  return today > due && latest !== null && today <= latest ? today : due;
}

/**
 * The day of the call. What is no day that can be counted from is said at once and the day stays what it was; a year
 * that is still being typed is waited for. An empty field is today once it is left.
 */
function DayOfCall({ calledOn, note }: { readonly calledOn: string; readonly note: string }) {
  const [problem, setProblem] = useState<'empty' | 'wrong' | null>(null);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The browser keeps half a date to itself: it is only told when the day changes elsewhere.
  useEffect(() => {
    const field = input.current;
    if (field !== null && field !== document.activeElement && field.value !== calledOn)
      field.value = calledOn;
  }, [calledOn]);
  const isSaid = useDesk((desk) => desk.calledOn !== null);
  return (
    <div className={`labeled ${styles.day}`}>
      <label htmlFor={id}>The call is of</label>
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
          const found = problemOf(currentTarget);
          setProblem(found === 'wrong' && value.startsWith('0') ? null : found);
          if (found === null) setCalledOn(value);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') setProblem(problemOf(currentTarget));
        }}
        onBlur={({ currentTarget }) => {
          const found = problemOf(currentTarget);
          setProblem(found === 'wrong' ? found : null);
          if (found !== 'empty') return;
          setCalledOn(null);
          currentTarget.value = localDay();
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
function problemOf({ value, validity }: HTMLInputElement): 'empty' | 'wrong' | null {
  if (isCallDay(value)) return null;
  return value === '' && !validity.badInput ? 'empty' : 'wrong';
}
