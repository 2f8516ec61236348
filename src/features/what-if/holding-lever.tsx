// One holding, or a group of them, moves apart from the market; and what is required of it.
import { useState } from 'react';
import type { AccountInput, Position } from '@/engine/account';
import { bare, type Money, money } from '@/engine/quantity';
import { holdingSlider } from '@/presets/sliders';
import { selectToday, selectView } from '@/state/figures';
import {
  holdingLeversOf,
  type LeverTarget,
  setHoldingMove,
  setHoldingPrice,
  setHoldingRequirement,
  shownChanges,
} from '@/state/lever-edits';
import { sliderGesture } from '@/state/slider-gesture';
import { drag, selectDocument, useDesk } from '@/state/store';
import { useField } from '@/state/use-field';
import { Change } from '@/ui/change';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { groupThousands, shiftPoint } from '@/ui/decimal-text';
import { formatMoneyShort, formatRate, percentForField } from '@/ui/format';
import { Slider } from '@/ui/slider';
import { readMove, readRate } from '@/ui/typed-figures';
import { holdingName } from './change-words';
import styles from './what-if.module.css';

/** Whether there is a holding that can move apart from the rest. */
export function canMoveHolding({ positions }: AccountInput): boolean {
  return positions.length > 1 || positions.some(({ shares }) => shares !== undefined);
}

/** The choice of the holding, and its two levers. */
export function HoldingLever() {
  const { positions } = useDesk(selectDocument).account;
  const groups = [...new Set(positions.flatMap(({ group }) => group ?? []))];
  const options = [
    ...positions.map(({ id }) => ({ key: `position ${id}`, name: holdingName(positions, id) })),
    ...groups.map((group) => ({ key: `group ${group}`, name: `All of ${group}` })),
  ];
  const [wanted, choose] = useState<string | null>(null);
  const chosen = options.find(({ key }) => key === wanted) ?? options[0];
  if (chosen === undefined) return null;
  const target: LeverTarget = chosen.key.startsWith('group ')
    ? { group: chosen.key.slice('group '.length) }
    : { position: chosen.key.slice('position '.length) };

  return (
    <>
      <label className={styles.choice}>
        <span>Which holding</span>
        <select value={chosen.key} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {options.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <MoveLever key={`move ${chosen.key}`} name={chosen.name} target={target} />
      <RequirementField key={`rate ${chosen.key}`} name={chosen.name} target={target} />
    </>
  );
}

interface TargetProps {
  readonly name: string;
  readonly target: LeverTarget;
}

function MoveLever({ name, target }: TargetProps) {
  const document = useDesk(selectDocument);
  const view = selectView(document);
  const { ratio, price } = holdingLeversOf(shownChanges(document), target);
  const held = view.ok ? view.scene.account.positions.filter(isIn(target)) : [];
  const after = view.ok ? (view.scene.accountAt(view.move)?.positions.filter(isIn(target)) ?? null) : null;
  const [before, now] = [worthOf(held), after === null ? null : worthOf(after)];
  const percent = price === null ? Number(shiftPoint(ratio ?? '0', 2)) : percentTo(price, held[0]);
  const id = 'group' in target ? `group-${target.group}` : target.position;
  const [field, slider] = [`move-${id}`, `move-slider-${id}`];

  const read = (text: string): FieldReading => {
    if (text.trim() === '') return { ok: true, show: () => drag(field, setHoldingMove(target, '0')) };
    const typed = readMove(text);
    if (!typed.ok) return typed;
    const { value } = typed;
    if (value.kind === 'percent') {
      return { ok: true, show: () => drag(field, setHoldingMove(target, value.ratio)) };
    }
    if ('group' in target) return { ok: false, message: 'A group has no price: type a percentage.' };
    return { ok: true, show: () => drag(field, setHoldingPrice(target.position, value.dollars)) };
  };

  return (
    <div>
      <div className={styles.name}>
        <span>{name} moves</span>
        <Change
          now={now === null ? 'not possible' : formatMoneyShort(now, 'down')}
          before={formatMoneyShort(before, 'down')}
        />
      </div>
      <div className={styles.row}>
        <div className={styles.slider}>
          <Slider
            label={`Move of ${name}`}
            {...holdingSlider}
            value={percent}
            home={0}
            valueText={`${percentForField(shiftPoint(percent.toFixed(2), -2))} %${now === null ? '' : `, ${formatMoneyShort(now, 'down')}`}`}
            {...sliderGesture(
              slider,
              (value) => setHoldingMove(target, shiftPoint(value.toFixed(2), -2)),
              setHoldingMove(target, '0'),
            )}
          />
        </div>
        <div className={styles.wideField}>
          <DecimalField
            {...useField(field)}
            label={`Move of ${name} in percent, or its price in dollars`}
            isLabelHidden
            suffix={price === null ? '%' : undefined}
            value={price === null ? percentForField(ratio ?? '0') : `$${groupThousands(price)}`}
            hasSignButton
            read={read}
          />
        </div>
      </div>
    </div>
  );
}

function RequirementField({ name, target }: TargetProps) {
  const document = useDesk(selectDocument);
  const { rate } = holdingLeversOf(shownChanges(document), target);
  const today = selectToday(document.account);
  const held = today?.margin.positions.find(({ position }) => isIn(target)(position));
  const field = `required-${'group' in target ? `group-${target.group}` : target.position}`;
  const read = (text: string): FieldReading => {
    if (text.trim() === '') return { ok: true, show: () => drag(field, setHoldingRequirement(target, null)) };
    const typed = readRate(text);
    return typed.ok
      ? { ok: true, show: () => drag(field, setHoldingRequirement(target, typed.value)) }
      : typed;
  };
  return (
    <DecimalField
      {...useField(field)}
      label={`The broker requires of ${name}`}
      suffix="%"
      value={rate === null ? '' : percentForField(rate)}
      placeholder={held === undefined ? '' : formatRate(held.rate).replace(/\u00A0%$/, '')}
      read={read}
    />
  );
}

function isIn(target: LeverTarget): (position: Position) => boolean {
  return (position) =>
    'group' in target ? position.group === target.group : position.id === target.position;
}

function worthOf(positions: readonly Position[]): Money {
  return positions.reduce((total, { marketValue }) => total.plus(marketValue), money(0));
}

/** How far a price lies from today's, in percent, for the slider's thumb. */
function percentTo(price: string, held: Position | undefined): number {
  const today = held?.price ?? held?.marketValue;
  if (today === undefined || today.sign() === 0) return 0;
  return (bare(price).toNumber() / today.toNumber() - 1) * 100;
}
