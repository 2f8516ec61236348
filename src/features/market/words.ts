// The words on the market's scale: moves with their sign, what stands at a point, and the chart in a sentence.
import { type Bare, bare, type Money, type Rounding } from '@/engine/quantity';
import { isLiquidating } from '@/state/liquidation';
import type { MarketPoint } from '@/state/market-points';
import { type HeldSide, heldSide } from '@/state/market-target';
import type { Scene } from '@/state/scene';
import { nearestCallPoint } from '@/state/verdict';
import { formatExcess, formatMoney, formatMove } from '@/ui/format';

/** How a point's move is rounded: where a call ends away from today, so that what is printed is free of it. */
export function roundingOf(point: MarketPoint | null): Rounding {
  return point?.kind === 'callEnds' ? 'awayFromZero' : 'towardZero';
}

/** A call point rounded to the side on which there is no call. */
export function wordCallPoint(scene: Scene, at: Bare, decimals = 1): string {
  const { points } = scene;
  const isEnd = points?.cureAbove?.at.equals(at) === true || points?.cureBelow?.at.equals(at) === true;
  return formatMove(at, decimals, isEnd ? 'awayFromZero' : 'towardZero');
}

/** The region below the line, by what the broker does there. */
export function nameZone(scene: Scene): string {
  return isLiquidating(scene.ruleSet) ? 'Below the requirement' : 'Margin call';
}

/** The button that goes to the nearest call point. */
export function nameWayToCall(scene: Scene | null): string {
  if (scene !== null && isLiquidating(scene.ruleSet)) return 'To the requirement line';
  const { cureAbove = null, cureBelow = null } = scene?.points ?? {};
  return cureAbove === null && cureBelow === null ? 'To the margin call' : 'To the end of the call';
}

/** The mark at the nearest call point. */
export function nameCallMark(scene: Scene): string {
  return isLiquidating(scene.ruleSet) ? 'Requirement line' : 'Margin call';
}

/** What stands at a point: "February to March 2020", "last point without a margin call". */
export function namePoint({ kind, tick }: MarketPoint, scene: Scene): string {
  switch (kind) {
    case 'tick':
      return tick?.meaning ?? '';
    case 'callBegins':
      return isLiquidating(scene.ruleSet) ? 'at the requirement line' : 'last point without a margin call';
    case 'callEnds':
      return isLiquidating(scene.ruleSet) ? 'at the requirement line' : 'the call ends';
    case 'equityZero':
      return 'equity is zero';
    case 'bend':
      return 'the curve bends';
    case 'jump':
      return 'the requirement jumps';
  }
}

/** How far the account is from the line, for what is spoken: "$750.00 above the requirement". */
export function wordStanding(excess: Money, scene: Scene): string {
  if (excess.sign() >= 0) return `${formatExcess(excess)} above the requirement`;
  const below = `${formatMoney(excess.negated(), 'up')} below the requirement`;
  return isLiquidating(scene.ruleSet) ? below : `${below}: margin call`;
}

/** Whose dollars stand below the percentages. */
export const sideNames: Record<HeldSide, string> = { holdings: 'Holdings', longs: 'Longs', shorts: 'Shorts' };

/** The field's name: a percentage, or dollars of what is held. */
export function nameField(scene: Scene | null): string {
  return `Market move in percent, or the ${heldSide(scene)}’ value in dollars`;
}

/** The second line in a sentence. */
export function describeExchange(floor: Scene): string {
  const { points } = floor;
  const line = 'The dashed line is what is above FINRA’s minimum';
  const at = (isCalled: boolean) =>
    (isCalled ? [points?.cureBelow, points?.cureAbove] : [points?.below, points?.above]).flatMap((point) =>
      point === null || point === undefined ? [] : [wordCallPoint(floor, point.at)],
    );
  if (points?.isInCall === true) {
    const ends = at(true);
    return `${line}: already a call by it${ends.length === 0 ? '' : `, which ends at ${ends.join(' or ')}`}.`;
  }
  const begins = at(false);
  return begins.length === 0
    ? `${line}: no move makes a call by it.`
    : `${line}: a call by it begins beyond ${begins.join(' and ')}.`;
}

/** The chart in a sentence; it stays as it is while the market moves. */
export function describeCurve(scene: Scene): string {
  const title = 'Excess equity by market move';
  const still = scene.at(bare(0));
  const where = scene.hasOtherChanges ? 'in this what-if at today’s prices' : 'at today’s prices';
  if (still === null) return `${title}: this what-if is not possible without a move of the market.`;
  const nearest = nearestCallPoint(scene);
  const { points } = scene;
  const wasCalled = points?.isInCall === true;
  const begins = [points?.below, points?.above].flatMap((point) =>
    point === null || point === undefined ? [] : [wordCallPoint(scene, point.at)],
  );
  const what = isLiquidating(scene.ruleSet)
    ? 'the account falls below the requirement'
    : 'a margin call begins';
  const call =
    wasCalled && nearest !== null
      ? `; it ends at ${wordCallPoint(scene, nearest.point.at)}`
      : begins.length === 0
        ? ''
        : `; ${what} beyond ${begins.join(' and ')}`;
  return `${title}: ${wordStanding(still.excess, scene)} ${where}${call}.`;
}
