// What a lever alone does to excess, for the picture behind its slider: worked out in slices once everything rests.
import { useEffect, useRef, useState } from 'react';
import { type LeverCurve, toLeverCurve } from '@/charts/lever-curve';
import type { SimulatorDocument } from '@/io/document';
import type { SliderRange } from '@/presets/sliders';
import type { Edit } from '@/state/account-edits';
import { listExcess } from '@/state/lever-picture';
import { useDesk } from '@/state/store';
import { workWhenIdle } from '@/ui/idle-work';

/** Pieces of a picture. */
const pieces = 40;

/** A picture's curve, and whether it is the one before, still there until the next is worked out. */
export interface ShownCurve {
  readonly curve: LeverCurve;
  readonly isWaiting: boolean;
}

/**
 * The curve over a slider's scale at rest; null before there is any, while the answer is covered, and where the last one
 * is of another account.
 */
export function useLeverCurve(
  { min, max }: Pick<SliderRange, 'min' | 'max'>,
  edit: (value: number) => Edit,
): ShownCurve | null {
  const atRest = useDesk(({ history }) => history.present);
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const [made, setMade] = useState<{
    readonly of: SimulatorDocument;
    readonly curve: LeverCurve | null;
  } | null>(null);
  const latest = useRef(edit);
  useEffect(() => {
    latest.current = edit;
  });
  useEffect(() => {
    const { current } = latest;
    const edits = Array.from({ length: pieces + 1 }, (_, n) => current(min + ((max - min) * n) / pieces));
    return workWhenIdle(
      listExcess(atRest, edits),
      (excess) =>
        setMade({ of: atRest, curve: toLeverCurve(excess.map((each) => each?.toNumber() ?? null)) }),
      () => useDesk.getState().draft !== null,
    );
  }, [atRest, min, max]);
  if (isAnswerHidden || made === null || made.curve === null || made.of.account !== atRest.account)
    return null;
  return { curve: made.curve, isWaiting: made.of !== atRest };
}
