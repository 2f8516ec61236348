/**
 * What the account's figures mean, as a typed value: the words are made elsewhere. Distances are from today, on the
 * market slider's scale, also inside a what-if.
 */

import type { Account, Position } from '@/engine/account';
import type { CallPoint } from '@/engine/excess-curve';
import { leastToBorrow } from '@/engine/minimum-equity';
import { type Bare, bare, type Money } from '@/engine/quantity';
import type { Issue } from '@/engine/result';
import { bringsPosition } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { selectView, type View } from '@/state/figures';
import { isLiquidating } from '@/state/liquidation';
import type { Figures, Scene } from '@/state/scene';

/** Where a call begins or ends: the market's move from today and the longs' value there. */
export interface Place {
  readonly move: Bare;
  readonly holdings: Money;
}

/** How the account stands. */
export type StandingKind = 'belowZero' | 'call' | 'exact' | 'noLoan' | 'riseOnly' | 'noMove' | 'fall';

/** An account that can be judged. */
export interface Standing {
  readonly kind: StandingKind;
  /** A call is within a 12 % move of the market from there, or 5 points of requirement. */
  readonly isNear: boolean;
  /** Whether anything differs from the account as typed. */
  readonly isWhatIf: boolean;
  /** The broker makes no call: it may sell at once. */
  readonly isLiquidated: boolean;
  readonly brokerName: string;
  /** Business days to meet a call, where the broker says. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly figures: Figures;
  readonly before: Figures;
  /** The market's move in the what-if. */
  readonly move: Bare;
  /** Whether no price differs from today's. */
  readonly isAtTodaysPrices: boolean;
  /** Where a call begins on each side; null where none does. */
  readonly fall: Place | null;
  readonly rise: Place | null;
  /** Where a call ends, when one is on without any move of the market. */
  readonly cureFall: Place | null;
  readonly cureRise: Place | null;
  /** At the requirement exactly: which further move makes a call. */
  readonly edge: 'fall' | 'rise' | 'both';
  /** Above the requirement by less than a cent, and by less than a move that words can tell: at it, to the cent. */
  readonly isToTheCent: boolean;
  /** Equity is below the $2,000 without which a broker may not lend, with a loan or a short open. */
  readonly isBelowLeastEquity: boolean;
  readonly hasShorts: boolean;
  /** There are shorts, and what they were sold for is not typed. */
  readonly isCreditMissing: boolean;
  /** A loan that is no more than the cash. */
  readonly isLoanCovered: boolean;
  /** Positions whose rate is the broker's and not typed. */
  readonly assumedRates: number;
  /** What the longs are worth today. */
  readonly holdingsToday: Money;
}

/** What can be said about an account. */
export type Verdict =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly issues: readonly Issue[] }
  | { readonly kind: 'impossible' }
  | Standing;

const zero = bare(0);
const one = bare(1);
const nearMove = bare('0.12');
const step = bare('1e-9');
/** So small a move has no figure of its own where less than a cent is above. */
const hair = bare('0.0005');

const verdicts = new WeakMap<View, Verdict>();

/** The verdict on a view; made once for each. */
export function selectVerdict(view: View): Verdict {
  const known = verdicts.get(view);
  if (known !== undefined) return known;
  const verdict = judge(view);
  verdicts.set(view, verdict);
  return verdict;
}

/** Whether a document as it stands is in a call. */
export function isInCall(document: SimulatorDocument): boolean {
  const verdict = selectVerdict(selectView(document));
  return isStanding(verdict) && verdict.figures.excess.sign() < 0;
}

/** Whether a verdict is about figures. */
export function isStanding(verdict: Verdict): verdict is Standing {
  return verdict.kind !== 'empty' && verdict.kind !== 'unread' && verdict.kind !== 'impossible';
}

function judge(view: View): Verdict {
  if (!view.ok) return { kind: 'unread', issues: view.issues };
  const { scene, move } = view;
  const { account, today } = scene;
  if (isEmpty(account)) return { kind: 'empty' };
  const figures = scene.at(move);
  if (figures === null || scene.points === null) return { kind: 'impossible' };
  const places = placesOf(scene);
  const edge = edgeAt(scene, move);
  const hasNoPlace = Object.values(places).every((place) => place === null);
  // Only where no move of the market makes a call: whether there is a loan at all, in the what-if.
  const then = hasNoPlace && scene.hasOtherChanges ? scene.accountAt(move) : account;
  const { marginLoan, cash } = then ?? account;
  const isLoanCovered = marginLoan.compare(cash) <= 0;
  const plainKind = kindOf(figures, places, !scene.hasShorts && isLoanCovered, edge);
  const slight = plainKind === 'exact' ? null : slightEdge(figures, places, move);
  const kind = slight === null ? plainKind : 'exact';
  const { input } = scene.ruleSet;
  return {
    kind,
    isNear: kind !== 'noLoan' && (isNearByMove(places, move) || scene.isNearByRequirement(move)),
    isWhatIf: scene.hasOtherChanges || move.sign() !== 0,
    isLiquidated: isLiquidating(scene.ruleSet),
    brokerName: input.name,
    days: input.businessDaysToMeetCall ?? null,
    figures,
    before: scene.before,
    move,
    isAtTodaysPrices: move.sign() === 0 && !scene.hasPriceChanges,
    ...places,
    edge: slight ?? edge ?? 'both',
    isToTheCent: slight !== null,
    isBelowLeastEquity: figures.equity.isBelow(leastToBorrow) && scene.hasDebt,
    hasShorts: scene.hasShorts,
    isCreditMissing: scene.hasShorts && account.shortCredit.sign() === 0,
    isLoanCovered: isLoanCovered && marginLoan.sign() > 0,
    assumedRates: countAssumed(scene),
    holdingsToday: today.longMarketValue,
  };
}

function isEmpty({ positions, cash, marginLoan, shortCredit }: Account): boolean {
  return [cash, marginLoan, shortCredit, ...positions.map(({ marketValue }) => marketValue)].every(
    (amount) => amount.sign() === 0,
  );
}

type Places = Pick<Standing, 'fall' | 'rise' | 'cureFall' | 'cureRise'>;

function placesOf(scene: Scene): Places {
  const place = (point: CallPoint | null): Place | null =>
    point === null
      ? null
      : { move: point.at, holdings: scene.at(point.at)?.longMarketValue ?? scene.today.longMarketValue };
  const { points } = scene;
  return {
    fall: place(points?.below ?? null),
    rise: place(points?.above ?? null),
    cureFall: place(points?.cureBelow ?? null),
    cureRise: place(points?.cureAbove ?? null),
  };
}

function kindOf(
  { equity, excess }: Figures,
  { fall, rise, cureFall, cureRise }: Places,
  hasNoLoan: boolean,
  edge: Standing['edge'] | null,
): StandingKind {
  if (excess.sign() < 0) return equity.sign() < 0 ? 'belowZero' : 'call';
  if (edge !== null && excess.toFixed(2, 'down') === '0.00') return 'exact';
  if (fall !== null || cureRise !== null) return 'fall';
  if (rise !== null || cureFall !== null) return 'riseOnly';
  return hasNoLoan ? 'noLoan' : 'noMove';
}

/** Which move from here makes a call at once; null for none. Only asked for where excess is as good as 0. */
function edgeAt(scene: Scene, move: Bare): Standing['edge'] | null {
  const isCalled = (at: Bare) => (scene.at(at)?.excess.sign() ?? 0) < 0;
  const [fall, rise] = [isCalled(move.minus(step)), isCalled(move.plus(step))];
  return fall && rise ? 'both' : fall ? 'fall' : rise ? 'rise' : null;
}

/** Which hair of a move makes a call where less than a cent is above the requirement; null for none, or for more. */
function slightEdge(
  { excess }: Figures,
  { fall, rise, cureFall, cureRise }: Places,
  move: Bare,
): Standing['edge'] | null {
  if (excess.sign() < 0 || excess.toFixed(2, 'down') !== '0.00') return null;
  const isHere = (places: readonly (Place | null)[]) =>
    places.some((place) => place !== null && place.move.minus(move).absolute().isBelow(hair));
  const [falls, rises] = [isHere([fall, cureRise]), isHere([rise, cureFall])];
  return falls && rises ? 'both' : falls ? 'fall' : rises ? 'rise' : null;
}

/** Within 12 % of the prices of the what-if, not of today's. */
function isNearByMove({ fall, rise }: Places, move: Bare): boolean {
  const reach = one.plus(move).times(nearMove);
  return [fall, rise].some(
    (place) => place !== null && place.move.minus(move).absolute().compare(reach) <= 0,
  );
}

/** The move that "to the margin call" goes to: the last free one on the nearer side; null for none. */
export function nearestCallPoint(
  scene: Scene,
): { readonly point: CallPoint; readonly freeSide: 'above' | 'below' } | null {
  const { points } = scene;
  if (points === null) return null;
  // In a call without a move, the nearest point is where it ends: free on the far side.
  const downward = points.below ?? points.cureAbove;
  const upward = points.above ?? points.cureBelow;
  const candidates = [
    ...(downward === null ? [] : [{ point: downward, freeSide: 'above' as const }]),
    ...(upward === null ? [] : [{ point: upward, freeSide: 'below' as const }]),
  ];
  const size = ({ point }: { readonly point: CallPoint }) => point.at.minus(zero).absolute();
  return candidates.reduce<(typeof candidates)[number] | null>(
    (nearest, each) => (nearest === null || size(each).isBelow(size(nearest)) ? each : nearest),
    null,
  );
}

const assumed = new WeakMap<Scene, number>();

/** Of what is typed and what the what-if brings, so long as any of it is left: as the list of assumptions counts it. */
function countAssumed(scene: Scene): number {
  const known = assumed.get(scene);
  if (known !== undefined) return known;
  const { account, changes } = scene;
  const brought = changes.flatMap(({ change }) => (bringsPosition(change) ? [change.position] : []));
  const isTraded = changes.some(({ change }) => change.type === 'trade');
  const then = isTraded ? (scene.accountAt(zero)?.positions ?? []) : [];
  const sold = new Set(then.filter(({ isClosed }) => isClosed).map(({ id }) => id));
  const count = [...account.positions, ...brought].filter(
    (position) => !sold.has(position.id) && isRateAssumed(position, scene),
  ).length;
  assumed.set(scene, count);
  return count;
}

/** Whether the broker's rules set a position's rate, and neither the account nor the what-if does. */
function isRateAssumed({ id, group, ownRate, marginable }: Position, { changes }: Scene): boolean {
  if (ownRate !== null || !marginable) return false;
  return !changes.some(
    ({ change }) =>
      change.type === 'setRequirement' &&
      ('group' in change.target ? change.target.group === group : change.target.position === id),
  );
}
