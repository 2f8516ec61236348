// The ways out on paper, or how to have room: what each takes, of the dearest holdings, with what is left out said.
import { bare } from '@/engine/quantity';
import { selectView } from '@/state/figures';
import { firstRoom } from '@/state/room-side';
import { selectDocument, useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import { type Cure, listWays, type Way } from '@/state/ways';
import { formatRate } from '@/ui/format';
import { roomPercent } from './room-field';
import { cureAmount, wayName } from './way-words';

/** So many trades fit beside the assumptions. */
const mostTrades = 6;

/** The table; nothing without an account that can be judged. */
export function PrintedWays() {
  const view = useDesk((desk) => selectView(selectDocument(desk)));
  const verdict = selectVerdict(view);
  const room = firstRoom(view);
  const account = view.ok ? view.scene.accountAt(view.move) : null;
  if (account === null || !isStanding(verdict) || verdict.kind === 'noLoan') return null;
  const isInCall = verdict.figures.excess.sign() < 0;
  const { ways, moreTrades, repaying } = listWays(account, bare(room), mostTrades);
  const doing = ways.filter(({ enough, roomy }) => (isInCall ? enough : null) !== null || roomy !== null);
  const nameOf = (way: Way) =>
    way.kind === 'moveIn' && way.rate !== null
      ? `Move in securities, at ${formatRate(way.rate)}`
      : wayName(way, account.positions);
  // Where there is that much room, no way has to be gone.
  if (!isInCall && doing.every(({ roomy }) => roomy?.amount.sign() === 0)) {
    return (
      <section aria-label="Ways out on paper">
        <h2>How to have more room</h2>
        <p>Nothing is called for, and there is room for {roomPercent(room)} already.</p>
      </section>
    );
  }
  return (
    <section aria-label="Ways out on paper">
      <h2>{isInCall ? 'Ways out: any one of these' : 'How to have more room: any one of these'}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Way</th>
            {isInCall && <th scope="col">Just enough</th>}
            <th scope="col">With room for {roomPercent(room)}</th>
          </tr>
        </thead>
        <tbody>
          {doing.map((way) => (
            <tr key={nameOf(way)}>
              <th scope="row">{nameOf(way)}</th>
              {isInCall && <td>{amountOf(way.enough)}</td>}
              <td>{amountOf(way.roomy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moreTrades > 0 && (
        <p>
          {doing.some(({ position }) => position !== null) ? '' : 'No one of the holdings tried is enough. '}
          {moreTrades} more {moreTrades === 1 ? 'holding' : 'holdings'} left out.
        </p>
      )}
      {account.cash.sign() > 0 && !repaying.isBounded && (
        <p>Repaying the loan from cash changes neither equity nor the requirement.</p>
      )}
    </section>
  );
}

function amountOf(cure: Cure | null): string {
  return cure === null ? 'not enough' : cureAmount(cure);
}
