// What may be bought, against sums done by hand (rules ).
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import { money, ratio } from '@/engine/quantity';
import { evaluatePurchase, evaluateRegT, findBuyingPower, findDayOfTrades } from '@/engine/reg-t';
import type { ChangeInput } from '@/engine/scenario';
import { accountOf, after, changesOf, holding } from '../support/build';

function regT(positions: readonly PositionInput[], rest: Partial<AccountInput> = {}) {
  const account = accountOf(positions, rest);
  const margin = evaluateMargin(account);
  const { requirement, excess, isRestricted } = evaluateRegT(account, margin.equity);
  return { requirement: requirement.toText(), excess: excess.toText(), isRestricted, margin, account };
}

describe('the initial requirement', () => {
  it('M1: 40,000 less half of 49,000 leaves 15,500', () => {
    const found = regT([holding('VTI', { marketValue: '49000' })], { cash: '1000', marginLoan: '10000' });
    expect(found).toMatchObject({ requirement: '24500', excess: '15500', isRestricted: false });
  });

  it('Merrill, long and short: 8,000 less half of both sides is −2,000, restricted, though 2,000 above', () => {
    const found = regT(
      [
        holding('L', { marketValue: '10000', maintenanceRate: '0.3' }),
        holding('S', { marketValue: '10000', maintenanceRate: '0.3', side: 'short' }),
      ],
      { shortCredit: '15000', marginLoan: '7000' },
    );
    expect(found).toMatchObject({ requirement: '10000', excess: '-2000', isRestricted: true });
    expect(found.margin.excess.toText()).toBe('2000');
  });

  it('what is not marginable counts whole: 5,000 and half of 4,000', () => {
    const found = regT([
      holding('A', { marketValue: '5000', marginable: false }),
      holding('B', { marketValue: '4000' }),
    ]);
    // 9,000 of equity.
    expect(found).toMatchObject({ requirement: '7000', excess: '2000' });
  });

  it('a short counts by half, marginable or not: 12 CFR 220.12 asks 50 % above its proceeds', () => {
    const short = { marketValue: '10000', side: 'short' } as const;
    const found = regT([holding('S', { ...short, marginable: false })], { shortCredit: '16000' });
    expect(found).toMatchObject({ requirement: '5000', excess: '1000' });
  });

  it('exactly half is not restricted', () => {
    const found = regT([holding('A', { marketValue: '10000' })], { marginLoan: '5000' });
    expect(found).toMatchObject({ excess: '0', isRestricted: false });
  });
});

describe('buying power', () => {
  const power = (regTExcess: string, houseExcess: string, rate: string) =>
    findBuyingPower(money(regTExcess), money(houseExcess), ratio(rate)).toText();

  it('M1: twice 15,500 is less than 27,750 ÷ 25 %', () => {
    expect(power('15500', '27750', '0.25')).toBe('31000');
  });

  it('after buying that much nothing is left: 40,000 is half of 80,000', () => {
    const account = accountOf([holding('VTI', { marketValue: '49000' })], {
      cash: '1000',
      marginLoan: '10000',
    });
    const bought = after(account, { type: 'trade', position: 'VTI', amount: '31000' });
    expect(evaluateRegT(bought, evaluateMargin(bought).equity).excess.toText()).toBe('0');
  });

  it('what the broker asks 75 % of is bounded by its line: 3,000 ÷ 75 %', () => {
    expect(power('5000', '3000', '0.75')).toBe('4000');
  });

  it('restricted, or in a call: none; and a rate of 0 leaves the Federal Reserve’s half', () => {
    expect(power('-2000', '2000', '0.3')).toBe('0');
    expect(power('100', '-1', '0.3')).toBe('0');
    expect(power('100', '50', '0')).toBe('200');
  });
});

describe('a purchase', () => {
  function buy(amount: string, rate: string, regTExcess: string, houseExcess: string) {
    const found = evaluatePurchase(money(amount), ratio(rate), {
      regTExcess: money(regTExcess),
      houseExcess: money(houseExcess),
    });
    return [found.requirement, found.fedCall, found.houseShortfall].map((each) => each.toText());
  }

  it('10,000 at 25 %: 5,000 needed, and with 1,800 there a Fed call of 3,200', () => {
    expect(buy('10000', '0.25', '1800', '4000')).toEqual(['5000', '3200', '0']);
  });

  it('a restricted account owes half of what it buys, not its older deficit', () => {
    expect(buy('10000', '0.25', '-2000', '2000')).toEqual(['5000', '5000', '500']);
  });

  it('at 75 % the broker’s share is the greater: 7,500, of which 4,500 are missing there and none for Reg T', () => {
    expect(buy('10000', '0.75', '5000', '3000')).toEqual(['7500', '0', '4500']);
  });
});

describe('the trades of a what-if as one day’s', () => {
  const base = accountOf(
    [
      holding('A', { marketValue: '40000' }),
      holding('B', { marketValue: '10000', marginable: false }),
      holding('S', { marketValue: '5000', side: 'short' }),
    ],
    { cash: '2000', marginLoan: '17000', shortCredit: '5000', loanInterestRate: '0' },
  );
  // Equity 2,000 + 5,000 − 17,000 + 50,000 − 5,000 = 35,000; 20,000 + 10,000 + 2,500 needed: 2,500 above.
  const day = (...inputs: readonly ChangeInput[]) => {
    const found = findDayOfTrades(base, changesOf(...inputs));
    return found === null
      ? null
      : [found.added, found.excessBefore, found.fedCall].map((each) => each.toText());
  };

  it('none without a trade', () => {
    expect(day({ type: 'deposit', amount: '1' })).toBeNull();
  });

  it('buying 8,000 and selling 2,000 is 6,000 net: 3,000 needed, 500 missing', () => {
    const buy = { type: 'trade', position: 'A', amount: '8000' } as const;
    expect(day(buy, { ...buy, amount: '-2000' })).toEqual(['3000', '2500', '500']);
  });

  it('ends where days pass: a sale a month later pays for no purchase', () => {
    const buy = { type: 'trade', position: 'A', amount: '15000' } as const;
    const sell = { ...buy, amount: '-15000' };
    // 7,500 needed of 2,500; the sale frees them on a day of its own.
    expect(day(buy, { type: 'passDays', days: 30 }, sell)).toEqual(['7500', '2500', '5000']);
    expect(day(buy, { type: 'passDays', days: 0 }, sell)).toEqual(['0', '2500', '0']);
    // At a rate of 0 the later day asks for more: 5,000 of 2,500 leave −2,500 before it, so all of its 4,000.
    expect(
      day({ ...buy, amount: '10000' }, { type: 'passDays', days: 1 }, { ...buy, amount: '8000' }),
    ).toEqual(['4000', '-2500', '4000']);
  });

  it('money paid in after a trade is payment, and not counted', () => {
    const buy = { type: 'trade', position: 'A', amount: '8000' } as const;
    expect(day(buy, { type: 'deposit', amount: '1500' })).toEqual(['4000', '2500', '1500']);
  });

  it('what is not marginable is paid whole, a short sale by half', () => {
    expect(day({ type: 'trade', position: 'B', amount: '4000' })).toEqual(['4000', '2500', '1500']);
    expect(day({ type: 'trade', position: 'S', amount: '-4000' })).toEqual(['2000', '2500', '0']);
  });

  it('money that came in before counts; a sale frees and asks for nothing', () => {
    const buy = { type: 'trade', position: 'A', amount: '8000' } as const;
    expect(day({ type: 'deposit', amount: '1000' }, buy)).toEqual(['4000', '3500', '500']);
    expect(day({ ...buy, amount: '-8000' })).toEqual(['-4000', '2500', '0']);
  });

  it('a position that is opened is paid for, one that is moved in brings what it needs', () => {
    const position = { ...holding('N', { marketValue: '8000' }) };
    expect(day({ type: 'open', position })).toEqual(['4000', '2500', '1500']);
    expect(day({ type: 'depositSecurities', position })).toBeNull();
    // 8,000 more of equity, 4,000 of it needed.
    const buy = { type: 'trade', position: 'A', amount: '14000' } as const;
    expect(day({ type: 'depositSecurities', position }, buy)).toEqual(['7000', '6500', '500']);
  });

  it('an account that is restricted by a fall before owes half of the purchase', () => {
    const buy = { type: 'trade', position: 'A', amount: '3000' } as const;
    // −20 %: 32,000 + 8,000 − 4,000 − 10,000 = 26,000; 16,000 + 8,000 + 2,000 needed: exactly 0 above.
    expect(day({ type: 'moveMarket', ratio: '-0.2' }, buy)).toEqual(['1500', '0', '1500']);
  });

  it('a rebalance is a day of sales and purchases: 2,000 of cash invested', () => {
    const account = accountOf(
      [
        holding('A', { marketValue: '6000', targetWeight: '0.5' }),
        holding('B', { marketValue: '2000', targetWeight: '0.5' }),
      ],
      { cash: '2000' },
    );
    const found = findDayOfTrades(account, changesOf({ type: 'rebalance', cashInvested: '2000' }));
    // 10,000 instead of 8,000 held.
    expect(found?.added.toText()).toBe('1000');
    expect(found?.fedCall.toText()).toBe('0');
  });

  it('2,000 invested as they come in: they are there before the purchase, which needs half of them', () => {
    const account = accountOf([holding('A', { marketValue: '6000', targetWeight: '1' })], {
      marginLoan: '3000',
    });
    const found = findDayOfTrades(account, changesOf({ type: 'deposit', amount: '2000', invest: true }));
    // 6,000 − 3,000 + 2,000 = 5,000 of equity, 3,000 needed.
    expect([found?.added, found?.excessBefore, found?.fedCall].map((each) => each?.toText())).toEqual([
      '1000',
      '2000',
      '0',
    ]);
  });
});
