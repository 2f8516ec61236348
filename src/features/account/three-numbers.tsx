// The shortest way in: what the holdings are worth, what is owed, and what the broker requires. Each answers at once.
import { useLayoutEffect, useRef } from 'react';
import {
  blankAccount,
  isDollarRate,
  isExample,
  requirementOf,
  setBalance,
  setHoldings,
  setRequirementDollars,
  setRequirementRate,
} from '@/state/account-edits';
import { selectToday } from '@/state/figures';
import { drag, selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { useField } from '@/state/use-field';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';
import { formatMoneyText, formatRate } from '@/ui/format';
import { readMoney, readRequirement } from '@/ui/typed-figures';
import styles from './account.module.css';

/** The three fields. */
export function ThreeNumbers({ startsTyping }: { readonly startsTyping: boolean }) {
  const firstField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (startsTyping) firstField.current?.focus();
  }, [startsTyping]);
  const account = useDesk(selectAccount);
  const example = isExample({ account });
  const position = example ? undefined : account.positions[0];
  const worth = position?.marketValue ?? '0';
  const isWorthless = Number(worth) === 0;

  return (
    <div className={styles.three}>
      <DecimalField
        {...useField('holdings')}
        label="My holdings are worth"
        prefix="$"
        placeholder="e.g. 49,000"
        value={isWorthless ? '' : groupThousands(worth)}
        inputRef={firstField}
        read={(text) => showMoney(text, (amount) => drag('holdings', setHoldings(amount, localDay())))}
      />
      <LoanField />
      <DecimalField
        {...useField('requirement')}
        id={`rate-${position?.id ?? 'p1'}`}
        label="My broker requires, % or $"
        value={position === undefined ? '' : requirementText(position)}
        placeholder={useAssumedRate()}
        hint={<RequirementHint />}
        read={(text) => {
          if (text.trim() === '')
            return shown(() => drag('requirement', setRequirementRate(null, localDay())));
          const typed = readRequirement(text);
          if (!typed.ok) return typed;
          const { value } = typed;
          if (value.kind === 'rate')
            return shown(() => drag('requirement', setRequirementRate(value.ratio, localDay())));
          if (isWorthless) return { ok: false, message: 'First type what the holdings are worth.' };
          return shown(() => drag('requirement', setRequirementDollars(value.dollars, localDay())));
        }}
      />
    </div>
  );
}

/** What is owed to the broker. */
export function LoanField() {
  const account = useDesk(selectAccount);
  const loan = isExample({ account }) ? '0' : account.marginLoan;
  return (
    <DecimalField
      {...useField('loan')}
      label="I owe the broker"
      prefix="$"
      placeholder={isExample({ account }) ? 'e.g. 10,000' : '0'}
      value={loan === '0' ? '' : groupThousands(loan)}
      read={(text) => showMoney(text, (amount) => drag('loan', setBalance('marginLoan', amount, localDay())))}
    />
  );
}

/** Cash, or the credit of short sales. */
export function BalanceField({
  field,
  label,
}: {
  readonly field: 'cash' | 'shortCredit';
  readonly label: string;
}) {
  const account = useDesk(selectAccount);
  const amount = isExample({ account }) ? '0' : account[field];
  const isMissing = field === 'shortCredit' && amount === '0';
  return (
    <DecimalField
      {...useField(field)}
      label={label}
      prefix="$"
      placeholder="0"
      value={amount === '0' ? '' : groupThousands(amount)}
      hint={isMissing ? 'Counted as $0. The proceeds of the short sales belong here.' : undefined}
      read={(text) => readBalance(field, text)}
    />
  );
}

/** Reads cash or short credit. Brokers print a loan as negative cash: it is said where it belongs. */
function readBalance(field: 'cash' | 'shortCredit', text: string): FieldReading {
  const reading = showMoney(text, (typed) => drag(field, setBalance(field, typed, localDay())));
  const isNegative = /^\s*[(\-−]/.test(text);
  return !reading.ok && field === 'cash' && isNegative
    ? { ok: false, message: 'Negative cash is a loan: type it under I owe the broker.' }
    : reading;
}

/** Reads dollars; an empty field means none. */
function showMoney(text: string, show: (amount: string) => void): FieldReading {
  if (text.trim() === '') return shown(() => show('0'));
  const typed = readMoney(text);
  return typed.ok ? shown(() => show(typed.value)) : typed;
}

function shown(show: () => void): FieldReading {
  return { ok: true, show };
}

function requirementText(position: Parameters<typeof requirementOf>[0]): string {
  if (position.maintenanceRate === undefined) return '';
  const dollars = isDollarRate(position) ? requirementOf(position) : null;
  return dollars === null
    ? `${trimZeros(shiftPoint(position.maintenanceRate, 2))} %`
    : formatMoneyText(dollars.replace(/\.00$/, ''));
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

/** The other way to say the same requirement, or whose rate is assumed. */
function RequirementHint() {
  const account = useDesk(selectAccount);
  const today = selectToday(account);
  const position = account.positions[0];
  if (today === null || isExample({ account }) || position === undefined) return null;
  const held = today.margin.positions[0];
  if (held === undefined || held.position.marketValue.sign() === 0) return null;
  if (position.maintenanceRate === undefined) {
    const assumed = `${formatRate(held.rate)} assumed: ${today.account.ruleSet.name}`;
    return held.tier === null ? assumed : `${assumed}, as if all of it were one holding. Several need less.`;
  }
  return isDollarRate(position)
    ? `= ${formatRate(held.rate)}`
    : `= ${formatMoneyText(held.requirement.toFixed(2, 'nearest').replace(/\.00$/, ''))}`;
}
