/**
 * How a call point on a curve comes about: the root of its straight piece, or a jump where a position's share meets a
 * concentration tier; and where there is none, how far excess goes. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import {
  type CallPoint,
  type ExcessCurve,
  excessOf,
  flatLine,
  type Line,
  type Segment,
  valueOn,
} from '@/engine/excess-curve';
import { itemAt } from '@/engine/item-at';
import { concentrationTotal } from '@/engine/margin';
import { type Bare, bare, greatest, type Ratio } from '@/engine/quantity';
import { isSubjectToConcentration } from '@/engine/rule-set';

/** A position that stands exactly on a tier's threshold. */
export interface TierMet {
  readonly position: Position;
  readonly above: Ratio;
}

/** Where a call begins or ends, or why nowhere. Moves are signed ratios, the rest dollars. */
export type CallPointStep =
  /** from − excess ÷ (equity slope − requirement slope); slopes are dollars for a move of 1, that is 100 %. */
  | {
      readonly kind: 'root';
      readonly rule: 'R-53';
      /** Where the straight piece is measured from: 0 wherever it holds today. */
      readonly from: Bare;
      readonly excess: Bare;
      readonly equitySlope: Bare;
      readonly requirementSlope: Bare;
      readonly output: Bare;
    }
  /** Seen from today excess is `upTo` as far as the point, and `beyond` behind it. */
  | {
      readonly kind: 'edge';
      readonly rule: 'R-51';
      readonly upTo: Bare;
      readonly beyond: Bare;
      readonly tiers: readonly TierMet[];
      readonly output: Bare;
    }
  /** The least excess on this side, or in a call the greatest. */
  | {
      readonly kind: 'none';
      readonly rule: 'R-50';
      readonly extremeAt: Bare;
      readonly extreme: Bare;
      readonly output: null;
    };

/** Which side of today is meant. */
export type Side = 'fall' | 'rise';

const zero = bare(0);

/**
 * Explains one call point of a curve whose today is 0.
 *
 * @param point - what was found on this side; null for nothing
 * @param accountThere - the account at the point, for naming the tier that is met; null where it is not known
 */
export function explainCallPoint(
  curve: ExcessCurve,
  point: CallPoint | null,
  side: Side,
  accountThere: Account | null,
): CallPointStep {
  if (point === null) return explainNone(curve, side);
  const { at } = point;
  const index = curve.points.findLastIndex((corner) => corner.at.compare(at) <= 0);
  const here = itemAt(curve.points, index);
  const isToday = at.sign() === 0;
  // The piece on today's side of the point; at today itself the one that leads away.
  const isPieceRight = (side === 'fall') !== isToday;
  const [left, right] = [Math.max(0, index - 1), index];
  const isInside = !here.at.equals(at);
  // A range may end at the point: then nothing lies beyond.
  const near = curve.segments[isPieceRight || isInside ? right : left];
  const away = curve.segments[isPieceRight !== isToday ? left : right];
  const exactly = here.equity.minus(here.requirement);
  const line = near === undefined ? flatLine(exactly) : excessOf(near);
  const before = valueOn(line, at);
  if (near !== undefined && line.slope.sign() !== 0 && before.sign() === 0) {
    return rootOf(curve, near, line, at);
  }
  const after = away === undefined ? exactly : valueOn(excessOf(away), at);
  const [upTo, beyond] = isInCallToday(curve)
    ? [before, point.isOpen ? after : exactly]
    : point.isOpen
      ? [before, exactly]
      : [exactly, after];
  const tiers = accountThere === null ? [] : listTiersMet(accountThere);
  return { kind: 'edge', rule: 'R-51', upTo, beyond, tiers, output: at };
}

function isInCallToday(curve: ExcessCurve): boolean {
  const today = curve.at(zero);
  return today.equity.isBelow(today.requirement);
}

function rootOf(curve: ExcessCurve, piece: Segment, line: Line, at: Bare): CallPointStep {
  const index = curve.segments.indexOf(piece);
  const [start, end] = [itemAt(curve.points, index).at, curve.points[index + 1]?.at ?? null];
  // Where the piece does not reach today, it is measured from its end that is nearer.
  const from = end?.isBelow(zero) === true ? end : greatest(start, zero);
  return {
    kind: 'root',
    rule: 'R-53',
    from,
    excess: valueOn(line, from),
    equitySlope: piece.equity.slope,
    requirementSlope: piece.requirement.slope,
    output: at,
  };
}

function explainNone(curve: ExcessCurve, side: Side): CallPointStep {
  const today = curve.at(zero);
  const isInCall = isInCallToday(curve);
  let [extremeAt, extreme] = [zero, today.equity.minus(today.requirement)];
  for (const { at, before, excess, after } of curve.vertices()) {
    if (at.sign() === 0 || (side === 'fall') !== at.sign() < 0) continue;
    for (const value of [before, excess, after]) {
      if (isInCall ? !value.isAbove(extreme) : !value.isBelow(extreme)) continue;
      [extremeAt, extreme] = [at, value];
    }
  }
  return { kind: 'none', rule: 'R-50', extremeAt, extreme, output: null };
}

/** The positions whose share of the account is exactly a threshold: beyond it the tier's rate holds. */
function listTiersMet(account: Account): readonly TierMet[] {
  const total = concentrationTotal(account);
  const tiers = account.ruleSet.concentration?.tiers ?? [];
  if (total === null || total.sign() === 0) return [];
  return account.positions.filter(isSubjectToConcentration).flatMap((position) => {
    const met = tiers.find(({ above }) => position.marketValue.equals(total.times(above)));
    return met === undefined ? [] : [{ position, above: met.above }];
  });
}
