// Rules of one's own below FINRA's minimum (rule R-87): 25 % long, 30 % short, the table a share, the leverage rule.
import { describe, expect, it } from 'vitest';
import { listBelowMinimum } from '@/engine/below-minimum';
import { parseRuleSet, type RuleSetInput } from '@/engine/rule-set';
import { ruleSets } from '@/presets/rule-sets';
import { valueOf } from '../support/build';

const minimum = ruleSets.get('finra-minimum');
if (minimum === undefined) throw new Error('no minimum');
const floor = minimum;

const below = (terms: Partial<RuleSetInput>, under = floor) =>
  listBelowMinimum(valueOf(parseRuleSet({ ...floor.input, ...terms, id: 'custom' }, '')), under);

describe('below the exchange’s minimum', () => {
  it('exactly at it nothing is, nor any set of a broker', () => {
    expect(below({})).toEqual([]);
    expect([...ruleSets.values()].flatMap((rules) => listBelowMinimum(rules, floor))).toEqual([]);
  });

  it('24.9 % and 29.9 %, each for itself', () => {
    expect(below({ longRate: '0.249' })).toEqual(['longRate']);
    expect(below({ shortRate: '0.299' })).toEqual(['shortRate']);
  });

  it('without the table a share, and without the leverage rule', () => {
    expect(below({ shortPerShareMinimum: 'none', leverageRule: false })).toEqual([
      'shortPerShareMinimum',
      'leverageRule',
    ]);
  });

  it('beside rules that have neither, leaving them out is not less', () => {
    const none = { ...floor, hasFinraPerShareTable: false, hasLeverageRule: false };
    expect(below({ shortPerShareMinimum: 'none', leverageRule: false }, none)).toEqual([]);
  });
});
