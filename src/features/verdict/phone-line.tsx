// On a small screen the verdict stays in sight as one line at the top, with a bar of how near a call is.
import { selectView } from '@/state/figures';
import { selectDocument, useDesk } from '@/state/store';
import { isStanding, selectVerdict, type Verdict } from '@/state/verdict';
import { nearestPlace } from './distance-words';
import { StatusShape } from './status-shape';
import styles from './verdict.module.css';
import { useVerdictWords } from './verdict-words';

/** One line; hidden from screen readers, which have the verdict itself. */
export function PhoneLine() {
  const words = useVerdictWords();
  const room = roomShare(selectVerdict(selectView(useDesk(selectDocument))));
  return (
    <p className={styles.phoneLine} data-tone={words.tone} aria-hidden="true">
      <span className={styles.phoneWords}>
        <StatusShape tone={words.tone} />
        <span className={styles.phoneChip}>{words.chip}</span>
        {words.figure !== '' && <span>· {words.figure}</span>}
      </span>
      {room !== null && (
        <span className={styles.bar}>
          <span style={{ width: `${room * 100}%` }} />
        </span>
      )}
    </p>
  );
}

/** A move of so much or more fills the bar. */
const fullMove = 0.5;

/** How much of the bar is left before a call, 0 to 1; null without a verdict. */
function roomShare(verdict: Verdict): number | null {
  if (!isStanding(verdict)) return null;
  const { kind, move } = verdict;
  if (kind === 'call' || kind === 'belowZero' || kind === 'exact') return 0;
  const nearest = nearestPlace(verdict);
  return nearest === null ? 1 : Math.min(1, Math.abs(nearest.move.toNumber() - move.toNumber()) / fullMove);
}
