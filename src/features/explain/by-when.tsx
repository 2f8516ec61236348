// By when the call is to be met, counted from its day; a broker that makes no call has neither.
import { useEffect, useId, useRef, useState } from 'react';
import { isCallDay, selectCallDay } from '@/state/call-day';
import type { Explained } from '@/state/explained';
import { isLiquidating } from '@/state/liquidation';
import { setCalledOn, useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { StrongText } from '@/ui/strong-text';
import styles from './explain.module.css';
import { wordDue } from './way-words';

/** The sentence, and the day from which it counts. */
export function ByWhen({ explained }: { readonly explained: Explained }) {
  const calledOn = useDesk(selectCallDay);
  return (
    <>
      <p>
        <StrongText text={wordDue(explained, calledOn, localDay())} />
      </p>
      {!isLiquidating(explained.account.ruleSet) && <CallDay calledOn={calledOn} />}
    </>
  );
}

/** Half a date is none yet, and the day stays what it was; an empty field is today. */
function CallDay({ calledOn }: { readonly calledOn: string }) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (field !== null && field !== document.activeElement && field.value !== calledOn)
      field.value = calledOn;
  }, [calledOn]);
  return (
    <div className={`labeled ${styles.compare}`}>
      <label htmlFor={id}>The call is of</label>
      <input
        id={id}
        ref={input}
        className="control"
        type="date"
        min="2000-01-01"
        max="2100-12-31"
        defaultValue={calledOn}
        aria-invalid={refused}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget: { value } }) => {
          if (!isCallDay(value)) return;
          setRefused(false);
          setCalledOn(value === localDay() ? null : value);
        }}
        onBlur={({ currentTarget }) => {
          const { value, validity } = currentTarget;
          const isWrong = validity.badInput || (value !== '' && !isCallDay(value));
          setRefused(isWrong);
          if (isWrong || value !== '') return;
          setCalledOn(null);
          currentTarget.value = localDay();
        }}
      />
      <span id={`${id}-note`} className="note">
        {refused && 'Type a whole date between 2000 and 2100. It stays as it was.'}
      </span>
    </div>
  );
}
