// By when a call is to be met: its day, the trading days after it one by one, and what the broker's pages say of them.
import { findDueDates, findLatestDay, listDays } from '@/engine/due-date';
import { finraMargin } from '@/presets/call-facts';
import { isCallDay, selectCallDay } from '@/state/call-day';
import { setCalledOn, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { CallDayField } from '@/ui/call-day-field';
import { callDayNote } from '@/ui/day';
import { StrongText } from '@/ui/strong-text';
import { dueWords, latestWords, stretchesOf } from './by-when-words';
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
  const isSaid = useDesk((desk) => desk.calledOn !== null);
  const today = localDay();
  const { days } = standing;
  const due = days === null ? null : findDueDates(calledOn, days);
  const latest = findLatestDay(calledOn);
  const end = endOf(due?.to ?? latest ?? calledOn, latest, today);
  const listed = listDays(calledOn, end);
  return (
    <>
      <CallDayField
        calledOn={calledOn}
        today={today}
        isSaid={isSaid}
        note={callDayNote(listed[0], today)}
        isDay={isCallDay}
        onDay={setCalledOn}
      />
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
