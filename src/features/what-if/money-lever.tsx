// Money in or out as one signed lever: a withdrawal takes the cash first and borrows the rest.
import { moneyEnds } from '@/presets/sliders';
import { selectToday } from '@/state/figures';
import { moneyFlowOf, setMoneyFlow, shownChanges } from '@/state/lever-edits';
import { sliderGesture } from '@/state/slider-gesture';
import { drag, selectDocument, useDesk } from '@/state/store';
import { useField } from '@/state/use-field';
import { findBorrowed } from '@/state/what-if-notes';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { groupThousands } from '@/ui/decimal-text';
import { formatMoneyShort, formatMoneyText, withTrueMinus } from '@/ui/format';
import { describeProblem, readDecimal } from '@/ui/read-decimal';
import { Slider } from '@/ui/slider';
import styles from './what-if.module.css';

/** Slider, field, and where the money comes from. */
export function MoneyLever() {
  const document = useDesk(selectDocument);
  const amount = moneyFlowOf(shownChanges(document));
  const margin = selectToday(document.account)?.margin ?? null;
  const size = margin === null ? 0 : margin.longMarketValue.plus(margin.shortMarketValue).toNumber();
  const end = moneyEnds.find((each) => each >= size) ?? 1e9;
  const read = (text: string): FieldReading => {
    if (text.trim() === '') return { ok: true, show: () => drag('money', setMoneyFlow('0')) };
    const typed = readDecimal(text);
    if (!typed.ok) return { ok: false, message: describeProblem(typed.problem) };
    if (typed.unit === '%') return { ok: false, message: 'Type dollars here, not a percentage.' };
    return { ok: true, show: () => drag('money', setMoneyFlow(typed.decimal)) };
  };

  return (
    <>
      <div className={styles.row}>
        <div className={styles.slider}>
          <Slider
            label="Money in or out"
            min={-end}
            max={end}
            step={end / 100}
            largeStep={end / 20}
            value={Number(amount)}
            home={0}
            valueText={`${formatMoneyText(amount)}, ${amount.startsWith('-') ? 'out' : 'in'}`}
            {...sliderGesture('money-slider', (value) => setMoneyFlow(value.toFixed(0)), setMoneyFlow('0'))}
          />
        </div>
        <div className={styles.wideField}>
          <DecimalField
            {...useField('money')}
            label="Money in, or out with a minus, in dollars"
            isLabelHidden
            prefix="$"
            value={withTrueMinus(groupThousands(amount))}
            hasSignButton
            read={read}
          />
        </div>
      </div>
      <p className={styles.note}>{wordFlow(amount, findBorrowed(document, amount.replace('-', '')))}</p>
    </>
  );
}

function wordFlow(amount: string, taken: ReturnType<typeof findBorrowed>): string {
  if (!amount.startsWith('-'))
    return amount === '0' ? 'In to the right, out to the left.' : 'It stays as cash.';
  if (taken === null) return 'It comes out of the cash.';
  const { borrowed, loan } = taken;
  return `${formatMoneyShort(borrowed)} of it is borrowed: the loan becomes ${formatMoneyShort(loan)}.`;
}
