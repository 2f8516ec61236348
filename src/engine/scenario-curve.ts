/**
 * The curve of a what-if over the market move in it: all other changes kept, the market's own moves replaced by one.
 * It carries the verdict, the diamond on the slider and the chart. Serves rules of rules.md.
 */
import { type Account, holdingOf } from '@/engine/account';
import { hasFlowsAfterMove, isProportional } from '@/engine/after-market-move';
import { applyChanges } from '@/engine/apply-scenario';
import { between } from '@/engine/coordinates';
import type { Mover } from '@/engine/curve-parts';
import {
  type CallPoints,
  type CurveFigures,
  ExcessCurve,
  findCallPoints,
  flatLine,
  type Line,
  type Segment,
  valueOn,
} from '@/engine/excess-curve';
import { finish, type InSteps } from '@/engine/in-steps';
import { itemAt } from '@/engine/item-at';
import { evaluateMargin } from '@/engine/margin';
import {
  type AccountPath,
  buildCurve,
  buildCurveInSteps,
  buildMarketCurveInSteps,
  marketDomain,
} from '@/engine/market-curve';
import { findNumericCallPoints } from '@/engine/numeric-call-points';
import { type Bare, bare, type Quantity, type Unit } from '@/engine/quantity';
import type { PlacedChange } from '@/engine/scenario';

/** What happens to an account at one market move: the account there (null = impossible) and what was decided. */
interface Sample {
  readonly at: Bare;
  readonly account: Account | null;
  readonly decisions: readonly Bare[];
  /** The signs of all decisions: two samples with one signature lie on the same straight pieces. */
  readonly signature: string;
}

const zero = bare(0);
const two = bare(2);

/** The changes with every market move replaced by one, standing where the first stood, else first. */
export function replaceMarketMove(changes: readonly PlacedChange[], move: Bare): readonly PlacedChange[] {
  const first = changes.findIndex(({ change }) => change.type === 'moveMarket');
  const replaced: PlacedChange = {
    change: { type: 'moveMarket', ratio: move.as<'ratio'>() },
    path: changes[first]?.path ?? '',
  };
  const others = changes.filter(({ change }) => change.type !== 'moveMarket');
  return [...others.slice(0, Math.max(first, 0)), replaced, ...others.slice(Math.max(first, 0))];
}

/**
 * The curve of a scenario over its market move, from today's point of view. Null when the scenario is impossible
 * without a move, or when dollars traded after the move and a later price bend it into something not straight.
 */
export function buildScenarioCurve(account: Account, changes: readonly PlacedChange[]): ExcessCurve | null {
  return finish(buildScenarioCurveInSteps(account, changes));
}

/** As `buildScenarioCurve`, in steps. */
export function* buildScenarioCurveInSteps(
  account: Account,
  changes: readonly PlacedChange[],
): InSteps<ExcessCurve | null> {
  if (changes.length === 0) return yield* buildMarketCurveInSteps(account);
  const take = (at: Bare) => takeSample(account, changes, at);
  if (isProportional(changes)) {
    const still = take(zero).account;
    yield;
    return still === null ? null : yield* buildMarketCurveInSteps(still);
  }
  if (hasFlowsAfterMove(changes)) return joinPieces(take);
  const path = pathOfOnePiece(take);
  yield;
  return path === null ? null : yield* buildCurveInSteps(path);
}

/** Where calls begin and end over the scenario's market move; null when the scenario is impossible without a move. */
export function findScenarioCallPoints(
  account: Account,
  changes: readonly PlacedChange[],
): CallPoints | null {
  return finish(findScenarioCallPointsInSteps(account, changes));
}

/** As `findScenarioCallPoints`, in steps. */
export function* findScenarioCallPointsInSteps(
  account: Account,
  changes: readonly PlacedChange[],
): InSteps<CallPoints | null> {
  const curve = yield* buildScenarioCurveInSteps(account, changes);
  if (curve !== null) return findCallPoints(curve, zero);
  return findNumericCallPoints((at) => {
    const changed = takeSample(account, changes, at).account;
    return changed === null ? null : evaluateMargin(changed).excess;
  });
}

function takeSample(account: Account, changes: readonly PlacedChange[], at: Bare): Sample {
  const decisions: Bare[] = [];
  const result = applyChanges(account, replaceMarketMove(changes, at), (quantity) =>
    decisions.push(quantity),
  );
  const signs = decisions.map((quantity) => quantity.sign()).join();
  return {
    at,
    account: result.ok ? result.value : null,
    decisions,
    signature: result.ok ? signs : `${signs} impossible`,
  };
}

/** No flows after the move: every value is a straight line through two samples, but for prices that reach 0. */
function pathOfOnePiece(take: (at: Bare) => Sample): AccountPath | null {
  const here = take(zero);
  const held = here.account?.positions ?? [];
  const steepest = held.reduce((most, { beta }) => Math.max(most, Math.abs(beta.toNumber())), 1);
  const near = bare(`1e-${Math.ceil(Math.log10(steepest)) + 1}`);
  return pathThrough(here, take(near), marketDomain.from, null);
}

/** The account along the straight line through two samples; null when one is impossible or shares are no line. */
function pathThrough(a: Sample, b: Sample, from: Bare, to: Bare | null): AccountPath | null {
  const [first, second] = [a.account, b.account];
  if (first === null || second === null) return null;
  const line = <U extends Unit>(x: Quantity<U>, y: Quantity<U>): Line => lineThrough(a.at, x, b.at, y);
  const movers: Mover[] = [];
  for (const [index, position] of first.positions.entries()) {
    const other = itemAt(second.positions, index);
    const [before, after] = [holdingOf(position), holdingOf(other)];
    const isShort = position.side === 'short' && before !== null && after !== null;
    if (isShort && !before.shares.equals(after.shares)) return null;
    const perShare = isShort
      ? { price: line(before.price, after.price), shares: flatLine(before.shares.as<'bare'>()) }
      : null;
    movers.push({ position, value: line(position.marketValue, other.marketValue), perShare });
  }
  const baseOf = ({ cash, shortCredit, marginLoan }: Account) => cash.plus(shortCredit).minus(marginLoan);
  return {
    account: first,
    domain: { from, to },
    movers,
    base: line(baseOf(first), baseOf(second)),
    marginLoan: line(first.marginLoan, second.marginLoan),
  };
}

function lineThrough<U extends Unit>(x1: Bare, y1: Quantity<U>, x2: Bare, y2: Quantity<U>): Line {
  const slope = y2.minus(y1).as<'bare'>().over(x2.minus(x1)).reduced();
  return { at0: y1.as<'bare'>().minus(slope.times(x1)).reduced(), slope };
}

/** One straight piece of the whole account, from one boundary to the next. */
interface Piece {
  readonly path: AccountPath;
  readonly far: Bare | null;
}

/** Walks outward from no move, piece by piece, and joins the pieces' curves. */
function joinPieces(take: (at: Bare) => Sample): ExcessCurve | null {
  const below = walk(take, -1);
  const above = walk(take, 1);
  if (below === null || above === null) return null;
  const pieces = [...below.reverse(), ...above];
  const points: CurveFigures[] = [];
  const segments: Segment[] = [];
  for (const { path } of pieces) {
    const curve = buildCurve(path);
    points.length = segments.length;
    for (const point of curve.points) points.push(point);
    // Two pieces share the point where they meet. It has figures of its own: a trade that closes a position just
    // there leaves nothing for a later price.
    points[segments.length] = figuresAt(take, itemAt(curve.points, 0));
    for (const segment of curve.segments) segments.push(segment);
  }
  return points.length === 0 ? null : new ExcessCurve(points, segments);
}

/** The figures of the account where a piece starts; those of the piece where it is impossible there. */
function figuresAt(take: (at: Bare) => Sample, point: CurveFigures): CurveFigures {
  const { account } = take(point.at);
  if (account === null) return point;
  const { equity, requirement, longMarketValue, shortMarketValue } = evaluateMargin(account);
  return {
    at: point.at,
    equity: equity.as<'bare'>(),
    requirement: requirement.as<'bare'>(),
    longMarketValue: longMarketValue.as<'bare'>(),
    shortMarketValue: shortMarketValue.as<'bare'>(),
  };
}

/** The pieces on one side of no move, nearest first; null when one of them is not straight. */
function walk(take: (at: Bare) => Sample, direction: 1 | -1): Piece[] | null {
  const pieces: Piece[] = [];
  for (let near: Bare | null = zero; near !== null; ) {
    const piece = nextPiece(take, near, direction);
    if (piece === 'curved') return null;
    if (piece === 'impossible') break;
    pieces.push(piece);
    near = piece.far?.equals(marketDomain.from) === true ? null : piece.far;
  }
  return pieces;
}

/** The piece that starts at a boundary: samples move closer to it until nothing is decided in between. */
function nextPiece(
  take: (at: Bare) => Sample,
  start: Bare,
  direction: 1 | -1,
): Piece | 'impossible' | 'curved' {
  const room = direction < 0 ? start.minus(marketDomain.from) : bare(1);
  const away = (share: Bare) => start.plus(bare(direction).times(room).times(share));
  // Piece by piece boundaries come closer and closer; a boundary that keeps coming is none of a straight piece.
  for (let [share, tries] = [bare('0.5'), 0]; tries < 40; share = share.over(bare(8)), tries += 1) {
    const a = take(away(share));
    const b = take(away(share.over(two)));
    if (a.signature !== b.signature) continue;
    const roots = a.decisions.flatMap((quantity, index) =>
      rootThrough(a.at, quantity, b.at, itemAt(b.decisions, index)),
    );
    const ahead = (x: Bare, y: Bare) => x.minus(y).times(bare(direction)).sign() > 0;
    if (roots.some((root) => ahead(root, start) && ahead(b.at, root))) continue;
    if (a.account === null) return 'impossible';
    const limit = direction < 0 ? marketDomain.from : null;
    const far = roots
      .filter((root) => ahead(root, b.at))
      .reduce<Bare | null>(
        (nearest, root) => (nearest === null || ahead(nearest, root) ? root : nearest),
        limit,
      );
    const [from, to] = far?.isBelow(start) === true ? [far, start] : [start, far];
    const path = pathThrough(a, b, from, to);
    const middle = take(between(a.at, b.at));
    const check = pathThrough(a, middle, from, to);
    if (path === null || check === null || !isSamePath(path, check) || !isStraight(a, middle, b))
      return 'curved';
    return { path, far };
  }
  return 'curved';
}

/** Whether everything that was decided lies on one line through three samples. */
function isStraight(a: Sample, middle: Sample, b: Sample): boolean {
  return middle.decisions.every((quantity, index) => {
    const line = lineThrough(a.at, itemAt(a.decisions, index), b.at, itemAt(b.decisions, index));
    return valueOn(line, middle.at).equals(quantity);
  });
}

/** Where the line through two decided quantities is 0; none for one that never changes. */
function rootThrough(x1: Bare, y1: Bare, x2: Bare, y2: Bare): Bare[] {
  const line = lineThrough(x1, y1, x2, y2);
  return line.slope.sign() === 0 ? [] : [line.at0.negated().over(line.slope).reduced()];
}

/** Whether two paths run along the same lines. */
function isSamePath(a: AccountPath, b: AccountPath): boolean {
  const isSame = (x: Line, y: Line) => x.at0.equals(y.at0) && x.slope.equals(y.slope);
  return (
    isSame(a.base, b.base) &&
    isSame(a.marginLoan, b.marginLoan) &&
    a.movers.every(({ value }, index) => isSame(value, itemAt(b.movers, index).value))
  );
}
