/**
 * Turns positions whose value moves along a line into the straight pieces of a curve: bends where a value reaches 0
 * or a short meets a per-share minimum, jumps where a share of the account meets a concentration tier.
 * Serves rules of rules.md.
 */
import { holdingOf, type Position } from '@/engine/account';
import { between, compareFast, type Domain, isInside, sortedUnique, zeroInside } from '@/engine/coordinates';
import {
  addLines,
  type CurveFigures,
  ExcessCurve,
  flatLine,
  type Line,
  type Segment,
  subtractLines,
  valueOn,
  zeroLine,
} from '@/engine/excess-curve';
import { finish, type InSteps, isStep } from '@/engine/in-steps';
import { itemAt } from '@/engine/item-at';
import type { PerShareCatalog } from '@/engine/per-share-catalog';
import { type Bare, bare, type Ratio, sum } from '@/engine/quantity';
import type { TierTimeline } from '@/engine/tier-timeline';

/** A position along the curve. */
export interface Mover {
  readonly position: Position;
  /** Its value as a line; a value below 0 counts as 0 (a price does not fall below 0). */
  readonly value: Line;
  /** Its price as a line, and its shares as one (one of the two is flat); null when they are unknown or a long's. */
  readonly perShare: { readonly price: Line; readonly shares: Line } | null;
  /** Where the value meets 0, if that is known beforehand; null where it never does. */
  readonly zero?: Bare | null;
}

const minusOne = bare(-1);
const zeros = new WeakMap<Ratio, Bare>();

/** Where everything that moves by a factor is worth nothing: one place, and one object, for all of them. */
function zeroOf(factor: Ratio): Bare | null {
  if (factor.sign() === 0) return null;
  const at = zeros.get(factor) ?? minusOne.over(factor).reduced();
  zeros.set(factor, at);
  return at;
}

/** A position whose price moves by `factor` for each unit of the coordinate, its shares fixed. */
export function proportionalMover(position: Position, factor: Ratio): Mover {
  const along = (today: Bare): Line => ({ at0: today, slope: today.times(factor) });
  const holding = holdingOf(position);
  return {
    position,
    value: along(position.marketValue.as<'bare'>()),
    perShare:
      position.side === 'short' && holding !== null
        ? { price: along(holding.price.as<'bare'>()), shares: flatLine(holding.shares.as<'bare'>()) }
        : null,
    zero: position.marketValue.sign() === 0 ? null : zeroOf(factor),
  };
}

/** One position's contribution: its lines from the start of the range, and at each bend what they become. */
export interface Part {
  readonly side: 'long' | 'short';
  readonly value: Line;
  readonly requirement: Line;
  readonly bends: readonly PartBend[];
}

/** From `at` on other lines; exactly there the requirement is `requirementAt`, null where nothing jumps. */
export interface PartBend {
  readonly at: Bare;
  readonly value: Line;
  readonly requirement: Line;
  readonly requirementAt: Bare | null;
}

/** The pieces of one position along the curve, its tiers as given. */
export function partOf(mover: Mover, timeline: TierTimeline, domain: Domain, catalog: PerShareCatalog): Part {
  const { position, perShare } = mover;
  const coordinates = timeline.changes.map((change) => change.at);
  // Only a rate can jump: while it stays, values and requirements bend without a gap.
  const isSteady = coordinates.length === 0;
  const zero = zeroWithin(mover, domain);
  if (zero !== null) coordinates.push(zero);
  if (perShare !== null && perShare.price.slope.sign() !== 0) {
    for (const rate of timeline.rates()) {
      for (const piece of catalog.pieces(position, rate)) {
        const at = zeroInside(subtractLines(perShare.price, flatLine(piece.from)), domain);
        if (at !== null) coordinates.push(at);
      }
    }
  }
  const cuts = coordinates.length < 2 ? coordinates : sortedUnique(coordinates);
  const linesAt = (inside: Bare) => ({
    value: valueOn(mover.value, inside).sign() <= 0 ? zeroLine : mover.value,
    requirement: requirementLine(mover, timeline.rateAt(inside), inside, catalog),
  });
  const start = linesAt(between(domain.from, cuts.find((cut) => !cut.equals(domain.from)) ?? domain.to));
  const bends: PartBend[] = [];
  for (const [index, at] of cuts.entries()) {
    // At the end of the range there is nothing beyond: the last lines go on.
    const isEnd = domain.to !== null && at.equals(domain.to);
    const lines = isEnd ? (bends.at(-1) ?? start) : linesAt(between(at, cuts[index + 1] ?? domain.to));
    const here = isSteady ? null : valueOn(requirementLine(mover, timeline.rateAt(at), at, catalog), at);
    bends.push({ at, value: lines.value, requirement: lines.requirement, requirementAt: here });
  }
  return { side: position.side, ...start, bends };
}

function zeroWithin({ value, zero }: Mover, domain: Domain): Bare | null {
  if (zero === undefined) return zeroInside(value, domain);
  return zero !== null && isInside(zero, domain) ? zero : null;
}

/** The requirement near a coordinate, at a rate. */
function requirementLine(mover: Mover, rate: Ratio, near: Bare, catalog: PerShareCatalog): Line {
  const { position, perShare } = mover;
  const isWorthless = valueOn(mover.value, near).sign() <= 0;
  if (perShare === null) {
    if (isWorthless) return zeroLine;
    return scale(mover.value, rate.as<'bare'>());
  }
  const price = valueOn(perShare.price, near);
  const pieces = catalog.pieces(position, rate);
  const piece = itemAt(
    pieces,
    Math.max(
      0,
      pieces.findLastIndex(({ from }) => price.compare(from) >= 0),
    ),
  );
  const perShareLine =
    price.sign() < 0
      ? flatLine(piece.at0)
      : {
          at0: piece.at0.plus(piece.slope.times(perShare.price.at0)),
          slope: piece.slope.times(perShare.price.slope),
        };
  return perShare.shares.slope.sign() === 0
    ? scale(perShareLine, perShare.shares.at0)
    : scale(perShare.shares, perShareLine.at0);
}

function scale({ at0, slope }: Line, by: Bare): Line {
  const scaled = at0.times(by);
  return { at0: scaled, slope: slope === at0 ? scaled : slope.times(by) };
}

interface Event {
  readonly at: Bare;
  readonly side: 'long' | 'short';
  readonly value: Line;
  readonly requirement: Line;
  /** How far the requirement exactly there is from what the lines on its left say; null for not at all. */
  readonly jumpAt: Bare | null;
}

/** What never changes along the way. */
interface Fixed {
  readonly long: Bare;
  readonly short: Bare;
  readonly requirement: Bare;
}

/** Sums parts into a curve. `base` is equity without positions; `fixed` what never changes along the way. */
export function sumParts(domain: Domain, base: Line, parts: readonly Part[], fixed: Fixed): ExcessCurve {
  return finish(sumPartsInSteps(domain, base, parts, fixed));
}

/** As `sumParts`, in steps. */
export function* sumPartsInSteps(
  domain: Domain,
  base: Line,
  parts: readonly Part[],
  fixed: Fixed,
): InSteps<ExcessCurve> {
  const longs = parts.filter((part) => part.side === 'long');
  const shorts = parts.filter((part) => part.side === 'short');
  let [long, short, requirement] = [
    addLines(flatLine(fixed.long), sumLines(longs.map((part) => part.value))),
    addLines(flatLine(fixed.short), sumLines(shorts.map((part) => part.value))),
    addLines(flatLine(fixed.requirement), sumLines(parts.map((part) => part.requirement))),
  ];
  yield;
  const segmentNow = () => new SummedSegment(base, long, short, requirement);
  const events = parts.flatMap(eventsOf).sort((a, b) => compareFast(a.at, b.at));
  yield;
  const points: CurveFigures[] = [];
  const segments: Segment[] = [];
  let [next, at]: [number, Bare] = [0, domain.from];
  for (;;) {
    const left = segments.at(-1) ?? segmentNow();
    const jumps: Bare[] = [];
    for (let event = events[next]; event?.at.equals(at) === true; event = events[++next]) {
      if (isStep(next)) yield;
      if (event.jumpAt !== null) jumps.push(event.jumpAt);
      if (event.side === 'long') long = addLines(long, event.value);
      else short = addLines(short, event.value);
      requirement = addLines(requirement, event.requirement);
    }
    points.push(new PointOn(at, left, jumps.length === 0 ? null : sum(jumps)));
    if (domain.to?.equals(at) === true) break;
    segments.push(segmentNow());
    const nextAt = events[next]?.at ?? domain.to;
    if (nextAt === null) break;
    at = nextAt;
  }
  return new ExcessCurve(points, segments);
}

/** A stretch's lines; equity is added up only when asked for. */
class SummedSegment implements Segment {
  constructor(
    private readonly base: Line,
    readonly longMarketValue: Line,
    readonly shortMarketValue: Line,
    readonly requirement: Line,
  ) {}

  get equity(): Line {
    return subtractLines(addLines(this.base, this.longMarketValue), this.shortMarketValue);
  }
}

/** A corner's figures, worked out only when asked for: what the lines on its left say, and a jump exactly there. */
class PointOn implements CurveFigures {
  constructor(
    readonly at: Bare,
    private readonly left: Segment,
    private readonly jump: Bare | null,
  ) {}

  get equity(): Bare {
    return valueOn(this.left.equity, this.at);
  }

  get requirement(): Bare {
    const byLine = valueOn(this.left.requirement, this.at);
    return this.jump === null ? byLine : byLine.plus(this.jump);
  }

  get longMarketValue(): Bare {
    return valueOn(this.left.longMarketValue, this.at);
  }

  get shortMarketValue(): Bare {
    return valueOn(this.left.shortMarketValue, this.at);
  }
}

function sumLines(lines: readonly Line[]): Line {
  const at0 = sum(lines.map((line) => line.at0));
  // What moves as the market does has one number for both.
  const isOne = lines.every((line) => line.slope === line.at0);
  return { at0, slope: isOne ? at0 : sum(lines.map((line) => line.slope)) };
}

function eventsOf(part: Part): Event[] {
  let [value, requirement] = [part.value, part.requirement];
  return part.bends.map((bend) => {
    const event = {
      at: bend.at,
      side: part.side,
      value: subtractLines(bend.value, value),
      requirement: subtractLines(bend.requirement, requirement),
      jumpAt: bend.requirementAt?.minus(valueOn(requirement, bend.at)) ?? null,
    };
    [value, requirement] = [bend.value, bend.requirement];
    return event;
  });
}
