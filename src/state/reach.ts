/**
 * How far a call is, in moves of the market and in dollars of what is held: now, and without the what-if. Always from
 * today, on the market slider's scale. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import type { CallPoint } from '@/engine/excess-curve';
import { type Bare, bare, type Money } from '@/engine/quantity';
import type { View } from '@/state/figures';
import { Scene } from '@/state/scene';

/** A move of the market, and by how many dollars it changes what is held; both positive. */
export interface Reach {
  readonly move: Bare;
  /** Of the longs; of the shorts where a rise is what counts and there are any. */
  readonly dollars: Money;
  readonly of: 'longs' | 'shorts';
}

/** The distances to a call on both sides, or to where one ends. */
export interface Reaches {
  readonly isInCall: boolean;
  /** To where a call begins; in a call, to where it ends. Null where there is no such place. */
  readonly fall: Reach | null;
  readonly rise: Reach | null;
}

const zero = bare(0);

const found = new WeakMap<Scene, Reaches | null>();
const plain = new WeakMap<Account, Scene>();

/** The distances in a scene; null where the what-if is impossible. */
export function reachesOf(scene: Scene): Reaches | null {
  const known = found.get(scene);
  if (known !== undefined) return known;
  const made = measure(scene);
  found.set(scene, made);
  return made;
}

/** The scene of the account as typed, without any what-if: the same one where only the market moves. */
export function sceneToday({ scene }: View & { readonly ok: true }): Scene {
  if (!scene.hasOtherChanges) return scene;
  const known = plain.get(scene.account);
  if (known !== undefined) return known;
  const made = new Scene(scene.account, []);
  plain.set(scene.account, made);
  return made;
}

function measure(scene: Scene): Reaches | null {
  const { points } = scene;
  const here = scene.at(zero);
  if (points === null || here === null) return null;
  const reach = (point: CallPoint | null, isRise: boolean): Reach | null => {
    const there = point === null ? null : scene.at(point.at);
    if (point === null || there === null) return null;
    const isOfShorts = isRise && scene.hasShorts && !points.isInCall;
    const key = isOfShorts ? 'shortMarketValue' : 'longMarketValue';
    const dollars = there[key].minus(here[key]).absolute();
    return { move: point.at.absolute(), dollars, of: isOfShorts ? 'shorts' : 'longs' };
  };
  return {
    isInCall: points.isInCall,
    fall: reach(points.isInCall ? points.cureBelow : points.below, false),
    rise: reach(points.isInCall ? points.cureAbove : points.above, true),
  };
}
