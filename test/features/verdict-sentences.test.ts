// The verdict's words in every state; every figure in them was worked out by hand.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { long, words } from '../support/verdict-words';

const m1 = { cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] };
const market = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });

// A Monday with Thanksgiving on its Thursday.
beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00') }));
afterEach(() => void vi.useRealTimers());

describe('no call', () => {
  it('says how far the market may fall, and the requirement rise', () => {
    // 10,000 − 1,000 = 9,000; ÷ 0.75 = 12,000; 12,000 ÷ 49,000 − 1 = −75.51 %. 27,750 ÷ 49,000 = 56.63 points.
    expect(words(m1)).toEqual({
      tone: 'free',
      short: 'No call · 75.5 %',
      headline: 'No margin call. One comes if the market falls more than 75.5 % (holdings to about $12,000).',
      second:
        '$27,750 above the requirement. Also if every requirement rose by more than 56.6 percentage points (from 25 % to 81.6 %).',
    });
  });

  it('as a what-if: would, and the distance still from today', () => {
    const at34 = words(m1, [market('-0.34')]);
    expect(at34.headline).toBe(
      'There would be no margin call. One would come if the market fell more than 75.5 % from today (holdings to about $12,000).',
    );
    // 49,000 × 0.66 = 32,340; − 9,000 − 8,085 = 15,255.
    expect(at34.second).toContain('$15,255 above the requirement.');
  });

  it('close: a call within 12 % of the market', () => {
    // 25,500 ÷ 0.7 = 36,428.57; 2,500 ÷ 40,000 = 6.25 points.
    expect(words({ marginLoan: '25500', positions: [long('40000', '0.3')] })).toEqual({
      tone: 'near',
      short: 'Close · 8.9 %',
      headline:
        'Close to a margin call. One comes if the market falls more than 8.9 % (holdings to about $36,429).',
      second:
        '$2,500 above. The broker can raise requirements without notice; more than 6.2 percentage points would do it (from 30 % to 36.2 %).',
    });
  });

  it('close by requirement alone: 4 points, though the market may fall 12.5 %', () => {
    // Excess 4,000 of 100,000; the call value is 28,000 ÷ 0.32 = 87,500.
    const near = words({ marginLoan: '28000', positions: [long('100000', '0.68')] });
    expect(near.tone).toBe('near');
    expect(near.short).toBe('Close · 12.5 %');
  });

  it('only a rise, and each side alone, for an account of both sides', () => {
    const positions: PositionInput[] = [
      { id: 'a', symbol: 'A', side: 'long', marketValue: '10000', maintenanceRate: '0.3' },
      { id: 'b', symbol: 'B', side: 'short', marketValue: '10000', maintenanceRate: '0.3' },
    ];
    expect(words({ shortCredit: '15000', marginLoan: '7000', positions })).toEqual({
      tone: 'free',
      short: 'No call · +33.3 %',
      headline:
        'No margin call. If everything moves together, only a rise of more than 33.3 % causes one; no fall does.',
      second:
        '$2,000 above the requirement. Also if every requirement rose by more than 10.0 percentage points. If only the longs fell: a call beyond −28.5 %. If only the shorts rose: beyond +15.3 %.',
    });
  });

  it('no move at all', () => {
    expect(words({ marginLoan: '5000', positions: [long('10000', '0.25', { beta: '0' })] })).toMatchObject({
      short: 'No call',
      headline: 'No margin call. No move of the whole market causes one.',
      second:
        '$2,500 above the requirement. Requirements higher by more than 25.0 percentage points would (from 25 % to 50 %).',
    });
  });

  it('no loan, and a loan that cash covers', () => {
    expect(words({ positions: [long('10000')] })).toMatchObject({
      headline: 'No loan, no margin call. No price and no higher requirement can cause one.',
      second: 'Enter a loan to see where one would start.',
    });
    expect(words({ cash: '500', marginLoan: '400', positions: [long('10000')] })).toMatchObject({
      headline: 'The cash covers the loan: no margin call. No price and no higher requirement can cause one.',
      second: 'Your cash covers the loan; interest or withdrawals could change that.',
    });
  });

  it('only because the market rose', () => {
    // At 60 %: (10,000 − 1,000) ÷ 0.4 = 22,500 needed of 20,000: free from +12.5 % on.
    const risen = words({ ...m1, positions: [long('20000', '0.25')] }, [
      market('0.2'),
      { type: 'shiftRequirement', points: '0.35' },
    ]);
    expect(risen.headline).toBe(
      'It would be close to a margin call. One would come if the market were less than 12.5 % above today.',
    );
  });
});

describe('equity below $2,000 in a what-if', () => {
  const told = 'Equity would be below $2,000: a broker may not lend more then.';
  // 5,000 against 2,000 at 25 %: after −21 % equity is 1,950, required 987.50.
  const small = { marginLoan: '2000', positions: [long('5000', '0.25')] };

  it('is said below it, and only there', () => {
    expect(words(small, [market('-0.2')]).second).not.toContain('$2,000:');
    expect(words(small, [market('-0.2002')]).second).toContain(told);
  });

  it('is not said of the account as typed, nor without a loan', () => {
    expect(words({ ...small, marginLoan: '3500' }).second).not.toContain('$2,000:');
    expect(words({ positions: [long('2100')] }, [market('-0.2')]).second).not.toContain('$2,000:');
  });
});

describe('a call', () => {
  const account = { marginLoan: '47000', positions: [long('77400', '0.4')] };

  it('of several without a symbol the one to sell is named by its place', () => {
    // Required 1,000 + 3,000; equity 10,000 − 6,560 = 3,440. 560 ÷ 50 %; 560 ÷ (10,000 − 4,000) = 9.33… %.
    const positions = [long('4000', '0.25'), { ...long('6000', '0.5'), id: 'p2' }];
    expect(words({ marginLoan: '6560', positions }).second).toContain(
      'Any one ends it: $560 in cash; selling $1,120 of holding 2; a rise of the market of 9.4 %.',
    );
  });

  it('today: the amount, why, and what ends it', () => {
    // 30,400 − 30,960; 560 ÷ 0.4 = 1,400; 47,000 ÷ 0.6 ÷ 77,400 − 1 = 1.2059 %, rounded up.
    expect(words({ ...account, ruleSet: 'm1' })).toEqual({
      tone: 'call',
      short: 'Margin call · $560',
      headline: 'Margin call: $560. Equity of $30,400 is below the $30,960 required.',
      second:
        'Any one ends it: $560 in cash; selling $1,400 of the holdings; a rise of the market of 1.3 %. By Friday, November 27 (3 business days), or sooner without notice.',
    });
    // SoFi's pages say 2 to 5: Thanksgiving is no trading day.
    expect(words({ ...account, ruleSet: 'sofi' }).second).toContain(
      'Between Wednesday, November 25 and Tuesday, December 1 (2 to 5 business days), or sooner without notice.',
    );
  });

  it('of another day is counted from that day, and says so once it is over', () => {
    const m1Call = { ...account, ruleSet: 'm1' };
    // Tuesday to Friday of the week before.
    expect(words(m1Call, [], '2026-11-17', '2026-11-19').second).toContain(
      'By Friday, November 20 (3 business days after Tuesday, November 17), or sooner without notice.',
    );
    expect(words(m1Call, [], '2026-11-17', '2026-11-21').second).toContain(
      'It was due by Friday, November 20 (3 business days after Tuesday, November 17); the broker may sell at any time, without notice.',
    );
    // Of another year.
    expect(words(m1Call, [], '2001-09-10', '2026-11-21').second).toContain(
      'It was due by Wednesday, September 19, 2001 (3 business days after Monday, September 10, 2001)',
    );
    expect(words({ ...account, ruleSet: 'firstrade' }, [], '2026-11-23', '2026-12-04').second).toContain(
      'It was due between Wednesday, November 25 and Tuesday, December 1 (2 to 5 business days after Monday, November 23);',
    );
  });

  it('beyond the years of the calendar no day is named', () => {
    expect(words({ ...account, ruleSet: 'm1' }, [], '2100-12-31', '2100-12-31').second).not.toContain(
      'sooner',
    );
  });

  it('in whole shares where shares are known', () => {
    const { marketValue: _value, ...rest } = long('0', '0.4', {
      symbol: 'ACME',
      shares: '1000',
      price: '77.4',
    });
    // 1,400 ÷ 77.40 = 18.09: 19 shares, $1,470.60.
    expect(words({ ...account, positions: [rest] }).second).toContain('selling 19 ACME ($1,470.60)');
  });

  it('an amount in cents that ends it: under tiers the least, rounded up to the cent, may lie beyond a jump', () => {
    const positions = [
      long('10000', undefined, { symbol: 'VTI' }),
      long('10000', '1.5', { id: 'p2', symbol: 'AAPL' }),
    ];
    const { second } = words({ ruleSet: 'fidelity', marginLoan: '10000', positions });
    // Exactly 6,666.666… would leave VTI at 75 %: 5,000 + 1.5 × 3,333.33 = 10,000. A cent's part more and it needs 60 %:
    // 6,000 + 1.5 × 3,333.33 = 11,000. 6,000 + 1.5 × 2,666.66 = 9,999.99 is the first that ends it.
    expect(second).toContain('selling $7,333.34 of AAPL');
  });

  it('as a what-if: would, and where it would start', () => {
    const at = words(m1, [market('-0.8')]);
    // 9,800 × 0.75 − 9,000 = −1,650; 1,650 ÷ 0.25 = 6,600.
    expect(at).toMatchObject({
      short: 'Margin call · $1,650',
      headline:
        'There would be a margin call of $1,650. It would start at a fall of more than 75.5 % from today.',
      second:
        'Any one would end it: $1,650 in cash; selling $6,600 of the holdings; a market no more than 75.5 % below today. Equity would be below $2,000: a broker may not lend more then.',
    });
  });

  it('by a higher requirement alone', () => {
    const at = words(m1, [{ type: 'shiftRequirement', points: '0.75' }]);
    expect(at.headline).toBe('There would be a margin call of $9,000. It would be there at today’s prices.');
    expect(at.second).toBe('Any one would end it: $9,000 in cash; selling $9,000 of the holdings.');
  });

  it('at Interactive Brokers, which makes none', () => {
    expect(words({ ...account, ruleSet: 'interactive-brokers' })).toMatchObject({
      short: 'Below the requirement · $560',
      headline: '$560 below the requirement. Interactive Brokers makes no call: it may sell at once.',
      second: 'Any one ends it: $560 in cash; selling $1,400 of the holdings; a rise of the market of 1.3 %.',
    });
  });

  it('with more owed than there is', () => {
    // 22,000 − 23,400; required 5,500; 23,400 ÷ 0.75 ÷ 22,000 − 1 = 41.82 %, rounded up.
    expect(words({ marginLoan: '23400', positions: [long('22000', '0.25')] })).toMatchObject({
      short: 'Below zero · −$1,400',
      headline: 'The loan is larger than everything in the account: equity is −$1,400. Margin call: $6,900.',
      second:
        'Selling cannot end it: after selling everything $1,400 is still owed. $6,900 in cash would, or a rise of the market of 41.9 %.',
    });
  });
});

describe('at the edge and without figures', () => {
  it('exactly at the requirement is no call', () => {
    expect(words({ marginLoan: '7500', positions: [long('10000', '0.25')] })).toEqual({
      tone: 'near',
      short: 'At the requirement · $0.00',
      headline: 'Exactly at the requirement: no call.',
      second: 'Any further fall causes one.',
    });
  });

  it('nothing held asks for three numbers', () => {
    expect(words({}).headline).toBe('How far is your margin call? Three numbers answer it.');
  });

  it('figures that cannot be read leave no verdict', () => {
    expect(words({ positions: [long('100', '4')] }).headline).toBe(
      'No verdict yet: a requirement lies outside 0 to 300 % of what is held.',
    );
  });

  it('an impossible what-if is said', () => {
    expect(words(m1, [{ type: 'repay', amount: '5000' }]).headline).toBe(
      'No verdict: these changes are not possible on this account.',
    );
  });
});

it('no sentence promises anything', () => {
  const all = [words(m1), words(m1, [market('-0.8')]), words({}), words({ positions: [long('1')] })];
  expect(JSON.stringify(all)).not.toMatch(/\b(safe|should|best|recommend)/i);
});
