// The second step: what was found, before anything of it counts. Total against total, what the source is silent about, every
// row with its fate, and what the account would be.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Issue } from '@/engine/result';
import type { ImportFound, ImportWishes } from '@/io/import/import-types';
import { ruleSetInputs } from '@/presets/rule-sets';
import { isExample } from '@/state/account-edits';
import { applyImport, dayAfter, importInSteps, pricesOfImport } from '@/state/import';
import { checkOf } from '@/state/import-check';
import { chooseAccount, type ImportChoices, isTouched, startChoices } from '@/state/import-choices';
import { outcomeOf } from '@/state/import-outcome';
import { fateOfPrice } from '@/state/import-prices';
import type { SettledRow } from '@/state/import-row';
import { closeImport } from '@/state/importing';
import { manyHoldings } from '@/state/prepare';
import { selectDocument, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { DialogBody } from '@/ui/dialog';
import { ApplyButtons } from './apply-buttons';
import { FoundColumns } from './found-columns';
import styles from './import.module.css';
import { count, rebuiltWords, wordApply, wordFound, wordPrices, wordResult } from './import-words';
import { ModeChoice } from './mode-choice';
import { PreviewTable } from './preview-table';
import { Questions } from './questions';
import { TotalCheck } from './total-check';
import type { Opening } from './use-opening';

interface PreviewStepProps {
  readonly found: ImportFound;
  readonly wishes: ImportWishes;
  /** Reads the source again with other columns. */
  readonly onWishes: (wishes: ImportWishes) => void;
  readonly opening: Opening;
  /** Says whether anything was typed that closing would lose. */
  readonly onTouched: (isTouched: boolean) => void;
  readonly onBack: () => void;
}

/** The preview and the buttons that apply it. */
export function PreviewStep({ found, wishes, opening, onWishes, onTouched, onBack }: PreviewStepProps) {
  const shown = useDesk(selectDocument);
  const [start] = useState(() => startChoices(found, shown, localDay()));
  const [choices, setChoices] = useState(start);
  // Whether the last button was pressed while something was still open: only then is it called missing.
  const [isPressed, setPressed] = useState(false);
  const [refusals, setRefusals] = useState<readonly Issue[]>([]);
  const [isElsewhere, setElsewhere] = useState(false);
  const outcome = useMemo(() => outcomeOf(found, choices), [found, choices]);
  const check = useMemo(() => checkOf(outcome, choices), [outcome, choices]);
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);

  const change = (next: ImportChoices) => {
    setChoices(next);
    setRefusals([]);
    setElsewhere(false);
    onTouched(isTouched(next, start));
  };
  const isPrices = choices.mode === 'prices';
  const update = useMemo(
    () => (isPrices ? pricesOfImport(outcome, shown) : null),
    [isPrices, outcome, shown],
  );
  const priceFate =
    update === null
      ? null
      : (settled: SettledRow) =>
          settled.kind === 'holding'
            ? fateOfPrice(settled, update, shown.account.positions, outcome.holdings)
            : null;
  const rules =
    ruleSetInputs.find(({ id }) => id === choices.ruleSet)?.name ??
    (typeof shown.account.ruleSet === 'string' ? '' : shown.account.ruleSet.name);
  const result =
    update === null
      ? wordResult(outcome, choices, rules)
      : wordPrices(update, dayAfter(choices, shown, update.isAllNew));
  const isNothing = update === null ? outcome.holdings.length === 0 : update.prices.size === 0;
  const openRows = isPrices ? [] : outcome.open;

  const apply = () => {
    setPressed(true);
    setElsewhere(false);
    if (outcome.unanswered.length > 0 || openRows.length > 0) {
      // Once they are marked, the first of them has the focus.
      requestAnimationFrame(() => {
        const first = body.current?.querySelector<HTMLElement>(
          outcome.unanswered.length > 0
            ? `#import-${outcome.unanswered[0]}`
            : '[data-needs] :is(input, button)',
        );
        first?.focus();
        first?.scrollIntoView?.({ block: 'center' });
      });
      return;
    }
    const isFew = outcome.rows.length + shown.account.positions.length < manyHoldings;
    if (isFew) {
      const issues = applyImport(found, choices);
      if (issues.length === 0) closeImport();
      else setRefusals(issues);
      return;
    }
    opening.begin(importInSteps(found, choices), (issues) => {
      // The page is drawn with the new account first; closing the window is another task.
      if (issues === null) setElsewhere(true);
      else if (issues.length === 0) setTimeout(closeImport);
      else setRefusals(issues);
    });
  };

  return (
    <>
      <DialogBody ref={body} isInert={opening.isOpening}>
        <h3 ref={title} tabIndex={-1} className={styles.found}>
          {wordFound(found, outcome)}
        </h3>
        {found.layout === 'robinhood-activity' && <p className={styles.problem}>{rebuiltWords}</p>}
        {found.accounts.length > 1 && (
          <AccountChoice
            found={found}
            accountId={choices.accountId}
            onAccount={(id) => change(chooseAccount(choices, id))}
          />
        )}
        {!isExample(shown) && (
          <ModeChoice mode={choices.mode} onMode={(mode) => change({ ...choices, mode })} />
        )}
        {/* Prices alone add up to nothing that the source has a total of. */}
        {!isPrices && <TotalCheck check={check} />}
        <Questions
          outcome={outcome}
          choices={choices}
          found={found}
          ownRules={typeof shown.account.ruleSet === 'string' ? null : shown.account.ruleSet.name}
          isPressed={isPressed}
          onChoices={change}
        />
        <PreviewTable
          outcome={outcome}
          choices={choices}
          onChoices={change}
          isSearchingOpen={isPressed && openRows.length > 0}
          priceFate={priceFate}
        />
        {found.columns.length > 0 && (
          <FoundColumns columns={found.columns} wishes={wishes} onWishes={onWishes} />
        )}
      </DialogBody>
      <footer className={styles.foot}>
        <p className={styles.result}>{result}</p>
        {refusals.length > 0 && (
          <p role="alert" className={styles.refused}>
            It cannot be opened like this: {refusals.map(({ path }) => path).join(', ')} lies outside what a
            figure may be. Your account is as it was.
          </p>
        )}
        {isElsewhere && (
          <p role="alert" className={styles.refused}>
            Nothing was opened: another account came to be on show meanwhile. Look at what stands here again.
          </p>
        )}
        {isPressed && openRows.length > 0 && (
          <p className={styles.refused}>
            {count(openRows.length, 'row')} not understood: mend {openRows.length === 1 ? 'it' : 'each'}, or
            leave {openRows.length === 1 ? 'it' : 'them'} out.
          </p>
        )}
        <ApplyButtons
          words={wordApply(choices.mode, outcome.holdings.length, update?.prices.size ?? 0)}
          isNothing={isNothing}
          isOpening={opening.isOpening}
          onApply={apply}
          onBack={onBack}
          onCancel={opening.giveUp}
        />
      </footer>
    </>
  );
}

interface AccountChoiceProps {
  readonly found: ImportFound;
  readonly accountId: string;
  readonly onAccount: (id: string) => void;
}

function AccountChoice({ found, accountId, onAccount }: AccountChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend>{count(found.accounts.length, 'account')} in the file: which one?</legend>
      {found.accounts.map(({ id, label, rows }) => (
        <label key={id}>
          <input
            type="radio"
            name="import-account"
            checked={id === accountId}
            onChange={() => onAccount(id)}
          />
          {label}
          <span className="note">
            {count(rows.filter(({ fate }) => fate === 'holding').length, 'holding')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
