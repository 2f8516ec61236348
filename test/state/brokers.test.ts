// The account under each broker's rules, against sums done by hand (rule R-86).
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { type BrokersCompared, selectBrokers } from '@/state/brokers';
import { selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';

const long = (id: string, marketValue: string, more: Partial<PositionInput> = {}): PositionInput => ({
  id,
  symbol: id.toUpperCase(),
  side: 'long',
  marketValue,
  ...more,
});

function compare(account: Partial<AccountInput>, changes: readonly ChangeInput[] = []): BrokersCompared {
  const whole = { name: '', ruleSet: 'm1', cash: '0', marginLoan: '0', shortCredit: '0', positions: [] };
  const scenarios = [{ id: 's', name: '', changes }];
  const view = selectView({
    app: 'headroom',
    schemaVersion: 1,
    account: { ...whole, ...account },
    scenarios,
    shownScenario: 's',
  });
  const explanation = selectExplanation(view);
  if (explanation === null) throw new Error('no figures');
  return selectBrokers(explanation);
}

const row = ({ rows }: BrokersCompared, id: string) => {
  const found = rows.find(({ rules }) => rules.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  const { below, cureAbove } = found.points;
  return {
    ...found,
    required: found.figures.requirement.toText(),
    excess: found.figures.excess.toText(),
    below: below?.at.toFixed(4, 'towardZero') ?? null,
    cureAbove: cureAbove?.at.toFixed(4) ?? null,
  };
};

// Equity 20,000.
const one = { positions: [long('a', '50000')], marginLoan: '30000' };

describe('brokers compared', () => {
  it('25 %: 12,500, a call at 40,000; 30 %: 15,000, at 42,857; Fidelity’s 60 %: a call, over at 75,000', () => {
    const compared = compare(one);
    expect(row(compared, 'm1')).toMatchObject({ required: '12500', excess: '7500', below: '-0.2000' });
    expect(row(compared, 'merrill')).toMatchObject({ required: '15000', excess: '5000', below: '-0.1428' });
    expect(row(compared, 'fidelity')).toMatchObject({
      required: '30000',
      excess: '-10000',
      below: null,
      cureAbove: '0.5000',
    });
    expect(compared.rows.map(({ rules }) => rules.id)).toEqual([
      'finra-minimum',
      'm1',
      'merrill',
      'sofi',
      'fidelity',
      'firstrade',
      'interactive-brokers',
    ]);
  });

  it('the highest and the lowest are marked, where there is a difference', () => {
    const ranks = ({ rows }: BrokersCompared) => rows.map(({ rank }) => rank ?? '');
    expect(ranks(compare(one))).toEqual(['lowest', 'lowest', '', '', 'highest', 'lowest', 'lowest']);
    expect(new Set(ranks(compare({ positions: [long('a', '50000', { marginable: false })] })))).toEqual(
      new Set(['']),
    );
  });

  it('a typed 40 % is M1’s own: 12,500 in its row, 20,000 beside; leverage counts for all', () => {
    const compared = compare({ ...one, positions: [long('a', '50000', { maintenanceRate: '0.4' })] });
    expect(row(compared, 'm1').required).toBe('12500');
    expect(compared.asTyped?.figures.requirement.toText()).toBe('20000');
    expect(compared.leftOut.map(({ id }) => id)).toEqual(['a']);
    const leveraged = compare({ positions: [long('a', '50000', { leverage: '3' })] });
    // 3 × 30 %.
    expect(row(leveraged, 'merrill').required).toBe('45000');
    expect(leveraged.asTyped).toBeNull();
  });

  it('a typed 25 % asks what M1 asks anyway: nothing stands beside', () => {
    const compared = compare({ ...one, positions: [long('a', '50000', { maintenanceRate: '0.25' })] });
    expect(compared.asTyped).toBeNull();
    expect(compared.leftOut).toHaveLength(1);
  });

  it('the market 20 % down: M1 exactly at its line, and its call point where it was', () => {
    const compared = compare(one, [{ type: 'moveMarket', ratio: '-0.2' }]);
    expect(row(compared, 'm1')).toMatchObject({ excess: '0', below: '-0.2000' });
  });

  it('in a what-if under Merrill, shifted by 10 points: M1 is the account’s, Merrill on show, the shift left out', () => {
    const compared = compare(one, [
      { type: 'switchRuleSet', ruleSet: 'merrill' },
      { type: 'shiftRequirement', points: '0.1' },
    ]);
    expect(row(compared, 'm1')).toMatchObject({ isOwn: true, isShown: false, required: '12500' });
    expect(row(compared, 'merrill')).toMatchObject({ isOwn: false, isShown: true, required: '15000' });
    expect(compared.areChangesLeftOut).toBe(true);
    expect(compared.asTyped?.figures.requirement.toText()).toBe('20000');
  });

  it('Firstrade’s two pages: 55 and 45 % of 200,000 with 120,000 owed', () => {
    const positions = [long('a', '110000'), long('b', '90000')];
    const compared = compare({ positions, marginLoan: '120000' });
    // 50 % and 40 %; by the other page 40 % and 40 %.
    expect(row(compared, 'firstrade').required).toBe('91000');
    expect(row(compared, 'firstrade').otherwise?.requirement.toText()).toBe('80000');
    // A loan below 100,000: neither page asks more than 25 %.
    expect(row(compare({ positions, marginLoan: '90000' }), 'firstrade').otherwise).toBeNull();
  });

  it('SoFi’s rate is unknown for what is a quarter or more, with more than 100,000 owed', () => {
    const positions = [long('a', '160000'), long('b', '40000')];
    const unknown = (marginLoan: string) =>
      row(compare({ positions, marginLoan }), 'sofi').unpublished.map(({ id }) => id);
    expect(unknown('120000')).toEqual(['a']);
    expect(unknown('100000')).toEqual([]);
  });

  it('rules of one’s own stand first, and those of a what-if too', () => {
    const custom = {
      id: 'custom',
      name: 'Mine',
      longRate: '0.35',
      shortRate: '0.3',
      shortPerShareMinimum: 'finra',
      leverageRule: true,
    } as const;
    const mine = compare({ ...one, ruleSet: custom });
    expect(mine.rows[0]).toMatchObject({ isOwn: true, isShown: true, rules: { name: 'Mine' } });
    expect(mine.rows[0]?.figures.requirement.toText()).toBe('17500');
    const tried = compare(one, [{ type: 'switchRuleSet', ruleSet: custom }]);
    expect(tried.rows[0]).toMatchObject({ isOwn: false, isShown: true, rules: { name: 'Mine' } });
    expect(tried.rows).toHaveLength(8);
  });
});
