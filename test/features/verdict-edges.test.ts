// The verdict where words go wrong most easily: nothing held, hairs from the line, far-off cures, one side alone.
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { long, words } from '../support/verdict-words';

const market = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });
const shift = (points: string): ChangeInput => ({ type: 'shiftRequirement', points });
const m1 = { cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] };
const merrill: Partial<AccountInput> = {
  shortCredit: '15000',
  marginLoan: '7000',
  positions: [
    { id: 'a', symbol: 'A', side: 'long', marketValue: '10000', maintenanceRate: '0.3' },
    { id: 'b', symbol: 'B', side: 'short', marketValue: '10000', maintenanceRate: '0.3' },
  ],
};

describe('nothing held', () => {
  it('a loan beyond the cash is below zero, not an empty page', () => {
    const expected = {
      tone: 'call',
      short: 'Below zero · −$10,000',
      headline:
        'The loan is larger than everything in the account: equity is −$10,000. Margin call: $10,000.',
      second: 'Nothing is left to sell. $10,000 in cash would end it.',
    };
    expect(words({ marginLoan: '10000', positions: [long('0')] })).toEqual(expected);
    expect(words({ cash: '4000', marginLoan: '14000' })).toEqual(expected);
  });

  it('cash alone, or cash that covers the loan, needs no call', () => {
    expect(words({ cash: '500' })).toMatchObject({
      tone: 'free',
      headline: 'No loan, no margin call. No price and no higher requirement can cause one.',
      second: 'Enter what you hold and a loan to see where one would start.',
    });
    expect(words({ cash: '500', marginLoan: '500' }).headline).toMatch(
      /^The cash covers the loan: no margin call\./,
    );
  });

  it('holdings worth nothing and nothing else ask for three numbers', () => {
    expect(words({ positions: [long('0')] }).short).toBe('Three numbers');
  });
});

describe('a withdrawal that makes a loan', () => {
  it('is no "no loan", though the account has none', () => {
    // 10,000 held that do not follow the market, 2,000 borrowed: no move of the market makes a call.
    const still = { positions: [long('10000', '0.25', { beta: '0' })] };
    const taken = words(still, [{ type: 'withdraw', amount: '2000' }]);
    expect(taken.headline).toBe(
      'There would be no margin call. No move of the whole market would cause one.',
    );
  });
});

describe('a hair from the line', () => {
  it('says as many decimals as there are to say: never "more than 0.0 %"', () => {
    // 7,495 ÷ 0.75 = 9,993.33: 0.0667 % below 10,000; excess 5 of 10,000.
    expect(words({ marginLoan: '7495', positions: [long('10000', '0.25')] })).toMatchObject({
      short: 'Close · 0.06 %',
      second:
        '$5 above. The broker can raise requirements without notice; more than 0.05 percentage points would do it.',
    });
    // 7,499.99 ÷ 0.75 = 9,999.98667: a fall of 0.01333 in 10,000; a cent above.
    expect(words({ marginLoan: '7499.99', positions: [long('10000', '0.25')] }).headline).toContain(
      'falls more than 0.0001 %.',
    );
  });

  it('less than a cent above is at the requirement, to the cent, and no figure with many zeros', () => {
    // 7,499.999 ÷ 0.75 = 9,999.99867: a fall of 0.00133 in 10,000; 0.001 above.
    const account = { marginLoan: '7499.999', positions: [long('10000', '0.25')] };
    expect(words(account)).toEqual({
      tone: 'near',
      short: 'At the requirement · $0.00',
      headline: 'At the requirement, to the cent: no call.',
      second: 'Less than a cent is above it: almost any further fall causes one.',
    });
    // 6,749.999 against 9,000 × 0.75 = 6,750.
    expect(words({ ...account, marginLoan: '6749.999' }, [market('-0.1')]).headline).toBe(
      'It would be at the requirement, to the cent: no call.',
    );
    // Less than a cent, but a long way in percent: a fall of 10 % of 0.02 − 0.0135 = 0.0065 against 0.005.
    expect(words({ marginLoan: '0.0135', positions: [long('0.02', '0.25')] }).headline).toContain('10');
  });

  it('at the requirement, with shorts it is a rise that causes a call, or any move at all', () => {
    const credit = (shortCredit: string) => ({
      shortCredit,
      positions: [{ ...long('10000', '0.3'), side: 'short' as const }],
    });
    // 13,000 − 10,000 against 3,000.
    expect(words(credit('13000'))).toMatchObject({
      headline: 'Exactly at the requirement: no call.',
      second: 'Any further rise causes one.',
    });
    expect(words(credit('13000.001')).second).toBe(
      'Less than a cent is above it: almost any further rise causes one.',
    );
    // 5,000 at 25 % beside 1,000 short at $2.50, where FINRA's $2.50 a share turns into 100 %: with the market 1 % down
    // 50 are lost, 25 won and 12.50 less required; up 50 won, 25 lost and 12.50 + 25 more required.
    const both = (marginLoan: string) => ({
      shortCredit: '2500',
      marginLoan,
      positions: [
        long('5000', '0.25'),
        { id: 's', symbol: 'S', side: 'short' as const, shares: '1000', price: '2.5' },
      ],
    });
    // 5,000 − 2,500 + 2,500 − 1,250 = 3,750 against 1,250 + 2,500.
    expect(words(both('1250'))).toMatchObject({
      headline: 'Exactly at the requirement: no call.',
      second: 'Any further move causes one.',
    });
    expect(words(both('1249.999'))).toMatchObject({
      headline: 'At the requirement, to the cent: no call.',
      second: 'Less than a cent is above it: almost any further move causes one.',
    });
    // −12.50 either way.
    for (const move of ['-0.01', '0.01'])
      expect(words(both('1250'), [market(move)]).headline).toContain('$12.50');
  });

  it('tells the call point from where the market stands, on either side of it', () => {
    // 23,400 × 58 ÷ 41 = 33,102.44 of 58,000: −42.9268 %.
    const account = { marginLoan: '23400', positions: [long('58000', '0.293103448275862068')] };
    expect(words(account, [market('-0.4292')]).headline).toContain('fell more than 42.926 % from today');
    expect(words(account, [market('-0.4293')]).headline).toContain('a fall of more than 42.92 % from today');
    expect(words(account, [market('-0.43')]).headline).toContain('a fall of more than 42.9 % from today');
  });
});

describe('what cannot be counted on is no way out', () => {
  it('a rise of 49,900 % is left out', () => {
    // 3,750 ÷ 0.75 = 5,000 for holdings of 10.
    expect(words({ marginLoan: '3750', positions: [long('10', '0.25')] }).second).toBe(
      'Selling cannot end it: after selling everything $3,740 is still owed. $3,742.50 in cash would.',
    );
  });

  it('nor is a fall of 99.3 % of what is sold short; and the missing credit is named', () => {
    const short: PositionInput = {
      id: 's',
      symbol: 'S',
      side: 'short',
      marketValue: '10000',
      maintenanceRate: '0.3',
    };
    // 100 ÷ 1.3 = 76.92 of 10,000.
    expect(words({ cash: '100', positions: [short] }).second).toBe(
      'Selling and covering cannot end it: after closing everything $9,900 is still owed. $12,900 in cash would. Credit from short sales not typed: counted as $0.',
    );
  });
});

describe('both sides alone', () => {
  it('in a what-if are told from today, whatever the market does in it', () => {
    // Together +33.3 %. Alone: 2,000 ÷ 7,000 and 2,000 ÷ 13,000. At −10 %: 8,000 − 5,400 of 18,000.
    expect(words(merrill, [market('-0.1')])).toMatchObject({
      headline:
        'There would be no margin call. If everything moves together, only a rise of more than 33.3 % from today would cause one; no fall would.',
      second:
        '$2,600 above the requirement. Also if every requirement rose by more than 14.4 percentage points. If only the longs fell: a call beyond −28.5 % from today. If only the shorts rose: beyond +15.3 % from today.',
    });
  });

  it('one side that makes no call is said too', () => {
    // Shorts alone: 22,000 ÷ 13,000. Without the longs 18,000 is left, and 3,000 required.
    const rich = { ...merrill, shortCredit: '25000', marginLoan: '0', cash: '3000' };
    expect(words(rich).second).toContain(
      'If only the longs fell: no call. If only the shorts rose: a call beyond +169.2 %.',
    );
  });
});

describe('prices in the what-if', () => {
  it('a call that one holding’s price makes is not there "at today’s prices"', () => {
    const fallen: ChangeInput = { type: 'movePrice', position: 'p1', ratio: '-0.8' };
    expect(words(m1, [fallen]).headline).toBe(
      'There would be a margin call of $1,650. It would be there without any move of the market.',
    );
    expect(words(m1, [shift('0.75')]).headline).toContain('It would be there at today’s prices.');
  });

  it('many shares and large percentages have commas', () => {
    const { marketValue: _value, ...rest } = long('0', '0.4', {
      symbol: 'ACME',
      shares: '10000',
      price: '7.74',
    });
    // 1,400 ÷ 7.74 = 180.9; of 77,400 at a loan of 50,000: 3,560 ÷ 0.4 = 8,900 ÷ 7.74 = 1,149.9.
    expect(words({ marginLoan: '50000', positions: [rest] }).second).toContain('selling 1,150 ACME ($8,901)');
  });
});

describe('requirements shifted in the what-if', () => {
  it('the room is told from today’s rates, not from the shifted ones', () => {
    // 40,000 ÷ 49,000 = 81.63 %, 56.6 points above 25 %.
    expect(words(m1, [shift('-0.75')]).second).toBe(
      '$40,000 above the requirement. Also if every requirement were raised by more than 56.6 percentage points (now lowered by 75.0 points).',
    );
  });

  it('raised in the what-if, and lowered as far as a call allows', () => {
    // 40,000 − 30 % of 49,000.
    expect(words(m1, [shift('0.05')]).second).toBe(
      '$25,300 above the requirement. Also if every requirement were raised by more than 56.6 percentage points (now by 5.0 points).',
    );
    // 9,000 of 30,000 is 30 %, of 40 % required: free while lowered by 10 points or more.
    const called = { marginLoan: '21000', positions: [long('30000', '0.4')] };
    expect(words(called, [shift('-0.2')]).second).toBe(
      '$3,000 above the requirement. Also if every requirement were lowered by less than 10.0 percentage points (now by 20.0 points).',
    );
    const even = { marginLoan: '18000', positions: [long('30000', '0.4')] };
    expect(words(even, [shift('-0.2')]).second).toContain(
      'Also if every requirement were raised at all (now lowered by 20.0 points).',
    );
  });

  it('a requirement set for one holding does not move with the others', () => {
    const positions = [long('24000', '0.25'), { ...long('8000', '0.25'), id: 'p2' }];
    const set: ChangeInput = { type: 'setRequirement', position: 'p2', rate: '0.5' };
    // 22,000 − 4,000 = 18,000 is 75 % of 24,000.
    expect(words({ marginLoan: '10000', positions }, [set]).second).toContain(
      'Also if every requirement but that of holding 2 rose by more than 50.0 percentage points.',
    );
  });

  it('nor does that of a holding which the what-if brings', () => {
    const open = (id: string, symbol: string): ChangeInput => ({
      type: 'open',
      position: { id, symbol, side: 'long', marketValue: '4000' },
    });
    const account = { marginLoan: '2000', positions: [long('24000', '0.25')] };
    // Equity 22,000; 1,000 are required of the new one, and 21,000 are 87.5 % of 24,000.
    expect(words(account, [open('n', 'NEW')]).second).toContain(
      'Also if every requirement but that of NEW rose by more than 62.5 percentage points',
    );
    // 20,000 are 83.33 % of 24,000.
    expect(words(account, [open('n', 'NEW'), open('m', 'MORE')]).second).toContain(
      'Also if every requirement but those of 2 holdings rose by more than 58.3 percentage points',
    );
  });
});

describe('Interactive Brokers, which makes no call', () => {
  const ruleSet = 'interactive-brokers';

  it('above, the words speak of the requirement, and say what happens below it', () => {
    expect(words({ ...m1, ruleSet })).toEqual({
      tone: 'free',
      short: 'Above requirement · 75.5 %',
      headline:
        'Above the requirement. Equity falls below it if the market falls more than 75.5 % (holdings to about $12,000).',
      second:
        '$27,750 above the requirement. Also if every requirement rose by more than 56.6 percentage points (from 25 % to 81.6 %). Interactive Brokers makes no call: it may sell at once.',
    });
  });

  it('close, at the line, below zero and without a loan', () => {
    expect(words({ marginLoan: '25500', positions: [long('40000', '0.3')], ruleSet })).toMatchObject({
      short: 'Close · 8.9 %',
      headline:
        'Close to the requirement. Equity falls below it if the market falls more than 8.9 % (holdings to about $36,429).',
    });
    expect(words({ marginLoan: '7500', positions: [long('10000', '0.25')], ruleSet })).toMatchObject({
      headline: 'Exactly at the requirement.',
      second:
        'Any further fall takes equity below it. Interactive Brokers makes no call: it may then sell at once.',
    });
    expect(words({ marginLoan: '23400', positions: [long('22000', '0.25')], ruleSet }).headline).toBe(
      'The loan is larger than everything in the account: equity is −$1,400. $6,900 below the requirement.',
    );
    expect(words({ positions: [long('10000')], ruleSet }).headline).toBe(
      'No loan, no forced sale. No price and no higher requirement can cause one.',
    );
  });

  it('promises no margin call in any state', () => {
    const states = [
      words({ ...m1, ruleSet }),
      words({ ...m1, ruleSet }, [market('-0.34')]),
      words({ ...m1, ruleSet }, [market('-0.8')]),
      words({ ...m1, ruleSet }, [shift('0.5')]),
      words({ ...merrill, ruleSet }),
      words({ ...m1, cash: '20000', ruleSet }),
    ];
    expect(JSON.stringify(states)).not.toMatch(/margin call|a call/i);
  });
});

it('no sentence of an account without shorts has a word of them', () => {
  const states = [
    words(m1),
    words(m1, [market('-0.8')]),
    words(m1, [shift('-0.75')]),
    words({ marginLoan: '5' }),
  ];
  expect(JSON.stringify(states.map(({ short, headline, second }) => [short, headline, second]))).not.toMatch(
    /short|credit|beta|Reg T/i,
  );
});
