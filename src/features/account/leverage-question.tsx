// A well-known leveraged fund, typed as if it were an ordinary holding: the page asks, and counts nothing unasked.
import { useState } from 'react';
import type { PositionInput } from '@/engine/account';
import { soldMultipleOf } from '@/presets/leveraged-funds';
import { changeRow } from '@/state/holding-edits';
import { commit } from '@/state/store';
import { localDay } from '@/state/today';
import { withTrueMinus } from '@/ui/format';
import styles from './holding-rows.module.css';

/** The question below a holding; nothing for other symbols, once leverage is typed, and after a no. */
export function LeverageQuestion({ position }: { readonly position: PositionInput | undefined }) {
  const [refused, setRefused] = useState<string | null>(null);
  if (position === undefined || position.leverage !== undefined || position.symbol === refused) return null;
  const { id, symbol } = position;
  const multiple = soldMultipleOf(symbol);
  if (multiple === null) return null;
  const words = `${withTrueMinus(multiple)}×`;
  const answer = (act: () => void) => {
    // The buttons go with the question; the focus stays in the row.
    document.getElementById(`symbol-${id}`)?.focus();
    act();
  };
  return (
    <div className={styles.question}>
      <span>
        {symbol} is sold as a {words} fund.
      </span>
      <button
        type="button"
        className="button"
        onClick={() => answer(() => commit(changeRow(id, { leverage: multiple }, localDay())))}
      >
        Count it as {words}
      </button>
      <button
        type="button"
        className="button"
        aria-label={`No, do not count ${symbol} as ${words}`}
        onClick={() => answer(() => setRefused(symbol))}
      >
        No
      </button>
    </div>
  );
}
