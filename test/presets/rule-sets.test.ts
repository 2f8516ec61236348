/**
 * Each broker's rules against the figures its own pages publish (rules ), written out here.
 */
import { describe, expect, it } from 'vitest';
import type { RuleSetInput } from '@/engine/rule-set';
import { ruleSetInputs, ruleSets } from '@/presets/rule-sets';

function setOf(id: string): RuleSetInput {
  const found = ruleSetInputs.find((input) => input.id === id);
  if (found === undefined) throw new Error(`no rules ${id}`);
  return found;
}

describe('the published figures', () => {
  it('there are seven sets: FINRA’s minimum first, then the brokers', () => {
    expect(ruleSetInputs.map(({ id, name }) => [id, name])).toEqual([
      ['finra-minimum', 'FINRA minimum'],
      ['m1', 'M1'],
      ['merrill', 'Merrill'],
      ['sofi', 'SoFi'],
      ['fidelity', 'Fidelity'],
      ['firstrade', 'Firstrade'],
      ['interactive-brokers', 'Interactive Brokers'],
    ]);
    expect([...ruleSets.keys()]).toEqual(ruleSetInputs.map(({ id }) => id));
  });

  it.each([
    ['finra-minimum', '0.25', '0.3'],
    ['m1', '0.25', '0.3'],
    ['merrill', '0.3', '0.3'],
    ['sofi', '0.3', '0.3'],
    ['fidelity', '0.3', '0.3'],
    ['firstrade', '0.25', '0.3'],
    ['interactive-brokers', '0.25', '0.3'],
  ])('%s: long %s, short %s', (id, longRate, shortRate) => {
    expect(setOf(id)).toMatchObject({ longRate, shortRate });
  });

  it.each([
    ['finra-minimum', undefined],
    ['m1', { from: 3, to: 3 }],
    ['merrill', { from: 2, to: 2 }],
    ['sofi', { from: 2, to: 5 }],
    ['fidelity', { from: 5, to: 5 }],
    ['firstrade', { from: 2, to: 5 }],
    ['interactive-brokers', { from: 0, to: 0 }],
  ])('%s: business days to meet a maintenance call %j', (id, days) => {
    expect(setOf(id).businessDaysToMeetCall).toEqual(days);
  });

  it('only M1 is known to list holdings from the highest requirement to the lowest', () => {
    expect(ruleSetInputs.map(({ saleOrder }) => saleOrder)).toEqual([
      'unknown',
      'requirement',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('Fidelity adds 5/10, 10/15, 15/20, 20/30 and 30/35 points above 10, 20, 40, 50 and 75 % of gross value', () => {
    expect(setOf('fidelity').concentration).toEqual({
      mode: 'add',
      of: 'gross',
      tiers: [
        { above: '0.1', long: '0.05', short: '0.1' },
        { above: '0.2', long: '0.1', short: '0.15' },
        { above: '0.4', long: '0.15', short: '0.2' },
        { above: '0.5', long: '0.2', short: '0.3' },
        { above: '0.75', long: '0.3', short: '0.35' },
      ],
    });
  });

  it('Firstrade asks at least 35, 40 and 50 % above 25, 35 and 50 % once the debit is 100,000', () => {
    expect(setOf('firstrade').concentration).toEqual({
      mode: 'atLeast',
      of: 'gross',
      debitAtLeast: '100000',
      tiers: [
        { above: '0.25', long: '0.35', short: '0.35' },
        { above: '0.35', long: '0.4', short: '0.4' },
        { above: '0.5', long: '0.5', short: '0.5' },
      ],
    });
  });

  it('no other set has a concentration rule: SoFi publishes no number for its own', () => {
    const others = ruleSetInputs.filter(({ id }) => id !== 'fidelity' && id !== 'firstrade');
    expect(others.filter(({ concentration }) => concentration !== undefined)).toEqual([]);
  });
});

describe('what holds for every set', () => {
  it.each(ruleSetInputs)(
    '$name carries FINRA’s dollars a share and leverage rule, for less would be illegal',
    (set) => {
      expect(set).toMatchObject({ shortPerShareMinimum: 'finra', leverageRule: true });
    },
  );

  it.each(ruleSetInputs)(
    '$name asks no less than FINRA’s 25 % long and 30 % short',
    ({ longRate, shortRate }) => {
      expect(Number(longRate)).toBeGreaterThanOrEqual(0.25);
      expect(Number(shortRate)).toBeGreaterThanOrEqual(0.3);
    },
  );

  it.each([
    ['finra-minimum', /FINRA Rule 4210\(c\).*Regulatory Notice 09-53/],
    ['m1', /M1 help: Margin call basics/],
    ['merrill', /Merrill: Margin maintenance call/],
    ['sofi', /SoFi: What Is Maintenance Margin\?/],
    ['fidelity', /Fidelity: Margin requirements \(undated\)/],
    ['firstrade', /Firstrade help.*60 %/],
    ['interactive-brokers', /Interactive Brokers knowledge base/],
  ])('%s names its source: %s', (id, source) => {
    expect(setOf(id).source).toMatch(source);
  });

  it('every set says of when it is, but for the three whose publishers give no day', () => {
    const undated = ruleSetInputs.filter(({ asOf }) => asOf === undefined).map(({ id }) => id);
    expect(undated).toEqual(['merrill', 'fidelity', 'interactive-brokers']);
    const badlyDated = ruleSetInputs.filter(({ asOf = '2026-01-01' }) => !/^20\d\d-\d\d-\d\d$/.test(asOf));
    expect(badlyDated).toEqual([]);
  });
});
