/** What every slider needs of the store: its drag as a preview, its release as one step, quick presses as one. */
import type { Edit } from '@/state/account-edits';
import { commitOver, drag, release, releasePress } from '@/state/store';

/** What a slider calls; `isByKey` tells presses of keys from a drag. */
export interface SliderGesture {
  readonly onDrag: (value: number) => void;
  readonly onRelease: (isByKey: boolean) => void;
  readonly onReset: () => void;
}

/** The gesture of one slider, by its name: the edit that each value makes, and the one that puts it back. */
export function sliderGesture(gesture: string, edit: (value: number) => Edit, home: Edit): SliderGesture {
  return {
    onDrag: (value) => drag(gesture, edit(value)),
    onRelease: (isByKey) => (isByKey ? releasePress : release)(gesture),
    onReset: () => commitOver(gesture, home),
  };
}
