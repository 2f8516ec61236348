// The page: puts the panels in their places. It knows no rule and holds no figure.

import { lazy, Suspense } from 'react';
import { AccountPanel } from '@/features/account/account-panel';
import { Answer } from '@/features/answer/answer';
import { AnswerKey } from '@/features/answer/answer-key';
import { ExplainDoor } from '@/features/explain/explain-door';
import { ExplainPanel } from '@/features/explain/explain-panel';
import { PrintedBeforeNow } from '@/features/explain/printed-before-now';
import { PrintedExplanation } from '@/features/explain/printed-explanation';
import { wordReasons } from '@/features/explain/reason-words';
import { wordUnread } from '@/features/explain/unread-words';
import { wordEnds } from '@/features/explain/way-words';
import { ElsewhereNotice } from '@/features/files/elsewhere-notice';
import { FileNotice } from '@/features/files/file-notice';
import { FilesMenu } from '@/features/files/files-menu';
import { wordIssues } from '@/features/files/issue-words';
import { HistoryButtons } from '@/features/history/history-buttons';
import { ImportDoor, ImportItem } from '@/features/import/import-door';
import { ImportHost } from '@/features/import/import-host';
import { IncompleteBanner } from '@/features/import/incomplete-banner';
import { PageTools } from '@/features/look/page-tools';
import { selectCurveSheet } from '@/features/market/curve-csv';
import { MarketPanel } from '@/features/market/market-panel';
import { PrintedChart } from '@/features/market/printed-chart';
import { OnPaper } from '@/features/paper/on-paper';
import { Paper } from '@/features/paper/paper';
import { PaperLine } from '@/features/paper/paper-line';
import { AccountMenu } from '@/features/presets/account-menu';
import { ExampleNote } from '@/features/presets/example-note';
import { FiguresRow } from '@/features/proof/figures-row';
import {
  PrintedAssumptions,
  PrintedFigures,
  PrintedHoldings,
  PrintedMath,
} from '@/features/proof/printed-proof';
import { SavedCopyNotice } from '@/features/saved-copy/saved-copy-notice';
import { SayIt } from '@/features/say/say-it';
import { CompareSection } from '@/features/scenarios/compare-section';
import { KeepIt } from '@/features/scenarios/keep-it';
import { KeptContent, KeptState } from '@/features/scenarios/kept-row';
import { Sections } from '@/features/sections/sections';
import { LinkNotes } from '@/features/share/link-notes';
import { ShareButton } from '@/features/share/share-button';
import { TradeDoor } from '@/features/trades/trade-door';
import { UpdatePrompt } from '@/features/updates/update-prompt';
import { Announcer } from '@/features/verdict/announcer';
import { PhoneLine } from '@/features/verdict/phone-line';
import { PrintedVerdict } from '@/features/verdict/printed-verdict';
import { wordVerdict } from '@/features/verdict/sentences';
import { wordStanding, wordStatus } from '@/features/verdict/status-line';
import { VerdictPanel } from '@/features/verdict/verdict-panel';
import { PrintedWays } from '@/features/ways-out/printed-ways';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { describeRefusal } from '@/features/what-if/change-words';
import { listSpokenChanges } from '@/features/what-if/list-change-words';
import { PrintedChanges } from '@/features/what-if/printed-changes';
import { WhatIfPanel } from '@/features/what-if/what-if-panel';
import { selectSpoken, selectSpokenExplained } from '@/state/redacted';
import { selectAccount, useDesk } from '@/state/store';
import { selectTypedView } from '@/state/typed-view';
import { useCalled } from '@/state/use-called';
import { useMedia } from '@/ui/media';
import styles from '@/ui/page.module.css';

const FrontierTab = lazy(() =>
  import('@/features/frontier/frontier-tab').then(({ FrontierTab: tab }) => ({ default: tab })),
);

// One element: the figures are not handed another with every pass.
const map = (
  <Suspense fallback={<p>…</p>}>
    <FrontierTab />
  </Suspense>
);

/** The whole page. On a narrow one the answer comes before the account, on screen and in reading order alike. */
export function App() {
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const isNarrow = useMedia('screen and (max-width: 64rem)');
  const isCalled = useCalled() && isNarrow;
  const ways = (
    <Answer key="ways">
      <WaysPanel />
    </Answer>
  );
  const say = (
    <Answer key="say">
      <SayIt wordVerdict={wordVerdict} listChanges={listSpokenChanges} />
    </Answer>
  );
  const compare = <CompareSection key="compare" wordRefusal={describeRefusal} />;
  const charted = [<MarketPanel key="market" />, <FiguresRow key="figures" map={map} />, compare, say];
  const isExplaining = useDesk((desk) => desk.story.isOpen);
  const stage = isExplaining ? (
    <div key="explain" className={styles.stage} data-explaining>
      <IncompleteBanner />
      <Answer isCover>
        <ExplainPanel>
          <SayExplained />
        </ExplainPanel>
      </Answer>
    </div>
  ) : (
    <div key="stage" className={styles.stage}>
      <Answer isCover>
        <VerdictPanel />
      </Answer>
      <IncompleteBanner />
      {isCalled ? [ways, ...charted] : [...charted, ways]}
    </div>
  );
  const Side = isNarrow ? NarrowSheet : Sheet;
  const sheet = <Side key="sheet" isExplaining={isExplaining} />;
  return (
    <div className={styles.page} data-answer={isAnswerHidden ? 'hidden' : undefined}>
      <header className={styles.header}>
        <div className={styles.brand}>
          <h1>Headroom</h1>
          {!isNarrow && <Menu isSmall={false} />}
          <PaperLine />
          <p className={styles.promise}>Educational, not advice. Nothing you type leaves this browser.</p>
        </div>
        <div className={styles.bar}>
          {isNarrow && (
            <Answer>
              <PhoneLine />
            </Answer>
          )}
          <HistoryButtons />
          {isNarrow && <Menu isSmall />}
        </div>
      </header>
      <main>
        <SavedCopyNotice />
        <FileNotice />
        <LinkNotes wordIssues={wordIssues} />
        <ElsewhereNotice />
        <div className={styles.columns}>{isNarrow ? [stage, sheet] : [sheet, stage]}</div>
      </main>
      <Answer>
        <Announcer />
      </Answer>
      <AnswerKey />
      <UpdatePrompt />
      <ImportHost />
      <OnPaper account={printed} explained={<ExplainedOnPaper />} />
    </div>
  );
}

/**
 * The account of the explanation to send or to read out: as typed, with what there would be without each cause, and with
 * the panel's own list of what ends the call.
 */
function SayExplained() {
  const explained = useDesk(selectSpokenExplained);
  const view = useDesk((desk) => selectTypedView(selectSpoken(desk).account));
  const unread = useDesk(({ story }) => wordUnread(story));
  const past = explained?.past ?? null;
  return (
    <SayIt
      wordVerdict={(verdict, details, day) => {
        const told = wordVerdict(verdict, details, day);
        const ends = explained === null ? '' : wordEnds(explained, day.calledOn, day.today);
        return ends === '' ? told : { ...told, second: ends };
      }}
      view={view}
      reasons={past === null ? [] : wordReasons(past)}
      leftOut={unread === '' ? [] : [unread]}
    />
  );
}

/** The account with its what-if. */
const printed = (
  <Paper ways={<PrintedWays />} assumptions={<PrintedAssumptions />}>
    <PrintedVerdict />
    <PrintedChanges />
    <PrintedFigures />
    <PrintedChart />
    <PrintedMath />
  </Paper>
);

/** The account as typed, before and now: a what-if that may be on show has no place beside it. */
function ExplainedOnPaper() {
  const view = useDesk((desk) => selectTypedView(selectAccount(desk)));
  return (
    <Paper isDense assumptions={<PrintedAssumptions view={view} />}>
      <PrintedExplanation />
      <PrintedMath
        view={view}
        holdings={
          <PrintedBeforeNow>
            <PrintedHoldings view={view} />
          </PrintedBeforeNow>
        }
      />
    </Paper>
  );
}

function Menu({ isSmall }: { readonly isSmall: boolean }) {
  return (
    <AccountMenu
      isSmall={isSmall}
      files={
        <FilesMenu wordStatus={wordStatus} selectCurve={selectCurveSheet}>
          <ImportItem />
          <ShareButton />
        </FilesMenu>
      }
    >
      <PageTools />
    </AccountMenu>
  );
}

/** The levers, and among them what is kept. */
function WhatIf() {
  return <WhatIfPanel kept={kept} keep={<KeepIt />} trades={<TradeDoor />} />;
}

const kept = { state: <KeptState />, content: <KeptContent wordStanding={wordStanding} /> };

interface SheetProps {
  /** A call is explained by what was and is: there is no what-if beside it. */
  readonly isExplaining: boolean;
}

/** Account and what-if side by side or one above the other. */
function Sheet({ isExplaining }: SheetProps) {
  return (
    <div className={styles.sheet}>
      {!isExplaining && <ExampleNote />}
      <AccountPanel
        door={
          <>
            <ImportDoor />
            <ExplainDoor />
          </>
        }
      />
      {!isExplaining && <WhatIf />}
    </div>
  );
}

/** The same on a small screen, one of the two at a time. */
function NarrowSheet({ isExplaining }: SheetProps) {
  return (
    <Sections
      note={isExplaining ? null : <ExampleNote />}
      account={<AccountPanel door={<ImportDoor />} />}
      whatIf={isExplaining ? null : <WhatIf />}
      door={<ExplainDoor />}
    />
  );
}
