// One holding, or a group of them, moves apart from the market; what is required of it, and how much of it is held.
import { memo, useCallback, useMemo, useState } from 'react';
import type { Position, PositionInput } from '@/engine/account';
import { type Bare, bare, type Money, money } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { holdingSlider } from '@/presets/sliders';
import { leverId } from '@/state/field-places';
import { selectView } from '@/state/figures';
import { heldAfter } from '@/state/held-after';
import { findHoldingCall } from '@/state/lever-calls';
import {
  holdingLeversOf,
  type LeverTarget,
  setHoldingMove,
  setHoldingPrice,
  shownChanges,
} from '@/state/lever-edits';
import { holdingFields } from '@/state/one-holding';
import { selectAccount, selectDocument, useDesk } from '@/state/store';
import { Change } from '@/ui/change';
import { groupThousands, shiftPoint, trimZeros } from '@/ui/decimal-text';
import { formatMoneyShort, percentForField } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { readMove } from '@/ui/typed-figures';
import { callButton } from './call-button';
import { Lever } from './lever';
import { RateLever } from './rate-lever';
import { TradeLever } from './trade-lever';
import type { WayToCall } from './way-to-call';
import styles from './what-if.module.css';

/** What of the what-if is about one holding or a group. */
export function listHoldingChanges(changes: readonly ChangeInput[]): readonly ChangeInput[] {
  return changes.filter(({ type }) => holdingChanges.has(type));
}

const holdingChanges: ReadonlySet<ChangeInput['type']> = new Set([
  'moveGroup',
  'movePrice',
  'setPrice',
  'setRequirement',
]);

/** The choice of the holding, and its levers. The first one that differs from today is chosen at the start. */
export function HoldingLever() {
  const { positions } = useDesk(selectAccount);
  const options = useMemo(() => listOptions(positions), [positions]);
  const [wanted, choose] = useState(() =>
    firstChanged(options, shownChanges(selectDocument(useDesk.getState())), useDesk.getState().texts),
  );
  const sought = useDesk((desk) => desk.sought);
  const goal =
    sought === null
      ? undefined
      : options.find(({ target }) => fieldsOf(target).map(leverId).includes(sought));
  if (goal !== undefined && goal.key !== wanted) choose(goal.key);
  const chosen = options.find(({ key }) => key === wanted) ?? options[0];
  if (chosen === undefined) return null;
  const { target } = chosen;
  const held = 'group' in target ? undefined : positions.find(({ id }) => id === target.position);

  return (
    <>
      <Choice options={options} chosen={chosen.key} choose={choose} />
      <MoveLever key={`move ${chosen.key}`} name={chosen.name} target={chosen.target} />
      <RateLever key={`rate ${chosen.key}`} name={chosen.name} target={chosen.target} />
      {held !== undefined && <TradeLever key={`trade ${chosen.key}`} name={chosen.name} position={held} />}
    </>
  );
}

/** All holdings to choose from: a thousand of them are not drawn anew with every step of a slider. */
const Choice = memo(function Choice(props: {
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly choose: (key: string) => void;
}) {
  return (
    <label className="labeled">
      <span>Which holding</span>
      <select
        className="control"
        value={props.chosen}
        onChange={({ currentTarget }) => props.choose(currentTarget.value)}
      >
        {props.options.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
});

function listOptions(positions: readonly PositionInput[]): readonly Option[] {
  const groups = [...new Set(positions.flatMap(({ group }) => group ?? []))];
  return [
    ...positions.map((position) => ({
      key: `position ${position.id}`,
      name: nameHolding(position, positions, 'subject'),
      target: { position: position.id },
    })),
    ...groups.map((group) => ({ key: `group ${group}`, name: `All of ${group}`, target: { group } })),
  ];
}

interface Option {
  readonly key: string;
  readonly name: string;
  readonly target: LeverTarget;
}

/** An entry that could not be read comes first: it must not be hidden behind the choice. */
function firstChanged(
  options: readonly Option[],
  changes: readonly ChangeInput[],
  texts: Readonly<Record<string, string>>,
): string | null {
  const isUnread = ({ target }: Option) => fieldsOf(target).some((field) => field in texts);
  const isChanged = ({ target }: Option) => {
    const { ratio, price, rate } = holdingLeversOf(changes, target);
    return ratio !== null || price !== null || rate !== null;
  };
  return (options.find(isUnread) ?? options.find(isChanged))?.key ?? null;
}

const fieldsOf = (target: LeverTarget) => Object.values(holdingFields(target));

interface TargetProps {
  readonly name: string;
  readonly target: LeverTarget;
}

function MoveLever({ name, target }: TargetProps) {
  const find = useCallback((each: SimulatorDocument) => findWay(each, target), [target]);
  const document = useDesk(selectDocument);
  const view = selectView(document);
  const { ratio, price } = holdingLeversOf(shownChanges(document), target);
  const held = view.ok ? view.scene.account.positions.filter(isIn(target)) : [];
  const after = view.ok ? heldAfter(view.scene, view.move, isIn(target)) : null;
  const [before, now] = [worthOf(held), after === null ? null : worthOf(after)];
  const percent = price === null ? Number(shiftPoint(ratio ?? '0', 2)) : percentTo(price, held[0]);

  return (
    <div>
      <div className={styles.name}>
        <span>{name} moves</span>
        <Change
          now={now === null ? 'not possible' : formatMoneyShort(now, 'down')}
          before={formatMoneyShort(before, 'down')}
        />
      </div>
      <Lever
        field={holdingFields(target).move}
        label={`Move of ${name}`}
        fieldLabel={`Move of ${name} in percent${'group' in target ? '' : ', or its price in dollars'}`}
        range={holdingSlider}
        limits={[-100, 1e6]}
        value={percent}
        valueText={`${percentForField(shiftPoint(percent.toFixed(2), -2))}\u00A0%${now === null ? '' : `, ${formatMoneyShort(now, 'down')}`}`}
        shown={price === null ? percentForField(ratio ?? '0') : `$${groupThousands(shortPrice(price))}`}
        suffix={price === null ? '%' : undefined}
        hasSign
        edit={(value) => setHoldingMove(target, shiftPoint(value.toFixed(2), -2))}
        home={setHoldingMove(target, '0')}
        read={(text) => {
          const typed = readMove(text);
          if (!typed.ok) return typed;
          const { value } = typed;
          if (value.kind === 'percent') return { ok: true, edit: setHoldingMove(target, value.ratio) };
          if ('group' in target) {
            return { ok: false, message: 'A group has no price: type a percentage.' };
          }
          return { ok: true, edit: setHoldingPrice(target.position, value.dollars) };
        }}
        findWay={find}
      />
      {price === null && view.ok && view.move.sign() !== 0 && (
        <p className="note">On top of the market’s {signedPercent(view.move)}.</p>
      )}
    </div>
  );
}

/** The way to the margin-call price of one holding, or its value where only that is known. */
function findWay(document: SimulatorDocument, target: LeverTarget): WayToCall | null {
  const view = selectView(document);
  if (!view.ok || 'group' in target) return null;
  const call = findHoldingCall(document, target.position);
  if (call === null) return null;
  const figure = formatMoneyShort(money(call.value), call.isFreeAbove ? 'up' : 'down');
  return {
    name: callButton(view.scene, call.isEnd, figure),
    edit: setHoldingPrice(target.position, call.value),
  };
}

function signedPercent(move: Bare): string {
  return `${move.sign() > 0 ? '+' : ''}${percentForField(move.toText())}\u00A0%`;
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

/** A price as its field shows it: at most four decimals. */
function shortPrice(price: string): string {
  const [whole = '', fraction = ''] = price.split('.');
  return trimZeros(`${whole}.${fraction.slice(0, 4)}`);
}
