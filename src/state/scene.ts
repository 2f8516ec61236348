/**
 * Everything that stays as it is while the market moves: the account, the other changes, and the exact curve over
 * the market's move. Made once, then asked at each step of a slider.
 */
import type { Account, Position } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { type CallPoint, type CallPoints, type ExcessCurve, findCallPoints } from '@/engine/excess-curve';
import { finish, type InSteps } from '@/engine/in-steps';
import type { MarginResult } from '@/engine/margin';
import { hasDebt } from '@/engine/minimum-equity';
import { type Bare, bare, type Money, type Ratio, type Rounding, ratio } from '@/engine/quantity';
import type { RuleSet } from '@/engine/rule-set';
import { bringsPosition, type PlacedChange } from '@/engine/scenario';
import {
  buildScenarioCurveInSteps,
  findScenarioCallPoints,
  findScenarioCallPointsInSteps,
  replaceMarketMove,
} from '@/engine/scenario-curve';
import { marginOf, marketCurveInSteps } from '@/state/known-figures';

/** The headline figures at one move of the market. Money in dollars; excess may be negative. */
export interface Figures {
  readonly equity: Money;
  readonly requirement: Money;
  readonly excess: Money;
  readonly longMarketValue: Money;
  readonly shortMarketValue: Money;
}

const zero = bare(0);
const one = bare(1);
/** A call within so many points of requirement counts as near. */
const fivePointsMore: PlacedChange = {
  change: { type: 'shiftRequirement', points: ratio('0.05') },
  path: '',
};
/** Where a point itself is no longer free, this much toward today is. */
const hair = bare('1e-25');

/** Whether a move is an end of a curve or beyond it, where the what-if may be impossible. */
function isAtEnd({ from, to }: ExcessCurve, move: Bare): boolean {
  return !move.isAbove(from) || (to !== null && !move.isBelow(to));
}

function isOther({ change }: PlacedChange): boolean {
  return change.type !== 'moveMarket';
}

/** The curve of a what-if; that of the account itself where only the market moves. */
function curveInSteps(account: Account, changes: readonly PlacedChange[]): InSteps<ExcessCurve | null> {
  return changes.some(isOther) ? buildScenarioCurveInSteps(account, changes) : marketCurveInSteps(account);
}

/** An account and a what-if, seen over the market's move in it. */
export class Scene {
  /** The account as typed. */
  readonly today: MarginResult;
  readonly hasShorts: boolean;
  private found: CallPoints | null | undefined;
  private isIndebted: boolean | undefined;
  private nearCurve: ExcessCurve | null | undefined;
  private apart: SidesAlone | null | undefined;
  private lastAt: { readonly move: Bare; readonly account: Account | null } | null = null;
  /**
   * Several moves of the market one after the other, as only a file can have them, and what they come to: together they
   * are one move on the slider, but prices set between them and betas make them another thing.
   */
  private readonly written: { readonly move: Bare; readonly account: Account | null } | null;

  constructor(
    readonly account: Account,
    readonly changes: readonly PlacedChange[],
    /** Null when the what-if is not made of straight pieces: then every figure is evaluated anew. */
    readonly curve: ExcessCurve | null = finish(curveInSteps(account, changes)),
  ) {
    this.today = marginOf(account);
    this.hasShorts = [
      ...account.positions,
      ...changes.flatMap(({ change }) => (bringsPosition(change) ? [change.position] : [])),
    ].some(({ side }) => side === 'short');
    const moves = changes.flatMap(({ change }) => (change.type === 'moveMarket' ? [change.ratio] : []));
    this.written = moves.length < 2 ? null : { move: multiplied(moves), account: this.after(changes) };
  }

  /** A scene, made in steps. */
  static *inSteps(account: Account, changes: readonly PlacedChange[]): InSteps<Scene> {
    marginOf(account);
    yield;
    const curve = yield* curveInSteps(account, changes);
    return new Scene(account, changes, curve);
  }

  /** Works out in steps what is asked of a scene as soon as it is on show. */
  *prepare(): InSteps<void> {
    yield;
    if (this.points === null) return;
    yield* this.findNearCurve();
  }

  /** Where calls begin and end, from today; null when the what-if is impossible without a move. Found when asked for. */
  get points(): CallPoints | null {
    if (this.found === undefined) {
      const { account, changes, curve } = this;
      this.found = curve === null ? findScenarioCallPoints(account, changes) : findCallPoints(curve, zero);
    }
    return this.found;
  }

  /** The broker's rules in force in the what-if. */
  get ruleSet(): RuleSet {
    const last = this.changes.findLast(({ change }) => change.type === 'switchRuleSet')?.change;
    return last?.type === 'switchRuleSet' ? last.ruleSet : this.account.ruleSet;
  }

  /** Whether anything but the market differs from today. */
  get hasOtherChanges(): boolean {
    return this.changes.some(isOther);
  }

  /** Whether there is a loan or a short open in the what-if, wherever the market is. */
  get hasDebt(): boolean {
    this.isIndebted ??= hasDebt(this.accountAt(zero) ?? this.account);
    return this.isIndebted;
  }

  /** Whether the what-if moves the price of a holding apart from the market. */
  get hasPriceChanges(): boolean {
    return this.changes.some(({ change }) => change.type === 'moveHolding' || change.type === 'setPrice');
  }

  /** The figures of the account as typed. */
  get before(): Figures {
    return this.today;
  }

  /** The figures at a move of the market from today; null where the what-if is impossible. */
  at(move: Bare): Figures | null {
    if (this.curve === null || this.written?.move.equals(move) === true || isAtEnd(this.curve, move)) {
      const account = this.accountAt(move);
      return account === null ? null : marginOf(account);
    }
    const { equity, requirement, longMarketValue, shortMarketValue } = this.curve.at(move);
    return {
      equity: equity.as<'money'>(),
      requirement: requirement.as<'money'>(),
      excess: equity.minus(requirement).as<'money'>(),
      longMarketValue: longMarketValue.as<'money'>(),
      shortMarketValue: shortMarketValue.as<'money'>(),
    };
  }

  /** The whole account at a move of the market; null where the what-if is impossible. */
  accountAt(move: Bare): Account | null {
    if (this.written?.move.equals(move) === true) return this.written.account;
    // Several parts of the page ask for the one where the market is.
    if (this.lastAt?.move.equals(move) !== true) {
      this.lastAt = { move, account: this.after(this.changesAt(move)) };
    }
    return this.lastAt.account;
  }

  /** The changes with the market at a move from today: as they are written where that is their own move. */
  changesAt(move: Bare): readonly PlacedChange[] {
    return this.written?.move.equals(move) === true ? this.changes : replaceMarketMove(this.changes, move);
  }

  private after(changes: readonly PlacedChange[]): Account | null {
    const changed = applyChanges(this.account, changes);
    return changed.ok ? changed.value : null;
  }

  /** Whether five points more of every requirement would make a call at this move. */
  isNearByRequirement(move: Bare): boolean {
    const curve = finish(this.findNearCurve());
    if (curve === null || this.written?.move.equals(move) === true) {
      const raised = this.after([...this.changesAt(move), fivePointsMore]);
      return raised !== null && marginOf(raised).isInCall;
    }
    const { equity, requirement } = curve.at(move);
    return equity.isBelow(requirement);
  }

  private *findNearCurve(): InSteps<ExcessCurve | null> {
    if (this.nearCurve === undefined) {
      this.nearCurve = yield* buildScenarioCurveInSteps(this.account, [
        ...replaceMarketMove(this.changes, zero),
        fivePointsMore,
      ]);
    }
    return this.nearCurve;
  }

  /** Where a call begins when only the longs or only the shorts move; null without shorts. */
  get sidesAlone(): SidesAlone | null {
    return finish(this.sidesAloneInSteps());
  }

  /** As `sidesAlone`, in steps. */
  *sidesAloneInSteps(): InSteps<SidesAlone | null> {
    if (this.apart === undefined) {
      this.apart = this.hasShorts
        ? { longs: yield* this.pointsOf('long'), shorts: yield* this.pointsOf('short') }
        : null;
    }
    return this.apart;
  }

  private pointsOf(side: 'long' | 'short'): InSteps<CallPoints | null> {
    const still = ratio(0);
    const stilled = (position: Position) =>
      position.side === side ? position : { ...position, beta: still };
    const changes = this.changes.map(({ change, path }) => ({
      path,
      change: bringsPosition(change) ? { ...change, position: stilled(change.position) } : change,
    }));
    return findScenarioCallPointsInSteps(
      { ...this.account, positions: this.account.positions.map(stilled) },
      changes,
    );
  }
}

/** Moves of the market one after the other multiply. */
export function multiplied(moves: readonly Ratio[]): Bare {
  return moves.reduce((total, move) => total.times(one.plus(move.as<'bare'>())), one).minus(one);
}

/** The call points of each side while the other stands still. */
export interface SidesAlone {
  readonly longs: CallPoints | null;
  readonly shorts: CallPoints | null;
}

/** The last move still free of a call (or the first at which one ends), as text that a document can hold. */
export function moveText({ at, isOpen }: CallPoint, freeSide: 'above' | 'below'): string {
  const inside = isOpen ? (freeSide === 'above' ? at.plus(hair) : at.minus(hair)) : at;
  return writeMove(inside, freeSide === 'above' ? 'up' : 'down');
}

/** As many decimals as a document's move may have. */
const moveDecimals = 30;

/** A move as text that a document can hold, without zeros at its end. */
export function writeMove(move: Bare, rounding: Rounding): string {
  return move.toFixed(moveDecimals, rounding).replace(/\.?0+$/, '');
}
