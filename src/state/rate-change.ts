/** What is required of all that is held, today and in the what-if at today's market: the requirement lever's own words. */
import type { MarginResult } from '@/engine/margin';
import { bare, type Ratio, ratio } from '@/engine/quantity';
import { marginOf } from '@/state/known-figures';
import type { Scene } from '@/state/scene';

/** Requirement ÷ holdings before and after. */
export interface RateChange {
  readonly before: Ratio;
  /** Null where the what-if is impossible. */
  readonly after: Ratio | null;
  /** Whether holdings differ in what is required of them, so that the figures are averages. */
  readonly isAverage: boolean;
  /** Whether a raised requirement stops at 100 %, for some or for all that is held. */
  readonly capped: 'none' | 'some' | 'all';
}

const zero = bare(0);
const full = ratio(1);
const known = new WeakMap<Scene, RateChange | null>();

/** Found once for each scene; null when nothing is held. */
export function findRateChange(scene: Scene): RateChange | null {
  const found = known.get(scene);
  if (found !== undefined) return found;
  const made = make(scene);
  known.set(scene, made);
  return made;
}

function make(scene: Scene): RateChange | null {
  const before = rateOf(scene.today);
  if (before === null) return null;
  const account = scene.accountAt(zero);
  const then = account === null ? null : marginOf(account);
  const held = (then ?? scene.today).positions.filter(({ position }) => position.marketValue.sign() > 0);
  const capped = held.filter(
    ({ position, rate }) => position.requirementShift.sign() > 0 && rate.compare(full) >= 0,
  ).length;
  const first = held[0]?.rate;
  return {
    before,
    after: then === null ? null : rateOf(then),
    isAverage: held.some(({ rate }) => first?.equals(rate) === false),
    capped: capped === 0 ? 'none' : capped === held.length ? 'all' : 'some',
  };
}

function rateOf({ requirement, longMarketValue, shortMarketValue }: MarginResult): Ratio | null {
  const gross = longMarketValue.plus(shortMarketValue);
  return gross.sign() === 0 ? null : requirement.per(gross);
}
