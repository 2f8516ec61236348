// What every lever is made of: a slider with a small button at each end, the exact field, and the way to the call.
import { Minus, Plus } from 'lucide-react';
import { LeverPicture } from '@/charts/lever-picture';
import type { SliderRange } from '@/presets/sliders';
import type { Edit } from '@/state/account-edits';
import { leverId } from '@/state/field-places';
import { sliderGesture } from '@/state/slider-gesture';
import { commitPress, drag, useDesk } from '@/state/store';
import { useField } from '@/state/use-field';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { Slider } from '@/ui/slider';
import { useLeverCurve } from './use-lever-curve';
import { type FindWay, WayButton } from './way-to-call';
import styles from './what-if.module.css';

/** What a typed text asks for, or why it is refused. */
export type LeverReading =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly message: string };

/** A lever's scale, value and edits. Values are numbers of the unit shown. */
export interface LeverProps {
  /** The field's name in the store; the slider's follows from it. */
  readonly field: string;
  readonly label: string;
  readonly fieldLabel: string;
  readonly range: SliderRange;
  readonly value: number;
  /** What the value is called: number first, then what it means. */
  readonly valueText: string;
  /** The value as the field shows it. */
  readonly shown: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** The least and the most that can be meant; the slider's own ends may be nearer. */
  readonly limits: readonly [number, number];
  readonly hasSign: boolean;
  /** What the empty field shows: the figure of today. */
  readonly placeholder?: string;
  /** Where the slider rests when nothing is changed; 0 unless it says so. */
  readonly rest?: number;
  readonly isDisabled?: boolean;
  /** The edit for a value of the slider or the buttons. */
  readonly edit: (value: number) => Edit;
  readonly home: Edit;
  readonly read: (text: string) => LeverReading;
  /** Finds the way to the margin call, named with its figure; without it there is none. */
  readonly findWay?: FindWay;
}

/** One lever. */
export function Lever(props: LeverProps) {
  const { field, label, range, value, limits, edit, home } = props;
  const slider = `${field}-slider`;
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const isDisabled = props.isDisabled ?? false;
  const nudge = (steps: number) => {
    const next = Math.min(limits[1], Math.max(limits[0], value + steps * range.step));
    commitPress(slider, edit(next));
  };
  const read = (text: string): FieldReading => {
    const reading: LeverReading = text.trim() === '' ? { ok: true, edit: home } : props.read(text);
    return reading.ok ? { ok: true, show: () => drag(field, reading.edit) } : reading;
  };
  const picture = useLeverCurve(range, edit);
  // Its own drag moves along the picture; any other leaves it behind.
  const isOtherMoving = useDesk(
    (desk) => desk.draft !== null && desk.gesture !== slider && desk.gesture !== field,
  );

  return (
    <div className={styles.lever}>
      <button
        type="button"
        className="button square"
        aria-label={`${label}: lower`}
        disabled={isDisabled}
        onClick={() => nudge(-1)}
      >
        <Minus aria-hidden="true" size={16} />
      </button>
      <div className={styles.slider}>
        {picture !== null && (
          <LeverPicture curve={picture.curve} isWaiting={isOtherMoving || picture.isWaiting} />
        )}
        <Slider
          label={label}
          {...range}
          value={value}
          home={props.rest ?? 0}
          isDisabled={isDisabled}
          valueText={props.valueText}
          {...sliderGesture(slider, edit, home)}
        />
      </div>
      <button
        type="button"
        className="button square"
        aria-label={`${label}: higher`}
        disabled={isDisabled}
        onClick={() => nudge(1)}
      >
        <Plus aria-hidden="true" size={16} />
      </button>
      <div className={styles.field}>
        <DecimalField
          {...useField(field)}
          id={leverId(field)}
          label={props.fieldLabel}
          isLabelHidden
          prefix={props.prefix}
          suffix={props.suffix}
          value={props.shown}
          placeholder={props.placeholder ?? ''}
          hasSignButton={props.hasSign}
          read={read}
        />
        {props.findWay !== undefined && !isAnswerHidden && <WayButton find={props.findWay} />}
      </div>
    </div>
  );
}
