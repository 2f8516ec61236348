// What I have: the account as a person types it. Fields appear when the account needs them.
import { useEffect, useState } from 'react';
import type { Issue } from '@/engine/result';
import { ruleSetInputs, ruleSets } from '@/presets/rule-sets';
import { blankAccount, isExample, setRuleSet } from '@/state/account-edits';
import { selectToday } from '@/state/figures';
import { commit, goToField, selectAccount, setListing, startAgain, useDesk } from '@/state/store';
import { daysBetween, localDay } from '@/state/today';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { formatRate } from '@/ui/format';
import styles from './account.module.css';
import { HoldingsTable } from './holdings-table';
import { BalanceField, LoanField, ThreeNumbers } from './three-numbers';

/** The panel at the left. */
export function AccountPanel() {
  const account = useDesk(selectAccount);
  const wantsList = useDesk(({ isListing }) => isListing);
  // Counts how often the fields were exchanged for others: the new ones take the focus, those of a fresh page do not.
  const [round, setRound] = useState(0);
  const exchange = (change: () => void) => {
    change();
    setRound(round + 1);
  };
  const positions = isExample({ account }) ? [] : account.positions;
  const isPlain =
    positions.length <= 1 &&
    positions.every(({ side, marketValue }) => side === 'long' && marketValue !== undefined);
  const isListing = wantsList || !isPlain;
  const sought = useDesk((desk) => desk.sought);
  useEffect(() => {
    if (sought === null) return;
    goToField(null);
    document.getElementById(sought)?.focus();
  }, [sought]);
  const hasShort = positions.some(({ side }) => side === 'short');

  return (
    <section aria-labelledby="account-title" className={styles.panel}>
      <div className={styles.heading}>
        <h2 id="account-title" className="panel-title">
          What I have
        </h2>
        {!isExample({ account }) && (
          <button type="button" className="button plain" onClick={() => exchange(startAgain)}>
            Start again
          </button>
        )}
      </div>
      {isListing ? (
        <HoldingsTable key={round} startsTyping={round > 0} />
      ) : (
        <ThreeNumbers key={round} startsTyping={round > 0} />
      )}
      {isPlain && (
        <button type="button" className="button" onClick={() => exchange(() => setListing(!isListing))}>
          {isListing ? 'Use one number for all holdings' : 'Type holdings one by one'}
        </button>
      )}
      <div className={styles.others}>
        {isListing && <LoanField />}
        <BalanceField field="cash" label="Cash in the account" />
        {hasShort && <BalanceField field="shortCredit" label="Credit from short sales" />}
        <RuleSetField />
      </div>
      {isListing && <Unfinished />}
      <Warnings />
      <Age />
    </section>
  );
}

/** Whose rules set the rates that are not typed. */
function RuleSetField() {
  const account = useDesk(selectAccount);
  const { ruleSet } = isExample({ account }) ? blankAccount : account;
  const isOwn = typeof ruleSet !== 'string';
  const rules = typeof ruleSet === 'string' ? (ruleSets.get(ruleSet) ?? null) : null;
  return (
    <div className={styles.rules}>
      <label htmlFor="rule-set">Broker’s rules</label>
      <select
        id="rule-set"
        value={isOwn ? 'custom' : ruleSet}
        onChange={({ currentTarget: { value } }) => commit(setRuleSet(value, localDay()))}
      >
        {ruleSetInputs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {isOwn && <option value="custom">{ruleSet.name}</option>}
      </select>
      {rules !== null && (
        <span className={styles.note}>
          {formatRate(rules.longRate)} unless typed
          {rules.concentration !== null && ', more for large holdings'}
          {rules.input.asOf !== undefined && (
            <>
              {' · as of '}
              <time>{rules.input.asOf}</time>
            </>
          )}
        </span>
      )}
    </div>
  );
}

/** A row that is begun is not counted, and it is said. */
function Unfinished() {
  const row = useDesk(selectUnfinishedRow);
  return row === null ? null : (
    <p className={styles.note}>Row {row} is not counted yet: its value is missing.</p>
  );
}

/** Prices as they were typed grow old: the day is always said, the age once it is more than a week. */
function Age() {
  const account = useDesk(selectAccount);
  if (isExample({ account }) || account.enteredOn === undefined) return null;
  const days = daysBetween(account.enteredOn, localDay());
  return (
    <p className={styles.note}>
      Entered on <time>{account.enteredOn}</time>
      {days > 7 && `: the figures are ${days} days old`}
    </p>
  );
}

function Warnings() {
  const account = useDesk(selectAccount);
  const today = selectToday(account);
  if (today === null || isExample({ account })) return null;
  const sentences = [...new Set(today.warnings.flatMap(describeWarning))];
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function describeWarning({ code, figures }: Issue): string[] {
  const symbol = figures['symbol'] ?? '';
  switch (code) {
    case 'repeated-symbol':
      return [`${symbol} stands in more than one row.`];
    case 'long-rate-above-one':
      return ['A requirement above 100 % means that a rise can cause a margin call too.'];
    case 'per-share-minimum-not-applied':
      return [
        'Sold-short holdings known by value only: the minimums of $2.50 and $5 a share are not applied.',
      ];
    default:
      return [];
  }
}
