// Equity − required = above, the equity ratio and the distances: each with what it was today. Below it, on demand,
// how each of them comes about.
import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, memo, type ReactNode, Suspense, useId, useState } from 'react';
import type { GlossaryEntry } from '@/presets/glossary';
import { isExample } from '@/state/account-edits';
import { selectIsIncomplete } from '@/state/excluded';
import { selectView, type View } from '@/state/figures';
import { reachesOf, sceneToday } from '@/state/reach';
import type { Figures, Scene } from '@/state/scene';
import { selectAccount, selectDocument, useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import { Change } from '@/ui/change';
import { formatCall, formatEquityRatio, formatSum, type SumWords } from '@/ui/format';
import { Term } from '@/ui/term';
import styles from './figures.module.css';
import type { ProofTab } from './proof-tabs';
import { listReaches, type ReachWords } from './reach-words';
import { stepTerm } from './step-terms';

const ProofPanel = lazy(() => import('./proof-panel').then(({ ProofPanel: panel }) => ({ default: panel })));

/** The step of the math that a figure’s name leads to, by its id. */
export type Goal = string;

/** The figures in one row, and the button that opens the proof; `map` is what its tab of that name shows. */
export function FiguresRow({ map }: { readonly map?: ReactNode }) {
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  const verdict = selectVerdict(view);
  const [isOpen, setOpen] = useState(false);
  const [tab, setTab] = useState<ProofTab>('math');
  const [goal, setGoal] = useState<Goal | null>(null);
  const panelId = useId();
  // It draws nothing while the answer is covered, but stays: what was open then is open again afterwards.
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const isFirst = useDesk((desk) => isExample({ account: selectAccount(desk) }));
  // Imported rows that no figure includes: each total says so.
  const isIncomplete = useDesk(selectIsIncomplete);
  const total = (name: string) => (isIncomplete ? `${name}, incomplete` : name);
  if (!isStanding(verdict) || !view.ok || isAnswerHidden) return null;
  const { figures, before, isLiquidated } = verdict;
  const [now, old] = [wordsOf(figures), wordsOf(before)];
  const isBelow = figures.excess.sign() < 0;
  const showStep = (step: string) => {
    setTab('math');
    setGoal(step);
  };
  // A name leads to its step once the math is open; before that it says what it means. The example is left in peace.
  const about = (step: string): Pick<FigureProps, 'term' | 'onName'> =>
    isOpen ? { onName: () => showStep(step) } : isFirst ? {} : { term: stepTerm(step, false) };
  const hasCall = !isLiquidated && (isBelow || before.excess.sign() < 0);
  const reaches = reachWordsOf(view);

  return (
    <section aria-label="Figures" className={styles.panel}>
      <dl className={styles.figures}>
        <Figure name={total('Equity')} {...about('equity')} now={now.sum.equity} before={old.sum.equity} />
        <Figure
          sign="−"
          name={total('Required')}
          {...about('requirement')}
          now={now.sum.requirement}
          before={old.sum.requirement}
        />
        <Figure
          sign="="
          name={total(isBelow ? 'Below the requirement' : 'Above the requirement')}
          {...about('excess')}
          now={now.sum.excess}
          before={old.sum.excess}
          result={isBelow ? 'below' : 'above'}
        />
        <Figure
          kind="ratio"
          name="Equity ratio"
          {...about('equityRatio')}
          now={now.ratio}
          before={old.ratio}
        />
        {hasCall && (
          <Figure
            name="Margin call"
            {...about('call')}
            now={now.call}
            before={old.call}
            result={isBelow ? 'below' : 'above'}
          />
        )}
        {reaches.map((reach) => (
          <Figure
            key={reach.step}
            kind="distance"
            name={reach.name}
            {...about(reach.step)}
            now={reach.now}
            before={reach.before}
          />
        ))}
      </dl>
      <button
        type="button"
        className="button plain"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide the math and details' : 'Show the math and details'}
        {isOpen ? up : down}
      </button>
      {isOpen && (
        <Suspense fallback={<p className={styles.waiting}>…</p>}>
          <ProofPanel id={panelId} tab={tab} onTab={setTab} goal={goal} onGoal={setGoal} map={map} />
        </Suspense>
      )}
    </section>
  );
}

// One element each: they are not drawn again while figures move.
const up = <ChevronUp aria-hidden="true" size={16} />;
const down = <ChevronDown aria-hidden="true" size={16} />;

interface FigureProps {
  readonly name: string;
  /** What the name means, and what a press on it does: at most one of them. */
  readonly term?: GlossaryEntry | undefined;
  readonly onName?: () => void;
  readonly now: string;
  readonly before: string;
  readonly sign?: string;
  readonly kind?: 'ratio' | 'distance';
  readonly result?: 'above' | 'below';
}

const Figure = memo(function Figure({ name, term, onName, now, before, sign, kind, result }: FigureProps) {
  return (
    <div
      className={styles.figure}
      data-sign={sign}
      data-kind={now === 'none' ? undefined : kind}
      data-result={result}
    >
      <dt>
        {onName !== undefined ? (
          <button type="button" className={styles.name} onClick={onName}>
            {name}
          </button>
        ) : term !== undefined ? (
          <Term entry={term} text={name} />
        ) : (
          name
        )}
      </dt>
      <dd>
        <Change now={now} before={before} />
      </dd>
    </div>
  );
});

interface FigureWords {
  readonly sum: SumWords;
  readonly ratio: string;
  readonly call: string;
}

// While the market moves, what was before and how far a call is stay the same: they are worded once.
const figureWords = new WeakMap<Figures, FigureWords>();
const reachWords = new WeakMap<Scene, readonly ReachWords[]>();

function wordsOf(figures: Figures): FigureWords {
  const known = figureWords.get(figures);
  if (known !== undefined) return known;
  const made = { sum: formatSum(figures), ratio: ratioWords(figures), call: callWords(figures) };
  figureWords.set(figures, made);
  return made;
}

function reachWordsOf(view: View & { readonly ok: true }): readonly ReachWords[] {
  const { scene } = view;
  const known = reachWords.get(scene);
  if (known !== undefined) return known;
  const made = listReaches(reachesOf(scene), reachesOf(sceneToday(view)), scene);
  reachWords.set(scene, made);
  return made;
}

function ratioWords({ equity, longMarketValue, shortMarketValue }: Figures): string {
  const gross = longMarketValue.plus(shortMarketValue);
  return gross.sign() === 0 ? 'none' : formatEquityRatio(equity.per(gross));
}

function callWords({ excess }: Figures): string {
  return excess.sign() < 0 ? formatCall(excess.negated()) : 'none';
}
