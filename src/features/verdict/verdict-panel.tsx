// The verdict: the largest words of the page, the figures they rest on, and what is assumed in them.
import { memo } from 'react';
import { isExample } from '@/state/account-edits';
import { fieldId } from '@/state/field-places';
import { selectView } from '@/state/figures';
import { listUnreadFields, selectUnreadEntries } from '@/state/left-out';
import { openExplanation } from '@/state/open-explanation';
import { findPreset } from '@/state/presets';
import { goToField, selectAccount, selectDocument, useDesk } from '@/state/store';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { isStanding, selectVerdict } from '@/state/verdict';
import { StrongText } from '@/ui/strong-text';
import { FallAnswer } from './fall-answer';
import { StatusShape } from './status-shape';
import styles from './verdict.module.css';
import { useVerdictWords } from './verdict-words';

/** Status, sentence and second line. */
export function VerdictPanel() {
  const document = useDesk(selectDocument);
  const view = selectView(document);
  const verdict = selectVerdict(view);
  const words = useVerdictWords();
  // Only a what-if can be impossible.
  const isWhatIf = isStanding(verdict) ? verdict.isWhatIf : verdict.kind === 'impossible';
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
        {isStanding(verdict) && !isAnyExample && (
          <button
            type="button"
            className={`link ${styles.explain}`}
            data-opens="explanation"
            onClick={openExplanation}
          >
            {verdict.figures.excess.sign() < 0 && !isWhatIf ? 'Explain this call' : 'Explain what changed'}
          </button>
        )}
        <span className={styles.when}>{isWhatIf ? 'What if' : 'Today'}</span>
      </p>
      <p className={styles.headline}>
        <StrongText text={words.headline} />
      </p>
      <p className={styles.second}>
        <StrongText text={words.second} /> {isStanding(verdict) && <Assumed count={verdict.assumedRates} />}{' '}
        <LeftOut />
      </p>
      <FallAnswer />
    </section>
  );
}

/** Says how many rates are the broker's rules' and not typed; leads to the first of them. */
const Assumed = memo(function Assumed({ count }: { readonly count: number }) {
  const { positions } = useDesk(selectAccount);
  const first = positions.find((position) => position.maintenanceRate === undefined);
  if (count === 0) return null;
  const words = count === 1 ? '1 rate assumed' : `${count} rates assumed`;
  // What the what-if brings has no field to lead to.
  if (first === undefined) return <span>{words}</span>;
  return (
    <button type="button" className="link" onClick={() => goToField(`rate-${first.id}`)}>
      {words}
    </button>
  );
});

/** To the first field in error on the page, or where none is shown, to one that must be opened first. */
function goToUnread() {
  const shown = window.document.querySelector<HTMLElement>('main [aria-invalid="true"]');
  if (shown !== null) return shown.focus();
  const desk = useDesk.getState();
  const [field] = listUnreadFields(desk);
  if (field !== undefined) goToField(fieldId(field, selectAccount(desk)));
}

/** Says that something typed is in no figure, and leads to it: a large verdict must not hide a mistake in a field. */
const LeftOut = memo(function LeftOut() {
  const entries = useDesk(selectUnreadEntries);
  const row = useDesk(selectUnfinishedRow);
  if (entries === 0) return row === null ? null : <span className={styles.leftOut}>Without row {row}.</span>;
  const unread =
    entries === 1
      ? 'One entry could not be read; the figures use the one before it.'
      : `${entries} entries could not be read; the figures use the ones before them.`;
  return (
    <span className={styles.leftOut}>
      {row !== null && `Without row ${row}. `}
      {unread}{' '}
      <button type="button" className="link" onClick={goToUnread}>
        Go to it
      </button>
    </span>
  );
});
