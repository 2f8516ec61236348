// The verdict: the largest words of the page, the figures they rest on, and what is assumed in them.
import { useDeferredValue } from 'react';
import { isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { selectUnreadEntries } from '@/state/left-out';
import { findPreset } from '@/state/presets';
import { goToField, selectDocument, useDesk } from '@/state/store';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { isStanding, selectVerdict } from '@/state/verdict';
import { findDetails } from '@/state/ways-out';
import { StrongText } from '@/ui/strong-text';
import { FallAnswer } from './fall-answer';
import { wordVerdict } from './sentences';
import { StatusShape } from './status-shape';
import styles from './verdict.module.css';

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

  return (
    <section
      aria-label="Verdict"
      className={styles.verdict}
      data-tone={words.tone}
      data-what-if={isWhatIf || undefined}
    >
      <p className={styles.status}>
        <span className={styles.chip}>
          <StatusShape tone={words.tone} />
          {words.chip}
        </span>
        {isAnyExample && <span className={styles.tag}>Example</span>}
        <span className={styles.when}>{isWhatIf ? 'What if' : 'Today'}</span>
      </p>
      <p className={styles.headline}>
        <StrongText text={words.headline} />
      </p>
      <p className={styles.second}>
        {words.second} {isStanding(verdict) && <Assumed count={verdict.assumedRates} />} <LeftOut />
      </p>
      <FallAnswer />
    </section>
  );
}

/** Says how many rates are the broker's rules' and not typed; leads to the first of them. */
function Assumed({ count }: { readonly count: number }) {
  const document = useDesk(selectDocument);
  const first = document.account.positions.find((position) => position.maintenanceRate === undefined);
  if (count === 0 || first === undefined) return null;
  return (
    <button type="button" className={styles.link} onClick={() => goToField(`rate-${first.id}`)}>
      {count === 1 ? '1 rate assumed' : `${count} rates assumed`}
    </button>
  );
}

/** To the first field in error on the page, or where none is shown, to one that must be opened first. */
function goToUnread() {
  const shown = window.document.querySelector<HTMLElement>('main [aria-invalid="true"]');
  if (shown === null) goToField(Object.keys(useDesk.getState().texts)[0] ?? null);
  else shown.focus();
}

/** Says that something typed is in no figure, and leads to it: a large verdict must not hide a mistake in a field. */
function LeftOut() {
  const entries = useDesk(selectUnreadEntries);
  const row = useDesk(selectUnfinishedRow);
  if (entries === 0) return row === null ? null : <span className={styles.leftOut}>Without row {row}.</span>;
  const unread =
    entries === 1
      ? 'One entry could not be read and is not in the figures.'
      : `${entries} entries could not be read and are not in the figures.`;
  return (
    <span className={styles.leftOut}>
      {row !== null && `Without row ${row}. `}
      {unread}{' '}
      <button type="button" className={styles.link} onClick={goToUnread}>
        Go to it
      </button>
    </span>
  );
}
