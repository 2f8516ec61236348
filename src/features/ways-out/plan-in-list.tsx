// The plan that is in the what-if: what it does, and one button that takes all of it out again.
import { Check } from 'lucide-react';
import type { Account } from '@/engine/account';
import type { PlanIn } from '@/state/plan-in';
import { firstPress } from '@/ui/first-press';
import { formatCall } from '@/ui/format';
import styles from './plan.module.css';
import { tradeWords } from './plan-words';

interface PlanInListProps {
  readonly account: Account;
  readonly planIn: PlanIn;
  readonly onDrop: () => void;
}

/** So many trades are told; the others are counted. */
const mostTold = 6;

/** The list and its button. */
export function PlanInList({ account, planIn: { plan }, onDrop }: PlanInListProps) {
  const { cash, trades } = plan;
  const told = trades.length <= mostTold + 1 ? trades : trades.slice(0, mostTold);
  return (
    <>
      <p className={styles.taken}>
        <Check aria-hidden="true" size={16} /> The plan is in the what-if.
      </p>
      <ol className={styles.steps} aria-label="The plan in the what-if">
        {cash.sign() > 0 && <li>Deposit cash: {formatCall(cash)}</li>}
        {told.map((trade) => (
          <li key={trade.position.id}>{tradeWords(trade, account)}</li>
        ))}
      </ol>
      {told.length < trades.length && <p>And {trades.length - told.length} more.</p>}
      <button type="button" className="button" onClick={firstPress(onDrop)}>
        Take the plan out
      </button>
    </>
  );
}
