// The same account under another broker's rules.
import { ratio } from '@/engine/quantity';
import type { RuleSetInput } from '@/engine/rule-set';
import type { SimulatorDocument } from '@/io/document';
import { ruleSetInputs, ruleSets } from '@/presets/rule-sets';
import { otherRulesOf, setOtherRules, shownChanges } from '@/state/lever-edits';
import { commit, selectDocument, useDesk } from '@/state/store';
import { formatRate } from '@/ui/format';

/** The rules before and after: "M1 → Merrill"; nothing while they are the account's own. */
export function rulesState(document: SimulatorDocument): string | undefined {
  const chosen = inputOf(otherRulesOf(shownChanges(document)));
  return chosen === null
    ? undefined
    : `${inputOf(document.account.ruleSet)?.name ?? 'Today'} → ${chosen.name}`;
}

/** The choice of rules, and what it leaves alone. */
export function RulesLever() {
  const document = useDesk(selectDocument);
  const own = inputOf(document.account.ruleSet);
  const chosen = inputOf(otherRulesOf(shownChanges(document)));
  const isCustom = chosen !== null && !ruleSets.has(chosen.id);
  return (
    <>
      <label className="labeled">
        <span>Rules of</span>
        <select
          className="control"
          value={chosen?.id ?? ''}
          onChange={({ currentTarget: { value } }) => commit(setOtherRules(value === '' ? null : value))}
        >
          <option value="">{`${own?.name ?? 'My broker'}, as today`}</option>
          {isCustom && (
            <option value={chosen.id}>
              {own?.name === chosen.name ? `${chosen.name}, as tried` : chosen.name}
            </option>
          )}
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
        {chosen !== null && wordRate(chosen)}
        Requirements that you typed stay as they are.
      </p>
    </>
  );
}

/** Rules of the app by their id, or rules of one's own as they are; null for none. */
function inputOf(rules: string | RuleSetInput | null): RuleSetInput | null {
  return typeof rules === 'string' ? (ruleSets.get(rules)?.input ?? null) : rules;
}

function wordRate({ longRate, concentration }: RuleSetInput): string {
  return `${formatRate(ratio(longRate))} unless typed${concentration === undefined ? '' : ', more for large holdings'}. `;
}
