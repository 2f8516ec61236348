// The exact way to move the market: a field, a button each way, to the call point and back to today.
import { Minus, Plus } from 'lucide-react';
import { ratio } from '@/engine/quantity';
import { marketSlider } from '@/presets/sliders';
import { isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { backToToday, isIdleMarket, marketMoveOf, setMarketMove, shownChanges } from '@/state/lever-edits';
import { findMoveForHoldings, heldSide, heldValue } from '@/state/market-target';
import { keptNameOf } from '@/state/scenarios';
import type { Scene } from '@/state/scene';
import { commit, commitPress, drag, selectDocument, useDesk } from '@/state/store';
import { useField } from '@/state/use-field';
import { nearestCallPoint } from '@/state/verdict';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { shiftPoint } from '@/ui/decimal-text';
import { formatMoneyShort, percentForField } from '@/ui/format';
import { useMedia } from '@/ui/media';
import { readMove } from '@/ui/typed-figures';
import styles from './market.module.css';
import { isIdle, selectScene } from './market-selectors';
import { goToCall } from './market-slider';
import { nameField, nameWayToCall, sideNames } from './words';

/** The row below the slider. On a phone the example shows only the field: the marks are its other buttons. */
export function MarketControls() {
  const scene = useDesk(selectScene);
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const isShort = useDesk((desk) => isExample(selectDocument(desk)));
  const isPhone = useMedia('(max-width: 48rem)');
  const isFull = !(isPhone && isShort);
  return (
    <div className={styles.controls} data-screen="">
      <MoveField scene={scene} />
      {isFull && (
        <div className={styles.pair}>
          <StepButton steps={-1} isDisabled={isIdle(scene)} />
          <StepButton steps={1} isDisabled={isIdle(scene)} />
        </div>
      )}
      {isFull && !isAnswerHidden && (
        <button
          type="button"
          className="button"
          disabled={scene === null || nearestCallPoint(scene) === null}
          onClick={() => goToCall(scene)}
        >
          {nameWayToCall(scene)}
        </button>
      )}
      <BackButton />
      {scene !== null && !isIdle(scene) && <Worth />}
    </div>
  );
}

function selectMoveText(desk: Parameters<typeof selectDocument>[0]): string {
  return marketMoveOf(shownChanges(selectDocument(desk)))[0] ?? '0';
}

function MoveField({ scene }: { readonly scene: Scene | null }) {
  const move = useDesk(selectMoveText);
  const field = useField('market');
  return (
    <div className={styles.moveField}>
      <DecimalField
        {...field}
        label={nameField(scene)}
        isLabelHidden
        suffix="%"
        value={percentForField(move)}
        hasSignButton
        read={(text) => readMarket(text, scene)}
      />
    </div>
  );
}

function readMarket(text: string, scene: Scene | null): FieldReading {
  const showing = (move: string): FieldReading => ({
    ok: true,
    show: () => drag('market', setMarketMove(move)),
  });
  if (text.trim() === '') return showing('0');
  const typed = readMove(text);
  if (!typed.ok) return typed;
  const { value } = typed;
  if (value.kind === 'percent') return showing(value.ratio);
  const found = scene === null ? null : findMoveForHoldings(scene, value.dollars);
  if (found !== null) return showing(found);
  const message =
    scene !== null && scene.curve === null
      ? 'In this what-if dollars cannot be told from the market’s move: type a percentage.'
      : `No move of the market makes the ${heldSide(scene)} worth that.`;
  return { ok: false, message };
}

function StepButton({ steps, isDisabled }: { readonly steps: 1 | -1; readonly isDisabled: boolean }) {
  const nudge = () => {
    const by = ratio(shiftPoint(String(marketSlider.step * steps), -2));
    const next = ratio(selectMoveText(useDesk.getState())).plus(by);
    commitPress('market-slider', setMarketMove(next.isBelow(ratio(-1)) ? '-1' : next.toText()));
  };
  return (
    <button
      type="button"
      className="button square"
      aria-label={`Market ${steps < 0 ? 'lower' : 'higher'} by 0.5 %`}
      disabled={isDisabled}
      onClick={nudge}
    >
      {steps < 0 ? <Minus aria-hidden="true" size={16} /> : <Plus aria-hidden="true" size={16} />}
    </button>
  );
}

/** Keeps its place while there is nothing to go back from, so that nothing beside it moves. */
function BackButton() {
  // A kept what-if may be on show though it changes nothing.
  const isChanged = useDesk(
    (desk) => shownChanges(selectDocument(desk)).length > 0 || keptNameOf(selectDocument(desk)) !== null,
  );
  const kept = useDesk((desk) => keptNameOf(selectDocument(desk)));
  // How many others than the market's move go with it.
  const others = useDesk(
    (desk) => shownChanges(selectDocument(desk)).filter(({ type }) => type !== 'moveMarket').length,
  );
  const moves = useDesk((desk) =>
    shownChanges(selectDocument(desk)).some(
      (change) => change.type === 'moveMarket' && !isIdleMarket(change),
    ),
  );
  const count = others + (moves ? 1 : 0);
  return (
    <button
      type="button"
      className={`button ${styles.back}`}
      data-idle={!isChanged || undefined}
      title={kept === null ? whatGoes(count) : `Shows the account as it is; “${kept}” stays kept`}
      onClick={({ currentTarget }) => {
        commit(backToToday);
        // The button goes with the what-if: whoever pressed it stays beside it, at the slider that is back at today.
        if (document.activeElement === currentTarget) {
          const panel = currentTarget.closest('section');
          panel?.querySelector<HTMLElement>('input[type="range"]')?.focus({ preventScroll: true });
        }
      }}
    >
      Back to today
      {others > 0 && kept === null && (
        <span className={styles.count}>
          ({count}
          <span> {count === 1 ? 'change' : 'changes'}</span>)
        </span>
      )}
    </button>
  );
}

/** What is held at the market's move now. */
function Worth() {
  const words = useDesk((desk) => {
    const view = selectView(selectDocument(desk));
    const figures = view.ok ? view.scene.at(view.move) : null;
    if (!view.ok || figures === null) return '';
    const side = heldSide(view.scene);
    return `${sideNames[side]} ${formatMoneyShort(heldValue(side, figures), side === 'shorts' ? 'up' : 'down')}`;
  });
  return <span className={styles.holdings}>{words}</span>;
}

function whatGoes(count: number): string {
  if (count === 0) return 'Takes every what-if away';
  return count === 1 ? 'Takes the change away' : `Takes ${count} changes away`;
}
