// The scale that the market slider and the chart share.
import type { SliderRange } from '@/presets/sliders';
import { marketSlider } from '@/presets/sliders';
import type { Scene } from '@/state/scene';

const roundTo = 5;
const lowest = -100;
const highest = 400;

/** The slider's range in percent, widened to hold the nearest call points with a tenth to spare. */
export function rangeFor(scene: Scene | null): SliderRange {
  const { points } = scene ?? { points: null };
  const wanted = [points?.below, points?.cureBelow, points?.above, points?.cureAbove].flatMap((point) => {
    const percent = (point?.at.toNumber() ?? 0) * 110;
    return percent <= highest ? [percent] : [];
  });
  const min = Math.min(marketSlider.min, ...wanted.map((percent) => Math.floor(percent / roundTo) * roundTo));
  const max = Math.max(marketSlider.max, ...wanted.map((percent) => Math.ceil(percent / roundTo) * roundTo));
  return { ...marketSlider, min: Math.max(lowest, min), max };
}
