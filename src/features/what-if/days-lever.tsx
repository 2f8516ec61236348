// Days pass and the loan grows by its interest: usable once the yearly rate is known.
import { daysSlider } from '@/presets/sliders';
import { setLoanInterestRate } from '@/state/account-edits';
import { daysOf, setDays, shownChanges } from '@/state/lever-edits';
import { sliderGesture } from '@/state/slider-gesture';
import { drag, selectDocument, useDesk } from '@/state/store';
import { useField } from '@/state/use-field';
import { findInterest, findRefusal } from '@/state/what-if-notes';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { formatMoneyShort, percentForField } from '@/ui/format';
import { describeProblem, readDecimal } from '@/ui/read-decimal';
import { Slider } from '@/ui/slider';
import { readRate } from '@/ui/typed-figures';
import { describeRefusal } from './change-words';
import styles from './what-if.module.css';

/** The rate; once it is typed, the slider and the field; and what the days cost. */
export function DaysLever() {
  const document = useDesk(selectDocument);
  const { loanInterestRate: rate } = document.account;
  const days = daysOf(shownChanges(document));
  const readYearly = (text: string): FieldReading => {
    if (text.trim() === '') return { ok: true, show: () => drag('interest', setLoanInterestRate(null)) };
    const typed = readRate(text);
    if (!typed.ok) return { ok: false, message: typed.message.replace('A requirement', 'A yearly rate') };
    return { ok: true, show: () => drag('interest', setLoanInterestRate(typed.value)) };
  };

  return (
    <>
      <DecimalField
        {...useField('interest')}
        label="The loan costs a year"
        suffix="%"
        placeholder="e.g. 7.25"
        value={rate === undefined ? '' : percentForField(rate)}
        read={readYearly}
      />
      {(rate !== undefined || days > 0) && <DaysRow days={days} />}
      <p className={styles.note}>
        <DaysNote />
      </p>
    </>
  );
}

function DaysRow({ days }: { readonly days: number }) {
  return (
    <div className={styles.row}>
      <div className={styles.slider}>
        <Slider
          label="Days that pass"
          {...daysSlider}
          value={days}
          home={0}
          valueText={days === 1 ? '1 day' : `${days} days`}
          {...sliderGesture('days-slider', (value) => setDays(Math.round(value)), setDays(0))}
        />
      </div>
      <div className={styles.field}>
        <DecimalField
          {...useField('days')}
          label="Days that pass, exactly"
          isLabelHidden
          suffix="days"
          value={String(days)}
          read={readDays}
        />
      </div>
    </div>
  );
}

function DaysNote() {
  const document = useDesk(selectDocument);
  const refusal = findRefusal(document);
  const cost = findInterest(document);
  if (refusal?.issue.code === 'no-interest-rate') return describeRefusal(refusal.issue);
  if (document.account.loanInterestRate === undefined)
    return 'Type what the loan costs a year; then days can pass.';
  if (cost === null) return 'Interest is charged on the loan only.';
  const { interest, loan, dayCount } = cost;
  return `${formatMoneyShort(interest, 'up')} of interest on ${formatMoneyShort(loan, 'up')} is added to the loan: simple interest, a year of ${dayCount} days. Brokers post it monthly, so over months theirs is a little more.`;
}

const mostDays = 36_500;

function readDays(text: string): FieldReading {
  if (text.trim() === '') return { ok: true, show: () => drag('days', setDays(0)) };
  const typed = readDecimal(text);
  if (!typed.ok) return { ok: false, message: describeProblem(typed.problem) };
  const days = Number(typed.decimal);
  if (typed.unit !== null || !Number.isInteger(days) || days < 0 || days > mostDays) {
    return { ok: false, message: 'Type whole days, from 0 to 36,500.' };
  }
  return { ok: true, show: () => drag('days', setDays(days)) };
}
