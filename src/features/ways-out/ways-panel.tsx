// Ways out: what ends a call, or makes room, in tabs of which each does its own part. Opens by itself in a call; closed,
// nothing is computed.
import { Tabs } from '@base-ui/react/tabs';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { selectAccount, selectDocument, useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import tabStyles from '@/ui/tabs.module.css';
import styles from './ways.module.css';
import { type WaysTabProps, waysTabs } from './ways-tabs';

/** The section; nothing without an account that can be judged. */
export function WaysPanel() {
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  const verdict = selectVerdict(view);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const panel = useId();
  const isFirst = useDesk((desk) => isExample({ account: selectAccount(desk) }));
  if (!isStanding(verdict) || verdict.kind === 'noLoan') return null;
  const isInCall = verdict.figures.excess.sign() < 0;
  // An example that is in no call asks for nothing.
  if (isFirst && !isInCall) return null;
  const isOpen = wanted ?? isInCall;
  return (
    <section aria-label="Ways out" className={styles.panel}>
      <button
        type="button"
        className="button plain"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        onClick={() => setWanted(!isOpen)}
      >
        <ChevronRight aria-hidden="true" size={16} className={styles.turn} data-open={isOpen || undefined} />
        {isInCall ? 'Ways out' : 'How to have more room'}
      </button>
      {isOpen && (
        // What was touched stays, also when the call it opened for is over: it must not close under the hand that ends it.
        <div
          id={panel}
          className={styles.ways}
          onFocusCapture={() => setWanted(true)}
          onPointerDownCapture={() => setWanted(true)}
        >
          <WaysTabs view={view} standing={verdict} />
        </div>
      )}
    </section>
  );
}

/** The tabs that there are; a single one needs no row of tabs. */
function WaysTabs(props: WaysTabProps) {
  const [wanted, setWanted] = useState('each');
  const tabs = waysTabs.filter(({ onlyInCall }) => !onlyInCall || props.standing.figures.excess.sign() < 0);
  const [first] = tabs;
  if (first === undefined) return null;
  if (tabs.length === 1) return <first.Content {...props} />;
  const shown = tabs.find(({ id }) => id === wanted) ?? first;
  return (
    <Tabs.Root
      className={tabStyles.tabs}
      value={shown.id}
      onValueChange={(value: string) => setWanted(value)}
    >
      <Tabs.List className={tabStyles.list} activateOnFocus aria-label="Ways out">
        {tabs.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id} className={tabStyles.tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, Content }) => (
        <Tabs.Panel key={id} value={id} className={tabStyles.content}>
          <Content {...props} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
