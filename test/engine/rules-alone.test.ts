// The exchange's minimum beside the broker's line, against sums done by hand (rule R-67).
import { describe, expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { findMarketDistance } from '@/engine/distances';
import { evaluateMargin } from '@/engine/margin';
import { accountByRules, changesByRules } from '@/engine/rules-alone';
import { ruleSets } from '@/presets/rule-sets';
import { accountOf, changesOf, holding, valueOf } from '../support/build';

const minimum = ruleSets.get('finra-minimum');
if (minimum === undefined) throw new Error('no minimum');

const required = (positions: readonly PositionInput[], rest = {}) =>
  evaluateMargin(accountByRules(accountOf(positions, rest), minimum)).requirement.toText();

describe('the exchange line', () => {
  it('a rate of 40 % typed for 8,000 is the broker’s: 25 %, 2,000', () => {
    expect(required([holding('A', { marketValue: '8000', maintenanceRate: '0.4' })])).toBe('2000');
  });

  it('Fidelity’s points for a large holding are left out: 25 % of 41,000 + 59,000', () => {
    const held = [holding('A', { marketValue: '41000' }), holding('B', { marketValue: '59000' })];
    expect(required(held, { ruleSet: 'fidelity' })).toBe('25000');
  });

  it('what is not marginable stays at 100 %, three times leverage at 75 %', () => {
    expect(required([holding('A', { marketValue: '1000', marginable: false, maintenanceRate: '0.2' })])).toBe(
      '1000',
    );
    expect(required([holding('A', { marketValue: '1000', leverage: '3', maintenanceRate: '0.9' })])).toBe(
      '750',
    );
  });

  it('shorts keep the table, $5 a share at $10, and lose a minimum of their own of $7.50', () => {
    const short = { side: 'short', shares: '100', price: '10', perShareMinimum: '7.5' } as const;
    expect(required([holding('S', short)])).toBe('500');
  });

  it('Merrill’s 12,000 against 7,000: its line at 10,000, the exchange’s at 9,333.33', () => {
    const house = accountOf([holding('A', { marketValue: '12000', maintenanceRate: '0.3' })], {
      marginLoan: '7000',
    });
    // 10,000 ÷ 12,000 − 1 and 7,000 ÷ 0.75 ÷ 12,000 − 1
    expect(findMarketDistance(house).below?.at.toFixed(6)).toBe('-0.166667');
    expect(findMarketDistance(accountByRules(house, minimum)).below?.at.toFixed(6)).toBe('-0.222222');
  });

  it('in a what-if prices and money count, what brokers ask does not: 25 % of 10,000 less 20 %', () => {
    const account = accountByRules(accountOf([holding('A', { marketValue: '10000' })]), minimum);
    const changes = changesOf(
      { type: 'moveMarket', ratio: '-0.2' },
      { type: 'switchRuleSet', ruleSet: 'merrill' },
      { type: 'shiftRequirement', points: '0.3' },
      { type: 'setRequirement', position: 'A', rate: '1' },
      { type: 'deposit', amount: '500' },
    );
    const after = valueOf(applyChanges(account, changesByRules(changes)));
    const { equity, requirement } = evaluateMargin(after);
    expect([equity.toText(), requirement.toText()]).toEqual(['8500', '2000']);
  });
});
