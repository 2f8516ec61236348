// The account's figures before and after a trade: what is required and above it always, money where it changes.
import type { Money } from '@/engine/quantity';
import type { Side, Trial } from '@/state/trades';
import { Change } from '@/ui/change';
import { formatMoney, formatSum } from '@/ui/format';
import table from '@/ui/side-table.module.css';
import styles from './trades.module.css';
import { wordDistances } from './trial-distances';

/** A small table, the new figure first and the old one behind an arrow. */
export function FiguresChange({ trial }: { readonly trial: Trial }) {
  const { before, after } = trial;
  const sum = ({ margin }: Side) => formatSum(margin);
  const rows: readonly (readonly [string, string, string])[] = [
    ['Above the requirement', sum(after).excess, sum(before).excess],
    ...wordDistances(trial),
    ['Requirement', sum(after).requirement, sum(before).requirement],
    ...(after.margin.equity.equals(before.margin.equity)
      ? []
      : [['Equity', sum(after).equity, sum(before).equity] as const]),
    ...moneyRow('Cash', after.account.cash, before.account.cash, (cash) => formatMoney(cash, 'down')),
    ...moneyRow('Loan', after.account.marginLoan, before.account.marginLoan, (loan) =>
      formatMoney(loan, 'up'),
    ),
    ...moneyRow('Credit from short sales', after.account.shortCredit, before.account.shortCredit, (credit) =>
      formatMoney(credit, 'down'),
    ),
  ];
  return (
    <table className={`${table.table} ${styles.table}`}>
      <caption className="visually-hidden">Before and after the trade</caption>
      <tbody>
        {rows.map(([name, now, was]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Change now={now} before={was} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function moneyRow(
  name: string,
  now: Money,
  before: Money,
  write: (amount: Money) => string,
): readonly (readonly [string, string, string])[] {
  return now.equals(before) ? [] : [[name, write(now), write(before)]];
}
