// The further fall that is to make no call: one figure for the list of ways and for the plan.
import { useState } from 'react';
import { setPlan, useDesk } from '@/state/store';
import { DecimalField, type FieldReading } from '@/ui/decimal-field';
import { percentForField } from '@/ui/format';
import { readMove } from '@/ui/typed-figures';
import styles from './ways.module.css';

/** The field; a fall in percent. */
export function RoomField() {
  const room = useDesk(({ plan }) => plan.room);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  // Where it stood before one began to type: Escape leads back there.
  const [before, setBefore] = useState<string | null>(null);
  const read = (text: string): FieldReading => {
    const typed = readMove(text);
    if (!typed.ok) return typed;
    const { value } = typed;
    if (value.kind === 'dollars') return { ok: false, message: 'Type a percentage here, not dollars.' };
    if (!value.ratio.startsWith('-')) return { ok: false, message: 'Type a fall, with a minus.' };
    const show = () => {
      setBefore(before ?? room);
      setPlan({ room: value.ratio });
    };
    return { ok: true, show };
  };
  return (
    <div className={styles.room}>
      <DecimalField
        label="Room for a further move of"
        suffix="%"
        value={percentForField(room)}
        refused={refused}
        hasSignButton
        read={read}
        onRefuse={(text) => setRefused(text ?? undefined)}
        onCommit={() => setBefore(null)}
        onCancel={() => {
          if (before !== null) setPlan({ room: before });
          setBefore(null);
        }}
      />
    </div>
  );
}
