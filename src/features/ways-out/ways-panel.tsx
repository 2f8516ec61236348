// Ways out: what ends a call, or makes room, in tabs of which each does its own part. Opens by itself in a call; closed,
// nothing is computed. It follows a slider when that is let go: until then it would move the slider under the finger.
import { Tabs } from '@base-ui/react/tabs';
import { useDeferredValue, useState } from 'react';
import { glossary } from '@/presets/glossary';
import { isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { firstRoom } from '@/state/room-side';
import { useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import { Fold } from '@/ui/fold';
import tabStyles from '@/ui/tabs.module.css';
import { WordsAsked } from '@/ui/words-asked';
import { AboutToday, isEndedByWhatIf, TodaysCall, useTodaysCall } from './todays-call';
import styles from './ways.module.css';
import { type WaysTabProps, waysTabs } from './ways-tabs';

/** The section; nothing without an account that can be judged. */
export function WaysPanel() {
  const document = useDeferredValue(useDesk(({ history }) => history.present));
  const opened = useDesk((desk) => desk.opened);
  const isMoving = useDesk(({ draft }) => draft !== null);
  const [wish, setWish] = useState<{ readonly isOpen: boolean; readonly opened: number } | null>(null);
  const room = useDesk(({ plan }) => plan.room);
  const view = selectView(document);
  const verdict = selectVerdict(view);
  // A wish is about the account on show; another one opens by itself or not.
  const wanted = wish?.opened === opened ? wish.isOpen : null;
  if (!isStanding(verdict)) return null;
  // A what-if that ends today's call leaves it to be met.
  const isInCall = verdict.figures.excess.sign() < 0 || isEndedByWhatIf(verdict);
  // Without a loan, and in an example that is in no call, nothing is asked for: but what was opened stays.
  if (wanted !== true && !isInCall && (verdict.kind === 'noLoan' || isExample(document))) return null;
  const isOpen = wanted ?? isInCall;
  const keepOpen = () => {
    if (wanted !== true) setWish({ isOpen: true, opened });
  };
  return (
    <section aria-label="Ways out">
      <Fold
        title={isInCall ? 'Ways out' : 'How to have more room'}
        isOpen={isOpen}
        onToggle={() => setWish({ isOpen: !isOpen, opened })}
      >
        {(id) => (
          // What was touched stays, also when the call it opened for is over: it must not close under the hand that ends it.
          <div
            id={id}
            className={styles.ways}
            data-waiting={isMoving || undefined}
            onFocusCapture={keepOpen}
            onPointerDownCapture={keepOpen}
          >
            <WaysTabs document={document} view={view} standing={verdict} room={room ?? firstRoom(view)} />
          </div>
        )}
      </Fold>
    </section>
  );
}

const { call, equity, excess, requirement, rate, callPoint } = glossary;
/** The words of the ways, in the order in which they come up. */
const words = [call, requirement, rate, equity, excess, callPoint];

function WaysTabs(props: WaysTabProps) {
  const today = useTodaysCall(props);
  const [wanted, setWanted] = useState('each');
  const isInCall = props.standing.figures.excess.sign() < 0;
  const tabs = waysTabs.filter(({ onlyInCall }) => !onlyInCall || isInCall || today !== null);
  const shown = tabs.find(({ id }) => id === wanted) ?? tabs[0];
  return (
    <>
      {today !== null && <TodaysCall standing={today.standing} />}
      <Tabs.Root
        className={tabStyles.tabs}
        value={shown?.id}
        onValueChange={(value: string) => setWanted(value)}
      >
        <Tabs.List className={tabStyles.list} activateOnFocus aria-label="Ways out">
          {tabs.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id} className={tabStyles.tab}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id, onlyInCall, Content }) => (
          <Tabs.Panel key={id} value={id} className={tabStyles.content}>
            {onlyInCall && today !== null ? (
              <AboutToday today={today} Content={Content} />
            ) : (
              <Content {...props} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
      <WordsAsked entries={words} />
    </>
  );
}
