// The math: every figure of the row from what is held, step by step, with its rule and source.
import { memo, useEffect, useRef, useState } from 'react';
import { type Explanation, selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { selectSpoken } from '@/state/redacted';
import { setRedacted, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { Change } from '@/ui/change';
import { CopyButton } from '@/ui/copy-button';
import { LettersChoice } from '@/ui/letters-choice';
import { Term } from '@/ui/term';
import type { Goal } from './figures-row';
import { Formula } from './formula';
import styles from './math.module.css';
import type { WordedLine, WordedStep } from './math-words';
import { MisreadingAnswer } from './misreading';
import { type Misreading, misreadRatio, misreadRequirement } from './misreading-words';
import { RuleNotes } from './rule-notes';
import { copySheet } from './spreadsheet-words';
import { stepTerm } from './step-terms';
import { mathText, wordMath } from './whole-math';

/** How many holdings' requirements are derived at first. */
const mostAtFirst = 8;

/** The steps, and the one that is sought until it is reached. */
export interface MathTabProps {
  readonly explanation: Explanation;
  readonly goal: Goal | null;
  readonly onGoal: (goal: Goal | null) => void;
}

/** All steps in order; a figure's name in the row leads to its own. */
export const MathTab = memo(function MathTab({ explanation: named, goal, onGoal }: MathTabProps) {
  const isRedacted = useDesk((desk) => desk.isRedacted);
  const redacted = useDesk((desk) =>
    desk.isRedacted ? selectExplanation(selectView(selectSpoken(desk))) : null,
  );
  // The steps on show are what “Copy as text” copies: they have letters where the copy has.
  const explanation = redacted ?? named;
  const [isAll, setAll] = useState(false);
  const steps = useRef(new Map<string, HTMLElement>());
  useEffect(() => {
    if (goal === null) return;
    steps.current.get(goal)?.focus();
    onGoal(null);
  }, [goal, onGoal]);
  const { account, margin } = explanation;
  const most = isAll ? margin.positions.length : mostAtFirst;
  const worded = wordMath(explanation, most);
  const rest = margin.positions.filter(({ position }) => !position.isClosed).length - most;
  return (
    <div className={styles.math}>
      <div className={styles.intro}>
        <p>
          {explanation.isWhatIf
            ? 'The figures of the what-if; behind the arrow, those of the account as typed.'
            : 'Each figure from what is held.'}{' '}
          ≈ marks a line with a rounded figure: percentages and dollars to four decimals, the figures of the
          row above to the cent.
        </p>
        <div className={styles.copies}>
          <LettersChoice isOn={isRedacted} onChange={setRedacted} />
          <CopyButton
            label="Copy as text"
            copy={() => ({ text: mathText(wordMath(explanation, margin.positions.length), account.ruleSet) })}
          />
          <CopyButton
            label="Copy as spreadsheet"
            done="Copied: paste into cell A1 of an empty sheet"
            copy={() => copySheet(explanation, selectSpoken(useDesk.getState()).account, localDay())}
          />
        </div>
      </div>
      <ol className={styles.steps}>
        {worded.map((step) => (
          <li
            key={step.id}
            tabIndex={-1}
            ref={(element) => {
              if (element === null) steps.current.delete(step.id);
              else steps.current.set(step.id, element);
            }}
          >
            <Step step={step} hasShorts={explanation.scene.hasShorts} />
            {step.id === 'each' && rest > 0 && (
              <button type="button" className="button" onClick={() => setAll(true)}>
                Show {rest} more
              </button>
            )}
            <MisreadingAnswer about={misreadingOf(step.id, explanation)} />
            <RuleNotes rules={step.rules} ruleSet={account.ruleSet} />
          </li>
        ))}
      </ol>
      {!explanation.isStraight && (
        <p className={styles.note}>
          Dollars are traded after the move of the market, so the figure above or below follows no straight
          line; where it meets 0 is enclosed to 20 digits.
        </p>
      )}
    </div>
  );
});

/** What a step's figure is often taken for. */
function misreadingOf(step: string, explanation: Explanation): Misreading | null {
  if (step === 'requirement') return misreadRequirement(explanation);
  return step === 'equityRatio' ? misreadRatio(explanation) : null;
}

function Step({ step, hasShorts }: { readonly step: WordedStep; readonly hasShorts: boolean }) {
  const term = stepTerm(step.id, hasShorts);
  return (
    <>
      <h3 className={styles.title}>
        {term === undefined ? step.title : <Term entry={term} text={step.title} />}
        {step.result !== undefined && <Change now={step.result.now} before={step.result.before} />}
      </h3>
      {step.lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </>
  );
}

function Line({ line: { label, line, note } }: { readonly line: WordedLine }) {
  return (
    <p className={styles.line}>
      {label !== undefined && <span className={styles.label}>{label} </span>}
      {line !== undefined && <Formula line={line} />}
      {note !== undefined && <span className={styles.note}>{line === undefined ? note : ` ${note}`}</span>}
    </p>
  );
}
