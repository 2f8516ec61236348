// What is said once about an account and seldom changed: folded away until it is wanted or a link leads to it.
import { useEffect, useRef, useState } from 'react';
import {
  setAccountName,
  setDayCount,
  setEnteredOn,
  setLoanInterestRate,
  setMinimumCash,
} from '@/state/account-edits';
import { commit, drag, keepText, selectAccount, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { groupThousands } from '@/ui/decimal-text';
import { readRate } from '@/ui/typed-figures';
import styles from './account.module.css';
import { AccountField, type FieldReading } from './account-field';
import { showMoney } from './balance-fields';
import { rateText } from './holding-words';
import { TextField } from './text-field';

/** Whether a link leads to one of these fields. */
export function isDetail(sought: string | null): boolean {
  return sought === 'interest' || sought === 'entered-on' || sought === 'minimumCash';
}

/** The loan's interest, the days of a year, the day of the prices, cash that stays cash, the account's name. */
export function AccountDetails() {
  const account = useDesk(selectAccount);
  const isSought = useDesk(({ sought }) => isDetail(sought));
  const [isOpen, setOpen] = useState(false);
  if (isSought && !isOpen) setOpen(true);
  return (
    <details
      className={styles.details}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Interest, date and more</summary>
      <div className={styles.fold}>
        <AccountField
          field="interest"
          label="Yearly interest rate of the loan"
          placeholder={'e.g. 7.25\u00A0%'}
          value={rateText(account.loanInterestRate ?? null)}
          read={readInterest}
        />
        <div className="labeled">
          <label htmlFor="day-count">Interest by a year of</label>
          <select
            className="control"
            id="day-count"
            value={account.dayCount ?? 360}
            onChange={({ currentTarget }) => commit(setDayCount(currentTarget.value === '365' ? 365 : 360))}
          >
            <option value={360}>360 days</option>
            <option value={365}>365 days</option>
          </select>
        </div>
        <DayField day={account.enteredOn} />
        <AccountField
          field="minimumCash"
          label="Minimum cash, never invested"
          prefix="$"
          placeholder="0"
          value={account.minimumCash === undefined ? '' : groupThousands(account.minimumCash)}
          read={(text) => showMoney(text, (amount) => drag('minimumCash', setMinimumCash(amount)))}
        />
        <TextField field="name" label="Name of the account" value={account.name} edit={setAccountName} />
      </div>
    </details>
  );
}

/** The day the prices are of. Half a date is none yet, and the day stays what it was. */
function DayField({ day }: { readonly day: string | undefined }) {
  const refused = useDesk(({ texts }) => texts['entered-on']);
  const input = useRef<HTMLInputElement>(null);
  // The browser keeps half a date to itself: it is only told when the day changes elsewhere.
  useEffect(() => {
    if (input.current !== null && refused === undefined) input.current.value = day ?? '';
  }, [day, refused]);
  const keep = (typed: string) => {
    if (typed === '' || typed === day) return keepText('entered-on', null);
    if (typed > localDay()) return keepText('entered-on', typed);
    keepText('entered-on', null);
    commit(setEnteredOn(typed));
  };
  return (
    <div className="labeled">
      <label htmlFor="entered-on">The prices are of</label>
      <input
        className="control"
        id="entered-on"
        ref={input}
        type="date"
        defaultValue={refused ?? day}
        max={localDay()}
        aria-invalid={refused !== undefined}
        aria-describedby="entered-on-note"
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') keep(currentTarget.value);
        }}
        onBlur={({ currentTarget }) => {
          keep(currentTarget.value);
          if (currentTarget.value === '' && day !== undefined) currentTarget.value = day;
        }}
      />
      <span id="entered-on-note" className={styles.error}>
        {refused !== undefined && `That day is still to come.${day === undefined ? '' : ` It stays ${day}.`}`}
      </span>
    </div>
  );
}

function readInterest(text: string): FieldReading {
  if (text.trim() === '') return { ok: true, show: () => drag('interest', setLoanInterestRate(null)) };
  const typed = readRate(text);
  if (!typed.ok) return { ok: false, message: typed.message.replace('A requirement', 'A yearly rate') };
  return { ok: true, show: () => drag('interest', setLoanInterestRate(typed.value)) };
}
