// The words of the frontier: a cell as it is read, what the line says at today's prices, and the scales.
import { type Bare, bare } from '@/engine/quantity';
import type { Frontier } from '@/state/frontier';
import { isLiquidating } from '@/state/liquidation';
import type { Figures, Scene } from '@/state/scene';
import { formatMoney, formatMove, formatPercentagePoints, percentForField } from '@/ui/format';

const zero = bare(0);
const fall = bare('-0.2');

/** "Market −20 %, requirements +10 points: $1,250.00 above the requirement". */
export function wordCell(move: Bare, points: Bare, figures: Figures | null, scene: Scene): string {
  return `${wordPlace(move, points)}: ${wordFigures(figures, scene)}`;
}

/** "Market −20 %, requirements as today". */
export function wordPlace(move: Bare, points: Bare): string {
  const market = move.sign() === 0 ? 'Market as today' : `Market ${signed(move)}\u00A0%`;
  return `${market}, requirements ${wordPoints(points)}`;
}

/** "+10 points", "as today". */
export function wordPoints(points: Bare): string {
  if (points.sign() === 0) return 'as today';
  const text = signed(points);
  return `${text} ${text === '+1' || text === '−1' ? 'point' : 'points'}`;
}

/** A move as a column is headed by it: "−20 %". */
export function wordMove(move: Bare): string {
  return move.sign() === 0 ? 'as today' : `${signed(move)}\u00A0%`;
}

/** "$1,250.00 above the requirement", "margin call, $1,250.00 below". */
export function wordFigures(figures: Figures | null, scene: Scene): string {
  if (figures === null) return 'not possible';
  const { excess } = figures;
  if (excess.sign() === 0) return 'exactly at the requirement';
  if (excess.sign() > 0) return `${formatMoney(excess, 'down')} above the requirement`;
  const below = `${formatMoney(excess.negated(), 'up')} below the requirement`;
  return isLiquidating(scene.ruleSet) ? below : `margin call, ${below}`;
}

/** What the side above the line is called there. */
export function nameCallSide(scene: Scene): string {
  return isLiquidating(scene.ruleSet) ? 'Below the requirement' : 'Margin call';
}

/** What the side below the line is called there. */
export function nameFreeSide(scene: Scene): string {
  return isLiquidating(scene.ruleSet) ? 'Above the requirement' : 'No call';
}

/** What the line says, in one sentence: how far requirements may rise at today's prices and after a fall of 20 %. */
export function describeFrontier(frontier: Frontier): string {
  const { scene } = frontier;
  const isLiquidated = isLiquidating(scene.ruleSet);
  const kept = hasOthers(scene) ? 'With the other changes of the what-if, at' : 'At';
  const without = isLiquidated ? 'without going below the requirement' : 'without a margin call';
  const today = readLine(frontier, zero);
  const later = readLine(frontier, fall);
  switch (today.kind) {
    case 'impossible':
      return 'This what-if is not possible at today’s prices.';
    case 'called':
      return today.points === null
        ? `${kept} today’s prices no lower requirement ${isLiquidated ? 'lifts the account above it' : 'ends the margin call'}.`
        : `${kept} today’s prices ${isLiquidated ? 'the account is below the requirement' : 'there is a margin call'}; every requirement lower by ${formatPercentagePoints(today.points.absolute(), 'up')} ends that.`;
    case 'free': {
      const start =
        today.points === null
          ? `${kept} today’s prices no rise of the requirements ${isLiquidated ? 'brings the account below them' : 'makes a margin call'}`
          : `${kept} today’s prices every requirement may rise by up to ${formatPercentagePoints(today.points)} ${without}`;
      return `${start}${wordLater(later, isLiquidated)}.`;
    }
  }
}

/** What the line says at a move. */
interface LineReading {
  readonly kind: 'free' | 'called' | 'impossible';
  /** The last points free of a call; null where no points decide. */
  readonly points: Bare | null;
}

function readLine(frontier: Frontier, move: Bare): LineReading {
  const here = frontier.atToday(move);
  if (here === null) return { kind: 'impossible', points: null };
  return { kind: here.excess.sign() < 0 ? 'called' : 'free', points: frontier.lastFreeShift(move) };
}

function wordLater({ kind, points }: LineReading, isLiquidated: boolean): string {
  const after = `after a fall of ${formatMove(fall.absolute(), 0).replace('+', '')}`;
  if (kind === 'impossible') return '';
  if (kind === 'called') {
    return `; ${after} ${isLiquidated ? 'it is below the requirement' : 'there is a margin call'} already`;
  }
  return points === null
    ? `; ${after} none does either`
    : `; ${after} by up to ${formatPercentagePoints(points)}`;
}

/** Whether anything but the two sliders differs from today. */
function hasOthers({ changes }: Scene): boolean {
  return changes.some(({ change }) => change.type !== 'moveMarket' && change.type !== 'shiftRequirement');
}

function signed(ratio: Bare): string {
  const text = percentForField(ratio.toFixed(4, 'towardZero'));
  return ratio.sign() > 0 ? `+${text}` : text;
}
