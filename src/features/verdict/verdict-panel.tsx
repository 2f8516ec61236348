// The verdict: the largest words of the page, the figures they rest on, and what is assumed in them.
import { Check, CircleHelp, Square, Triangle } from 'lucide-react';
import { useDeferredValue } from 'react';
import { isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { findPreset } from '@/state/presets';
import { selectDocument, useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import { findDetails } from '@/state/ways-out';
import { StrongText } from '@/ui/strong-text';
import { type Tone, wordVerdict } from './sentences';
import styles from './verdict.module.css';

const shapes = { free: Check, near: Triangle, call: Square, unknown: CircleHelp } as const satisfies Record<
  Tone,
  unknown
>;

/** The verdict's words now; the details follow a moment later, so that a drag never waits for them. */
export function useVerdictWords() {
  const document = useDesk(selectDocument);
  const view = selectView(document);
  const later = useDeferredValue(view);
  return wordVerdict(selectVerdict(view), findDetails(later));
}

/** Status, sentence and second line. */
export function VerdictPanel() {
  const document = useDesk(selectDocument);
  const view = selectView(document);
  const verdict = selectVerdict(view);
  const words = useVerdictWords();
  const isWhatIf = isStanding(verdict) && verdict.isWhatIf;
  const isAnyExample = isExample(document) || findPreset(document.account) !== null;
  const Shape = shapes[words.tone];

  return (
    <section
      aria-label="Verdict"
      className={styles.verdict}
      data-tone={words.tone}
      data-what-if={isWhatIf || undefined}
    >
      <p className={styles.status}>
        <span className={styles.chip}>
          <Shape aria-hidden="true" className={styles.shape} />
          {words.chip}
        </span>
        {isAnyExample && <span className={styles.tag}>Example</span>}
        <span className={styles.when}>{isWhatIf ? 'What if' : 'Today'}</span>
      </p>
      <p className={styles.headline}>
        <StrongText text={words.headline} />
      </p>
      <p className={styles.second}>
        {words.second} {isStanding(verdict) && <Assumed count={verdict.assumedRates} />}
      </p>
    </section>
  );
}

/** Says how many rates are the broker's rules' and not typed; leads to the first of them. */
function Assumed({ count }: { readonly count: number }) {
  const document = useDesk(selectDocument);
  const first = document.account.positions.find((position) => position.maintenanceRate === undefined);
  if (count === 0 || first === undefined) return null;
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => window.document.getElementById(`rate-${first.id}`)?.focus()}
    >
      {count === 1 ? '1 rate assumed' : `${count} rates assumed`}
    </button>
  );
}
