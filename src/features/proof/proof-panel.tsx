// Behind the figures: the math, the holdings, the two lines, the map, the brokers and what is assumed, one tab each. It
// follows a slider a moment later; holdings with their chart, brokers, and all of it with many holdings, when the slider
// is released. The map sees to itself.
import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useDeferredValue } from 'react';
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
  /** What the tab of the map shows; without it there is none. */
  readonly map?: ReactNode;
}

/** With more holdings than this every tab waits for a gesture's end; holdings with their chart and brokers always do. */
const mostLive = 20;

function isLive(tab: ProofTab, { positions }: AccountInput): boolean {
  return tab !== 'holdings' && tab !== 'brokers' && tab !== 'map' && positions.length <= mostLive;
}

/** The tabs and the one on show. */
export function ProofPanel({ id, tab, onTab, goal, onGoal, map }: ProofPanelProps) {
  const document = useDesk((desk) =>
    isLive(tab, desk.history.present.account) ? selectDocument(desk) : desk.history.present,
  );
  const isWaiting = useDesk(
    ({ draft, history }) => draft !== null && tab !== 'map' && !isLive(tab, history.present.account),
  );
  const tabs = proofTabs.filter((each) => each.id !== 'map' || map !== undefined);
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
        {tabs.map(({ id: each, title }) => (
          <Tabs.Tab key={each} value={each} className={tabStyles.tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {isWaiting && <p className={styles.waiting}>Follows when you let go</p>}
      {tabs.map(({ id: each }) => (
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
          ) : each === 'map' ? (
            map
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
