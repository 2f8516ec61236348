// What the source is silent about: loan, cash, credit from short sales; and what it says that the person may know better: the
// day of the prices and the broker whose rules hold.

import { isDate } from '@/engine/calendar-day';
import type { ImportFound } from '@/io/import/import-types';
import { ruleSetInputs } from '@/presets/rule-sets';
import { documentText } from '@/state/holding-edits';
import { brokerNames } from '@/state/import';
import { type ImportAnswers, type ImportChoices, rulesOfLayout } from '@/state/import-choices';
import type { ImportOutcome } from '@/state/import-outcome';
import { asksCredit, isCreditInCash } from '@/state/import-silence';
import { AmountField } from './amount-field';
import { wordCreditOffer } from './import-words';
import styles from './questions.module.css';

interface QuestionsProps {
  readonly outcome: ImportOutcome;
  readonly choices: ImportChoices;
  readonly found: ImportFound;
  /** The name of rules of one's own where the account on show has them. */
  readonly ownRules: string | null;
  /** Whether the person wanted to go on without an answer. */
  readonly isPressed: boolean;
  readonly onChoices: (choices: ImportChoices) => void;
}

/** The fields; those for money only where the file leaves them open, and none where only prices are taken over. */
export function Questions({ outcome, choices, found, ownRules, isPressed, onChoices }: QuestionsProps) {
  const { silence } = outcome;
  const { answers, mode } = choices;
  const answer = (field: keyof ImportAnswers) => (amount: string | null) =>
    onChoices({ ...choices, answers: { ...answers, [field]: amount } });
  const isMissing = (field: keyof ImportAnswers) => isPressed && outcome.unanswered.includes(field);
  const isAdding = mode === 'add';
  const blank = isAdding ? ' Left blank, nothing is added.' : '';
  const inCash = isCreditInCash(silence);
  const source = found.layout === 'lines' ? 'these lines' : 'this source';
  return (
    <div className={styles.questions}>
      {mode !== 'prices' && silence.asksLoan && (
        <AmountField
          id="import-loan"
          label="What do you owe the broker?"
          hint={`The margin loan is not in ${source}.${blank}`}
          amount={answers.loan}
          isMissing={isMissing('loan')}
          onAmount={answer('loan')}
        />
      )}
      {mode !== 'prices' && silence.asksCash && (
        <AmountField
          id="import-cash"
          label="How much cash is there?"
          hint={`Cash is not in it either; 0 where there is none.${blank}`}
          amount={answers.cash}
          isMissing={isMissing('cash')}
          onAmount={answer('cash')}
        />
      )}
      {mode !== 'prices' && asksCredit(silence) && (
        <div className={styles.credit}>
          <AmountField
            id="import-credit"
            label="Credit from short sales"
            hint={
              inCash
                ? 'It is inside the cash already: equity is right without it. Typed, it raises credit and loan alike.'
                : `What the short sales brought in.${blank}`
            }
            amount={answers.credit}
            isMissing={isMissing('credit')}
            onAmount={answer('credit')}
          />
          {answers.credit === null && (
            <button
              type="button"
              className="link"
              onClick={() => answer('credit')(documentText(outcome.shortValue))}
            >
              {wordCreditOffer(outcome)}
            </button>
          )}
        </div>
      )}
      <DayField
        asOf={choices.asOf}
        isInFile={found.asOf !== null && found.asOf === choices.asOf}
        source={source}
        onDay={(asOf) => onChoices({ ...choices, asOf })}
      />
      {mode === 'replace' && (
        <RulesField
          ruleSet={choices.ruleSet}
          found={found}
          ownRules={ownRules}
          onRules={(ruleSet) => onChoices({ ...choices, ruleSet })}
        />
      )}
    </div>
  );
}

interface DayFieldProps {
  readonly asOf: string;
  readonly isInFile: boolean;
  /** What is read, in words. */
  readonly source: string;
  readonly onDay: (day: string) => void;
}

function DayField({ asOf, isInFile, source, onDay }: DayFieldProps) {
  return (
    <div className="labeled">
      <label htmlFor="import-day">Day of the prices</label>
      <input
        id="import-day"
        className="control"
        type="date"
        min="2000-01-01"
        max="2100-12-31"
        // The browser keeps half a date to itself.
        defaultValue={asOf}
        onChange={({ currentTarget: { value } }) => {
          if (isDate(value) && value >= '2000-01-01' && value <= '2100-12-31') onDay(value);
        }}
        onBlur={({ currentTarget }) => {
          currentTarget.value = asOf;
        }}
      />
      <span className="note">
        {isInFile ? 'As the file says.' : `Not in ${source}: today, unless you say otherwise.`}
      </span>
    </div>
  );
}

interface RulesFieldProps {
  readonly ruleSet: string;
  readonly found: ImportFound;
  readonly ownRules: string | null;
  readonly onRules: (ruleSet: string) => void;
}

function RulesField({ ruleSet, found, ownRules, onRules }: RulesFieldProps) {
  const broker = brokerNames[found.layout];
  const isOfFile = rulesOfLayout(found.layout) === ruleSet;
  const note = isOfFile
    ? `The file is from ${broker}: are these the account’s rules?`
    : broker === undefined
      ? 'Whose rules hold for rates that are not typed.'
      : rulesOfLayout(found.layout) === null
        ? `There are no rules of ${broker}’s here: choose the nearest, and type its rates.`
        : '';
  return (
    <div className="labeled">
      <label htmlFor="import-rules">Broker’s rules</label>
      <select
        id="import-rules"
        className="control"
        value={ruleSet}
        onChange={({ currentTarget: { value } }) => onRules(value)}
      >
        {ruleSetInputs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {ownRules !== null && <option value="custom">{ownRules}</option>}
      </select>
      {note !== '' && <span className="note">{note}</span>}
    </div>
  );
}
