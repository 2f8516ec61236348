// The verdict on a what-if at a broker that makes no call, on accounts called from two sides, and to the cent.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { long, words } from '../support/verdict-words';

const market = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });
const ruleSet = 'interactive-brokers';

describe('a what-if at Interactive Brokers, which makes no call', () => {
  /** 40,000 ÷ 0.75 = 53,333.33 of 100,000. */
  const held: Partial<AccountInput> = { marginLoan: '40000', positions: [long('100000', '0.25')], ruleSet };

  it('above, it would stay above, and the distance is told from today', () => {
    const at = words(held, [market('-0.05')]);
    expect(at.headline).toBe(
      'It would be above the requirement. Equity would fall below it if the market fell more than 46.6 % from today (holdings to about $53,334).',
    );
    // 95,000 × 0.75 − 40,000 = 31,250.
    expect(at.second).toMatch(/^\$31,250 above the requirement\. /);
    expect(at.second).toMatch(/ Interactive Brokers makes no call: it could sell at once\.$/);
  });

  it('below, it would be so by an amount', () => {
    // 50,000 × 0.75 − 40,000 = −2,500.
    expect(words(held, [market('-0.5')])).toMatchObject({
      short: 'Below the requirement · $2,500',
      headline:
        'It would be $2,500 below the requirement. Interactive Brokers makes no call: it could sell at once.',
    });
  });

  it('exactly at it, below zero and without a loan', () => {
    // 9,000 × 0.75 = 6,750.
    expect(
      words({ marginLoan: '6750', positions: [long('10000', '0.25')], ruleSet }, [market('-0.1')]),
    ).toMatchObject({
      headline: 'It would be exactly at the requirement.',
      second:
        'Any further fall would take equity below it. Interactive Brokers makes no call: it could then sell at once.',
    });
    // 30,000 − 40,000; required 7,500.
    expect(words(held, [market('-0.7')]).headline).toBe(
      'The loan would be larger than everything in the account: equity would be −$10,000. $17,500 below the requirement.',
    );
    expect(words({ positions: [long('10000')], ruleSet }, [market('-0.1')]).headline).toBe(
      'No loan, no forced sale. No price and no higher requirement could cause one.',
    );
  });

  it('each side alone is told of the requirement too', () => {
    const both: Partial<AccountInput> = {
      ruleSet,
      shortCredit: '15000',
      marginLoan: '7000',
      positions: [
        { id: 'a', symbol: 'A', side: 'long', marketValue: '10000', maintenanceRate: '0.3' },
        { id: 'b', symbol: 'B', side: 'short', marketValue: '10000', maintenanceRate: '0.3' },
      ],
    };
    // 2,000 ÷ 7,000 = 28.57 % of the longs, 2,000 ÷ 13,000 = 15.38 % of the shorts; 2,000 ÷ 6,000 = 33.3 % of both.
    const at = words(both);
    expect(at.headline).toBe(
      'Above the requirement. If everything moves together, only a rise of more than 33.3 % takes it below; no fall does.',
    );
    expect(at.second).toContain(
      'If only the longs fell: below the requirement beyond −28.5 %. If only the shorts rose: beyond +15.3 %.',
    );
    expect(words(both, [market('-0.1')]).headline).toBe(
      'It would be above the requirement. If everything moves together, only a rise of more than 33.3 % from today would take it below; no fall would.',
    );
  });
});

describe('an account that both a fall and a rise would call', () => {
  // 1,000 short at $10 with $15 a share required until $15, then 100 %: from today on excess changes by
  // (15,000 − 10,000) × s up to +50 %, beyond it by (15,000 − 20,000) × s; 1,000 today and 3,500 at +50 %.
  const both: Partial<AccountInput> = {
    shortCredit: '12000',
    marginLoan: '1000',
    positions: [
      { id: 'a', symbol: 'A', side: 'long', marketValue: '20000', maintenanceRate: '0.25' },
      {
        id: 'b',
        symbol: 'B',
        side: 'short',
        shares: '1000',
        price: '10',
        maintenanceRate: '1',
        perShareMinimum: '15',
      },
    ],
  };

  it('is told both: −1,000 ÷ 5,000, and 0.5 + 3,500 ÷ 5,000', () => {
    expect(words(both).headline).toBe(
      'No margin call. One comes if the market falls more than 20.0 %, or rises more than 120.0 %.',
    );
    expect(words(both, [market('0.1')]).headline).toBe(
      'There would be no margin call. One would come if the market fell more than 20.0 % from today, or rose more than 120.0 %.',
    );
  });

  it('where the rise is nearer than the fall, that is the distance of the chip', () => {
    // 2,500 more today: a fall of 70 %; at +50 % 6,000 and the rise at 0.5 + 6,000 ÷ 5,000 = 170 %.
    expect(words({ ...both, shortCredit: '14500' }).short).toBe('No call · 70.0 %');
    // Beyond +50 %, at +100 % in the what-if, the rise to 120 % is 20 points away and the fall to −20 % 120.
    expect(words(both, [market('1')]).headline).toContain('rose more than 120.0 %');
  });

  it('a call beyond its rise would start there, and ends a little below it', () => {
    // At +150 %: 3,500 − 5,000 = −1,500.
    const at = words(both, [market('1.5')]);
    expect(at.headline).toBe(
      'There would be a margin call of $1,500. It would start at a rise of more than 120.0 % from today.',
    );
    expect(at.second).toContain('a market no more than 120.0 % above today');
  });
});

describe('to the cent', () => {
  it('what is above is never overstated', () => {
    // 16,000 × 0.75 − 6,999.991 = 5,000.009.
    expect(words({ marginLoan: '6999.991', positions: [long('16000', '0.25')] }).second).toMatch(
      /^\$5,000 above the requirement\./,
    );
  });

  it('what is missing is never understated, below zero too', () => {
    // 22,000 − 23,400.001 = −1,400.001; − 5,500 required.
    expect(words({ marginLoan: '23400.001', positions: [long('22000', '0.25')] })).toMatchObject({
      short: 'Below zero · −$1,400.01',
      headline:
        'The loan is larger than everything in the account: equity is −$1,400.01. Margin call: $6,900.01.',
    });
    const would = words({ marginLoan: '23400.001', positions: [long('30000', '0.25')] }, [
      { type: 'movePrice', position: 'p1', ratio: '-0.5' },
    ]);
    // 15,000 − 23,400.001.
    expect(would.second).toMatch(
      /^Selling could not end it: after selling everything \$8,400\.01 would still be owed\. /,
    );
  });

  it('shares to sell are rounded up to whole ones', () => {
    const positions = [
      { id: 'p1', symbol: 'A', side: 'long' as const, shares: '33334', price: '3', maintenanceRate: '0.25' },
    ];
    // 100,002 × 0.75 = 75,001.50, so a loan of 75,002.50 calls for $1: $4 sold at 25 %, 1.33 shares, so 2 of $3.
    expect(words({ marginLoan: '75002.5', positions }).second).toContain('selling 2 A ($6)');
  });
});

describe('close', () => {
  it('is a call exactly 12 % away, and not one a hundredth of a percent farther', () => {
    // 8,800 × 0.75 = 6,600; 8,799 × 0.75 = 6,599.25. Requirements may rise by 9 points.
    const held = [long('10000', '0.25')];
    expect(words({ marginLoan: '6600', positions: held }).short).toBe('Close · 12.0 %');
    expect(words({ marginLoan: '6599.25', positions: held }).short).toBe('No call · 12.0 %');
  });

  it('is 12 % of the prices of the what-if, told from today', () => {
    // 5,000 × 0.88 = 4,400, × 0.75 = 3,300; 4,399 × 0.75 = 3,299.25.
    const held = [long('10000', '0.25')];
    expect(words({ marginLoan: '3300', positions: held }, [market('-0.5')]).short).toBe('Close · 56.0 %');
    expect(words({ marginLoan: '3299.25', positions: held }, [market('-0.5')]).short).toBe(
      'No call · 56.0 %',
    );
  });
});

it('equity of exactly nothing is a call, not yet below zero', () => {
  // 22,000 − 22,000; 5,500 required, which selling everything brings down to nothing.
  expect(words({ marginLoan: '22000', positions: [long('22000', '0.25')] })).toMatchObject({
    short: 'Margin call · $5,500',
    headline: 'Margin call: $5,500. Equity of $0 is below the $5,500 required.',
  });
});

describe('a call in a what-if', () => {
  it('begins at once where today is the last point without one', () => {
    // 10,000 × 0.75 = 7,500 today; 9,000 × 0.75 − 7,500 = −750.
    expect(words({ marginLoan: '7500', positions: [long('10000', '0.25')] }, [market('-0.1')]).headline).toBe(
      'There would be a margin call of $750. It would start at once with any fall.',
    );
  });

  it('that a rise would end is told from today', () => {
    // 20,000 ÷ 0.6 = 33,333.33 of 30,000: 11.1 %, rounded up to be enough.
    const raised: ChangeInput = { type: 'shiftRequirement', points: '0.15' };
    expect(words({ marginLoan: '20000', positions: [long('30000', '0.25')] }, [raised]).second).toContain(
      'a rise of the market of 11.2 % from today.',
    );
  });

  it('with nothing left of equity is not told of a least equity as well', () => {
    // 4,900 + 1,000 − 10,000 = −4,100.
    const at = words({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] }, [
      market('-0.9'),
    ]);
    expect(at.headline).toContain('equity would be −$4,100.');
    expect(at.second).not.toContain('below $2,000');
  });

  it('is none exactly at the requirement, which any further fall would cause', () => {
    const exact = { marginLoan: '6750', positions: [long('10000', '0.25')] };
    expect(words(exact, [market('-0.1')]).second).toBe('Any further fall would cause one.');
    expect(words({ ...exact, marginLoan: '6749.999' }, [market('-0.1')]).second).toBe(
      'Less than a cent would be above it: almost any further fall would cause one.',
    );
  });
});

describe('an account that sold short', () => {
  const short = { id: 'b', symbol: 'B', side: 'short' as const, maintenanceRate: '0.3' };

  it('in a call buys back, or waits for a fall', () => {
    // 14,000 − 11,500 − 3,450 = −950; ÷ 0.3 = 3,166.67; 14,000 ÷ 1.3 = 10,769.23 of 11,500, 6.35 % less.
    expect(words({ shortCredit: '14000', positions: [{ ...short, marketValue: '11500' }] }).second).toContain(
      'Any one ends it: $950 in cash; buying back $3,166.67 of B; a fall of the market of 6.4 %.',
    );
  });

  it('and owes more than there is closes everything', () => {
    // 10,000 + 15,000 − 20,000 − 7,000 = −2,000; 3,000 and 6,000 required.
    const positions = [long('10000', '0.3', { id: 'a', symbol: 'A' }), { ...short, marketValue: '20000' }];
    const at = words({ shortCredit: '15000', marginLoan: '7000', positions });
    expect(at.headline).toBe(
      'What is owed is larger than everything in the account: equity is −$2,000. Margin call: $11,000.',
    );
    expect(at.second).toMatch(
      /^Selling and covering cannot end it: after closing everything \$2,000 is still owed\. \$11,000 in cash would/,
    );
  });
});

it('the day that a call is due is not over yet on that day', () => {
  const account = { marginLoan: '23400', positions: [long('30000', '0.25')], ruleSet: 'm1' };
  // Tuesday, November 17 and three business days: Friday, November 20.
  expect(words(account, [], '2026-11-17', '2026-11-20').second).toContain('By Friday, November 20');
  expect(words(account, [], '2026-11-17', '2026-11-21').second).toContain(
    'It was due by Friday, November 20',
  );
});
