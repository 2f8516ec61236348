/**
 * Which concentration tier a position is in along a curve. With fixed betas "share = threshold" is a linear
 * equation between two bends of the total, so every meeting is an exact root. Serves rules of rules.md.
 */
import type { Position } from '@/engine/account';
import { between, compareFast, type Domain, sortedUnique, zeroInside } from '@/engine/coordinates';
import { addLines, flatLine, type Line, subtractLines, valueOn, zeroLine } from '@/engine/excess-curve';
import { itemAt } from '@/engine/item-at';
import type { Bare, Money, Ratio } from '@/engine/quantity';
import {
  type Concentration,
  isSubjectToConcentration,
  type RuleSet,
  rateInForce,
  tierAt,
} from '@/engine/rule-set';

/** The tiers of one position along a curve, as rates. */
export interface TierTimeline {
  /** Coordinates at which the rate can change. */
  readonly changes: { readonly at: Bare }[];
  /** The rate in force exactly at a coordinate. */
  rateAt(x: Bare): Ratio;
  /** Every rate that occurs, so that the bends of each are known. */
  rates(): readonly Ratio[];
}

/** A timeline without concentration: one rate throughout. */
function constantTimeline(rate: Ratio): TierTimeline {
  return { changes: [], rateAt: () => rate, rates: () => [rate] };
}

/** A stretch over which the total is one line. */
interface TotalPiece {
  readonly from: Bare;
  readonly to: Bare | null;
  readonly total: Line;
}

/** The least and greatest value that can meet a threshold anywhere along the way; floats. */
interface Reach {
  readonly least: number;
  readonly most: number;
}

/** From where, to where a concentration rule applies when the loan moves too; null = throughout. */
export interface Activity {
  readonly changes: readonly Bare[];
  isActiveAt(x: Bare): boolean;
}

/** The total that shares are measured against, along a curve. */
export class TotalAlong {
  private readonly reach: Reach;

  private constructor(
    readonly concentration: Concentration,
    private readonly ruleSet: RuleSet,
    private readonly domain: Domain,
    private readonly pieces: readonly TotalPiece[],
    private readonly activity: Activity | null,
  ) {
    this.reach = reachOf(concentration, pieces);
  }

  /**
   * @param values - value lines of all positions that count towards the total; below 0 they count as 0
   * @param activity - where the rule applies, when its debit bound is crossed on the way
   */
  static of(
    concentration: Concentration,
    ruleSet: RuleSet,
    domain: Domain,
    values: readonly Line[],
    activity: Activity | null,
  ): TotalAlong {
    const bends = values.flatMap((value) => {
      const at = zeroInside(value, domain);
      return at === null ? [] : [{ at, value }];
    });
    bends.sort((a, b) => compareFast(a.at, b.at));
    const first = between(domain.from, bends[0]?.at ?? domain.to);
    let total = values.reduce(
      (all, value) => (valueOn(value, first).sign() > 0 ? addLines(all, value) : all),
      zeroLine,
    );
    let from = domain.from;
    const pieces: TotalPiece[] = [];
    for (const { at, value } of bends) {
      if (!at.equals(from)) pieces.push({ from, to: at, total });
      total = value.slope.sign() > 0 ? addLines(total, value) : subtractLines(total, value);
      from = at;
    }
    pieces.push({ from, to: domain.to, total });
    return new TotalAlong(concentration, ruleSet, domain, pieces, activity);
  }

  /**
   * Whether a value that stands still can meet a threshold at all. Quick, by floats with room for their error: most
   * positions of a large account are out of reach.
   */
  isWithinReach(value: Bare): boolean {
    const height = value.toNumber();
    return this.activity !== null || (height >= this.reach.least && height <= this.reach.most);
  }

  /** Where the share of a value can meet a threshold: exact, rising, within the range. */
  meetings(value: Line): Bare[] {
    const found = this.activity === null ? [] : [...this.activity.changes];
    for (const piece of this.pieces) this.addMeetings(found, value, piece);
    return sortedUnique(found);
  }

  /** The tiers of a position whose value follows a line. */
  timelineOf(position: Position, value: Line): TierTimeline {
    const rateOf = (x: Bare) => rateInForce(position, this.ruleSet, this.tierOf(value, x));
    const meetings = this.meetings(value);
    if (meetings.length === 0) return constantTimeline(rateOf(between(this.domain.from, this.domain.to)));
    const rates = [null, ...this.concentration.tiers].map((tier) =>
      rateInForce(position, this.ruleSet, tier),
    );
    return { changes: meetings.map((at) => ({ at })), rateAt: rateOf, rates: () => rates };
  }

  private tierOf(value: Line, x: Bare) {
    if (this.activity?.isActiveAt(x) === false) return null;
    const piece = itemAt(
      this.pieces,
      this.pieces.findLastIndex(({ from }) => from.compare(x) <= 0),
    );
    const total = valueOn(piece.total, x);
    return tierAt(this.concentration, valueOn(value, x).as<'money'>(), total.as<'money'>());
  }

  private addMeetings(found: Bare[], value: Line, piece: TotalPiece): void {
    const { from, to, total } = piece;
    const [low, high] = shareRange(value, piece, this.domain.from);
    for (const tier of this.concentration.tiers) {
      const threshold = tier.above.toNumber();
      if (threshold < low - 1e-9 || threshold > high + 1e-9) continue;
      const gap = subtractLines(value, {
        at0: total.at0.times(tier.above),
        slope: total.slope.times(tier.above),
      });
      if (gap.slope.sign() === 0) continue;
      const at = gap.at0.negated().over(gap.slope);
      if (compareFast(at, from) >= 0 && (to === null || compareFast(at, to) <= 0)) found.push(at.reduced());
    }
  }
}

function reachOf(concentration: Concentration, pieces: readonly TotalPiece[]): Reach {
  const thresholds = concentration.tiers.map((tier) => tier.above.toNumber());
  const totals = pieces.flatMap(({ from, to, total }) => [
    valueOn(total, from).toNumber(),
    to === null ? endlessTotal(total) : valueOn(total, to).toNumber(),
  ]);
  return {
    least: Math.min(...thresholds) * Math.min(...totals) * (1 - 1e-9),
    most: Math.max(...thresholds) * Math.max(...totals) * (1 + 1e-9),
  };
}

/** What a total tends to without end. */
function endlessTotal(total: Line): number {
  return total.slope.sign() === 0 ? total.at0.toNumber() : Number.POSITIVE_INFINITY;
}

/** The least and greatest share between two coordinates, as floats: a ratio of two lines never turns in between. */
function shareRange(value: Line, { from, to, total }: TotalPiece, start: Bare): readonly [number, number] {
  const shareAt = (x: Bare) => {
    const [part, whole] = [valueOn(value, x).toNumber(), valueOn(total, x).toNumber()];
    // Where everything starts from nothing, the share is the limit that the slopes give.
    return whole === 0 && x === start ? endlessShare(value, total) : part / whole;
  };
  const [atFrom, atTo] = [shareAt(from), to === null ? endlessShare(value, total) : shareAt(to)];
  // Elsewhere a total of 0 has no share: look everywhere.
  if (!Number.isFinite(atFrom) || !Number.isFinite(atTo)) return [0, Number.POSITIVE_INFINITY];
  return [Math.min(atFrom, atTo), Math.max(atFrom, atTo)];
}

/** The share that two lines tend to without end. */
function endlessShare(value: Line, total: Line): number {
  const slope = total.slope.toNumber();
  return slope === 0 ? value.at0.toNumber() / total.at0.toNumber() : value.slope.toNumber() / slope;
}

/** The tiers of a position along a curve; one rate throughout where no concentration rule reaches it. */
export function timelineFor(
  position: Position,
  value: Line,
  total: TotalAlong | null,
  ruleSet: RuleSet,
): TierTimeline {
  return total !== null && isSubjectToConcentration(position)
    ? total.timelineOf(position, value)
    : constantTimeline(rateInForce(position, ruleSet, null));
}

/** Where a debit bound is met when the loan follows a line; null when it is met throughout, or the rule never applies. */
export function activityOf(bound: Money, loan: Line, domain: Domain): Activity | null | 'never' {
  const gap = subtractLines(loan, flatLine(bound.as<'bare'>()));
  const isActiveAt = (x: Bare) => valueOn(gap, x).sign() >= 0;
  if (gap.slope.sign() === 0) return isActiveAt(domain.from) ? null : 'never';
  const at = gap.at0.negated().over(gap.slope);
  const isWithin = at.compare(domain.from) >= 0 && (domain.to === null || at.compare(domain.to) <= 0);
  if (isWithin) return { changes: [at], isActiveAt };
  return isActiveAt(between(domain.from, domain.to)) ? null : 'never';
}
