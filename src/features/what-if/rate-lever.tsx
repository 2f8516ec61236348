// What the broker requires of one holding, or of all of a group.
import { useCallback } from 'react';
import type { AccountInput } from '@/engine/account';
import { money, type Ratio, ratio } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { rateSlider } from '@/presets/sliders';
import { selectToday, selectView } from '@/state/figures';
import { findRateCall } from '@/state/lever-calls';
import { holdingLeversOf, type LeverTarget, setHoldingRequirement, shownChanges } from '@/state/lever-edits';
import { holdingFields } from '@/state/one-holding';
import { selectAccount, selectDocument, useDesk } from '@/state/store';
import { Change } from '@/ui/change';
import { shiftPoint } from '@/ui/decimal-text';
import { formatRate, percentForField } from '@/ui/format';
import { readRate } from '@/ui/typed-figures';
import { callButton } from './call-button';
import { Lever } from './lever';
import type { WayToCall } from './way-to-call';
import styles from './what-if.module.css';

/** Slider and field; an empty field is the requirement as it is. */
export function RateLever({ name, target }: { readonly name: string; readonly target: LeverTarget }) {
  const find = useCallback((each: SimulatorDocument) => findWay(each, target), [target]);
  const account = useDesk(selectAccount);
  const rate = useDesk((desk) => holdingLeversOf(shownChanges(selectDocument(desk)), target).rate);
  const today = rateToday(account, target);
  const rest = today === null ? 0 : today.rate.toNumber() * 100;
  const now = rate === null ? (today?.rate ?? null) : ratio(rate);
  const set = (value: number) =>
    setHoldingRequirement(target, Math.abs(value - rest) < 1e-9 ? null : shiftPoint(value.toFixed(4), -2));
  return (
    <div>
      <div className={styles.name}>
        <span>The broker requires{today?.isAverage === true && ', on average'}</span>
        {now !== null && today !== null && <Change now={formatRate(now)} before={formatRate(today.rate)} />}
      </div>
      <Lever
        field={holdingFields(target).rate}
        label={`What is required of ${name}`}
        fieldLabel={`The broker requires of ${name}`}
        range={rest > rateSlider.max ? { ...rateSlider, max: 300 } : rateSlider}
        limits={[0, 300]}
        value={now === null ? 0 : now.toNumber() * 100}
        rest={rest}
        valueText={now === null ? '' : formatRate(now)}
        shown={rate === null ? '' : percentForField(rate)}
        placeholder={today === null ? '' : formatRate(today.rate).replace(/\u00A0%$/, '')}
        suffix="%"
        hasSign={false}
        edit={set}
        home={setHoldingRequirement(target, null)}
        read={(text) => {
          const typed = readRate(text);
          return typed.ok ? { ok: true, edit: setHoldingRequirement(target, typed.value) } : typed;
        }}
        findWay={find}
      />
    </div>
  );
}

/** What is required of a holding today, or on average of a group whose holdings differ. */
function rateToday(
  account: AccountInput,
  target: LeverTarget,
): { readonly rate: Ratio; readonly isAverage: boolean } | null {
  const held = (selectToday(account)?.margin.positions ?? []).filter(({ position: { id, group } }) =>
    'group' in target ? group === target.group : id === target.position,
  );
  const [first] = held;
  if (first === undefined) return null;
  if (held.every(({ rate }) => rate.equals(first.rate))) return { rate: first.rate, isAverage: false };
  const value = held.reduce((sum, { position }) => sum.plus(position.marketValue), money(0));
  if (value.sign() === 0) return { rate: first.rate, isAverage: true };
  const all = held.reduce((sum, { position, rate }) => sum.plus(position.marketValue.times(rate)), money(0));
  return { rate: all.per(value), isAverage: true };
}

/** The way to the last rate without a call. */
function findWay(document: SimulatorDocument, target: LeverTarget): WayToCall | null {
  const view = selectView(document);
  const call = findRateCall(document, target);
  if (!view.ok || call === null) return null;
  return {
    name: callButton(view.scene, call.isEnd, formatRate(ratio(call.value), 'down')),
    edit: setHoldingRequirement(target, call.value),
  };
}
