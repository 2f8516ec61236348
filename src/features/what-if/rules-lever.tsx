// The same account under another broker's rules.
import type { SimulatorDocument } from '@/io/document';
import { ruleSetInputs, ruleSets } from '@/presets/rule-sets';
import { otherRulesOf, setOtherRules, shownChanges } from '@/state/lever-edits';
import { commit, selectDocument, useDesk } from '@/state/store';
import { formatRate } from '@/ui/format';

/** The rules before and after: "M1 → Merrill"; nothing while they are the account's own. */
export function rulesState(document: SimulatorDocument): string | undefined {
  const chosen = ruleSets.get(otherRulesOf(shownChanges(document)))?.input.name;
  const { ruleSet } = document.account;
  const own = typeof ruleSet === 'string' ? ruleSets.get(ruleSet)?.input.name : ruleSet.name;
  return chosen === undefined ? undefined : `${own ?? 'Today'} → ${chosen}`;
}

/** The choice of rules, and what it leaves alone. */
export function RulesLever() {
  const document = useDesk(selectDocument);
  const { ruleSet } = document.account;
  const chosen = otherRulesOf(shownChanges(document));
  const own = typeof ruleSet === 'string' ? (ruleSets.get(ruleSet)?.input ?? null) : ruleSet;
  const rules = ruleSets.get(chosen) ?? null;
  return (
    <>
      <label className="labeled">
        <span>Rules of</span>
        <select
          className="control"
          value={chosen}
          onChange={({ currentTarget: { value } }) => commit(setOtherRules(value === '' ? null : value))}
        >
          <option value="">{`${own?.name ?? 'My broker'}, as today`}</option>
          {ruleSetInputs
            .filter(({ id }) => id !== own?.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <p className="note">
        {rules !== null &&
          `${formatRate(rules.longRate)} unless typed${rules.concentration === null ? '' : ', more for large holdings'}. `}
        Requirements that you typed stay as they are.
      </p>
    </>
  );
}
