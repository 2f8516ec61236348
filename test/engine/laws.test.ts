import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { findMarketDistance, findPricePoints } from '@/engine/distances';
import { evaluateMargin } from '@/engine/margin';
import { buildMarketCurve } from '@/engine/market-curve';
import { OneMoverCurves } from '@/engine/one-mover';
import { type Bare, bare, type Money, money, ratio } from '@/engine/quantity';
import { findReduction, findSecuritiesDeposit } from '@/engine/remedies';
import { findRequirementShift } from '@/engine/requirement-shift';
import type { ChangeInput } from '@/engine/scenario';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { after, changesOf, valueOf } from '../support/build';

/** Valid accounts with longs, shorts, values only, tiers, floors and betas of both signs. */
const anyAccount = anyDocument.map((document): Account => valueOf(readDocument(document, ruleSets)).account);
const anyAmount = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2));
const anyMove = fc.integer({ min: -1000, max: 3000 }).map((points) => (points / 1000).toFixed(3));
const aHair = bare('1e-12');
/** Decimals to which call points are rounded before they are tried: as many as a move may have. */
const places = 30;

const excessAfter = (account: Account, ...changes: readonly ChangeInput[]): Money =>
  evaluateMargin(after(account, ...changes)).excess;
const excessAtMove = (account: Account, move: Bare): Money =>
  excessAfter(account, { type: 'moveMarket', ratio: move.toText() });

/** What takes this much from a position: sold is negative, covered positive. */
const signedFor = (side: 'long' | 'short', size: Bare): Bare => (side === 'long' ? size.negated() : size);

function check<T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, law), { numRuns: 300 });
}

describe('laws of the account', () => {
  test('the order of positions never matters', () => {
    check(anyAccount, (account) => {
      const turned = { ...account, positions: [...account.positions].reverse() };
      const [one, other] = [evaluateMargin(account), evaluateMargin(turned)];
      expect(other.equity.equals(one.equity)).toBe(true);
      expect(other.requirement.equals(one.requirement)).toBe(true);
      const [fall, fallTurned] = [findMarketDistance(account).below, findMarketDistance(turned).below];
      expect(fallTurned?.at.toText()).toBe(fall?.at.toText());
    });
  });

  test('a deposit of x raises equity and excess by exactly x; withdrawing it again restores both', () => {
    check(fc.tuple(anyAccount, anyAmount), ([account, amount]) => {
      const before = evaluateMargin(account);
      const richer = evaluateMargin(after(account, { type: 'deposit', amount }));
      expect(richer.excess.minus(before.excess).equals(money(amount))).toBe(true);
      const back = evaluateMargin(after(account, { type: 'deposit', amount }, { type: 'withdraw', amount }));
      expect(back.equity.equals(before.equity)).toBe(true);
    });
  });

  test('borrowing leaves equity alone and repaying the same restores the account', () => {
    check(fc.tuple(anyAccount, anyAmount), ([account, amount]) => {
      const back = after(account, { type: 'borrow', amount }, { type: 'repay', amount });
      expect(back.marginLoan.equals(account.marginLoan) && back.cash.equals(account.cash)).toBe(true);
      const borrowed = evaluateMargin(after(account, { type: 'borrow', amount }));
      expect(borrowed.equity.equals(evaluateMargin(account).equity)).toBe(true);
    });
  });

  test('raising every requirement never lowers the requirement, lowering never raises it', () => {
    check(fc.tuple(anyAccount, fc.integer({ min: 0, max: 75 })), ([account, percent]) => {
      const points = (percent / 100).toFixed(2);
      const now = evaluateMargin(account).requirement;
      const higher = evaluateMargin(after(account, { type: 'shiftRequirement', points })).requirement;
      const lower = evaluateMargin(
        after(account, { type: 'shiftRequirement', points: `-${points}` }),
      ).requirement;
      expect(higher.isBelow(now)).toBe(false);
      expect(lower.isAbove(now)).toBe(false);
    });
  });

  test('equity never changes by a trade at market price', () => {
    let traded = 0;
    check(fc.tuple(anyAccount, anyAmount, fc.boolean()), ([account, amount, isMore]) => {
      for (const { id, side } of account.positions) {
        const signed = (side === 'long') === isMore ? amount : `-${amount}`;
        const result = applyChanges(account, changesOf({ type: 'trade', position: id, amount: signed }));
        if (!result.ok) continue;
        traded += isMore ? 0 : 1;
        expect(evaluateMargin(result.value).equity.equals(evaluateMargin(account).equity)).toBe(true);
      }
    });
    expect(traded).toBeGreaterThan(50);
  });

  test('excess exactly 0 is no call; a cent less is', () => {
    check(anyAccount, (account) => {
      const { excess } = evaluateMargin(account);
      const missing = excess.sign() < 0 ? excess.negated() : money(0);
      const onTheLine = { ...account, cash: account.cash.plus(missing) };
      if (excess.sign() >= 0) onTheLine.marginLoan = account.marginLoan.plus(excess);
      const margin = evaluateMargin(onTheLine);
      // A loan that grows can reach a concentration rule's bound; then the line itself has moved.
      if (margin.excess.sign() !== 0) return;
      expect(margin.isInCall).toBe(false);
      const short = evaluateMargin({ ...onTheLine, shortCredit: onTheLine.shortCredit.minus(money('0.01')) });
      expect(short.call.toText()).toBe('0.01');
    });
  });
});

describe('laws of the curve', () => {
  test('at any move the curve says what evaluating the moved account says', () => {
    check(fc.tuple(anyAccount, anyMove), ([account, ratio]) => {
      const moved = evaluateMargin(after(account, { type: 'moveMarket', ratio }));
      const figures = buildMarketCurve(account).at(bare(ratio));
      expect(figures.equity.toText()).toBe(moved.equity.toText());
      expect(figures.requirement.toText()).toBe(moved.requirement.toText());
      expect(figures.longMarketValue.toText()).toBe(moved.longMarketValue.toText());
      expect(figures.shortMarketValue.toText()).toBe(moved.shortMarketValue.toText());
    });
  });

  test('at a printed call point there is no call, and a hair beyond there is one', () => {
    check(anyAccount, (account) => {
      const { below, above } = findMarketDistance(account);
      const sides = [
        { point: below, rounding: 'up' as const, beyond: aHair.negated() },
        { point: above, rounding: 'down' as const, beyond: aHair },
      ];
      for (const { point, rounding, beyond } of sides) {
        // No document holds a move of more than 15 digits: a short worth next to nothing can put the point there.
        if (point === null || !point.at.absolute().isBelow(bare('1e15'))) continue;
        const printed = bare(point.at.toFixed(places, rounding));
        expect(excessAtMove(account, printed).sign()).toBeGreaterThanOrEqual(0);
        expect(excessAtMove(account, printed.plus(beyond)).sign()).toBe(-1);
      }
    });
  });

  test('at the last shift free of a call there is none, and a hair beyond there is one', () => {
    check(anyAccount, (account) => {
      const margin = evaluateMargin(account);
      const shift = findRequirementShift(account, margin);
      // Where none begins a call, none does at the most that can be added.
      const points = shift?.toFixed(places, 'down') ?? '3';
      const isFree = excessAfter(account, { type: 'shiftRequirement', points }).sign() >= 0;
      expect(margin.isInCall || isFree).toBe(true);
      if (shift === null) return;
      const beyond = bare(points).plus(aHair).toText();
      expect(excessAfter(account, { type: 'shiftRequirement', points: beyond }).sign()).toBe(-1);
    });
  });

  test("at a position's own margin-call price there is no call, and a hair beyond there is one", () => {
    check(anyAccount, (account) => {
      const margin = evaluateMargin(account);
      const curves = new OneMoverCurves(account, margin);
      for (const each of margin.positions) {
        const points = findPricePoints(curves, each);
        const id = each.position.id;
        for (const [point, rounding, step] of [
          [points?.below, 'up', aHair.negated()],
          [points?.above, 'down', aHair],
        ] as const) {
          if (point === undefined || point === null || point.isOpen) continue;
          const price = point.at.toFixed(18, rounding);
          const beyond = bare(price).plus(step.times(bare(1000)));
          expect(
            excessAfter(account, { type: 'setPrice', position: id, price }).sign(),
          ).toBeGreaterThanOrEqual(0);
          if (beyond.sign() < 0) continue;
          const text = beyond.toText();
          expect(excessAfter(account, { type: 'setPrice', position: id, price: text }).sign()).toBe(-1);
        }
      }
    });
  });
});

describe('laws of the remedies', () => {
  test('each sale or cover, applied, ends the call; a ten-billionth less does not', () => {
    check(anyAccount, (account) => {
      const margin = evaluateMargin(account);
      const curves = new OneMoverCurves(account, margin);
      for (const each of margin.isInCall ? margin.positions : []) {
        const { position } = each;
        const reduction = findReduction(curves, account, margin, each);
        const amount = (position.shares === null ? reduction.amount : reduction.shares)?.as<'bare'>() ?? null;
        if (amount === null) continue;
        const text = (size: Bare) => {
          const signed = signedFor(position.side, size).toText();
          return position.shares === null ? { amount: signed } : { shares: signed };
        };
        const exact = bare(amount.toFixed(18, 'up'));
        const trade = { type: 'trade' as const, position: position.id };
        const size =
          position.shares === null
            ? { unit: 'dollars' as const, amount: signedFor(position.side, amount).as<'money'>() }
            : { unit: 'shares' as const, shares: signedFor(position.side, amount).as<'shares'>() };
        const traded = applyChanges(account, [{ change: { ...trade, size }, path: '' }]);
        expect(evaluateMargin(valueOf(traded)).excess.sign()).toBeGreaterThanOrEqual(0);
        const less = exact.minus(bare('1e-10'));
        const isEnough = less.sign() > 0 && excessAfter(account, { ...trade, ...text(less) }).sign() >= 0;
        expect(isEnough).toBe(false);
        if (reduction.wholeShares === null) continue;
        const whole = { ...trade, ...text(reduction.wholeShares.as<'bare'>()) };
        expect(excessAfter(account, whole).toText()).toBe(reduction.excessAfterWhole?.toText());
        expect(reduction.excessAfterWhole?.sign()).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('securities moved in end the call; a ten-billionth less does not', () => {
    check(anyAccount, (account) => {
      const margin = evaluateMargin(account);
      if (!margin.isInCall) return;
      const curves = new OneMoverCurves(account, margin);
      const template = account.positions[0];
      for (const rate of ['0.25', '0.5', '1'] as const) {
        const { amount } = findSecuritiesDeposit(curves, margin, ratio(rate));
        if (amount === null || template === undefined) continue;
        const withNew = (marketValue: Money) => {
          const added = {
            ...template,
            id: 'new',
            side: 'long' as const,
            shares: null,
            price: null,
            perShareMinimum: null,
            marketValue,
            ownRate: ratio(rate),
            marginable: true,
            requirementShift: ratio(0),
          };
          return evaluateMargin({ ...account, positions: [...account.positions, added] }).excess.sign();
        };
        expect(withNew(amount)).toBeGreaterThanOrEqual(0);
        const less = amount.minus(money('1e-10'));
        expect(less.sign() > 0 && withNew(less) >= 0).toBe(false);
      }
    });
  });
});
