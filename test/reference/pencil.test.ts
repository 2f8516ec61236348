import { describe, expect, it } from 'vitest';
import { compareEvaluation } from './compare';
import type { AccountJson, ChangeJson, DocumentJson, PositionJson } from './document';
import { Fraction } from './fraction';
import type { ReferenceResult } from './reference';
import { excessFromToday, referenceEvaluate } from './reference';

const text = (figure: Fraction | null | undefined): string | null =>
  figure === null || figure === undefined ? null : figure.toString();

const positions = (...list: Partial<PositionJson>[]): PositionJson[] =>
  list.map((position, index) => ({
    id: `p${index + 1}`,
    symbol: `P${index + 1}`,
    side: 'long',
    ...position,
  }));

function documentOf(account: Partial<AccountJson>, changes?: ChangeJson[]): DocumentJson {
  return {
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'Pencil',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      positions: [],
      excluded: [],
      ...account,
    },
    scenarios: changes === undefined ? [] : [{ id: 's1', name: 'What if', description: '', changes }],
    shownScenario: changes === undefined ? null : 's1',
  };
}

const before = (account: Partial<AccountJson>): ReferenceResult =>
  referenceEvaluate(documentOf(account)).before;

function after(account: Partial<AccountJson>, changes: ChangeJson[]): ReferenceResult {
  const result = referenceEvaluate(documentOf(account, changes)).after;
  if (result === null) throw new Error('impossible');
  return result;
}

const m1 = {
  cash: '1000',
  marginLoan: '10000',
  positions: positions({ marketValue: '49000', maintenanceRate: '0.25' }),
};

describe('M1, margin call basics', () => {
  it('takes 25 % of the securities and nothing of the cash', () => {
    const result = before(m1);
    expect(text(result.equity)).toBe('40000');
    expect(text(result.maintenanceRequirement)).toBe('12250');
    expect(text(result.excessEquity)).toBe('27750');
    expect(text(result.distance.marketFall)).toBe('-37/49');
    expect(result.distance.marketRise).toBeNull();
    expect(text(result.positions[0]?.callPriceBelow)).toBe('12000');
  });

  it.each([
    ['13000', '750', '0'],
    ['11000', '-750', '750'],
  ])('at %s has an excess of %s', (price, excess, call) => {
    const result = after(m1, [{ type: 'setPrice', position: 'p1', price }]);
    expect(text(result.excessEquity)).toBe(excess);
    expect(text(result.marginCall)).toBe(call);
  });

  it('at every rate 100 % calls 9,000, and 10,000 when the cash is invested as well', () => {
    const weighted = { ...m1, positions: m1.positions.map((p) => ({ ...p, targetWeight: '1' })) };
    const full: ChangeJson = { type: 'setRequirement', position: 'p1', rate: '1' };
    expect(text(after(m1, [full]).marginCall)).toBe('9000');
    expect(text(after(weighted, [full, { type: 'rebalance', cashInvested: '1000' }]).marginCall)).toBe(
      '10000',
    );
  });
});

describe('Merrill, margin maintenance call', () => {
  const rules = { ruleSet: 'merrill' } as const;

  it('12,000 held on 7,000: called below 10,000; at 9,000 a call of 700', () => {
    const account = { ...rules, marginLoan: '7000', positions: positions({ marketValue: '12000' }) };
    expect(text(before(account).equityRatio)).toBe('5/12');
    expect(text(before(account).positions[0]?.callPriceBelow)).toBe('10000');
    const fallen = after(account, [{ type: 'setPrice', position: 'p1', price: '9000' }]);
    expect(text(fallen.marginCall)).toBe('700');
    expect(text(fallen.remedies.reduce[0]?.amount)).toBe('7000/3');
    expect(fallen.remedies.depositSecurities.map(({ amount }) => text(amount))).toEqual([
      '2800/3',
      '1000',
      '1400',
      null,
    ]);
    expect(text(fallen.positions[0]?.curePriceAbove)).toBe('10000');
    expect(text(fallen.distance.marketRiseToCure)).toBe('1/9');
  });

  it('a short of 10,000 on a credit of 14,000: called above 10,769.23; at 11,500 a call of 950', () => {
    const account = {
      ...rules,
      shortCredit: '14000',
      positions: positions({ side: 'short', marketValue: '10000' }),
    };
    expect(text(before(account).positions[0]?.callPriceAbove)).toBe('140000/13');
    const risen = after(account, [{ type: 'setPrice', position: 'p1', price: '11500' }]);
    expect(text(risen.marginCall)).toBe('950');
    expect(text(risen.remedies.reduce[0]?.amount)).toBe('9500/3');
  });

  it('long and short 10,000 each: called by a rise of a third, by no fall, and sooner on one side alone', () => {
    const result = before({
      ...rules,
      marginLoan: '7000',
      shortCredit: '15000',
      positions: positions({ marketValue: '10000' }, { side: 'short', marketValue: '10000' }),
    });
    expect(text(result.equityRatio)).toBe('0.4');
    expect(text(result.excessEquity)).toBe('2000');
    expect(result.distance.marketFall).toBeNull();
    expect(text(result.distance.marketRise)).toBe('1/3');
    expect(result.distance.crossings.map(({ kind }) => kind)).toEqual(['callBegins']);
    expect(text(result.positions[0]?.callPriceBelow)).toBe('50000/7');
    expect(text(result.positions[1]?.callPriceAbove)).toBe('150000/13');
  });

  it.each([
    ['111000', '51000', '17/37'],
    ['110000', '50000', '5/11'],
  ])('%s held on 60,000 at 40 %%', (marketValue, equity, ratio) => {
    const result = before({
      marginLoan: '60000',
      positions: positions({ marketValue, maintenanceRate: '0.4' }),
    });
    expect(text(result.equity)).toBe(equity);
    expect(text(result.equityRatio)).toBe(ratio);
  });
});

describe('other published accounts', () => {
  it('SoFi: 200 shares at 100 on 10,000 are called below 71.43', () => {
    const result = before({
      ruleSet: 'sofi',
      marginLoan: '10000',
      positions: positions({ shares: '200', price: '100' }),
    });
    expect(text(result.positions[0]?.callPriceBelow)).toBe('500/7');
    expect(text(result.distance.marketFall)).toBe('-2/7');
  });

  it('Investopedia: at 35 a call of 100, 10 whole shares or 142.86 of securities', () => {
    const result = before({
      ruleSet: 'merrill',
      marginLoan: '5000',
      positions: positions({ shares: '200', price: '35' }),
    });
    expect(text(result.marginCall)).toBe('100');
    expect(text(result.remedies.reduce[0]?.shares)).toBe('200/21');
    expect(text(result.remedies.reduce[0]?.wholeShares)).toBe('10');
    expect(text(result.remedies.reduce[0]?.wholeAmount)).toBe('350');
    expect(text(result.remedies.reduce[0]?.excessAfterWhole)).toBe('5');
    expect(text(result.remedies.depositSecurities[1]?.amount)).toBe('1000/7');
  });

  it('12,000 held on 10,000 at 30 %: a call of 1,600, met by selling 5,333.33', () => {
    const result = before({
      ruleSet: 'merrill',
      marginLoan: '10000',
      positions: positions({ marketValue: '12000' }),
    });
    expect(text(result.marginCall)).toBe('1600');
    expect(text(result.remedies.reduce[0]?.amount)).toBe('16000/3');
  });

  it('a loan of 654 on 76,564 is called at 872, not at 19,118', () => {
    const result = before({ marginLoan: '654', positions: positions({ marketValue: '76564' }) });
    expect(text(result.positions[0]?.callPriceBelow)).toBe('872');
  });

  it('leverage: twice 25 % long, three times 30 % short, never above 100 %', () => {
    const result = before({
      positions: positions(
        { marketValue: '1', leverage: '2' },
        { marketValue: '1', leverage: '-3', side: 'short' },
        { marketValue: '1', leverage: '5' },
      ),
    });
    expect(result.positions.map((position) => text(position.maintenanceRate))).toEqual(['0.5', '0.9', '1']);
  });
});

describe('shorts by the share', () => {
  const shortAt = (price: string, extra: Partial<PositionJson> = {}): Partial<AccountJson> => ({
    shortCredit: '1000',
    positions: positions({ side: 'short', shares: '100', price, ...extra }),
  });

  it.each([
    ['0', '250'],
    ['1', '250'],
    ['2.5', '250'],
    ['4', '400'],
    ['5', '500'],
    ['10', '500'],
    ['20', '600'],
  ])('100 shares at %s require %s', (price, requirement) => {
    expect(text(before(shortAt(price)).maintenanceRequirement)).toBe(requirement);
  });

  it('finds the call on the piece that governs', () => {
    // 1,000 − 100p − 500 = 0 at 5, where the requirement of a share is 5 from either side.
    expect(text(before(shortAt('4')).positions[0]?.callPriceAbove)).toBe('5');
    // At 40 % the bend lies at 12.50: 2,000 = 100p + 40p beyond it.
    const dear = before({ ...shortAt('4', { maintenanceRate: '0.4' }), shortCredit: '2000' });
    expect(text(dear.positions[0]?.callPriceAbove)).toBe('100/7');
    // An own minimum of 12 a share: 2,000 = 100p + 1,200.
    const own = before({ ...shortAt('4', { perShareMinimum: '12' }), shortCredit: '2000' });
    expect(text(own.positions[0]?.callPriceAbove)).toBe('8');
  });

  it('covering a $1 short frees 250 % of its value', () => {
    const result = before({ ...shortAt('1'), shortCredit: '300' });
    expect(text(result.marginCall)).toBe('50');
    expect(text(result.remedies.reduce[0]?.shares)).toBe('20');
    expect(text(result.remedies.reduce[0]?.amount)).toBe('20');
  });
});

describe('concentration', () => {
  const fidelity: Partial<AccountJson> = {
    ruleSet: 'fidelity',
    marginLoan: '60000',
    positions: positions({ marketValue: '41000' }, { marketValue: '39000' }, { marketValue: '20000' }),
  };

  it('Fidelity 41,000 / 39,000 / 20,000 on 60,000: a call of 1,050 and the least sales', () => {
    const result = before(fidelity);
    expect(result.positions.map((position) => text(position.maintenanceRate))).toEqual([
      '0.45',
      '0.4',
      '0.35',
    ]);
    expect(text(result.marginCall)).toBe('1050');
    expect(result.remedies.reduce.map(({ amount }) => text(amount)).slice(0, 2)).toEqual(['5000/3', '5125']);
  });

  it('takes the lower rate at a tier itself, so a rise of one long can make a call', () => {
    // The first stands at 20 % of 100,000 exactly: 20,000 × 35 % + 80,000 × 60 % = 55,000.
    const result = before({
      ruleSet: 'fidelity',
      marginLoan: '45000',
      positions: positions({ marketValue: '20000' }, { marketValue: '80000' }),
    });
    expect(text(result.excessEquity)).toBe('0');
    expect(text(result.positions[0]?.callPriceAbove)).toBe('20000');
    // A little less of the first raises no tier and frees 65 % less than it takes.
    expect(text(result.positions[0]?.callPriceBelow)).toBe('20000');
  });

  it('Firstrade asks more from a debit of 100,000 on', () => {
    const held = { ruleSet: 'firstrade', positions: positions({ marketValue: '150000' }) } as const;
    expect(text(before({ ...held, marginLoan: '99999.99' }).maintenanceRequirement)).toBe('37500');
    expect(text(before({ ...held, marginLoan: '100000' }).maintenanceRequirement)).toBe('75000');
    const accruing = before({ ...held, marginLoan: '99990', loanInterestRate: '0.036' });
    // 9.999 a day: the debit reaches 100,000 at the end of the second day.
    expect(text(accruing.distance.days)).toBe('2');
  });
});

describe('changes and what follows from them', () => {
  it('states the distance of a scenario from today, all its other changes kept', () => {
    const changes: ChangeJson[] = [
      { type: 'shiftRequirement', points: '0.05' },
      { type: 'moveMarket', ratio: '-0.1' },
    ];
    const document = documentOf({ ...m1, cash: '0' }, changes);
    const { fromToday } = referenceEvaluate(document);
    // 10,000 ÷ 0.70 = 14,285.71 of 49,000.
    expect(fromToday === 'unchecked' ? fromToday : text(fromToday.marketFall)).toBe('-243/343');
    expect(text(excessFromToday(document, Fraction.of(-243, 343)))).toBe('0');
  });

  it('keeps a rate above 100 %, floors a lowered one at 0 and leaves non-marginables alone', () => {
    const held = positions(
      { marketValue: '100', maintenanceRate: '1.5' },
      { marketValue: '100', maintenanceRate: '0.1' },
      { marketValue: '100', maintenanceRate: '0.1', marginable: false },
    );
    const rates = (points: string): (string | null)[] =>
      after({ positions: held }, [{ type: 'shiftRequirement', points }]).positions.map((position) =>
        text(position.maintenanceRate),
      );
    expect(rates('0.95')).toEqual(['1.5', '1', '1']);
    expect(rates('-0.2')).toEqual(['1.3', '0', '1']);
  });

  it('the last shift free of a call, and none when 100 % is free', () => {
    expect(text(before(m1).distance.requirementShift)).toBe('111/196');
    expect(before({ positions: m1.positions }).distance.requirementShift).toBeNull();
  });

  it('counts the first whole day at whose end interest has made a call', () => {
    const account = {
      marginLoan: '36000',
      loanInterestRate: '0.1',
      positions: positions({ marketValue: '48040', maintenanceRate: '0.25' }),
    };
    // An excess of 30 and 10 a day: exactly 0 after three days is still in good standing.
    expect(text(before(account).excessEquity)).toBe('30');
    expect(text(before(account).distance.days)).toBe('4');
    expect(text(after(account, [{ type: 'passDays', days: 3 }]).marginLoan)).toBe('36030');
  });

  it('covers out of the credit, then cash, then the loan, and frees the rest with the last short', () => {
    const account = {
      shortCredit: '1500',
      cash: '100',
      positions: positions({ side: 'short', shares: '100', price: '10' }),
    };
    const closed = after(account, [{ type: 'trade', position: 'p1', shares: '100' }]);
    expect([closed.cash, closed.shortCredit, closed.marginLoan].map(text)).toEqual(['600', '0', '0']);
    expect(closed.positions[0]?.price).toBeNull();
    expect(closed.remedies.reduce).toEqual([]);
    const dear = after(account, [
      { type: 'setPrice', position: 'p1', price: '20' },
      { type: 'trade', position: 'p1', shares: '90' },
    ]);
    expect([dear.cash, dear.shortCredit, dear.marginLoan].map(text)).toEqual(['0', '0', '200']);
  });

  it.each<[string, ChangeJson]>([
    ['selling more than is held', { type: 'trade', position: 'p1', amount: '-49001' }],
    ['shares of a value', { type: 'trade', position: 'p1', shares: '1' }],
    ['repaying more than the cash', { type: 'repay', amount: '1001' }],
    ['an unknown group', { type: 'moveGroup', group: 'None', ratio: '0.1' }],
    ['days without a rate', { type: 'passDays', days: 1 }],
    ['no weights', { type: 'rebalance', cashInvested: '0' }],
  ])('%s is impossible', (_name, change) => {
    expect(referenceEvaluate(documentOf(m1, [change])).after).toBeNull();
  });
});

describe('points that are free only at themselves', () => {
  it('gives today both distances 0', () => {
    // At 20 % exactly: 7,000 + 48,000 = 55,000. A rise adds a tier, a fall takes more than it frees.
    const { distance, excessEquity } = before({
      ruleSet: 'fidelity',
      marginLoan: '45000',
      positions: positions({ marketValue: '20000' }, { marketValue: '80000', beta: '0' }),
    });
    expect(text(excessEquity)).toBe('0');
    expect([distance.marketFall, distance.marketRise].map(text)).toEqual(['0', '0']);
    // Above it 0.6 V − 13,000 is 0 at 21,666.67.
    expect(text(distance.crossings.at(-1)?.marketMove)).toBe('1/12');
  });

  it('lets a call end at a move of -100 %', () => {
    const { distance } = before({
      cash: '0',
      shortCredit: '50',
      positions: positions({ side: 'short', marketValue: '100' }),
    });
    expect(text(distance.marketFallToCure)).toBe('-8/13');
    const atTheEnd = before({ positions: positions({ side: 'short', marketValue: '100' }) }).distance;
    expect(text(atTheEnd.marketFallToCure)).toBe('-1');
    const inside = before({
      positions: positions({ side: 'short', marketValue: '100', beta: '2' }),
    }).distance;
    // With a beta of 2 the short is worth nothing from -50 % down: a stretch, not a point.
    expect(text(inside.marketFallToCure)).toBe('-0.5');
  });
});

describe('the comparison itself', () => {
  const printed = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_key, item: unknown) => (item instanceof Fraction ? item.toDecimal(40) : item)),
    );
  const expected = referenceEvaluate(documentOf({ ...m1, marginLoan: '7000' }));

  it('accepts its own figures and names every other', () => {
    expect(compareEvaluation(expected, printed(expected))).toEqual([]);
    const wrong = {
      ...expected,
      before: { ...expected.before, equity: Fraction.parse('43000.01'), inCall: true },
    };
    expect(compareEvaluation(expected, printed(wrong))).toEqual([
      '$.before.equity: expected 43000, got "43000.01"',
      '$.before.inCall: expected false, got true',
    ]);
  });
});
