// The table of holdings, typed like a sheet: a blank row always waits below the last one.

import type { PositionInput } from '@/engine/account';
import { isExample } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { selectDocument, useDesk } from '@/state/store';
import { formatMoney, formatRate } from '@/ui/format';
import styles from './account.module.css';
import { HoldingRow } from './holding-row';

/** All holdings, the blank row and the total. */
export function HoldingsTable() {
  const document = useDesk(selectDocument);
  const kept = useDesk(({ history }) => history.present);
  const newSide = useDesk(({ newRow }) => newRow.side);
  const view = selectView(document);
  const positions = isExample(document) ? [] : document.account.positions;
  const keptPositions = isExample(kept) ? [] : kept.account.positions;
  const blankId = nextId(keptPositions);
  const isBlankFilled = positions.some(({ id }) => id === blankId);
  const rows = [
    ...positions.map((position) => ({ id: position.id, position })),
    ...(isBlankFilled ? [] : [{ id: blankId, position: undefined }]),
  ];
  const rules = view.ok ? view.scene.account.ruleSet : null;
  const blankRate = rules === null ? '' : formatRate(newSide === 'long' ? rules.longRate : rules.shortRate);
  const rateOf = (id: string) => {
    const found = view.ok ? view.scene.today.positions.find(({ position }) => position.id === id) : undefined;
    return found === undefined ? blankRate : formatRate(found.rate);
  };
  const goTo = (index: number) => {
    const next = rows[index];
    const id = next?.position === undefined ? `symbol-${next?.id ?? blankId}` : `value-${next.id}`;
    focusSoon(id, `symbol-${nextId(useDesk.getState().history.present.account.positions)}`);
  };
  const total = view.ok ? view.scene.today : null;

  return (
    <table className={styles.table}>
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
            onEnter={() => goTo(index + 1)}
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

/** The first of p1, p2, … after all that are taken. */
function nextId(positions: readonly PositionInput[]): string {
  const numbers = positions.map(({ id }) => Number(/^p(\d+)$/.exec(id)?.[1] ?? 0));
  return `p${Math.max(0, ...numbers) + 1}`;
}

/** Focuses an element once the page has caught up, or another where the first is gone. */
function focusSoon(id: string, otherwise: string): void {
  requestAnimationFrame(() => {
    const element = window.document.getElementById(id) ?? window.document.getElementById(otherwise);
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
  });
}
