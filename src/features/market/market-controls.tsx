// The exact way to move the market: a field, a button each way, to the call point and back to today.
import { Minus, Plus } from 'lucide-react';
import { ratio } from '@/engine/quantity';
import { marketSlider } from '@/presets/sliders';
import { selectView } from '@/state/figures';
import { backToToday, marketMoveOf, setMarketMove, shownChanges } from '@/state/lever-edits';
import { findMoveForHoldings } from '@/state/market-target';
import { commit, commitPress, drag, selectDocument, useDesk } from '@/state/store';
import { useField } from '@/state/use-field';
import { nearestCallPoint } from '@/state/verdict';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { shiftPoint } from '@/ui/decimal-text';
import { formatMoneyShort, percentForField } from '@/ui/format';
import { readMove } from '@/ui/typed-figures';
import styles from './market.module.css';

/** The row below the slider. */
export function MarketControls({
  onCall,
  isIdle,
}: {
  readonly onCall: () => void;
  readonly isIdle: boolean;
}) {
  const document = useDesk(selectDocument);
  const view = selectView(document);
  const scene = view.ok ? view.scene : null;
  const changes = shownChanges(document);
  const move = marketMoveOf(changes)[0] ?? '0';
  const nearest = scene === null ? null : nearestCallPoint(scene);
  const isOff = (scene?.points?.cureAbove ?? scene?.points?.cureBelow ?? null) !== null;

  const read = (text: string): FieldReading => {
    if (text.trim() === '') return { ok: true, show: () => drag('market', setMarketMove('0')) };
    const typed = readMove(text);
    if (!typed.ok) return typed;
    const { value } = typed;
    if (value.kind === 'percent') return { ok: true, show: () => drag('market', setMarketMove(value.ratio)) };
    const found = scene === null ? null : findMoveForHoldings(scene, value.dollars);
    return found === null
      ? { ok: false, message: 'No move of the market makes the holdings worth that.' }
      : { ok: true, show: () => drag('market', setMarketMove(found)) };
  };
  const nudge = (steps: number) => {
    const by = ratio(shiftPoint(String(marketSlider.step * steps), -2));
    const next = ratio(move).plus(by);
    commitPress('market-slider', setMarketMove(next.isBelow(ratio(-1)) ? '-1' : next.toText()));
  };
  const holdings = view.ok ? (view.scene.at(view.move)?.longMarketValue ?? null) : null;

  return (
    <div className={styles.controls}>
      <button
        type="button"
        className="button square"
        aria-label="Market lower by 0.5 %"
        disabled={isIdle}
        onClick={() => nudge(-1)}
      >
        <Minus aria-hidden="true" size={16} />
      </button>
      <div className={styles.moveField}>
        <DecimalField
          {...useField('market')}
          label="Market move in percent, or the holdings’ value in dollars"
          isLabelHidden
          suffix="%"
          value={percentForField(move)}
          hasSignButton
          read={read}
        />
      </div>
      <button
        type="button"
        className="button square"
        aria-label="Market higher by 0.5 %"
        disabled={isIdle}
        onClick={() => nudge(1)}
      >
        <Plus aria-hidden="true" size={16} />
      </button>
      <button type="button" className="button" disabled={nearest === null} onClick={onCall}>
        {isOff ? 'To the end of the call' : 'To the margin call'}
      </button>
      <button
        type="button"
        className="button"
        disabled={changes.length === 0}
        onClick={() => commit(backToToday)}
      >
        Back to today
      </button>
      {holdings !== null && !isIdle && (
        <span className={styles.holdings}>Holdings {formatMoneyShort(holdings)}</span>
      )}
    </div>
  );
}
