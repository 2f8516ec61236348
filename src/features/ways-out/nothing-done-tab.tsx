// If nothing is done: what would have to be sold at least, what would be left, and what the broker's pages say of it.
import { useMemo } from 'react';
import type { Account } from '@/engine/account';
import { type ForcedSale, findForcedSale } from '@/engine/forced-sale';
import { itemAt } from '@/engine/item-at';
import type { Standing } from '@/state/verdict';
import { Change } from '@/ui/change';
import { formatExcess, formatMoney } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { StrongText } from '@/ui/strong-text';
import styles from './dated.module.css';
import { FactList } from './fact-list';
import {
  dealName,
  dealSize,
  leastWords,
  leftWords,
  loanName,
  noForecast,
  orderWords,
  owedWords,
  untouchedWords,
} from './nothing-done-words';

import { nextCall } from './way-words';
import type { WaysTabProps } from './ways-tabs';

/** What would be sold, once for each account at rest: with tiers it takes longer than a frame. */
export function NothingDoneTab({ view, standing }: WaysTabProps) {
  const account = useMemo(() => (view.ok ? view.scene.accountAt(view.move) : null), [view]);
  const outcome = useMemo(() => {
    if (account === null) return null;
    const isByValue = account.ruleSet.input.saleOrder === 'value';
    return findForcedSale(account, isByValue ? 'value' : 'requirement');
  }, [account]);
  if (account === null || outcome === null) {
    return <p className="note">Worked out when the slider rests.</p>;
  }
  const { ruleSet } = account;
  return (
    <div className={styles.dated}>
      {outcome.isEnough ? (
        <Sale
          sale={outcome.sale}
          before={account}
          standing={standing}
          order={orderWords(ruleSet, outcome.sale)}
        />
      ) : (
        <p className={styles.due}>
          <StrongText text={owedWords(outcome.owed, standing)} />
        </p>
      )}
      <p>{noForecast}</p>
      <FactList title={`What ${ruleSet.input.name} says of a sale`} rules={ruleSet.id} about="sale" />
    </div>
  );
}

interface SaleProps {
  readonly sale: ForcedSale;
  /** The account before it. */
  readonly before: Account;
  readonly standing: Standing;
  readonly order: string;
}

function Sale({ sale, before, standing, order }: SaleProps) {
  const { trades, account, margin, next } = sale;
  const positions = account.positions;
  const placeOf = (id: string) => positions.findIndex((each) => each.id === id);
  const untouched =
    positions.filter(({ isClosed }) => !isClosed).length - trades.filter(({ isAll }) => !isAll).length;
  return (
    <>
      <div>
        <p className={styles.due}>
          <StrongText text={leastWords(sale, standing)} />
        </p>
        <p className="note">{order}</p>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Holding</th>
            <th scope="col">At least</th>
            <th scope="col">Left</th>
          </tr>
        </thead>
        <tbody>
          {trades.map((trade) => (
            <tr key={trade.position.id}>
              <th scope="row">{nameHolding(trade.position, positions)}</th>
              <td>
                <span>{dealSize(trade)}</span>
                <span className="note">{dealName(trade, trades)}</span>
              </td>
              <td>{leftWords(itemAt(positions, placeOf(trade.position.id)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        {untouched > 0 && <p className="note">{untouchedWords(untouched)}</p>}
        <dl className={styles.left}>
          {!account.shortCredit.equals(before.shortCredit) && (
            <>
              <dt>Money from the short sales, used to buy back</dt>
              <dd>
                <Change
                  now={formatMoney(account.shortCredit, 'down')}
                  before={formatMoney(before.shortCredit, 'down')}
                />
              </dd>
            </>
          )}
          <dt>{loanName(before.marginLoan, account.marginLoan)}</dt>
          <dd>
            <Change
              now={formatMoney(account.marginLoan, 'up')}
              before={formatMoney(before.marginLoan, 'up')}
            />
          </dd>
          <dt>Equity, unchanged</dt>
          <dd>{formatMoney(margin.equity, 'down')}</dd>
          <dt>Above the requirement</dt>
          <dd>
            {formatExcess(margin.excess)} · {nextCall(next, standing)}
          </dd>
        </dl>
      </div>
    </>
  );
}
