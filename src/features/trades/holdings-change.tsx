// What a trade of several holdings makes of each: value and requirement before and after, and in total.
import { useState } from 'react';
import type { Ratio } from '@/engine/quantity';
import type { Trial } from '@/state/trades';
import { Change } from '@/ui/change';
import { formatHeld, formatMoney, formatRate, formatSum } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import table from '@/ui/side-table.module.css';
import { type HoldingChange, listHoldingChanges } from './rebalance-words';
import styles from './trades.module.css';

/** So many rows at first: an account may hold a thousand. */
const mostShown = 60;

/** The rate that a holding bears, and the one before where that differs: "at 25 %". */
function wordRates(before: Ratio | null, after: Ratio | null): string {
  const rate = after ?? before;
  if (rate === null) return '';
  const words = `at ${formatRate(rate)}`;
  return before === null || before.equals(rate) ? words : `${words}, was ${formatRate(before)}`;
}

/** More rows than this are folded away until they are wanted: what is said of all stays beside the button. */
const mostUnfolded = 8;

/** The table, folded where it is long. */
export function HoldingsChange({ trial }: { readonly trial: Trial }) {
  const [isOpen, setOpen] = useState(false);
  const rows = listHoldingChanges(trial);
  if (rows.length <= mostUnfolded) return <HoldingsTable trial={trial} rows={rows} />;
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Each of the {rows.length} holdings before and after</summary>
      {isOpen && <HoldingsTable trial={trial} rows={rows} />}
    </details>
  );
}

interface HoldingsTableProps {
  readonly trial: Trial;
  readonly rows: readonly HoldingChange[];
}

function HoldingsTable({ trial, rows }: HoldingsTableProps) {
  const all = trial.after.account.positions;
  const [was, is] = [trial.before.margin, trial.after.margin];
  const rest = rows.length - mostShown;
  const gross = ({ longMarketValue, shortMarketValue }: typeof is) =>
    formatMoney(longMarketValue.plus(shortMarketValue));
  return (
    <>
      <table className={`${table.table} ${styles.table}`}>
        <caption className="visually-hidden">Each holding before and after</caption>
        <thead>
          <tr>
            <th scope="col">Holding</th>
            <th scope="col">Value</th>
            <th scope="col">Required</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map(({ id, before, after }) => {
            const position = after?.position ?? before?.position;
            if (position === undefined) return null;
            const value = (side: typeof after) =>
              side === null ? '$0.00' : formatHeld(side.position.marketValue, position.side);
            const required = (side: typeof after) =>
              side === null ? '$0.00' : formatMoney(side.requirement);
            return (
              <tr key={id}>
                <th scope="row">
                  {nameHolding(position, all)}
                  <span className={styles.rate}>{wordRates(before?.rate ?? null, after?.rate ?? null)}</span>
                </th>
                <td>
                  <Change now={value(after)} before={value(before)} />
                </td>
                <td>
                  <Change now={required(after)} before={required(before)} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td>
              <Change now={gross(is)} before={gross(was)} />
            </td>
            <td>
              <Change now={formatSum(is).requirement} before={formatSum(was).requirement} />
            </td>
          </tr>
        </tfoot>
      </table>
      {rest > 0 && <p className="note">And {rest} more holdings, counted in the total.</p>}
    </>
  );
}
