// The last press of the import with thousands of rows: the work is done in slices, so that the dialog answers and can still
// be told to leave everything as it is.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InSteps } from '@/engine/in-steps';
import type { Issue } from '@/engine/result';
import { workInSlices } from '@/ui/idle-work';

/** What is being opened, what begins it and what gives it up. */
export interface Opening {
  readonly isOpening: boolean;
  /** Begins; what stands against it is told at the end: null where another account is on show by then. */
  readonly begin: (
    work: InSteps<readonly Issue[] | null>,
    onDone: (issues: readonly Issue[] | null) => void,
  ) => void;
  /** Gives it up: nothing has changed. */
  readonly giveUp: () => void;
}

/** The opening of one dialog; it ends with it. */
export function useOpening(): Opening {
  const [isOpening, setOpening] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const giveUp = useCallback(() => {
    if (stop.current === null) return;
    stop.current();
    stop.current = null;
    setOpening(false);
  }, []);
  useEffect(() => giveUp, [giveUp]);
  const begin: Opening['begin'] = useCallback(
    (work, onDone) => {
      giveUp();
      setOpening(true);
      const done = (issues: readonly Issue[] | null) => {
        stop.current = null;
        // What is open stays so until the dialog is gone: nothing can be pressed a second time.
        if (issues === null || issues.length > 0) setOpening(false);
        onDone(issues);
      };
      stop.current = workInSlices(work, done, giveUp);
    },
    [giveUp],
  );
  return { isOpening, begin, giveUp };
}
