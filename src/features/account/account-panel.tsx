// What I have: the account as a person types it. Fields appear when the account needs them.
import { useRef } from 'react';
import type { Issue } from '@/engine/result';
import { ruleSetInputs, ruleSets } from '@/presets/rule-sets';
import { blankAccount, exampleDocument, isExample, setRuleSet } from '@/state/account-edits';
import { selectToday } from '@/state/figures';
import { commit, keepText, selectAccount, setListing, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { formatRate } from '@/ui/format';
import styles from './account.module.css';
import { HoldingsTable } from './holdings-table';
import { BalanceField, LoanField, ThreeNumbers } from './three-numbers';

/** The panel at the left. */
export function AccountPanel() {
  const account = useDesk(selectAccount);
  const wantsList = useDesk(({ isListing }) => isListing);
  const firstField = useRef<HTMLInputElement>(null);
  const positions = isExample({ account }) ? [] : account.positions;
  const isPlain =
    positions.length <= 1 &&
    positions.every(({ side, marketValue }) => side === 'long' && marketValue !== undefined);
  const isListing = wantsList || !isPlain;
  const hasShort = positions.some(({ side }) => side === 'short');

  return (
    <section aria-labelledby="account-title" className={styles.panel}>
      <div className={styles.heading}>
        <h2 id="account-title" className="panel-title">
          What I have
        </h2>
        {!isExample({ account }) && (
          <button
            type="button"
            className="button plain"
            onClick={() => {
              for (const field of Object.keys(useDesk.getState().texts)) keepText(field, null);
              commit(() => exampleDocument);
            }}
          >
            Start again
          </button>
        )}
      </div>
      {isListing ? <HoldingsTable /> : <ThreeNumbers firstField={firstField} />}
      <div className={styles.others}>
        {isListing && <LoanField />}
        <BalanceField field="cash" label="Cash in the account" />
        {hasShort && <BalanceField field="shortCredit" label="Credit from short sales" />}
        <RuleSetField />
      </div>
      {isPlain && (
        <button type="button" className="button" onClick={() => setListing(!isListing)}>
          {isListing ? 'Use one number for all holdings' : 'Type holdings one by one'}
        </button>
      )}
      <Warnings />
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
          {rules.input.asOf !== undefined && ` · as of ${rules.input.asOf}`}
        </span>
      )}
    </div>
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
