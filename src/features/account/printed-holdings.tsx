// Every holding as a plain table for paper, where there are more than one page of the screen shows: rows of fields for a
// thousand holdings would take too long, and exchanging them would take what is being typed.
import type { PositionInput } from '@/engine/account';
import type { PositionMargin } from '@/engine/margin';
import { selectIsIncomplete } from '@/state/excluded';
import { useDesk } from '@/state/store';
import { nameHolding } from '@/ui/holding-name';
import { AloneCell } from './alone-cell';
import { priceText, rateText, sharesText, valueText } from './holding-words';
import styles from './printed-holdings.module.css';
import { chargedRate } from './requirement-words';

/** The table; every holding's row in the order of the screen. */
export function PrintedHoldings({
  positions,
  isByShares,
  charged,
  aloneHeading,
  total,
}: {
  readonly positions: readonly PositionInput[];
  readonly isByShares: boolean;
  /** What is required of each holding, by its id. */
  readonly charged: ReadonlyMap<string, PositionMargin>;
  /** What the column of own margin-call prices is called; null without one. */
  readonly aloneHeading: string | null;
  /** What all are worth together and what they require, in words. */
  readonly total: { readonly value: string; readonly requirement: string } | null;
}) {
  const isIncomplete = useDesk(selectIsIncomplete);
  const hasShort = positions.some(({ side }) => side === 'short');
  return (
    <table className={styles.printed}>
      <caption>All {positions.length.toLocaleString('en-US')} holdings</caption>
      <thead>
        <tr>
          <th scope="col">Holding</th>
          {hasShort && <th scope="col">Side</th>}
          {isByShares && (
            <>
              <th scope="col">Shares</th>
              <th scope="col">Price $</th>
            </>
          )}
          <th scope="col">Value $</th>
          <th scope="col">Requires</th>
          {aloneHeading !== null && <th scope="col">{aloneHeading}</th>}
        </tr>
      </thead>
      <tbody>
        {positions.map((position) => (
          <tr key={position.id}>
            <th scope="row">{nameHolding(position, positions)}</th>
            {hasShort && <td>{position.side === 'short' ? 'Short' : 'Long'}</td>}
            {isByShares && (
              <>
                <td>{sharesText(position)}</td>
                <td>{priceText(position)}</td>
              </>
            )}
            <td>{valueText(position)}</td>
            <td>
              {position.maintenanceRate === undefined
                ? `${rateOf(charged.get(position.id))} assumed`
                : rateText(position.maintenanceRate)}
            </td>
            {aloneHeading !== null && (
              <td>
                <AloneCell id={position.id} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {total !== null && (
        <tbody className={styles.total}>
          <tr>
            <th scope="row" colSpan={1 + (hasShort ? 1 : 0) + (isByShares ? 2 : 0)}>
              {isIncomplete ? 'Total, incomplete' : 'Total'}
            </th>
            <td>{total.value}</td>
            <td>{total.requirement}</td>
          </tr>
        </tbody>
      )}
    </table>
  );
}

function rateOf(charged: PositionMargin | undefined): string {
  return charged === undefined ? '' : chargedRate(charged);
}
