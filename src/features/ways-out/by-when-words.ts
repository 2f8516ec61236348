// By when a call is to be met, in words, and what each calendar day on the way is.
import type { CountedDay, DueDates } from '@/engine/due-date';
import type { Closure, Holiday } from '@/engine/trading-days';
import type { Standing } from '@/state/verdict';
import { formatShortDay, formatWeekday } from '@/ui/day';
import { formatCall } from '@/ui/format';

/** The due date, or between which days; always also sooner. */
export function dueWords(
  { days, isWhatIf }: Standing,
  due: DueDates | null,
  calledOn: string,
  today: string,
): string {
  const called = formatWeekday(calledOn, today);
  if (days === null) {
    return `These rules name no number of days: the broker sets it, and may sell sooner, without notice.`;
  }
  if (due === null) return 'Trading days are known for the years 2000 to 2100.';
  const [from, to] = [formatWeekday(due.from, today), formatWeekday(due.to, today)];
  const count = days.from === days.to ? `${days.to}` : `${days.from} to ${days.to}`;
  const counted = `${count} business ${days.to === 1 ? 'day' : 'days'} after ${called}`;
  const when = days.from === days.to ? `by ${from}` : `between ${from} and ${to}`;
  if (today > due.to) {
    return `It was due **${when}**, ${counted}: that day is over, and the broker may sell at any time, without notice.`;
  }
  const is = isWhatIf ? 'It would be due' : 'Due';
  return `${is} **${when}**, ${counted}, or sooner, without notice.`;
}

/** That a what-if asks for nothing more, and what is called for today, by when. Bold between stars. */
export function todaysCallWords(
  { figures, days, isLiquidated, brokerName }: Standing,
  due: DueDates | null,
  today: string,
): string {
  const call = `**${formatCall(figures.excess.negated())}**`;
  if (isLiquidated)
    return `With what is in the what-if nothing more is missing. Today the account is ${call} below the requirement, and ${brokerName} may sell at once.`;
  const then = `With what is in the what-if nothing more is called for. Today’s call of ${call}`;
  if (days === null || due === null)
    return `${then} is still to be met; the broker may sell sooner, without notice.`;
  const [from, to] = [formatWeekday(due.from, today), formatWeekday(due.to, today)];
  const when = days.from === days.to ? `by ${from}` : `between ${from} and ${to}`;
  return today > due.to
    ? `${then} was due ${when}: the broker may sell at any time, without notice.`
    : `${then} is due ${when}, or sooner, without notice.`;
}

/** The longest that any broker may wait. */
export function latestWords(latest: string, today: string): string {
  return `No broker may wait longer than 15 business days, here ${formatWeekday(latest, today)}, unless FINRA grants it more; it has to obtain the money “as promptly as possible”.`;
}

/** A line of a stretch: a date, what that day is, or that it is today. */
export interface StretchLine {
  readonly text: string;
  readonly kind: 'date' | 'words' | 'today';
}

/** One or more calendar days that stand together: each by itself, but a weekend as one. */
export interface Stretch {
  readonly key: string;
  /** "Mon, Nov 23" and what it is, in lines of their own; of a weekend both days, each above its own marks. */
  readonly lines: readonly StretchLine[];
  readonly isTrading: boolean;
  /** A trading day, or the day of the call. */
  readonly hasDot: boolean;
  readonly isToday: boolean;
  readonly isDue: boolean;
}

/** The days on the way, weekends put together, each with what it is. */
export function stretchesOf(
  days: readonly CountedDay[],
  due: { readonly from: number; readonly to: number } | null,
  today: string,
): readonly Stretch[] {
  const groups = days.reduce<CountedDay[][]>((all, each) => {
    const last = all.at(-1);
    const isJoined = each.kind.kind === 'weekend' && last?.[0]?.kind.kind === 'weekend';
    if (last !== undefined && isJoined) last.push(each);
    else all.push([each]);
    return all;
  }, []);
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, count } = first;
    const isDue = due !== null && count !== null && count >= due.from && count <= due.to && count > 0;
    const isTrading = kind.kind === 'open' || kind.kind === 'earlyClose';
    return [
      {
        key: first.day,
        lines: linesOf(group, {
          called: days[0]?.day,
          today,
          words: [
            ...(count !== null && count > 0 ? [`day ${count}${dueMark(count, due)}`] : []),
            ...closedWords(first),
          ],
        }),
        hasDot: isTrading || first === days[0],
        isTrading,
        isToday: group.some(({ day }) => day === today),
        isDue,
      },
    ];
  });
}

/** Of one day its date, what it is and whether it is today; of two each mark right below its own date. */
function linesOf(
  group: readonly CountedDay[],
  said: { readonly called: string | undefined; readonly today: string; readonly words: readonly string[] },
): readonly StretchLine[] {
  const words = said.words.map((text): StretchLine => ({ text, kind: 'words' }));
  const days = group.map(({ day }) => ({
    head: [
      { text: formatShortDay(day), kind: 'date' },
      ...(day === said.called ? [{ text: 'the call', kind: 'words' } as const] : []),
    ] satisfies StretchLine[],
    foot: (day === said.today ? [{ text: 'today', kind: 'today' }] : []) satisfies StretchLine[],
  }));
  return days.length === 1
    ? days.flatMap(({ head, foot }) => [...head, ...words, ...foot])
    : [...days.flatMap(({ head, foot }) => [...head, ...foot]), ...words];
}

function dueMark(count: number, due: { readonly from: number; readonly to: number } | null): string {
  if (due === null) return '';
  if (due.from === due.to) return count === due.to ? ', due' : '';
  return count === due.from ? ', due at the earliest' : count === due.to ? ', due at the latest' : '';
}

function closedWords({ kind }: CountedDay): string[] {
  switch (kind.kind) {
    case 'open':
      return [];
    case 'earlyClose':
      return ['closes at 1 p.m.'];
    case 'weekend':
      return ['weekend'];
    case 'holiday':
      return [`closed: ${holidayNames[kind.holiday]}`];
    case 'closure':
      return [`closed: ${closureNames[kind.closure]}`];
  }
}

const holidayNames = {
  newYear: 'New Year’s Day',
  martinLutherKing: 'Martin Luther King Jr. Day',
  washington: 'Washington’s Birthday',
  goodFriday: 'Good Friday',
  memorial: 'Memorial Day',
  juneteenth: 'Juneteenth',
  independence: 'Independence Day',
  labor: 'Labor Day',
  thanksgiving: 'Thanksgiving',
  christmas: 'Christmas',
} as const satisfies Record<Holiday, string>;

const closureNames = {
  september11: 'attacks of September 11',
  reagan: 'mourning for President Reagan',
  ford: 'mourning for President Ford',
  sandy: 'Hurricane Sandy',
  bush: 'mourning for President George H. W. Bush',
  carter: 'mourning for President Carter',
} as const satisfies Record<Closure, string>;
