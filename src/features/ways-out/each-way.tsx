// Each way out by itself: every single way to end a call, or to have room, in two sizes, with what it leaves and where
// the next call is then.
import { useMemo, useState } from 'react';
import { bare } from '@/engine/quantity';
import { useDesk } from '@/state/store';
import { type Cure, listWays, type Way } from '@/state/ways';
import { percentForField } from '@/ui/format';
import { ScrollRegion } from '@/ui/scroll-region';
import { useStill } from '@/ui/still';
import { RoomField } from './room-field';
import { cureAfter, cureAmount, hindranceWords, introWords, wayName } from './way-words';
import styles from './ways.module.css';
import type { WaysTabProps } from './ways-tabs';

/** So many trades at first, and so many more at a press: each is tried out on the whole account. */
const tradesAtOnce = 8;

/** The list, worked out when a slider rests. */
export function EachWay({ view, standing }: WaysTabProps) {
  const isMoving = useDesk(({ draft }) => draft !== null);
  const still = useStill(view, isMoving);
  const room = useDesk(({ plan }) => plan.room);
  const [trades, setTrades] = useState(tradesAtOnce);
  const account = useMemo(() => (still?.ok === true ? still.scene.accountAt(still.move) : null), [still]);
  const found = useMemo(
    () => (account === null ? null : listWays(account, bare(room), trades)),
    [account, room, trades],
  );
  const isInCall = standing.figures.excess.sign() < 0;
  return (
    <div className={styles.ways}>
      <p className={styles.note}>{introWords(standing)}</p>
      <RoomField />
      {account === null || found === null ? (
        <p className={styles.note}>Worked out when the slider rests.</p>
      ) : (
        <>
          <ScrollRegion label="Ways out as a table">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Way</th>
                  {isInCall && <th scope="col">Just enough</th>}
                  <th scope="col">
                    With room for {percentForField(room)}
                    {'\u00A0'}%
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.ways.map((way) => (
                  <tr key={`${way.kind} ${way.position?.id ?? ''} ${way.rate?.toText() ?? ''}`}>
                    <th scope="row">{wayName(way, account.positions)}</th>
                    {isInCall && <CureCell way={way} cure={way.enough} />}
                    <CureCell way={way} cure={way.roomy} />
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {found.moreTrades > 0 && (
            <button type="button" className="button" onClick={() => setTrades(trades + tradesAtOnce)}>
              Show {Math.min(found.moreTrades, tradesAtOnce)} more holdings
            </button>
          )}
        </>
      )}
      <p className={styles.note}>
        Repaying the loan from cash is no way out: it changes neither equity nor the requirement. After a
        deposit or a sale the money can repay the loan, which saves interest.
      </p>
    </div>
  );
}

function CureCell({ way, cure }: { readonly way: Way; readonly cure: Cure | null }) {
  return (
    <td>
      {cure === null ? (
        <span className={styles.note}>{hindranceWords(way)}</span>
      ) : (
        <>
          <span>{cureAmount(cure)}</span>
          <span className={styles.note}>{cureAfter(cure)}</span>
        </>
      )}
    </td>
  );
}
