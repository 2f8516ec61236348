// Today's call beside a what-if that ends it: that it is still there, by when it is due, and its tabs, worked out on the
// account as it is today.
import { type ComponentType, useMemo } from 'react';
import { findDueDates } from '@/engine/due-date';
import { selectCallDay } from '@/state/call-day';
import { selectView } from '@/state/figures';
import { backToToday } from '@/state/lever-edits';
import { useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { isStanding, type Standing, selectVerdict } from '@/state/verdict';
import { StrongText } from '@/ui/strong-text';
import { todaysCallWords } from './by-when-words';
import styles from './ways.module.css';
import type { WaysTabProps } from './ways-tabs';

/** Whether the account is in a call today and the what-if on show ends it. */
export function isEndedByWhatIf({ before, figures }: Standing): boolean {
  return before.excess.sign() < 0 && figures.excess.sign() >= 0;
}

/** The account as it is today, as the tabs are handed it; null where the what-if ends no call. */
export function useTodaysCall({ document, standing, room }: WaysTabProps): WaysTabProps | null {
  const isEnded = isEndedByWhatIf(standing);
  const today = useMemo(() => (isEnded ? backToToday(document) : null), [isEnded, document]);
  if (today === null) return null;
  const view = selectView(today);
  const then = selectVerdict(view);
  return isStanding(then) ? { document: today, view, standing: then, room } : null;
}

/** That nothing more is called for, and that today's call is still to be met. */
export function TodaysCall({ standing }: Pick<WaysTabProps, 'standing'>) {
  const calledOn = useDesk(selectCallDay);
  const due = standing.days === null ? null : findDueDates(calledOn, standing.days);
  return (
    <p>
      <StrongText text={todaysCallWords(standing, due, localDay())} />
    </p>
  );
}

interface AboutTodayProps {
  readonly today: WaysTabProps;
  readonly Content: ComponentType<WaysTabProps>;
}

/** A tab about today's call, and that it is about that. */
export function AboutToday({ today, Content }: AboutTodayProps) {
  return (
    <>
      <p className={styles.note}>On the account as it is today, without the what-if.</p>
      <Content {...today} />
    </>
  );
}
