/**
 * A plan that takes one position after the other: all of the first, then of the next, and of the last only what is
 * needed. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { itemAt } from '@/engine/item-at';
import { concentrationTotal, evaluateMargin } from '@/engine/margin';
import type { PlanOrder, PlanWishes } from '@/engine/plan-wishes';
import {
  afterTrades,
  closeOf,
  isTradable,
  type PlannedTrade,
  tradeOf,
  tradeUnit,
} from '@/engine/planned-trade';
import { type Bare, bare } from '@/engine/quantity';
import { factorOf, findLowPoint, findPracticalReduction, movedBy } from '@/engine/room';

/** The trades, and whether in fractions no others move fewer dollars. */
export interface Steps {
  readonly trades: readonly PlannedTrade[];
  readonly isProven: boolean;
}

/** What is wished of them: any order but the same share of each. */
export type StepWishes = PlanWishes & { readonly order: Exclude<PlanOrder, 'proportional'> };

const one = bare(1);

/**
 * Where all of a position can be too much, the first steps look for the least part that does, fewer with many positions;
 * further ones close them whole.
 */
const mostLooks = { steps: 24, positions: 3000 } as const;
/** With more positions no longer every one is tried alone. */
const mostAlone = 200;
/** Other positions that are tried for the end of a plan. */
const mostEnds = 12;

/** All of the first, then of the next, and of the last only what is needed. */
export function oneByOne(start: Account, wishes: StepWishes): Steps {
  const { room } = wishes;
  const mayOvershoot = canAllBeTooMuch(start, wishes);
  const looks = mayOvershoot ? Math.min(mostLooks.steps, mostLooks.positions / start.positions.length) : 0;
  const trades: PlannedTrade[] = [];
  // The moves at which most is missing: with one and the same, filling by help per dollar is the least.
  const lows = new Set<string>();
  for (let account = start; ; account = afterTrades(start, trades)) {
    const { at, excess } = findLowPoint(account, room);
    lows.add(at.toText());
    if (excess.sign() >= 0) break;
    const rest = inOrder(account, wishes, at);
    if (rest.length === 0) {
      const alone = mayOvershoot ? oneAlone(start, wishes) : null;
      if (alone !== null) return { trades: [alone], isProven: false };
      break;
    }
    // Elsewhere a part of a position never does where all of it does not.
    const whole = trades.length < looks ? 0 : tooFew(account, rest, room);
    trades.push(...rest.slice(0, whole).map(closeOf));
    const before = afterTrades(start, trades);
    const position = itemAt(rest, whole);
    const last = leastTrade(before, position, wishes);
    trades.push(
      ...(last === null ? [closeOf(position)] : ended(before, last, rest.slice(whole + 1), wishes)),
    );
  }
  return { trades, isProven: lows.size <= 1 && !hasTiers(start) && !hasTiers(afterTrades(start, trades)) };
}

function hasTiers(account: Account): boolean {
  return concentrationTotal(account) !== null;
}

/**
 * Whether all of the free positions can be too much where a part is not: tiers rise for what stays, and what gains on the
 * way, as a short in a fall, no longer does once it is covered.
 */
export function canAllBeTooMuch(
  account: Account,
  { locked, room }: Pick<PlanWishes, 'locked' | 'room'>,
): boolean {
  if (hasTiers(account)) return true;
  return account.positions.some((position) => {
    const gain = position.beta.as<'bare'>().times(room).sign();
    const gains = position.side === 'long' ? gain > 0 : gain < 0;
    return gains && isTradable(position) && !locked.has(position.id);
  });
}

/** The free positions that help, in order. What does not help where most is missing is left alone. */
function inOrder(account: Account, { order, locked }: StepWishes, at: Bare): readonly Position[] {
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
    const { excess } = findLowPoint(afterTrades(account, positions.slice(0, middle).map(closeOf)), room);
    if (excess.sign() >= 0) many = middle;
    else few = middle;
  }
  return few;
}

/** What of one position is enough, in sizes that can be traded; null where not even all of it is. */
function leastTrade(
  account: Account,
  { id }: Position,
  { room, isWholeShares }: StepWishes,
): PlannedTrade | null {
  const position = itemAt(
    account.positions,
    account.positions.findIndex((each) => each.id === id),
  );
  const size = findPracticalReduction(account, position, room, tradeUnit(position, isWholeShares));
  return size === null ? null : tradeOf(position, size);
}

/**
 * The last step; for the fewest dollars with one share less of it where the rest of another position costs less than that
 * share, as $34 of one do where a share of the other is $1,000.
 */
function ended(
  before: Account,
  last: PlannedTrade,
  others: readonly Position[],
  wishes: StepWishes,
): readonly PlannedTrade[] {
  const { position, shares } = last;
  if (wishes.order !== 'fewestDollars' || shares === null) return [last];
  const unit = tradeUnit(position, wishes.isWholeShares);
  const fewer = shares.as<'bare'>().over(unit).roundedUp().minus(one).times(unit);
  const begun = fewer.sign() > 0 ? [tradeOf(position, fewer)] : [];
  const account = afterTrades(before, begun);
  const saved = begun.reduce((amount, trade) => amount.minus(trade.amount), last.amount);
  const ends = others
    .slice(0, mostEnds)
    .flatMap((other) => leastTrade(account, other, wishes) ?? [])
    .filter(({ amount }) => amount.isBelow(saved));
  const end = cheapest(ends);
  return end === null ? [last] : [...begun, end];
}

/** One position that is enough alone, where all that were tried together are too much: the first, or the least. */
function oneAlone(start: Account, wishes: StepWishes): PlannedTrade | null {
  const { at } = findLowPoint(start, wishes.room);
  const enough = inOrder(start, wishes, at)
    .slice(0, mostAlone)
    .flatMap((position) => leastTrade(start, position, wishes) ?? []);
  return typeof wishes.order === 'string' ? cheapest(enough) : (enough[0] ?? null);
}

function cheapest(trades: readonly PlannedTrade[]): PlannedTrade | null {
  return trades.reduce<PlannedTrade | null>(
    (least, each) => (least === null || each.amount.isBelow(least.amount) ? each : least),
    null,
  );
}
