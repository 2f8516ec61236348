/** The small picture behind a slider as paths in a box of 100 by 100: where excess is above 0, where below, and where it is 0. */

/** The paths, and the places across at which excess is 0. */
export interface LeverCurve {
  readonly above: string;
  readonly below: string;
  /** How far down the line of 0 lies. */
  readonly zero: number;
  readonly crossings: readonly number[];
}

/** From samples at equal steps of the scale; null where there is nothing to see: no figures, or the same everywhere. */
export function toLeverCurve(samples: readonly (number | null)[]): LeverCurve | null {
  const known = samples.filter((each) => each !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  if (known.length < 2 || known.every((each) => each === known[0])) return null;
  const x = (place: number) => (place / (samples.length - 1)) * 100;
  const y = (excess: number) => ((high - excess) / (high - low)) * 100;
  const crossings: number[] = [];
  const paths = { above: '', below: '' };
  samples.slice(1).forEach((to, place) => {
    const from = samples[place];
    if (from === null || from === undefined || to === null) return;
    const piece = (side: 'above' | 'below', a: number, aExcess: number, b: number, bExcess: number) => {
      paths[side] +=
        `M${fine(a)},${fine(y(0))}V${fine(y(aExcess))}L${fine(b)},${fine(y(bExcess))}V${fine(y(0))}Z`;
    };
    const side = (excess: number) => (excess < 0 ? 'below' : 'above');
    if (from < 0 === to < 0) {
      piece(side(from), x(place), from, x(place + 1), to);
      return;
    }
    const crossing = x(place + from / (from - to));
    piece(side(from), x(place), from, crossing, 0);
    piece(side(to), crossing, 0, x(place + 1), to);
    crossings.push(crossing);
  });
  return { ...paths, zero: y(0), crossings };
}

function fine(part: number): number {
  return Math.round(part * 100) / 100;
}
