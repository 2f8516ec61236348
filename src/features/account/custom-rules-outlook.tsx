// What the rules being typed would require of this account, and what of them no broker may ask so little of.
import { useFormContext, useWatch } from 'react-hook-form';
import { listBelowMinimum, type MinimumTerm } from '@/engine/below-minimum';
import { parseRuleSet, type RuleSet } from '@/engine/rule-set';
import { ruleSets } from '@/presets/rule-sets';
import { selectToday } from '@/state/figures';
import { selectAccount, useDesk } from '@/state/store';
import { formatRate, formatSum } from '@/ui/format';
import account from './account.module.css';
import { type RuleTexts, readRules } from './custom-rules-reading';

/** The outlook while what is typed can be read; otherwise why there is none. */
export function CustomRulesOutlook({ isBothSides }: { readonly isBothSides: boolean }) {
  const { control, getValues } = useFormContext<RuleTexts>();
  useWatch({ control });
  const now = useDesk(selectAccount);
  const reading = readRules(getValues());
  const rules = reading.ok ? parseRuleSet(reading.rules, '') : null;
  if (!reading.ok || rules === null || !rules.ok) {
    return now.positions.length === 0 ? null : (
      <p className="note">
        What these rules would require is worked out once every field can be read: at least one cannot yet.
      </p>
    );
  }
  const [today, then] = [selectToday(now), selectToday({ ...now, ruleSet: reading.rules })];
  return (
    <>
      <BelowMinimum rules={rules.value} isBothSides={isBothSides} />
      {today !== null && then !== null && now.positions.length > 0 && (
        <p className="note">
          Requires {formatSum(then.margin).requirement} of this account, now{' '}
          {formatSum(today.margin).requirement}. Rates typed for single holdings stay.
        </p>
      )}
    </>
  );
}

/** Said of rules that ask less than FINRA's; what an account has no word for only where it has. */
export function BelowMinimum({
  rules,
  isBothSides,
}: {
  readonly rules: RuleSet;
  readonly isBothSides: boolean;
}) {
  const minimum = ruleSets.get('finra-minimum');
  if (minimum === undefined) return null;
  const terms = listBelowMinimum(rules, minimum).filter(
    (term) => isBothSides || term === 'longRate' || term === 'leverageRule',
  );
  if (terms.length === 0) return null;
  return (
    <p className={account.caution}>
      Below FINRA’s minimum, which a broker may not go under:{' '}
      {terms.map((term) => wordTerm(term, rules, minimum)).join('; ')}.
    </p>
  );
}

function wordTerm(term: MinimumTerm, rules: RuleSet, minimum: RuleSet): string {
  switch (term) {
    case 'longRate':
      return `${formatRate(rules.longRate)} of what is held, not ${formatRate(minimum.longRate)}`;
    case 'shortRate':
      return `${formatRate(rules.shortRate)} of what is sold short, not ${formatRate(minimum.shortRate)}`;
    case 'shortPerShareMinimum':
      return 'no $2.50 and $5 a share for shorts';
    case 'leverageRule':
      return 'no higher rate for leveraged funds';
  }
}
