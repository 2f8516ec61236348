// What if: the levers beside the market, and the list of everything that differs from today.
import type { ReactNode } from 'react';
import type { ChangeInput } from '@/engine/scenario';
import { isExample } from '@/state/account-edits';
import { selectButMarket } from '@/state/but-market';
import { leverId } from '@/state/field-places';
import { isAction, moneyFlowOf, shownChanges } from '@/state/lever-edits';
import { canMoveHolding, isHoldingField } from '@/state/one-holding';
import { selectDocument, useDesk } from '@/state/store';
import { useSought } from '@/state/use-sought';
import { withCents } from '@/ui/decimal-text';
import { formatMoneyText } from '@/ui/format';
import { ChangeList } from './change-list';
import { DaysLever, RateDoor } from './days-lever';
import { HoldingLever, listHoldingChanges } from './holding-lever';
import { LeverRow } from './lever-row';
import { MoneyLever } from './money-lever';
import { RequirementLever, RequirementState } from './requirement-lever';
import { RulesLever, rulesState } from './rules-lever';
import styles from './what-if.module.css';
import { whatIfTitleId } from './what-if-title';

/** What other panels have to say in it. */
export interface WhatIfPanelProps {
  /** The row of what-ifs that are kept: what it says folded, and what it holds. */
  readonly kept?: { readonly state: ReactNode; readonly content: ReactNode };
  /** How the one on show is kept. */
  readonly keep?: ReactNode;
  /** Trades, in a row of their own where there is an account to trade in. */
  readonly trades?: ReactNode;
}

/** The panel below the account. */
export function WhatIfPanel({ kept, keep, trades }: WhatIfPanelProps) {
  const document = useDesk(selectButMarket);
  const texts = useDesk((desk) => desk.texts);
  const { account } = document;
  const changes = shownChanges(document);
  const has = (...types: readonly ChangeInput['type'][]) => changes.some(({ type }) => types.includes(type));
  const holdingChanges = listHoldingChanges(changes);
  const flow = moneyFlowOf(changes);
  const days = changes.find((change) => change.type === 'passDays')?.days ?? 0;
  const isHeld = account.positions.length > 0;
  const sought = useDesk((desk) => desk.sought);
  const isSought = (field: string) => sought === leverId(field);
  const isChanged = useDesk((desk) => shownChanges(selectDocument(desk)).length > 0);
  // The first example stays small until something is kept of it.
  const isKeptOffered = useDesk(
    ({ history }) => !isExample(history.present) || history.present.scenarios.length > 0,
  );
  useSought('what-if');
  const canDaysPass = account.loanInterestRate !== undefined || days > 0 || 'days' in texts;
  const isRateMissing = Number(account.marginLoan) > 0 && !isExample({ account });

  return (
    <section aria-labelledby={whatIfTitleId} className={styles.panel}>
      <h2 id={whatIfTitleId} tabIndex={-1} className="panel-title">
        What if
      </h2>
      <div data-screen="">
        <LeverRow
          name="requirements"
          title="Requirements rise or fall"
          state={<RequirementState />}
          isChanged={has('shiftRequirement') || 'shift' in texts}
          isSought={isSought('shift')}
        >
          {() => <RequirementLever />}
        </LeverRow>
        {isHeld && canMoveHolding(account) && (
          <LeverRow
            name="holding"
            title="One holding moves"
            state={countChanges(holdingChanges.length)}
            isChanged={holdingChanges.length > 0 || Object.keys(texts).some(isHoldingField)}
            isSought={sought !== null && isHoldingField(sought.replace(leverId(''), ''))}
          >
            {() => <HoldingLever />}
          </LeverRow>
        )}
        {isHeld && (
          <LeverRow
            name="money"
            title="Money in or out"
            state={flow === '0' ? undefined : formatMoneyText(withCents(flow))}
            isChanged={flow !== '0' || 'money' in texts}
            isSought={isSought('money')}
          >
            {() => <MoneyLever />}
          </LeverRow>
        )}
        {isHeld && (canDaysPass || isRateMissing) && (
          <LeverRow
            name="days"
            title="Time and interest"
            state={days === 0 ? undefined : days === 1 ? '1 day' : `${days} days`}
            isChanged={days > 0 || 'days' in texts}
            isSought={isSought('days')}
          >
            {() => (canDaysPass ? <DaysLever /> : <RateDoor />)}
          </LeverRow>
        )}
        {isHeld && (!isExample({ account }) || has('switchRuleSet')) && (
          <LeverRow
            name="rules"
            title="Another broker’s rules"
            state={rulesState(document)}
            isChanged={has('switchRuleSet')}
          >
            {() => <RulesLever />}
          </LeverRow>
        )}
        {isHeld && trades !== undefined && !isExample({ account }) && (
          <LeverRow
            name="trades"
            title="Trade or rebalance"
            state={countChanges(changes.filter(isAction).length)}
            isChanged={false}
          >
            {() => trades}
          </LeverRow>
        )}
        {kept !== undefined && isHeld && isKeptOffered && (
          <LeverRow name="kept" title="Kept and ready-made" state={kept.state} isChanged={false}>
            {() => kept.content}
          </LeverRow>
        )}
      </div>
      {isChanged && <ChangeList keep={keep} />}
    </section>
  );
}

function countChanges(count: number): string | undefined {
  return count === 0 ? undefined : count === 1 ? '1 change' : `${count} changes`;
}
