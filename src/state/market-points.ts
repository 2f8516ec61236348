/**
 * The moves of the market that are worth going to: falls that people know, where calls begin and end, where equity is
 * zero, and where the curve bends or jumps. Serves rules.
 */
import { type CallPoint, valueOn } from '@/engine/excess-curve';
import { type Bare, bare, type Rounding } from '@/engine/quantity';
import { type MarketTick, marketTicks } from '@/presets/market-ticks';
import { type Figures, moveText, type Scene, writeMove } from '@/state/scene';

/** What is to be found at a point; calls begin and end as one goes away from today. */
export type MarketPointKind = 'tick' | 'callBegins' | 'callEnds' | 'equityZero' | 'bend' | 'jump';

/** One move worth going to. */
export interface MarketPoint {
  readonly kind: MarketPointKind;
  /** The move as a document holds it; at a call point the last one that is free. */
  readonly ratio: string;
  readonly at: Bare;
  /** The known fall, where the kind is a tick. */
  readonly tick: MarketTick | null;
}

const known = new WeakMap<Scene, readonly MarketPoint[]>();
const zero = bare(0);
/** Points nearer to each other than this are one, named for the more telling. */
const apart = 1e-9;

/** Every point of a scene, the market rising; made once for each. */
export function listMarketPoints(scene: Scene): readonly MarketPoint[] {
  const made = known.get(scene);
  if (made !== undefined) return made;
  const telling = [...listCalls(scene), ...listEquityZeros(scene), ...listTicks(), ...listCorners(scene)];
  const kept: MarketPoint[] = [];
  // The sort is stable: of several at one place the more telling comes first.
  for (const point of telling.toSorted((a, b) => a.at.toNumber() - b.at.toNumber())) {
    const last = kept.at(-1);
    if (last === undefined || point.at.toNumber() - last.at.toNumber() > apart) kept.push(point);
    else if (telling.indexOf(point) < telling.indexOf(last)) kept[kept.length - 1] = point;
  }
  known.set(scene, kept);
  return kept;
}

/** The point next to a move on one side, of those asked for; past the last one it begins again at the other end. */
export function nextMarketPoint(
  scene: Scene,
  move: Bare,
  direction: 1 | -1,
  isWanted: (point: MarketPoint) => boolean,
): MarketPoint | null {
  // Beside a call point stands its free neighbour, which is where one goes: that one is compared.
  const others = listMarketPoints(scene).filter(
    (point) => isWanted(point) && !bare(point.ratio).equals(move),
  );
  const beyond = others.filter(({ ratio }) => bare(ratio).compare(move) === direction);
  const points = beyond.length > 0 ? beyond : others;
  return (direction > 0 ? points[0] : points.at(-1)) ?? null;
}

/** Every move at which a call begins or ends, with its last free neighbour: the nearest to today first. */
export function listCalls(scene: Scene): readonly MarketPoint[] {
  const { points } = scene;
  if (points === null) return [];
  const near = [
    sided(points.below ?? points.cureAbove, 'above'),
    sided(points.above ?? points.cureBelow, 'below'),
  ].filter((each) => each !== null);
  const far = points.crossings.flatMap(({ at, kind }) => {
    if (near.some((each) => each.point.at.equals(at))) return [];
    const isOpen = (scene.at(at)?.excess.sign() ?? 0) < 0;
    return [{ point: { at, isOpen }, side: kind === 'callEnds' ? 'above' : 'below' } as const];
  });
  return [...near, ...far].map(({ point, side }) => ({
    kind: isEndOfCall(point.at, side) ? 'callEnds' : 'callBegins',
    at: point.at,
    ratio: moveText(point, side),
    tick: null,
  }));
}

/** Whether the free side of a point is the one away from today. */
function isEndOfCall(at: Bare, freeSide: 'above' | 'below'): boolean {
  return at.sign() !== 0 && at.sign() > 0 === (freeSide === 'above');
}

function sided(point: CallPoint | null, side: 'above' | 'below') {
  return point === null ? null : { point, side };
}

/** Where equity crosses zero, each with its neighbour at which equity is not below it. */
export function listEquityZeros({ curve }: Scene): readonly MarketPoint[] {
  if (curve === null) return [];
  return curve.segments.flatMap(({ equity }, index): MarketPoint[] => {
    const from = curve.points[index]?.at ?? curve.from;
    const to = curve.points[index + 1]?.at ?? null;
    if (equity.slope.sign() === 0) return [];
    const at = equity.at0.negated().over(equity.slope).reduced();
    if (at.isBelow(from) || (to !== null && at.isAbove(to))) return [];
    const isPast =
      to !== null && at.equals(to) && valueOn(equity, to).sign() === 0 && index + 1 < curve.segments.length;
    return isPast ? [] : [pointAt('equityZero', at, equity.slope.sign() > 0 ? 'up' : 'down')];
  });
}

function listTicks(): readonly MarketPoint[] {
  return marketTicks.map((tick) => ({ kind: 'tick', at: bare(tick.ratio), ratio: tick.ratio, tick }));
}

/** Bends and jumps of the curve, without its ends. */
function listCorners({ curve }: Scene): readonly MarketPoint[] {
  if (curve === null) return [];
  return curve.vertices().flatMap(({ at, before, excess, after }, index, all) => {
    const isEnd = index === 0 || (curve.to !== null && index === all.length - 1);
    if (isEnd) return [];
    const isJump = !before.equals(excess) || !after.equals(excess);
    return [pointAt(isJump ? 'jump' : 'bend', at, at.compare(zero) < 0 ? 'up' : 'down')];
  });
}

function pointAt(kind: MarketPointKind, at: Bare, rounding: Rounding): MarketPoint {
  return { kind, at, ratio: writeMove(at, rounding), tick: null };
}

/**
 * The figures that hold at a point, from the object and not from its printed move: equity that is zero is exactly that.
 * A call point at which the call is already on gives those of its free neighbour. Null where the what-if is impossible.
 */
export function figuresAtPoint(scene: Scene, { kind, at, ratio }: MarketPoint): Figures | null {
  const figures = scene.at(at);
  const isCall = kind === 'callBegins' || kind === 'callEnds';
  return isCall && figures?.excess.sign() === -1 ? scene.at(bare(ratio)) : figures;
}
