// The reading of a source as the dialog follows it: under way, refused, failed or read. Another source ends the one before.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportFound, ImportRefusal, ImportWishes } from '@/io/import/import-types';
import { beginReading } from '@/state/import-reading';
import type { ImportSource, ReadingStage } from '@/state/import-source';

/** Where the reading is. */
export type Reading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly stage: ReadingStage | null }
  | { readonly kind: 'refused'; readonly refusal: ImportRefusal | null; readonly source: ImportSource }
  | {
      readonly kind: 'read';
      readonly found: ImportFound;
      readonly source: ImportSource;
      readonly wishes: ImportWishes;
    };

/** The reading, what begins one, and what ends it. */
export interface ReadingDesk {
  readonly reading: Reading;
  readonly read: (source: ImportSource, wishes?: ImportWishes, isRebuilt?: boolean) => void;
  /** Ends the reading under way, or forgets what was read. */
  readonly stop: () => void;
}

const idle: Reading = { kind: 'idle' };
const noWishes: ImportWishes = {};

/** Reads sources one at a time. */
export function useReading(): ReadingDesk {
  const [reading, setReading] = useState<Reading>(idle);
  const cancel = useRef<() => void>(() => {});
  useEffect(() => () => cancel.current(), []);
  const read = useCallback((source: ImportSource, wishes: ImportWishes = noWishes, isRebuilt = false) => {
    cancel.current();
    setReading({ kind: 'reading', stage: null });
    cancel.current = beginReading(
      { source, wishes, isRebuilt },
      {
        onStage: (stage) => setReading({ kind: 'reading', stage }),
        onDone: (done) =>
          setReading(
            done.ok
              ? { kind: 'read', found: done.found, source, wishes }
              : { kind: 'refused', refusal: done.refusal, source },
          ),
        onFailed: () => setReading({ kind: 'refused', refusal: null, source }),
      },
    );
  }, []);
  const stop = useCallback(() => {
    cancel.current();
    setReading(idle);
  }, []);
  return { reading, read, stop };
}
