import { describe, expect, it } from 'vitest';
import { compareEvaluation } from './compare';
import type { AccountJson, ChangeJson, PositionJson } from './document';
import { Fraction } from './fraction';
import { after, before, documentOf, m1, positions, text } from './pencil-documents';
import { excessFromToday, referenceEvaluate } from './reference';

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
