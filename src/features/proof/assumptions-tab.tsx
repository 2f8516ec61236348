// What the figures take for granted, each with a way to the field it comes from; and why a broker's own page may differ.
import { memo, useState } from 'react';
import { brokerNotes, everyBroker } from '@/presets/brokers';
import { listTerms } from '@/presets/glossary';
import { type Assumption, listAssumptions } from '@/state/assumptions';
import type { Explanation } from '@/state/explanation';
import { goToField, selectAccount, useDesk } from '@/state/store';
import { type AssumptionWords, type FieldLink, wordAssumption } from './assumption-words';
import styles from './assumptions.module.css';

/** Both lists. */
export const AssumptionsTab = memo(function AssumptionsTab({
  explanation,
}: {
  readonly explanation: Explanation;
}) {
  const typed = useDesk(selectAccount);
  const { account, scene } = explanation;
  const assumptions = listAssumptions(explanation, typed);
  const notes = brokerNotes[account.ruleSet.id];
  const hasLoan = account.marginLoan.sign() > 0;
  const differences = [...(notes?.differences ?? []), ...everyBroker].filter(
    ({ needs }) => needs === undefined || (needs === 'shorts' ? scene.hasShorts : hasLoan || scene.hasShorts),
  );
  return (
    <div className={styles.assumptions}>
      <h3>What is assumed</h3>
      <ul className={styles.list}>
        {assumptions.map((assumption) => (
          <Item key={assumption.kind} assumption={assumption} explanation={explanation} />
        ))}
      </ul>
      <h3>Why this may differ from your broker</h3>
      {notes?.excessName !== undefined && (
        <p>
          {account.ruleSet.name} calls what is above the requirement “{notes.excessName}”.
        </p>
      )}
      <ul className={styles.list}>
        {differences.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <details className={styles.glossary}>
        <summary>What the words mean</summary>
        <dl>
          {listTerms(scene.hasShorts).map(({ name, meaning, source }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {meaning} <span className={styles.note}>{source}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p className={styles.note}>Your broker’s own figures decide. This page is educational, not advice.</p>
    </div>
  );
});

function Item({
  assumption,
  explanation,
}: {
  readonly assumption: Assumption;
  readonly explanation: Explanation;
}) {
  const words: AssumptionWords = wordAssumption(assumption, explanation);
  return (
    <li>
      {words.text}
      {words.links.length > 0 && <Links links={words.links} />}
    </li>
  );
}

/** So many links at first. */
const mostAtFirst = 12;

function Links({ links }: { readonly links: readonly FieldLink[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? links : links.slice(0, mostAtFirst);
  return (
    <span className={styles.links}>
      {shown.map(({ field, text }) =>
        field === null ? (
          <span key={text}>{text}</span>
        ) : (
          <button
            key={field}
            type="button"
            className={`link ${styles.link}`}
            onClick={() => goToField(field)}
          >
            {text}
          </button>
        ),
      )}
      {shown.length < links.length && (
        <button type="button" className={`link ${styles.link}`} onClick={() => setAll(true)}>
          and {links.length - shown.length} more
        </button>
      )}
    </span>
  );
}
