// What splitting one number into holdings makes worth saying, below the table.

import { hasRest } from '@/state/holding-edits';
import { selectOneHoldingRate } from '@/state/one-number';
import { selectOverRest } from '@/state/split';
import { useDesk } from '@/state/store';
import { formatMoneyShort, formatRate } from '@/ui/format';
import styles from './account.module.css';

/** More was typed than was left, or what is left counts as one holding. */
export function RestNote() {
  const history = useDesk((desk) => desk.history);
  const draft = useDesk((desk) => desk.draft);
  const openings = useDesk((desk) => desk.openings);
  const found = selectOverRest({ history, draft, openings });
  const rate = selectOneHoldingRate({ history, draft });
  if (found !== null) {
    const { over, total, now } = found;
    return (
      <p className={styles.caution}>
        {formatMoneyShort(over)} more than the {formatMoneyShort(total)} that is being split: the total is now{' '}
        {formatMoneyShort(now)}. Type less, and the rest comes back.
      </p>
    );
  }
  if (rate === null || !hasRest(draft ?? history.present)) return null;
  return (
    <p className={styles.caution}>
      {formatRate(rate)} assumed for the rest, as if it were one single holding: it can be less with every
      holding typed out of it.
    </p>
  );
}
