// The further move of the market that is to make no call: one lever for the list of ways and for the plan.
import { useState } from 'react';
import type { PlanSettings } from '@/state/plan';
import { setPlan, useDesk } from '@/state/store';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { shiftPoint } from '@/ui/decimal-text';
import { percentForField } from '@/ui/format';
import { Slider } from '@/ui/slider';
import { readMove } from '@/ui/typed-figures';
import styles from './ways.module.css';
import type { WaysTabProps } from './ways-tabs';

/** Percent on either side. */
const most = 50;

/** Slider and field; a fall, or with shorts a rise too. What it moves is worked out when it is let go. */
export function RoomField({ room, standing: { hasShorts } }: Pick<WaysTabProps, 'room' | 'standing'>) {
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [dragged, setDragged] = useState<string | null>(null);
  // What was wished before one began to type, which may be nothing yet: Escape leads back there.
  const [before, setBefore] = useState<Pick<PlanSettings, 'room'> | null>(null);
  const shown = dragged ?? room;
  const read = (text: string): FieldReading => {
    const typed = readMove(text);
    if (!typed.ok) return typed;
    const { value } = typed;
    if (value.kind === 'dollars') return { ok: false, message: 'Type a percentage here, not dollars.' };
    if (!hasShorts && !value.ratio.startsWith('-'))
      return { ok: false, message: 'Type a fall, with a minus.' };
    const show = () => {
      setBefore(before ?? { room: useDesk.getState().plan.room });
      setPlan({ room: value.ratio });
    };
    return { ok: true, show };
  };
  return (
    <div className={styles.room}>
      <span className={styles.slider}>
        <Slider
          label="Room for a further move of the market"
          value={Number(shiftPoint(shown, 2))}
          min={-most}
          max={hasShorts ? most : 0}
          step={1}
          largeStep={5}
          home={0}
          valueText={roomPercent(shown)}
          onDrag={(value) => setDragged(shiftPoint(value.toFixed(0), -2))}
          onRelease={() => {
            if (dragged !== null) setPlan({ room: dragged });
            setDragged(null);
          }}
          onReset={() => {
            setDragged(null);
            setPlan({ room: null });
          }}
        />
      </span>
      <span className={styles.percent}>
        <DecimalField
          label="Room for a further move of"
          suffix="%"
          value={percentForField(shown)}
          refused={refused}
          hasSignButton
          read={read}
          onRefuse={(text) => setRefused(text ?? undefined)}
          onCommit={() => setBefore(null)}
          onCancel={() => {
            if (before !== null) setPlan(before);
            setBefore(null);
          }}
        />
      </span>
    </div>
  );
}

/** A move in percent: "−10 %", "+10 %". */
export function roomPercent(room: string): string {
  return `${room.startsWith('-') || Number(room) === 0 ? '' : '+'}${percentForField(room)}\u00A0%`;
}
