/**
 * What a short needs a share, as a function of its price: the greatest of rate × price, its own per-share minimum
 * and FINRA's table. Serves rules of rules.md.
 */
import { sortedUnique } from '@/engine/coordinates';
import { type Bare, bare, greatest, type Price, type Ratio } from '@/engine/quantity';
import { finraPerShareTable as table } from '@/engine/rule-set';

/** The three things that decide what a short needs a share. */
export interface PerShareRule {
  readonly rate: Ratio;
  /** The position's own minimum, dollars a share; null for none. */
  readonly minimum: Price | null;
  /** Whether FINRA's table applies. */
  readonly hasFinraTable: boolean;
}

/** From a price of `from` up to the next piece, a share needs `at0 + slope × price` dollars. */
export interface PerSharePiece {
  readonly from: Bare;
  readonly at0: Bare;
  readonly slope: Bare;
}

const zero = bare(0);
const one = bare(1);

/** Dollars that one share sold short needs at a price of 0 or more. */
export function requirementPerShare(rule: PerShareRule, at: Price): Price {
  const price = at.as<'bare'>();
  let needed = price.times(rule.rate);
  if (rule.minimum !== null) needed = greatest(needed, rule.minimum.as<'bare'>());
  if (rule.hasFinraTable) {
    const byTable = price.isBelow(table.lowPrice)
      ? greatest(table.lowMinimum, price)
      : greatest(table.minimum, price.times(table.rate));
    needed = greatest(needed, byTable);
  }
  return needed.as<'price'>();
}

/** The same function as its straight pieces, from a price of 0 up; continuous, bends exact. */
export function listPerSharePieces(rule: PerShareRule): readonly PerSharePiece[] {
  const pieces: PerSharePiece[] = [];
  const bends = listBendCandidates(rule);
  for (const [index, from] of bends.entries()) {
    const to = bends[index + 1];
    const inside = to === undefined ? from.plus(one) : from.plus(to).over(bare(2));
    const [at0, slope] = lineAt(rule, inside);
    const last = pieces.at(-1);
    if (last === undefined || !last.at0.equals(at0) || !last.slope.equals(slope))
      pieces.push({ from, at0, slope });
  }
  return pieces;
}

/** Every price at which two of the lines can cross, rising, 0 first. */
function listBendCandidates(rule: PerShareRule): Bare[] {
  const floors = [rule.minimum?.as<'bare'>() ?? zero];
  const slopes = [rule.rate.as<'bare'>()];
  const candidates = [zero];
  if (rule.hasFinraTable) {
    floors.push(table.lowMinimum, table.minimum);
    slopes.push(one, table.rate);
    candidates.push(table.lowPrice);
  }
  for (const floor of floors) {
    for (const slope of slopes) if (slope.sign() > 0) candidates.push(floor.over(slope));
  }
  return sortedUnique(candidates);
}

/** The line that governs at a price strictly between two candidates: [at 0, slope]. */
function lineAt(rule: PerShareRule, price: Bare): readonly [Bare, Bare] {
  const lines: (readonly [Bare, Bare])[] = [[zero, rule.rate.as<'bare'>()]];
  if (rule.minimum !== null) lines.push([rule.minimum.as<'bare'>(), zero]);
  if (rule.hasFinraTable) {
    if (price.isBelow(table.lowPrice)) lines.push([table.lowMinimum, zero], [zero, one]);
    else lines.push([table.minimum, zero], [zero, table.rate]);
  }
  const valueOf = ([at0, slope]: readonly [Bare, Bare]) => at0.plus(slope.times(price));
  return lines.reduce((best, line) => (valueOf(line).isAbove(valueOf(best)) ? line : best));
}
