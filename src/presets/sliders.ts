/**
 * The sliders as data: ranges and steps in the unit that the slider shows, percent or percentage points.
 */

/** One slider's range and steps. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  /** An arrow key. */
  readonly step: number;
  /** Shift and an arrow key, or a page key. */
  readonly largeStep: number;
}

/** The market's move in percent; widened where a call point lies further out. */
export const marketSlider: SliderRange = { min: -80, max: 40, step: 0.5, largeStep: 5 };

/** Points added to every requirement. */
export const requirementSlider: SliderRange = { min: -75, max: 75, step: 1, largeStep: 5 };

/** The move of one holding or group in percent. */
export const holdingSlider: SliderRange = { min: -100, max: 300, step: 1, largeStep: 5 };

/** What is required of one holding or group in percent. */
export const rateSlider: SliderRange = { min: 0, max: 100, step: 1, largeStep: 5 };

/** What is bought or sold of a holding of some size: all of it to either side, in about a hundred round steps. */
export function tradeRange(held: number, isWhole: boolean): SliderRange {
  const power = 10 ** Math.floor(Math.log10(held / 100));
  const round = ([1, 2, 5, 10].find((factor) => factor * power >= held / 100) ?? 10) * power;
  const step = isWhole ? Math.max(1, round) : round;
  const end = Math.ceil(held / step) * step;
  return { min: -end, max: end, step, largeStep: 5 * step };
}

/** Days that pass. */
export const daysSlider: SliderRange = { min: 0, max: 365, step: 1, largeStep: 30 };

/** Ends that the slider of money in or out may have: the first that holds all that is in the account. */
export const moneyEnds: readonly number[] = [3, 4, 5, 6, 7, 8].flatMap((digits) =>
  [1, 2, 5].map((first) => first * 10 ** digits),
);
