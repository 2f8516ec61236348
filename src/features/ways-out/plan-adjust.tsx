// How a plan is changed: new cash, whole shares or parts of one, what stays, and how much of each holding. Whatever is
// typed or dragged makes the plan one's own.
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Position } from '@/engine/account';
import { dearestFirst } from '@/engine/dearest-first';
import { sizeHeld } from '@/engine/planned-trade';
import { type Bare, bare } from '@/engine/quantity';
import { type HandPlan, handOf, type PlanSettings, withSize } from '@/state/plan';
import { setPlan, useDesk } from '@/state/store';
import { followTaken } from '@/state/taken-plan';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatMoneyShort } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { Slider } from '@/ui/slider';
import { StrongText } from '@/ui/strong-text';
import { readMoney } from '@/ui/typed-figures';
import styles from './plan.module.css';
import { heldText, readSize, sizeAt, sliderStep } from './plan-reading';
import { outcomeWords, sliderName } from './plan-words';
import type { PlanProps } from './use-plan';

/** So many holdings at first, and so many more at a press. */
const atOnce = 12;

/** Cash, whole shares, and a row for each holding. */
export function PlanAdjust({
  account,
  plan,
  kind,
  room,
  standing,
  settings,
}: PlanProps & { readonly settings: PlanSettings }) {
  const [count, setCount] = useState(atOnce);
  const held = useMemo(() => dearestFirst(account), [account]);
  const rest = held.length - count;
  const hand = kind === 'hand' && settings.hand !== null ? settings.hand : handOf(plan);
  const sizes = new Map(
    plan.trades.map(({ position, shares, amount }) => [position.id, (shares ?? amount).as<'bare'>()]),
  );
  // A row is drawn again only when its own size changes: what it calls never does.
  const latest = useRef(hand);
  useEffect(() => {
    latest.current = hand;
  });
  const resize = useCallback((id: string, size: string) => {
    latest.current = withSize(latest.current, id, size);
    setPlan({ kind: 'hand', hand: latest.current });
  }, []);
  return (
    <div className={styles.adjust}>
      <div className={styles.wishes}>
        <CashField kind={kind} settings={settings} hand={hand} />
        {held.some(({ shares }) => shares !== null) && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={settings.isWholeShares}
              onChange={({ currentTarget }) => setPlan({ isWholeShares: currentTarget.checked })}
            />
            Whole shares
          </label>
        )}
      </div>
      <p className={styles.note}>
        Type shares, dollars or a percentage of a holding, or drag: the plan is then your own. What is kept is
        not touched.
      </p>
      <ul className={styles.rows} aria-label="How much of each holding">
        {held.slice(0, count).map((position) => (
          <Row
            key={position.id}
            position={position}
            positions={account.positions}
            size={sizeText(sizes.get(position.id) ?? bare(0), position)}
            isWholeShares={settings.isWholeShares}
            isLocked={settings.locked.includes(position.id)}
            onSize={resize}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="button" onClick={() => setCount(count + atOnce)}>
          Show {Math.min(rest, atOnce)} more of {held.length.toLocaleString('en-US')} holdings
        </button>
      )}
      {/* The plan's own line again, in sight of whichever row is at work. */}
      <p className={styles.foot} aria-hidden="true">
        <StrongText text={outcomeWords(plan, room, standing)} />
      </p>
    </div>
  );
}

interface CashProps {
  readonly kind: PlanProps['kind'];
  readonly settings: PlanSettings;
  readonly hand: HandPlan;
}

/** Of a plan by hand what is paid in; of any other the most of it. */
function CashField({ kind, settings, hand }: CashProps) {
  const isByHand = kind === 'hand';
  return (
    <div className={styles.cash}>
      <PlanField
        label={isByHand ? 'New cash' : 'New cash, at most'}
        prefix="$"
        value={groupThousands(isByHand ? hand.cash : settings.cash)}
        read={(text) => {
          const typed = text.trim() === '' ? ({ ok: true, value: '0' } as const) : readMoney(text);
          if (!typed.ok) return typed;
          const { value } = typed;
          return {
            ok: true,
            show: () => setPlan(isByHand ? { hand: { ...hand, cash: value } } : { cash: value }),
          };
        }}
      />
    </div>
  );
}

/** A field that is nowhere else: its refused text is its own, and Escape leads back to where one began. */
function PlanField(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly value: string;
  readonly read: (text: string) => FieldReading;
}) {
  const { read } = props;
  const [refused, setRefused] = useState<string | undefined>(undefined);
  // The whole plan as it was: what is typed makes it one's own, and Escape takes that back too.
  const [before, setBefore] = useState<PlanSettings | null>(null);
  const reading = (text: string): FieldReading => {
    const typed = read(text);
    if (!typed.ok) return typed;
    const show = () => {
      setBefore(before ?? useDesk.getState().plan);
      typed.show();
    };
    return { ok: true, show };
  };
  return (
    <DecimalField
      {...props}
      refused={refused}
      read={reading}
      onRefuse={(text) => setRefused(text ?? undefined)}
      onCommit={() => setBefore(null)}
      onCancel={() => {
        if (before !== null) setPlan(before);
        setBefore(null);
      }}
    />
  );
}

/** As the field shows it: cents, or shares to six decimals. */
function sizeText(size: Bare, { shares }: Position): string {
  return trimZeros(size.toFixed(shares === null ? 2 : 6, 'up'));
}

/** A holding that is kept goes out of a plan by hand too. */
function lock(id: string, isLocked: boolean): void {
  const { locked, hand } = useDesk.getState().plan;
  const others = locked.filter((each) => each !== id);
  const kept = hand && followTaken(hand, withSize(hand, id, '0'));
  setPlan(isLocked ? { locked: [...others, id], hand: kept } : { locked: others });
}

interface RowProps {
  readonly position: Position;
  readonly positions: readonly Position[];
  /** Decimal text: shares, or dollars where those are unknown. */
  readonly size: string;
  readonly isWholeShares: boolean;
  readonly isLocked: boolean;
  readonly onSize: (id: string, size: string) => void;
}

const Row = memo(function Row({ position, positions, size, isWholeShares, isLocked, onSize }: RowProps) {
  const { id } = position;
  const name = nameHolding(position, positions, 'within');
  const held = sizeHeld(position).toNumber();
  const step = sliderStep(position, isWholeShares);
  const text = groupThousands(size);
  const isCounted = position.shares !== null;
  return (
    <li className={styles.row} data-kept={isLocked || undefined}>
      <span className={styles.name}>
        {name.charAt(0).toUpperCase() + name.slice(1)}
        <span className={styles.note}>
          {heldText(position)}
          {isCounted && `, ${formatMoneyShort(position.marketValue, 'down')}`}
        </span>
      </span>
      <label className={styles.check}>
        <input
          type="checkbox"
          aria-label={`Keep ${name}`}
          checked={isLocked}
          onChange={({ currentTarget }) => lock(id, currentTarget.checked)}
        />
        Keep
      </label>
      {!isLocked && (
        <>
          <div className={styles.slider}>
            <Slider
              label={sliderName(position, positions)}
              value={Number(size)}
              min={0}
              max={held}
              step={step}
              largeStep={Math.max(step, held / 20)}
              home={0}
              valueText={isCounted ? `${text} of ${heldText(position)}` : `$${text} of ${heldText(position)}`}
              onDrag={(value) => onSize(id, sizeAt(value, position, isWholeShares))}
              onRelease={() => {}}
              onReset={() => onSize(id, '0')}
            />
          </div>
          <div>
            <PlanField
              label={`${sliderName(position, positions)}, in ${isCounted ? 'shares' : 'dollars'}`}
              isLabelHidden
              prefix={isCounted ? undefined : '$'}
              value={text}
              read={(typed) => {
                const reading = readSize(typed, position, isWholeShares);
                return reading.ok ? { ok: true, show: () => onSize(id, reading.size) } : reading;
              }}
            />
          </div>
        </>
      )}
    </li>
  );
});
