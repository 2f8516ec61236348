// What the rules ask of large holdings: nothing, points added, or at least a rate, by share of the account.
import { Plus, X } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import styles from './custom-rules.module.css';
import { Choice, FigureField } from './custom-rules-fields';
import { blankTier, type RuleTexts } from './custom-rules-reading';

/** The choice, and its rows where there is something to type. */
export function CustomRulesTiers({ isBothSides }: { readonly isBothSides: boolean }) {
  const { control } = useFormContext<RuleTexts>();
  const mode = useWatch({ control, name: 'mode' });
  return (
    <>
      <Choice
        field="mode"
        label="Large holdings"
        options={[
          ['none', 'Require no more'],
          ['add', 'Points added to the rate'],
          ['atLeast', 'At least a rate'],
        ]}
      />
      {mode !== 'none' && <Tiers isBothSides={isBothSides} isAdded={mode === 'add'} />}
    </>
  );
}

function Tiers({ isBothSides, isAdded }: { readonly isBothSides: boolean; readonly isAdded: boolean }) {
  const { control } = useFormContext<RuleTexts>();
  const { fields, append, remove } = useFieldArray({ control, name: 'tiers' });
  const asks = isAdded ? 'adds' : 'at least';
  const columns = [
    ['above', 'Share above'],
    ['long', isBothSides ? `Long: ${asks}` : isAdded ? 'Adds' : 'At least'],
    ...(isBothSides ? ([['short', `Short: ${asks}`]] as const) : []),
  ] as const;
  return (
    <div role="group" aria-label="Large holdings" className={styles.tiers}>
      <Choice
        field="of"
        label="Share of"
        options={[
          ['gross', 'All that is held'],
          ['marginable', 'What is marginable'],
        ]}
      />
      <FigureField field="debitAtLeast" label="Only from a loan of" prefix="$" placeholder="any" />
      {fields.map(({ id }, index) => (
        <div
          key={id}
          role="group"
          aria-label={`Row ${index + 1}`}
          className={styles.tier}
          data-first={index === 0 || undefined}
        >
          {columns.map(([part, label]) => (
            <FigureField
              key={part}
              field={`tiers.${index}.${part}`}
              label={label}
              isLabelHidden={index > 0}
              suffix={part === 'above' || !isAdded ? '%' : 'pts'}
            />
          ))}
          <button
            type="button"
            className="button plain square"
            aria-label={`Remove row ${index + 1}`}
            onClick={() => remove(index)}
          >
            <X aria-hidden="true" size={16} />
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={() => append(blankTier())}>
        <Plus aria-hidden="true" size={14} /> Add a row
      </button>
      <p className="note">Each row holds strictly above its share of the account.</p>
    </div>
  );
}
