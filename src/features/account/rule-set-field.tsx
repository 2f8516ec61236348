// Whose rules set the rates that are not typed, how old they are, and where the broker shows the real ones.
import { rateHints, ruleSetInputs, ruleSets } from '@/presets/rule-sets';
import { blankAccount, isExample, setRuleSet } from '@/state/account-edits';
import { commit, selectAccount, useDesk } from '@/state/store';
import { daysBetween, localDay } from '@/state/today';
import { formatRate } from '@/ui/format';
import styles from './account.module.css';

/** The broker's rules and what they say. */
export function RuleSetField() {
  const account = useDesk(selectAccount);
  const example = isExample({ account });
  const { ruleSet } = example ? blankAccount : account;
  const isOwn = typeof ruleSet !== 'string';
  const rules = isOwn ? null : (ruleSets.get(ruleSet) ?? null);
  const isAssumed =
    !example && account.positions.some(({ maintenanceRate }) => maintenanceRate === undefined);
  return (
    <>
      <div className="labeled">
        <label htmlFor="rule-set">Broker’s rules</label>
        <select
          className="control"
          id="rule-set"
          value={isOwn ? 'custom' : ruleSet}
          onChange={({ currentTarget: { value } }) => commit(setRuleSet(value))}
        >
          {ruleSetInputs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {isOwn && <option value="custom">{ruleSet.name}</option>}
        </select>
      </div>
      <div className={styles.rulesNotes}>
        {rules !== null && (
          <span className="note">
            {formatRate(rules.longRate)} unless typed
            {rules.concentration !== null && ', more for large holdings'}
            <AsOf day={rules.input.asOf} />
          </span>
        )}
        {rules !== null && isAssumed && (
          <span className="note" title={rateHints.get(rules.id)?.source}>
            {rateHints.get(rules.id)?.sentence ??
              'The broker can require more of a holding: where it prints the rate, type it.'}
          </span>
        )}
      </div>
    </>
  );
}

function AsOf({ day }: { readonly day: string | undefined }) {
  if (day === undefined) return null;
  return (
    <>
      {' · as of '}
      <time>{day}</time>
      {daysBetween(day, localDay()) > 365 && ', more than a year ago'}
    </>
  );
}
