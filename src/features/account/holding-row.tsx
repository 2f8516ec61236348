// One row of the table of holdings. The last row is always blank: with a value typed it becomes a holding.
import { X } from 'lucide-react';
import type { PositionInput } from '@/engine/account';
import { marketValueOf, price, shares } from '@/engine/quantity';
import { addRow, changeRow, isExample, type RowChange, removeRow } from '@/state/account-edits';
import { blankRow } from '@/state/aside';
import { cancel, commit, drag, release, setNewRow, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { useField } from '@/state/use-field';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';
import { readMoney, readRate } from '@/ui/typed-figures';
import styles from './account.module.css';

/** A row's place, and what is held there; nothing yet in the blank row. */
export interface HoldingRowProps {
  readonly id: string;
  readonly number: number;
  readonly position: PositionInput | undefined;
  /** Whether the holding is part of the account already, and not just being typed. */
  readonly isKept: boolean;
  /** The broker's rate for it, shown where none is typed. */
  readonly assumedRate: string;
  /** Goes on to the next row. */
  readonly onEnter: () => void;
}

/** One holding: symbol, side, value, rate. */
export function HoldingRow({ id, number, position, isKept, assumedRate, onEnter }: HoldingRowProps) {
  const newRow = useDesk((desk) => desk.newRow);
  const valueField = useField(`value-${id}`);
  const rateField = useField(`rate-${id}`);
  const symbol = position?.symbol ?? newRow.symbol;
  const side = position?.side ?? newRow.side;
  const rate = position === undefined ? newRow.rate : (position.maintenanceRate ?? null);
  const name = symbol === '' ? `row ${number}` : symbol;

  const change = (what: string, edit: RowChange) => drag(`${what}-${id}`, changeRow(id, edit, localDay()));
  const readValue = (text: string): FieldReading => {
    const typed = text.trim() === '' && !isKept ? null : readMoney(text);
    if (typed === null) return { ok: true, show: () => cancel(`value-${id}`) };
    if (!typed.ok) {
      const hasMinus = typed.message.includes('below zero');
      return hasMinus
        ? { ok: false, message: 'Type the value without a minus; the side carries the sign.' }
        : typed;
    }
    const marketValue = typed.value;
    const show = isKept
      ? () => change('value', { marketValue })
      : () =>
          drag(`value-${id}`, addRow({ id, symbol, side, marketValue, maintenanceRate: rate }, localDay()));
    return { ok: true, show };
  };
  const readOwnRate = (text: string): FieldReading => {
    const typed = text.trim() === '' ? ({ ok: true, value: null } as const) : readRate(text);
    if (!typed.ok) return typed;
    const maintenanceRate = typed.value;
    return {
      ok: true,
      show: () => (isKept ? change('rate', { maintenanceRate }) : setNewRow({ rate: maintenanceRate })),
    };
  };
  const commitValue = () => {
    release(`value-${id}`);
    const { account } = useDesk.getState().history.present;
    const isIn = !isExample({ account }) && account.positions.some((each) => each.id === id);
    if (!isKept && isIn) setNewRow(blankRow);
  };

  return (
    <tr>
      <td>
        <input
          id={`symbol-${id}`}
          className={styles.symbol}
          aria-label={`Symbol, row ${number}`}
          placeholder={isKept ? `Holding ${number}` : 'e.g. VTI'}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          value={symbol}
          onChange={({ currentTarget: { value } }) =>
            isKept ? change('symbol', { symbol: value }) : setNewRow({ symbol: value })
          }
          onKeyDown={({ key }) => {
            if (key === 'Enter') release(`symbol-${id}`);
            if (key === 'Escape') cancel(`symbol-${id}`);
          }}
          onBlur={() => release(`symbol-${id}`)}
        />
      </td>
      <td>
        <button
          type="button"
          className={styles.side}
          aria-label={`${name}: ${side}. Change the side`}
          onClick={() => {
            const other = side === 'long' ? 'short' : 'long';
            if (isKept) commit(changeRow(id, { side: other }, localDay()));
            else setNewRow({ side: other });
          }}
        >
          {side === 'long' ? 'Long' : 'Short'}
        </button>
      </td>
      <td>
        <DecimalField
          {...valueField}
          id={`value-${id}`}
          label={`Value of ${name} in dollars`}
          isLabelHidden
          placeholder="0"
          value={position === undefined ? '' : valueText(position)}
          read={readValue}
          onCommit={commitValue}
          onEnter={onEnter}
        />
      </td>
      <td>
        <DecimalField
          {...rateField}
          id={`rate-${id}`}
          label={`Requirement of ${name} in percent`}
          isLabelHidden
          placeholder={assumedRate}
          value={rate === null ? '' : `${trimZeros(shiftPoint(rate, 2))} %`}
          read={readOwnRate}
          onEnter={onEnter}
        />
      </td>
      <td>
        {isKept && (
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove ${name}`}
            onClick={() => {
              commit(removeRow(id, localDay()));
              onEnter();
            }}
          >
            <X aria-hidden="true" size={16} />
          </button>
        )}
      </td>
    </tr>
  );
}

/** A holding's value: as typed, or shares × price. */
function valueText(position: PositionInput): string {
  if (position.marketValue !== undefined) return groupThousands(position.marketValue);
  if (position.shares === undefined || position.price === undefined) return '';
  return groupThousands(trimZeros(marketValueOf(shares(position.shares), price(position.price)).toText()));
}
