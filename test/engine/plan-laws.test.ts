// Laws of every plan: it ends the call, keeps what is locked, and one step less does not do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin } from '@/engine/margin';
import { makePlan } from '@/engine/plan';
import {
  afterTrades,
  changeOf,
  isTradable,
  type PlannedTrade,
  sizeHeld,
  tradeOf,
  tradeUnit,
} from '@/engine/planned-trade';
import { type Bare, bare, money } from '@/engine/quantity';
import { findPracticalReduction, findRoomCash } from '@/engine/room';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { after, valueOf } from '../support/build';
import { wishes } from '../support/plans';

const anyAccount = anyDocument.map((document): Account => valueOf(readDocument(document, ruleSets)).account);
const anyWishes = fc.record({
  order: fc.constantFrom('fewestDollars' as const, 'proportional' as const, ['p2', 'p1', 'p3'] as const),
  locked: fc.subarray(['p1', 'p2', 'p3']).map((ids) => new Set(ids)),
  cash: fc.constantFrom('0', '0', '250.5', '100000').map((text) => money(text)),
  room: fc.constantFrom('0', '0', '-0.1', '-0.5', '0.2').map((text) => bare(text)),
  isWholeShares: fc.boolean(),
});

/** A trade of one unit less; null where nothing is left of it. */
function less({ position, shares, amount }: PlannedTrade, unit: Bare): PlannedTrade | null {
  const size = (shares?.as<'bare'>() ?? amount.as<'bare'>()).minus(unit);
  return size.sign() > 0 ? tradeOf(position, size) : null;
}

/** All of it, or a whole number of what can be traded. */
function isTradableSize({ position, shares, amount, isAll }: PlannedTrade, isWholeShares: boolean): boolean {
  const count = (shares?.as<'bare'>() ?? amount.as<'bare'>()).over(tradeUnit(position, isWholeShares));
  return isAll || count.equals(count.roundedUp());
}

/** What is missing is cash, and cash is never missing by less than a hair. */
const isCured = (account: Account, room: Bare) => findRoomCash(account, room).sign() === 0;

describe('every plan', () => {
  it('applied as changes ends the call, with room for the fall too; locks stay, cash stays below its cap', () => {
    let ended = 0;
    fc.assert(
      fc.property(anyAccount, anyWishes, (account, wish) => {
        const plan = makePlan(account, wish);
        expect(plan.cash.isAbove(wish.cash)).toBe(false);
        const paid = { ...account, cash: account.cash.plus(plan.cash) };
        const changes = plan.trades.map((trade) => ({ change: changeOf(trade), path: '' }));
        const done = valueOf(applyChanges(paid, changes));
        const kept = (all: Account) => all.positions.filter(({ id }) => wish.locked.has(id));
        expect(kept(done)).toEqual(kept(account));
        expect(plan.trades.filter((trade) => !isTradableSize(trade, wish.isWholeShares))).toEqual([]);
        if (plan.missing.sign() > 0) return;
        ended += plan.trades.length > 0 ? 1 : 0;
        expect(evaluateMargin(done).isInCall).toBe(false);
        const moved = after(done, { type: 'moveMarket', ratio: wish.room.toText() });
        expect(evaluateMargin(moved).isInCall).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(ended).toBeGreaterThan(10);
  });

  it('misses nothing where one position alone is enough, and moves no more than that one, or says so', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyAccount, anyWishes, (account, wished) => {
        const wish = { ...wishes, ...wished, order: 'fewestDollars' as const, cash: money(0) };
        const plan = makePlan(account, wish);
        const singles = account.positions
          .filter((position) => isTradable(position) && !wish.locked.has(position.id))
          .flatMap((position) => {
            const unit = tradeUnit(position, wish.isWholeShares);
            const size = findPracticalReduction(account, position, wish.room, unit);
            return size === null ? [] : [tradeOf(position, size)];
          });
        if (singles.length === 0) return;
        tried += plan.trades.length > 0 ? 1 : 0;
        expect(plan.missing.sign()).toBe(0);
        if (plan.isRuleOfThumb) return;
        const last = plan.isRoundedUp ? plan.trades.at(-1)?.amount : undefined;
        const bound = plan.moved.minus(last ?? money('0.01'));
        for (const { amount } of singles) expect(bound.isAbove(amount)).toBe(false);
      }),
      { numRuns: 200 },
    );
    expect(tried).toBeGreaterThan(10);
  });

  it('one unit less of its last step does not do, but for a jump', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyAccount, anyWishes, (account, wish) => {
        const plan = makePlan(account, wish);
        const last = plan.trades.at(-1);
        if (plan.missing.sign() > 0 || last === undefined || wish.order === 'proportional') return;
        const paid = { ...account, cash: account.cash.plus(plan.cash) };
        const fewer = less(last, tradeUnit(last.position, wish.isWholeShares));
        // Of a whole position closed as a fraction the step down is to the whole shares below it.
        const isFraction =
          last.isAll && last.shares !== null && !last.shares.equals(last.shares.roundedDown());
        if (isFraction) return;
        const before = afterTrades(paid, [...plan.trades.slice(0, -1), ...(fewer === null ? [] : [fewer])]);
        tried += 1;
        expect(isCured(before, wish.room)).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(5);
  });

  it('the same share of each: no position gives more than a unit more of itself than another', () => {
    fc.assert(
      fc.property(anyAccount, anyWishes, (account, wish) => {
        const plan = makePlan(account, { ...wish, order: 'proportional' });
        const shares = plan.trades.map((trade) => {
          const held = sizeHeld(trade.position);
          const size = trade.shares?.as<'bare'>() ?? trade.amount.as<'bare'>();
          const unit = tradeUnit(trade.position, wish.isWholeShares);
          return { most: size.over(held), least: size.minus(unit).over(held) };
        });
        for (const one of shares)
          for (const other of shares) expect(one.least.isAbove(other.most)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
