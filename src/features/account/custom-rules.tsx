// Rules of one's own: a copy of the broker's with every number to edit. Nothing changes before they are used; what is
// typed stays when the editor is closed, and over a reload.
import { useEffect, useId, useRef, useState } from 'react';
import { type FieldErrors, FormProvider, type Resolver, set, useForm } from 'react-hook-form';
import type { RuleSetInput } from '@/engine/rule-set';
import { adoptRules } from '@/state/adopt-rules';
import { setOtherRules } from '@/state/lever-edits';
import { keepRulesDraft, selectRulesDraft } from '@/state/rules-draft';
import { commit, useDesk } from '@/state/store';
import styles from './custom-rules.module.css';
import { CheckRow, Choice, FigureField, WordsField } from './custom-rules-fields';
import { CustomRulesOutlook } from './custom-rules-outlook';
import { draftPlaceWords, selectDraftPlace } from './custom-rules-place';
import { type RuleTexts, readDraft, readRules, textsOfRules } from './custom-rules-reading';
import { CustomRulesTiers } from './custom-rules-tiers';

/** The rules that are copied or edited, and what happens when the editor is closed. */
export interface CustomRulesProps {
  readonly base: RuleSetInput;
  readonly hasShorts: boolean;
  readonly onClose: () => void;
}

/** The editor. */
export function CustomRules({ base, hasShorts, onClose }: CustomRulesProps) {
  const draft = readDraft(selectRulesDraft(useDesk.getState()));
  const form = useForm<RuleTexts>({
    defaultValues: draft ?? textsOfRules(base),
    resolver,
    mode: 'onTouched',
  });
  const place = useDesk(selectDraftPlace);
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const { getValues, handleSubmit, reset, formState, subscribe } = form;
  const [wantsBoth, setWantsBoth] = useState(false);
  const isBothSides = hasShorts || wantsBoth || isWrongThere(formState.errors);

  // What is typed is kept at once: the editor may go out of sight by a fold, another account or a reload.
  const keep = useRef(() => {});
  useEffect(() => {
    keep.current = () => {
      const texts = getValues();
      const isChanged = JSON.stringify(texts) !== JSON.stringify(textsOfRules(base));
      keepRulesDraft(isChanged ? JSON.stringify(texts) : null);
    };
  });
  useEffect(() => subscribe({ formState: { values: true }, callback: () => keep.current() }), [subscribe]);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);

  const use = (texts: RuleTexts, put: (rules: RuleSetInput) => void) => {
    const reading = readRules(texts);
    if (!reading.ok) return;
    put(reading.rules);
  };
  const adopt = handleSubmit((texts) =>
    use(texts, (rules) => {
      keepRulesDraft(null);
      commit(adoptRules(rules));
      onClose();
    }),
  );
  const tryOut = handleSubmit((texts) => use(texts, (rules) => commit(setOtherRules(rules))));
  const beginAgain = () => {
    reset(textsOfRules(base));
    keepRulesDraft(null);
  };

  return (
    <FormProvider {...form}>
      <form
        ref={box}
        className={styles.editor}
        aria-labelledby={id}
        noValidate
        onSubmit={(event) => void adopt(event)}
      >
        <h3 id={id} className={styles.title}>
          {base.id === 'custom' ? 'Edit the rules' : `Rules of my own, from ${base.name}`}
        </h3>
        {place !== null && (
          <p className="note">
            {draftPlaceWords[place]}{' '}
            <button type="button" className="link" onClick={beginAgain}>
              Begin again from {base.name}
            </button>
          </p>
        )}
        <WordsField field="name" label="Name of the rules" />
        <FigureField field="longRate" label="Required of what is held" suffix="%" />
        <CheckRow field="leverageRule">
          Leveraged funds: the rate times their leverage, at most 100&nbsp;%
        </CheckRow>
        <CustomRulesTiers isBothSides={isBothSides} />
        <fieldset className={styles.pair}>
          <legend>Business days to meet a call</legend>
          <FigureField field="daysFrom" label="From" placeholder="not said" />
          <FigureField field="daysTo" label="To" placeholder="the same" />
        </fieldset>
        <Choice
          field="saleOrder"
          label="Sells first"
          options={[
            ['unknown', 'Not said'],
            ['requirement', 'What requires most'],
            ['value', 'What is worth most'],
          ]}
        />
        <WordsField
          field="source"
          label="Where the numbers are from"
          placeholder="e.g. a page of my broker"
        />
        <WordsField field="asOf" label="As of" type="date" />
        {isBothSides ? (
          <>
            <FigureField field="shortRate" label="Required of what is sold short" suffix="%" />
            <CheckRow field="hasTable">At least FINRA’s $2.50 and $5 a share for shorts</CheckRow>
          </>
        ) : (
          <button type="button" className="link" onClick={() => setWantsBoth(true)}>
            Also for the other side, of which nothing is held
          </button>
        )}
        <CustomRulesOutlook isBothSides={isBothSides} />
        <div className={styles.actions}>
          <button type="submit" className="button">
            Use these rules
          </button>
          <button type="button" className="button" onClick={() => void tryOut()}>
            Try them in the what-if
          </button>
          <button type="button" className="button plain" onClick={onClose}>
            Close
          </button>
        </div>
      </form>
    </FormProvider>
  );
}

/** Every error at its field; the fields of a row stand in the form's own nesting. */
const resolver: Resolver<RuleTexts> = (texts) => {
  const reading = readRules(texts);
  if (reading.ok) return { values: texts, errors: {} };
  const errors: FieldErrors<RuleTexts> = {};
  for (const [field, message] of reading.errors) set(errors, field, { type: 'read', message });
  return { values: {}, errors };
};

/** Whether something is wrong on the side that a long-only account has folded away. */
function isWrongThere({ shortRate, tiers }: FieldErrors<RuleTexts>): boolean {
  return shortRate !== undefined || tiers?.some?.((tier) => tier?.short !== undefined) === true;
}
