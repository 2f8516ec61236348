/**
 * Plans of several trades that end a call, or leave room for a further move of the market, without touching what is
 * locked; and what a plan made by hand comes to. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { findMarketDistance } from '@/engine/distances';
import type { CallPoints } from '@/engine/excess-curve';
import { itemAt } from '@/engine/item-at';
import { concentrationTotal, evaluateMargin } from '@/engine/margin';
import {
  afterTrades,
  closeOf,
  type PlannedTrade,
  roundedToUnit,
  sizeHeld,
  tradeOf,
  tradeUnit,
  upToCent,
} from '@/engine/planned-trade';
import { type Bare, bare, least, type Money, sum } from '@/engine/quantity';
import { factorOf, findLowPoint, findPracticalReduction, findRoomCash, movedBy } from '@/engine/room';

/** In what order positions are sold or covered: by a rule, or these ids one after the other and no others. */
export type PlanOrder =
  /** What helps most per dollar first: with room for no move, the highest requirement per dollar of value. */
  | 'fewestDollars'
  /** The same share of each. */
  | 'proportional'
  | readonly string[];

/** What a plan may and may not do. */
export interface PlanWishes {
  readonly order: PlanOrder;
  /** Ids of positions that stay as they are. */
  readonly locked: ReadonlySet<string>;
  /** The most of new cash; it is paid in first. */
  readonly cash: Money;
  /** The further move of the market that is to make no call; 0 for just enough. */
  readonly room: Bare;
  readonly isWholeShares: boolean;
}

/** A plan, and what it leaves. */
export interface Plan {
  /** New cash that is used, at most what is there. */
  readonly cash: Money;
  readonly trades: readonly PlannedTrade[];
  /** What all trades are worth together. */
  readonly moved: Money;
  readonly account: Account;
  /** Cash that would still be needed after the whole plan; 0 when it is enough. */
  readonly missing: Money;
  readonly excess: Money;
  /** Where the next call is, as a further move of the market from there. */
  readonly next: CallPoints;
  /** The order is a rule of thumb here: another may need fewer dollars. */
  readonly isRuleOfThumb: boolean;
}

/** A plan made by hand: dollars paid in, and of each position so many shares, or dollars where those are unknown. */
export interface HandMade {
  readonly cash: Money;
  readonly sizes: ReadonlyMap<string, Bare>;
}

const zero = bare(0);
const one = bare(1);

/** Makes a plan: new cash first, then trades in the order wished until nothing is missing. */
export function makePlan(account: Account, wishes: PlanWishes): Plan {
  const cash = least(upToCent(findRoomCash(account, wishes.room)), wishes.cash);
  const paid = withCash(account, cash);
  const trades = wishes.order === 'proportional' ? shareOfEach(paid, wishes) : oneByOne(paid, wishes);
  const plan = planOf(account, cash, trades, wishes.room);
  return { ...plan, isRuleOfThumb: wishes.order === 'fewestDollars' && isRuleOfThumb(paid, plan, wishes) };
}

/** What a plan made by hand leaves. More than is held counts as all of it. */
export function tallyPlan(account: Account, { cash, sizes }: HandMade, room: Bare): Plan {
  const trades = account.positions.flatMap((position) => {
    const size = sizes.get(position.id) ?? zero;
    return isTradable(position) && size.sign() > 0 ? [tradeOf(position, size)] : [];
  });
  return planOf(account, cash, trades, room);
}

function planOf(account: Account, cash: Money, trades: readonly PlannedTrade[], room: Bare): Plan {
  const after = afterTrades(withCash(account, cash), trades);
  return {
    cash,
    trades,
    moved: sum(trades.map(({ amount }) => amount)),
    account: after,
    missing: upToCent(findRoomCash(after, room)),
    excess: evaluateMargin(after).excess,
    next: findMarketDistance(after),
    isRuleOfThumb: false,
  };
}

function withCash(account: Account, cash: Money): Account {
  return { ...account, cash: account.cash.plus(cash) };
}

/** Whether there is anything of a position that could be sold or covered. */
export function isTradable({ isClosed, marketValue }: Position): boolean {
  return !isClosed && marketValue.sign() > 0;
}

function isEnough(account: Account, room: Bare): boolean {
  return findLowPoint(account, room).excess.sign() >= 0;
}

/** With tiers the first steps look for the least that does, fewer with many positions; further ones close them whole. */
const mostLooks = { steps: 24, positions: 3000 } as const;

/** All of the first, then of the next, and of the last only what is needed. */
function oneByOne(start: Account, wishes: PlanWishes): readonly PlannedTrade[] {
  const trades: PlannedTrade[] = [];
  const looks =
    concentrationTotal(start) === null
      ? 0
      : Math.min(mostLooks.steps, mostLooks.positions / start.positions.length);
  for (let account = start; !isEnough(account, wishes.room); account = afterTrades(start, trades)) {
    const rest = inOrder(account, wishes);
    if (rest.length === 0) break;
    // Without tiers a part of a position never does where all of it does not.
    const whole = trades.length < looks ? 0 : tooFew(account, rest, wishes.room);
    trades.push(...rest.slice(0, whole).map(closeOf));
    const position = itemAt(rest, whole);
    const before = afterTrades(account, trades.slice(trades.length - whole));
    trades.push(leastTrade(before, position, wishes));
  }
  return trades;
}

/** The free positions that help, in order. What does not help where most is missing is left alone. */
function inOrder(account: Account, { order, locked, room }: PlanWishes): readonly Position[] {
  const { at } = findLowPoint(account, room);
  const there = at.sign() === 0 ? account : movedBy(account, at);
  const helpful = evaluateMargin(there).positions.flatMap(({ requirement }, index) => {
    const position = itemAt(account.positions, index);
    if (!isTradable(position) || locked.has(position.id)) return [];
    const kept = one.minus(factorOf(position, at));
    const freed = requirement.per(position.marketValue).as<'bare'>();
    const help = freed.plus(position.side === 'long' ? kept : kept.negated());
    return help.sign() > 0 ? [{ position, help }] : [];
  });
  if (typeof order !== 'string') {
    return order.flatMap((id) =>
      helpful.filter(({ position }) => position.id === id).map((each) => each.position),
    );
  }
  return helpful
    .toSorted((a, b) => b.help.compare(a.help) || b.position.marketValue.compare(a.position.marketValue))
    .map(({ position }) => position);
}

/** So many of the positions, closed whole, that one more is enough; all but one where all together are not. */
function tooFew(account: Account, positions: readonly Position[], room: Bare): number {
  let [few, many] = [0, positions.length];
  while (many - few > 1) {
    const middle = (few + many) >> 1;
    if (isEnough(afterTrades(account, positions.slice(0, middle).map(closeOf)), room)) many = middle;
    else few = middle;
  }
  return few;
}

/** What of one position is enough, in sizes that can be traded; all of it where no part is. */
function leastTrade(account: Account, { id }: Position, { room, isWholeShares }: PlanWishes): PlannedTrade {
  const position = itemAt(
    account.positions,
    account.positions.findIndex((each) => each.id === id),
  );
  const size = findPracticalReduction(account, position, room, tradeUnit(position, isWholeShares));
  return size === null ? closeOf(position) : tradeOf(position, size);
}

/** Steps of the share that goes of each. */
const steps = 1_000_000;

/** The least share of each free position that does. */
function shareOfEach(start: Account, { locked, room, isWholeShares }: PlanWishes): readonly PlannedTrade[] {
  const free = start.positions.filter((position) => isTradable(position) && !locked.has(position.id));
  const tradesAt = (step: number) => {
    const share = bare(step).over(bare(steps));
    return step === 0
      ? []
      : free.map((position) => {
          const size = sizeHeld(position).times(share);
          return tradeOf(position, roundedToUnit(size, tradeUnit(position, isWholeShares)));
        });
  };
  const lowAt = (step: number) => findLowPoint(afterTrades(start, tradesAt(step)), room).excess;
  if (lowAt(0).sign() >= 0) return [];
  // What shorts gain in a fall, or the tiers of what is locked, can make all of each too much.
  const high = [steps, ...twentieths].find((step) => lowAt(step).sign() >= 0);
  return tradesAt(high === undefined ? steps : firstStep(lowAt, high));
}

const twentieths = Array.from({ length: 19 }, (_, n) => (steps / 20) * (n + 1));

/** The first step at which excess is 0 or more, below one at which it is. Excess is nearly a straight line. */
function firstStep(lowAt: (step: number) => Bare, enough: number): number {
  const heights = { low: lowAt(0).toNumber(), high: lowAt(enough).toNumber() };
  let [low, high] = [0, enough];
  for (let looks = 0; high - low > 1; looks += 1) {
    // By the straight line between the two at first, just beside where it says; then by halves.
    const guess = low + ((high - low) * -heights.low) / (heights.high - heights.low);
    const beside = Math.ceil(guess) - (looks % 2);
    const middle = looks < 4 ? Math.min(high - 1, Math.max(low + 1, beside)) : (low + high) >> 1;
    const height = lowAt(middle).toNumber();
    if (height >= 0) [high, heights.high] = [middle, height];
    else [low, heights.low] = [middle, height];
  }
  return high;
}

/** With tiers, or where it is not one and the same move at which most is missing, the order proves nothing. */
function isRuleOfThumb(start: Account, plan: Plan, { room }: PlanWishes): boolean {
  if (plan.trades.length === 0) return false;
  if ([start, plan.account].some((account) => concentrationTotal(account) !== null)) return true;
  const states = [start, afterTrades(start, plan.trades.slice(0, -1)), plan.account];
  return new Set(states.map((account) => findLowPoint(account, room).at.toText())).size > 1;
}
