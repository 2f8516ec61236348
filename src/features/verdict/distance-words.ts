/**
 * Distances in words: from today, with as many decimals as tell them from nothing and from where the market stands in
 * the what-if, so that the sentence and the slider never contradict each other.
 */
import type { Bare, Rounding } from '@/engine/quantity';
import type { Place, Standing } from '@/state/verdict';
import { formatPercent } from '@/ui/format';

const fewest = 1;
const most = 8;

/** The last move without a call, rounded toward today: "42.9 %". Null where it is too small for words. */
export function wordDistance({ move }: Place, now: Bare): string | null {
  return word(move, now, 'towardZero');
}

/** The first move without a call, rounded away from today: there the call has ended. */
export function wordCure({ move }: Place, now: Bare): string {
  return word(move, now, 'up') ?? formatPercent(move.absolute().as<'ratio'>(), most, 'up');
}

function word(move: Bare, now: Bare, rounding: Rounding): string | null {
  const size = move.absolute();
  const here = now.sign() === move.sign() ? now.absolute() : null;
  for (let decimals = fewest; decimals <= most; decimals += 1) {
    const written = size.toFixed(decimals + 2, rounding);
    const isTold = here === null || here.toFixed(decimals + 2, rounding) !== written;
    const isThere = here?.equals(size) === true && decimals > fewest;
    if (Number(written) !== 0 && (isTold || isThere)) {
      return formatPercent(size.as<'ratio'>(), decimals, rounding);
    }
  }
  return Number(size.toFixed(most + 2, rounding)) === 0
    ? null
    : formatPercent(size.as<'ratio'>(), most, rounding);
}

/** The sides of the market on which a call begins, the nearer first. */
export function nearestPlace({ fall, rise }: Pick<Standing, 'fall' | 'rise'>): Place | null {
  if (fall === null || rise === null) return fall ?? rise;
  return rise.move.isBelow(fall.move.absolute()) ? rise : fall;
}
