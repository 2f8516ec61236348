/**
 * Curves on which one position moves and the others stand still: its price alone, shares of it sold or covered,
 * a new position moved in. Others matter only where the moving total takes them across a concentration tier.
 * Serves rules of rules.md.
 */
import { type Account, moneyBeside, type Position } from '@/engine/account';
import type { Domain } from '@/engine/coordinates';
import { type Mover, type Part, partOf, proportionalMover, sumParts } from '@/engine/curve-parts';
import { addLines, type ExcessCurve, flatLine, type Line, subtractLines } from '@/engine/excess-curve';
import type { MarginResult, PositionMargin } from '@/engine/margin';
import { PerShareCatalog } from '@/engine/per-share-catalog';
import { type Bare, bare, ratio } from '@/engine/quantity';
import { type Concentration, isConcentrationActive, isSubjectToConcentration } from '@/engine/rule-set';
import { type Activity, TotalAlong, timelineFor } from '@/engine/tier-timeline';

/** What moves: an existing position (found by its id), or a new one; and the money that moves with it. */
export interface OneMove {
  /** The position of the account that moves; null for one that is new. */
  readonly own: PositionMargin | null;
  readonly mover: Mover;
  readonly domain: Domain;
  /** cash + short credit − loan along the way. */
  readonly base: Line;
  /** Where the concentration rule starts to apply on the way; null when the loan does not cross its bound. */
  readonly activity: Activity | null;
}

/** An account and its figures, prepared for moving one position at a time. */
export class OneMoverCurves {
  private readonly catalog: PerShareCatalog;
  private readonly rule: Concentration | null;
  private readonly counted: Bare;

  constructor(
    private readonly account: Account,
    private readonly margin: MarginResult,
  ) {
    this.catalog = new PerShareCatalog(account.ruleSet.hasFinraPerShareTable);
    this.rule = account.ruleSet.concentration;
    let counted = bare(0);
    for (const position of account.positions) {
      if (this.counts(position.marginable)) counted = counted.plus(position.marketValue.as<'bare'>());
    }
    this.counted = counted;
  }

  /** The curve of a move; where today stands on it is the caller's business. */
  curve(move: OneMove): ExcessCurve {
    const { mover, domain } = move;
    const { own } = move;
    const total = this.totalFor(move, own);
    const parts: Part[] = [this.partFor(mover, total, domain)];
    const moved = own === null ? [] : [own];
    for (const other of total === null ? [] : this.othersCrossing(total, own)) {
      parts.push(this.partFor(standing(other.position), total, domain));
      moved.push(other);
    }
    return sumParts(domain, move.base, parts, this.fixedWithout(moved));
  }

  /** The positions that stand still while the moving total takes them across a tier. */
  private othersCrossing(total: TotalAlong, own: PositionMargin | null): PositionMargin[] {
    return this.margin.positions.filter(
      (other) =>
        other !== own &&
        isSubjectToConcentration(other.position) &&
        total.isWithinReach(other.position.marketValue.as<'bare'>()) &&
        total.meetings(standing(other.position).value).length > 0,
    );
  }

  /** What everything else adds up to, all along the way. */
  private fixedWithout(moved: readonly PositionMargin[]) {
    let long = this.margin.longMarketValue.as<'bare'>();
    let short = this.margin.shortMarketValue.as<'bare'>();
    let requirement = this.margin.requirement.as<'bare'>();
    for (const each of moved) {
      const value = each.position.marketValue.as<'bare'>();
      if (each.position.side === 'long') long = long.minus(value);
      else short = short.minus(value);
      requirement = requirement.minus(each.requirement.as<'bare'>());
    }
    return { long, short, requirement };
  }

  private counts(isMarginable: boolean): boolean {
    return this.rule !== null && (this.rule.of === 'gross' || isMarginable);
  }

  private totalFor(move: OneMove, own: PositionMargin | null): TotalAlong | null {
    const { rule, account } = this;
    if (rule === null) return null;
    if (move.activity === null && !isConcentrationActive(rule, account.marginLoan)) return null;
    const { position, value } = move.mover;
    const isCounted = this.counts(position.marginable);
    const before = own === null || !isCounted ? bare(0) : own.position.marketValue.as<'bare'>();
    const others = flatLine(this.counted.minus(before));
    const values = isCounted ? [others, value] : [others];
    return TotalAlong.of(rule, account.ruleSet, move.domain, values, move.activity);
  }

  private partFor(mover: Mover, total: TotalAlong | null, domain: Domain): Part {
    const { position, value } = mover;
    const timeline = timelineFor(position, value, total, this.account.ruleSet);
    return partOf(mover, timeline, domain, this.catalog);
  }

  /** cash + short credit − loan today, as a flat line. */
  get baseToday(): Line {
    return flatLine(moneyBeside(this.account).as<'bare'>());
  }

  /** Equity that stays the same while a position's value changes: the money beside it takes up the difference. */
  baseForTrade(mover: Mover): Line {
    const before = flatLine(mover.position.marketValue.as<'bare'>());
    const sold = subtractLines(before, mover.value);
    return mover.position.side === 'long'
      ? addLines(this.baseToday, sold)
      : subtractLines(this.baseToday, sold);
  }
}

const still = ratio(0);

/** A position that does not move. */
function standing(position: Position): Mover {
  return proportionalMover(position, still);
}
