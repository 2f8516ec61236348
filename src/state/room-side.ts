/** Which way room is first asked for: against the move of the market that hurts more. Serves rule R-70 of rules.md. */
import { bare } from '@/engine/quantity';
import type { View } from '@/state/figures';

const usual = '0.1';

/** A move as a ratio in decimal text: "-0.1", or "0.1" where a rise costs more than a fall. */
export function firstRoom(view: View): string {
  if (!view.ok || !view.scene.hasShorts) return `-${usual}`;
  const { scene, move } = view;
  const after = (factor: string) =>
    scene.at(move.plus(bare(1)).times(bare(factor)).minus(bare(1)))?.excess ?? null;
  const [fallen, risen] = [after('0.9'), after('1.1')];
  return fallen !== null && risen !== null && risen.isBelow(fallen) ? usual : `-${usual}`;
}
