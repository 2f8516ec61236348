// The shortest way in: what the holdings are worth, what is owed, and what the broker requires. Each answers at once.
import { useLayoutEffect, useRef } from 'react';
import {
  blankAccount,
  isDollarRate,
  isExample,
  requirementOf,
  setHoldings,
  setRequirementDollars,
  setRequirementRate,
} from '@/state/account-edits';
import { selectToday } from '@/state/figures';
import { selectOneHoldingRate } from '@/state/one-number';
import { cancel, commit, drag, keepText, selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatRate } from '@/ui/format';
import { readMoney, readRequirement } from '@/ui/typed-figures';
import styles from './account.module.css';
import { AccountField, type FieldReading } from './account-field';
import { LoanField, showMoney } from './balance-fields';
import { rateText } from './holding-words';
import { RequirementHint, withoutCents } from './requirement-hint';

/** The three fields. `onSplit` opens the table with the number as its rest. */
export function ThreeNumbers({
  startsTyping,
  onSplit,
}: {
  readonly startsTyping: boolean;
  readonly onSplit: () => void;
}) {
  const firstField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (startsTyping) firstField.current?.focus();
  }, [startsTyping]);
  const account = useDesk(selectAccount);
  const example = isExample({ account });
  const position = example ? undefined : account.positions[0];
  const worth = position?.marketValue ?? '0';

  return (
    <div className={styles.three}>
      <AccountField
        field="holdings"
        label="My holdings are worth"
        prefix="$"
        placeholder="e.g. 49,000"
        value={Number(worth) === 0 ? '' : groupThousands(worth)}
        inputRef={firstField}
        read={readHoldings}
        onKept={keepWaitingRequirement}
      />
      <LoanField />
      <div className={styles.requirement}>
        <AccountField
          field="requirement"
          id={`rate-${position?.id ?? 'p1'}`}
          label="My broker requires, % or $"
          value={requirementText(position)}
          placeholder={useAssumedRate()}
          hint={(typed) => <RequirementHint typed={typed} />}
          read={readOwnRequirement}
        />
        <OneHoldingNote onSplit={onSplit} />
      </div>
    </div>
  );
}

/** The holding that all of them are typed as, as it is kept. */
function keptHolding() {
  const { present } = useDesk.getState().history;
  return isExample(present) ? undefined : present.account.positions[0];
}

function readHoldings(text: string): FieldReading {
  const position = keptHolding();
  // A number that is being retyped is not 0 meanwhile: that would cry of a margin call that is none.
  if (text.trim() === '') {
    const keep = () => {
      if (Number(position?.marketValue ?? 0) !== 0) drag('holdings', setHoldings('0', localDay()));
    };
    return { ok: true, show: () => cancel('holdings'), keep };
  }
  const dollars = position !== undefined && isDollarRate(position) ? requirementOf(position) : null;
  const typed = readMoney(text);
  if (typed.ok && dollars !== null && Number(typed.value) > 0 && Number(dollars) > 3 * Number(typed.value)) {
    const message = `The requirement of ${withoutCents(dollars)} would be more than 300\u00A0% of it.`;
    return { ok: false, message };
  }
  return showMoney(text, (amount) => drag('holdings', setHoldings(amount, localDay())));
}

function readOwnRequirement(text: string): FieldReading {
  if (text.trim() === '') return { ok: true, show: () => drag('requirement', setRequirementRate(null)) };
  const typed = readRequirement(text);
  if (!typed.ok) return typed;
  const { value } = typed;
  if (value.kind === 'rate') {
    return { ok: true, show: () => drag('requirement', setRequirementRate(value.ratio)) };
  }
  const worth = Number(keptHolding()?.marketValue ?? 0);
  if (worth === 0) return { ok: false, message: 'First type what the holdings are worth.' };
  if (Number(value.dollars) > 3 * worth) {
    return { ok: false, message: 'These dollars are more than 300\u00A0% of what the holdings are worth.' };
  }
  return { ok: true, show: () => drag('requirement', setRequirementDollars(value.dollars)) };
}

/** A requirement in dollars that was typed before the holdings waits for them. */
function keepWaitingRequirement() {
  const text = useDesk.getState().texts['requirement'];
  const typed = text === undefined ? null : readRequirement(text);
  const worth = Number(keptHolding()?.marketValue ?? 0);
  if (typed?.ok !== true || typed.value.kind === 'rate' || worth === 0) return;
  if (Number(typed.value.dollars) > 3 * worth) return;
  commit(setRequirementDollars(typed.value.dollars));
  keepText('requirement', null);
}

function requirementText(position: Parameters<typeof requirementOf>[0] | undefined): string {
  if (position?.maintenanceRate === undefined) return '';
  const dollars = isDollarRate(position) ? requirementOf(position) : null;
  return dollars === null ? rateText(trimZeros(position.maintenanceRate)) : withoutCents(dollars);
}

/** The rate that the broker's rules would set. */
function useAssumedRate(): string {
  const account = useDesk(selectAccount);
  const today = selectToday(isExample({ account }) ? blankAccount : account);
  if (today === null) return '';
  const held = today.margin.positions[0];
  const isAssumed = held !== undefined && held.position.ownRate === null && held.position.side === 'long';
  return formatRate(isAssumed ? held.rate : today.account.ruleSet.longRate);
}

/** One number under rules that ask more of large holdings counts as one large holding, which is seldom so. */
function OneHoldingNote({ onSplit }: { readonly onSplit: () => void }) {
  const rate = useDesk(selectOneHoldingRate);
  const rules = useDesk((desk) => selectToday(selectAccount(desk))?.account.ruleSet.name);
  if (rate === null) return null;
  return (
    <div className={styles.caution}>
      <p>
        <strong>{formatRate(rate)} assumed, as if all of it were one single holding.</strong> {rules} asks
        more of a large holding; several smaller ones can need less. Type the requirement that your broker
        prints, or
      </p>
      <button type="button" className="button" onClick={onSplit}>
        Split into holdings
      </button>
    </div>
  );
}
