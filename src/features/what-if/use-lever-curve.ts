// What a lever alone does to excess, for the picture behind its slider: worked out in slices once everything rests.
import { useEffect, useRef, useState } from 'react';
import { type LeverCurve, toLeverCurve } from '@/charts/lever-curve';
import type { SliderRange } from '@/presets/sliders';
import type { Edit } from '@/state/account-edits';
import { listExcess } from '@/state/lever-picture';
import { useDesk } from '@/state/store';
import { workWhenIdle } from '@/ui/idle-work';

/** Pieces of a picture. */
const pieces = 40;

/**
 * The curve over a slider's scale at rest; the one before until the next is worked out, null before there is any and while
 * the answer is covered.
 */
export function useLeverCurve(
  { min, max }: Pick<SliderRange, 'min' | 'max'>,
  edit: (value: number) => Edit,
): LeverCurve | null {
  const atRest = useDesk(({ history }) => history.present);
  const isAnswerHidden = useDesk((desk) => desk.isAnswerHidden);
  const [curve, setCurve] = useState<LeverCurve | null>(null);
  const latest = useRef(edit);
  useEffect(() => {
    latest.current = edit;
  });
  useEffect(() => {
    const { current } = latest;
    const edits = Array.from({ length: pieces + 1 }, (_, n) => current(min + ((max - min) * n) / pieces));
    return workWhenIdle(
      listExcess(atRest, edits),
      (excess) => setCurve(toLeverCurve(excess.map((each) => each?.toNumber() ?? null))),
      () => useDesk.getState().draft !== null,
    );
  }, [atRest, min, max]);
  return isAnswerHidden ? null : curve;
}
