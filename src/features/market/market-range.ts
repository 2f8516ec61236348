// The scale that the market slider and the chart share.
import { useState } from 'react';
import type { SliderRange } from '@/presets/sliders';
import { marketSlider } from '@/presets/sliders';
import type { Scene } from '@/state/scene';

const roundTo = 5;
const lowest = -100;
/** Call points further out than this are left to the verdict's words. */
const highestCall = 400;
/** Ends that a typed move may ask for, in percent: few, so that the scale seldom changes. */
const ends = { low: [-90, -100], high: [60, 80, 100, 150, 200, 300, 400, 500, 750, 1000] } as const;

/** How far the market was moved since it was last at today, in percent. */
interface Reach {
  readonly low: number;
  readonly high: number;
}

const nowhere: Reach = { low: 0, high: 0 };

/**
 * The slider's range in percent: the usual one, widened to hold the nearest call points with a tenth to spare and how
 * far the market was moved. A move beyond the last end leaves it as it is.
 */
export function rangeFor(scene: Scene | null, { low, high }: Reach = nowhere): SliderRange {
  const { points } = scene ?? { points: null };
  const wanted = [points?.below, points?.cureBelow, points?.above, points?.cureAbove].flatMap((point) => {
    const percent = (point?.at.toNumber() ?? 0) * 110;
    return percent <= highestCall ? [percent] : [];
  });
  const min = Math.min(marketSlider.min, ...wanted.map((percent) => Math.floor(percent / roundTo) * roundTo));
  const max = Math.max(marketSlider.max, ...wanted.map((percent) => Math.ceil(percent / roundTo) * roundTo));
  return {
    ...marketSlider,
    min: Math.max(lowest, low < min ? (ends.low.find((end) => end <= low) ?? min) : min),
    max: high > max ? (ends.high.find((end) => end >= high) ?? max) : max,
  };
}

/** The range for a scene and a move at rest. Once widened for a move it stays so until the market is back at today. */
export function useRange(scene: Scene | null, move: number): SliderRange {
  const [reach, setReach] = useState(nowhere);
  const next = move === 0 ? nowhere : joined(reach, move * 100);
  if (next.low !== reach.low || next.high !== reach.high) setReach(next);
  return rangeFor(scene, next);
}

function joined({ low, high }: Reach, percent: number): Reach {
  const isBeyond = percent > Math.max(...ends.high);
  return { low: Math.min(low, percent), high: isBeyond ? high : Math.max(high, percent) };
}
