// The rules that a step rests on: number, title, source and its date.
import type { RuleSet } from '@/engine/rule-set';
import { type RuleNumber, type RuleSource, ruleSources } from '@/presets/rule-sources';
import styles from './math.module.css';

/** A rule in one line; the broker's own rules with their own source. */
export function ruleNote(rule: RuleNumber, { input }: RuleSet): string {
  const { title, source, asOf }: RuleSource = ruleSources[rule];
  if (rule === 'R-20') {
    const from = input.source ?? 'typed';
    return `R-20 ${input.name}: ${from}${input.asOf === undefined ? '' : `, as of ${input.asOf}`}`;
  }
  return `${rule} ${title}: ${source}${asOf === undefined ? '' : `, as of ${asOf}`}`;
}

/** The rules of a step. */
export function RuleNotes({
  rules,
  ruleSet,
}: {
  readonly rules: readonly RuleNumber[];
  readonly ruleSet: RuleSet;
}) {
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => (
        <li key={rule}>
          {ruleNote(rule, ruleSet)
            .split(/(as of \S+)$/)
            .map((part, index) => (
              <span key={part} className={index === 1 ? styles.date : undefined}>
                {part}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}
