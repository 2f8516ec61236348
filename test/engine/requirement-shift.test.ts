// How many points every rate may rise by: floats only guess the stretch in which the call begins, and where they guess
// wrong the exact figures still find it. Every figure from a pencil.
import { describe, expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import { bare } from '@/engine/quantity';
import { findRequirementShift, findRequirementShiftInSteps } from '@/engine/requirement-shift';
import type { RuleSetInput } from '@/engine/rule-set';
import { accountOf, after, holding } from '../support/build';

const plain: RuleSetInput = {
  id: 'plain',
  name: 'Plain',
  longRate: '0.25',
  shortRate: '0.3',
  shortPerShareMinimum: 'none',
  leverageRule: false,
};

function shiftOf(
  positions: readonly PositionInput[],
  money: { readonly marginLoan?: string; readonly shortCredit?: string; readonly cash?: string },
): string | null {
  const account = accountOf(positions, { ruleSet: plain, ...money });
  return findRequirementShift(account, evaluateMargin(account))?.toText() ?? null;
}

const fiftyThousand = bare('50100');
const long = (id: string, marketValue: string, maintenanceRate: string) =>
  holding(id, { marketValue, maintenanceRate });
/** 100 shares at $10 with a least of so many dollars a share. */
const short = (id: string, maintenanceRate: string, perShareMinimum: string) =>
  holding(id, { side: 'short', shares: '100', price: '10', maintenanceRate, perShareMinimum });

describe('where floats guess wrong', () => {
  it('too low, though as floats 0.1 + 0.2 is more than 0.3: 20 points', () => {
    // 1,000 × (10 % + 20 %) + 1,000 × (80 % + 20 %) = 1,300 = 2,000 − 700.
    expect(shiftOf([long('A', '1000', '0.1'), long('B', '1000', '0.8')], { marginLoan: '700' })).toBe('0.2');
  });

  it('too low on a flat stretch: a short’s least of $3 a share holds until 20 points, and equity is just that', () => {
    // 1,300 of credit and cash − 1,000 owed = 300 = 100 × $3 = 1,000 × (10 % + 20 %).
    expect(shiftOf([short('A', '0.1', '3')], { shortCredit: '1000', cash: '300' })).toBe('0.2');
  });

  it('too high by less than a float holds: a hair less than 25 points', () => {
    // 2,000 − 500 less 1e-18, over the 2,000 that each point costs: 0.25 − 0.5e-21.
    expect(
      shiftOf([long('A', '1000', '0.25'), long('B', '1000', '0.75')], {
        marginLoan: '500.000000000000000001',
      }),
    ).toBe('0.2499999999999999999995');
  });

  it('too high on a flat stretch: back to where something still rises', () => {
    // A is at 100 % from 50 points on, B at its $9 a share until 65: 1,900 is required in between, 1e-18 more than is there.
    expect(
      shiftOf([long('A', '1000', '0.5'), short('B', '0.25', '9')], {
        shortCredit: '1000',
        cash: '900',
        marginLoan: '0.000000000000000001',
      }),
    ).toBe('0.499999999999999999999');
  });
});

describe('after every requirement was lowered by 50 points', () => {
  it('one that is at 0 % for a while yet adds nothing: 10 points of the other use up the 100 that is there', () => {
    const lowered = after(
      accountOf([long('A', '1000', '0.25'), long('B', '1000', '0.5')], { marginLoan: '1900' }),
      { type: 'shiftRequirement', points: '-0.5' },
    );
    expect(findRequirementShift(lowered, evaluateMargin(lowered))?.toText()).toBe('0.1');
  });
});

describe('holdings that rise alike count as one', () => {
  const many = Array.from({ length: 501 }, (_, n) => long(`P${n}`, '100', n % 2 === 0 ? '0.25' : '0.35'));

  it('501 of $100 at 25 and 35 %, half of it owed: 20.0099… points', () => {
    // 251 × 100 × 25 % + 250 × 100 × 35 % = 15,025; 25,050 − 15,025 = 10,025, over 50,100.
    const account = accountOf(many, { marginLoan: '25050' });
    expect(findRequirementShift(account, evaluateMargin(account))?.times(fiftyThousand).toText()).toBe(
      '10025',
    );
  });

  it('and in steps: the work pauses on the way and comes to the same', () => {
    const account = accountOf(many, { marginLoan: '25050' });
    const work = findRequirementShiftInSteps(account, evaluateMargin(account));
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) pauses += 1;
    expect(step.value?.times(fiftyThousand).toText()).toBe('10025');
    // After 250 and 500 holdings, before the search and in it.
    expect(pauses).toBe(4);
  });
});
