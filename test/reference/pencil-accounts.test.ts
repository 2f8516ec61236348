import { describe, expect, it } from 'vitest';
import type { ChangeJson } from './document';
import { after, before, m1, positions, text } from './pencil-documents';

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
