// The distances to a call in words: percent of the market, and dollars of what is held. Both round toward zero, and
// away from it where they end a call: there it has ended.
import { isLiquidating } from '@/state/liquidation';
import type { Reach, Reaches } from '@/state/reach';
import type { Scene } from '@/state/scene';
import { formatDollarsOrCents, formatMoney, formatPercent } from '@/ui/format';

/** One distance: its name, the step of the math that derives it, and its words now and before. */
export interface ReachWords {
  readonly step: 'fall' | 'rise';
  readonly name: string;
  readonly now: string;
  readonly before: string;
}

/** Which distances are shown: a fall always, a rise where there are shorts; in a call a rise, and a fall that ends it. */
export function listReaches(
  now: Reaches | null,
  before: Reaches | null,
  { hasShorts, ruleSet }: Pick<Scene, 'hasShorts' | 'ruleSet'>,
): ReachWords[] {
  const sides = ['fall', 'rise'] as const;
  return sides.flatMap((step) => {
    const [here, there] = [now?.[step] ?? null, before?.[step] ?? null];
    const isInCall = now?.isInCall === true;
    const isNatural = step === (isInCall ? 'rise' : 'fall');
    if (!isNatural && (isInCall || !hasShorts) && here === null) return [];
    const name = nameReach(step, isInCall, isLiquidating(ruleSet));
    // Before and after are told apart by their kind too: a fall to a call is no fall that ends one.
    const old = before?.isInCall === isInCall ? reachWords(there, isInCall) : 'none';
    return [{ step, name, now: reachWords(here, isInCall), before: old }];
  });
}

/** What a distance is called; a broker that makes no call has its requirement there. */
export function nameReach(step: 'fall' | 'rise', isInCall: boolean, isLiquidated: boolean): string {
  const side = step === 'fall' ? 'Fall' : 'Rise';
  if (isLiquidated) return `${side} ${isInCall ? 'back to the requirement' : 'to the requirement'}`;
  return `${side} ${isInCall ? 'that ends the call' : 'to the call'}`;
}

function reachWords(reach: Reach | null, isInCall: boolean): string {
  if (reach === null) return 'none';
  const rounding = isInCall ? 'up' : 'towardZero';
  const distance = formatPercent(reach.move.absolute().as<'ratio'>(), 1, rounding);
  const dollars = formatDollarsOrCents(reach.dollars, rounding);
  if (!/[1-9]/.test(dollars)) return distance;
  const held = reach.of === 'longs' ? 'of holdings' : 'on the shorts';
  // Whole dollars stand beside the exact point in the table and the math.
  const isExact = formatMoney(reach.dollars) === `${dollars}.00` || dollars.includes('.');
  return `${distance} · ${isExact ? '' : 'about '}${dollars} ${held}`;
}
