// What would have to be sold at least, from a pencil; and that it is enough, and one step less is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/engine/account';
import { type ForcedSale, findForcedSale, type SaleOrder } from '@/engine/forced-sale';
import { evaluateMargin } from '@/engine/margin';
import { afterTrades, tradeOf, tradeUnit } from '@/engine/planned-trade';
import { bare, greatest, least, money } from '@/engine/quantity';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { accountOf, holding, valueOf } from '../support/build';

function saleOf(account: Account, order: SaleOrder = 'requirement'): ForcedSale {
  const found = findForcedSale(account, order);
  if (!found.isEnough) throw new Error(`still owed: ${found.owed.toText()}`);
  return found.sale;
}

/** Each trade, then the loan that is left, equity and excess. */
function told(account: Account, order: SaleOrder = 'requirement'): string[] {
  const { trades, account: left, margin } = saleOf(account, order);
  return [
    ...trades.map(
      ({ position, action, shares, amount, isAll }) =>
        `${action} ${isAll ? 'all ' : ''}${shares === null ? '' : `${shares.toText()} `}${position.id} ${amount.toText()}`,
    ),
    ...[left.marginLoan, margin.equity, margin.excess].map((figure) => figure.toText()),
  ];
}

describe('a call of 5,000: 10,000 at 40 % and 20,000 at 30 % against 25,000', () => {
  const account = accountOf(
    [
      holding('A', { marketValue: '20000', maintenanceRate: '0.3' }),
      holding('B', { marketValue: '10000', maintenanceRate: '0.4' }),
    ],
    { marginLoan: '25000', ruleSet: 'm1' },
  );

  it('highest requirement first: all of B frees 4,000, 1,000 ÷ 0.3 of A the rest; 13,333.34 repay the loan', () => {
    // 16,666.66 × 0.7 − 11,666.66 = 0.002.
    expect(told(account)).toEqual(['sell all B 10000', 'sell A 3333.34', '11666.66', '5000', '0.002']);
    const { moved, repaid, isRuleOfThumb } = saleOf(account);
    expect([moved.toText(), repaid.toText(), isRuleOfThumb]).toEqual(['13333.34', '13333.34', false]);
  });

  it('the next call is one fall away: 11,666.66 ÷ 0.7 = 16,666.6571 of 16,666.66', () => {
    expect(saleOf(account).next.below?.at.toFixed(8, 'towardZero')).toBe('-0.00000017');
  });

  it('largest value first: 5,000 ÷ 0.3 = 16,666.67 of A', () => {
    const largest = ['sell A 16666.67', '8333.33', '5000', '0.001'];
    expect(told(account, 'value')).toEqual(largest);
    const { positions } = account;
    expect(told({ ...account, positions: positions.toReversed() }, 'value')).toEqual(largest);
  });

  it('is the least where dollars can be sold to the cent, highest requirement first', () => {
    expect([saleOf(account).isLeast, saleOf(account, 'value').isLeast]).toEqual([true, false]);
    // 4 shares of $1,000 for 3,333.34: 200 too much, which another choice might spare.
    const counted = accountOf(
      [
        holding('A', { shares: '20', price: '1000', maintenanceRate: '0.3' }),
        holding('B', { marketValue: '10000', maintenanceRate: '0.4' }),
      ],
      { marginLoan: '25000' },
    );
    expect(told(counted).slice(0, 2)).toEqual(['sell all B 10000', 'sell 4 A 4000']);
    expect(saleOf(counted).isLeast).toBe(false);
  });

  it('of one that is worth anything there is no other order', () => {
    // 10,000 × 0.75 against 7,600: 100 ÷ 0.25.
    const only = accountOf(
      [holding('Z', { marketValue: '0' }), holding('A', { marketValue: '10000', maintenanceRate: '0.25' })],
      { marginLoan: '7600' },
    );
    expect(told(only, 'value')).toEqual(['sell A 400', '7200', '2400', '0']);
    expect(saleOf(only, 'value').isLeast).toBe(true);
  });
});

describe('sizes', () => {
  it('whole shares: 560 ÷ 0.4 ÷ 77.40 = 18.09, so 19', () => {
    const account = accountOf([holding('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })], {
      marginLoan: '47000',
    });
    // 47,000 − 1,470.60; 0.4 × 1,470.60 = 588.24 less 560.
    expect(told(account)).toEqual(['sell 19 ACME 1470.6', '45529.4', '30400', '28.24']);
  });

  it('one share of $1,000 first, in the broker’s order, is not the least: 34 of $1 do as well', () => {
    // 6,990 against 10,000 × 0.4 + 10,000 × 0.3.
    const account = (loan: string) =>
      accountOf(
        [
          holding('A', { shares: '10', price: '1000', maintenanceRate: '0.4' }),
          holding('B', { shares: '10000', price: '1', maintenanceRate: '0.3' }),
        ],
        { marginLoan: loan },
      );
    expect(told(account('13010'))[0]).toBe('sell 1 A 1000');
    expect(saleOf(account('13010')).isLeast).toBe(false);
    // 400 are one share exactly, and nothing of a lower requirement frees them for less; the largest first would.
    expect(saleOf(account('13400')).isLeast).toBe(true);
    expect(saleOf(account('13400'), 'value').isLeast).toBe(false);
    // With nothing else to sell there is no other order: 10 ÷ 0.4 of one at $1,000.
    const only = [holding('A', { shares: '10', price: '1000', maintenanceRate: '0.4' })];
    expect(saleOf(accountOf(only, { marginLoan: '6010' }), 'value').isLeast).toBe(true);
  });

  it('what comes in beyond the loan stays as cash; the cash from before is left alone', () => {
    // Equity 900 + 100 − 950 = 50; 900 × 0.5 needed: 450. 400 ÷ 0.5 = 800.
    const account = accountOf([holding('A', { marketValue: '900', maintenanceRate: '0.5' })], {
      cash: '100',
      marginLoan: '950',
    });
    const { account: left } = saleOf(account);
    expect([left.cash.toText(), left.marginLoan.toText()]).toEqual(['100', '150']);
    // 20 short at $50, 300 needed of 200: 100 ÷ 15 a share = 6.67, so 7. Credit is left, and no money comes in.
    const short = accountOf([holding('S', { side: 'short', shares: '20', price: '50' })], {
      cash: '200',
      shortCredit: '1000',
    });
    expect(told(short)).toEqual(['buyToCover 7 S 350', '0', '200', '5']);
    expect(saleOf(short).repaid.toText()).toBe('0');
  });
});

it('a $1 short needs 250 %: covering it comes first', () => {
  // Equity 10,000 + 1,000 − 1,000 − 5,500 = 4,500; needed 2,500 and 2,500. 500 ÷ 2.50 = 200 shares, paid from credit.
  const account = accountOf(
    [
      holding('L', { marketValue: '10000', maintenanceRate: '0.25' }),
      holding('S', { side: 'short', shares: '1000', price: '1' }),
    ],
    { shortCredit: '1000', marginLoan: '5500' },
  );
  expect(told(account)).toEqual(['buyToCover 200 S 200', '5500', '4500', '0']);
});

describe('what is left of equity', () => {
  const holdings = [holding('A', { marketValue: '10000', maintenanceRate: '0.25' })];

  it('below 0 no sale is enough: 10,000 against 11,400 leaves 1,400 owed', () => {
    const found = findForcedSale(accountOf(holdings, { marginLoan: '11400' }), 'requirement');
    expect(found.isEnough ? null : found.owed.toText()).toBe('1400');
  });

  it('exactly 0: everything goes, and nothing is owed', () => {
    expect(told(accountOf(holdings, { marginLoan: '10000' }))).toEqual(['sell all A 10000', '0', '0', '0']);
  });

  it('without a call nothing is sold', () => {
    expect(told(accountOf(holdings, { marginLoan: '7500' }))).toEqual(['7500', '2500', '0']);
  });
});

it('Fidelity’s tiers, 41,000 / 39,000 / 20,000 against 60,000: 1,666.67 of the first, a rule of thumb', () => {
  const account = accountOf(
    [
      holding('A', { marketValue: '41000' }),
      holding('B', { marketValue: '39000' }),
      holding('C', { marketValue: '20000' }),
    ],
    { marginLoan: '60000', ruleSet: 'fidelity' },
  );
  const { trades, margin, isRuleOfThumb, isLeast } = saleOf(account);
  expect(trades.map(({ position, amount }) => `${position.id} ${amount.toText()}`)).toEqual(['A 1666.67']);
  expect([margin.isInCall, isRuleOfThumb, isLeast]).toEqual([false, true, false]);
});

describe('Firstrade’s rule from a loan of $100,000 on ends where the sale repays it below', () => {
  const firstrade = { ruleSet: 'firstrade' };

  it('5,000.01 bring 105,000 below the bound, and 25 % is enough then', () => {
    // 62.5 % of 160,000 at 50 %, 37.5 % at 40 %: 74,000 needed of 55,000. After it 154,999.99 × 0.25 = 38,749.9975.
    const account = accountOf(
      [holding('A', { marketValue: '100000' }), holding('B', { marketValue: '60000' })],
      { ...firstrade, marginLoan: '105000' },
    );
    const left = ['99999.99', '55000', '16250.0025'];
    expect(told(account)).toEqual(['sell A 5000.01', ...left]);
    expect(told(account, 'value')).toEqual(['sell A 5000.01', ...left]);
  });

  it('in whole shares 51 of $100 are more than 5,000; a smaller one of a higher requirement goes first', () => {
    const account = accountOf(
      [
        holding('A', { shares: '1000', price: '100' }),
        holding('B', { marketValue: '58000' }),
        holding('C', { shares: '20', price: '100', maintenanceRate: '1' }),
      ],
      { ...firstrade, marginLoan: '105000' },
    );
    // 2,000 and then 31 shares: 30 alone leave exactly 100,000. (96,900 + 58,000) × 0.25 = 38,725.
    expect(told(account)).toEqual(['sell all 20 C 2000', 'sell 31 A 3100', '99900', '55000', '16275']);
    expect(told(account, 'value')).toEqual(['sell 51 A 5100', '99900', '55000', '14775']);
  });

  it('50.5 shares of $100 are 51: 99,950, not one more', () => {
    const account = accountOf(
      [holding('A', { shares: '1000', price: '100' }), holding('B', { marketValue: '58000' })],
      { ...firstrade, marginLoan: '105050' },
    );
    // 158,000 − 105,050; (94,900 + 58,000) × 0.25 = 38,225.
    expect(told(account)).toEqual(['sell 51 A 5100', '99950', '52950', '14725']);
  });

  it('where 25 % is a call too, what that needs: (32,500 − 29,000) ÷ 0.25 = 14,000', () => {
    const account = accountOf(
      [holding('A', { marketValue: '70000' }), holding('B', { marketValue: '60000' })],
      { ...firstrade, marginLoan: '101000' },
    );
    expect(told(account)).toEqual(['sell A 14000', '87000', '29000', '0']);
  });

  it('a little sale that ends the call is not made larger to get below the bound', () => {
    // Five of a fifth each have no tier: 50,000 of 49,900 needed; 100 ÷ 0.25, where 50,100 would have to be repaid.
    const fifths = ['A', 'B', 'C', 'D', 'E'].map((id) => holding(id, { marketValue: '40000' }));
    const account = accountOf(fifths, { ...firstrade, marginLoan: '150100' });
    expect(told(account)).toEqual(['sell A 400', '149700', '49900', '0']);
  });

  it('the order is kept: a short of a higher requirement is bought back first, and brings in nothing', () => {
    const account = accountOf(
      [
        holding('S', { side: 'short', marketValue: '10000', maintenanceRate: '0.6' }),
        holding('A', { marketValue: '160000' }),
      ],
      { ...firstrade, marginLoan: '105000', shortCredit: '10000' },
    );
    // 94 % at 50 %: 80,000 + 6,000 of 55,000. Without the short still 80,000; 154,999.99 × 0.25 once the rule is off.
    expect(told(account)).toEqual([
      'buyToCover all S 10000',
      'sell A 5000.01',
      '99999.99',
      '55000',
      '16250.0025',
    ]);
  });

  it('after the short, just enough of the long to get below the bound', () => {
    const account = accountOf(
      [
        holding('S', { side: 'short', shares: '20000', price: '5' }),
        holding('L', { shares: '1500', price: '100' }),
      ],
      { ...firstrade, marginLoan: '110000', shortCredit: '100000' },
    );
    // S requires 100 %, L 50 %: 175,000 of 40,000. 100 shares of L leave the loan at 100,000, 101 at 99,900:
    // 139,900 × 0.25 = 34,975.
    const sold = ['buyToCover all 20000 S 100000', 'sell 101 L 10100', '99900', '40000', '5025'];
    expect(told(account)).toEqual(sold);
  });

  it('a short that is closed can free enough credit by itself', () => {
    const account = accountOf(
      [holding('S', { side: 'short', shares: '20000', price: '5' }), holding('L', { marketValue: '80000' })],
      { ...firstrade, marginLoan: '100000', shortCredit: '150000' },
    );
    // 50,000 of credit are left over and repay the loan: 80,000 × 0.25 of 30,000.
    for (const order of ['requirement', 'value'] as const)
      expect(told(account, order)).toEqual(['buyToCover all 20000 S 100000', '50000', '30000', '10000']);
  });

  it('a loan below the bound has no such rule', () => {
    const account = accountOf([holding('A', { marketValue: '120000' })], {
      ...firstrade,
      marginLoan: '99000',
    });
    // 30,000 of 21,000: 9,000 ÷ 0.25.
    expect(told(account)).toEqual(['sell A 36000', '63000', '21000', '0']);
  });
});

/** The loan repaid from what came in. */
function repaid(before: Account, after: Account): Account {
  const cameIn = greatest(money(0), after.cash.minus(before.cash));
  const paid = least(cameIn, after.marginLoan);
  return { ...after, cash: after.cash.minus(paid), marginLoan: after.marginLoan.minus(paid) };
}

describe('laws', () => {
  const anyAccount = anyDocument.map(
    (document): Account => valueOf(readDocument(document, ruleSets)).account,
  );
  const anyOrder = fc.constantFrom<SaleOrder>('requirement', 'value');

  it('after the least sale there is no call and equity is what it was; one step less leaves one', () => {
    fc.assert(
      fc.property(anyAccount, anyOrder, (account, order) => {
        const before = evaluateMargin(account);
        const found = findForcedSale(account, order);
        const owed = found.isEnough ? '0' : found.owed.toText();
        expect(owed).toBe(before.equity.sign() < 0 ? before.equity.negated().toText() : '0');
        if (!found.isEnough) return;
        const { trades, margin } = found.sale;
        expect(margin.isInCall).toBe(false);
        expect(margin.equity.equals(before.equity)).toBe(true);
        const last = trades.at(-1);
        expect(last === undefined).toBe(!before.isInCall);
        if (last === undefined) return;
        const { position } = last;
        const unit = tradeUnit(position, true);
        const size = last.shares?.as<'bare'>() ?? last.amount.as<'bare'>();
        const fewer = size.over(unit).roundedUp().minus(bare(1)).times(unit);
        const less = [...trades.slice(0, -1), ...(fewer.sign() > 0 ? [tradeOf(position, fewer)] : [])];
        expect(evaluateMargin(repaid(account, afterTrades(account, less))).isInCall).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
