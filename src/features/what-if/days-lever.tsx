// Days pass and the loan grows by its interest, once the account says what the loan costs a year.
import { daysSlider } from '@/presets/sliders';
import { daysOf, setDays, shownChanges } from '@/state/lever-edits';
import { goToField, selectDocument, useDesk } from '@/state/store';
import { findInterest, findRefusal } from '@/state/what-if-notes';
import { formatMoneyShort } from '@/ui/format';
import { describeRefusal } from './change-words';
import { Lever } from './lever';
import { readDays } from './read-days';

/** Slider and field, and what the days cost. */
export function DaysLever() {
  const days = useDesk((desk) => daysOf(shownChanges(selectDocument(desk))));
  return (
    <>
      <DaysRow days={days} />
      <p className="note">
        <DaysNote />
      </p>
    </>
  );
}

/** What days need first: the way to the field for it, which is folded away in the account. */
export function RateDoor() {
  return (
    <p className="note">
      Days cost interest.{' '}
      <button type="button" className="link" onClick={() => goToField('interest')}>
        Type the loan’s yearly rate
      </button>
    </p>
  );
}

function DaysRow({ days }: { readonly days: number }) {
  return (
    <Lever
      field="days"
      label="Days that pass"
      fieldLabel="Days that pass, exactly"
      range={daysSlider}
      limits={[0, 36_500]}
      value={days}
      valueText={days === 1 ? '1 day' : `${days} days`}
      shown={String(days)}
      suffix="days"
      hasSign={false}
      edit={(value) => setDays(Math.round(value))}
      home={setDays(0)}
      read={(text) => {
        const typed = readDays(text);
        return typed.ok ? { ok: true, edit: setDays(typed.value) } : typed;
      }}
    />
  );
}

function DaysNote() {
  const document = useDesk(selectDocument);
  const refusal = findRefusal(document);
  const cost = findInterest(document);
  if (refusal?.issue.code === 'no-interest-rate') {
    return (
      <>
        {describeRefusal(refusal.issue)}{' '}
        <button type="button" className="link" onClick={() => goToField('interest')}>
          Go to it
        </button>
      </>
    );
  }
  if (cost === null) return 'Interest is charged on the loan only.';
  const { interest, loan, dayCount } = cost;
  return `${formatMoneyShort(interest, 'up')} of interest on ${formatMoneyShort(loan, 'up')} is added to the loan: simple interest, a year of ${dayCount} days. Brokers post it monthly, so over months theirs is a little more.`;
}
