// The account's dollars beside its holdings: the loan, cash, and the credit of short sales.
import { isExample, setBalance } from '@/state/account-edits';
import { drag, selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { groupThousands } from '@/ui/decimal-text';
import { readMoney } from '@/ui/typed-figures';
import { AccountField, type FieldReading } from './account-field';

/** What is owed to the broker. */
export function LoanField() {
  const account = useDesk(selectAccount);
  const loan = isExample({ account }) ? '0' : account.marginLoan;
  return (
    <AccountField
      field="loan"
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
  return (
    <AccountField
      field={field}
      label={label}
      prefix="$"
      placeholder={isExample({ account }) ? 'e.g. 1,000' : '0'}
      value={amount === '0' ? '' : groupThousands(amount)}
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
export function showMoney(text: string, show: (amount: string) => void): FieldReading {
  if (text.trim() === '') return { ok: true, show: () => show('0') };
  const typed = readMoney(text);
  return typed.ok ? { ok: true, show: () => show(typed.value) } : typed;
}
