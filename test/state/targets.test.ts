// Targets of an account: what they make, drifts, and shares that make 1 exactly however many there are.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import { bare, ratio, sum } from '@/engine/quantity';
import { adoptWhatIf } from '@/state/adopt-what-if';
import { selectToday, selectView } from '@/state/figures';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { clearTargets, findTargets, normaliseTargets, setTargetsToNow, wholeShares } from '@/state/targets';
import { documentOf } from '../support/document-of';

const long = (id: string, marketValue: string, targetWeight?: string): PositionInput => ({
  id,
  symbol: id,
  side: 'long',
  marketValue,
  ...(targetWeight === undefined ? {} : { targetWeight }),
});
const short: PositionInput = { id: 'S', symbol: 'S', side: 'short', marketValue: '500' };
const have = (...positions: PositionInput[]) =>
  useDesk.setState(startDesk(documentOf({ marginLoan: '1000', positions })), true);
const shown = () => selectDocument(useDesk.getState());
const weights = () => shown().account.positions.map(({ targetWeight }) => targetWeight);
const targets = () => {
  const account = selectToday(shown().account)?.account;
  if (account === undefined) throw new Error('an account');
  return findTargets(account);
};

beforeEach(() => have(long('A', '3000', '0.5'), long('B', '1000', '0.3'), short));

describe('now against target', () => {
  it('75 and 25 % of 4,000 where 50 and 30 % are meant: +25 and −5 points, 80 % together; the short has none', () => {
    const found = targets();
    expect(found.rows.map(({ id, drift }) => [id, drift?.toText()])).toEqual([
      ['A', '0.25'],
      ['B', '-0.05'],
    ]);
    expect(found.sum.toText()).toBe('0.8');
    expect(found.isWhole).toBe(false);
  });

  it('without any target there is no drift, and of nothing no share', () => {
    have(long('A', '3000'));
    expect(targets().rows[0]).toMatchObject({ target: null, drift: null });
    have(long('A', '0', '1'));
    expect(targets().rows[0]).toMatchObject({ now: null, drift: null });
  });
});

describe('all at once', () => {
  it('50 and 30 made 100: 62.5 and 37.5; one step to undo', () => {
    commit(normaliseTargets);
    expect(weights()).toEqual(['0.625', '0.375', undefined]);
    undoStep();
    expect(weights()).toEqual(['0.5', '0.3', undefined]);
  });

  it('today’s shares: 75 and 25; and none at all again', () => {
    commit(setTargetsToNow);
    expect(weights()).toEqual(['0.75', '0.25', undefined]);
    commit(clearTargets);
    expect(weights()).toEqual([undefined, undefined, undefined]);
  });

  it('three equal ones: 33.34, 33.33 and 33.33 %', () => {
    have(long('A', '7'), long('B', '7'), long('C', '7'));
    commit(setTargetsToNow);
    expect(weights()).toEqual(['0.3334', '0.3333', '0.3333']);
  });

  it('what the cut leaves goes to those from which most was cut, wherever they stand', () => {
    // 10, 30, 30 of 70: 14.2857…, 42.8571…, 42.8571… %; cut off, two hundredths are left for the rests of 71.
    have(long('A', '10'), long('B', '30'), long('C', '30'));
    commit(setTargetsToNow);
    expect(weights()).toEqual(['0.1428', '0.4286', '0.4286']);
    // 5 and 1 of 6: 83.33(33) and 16.66(67), of which the smaller has the larger rest.
    have(long('A', '5'), long('B', '1'));
    commit(setTargetsToNow);
    expect(weights()).toEqual(['0.8333', '0.1667']);
  });

  it('one without a target keeps none, and counts as 0; the rest of the account stays', () => {
    have(long('A', '3000', '0.5'), long('B', '1000'), short);
    expect(targets().rows.map(({ drift }) => drift?.toText())).toEqual(['0.25', '0.25']);
    expect(targets().sum.toText()).toBe('0.5');
    const { positions: _before, ...others } = shown().account;
    commit(normaliseTargets);
    expect(weights()).toEqual(['1', undefined, undefined]);
    commit(clearTargets);
    expect(shown().account).toEqual({ ...others, positions: [long('A', '3000'), long('B', '1000'), short] });
  });

  it('nothing has no shares', () => {
    have(long('A', '0'), long('B', '0'));
    commit(setTargetsToNow);
    expect(weights()).toEqual([undefined, undefined]);
  });
});

it('shares of any sizes make 1 exactly, each within a hundredth of a percent of its own, and can be rebalanced to', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e9), { minLength: 1, maxLength: 300 }), fc.nat(1e9), (sizes, more) => {
      const all = [...sizes, more + 1];
      const shares = wholeShares(all.map((size) => bare(String(size)))) ?? [];
      const total = all.reduce((before, size) => before + size, 0);
      expect(shares).toHaveLength(all.length);
      expect(sum(shares.map((share) => ratio(share))).equals(ratio(1))).toBe(true);
      shares.forEach((share, index) => {
        expect(Math.abs(Number(share) - (all[index] ?? 0) / total)).toBeLessThan(1.0001e-4);
        expect(share).toMatch(/^\d(\.\d{1,6})?$/);
      });
    }),
  );
});

it('a hundred are told in hundredths of a percent, one more in hundredths of those', () => {
  const shares = (...sizes: readonly number[]) => wholeShares(sizes.map((size) => bare(size)));
  // 1 ÷ 101 is 0.99(0099) %, 2 ÷ 101 is 1.98(0198) %: 99 × 0.0099 + 0.0198 = 0.9999, and the larger rest is the two's.
  const ones = (count: number) => Array.from({ length: count }, () => 1);
  expect(shares(2, ...ones(99))).toEqual(['0.0199', ...ones(99).map(() => '0.0099')]);
  // 101 × 0.0099 = 0.9999, and a hundred millionths are left.
  expect(shares(...ones(101))).toEqual([...ones(100).map(() => '0.009901'), '0.0099']);
});

describe('what a what-if leaves of them when it becomes the account', () => {
  const adopt = () => {
    const view = selectView(shown());
    expect(view.ok && view.scene.at(view.move)?.excess).toBeTruthy();
    commit(adoptWhatIf('2026-11-20'));
  };

  it('a removed slice gives its target to the others: 50, 30, 20 without the first is 60 and 40', () => {
    have(long('A', '5000', '0.5'), long('B', '3000', '0.3'), long('C', '2000', '0.2'));
    commit(takeActions([{ type: 'removeSlice', position: 'A' }]));
    adopt();
    expect(weights()).toEqual(['0.6', '0.4']);
    expect(targets().isWhole).toBe(true);
  });

  it('also where its parts have no end: 30, 30, 10 of 70 still make 100', () => {
    have(
      long('A', '3000', '0.3'),
      long('B', '3000', '0.3'),
      long('C', '3000', '0.3'),
      long('D', '1000', '0.1'),
    );
    commit(takeActions([{ type: 'removeSlice', position: 'A' }]));
    adopt();
    // 0.3 ÷ 0.7 = 0.428571…, twice, and 0.142857…
    expect(weights()).toEqual(['0.4286', '0.4286', '0.1428']);
    expect(targets().isWhole).toBe(true);
  });
});
