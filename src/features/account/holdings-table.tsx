// The table of holdings, typed like a sheet: a blank row always waits below the last one.

import { useLayoutEffect, useRef, useState } from 'react';
import { isExample } from '@/state/account-edits';
import { selectToday } from '@/state/figures';
import { selectAccount, useDesk } from '@/state/store';
import { nextRowId } from '@/state/unfinished-row';
import { formatMoney, formatRate } from '@/ui/format';
import styles from './account.module.css';
import { HoldingRow } from './holding-row';

/** All holdings, the blank row and the total. */
export function HoldingsTable({ startsTyping }: { readonly startsTyping: boolean }) {
  const account = useDesk(selectAccount);
  const kept = useDesk(({ history }) => history.present);
  const newSide = useDesk(({ newRow }) => newRow.side);
  const today = selectToday(account);
  const positions = isExample({ account }) ? [] : account.positions;
  const keptPositions = isExample(kept) ? [] : kept.account.positions;
  const blankId = nextRowId(keptPositions);
  const isBlankFilled = positions.some(({ id }) => id === blankId);
  const rows = [
    ...positions.map((position) => ({ id: position.id, position })),
    ...(isBlankFilled ? [] : [{ id: blankId, position: undefined }]),
  ];
  const rules = today?.account.ruleSet ?? null;
  const blankRate = rules === null ? '' : formatRate(newSide === 'long' ? rules.longRate : rules.shortRate);
  const rateOf = (id: string) => {
    const found = today?.margin.positions.find(({ position }) => position.id === id);
    return found === undefined ? blankRate : formatRate(found.rate);
  };
  const table = useRef<HTMLTableElement>(null);
  const [goal, setGoal] = useState(startsTyping ? { row: 0 } : null);
  // Before the page is painted: a key pressed right after Enter must land in the next row.
  useLayoutEffect(() => {
    if (goal === null) return;
    const field = fieldOf(table.current, goal.row);
    field?.focus();
    field?.select();
  }, [goal]);
  const total = today?.margin ?? null;

  return (
    <table ref={table} className={styles.table}>
      <caption className="visually-hidden">Holdings</caption>
      <thead>
        <tr>
          <th scope="col">Holding</th>
          <th scope="col">Side</th>
          <th scope="col" className={styles.number}>
            Value $
          </th>
          <th scope="col" className={styles.number}>
            Requires
          </th>
          <th scope="col">
            <span className="visually-hidden">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, position }, index) => (
          <HoldingRow
            key={id}
            id={id}
            number={index + 1}
            position={position}
            isKept={keptPositions.some((each) => each.id === id)}
            assumedRate={rateOf(id)}
            onEnter={() => setGoal({ row: index + 1 })}
          />
        ))}
      </tbody>
      {positions.length > 1 && total !== null && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Total
            </th>
            <td className={styles.number}>
              {formatMoney(total.longMarketValue.plus(total.shortMarketValue))}
            </td>
            <td className={styles.number} colSpan={2}>
              {formatMoney(total.requirement)}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** The field that typing goes on in: the value of a holding, or the start of the blank row. */
function fieldOf(table: HTMLTableElement | null, index: number): HTMLInputElement | undefined {
  const rows = table?.tBodies[0]?.rows;
  const last = (rows?.length ?? 0) - 1;
  const [symbol, value] = rows?.[Math.min(index, last)]?.querySelectorAll('input') ?? [];
  return index < last ? value : symbol;
}
