// One row of the holdings: symbol, side, figures, its own margin-call price; the rest of it opens below. The last row
// is always blank: once its value is known it becomes a holding.
import { ArrowDown, Ellipsis } from 'lucide-react';
import { memo, useEffect } from 'react';
import type { PositionInput } from '@/engine/account';
import { blankRow } from '@/state/aside';
import { useAtRest } from '@/state/at-rest';
import { changeRow, restId } from '@/state/holding-edits';
import { withRestBack } from '@/state/split';
import { cancel, commit, drag, release, setNewRow } from '@/state/store';
import { localDay } from '@/state/today';
import { AccountField } from './account-field';
import { AloneCell } from './alone-cell';
import type { Column } from './cell-reading';
import { HoldingMore } from './holding-more';
import { isHolding, readField } from './holding-row-reading';
import styles from './holding-rows.module.css';
import { priceText, rateText, rowName, sharesText, valueText, worthWords } from './holding-words';
import { cellsOf } from './paste-rows';
import { RowNotes } from './row-notes';

/** A row's place, what is held there, and what the table does for it. All of it stays the same while others change. */
export interface HoldingRowProps {
  readonly id: string;
  readonly index: number;
  /** What is held, a figure in mid-typing included; undefined in the blank row. */
  readonly position: PositionInput | undefined;
  /** Whether the holding is part of the account already, and not just being typed. */
  readonly isKept: boolean;
  /** Whether the columns are shares and price rather than value. */
  readonly isByShares: boolean;
  /** The broker's rate for it, shown where none is typed. */
  readonly assumedRate: string;
  /** Whether its own margin-call price has a column. */
  readonly hasAlone: boolean;
  /** What raises the requirement above the rate; null for nothing. */
  readonly rateNote: string | null;
  /** What is said of a typed rate that no broker may ask; null for nothing. */
  readonly rateCaution: string | null;
  readonly isOpen: boolean;
  /** Whether it is the first holding that is seen, so that it cannot move up. */
  readonly isFirst: boolean;
  /** Whether it is the last holding, so that it cannot move down. */
  readonly isLast: boolean;
  readonly onOpen: (id: string | null) => void;
  /** Goes on to the row of that index. */
  readonly onGo: (index: number) => void;
  readonly onMove: (id: string, by: -1 | 1) => void;
  readonly onRemove: (id: string, index: number) => void;
  readonly onPasteLines: (column: Column, id: string, lines: readonly string[]) => void;
  /** Takes rows of cells pasted at once into the symbol. */
  readonly onPasteRows: (rows: readonly (readonly string[])[]) => void;
}

/** One holding. */
export const HoldingRow = memo(function HoldingRow(props: HoldingRowProps) {
  const { id, index, position, isKept, isByShares, isOpen } = props;
  const newRow = useAtRest((desk) => (isKept ? blankRow : desk.newRow));
  const symbol = position?.symbol ?? newRow.symbol;
  const side = position?.side ?? newRow.side;
  const isRest = id === restId;
  const name = isRest ? 'the rest' : rowName(symbol, index);
  const rate = position === undefined ? newRow.rate : (position.maintenanceRate ?? null);

  // A symbol that no longer matches what is searched takes its row out of sight.
  useEffect(() => () => release(`symbol-${id}`), [id]);
  const isNaming = useAtRest(({ gesture }) => gesture === `symbol-${id}`);
  const onKept = () => {
    if (!isKept && isHolding(id)) setNewRow(blankRow);
  };
  const shared = { isLabelHidden: true, isNoteApart: true, placeholder: '0', onKept } as const;
  const cell = (column: Column) => ({
    ...shared,
    field: `${column}-${id}`,
    read: (text: string) => readField(column, text, id, isKept),
    onEnter: () => props.onGo(index + 1),
    // The rest is one figure: there is no column below it.
    ...(isRest ? {} : { onPasteLines: (lines: readonly string[]) => props.onPasteLines(column, id, lines) }),
  });
  const firstFigure = isByShares && !isRest ? 'shares' : 'value';
  const value = valueText(position);
  const other = side === 'long' ? 'short' : 'long';

  return (
    <>
      <tr
        data-row={index}
        data-side={side}
        data-blank={position === undefined || undefined}
        data-rest={isRest || undefined}
      >
        <td data-cell="symbol">
          {isRest ? (
            <span className={styles.rest}>Rest</span>
          ) : (
            <input
              id={`symbol-${id}`}
              className={`control ${styles.symbol}`}
              aria-label={`Symbol, row ${index + 1}`}
              placeholder={isKept ? `Holding ${index + 1}` : 'e.g. VTI'}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              value={symbol}
              data-rest={isKept && !isNaming ? symbol : undefined}
              onChange={({ currentTarget: { value: next } }) =>
                isKept
                  ? drag(`symbol-${id}`, changeRow(id, { symbol: next }, localDay()))
                  : setNewRow({ symbol: next })
              }
              onPaste={(event) => {
                const rows = cellsOf(event.clipboardData.getData('text'));
                if (rows === null) return;
                event.preventDefault();
                props.onPasteRows(rows);
              }}
              onKeyDown={({ key }) => {
                if (key === 'Escape') cancel(`symbol-${id}`);
                if (key !== 'Enter') return;
                release(`symbol-${id}`);
                focusOn(`${firstFigure}-${id}`);
              }}
              onBlur={() => release(`symbol-${id}`)}
            />
          )}
        </td>
        <td data-cell="side">
          {isRest ? (
            <span className={styles.restSide}>Long</span>
          ) : (
            <button
              type="button"
              className={styles.side}
              data-side={side}
              aria-label={`${name}: ${side}. Change the side`}
              onClick={() =>
                isKept
                  ? commit(withRestBack(changeRow(id, { side: other }, localDay())))
                  : setNewRow({ side: other })
              }
            >
              {side === 'short' && <ArrowDown aria-hidden="true" size={12} strokeWidth={3} />}
              {side === 'long' ? 'Long' : 'Short'}
            </button>
          )}
        </td>
        {firstFigure === 'value' ? (
          <td data-cell="value">
            <AccountField {...cell('value')} label={`Value of ${name} in dollars`} value={value} />
          </td>
        ) : (
          <>
            <td data-cell="shares">
              <AccountField
                {...cell('shares')}
                label={`Shares of ${name}`}
                value={sharesText(position, newRow)}
                onEnter={() => focusOn(`price-${id}`)}
              />
            </td>
            <td data-cell="price">
              <AccountField
                {...cell('price')}
                label={`Price of ${name} in dollars`}
                value={priceText(position, newRow)}
              />
            </td>
            <td data-cell="worth">{position !== undefined && `= ${worthWords(position)}`}</td>
          </>
        )}
        <td data-cell="rate">
          <AccountField
            {...cell('rate')}
            label={`Requirement of ${name} in percent`}
            placeholder={props.assumedRate}
            value={rateText(rate)}
          />
        </td>
        {props.hasAlone && (
          <td data-cell="alone">
            <AloneCell id={id} />
          </td>
        )}
        <td data-cell="more">
          {isKept && (
            <button
              type="button"
              className={styles.more}
              aria-label={`More of ${name}`}
              aria-expanded={isOpen}
              aria-keyshortcuts="Delete"
              title="More (Delete removes the row)"
              onClick={() => props.onOpen(isOpen ? null : id)}
              onKeyDown={({ key }) => {
                if (key === 'Delete') props.onRemove(id, index);
              }}
            >
              <Ellipsis aria-hidden="true" size={16} />
            </button>
          )}
        </td>
        <RowNotes
          id={id}
          position={position}
          isKept={isKept}
          isByShares={isByShares && !isRest}
          rate={rate}
          rateNote={props.rateNote}
          rateCaution={props.rateCaution}
        />
      </tr>
      {isOpen && position !== undefined && isKept && (
        <HoldingMore
          position={position}
          name={name}
          isByShares={isByShares && !isRest}
          isFirst={props.isFirst}
          isLast={props.isLast}
          onMove={props.onMove}
          onRemove={() => props.onRemove(id, index)}
        />
      )}
    </>
  );
});

function focusOn(id: string) {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
