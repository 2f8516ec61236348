// What a trade would do, said before it is taken, or why it cannot be done and what would help.
import type { Position } from '@/engine/account';
import { paymentDue } from '@/state/buying';
import { commit, goToField, useDesk } from '@/state/store';
import { normaliseTargets, setTargetsToNow } from '@/state/targets';
import { localDay } from '@/state/today';
import type { Trial, Tried } from '@/state/trades';
import { firstPress } from '@/ui/first-press';
import { StrongText } from '@/ui/strong-text';
import { FiguresChange } from './figures-change';
import { HoldingsChange } from './holdings-change';
import { wordWhy } from './rebalance-words';
import { wordRefusal } from './refusal-words';
import type { TradeWish } from './trade-kinds';
import { wordCall, wordInitial, wordPayment } from './trade-words';
import styles from './trades.module.css';

/** Whether several holdings are traded at once. */
function isOfSeveral({ kind, use, from }: TradeWish): boolean {
  if (kind === 'deposit') return use === 'invest';
  return kind === 'withdraw' ? from === 'sell' : kind === 'remove' || kind === 'rebalance';
}

/** The preview, and the button that takes the trade. */
export function TradePreview(props: {
  readonly wish: TradeWish;
  readonly tried: Tried;
  readonly traded: Position | undefined;
  readonly onTake: () => void;
}) {
  const { wish, tried, traded, onTake } = props;
  if (!tried.ok) {
    return (
      <div className={styles.preview}>
        <p className={styles.refusal}>{wordRefusal(tried, traded)}</p>
        <TargetDoors code={tried.issue.code} />
      </div>
    );
  }
  const { trial } = tried;
  return (
    <>
      <div className={styles.preview} data-tells>
        <FiguresChange trial={trial} />
        {sentencesOf(wish, trial).map((sentence) => (
          <p key={sentence}>
            <StrongText text={sentence} />
          </p>
        ))}
        {isOfSeveral(wish) && <HoldingsChange trial={trial} />}
      </div>
      <button type="button" className={`button ${styles.take}`} onClick={firstPress(onTake)}>
        Put it into the what-if
      </button>
    </>
  );
}

function sentencesOf(wish: TradeWish, trial: Trial): readonly string[] {
  const { kind } = wish;
  return [
    ...wordPayment(wish, trial),
    ...(kind === 'remove' || kind === 'rebalance' ? wordWhy(trial) : []),
    ...wordInitial(trial, paymentDue(localDay())),
    ...wordCall(trial),
  ];
}

/** Where targets are missing or do not make 100 %: what can be done about it here, and the way to them. */
function TargetDoors({ code }: { readonly code: string }) {
  const firstLong = useDesk(
    ({ history }) => history.present.account.positions.find(({ side }) => side === 'long')?.id,
  );
  const hasList = useDesk(({ history }) => history.present.account.positions.length > 1);
  if (code !== 'no-target-weights' && code !== 'weights-not-one') return null;
  return (
    <div className={styles.doors}>
      {code === 'weights-not-one' && (
        <button type="button" className="button" onClick={() => commit(normaliseTargets)}>
          Make them 100&nbsp;%
        </button>
      )}
      <button type="button" className="button" onClick={() => commit(setTargetsToNow)}>
        Set targets to today’s shares
      </button>
      {hasList && firstLong !== undefined && (
        <button type="button" className="button" onClick={() => goToField(`weight-${firstLong}`)}>
          Type targets
        </button>
      )}
    </div>
  );
}
