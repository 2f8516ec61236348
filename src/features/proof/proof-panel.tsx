// Behind the figures: the math, the holdings, the two lines, the brokers and what is assumed, one tab each. It follows a
// slider a moment later; holdings with their chart, brokers, and all of it with many holdings, when the slider is released.
import { Tabs } from '@base-ui/react/tabs';
import { useDeferredValue } from 'react';
import type { AccountInput } from '@/engine/account';
import { selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { selectDocument, useDesk } from '@/state/store';
import tabStyles from '@/ui/tabs.module.css';
import { AssumptionsTab } from './assumptions-tab';
import { BrokersTab } from './brokers-tab';
import type { Goal } from './figures-row';
import { HoldingsTab } from './holdings-tab';
import { LinesTab } from './lines-tab';
import { MathTab } from './math-tab';
import styles from './proof.module.css';
import { type ProofTab, proofTabs } from './proof-tabs';

/** The tab on show is kept by the row of figures, so that it outlives the panel. */
export interface ProofPanelProps {
  readonly id: string;
  readonly tab: ProofTab;
  readonly onTab: (tab: ProofTab) => void;
  readonly goal: Goal | null;
  readonly onGoal: (goal: Goal | null) => void;
}

/** With more holdings than this every tab waits for a gesture's end; holdings with their chart and brokers always do. */
const mostLive = 20;

function isLive(tab: ProofTab, { positions }: AccountInput): boolean {
  return tab !== 'holdings' && tab !== 'brokers' && positions.length <= mostLive;
}

/** The tabs and the one on show. */
export function ProofPanel({ id, tab, onTab, goal, onGoal }: ProofPanelProps) {
  const document = useDesk((desk) =>
    isLive(tab, desk.history.present.account) ? selectDocument(desk) : desk.history.present,
  );
  const isWaiting = useDesk(({ draft, history }) => draft !== null && !isLive(tab, history.present.account));
  const view = useDeferredValue(selectView(document));
  const explanation = selectExplanation(view);
  return (
    <Tabs.Root
      id={id}
      className={tabStyles.tabs}
      value={tab}
      onValueChange={(value: ProofTab) => onTab(value)}
    >
      <h2 className="visually-hidden">Math and details</h2>
      <Tabs.List className={tabStyles.list} activateOnFocus aria-label="Math and details">
        {proofTabs.map(({ id: each, title }) => (
          <Tabs.Tab key={each} value={each} className={tabStyles.tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {isWaiting && <p className={styles.waiting}>Follows when you let go</p>}
      {proofTabs.map(({ id: each }) => (
        <Tabs.Panel
          key={each}
          value={each}
          className={`${tabStyles.content} ${styles.panel}`}
          data-waiting={isWaiting || undefined}
        >
          {explanation === null || !view.ok ? (
            <p>There are no figures to explain.</p>
          ) : each === 'math' ? (
            <MathTab explanation={explanation} goal={goal} onGoal={onGoal} />
          ) : each === 'holdings' ? (
            <HoldingsTab explanation={explanation} />
          ) : each === 'lines' ? (
            <LinesTab explanation={explanation} />
          ) : each === 'brokers' ? (
            <BrokersTab explanation={explanation} />
          ) : (
            <AssumptionsTab explanation={explanation} />
          )}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
