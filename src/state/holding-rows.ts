/**
 * The holdings of the account on show, each with what it adds to the requirement and with its own margin-call price,
 * the largest requirement first. Serves rules of rules.md.
 */
import type { Position } from '@/engine/account';
import type { CallPoint, CallPoints } from '@/engine/excess-curve';
import { explainPosition, type PositionStep } from '@/engine/explain-position';
import type { PositionMargin } from '@/engine/margin';
import { bare, type Money, money, type Price, type Ratio } from '@/engine/quantity';
import { holdingsAlone } from '@/state/alone';
import type { Explanation } from '@/state/explanation';

/** Where a call begins, or ends, when one holding moves alone: its price, and how far that is from now. */
export interface OwnPoint {
  readonly side: 'below' | 'above';
  /** The point itself, and whether it is on the called side. */
  readonly point: CallPoint;
  /** The price now; null where only the holding's value is known. */
  readonly priceNow: Price | null;
  /** Signed; null for a holding that is worth nothing now. */
  readonly move: Ratio | null;
}

/** One holding. */
export interface HoldingRow {
  readonly position: Position;
  readonly step: PositionStep;
  readonly isRateSetByWhatIf: boolean;
  /** Its value in the account as typed; 0 where it was not there. */
  readonly valueBefore: Money;
  readonly requirementBefore: Money;
  /** Of everything held, both sides; null when nothing is. */
  readonly shareOfGross: Ratio | null;
  /** Null when nothing is required. */
  readonly shareOfRequirement: Ratio | null;
}

const made = new WeakMap<Explanation, readonly HoldingRow[]>();

/** Every holding that is not closed, the largest requirement first. */
export function selectHoldingRows(explanation: Explanation): readonly HoldingRow[] {
  const known = made.get(explanation);
  if (known !== undefined) return known;
  const { account, margin, before } = explanation;
  const today = new Map(before.positions.map((each) => [each.position.id, each]));
  const gross = margin.longMarketValue.plus(margin.shortMarketValue);
  const rows = margin.positions
    .filter(({ position }) => !position.isClosed)
    .toSorted((a, b) => b.requirement.compare(a.requirement))
    .map((each): HoldingRow => {
      const { position, requirement } = each;
      const old = today.get(position.id);
      return {
        position,
        step: explainPosition(account, each),
        isRateSetByWhatIf: isSetByWhatIf(position, old),
        valueBefore: old?.position.marketValue ?? money(0),
        requirementBefore: old?.requirement ?? money(0),
        shareOfGross: gross.sign() === 0 ? null : position.marketValue.per(gross),
        shareOfRequirement: margin.requirement.sign() === 0 ? null : requirement.per(margin.requirement),
      };
    });
  made.set(explanation, rows);
  return rows;
}

/** Whether a holding's own rate is the what-if's rather than the person's. */
function isSetByWhatIf({ ownRate }: Position, old: PositionMargin | undefined): boolean {
  const typed = old?.position.ownRate ?? null;
  return ownRate !== null && typed?.equals(ownRate) !== true;
}

/** The holding's own margin-call prices, below and above; in a call those that end it. */
export function findOwnPoints({ account }: Explanation, position: Position): readonly OwnPoint[] {
  const points = holdingsAlone(account).pointsOf(position.id);
  if (points === null) return [];
  const [below, above] = sidesOf(points);
  const today = (position.price ?? position.marketValue).as<'bare'>();
  const own = (side: OwnPoint['side'], point: CallPoint | null): OwnPoint[] =>
    point === null
      ? []
      : [
          {
            side,
            point,
            priceNow: position.price,
            move: today.sign() === 0 ? null : point.at.per(today).minus(one),
          },
        ];
  return [...own('below', below), ...own('above', above)];
}

const one = bare(1).as<'ratio'>();

function sidesOf(points: CallPoints): readonly [CallPoint | null, CallPoint | null] {
  const { isInCall, below, above, cureBelow, cureAbove } = points;
  return isInCall ? [cureBelow, cureAbove] : [below, above];
}
