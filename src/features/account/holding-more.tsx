// What a row says of its holding beyond the columns: it opens below the row, and so do the things done to whole rows.
import { ArrowDown, ArrowUp, Copy, SlidersHorizontal, Trash2 } from 'lucide-react';
import { flushSync } from 'react-dom';
import type { PositionInput } from '@/engine/account';
import { changeRow, duplicateRow, type RowChange, restId } from '@/state/holding-edits';
import { canMoveHolding, goToHoldingLevers } from '@/state/one-holding';
import { commit, drag, selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { groupThousands } from '@/ui/decimal-text';
import { withTrueMinus } from '@/ui/format';
import { readMultiple, readPrice, type TypedFigure } from '@/ui/typed-figures';
import { AccountField, type FieldReading } from './account-field';
import { readField } from './holding-row-reading';
import styles from './holding-rows.module.css';
import { priceText, sharesText, sharesTimesPrice, valueText, worthWords } from './holding-words';
import { TextField } from './text-field';

/** The opened part of a row. */
export function HoldingMore({
  position,
  name,
  isByShares,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  readonly position: PositionInput;
  readonly name: string;
  readonly isByShares: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (id: string, by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const { id, side } = position;
  const isRest = id === restId;
  const canMove = useDesk((desk) => canMoveHolding(selectAccount(desk)));
  const change = (edit: RowChange) => commit(changeRow(id, edit, localDay()));
  // A row that moves in the page takes the focus along.
  const move = (by: -1 | 1, button: HTMLButtonElement) => {
    flushSync(() => onMove(id, by));
    button.focus();
  };
  return (
    <tr data-more="">
      <td className={styles.opened}>
        <fieldset>
          <legend className="visually-hidden">More of {name}</legend>
          {!isRest && <HeldFields position={position} name={name} isByShares={isByShares} />}
          <TextField
            field={`group-${id}`}
            label="Group"
            placeholder="e.g. Technology"
            value={position.group ?? ''}
            edit={(text) => changeRow(id, { group: text === '' ? null : text }, localDay())}
          />
          <AccountField
            field={`leverage-${id}`}
            label="Leveraged fund ×"
            placeholder="e.g. 3 or −2"
            value={withTrueMinus(position.leverage ?? '')}
            read={optional(`leverage-${id}`, readMultiple, id, (leverage) => ({ leverage }))}
          />
          <BetaField position={position} />
          {side === 'short' && (
            <AccountField
              field={`minimum-${id}`}
              label="Least required a share"
              prefix="$"
              placeholder="none"
              value={groupThousands(position.perShareMinimum ?? '')}
              read={optional(`minimum-${id}`, readPrice, id, (perShareMinimum) => ({ perShareMinimum }))}
            />
          )}
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={position.marginable === false}
              onChange={({ currentTarget }) => change({ marginable: !currentTarget.checked })}
            />
            Not marginable: at least 100&nbsp;% is required
          </label>
        </fieldset>
        <div className={styles.actions}>
          {canMove && (
            <button type="button" className="button" onClick={() => goToHoldingLevers(id)}>
              <SlidersHorizontal aria-hidden="true" size={14} /> Move it in the what-if
            </button>
          )}
          {!isRest && (
            <>
              <button type="button" className="button" onClick={() => commit(duplicateRow(id))}>
                <Copy aria-hidden="true" size={14} /> Duplicate
              </button>
              <button
                type="button"
                className="button"
                disabled={isFirst}
                onClick={({ currentTarget }) => move(-1, currentTarget)}
              >
                <ArrowUp aria-hidden="true" size={14} /> Up
              </button>
              <button
                type="button"
                className="button"
                disabled={isLast}
                onClick={({ currentTarget }) => move(1, currentTarget)}
              >
                <ArrowDown aria-hidden="true" size={14} /> Down
              </button>
            </>
          )}
          <button type="button" className="button" onClick={onRemove}>
            <Trash2 aria-hidden="true" size={14} /> Remove {name}
          </button>
        </div>
      </td>
    </tr>
  );
}

/** What the columns do not show: the value, or the shares and their price. */
function HeldFields({
  position,
  name,
  isByShares,
}: {
  readonly position: PositionInput;
  readonly name: string;
  readonly isByShares: boolean;
}) {
  const { id } = position;
  const newRow = useDesk((desk) => desk.newRow);
  const used = position.shares === undefined ? worthWords(position) : sharesTimesPrice(position);
  if (isByShares) {
    return (
      <AccountField
        field={`value-${id}`}
        label={`Value of ${name}`}
        prefix="$"
        used={used}
        value={valueText(position)}
        hint={
          position.shares === undefined ? undefined : 'A value takes the place of the shares and their price.'
        }
        read={(text) => readField('value', text, id, true)}
      />
    );
  }
  return (
    <>
      <AccountField
        field={`shares-${id}`}
        label={`Shares of ${name}`}
        used={used}
        value={sharesText(position, newRow)}
        read={(text) => readField('shares', text, id, true)}
      />
      <AccountField
        field={`price-${id}`}
        label={`Price of ${name}`}
        prefix="$"
        used={used}
        value={priceText(position, newRow)}
        read={(text) => readField('price', text, id, true)}
      />
    </>
  );
}

/** How the holding moves with the market. Its short name appears with a leveraged fund, where it matters most. */
function BetaField({ position: { id, leverage, beta } }: { readonly position: PositionInput }) {
  const isAssumed = leverage !== undefined && beta === leverage;
  const isOne = leverage !== undefined && Number(leverage) !== 1 && Number(beta ?? 1) === 1;
  const hint = isAssumed
    ? `Moves ${withTrueMinus(leverage)}\u00A0% for each 1\u00A0% of the market, assumed from its leverage.`
    : isOne
      ? `Moves 1\u00A0% for each 1\u00A0% of the market, although the fund is leveraged ${withTrueMinus(leverage)} times.`
      : undefined;
  return (
    <AccountField
      field={`beta-${id}`}
      label={leverage === undefined ? 'Moves × the market' : 'Beta: moves × the market'}
      placeholder="1"
      value={withTrueMinus(beta ?? '')}
      hint={hint}
      read={optional(`beta-${id}`, readMultiple, id, (next) => ({ beta: next }))}
    />
  );
}

/** Reads a figure that may be left out. */
function optional(
  field: string,
  reader: (text: string) => TypedFigure<string>,
  id: string,
  change: (value: string | null) => RowChange,
): (text: string) => FieldReading {
  return (text) => {
    const typed = text.trim() === '' ? ({ ok: true, value: null } as const) : reader(text);
    if (!typed.ok) return typed;
    return { ok: true, show: () => drag(field, changeRow(id, change(typed.value), localDay())) };
  };
}
