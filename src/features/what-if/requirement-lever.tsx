// The broker raises or lowers what it requires: points added to every rate.

import { ArrowRight } from 'lucide-react';
import { bare, type Ratio } from '@/engine/quantity';
import { requirementSlider } from '@/presets/sliders';
import { selectView } from '@/state/figures';
import { requirementShiftOf, setRequirementShift, shownChanges } from '@/state/lever-edits';
import type { Figures } from '@/state/scene';
import { sliderGesture } from '@/state/slider-gesture';
import { drag, selectDocument, useDesk } from '@/state/store';
import { useField } from '@/state/use-field';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { shiftPoint } from '@/ui/decimal-text';
import { formatRate, percentForField } from '@/ui/format';
import { Slider } from '@/ui/slider';
import { readPoints } from '@/ui/typed-figures';
import styles from './what-if.module.css';

/** Slider and field. */
export function RequirementLever() {
  const document = useDesk(selectDocument);
  const view = selectView(document);
  const points = requirementShiftOf(shownChanges(document));
  const rates = view.ok ? ratesOf(view.scene.before, view.scene.at(bare(0))) : null;
  const read = (text: string): FieldReading => {
    if (text.trim() === '') return { ok: true, show: () => drag('shift', setRequirementShift('0')) };
    const typed = readPoints(text);
    return typed.ok ? { ok: true, show: () => drag('shift', setRequirementShift(typed.value)) } : typed;
  };

  return (
    <div className={styles.lever}>
      <div className={styles.name}>
        <span>Requirements rise or fall</span>
        {rates !== null && (
          <span className={styles.rates}>
            {rates[0]}
            <ArrowRight role="img" aria-label="to" size={12} />
            {rates[1]}
          </span>
        )}
      </div>
      <div className={styles.row}>
        <div className={styles.slider}>
          <Slider
            label="Points added to every requirement"
            {...requirementSlider}
            value={Number(shiftPoint(points, 2))}
            home={0}
            isDisabled={rates === null}
            valueText={`${percentForField(points)} points${rates === null ? '' : `, ${rates.join(' to ')}`}`}
            {...sliderGesture(
              'shift-slider',
              (value) => setRequirementShift(shiftPoint(value.toFixed(2), -2)),
              setRequirementShift('0'),
            )}
          />
        </div>
        <div className={styles.field}>
          <DecimalField
            {...useField('shift')}
            label="Points added to every requirement, exactly"
            isLabelHidden
            suffix="points"
            value={percentForField(points)}
            read={read}
          />
        </div>
      </div>
    </div>
  );
}

/** What is required of what is held, today and then: 25 % and 30 %. Null when nothing is held. */
function ratesOf(before: Figures, now: Figures | null): readonly [string, string] | null {
  const [old, next] = [rateOf(before), now === null ? null : rateOf(now)];
  if (old === null || next === null) return null;
  return [formatRate(old), formatRate(next)];
}

function rateOf({ requirement, longMarketValue, shortMarketValue }: Figures): Ratio | null {
  const gross = longMarketValue.plus(shortMarketValue);
  return gross.sign() === 0 ? null : requirement.per(gross);
}
