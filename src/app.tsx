// The page: puts the panels in their places. It knows no rule and holds no figure.

import { AccountPanel } from '@/features/account/account-panel';
import { HistoryButtons } from '@/features/history/history-buttons';
import { MarketPanel } from '@/features/market/market-panel';
import { ExampleNote } from '@/features/presets/example-note';
import { ExamplesMenu } from '@/features/presets/examples-menu';
import { FiguresRow } from '@/features/proof/figures-row';
import { SavedCopyNotice } from '@/features/saved-copy/saved-copy-notice';
import { UpdatePrompt } from '@/features/updates/update-prompt';
import { Announcer } from '@/features/verdict/announcer';
import { PhoneLine } from '@/features/verdict/phone-line';
import { VerdictPanel } from '@/features/verdict/verdict-panel';
import { WhatIfPanel } from '@/features/what-if/what-if-panel';
import { useMedia } from '@/ui/media';
import styles from '@/ui/page.module.css';

/** The whole page. On a narrow one the answer comes before the account, on screen and in reading order alike. */
export function App() {
  const isNarrow = useMedia('(max-width: 64rem)');
  const isPhone = useMedia('(max-width: 48rem)');
  const promise = (
    <p className={styles.promise}>Educational, not advice. Nothing you type leaves this browser.</p>
  );
  const stage = (
    <div key="stage" className={styles.stage}>
      <VerdictPanel />
      <MarketPanel />
      <FiguresRow />
    </div>
  );
  const sheet = (
    <div key="sheet" className={styles.sheet}>
      <ExampleNote />
      <AccountPanel />
      <WhatIfPanel />
    </div>
  );
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>Headroom</h1>
        <PhoneLine />
        {!isPhone && promise}
        <div className={styles.actions}>
          {!isPhone && <ExamplesMenu />}
          <HistoryButtons />
        </div>
      </header>
      <main>
        {isPhone && (
          <div className={styles.below}>
            {promise}
            <ExamplesMenu />
          </div>
        )}
        <SavedCopyNotice />
        <div className={styles.columns}>{isNarrow ? [stage, sheet] : [sheet, stage]}</div>
      </main>
      <Announcer />
      <UpdatePrompt />
    </div>
  );
}
