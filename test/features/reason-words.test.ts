// Why a call came, in words that leave the page: each figure by pencil.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { wordReasons } from '@/features/explain/reason-words';
import { explain } from '@/state/explained';
import { blankStory, type Story } from '@/state/story';
import { acme, rest as atThirty } from '../support/agents-case';
import { documentOf } from '../support/document-of';

const rest = { ...atThirty, maintenanceRate: '0.4' };

function reasons(account: Partial<AccountInput>, told: Partial<Story>): readonly string[] {
  const input = documentOf({ ruleSet: 'merrill', marginLoan: '52000', ...account }).account;
  const past = explain(input, { ...blankStory, ...told })?.past ?? null;
  if (past === null) throw new Error('Nothing is told.');
  return wordReasons(past).map((each) => each.replaceAll('\u00A0', ' ').replaceAll('**', ''));
}

describe('what happened comes first', () => {
  // 78 is 22 % below 100.
  it('one holding by its name and prices, money by its amount', () => {
    const [moved, taken] = reasons(
      { positions: [acme] },
      { holdings: { p1: { price: '100' } }, moneyIn: '-2000' },
    );
    expect(moved).toBe('ACME fell from $100 to $78 (−22.0 %).');
    expect(taken).toBe('$2,000 was taken out.');
  });

  it('a price below a dollar keeps the decimals that tell it from the one before', () => {
    const penny = (price: string) => ({ ...acme, price, maintenanceRate: '1' });
    const moved = (now: string, before: string) =>
      reasons({ positions: [penny(now)] }, { holdings: { p1: { price: before } } })[0];
    expect(moved('0.003', '0.004')).toBe('ACME fell from $0.004 to $0.003 (−25.0 %).');
    expect(moved('0.4512', '0.5')).toBe('ACME fell from $0.50 to $0.4512 (−9.7 %).');
  });

  it('several that moved alike together, and so their requirements', () => {
    const [moved, rated] = reasons({ positions: [acme, rest] }, { fall: '0.2', rate: '0.3' });
    expect(moved).toBe('The holdings fell by 20.0 %.');
    expect(rated).toBe('The requirement of all holdings rose from 30 % to 40 %.');
  });

  it('each by itself where they differ, trades by their shares', () => {
    // 78 is 22 % below 100, 20,000 a quarter above 16,000.
    const said = reasons(
      { positions: [acme, rest] },
      { holdings: { p1: { price: '100', shares: '900' }, p2: { price: '16000' } } },
    );
    expect(said).toContain(
      'Prices: ACME from $100 to $78 (−22.0 %); REST from $16,000 to $20,000 (+25.0 %).',
    );
    expect(said).toContain('Trades: ACME from 900 to 800 shares.');
  });

  // Fidelity. Before: 45 of 114 is 39.5 % (40 % required), both others 28.1 % (40 %). Now: 45 of 100 is above 40 % (45 %),
  // both others at 25 % still need 40 %; 5,000 needs 30 %: 20,250 + 20,000 + 1,500 = 41,750; equity 100,000 − 59,500.
  it('a requirement that rose by a holding’s part of the account is named, though nobody touched it', () => {
    const held = (id: string, marketValue: string) =>
      ({ id, symbol: id, side: 'long', marketValue }) as const;
    const said = reasons(
      {
        ruleSet: 'fidelity',
        marginLoan: '59500',
        positions: [held('AAA', '45000'), held('BBB', '25000'), held('CCC', '25000'), held('DDD', '5000')],
      },
      { holdings: { BBB: { price: '32000' }, CCC: { price: '32000' } } },
    );
    expect(said).toEqual([
      '2 holdings fell by 21.8 %.',
      'By the broker’s rules the requirement depends on a holding’s part of the account, too: AAA from 40 % to 45 %.',
      'Without the fall: $9,400 above what is required, as before.',
    ]);
  });
});

describe('a holding known by its value in one account and by its price in the other', () => {
  const valued = (marketValue: string) => ({ ...rest, symbol: 'ACME', marketValue });
  const compare = (before: AccountInput['positions'][number], now: AccountInput['positions'][number]) =>
    reasons(
      { positions: [now] },
      {
        compared: {
          name: 'Last week',
          account: documentOf({ ruleSet: 'merrill', marginLoan: '52000', positions: [before] }).account,
        },
      },
    );

  // 800 at $78 are 62,400: 22 % below 80,000.
  it('is told by its value in both', () => {
    expect(compare(valued('80000'), acme)[0]).toBe('ACME fell from $80,000 to $62,400 (−22.0 %).');
    expect(compare(acme, valued('49920'))[0]).toBe('ACME fell from $62,400 to $49,920 (−20.0 %).');
  });

  it('did not move where that is the same', () => {
    expect(compare(valued('62400'), acme)).toEqual([]);
  });
});

describe('between two accounts', () => {
  const owing = (ruleSet: string, cash: string, marginLoan: string, price: string) =>
    documentOf({ ruleSet, cash, marginLoan, positions: [{ ...acme, price }] }).account;

  // 80,000 − 50,000 less 40 % is 2,000 below; 62,400 − 52,000 less 24,960 is 14,560 below, 12,560 with a loan of 50,000.
  it('what nothing explains is said before it is counted', () => {
    const before = owing('merrill', '0', '50000', '100');
    expect(
      reasons(owing('merrill', '0', '52000', '78'), { compared: { name: '', account: before } }),
    ).toEqual([
      'ACME fell from $100 to $78 (−22.0 %).',
      '$2,000 more went out than is explained here.',
      'Without what is not explained: $12,560 below what is required.',
      'Without the fall: $4,000 below what is required.',
      'The account was below the requirement before, too.',
    ]);
  });

  // Firstrade asks 50 % of so large a holding from a loan of 100,000 on, else 25 %. Before 28,000 less 40,000; now 10,400 less
  // 15,600. Not repaid: 10,400 less 31,200; not fallen: 28,000 less 20,000.
  it('a rate that goes by the loan says so, and the repayment is told', () => {
    const by = ({ positions, ...account }: AccountInput): AccountInput => ({
      ...account,
      positions: positions.map(({ maintenanceRate: _own, ...each }) => each),
    });
    const before = by(owing('firstrade', '60000', '112000', '100'));
    expect(
      reasons(by(owing('firstrade', '0', '52000', '78')), { compared: { name: '', account: before } }),
    ).toEqual([
      'ACME fell from $100 to $78 (−22.0 %).',
      'Cash went to repay the loan.',
      'By the broker’s rules the requirement depends on the loan and on a holding’s part of the account, too: ACME from 50 % to 25 %.',
      'Without the repayment: $20,800 below what is required.',
      'Without the fall: $8,000 above what is required.',
      'The account was below the requirement before, too.',
    ]);
  });
});

describe('what it takes', () => {
  const said = (told: Partial<Story>) => reasons({ positions: [acme, rest] }, told).at(-1);

  // 82,400 − 49,600 less 40 % of 82,400 is 160 below; 60 without the interest of 100, 100 without the 60 taken out.
  it('exactly at the requirement before, and below it with either of two causes', () => {
    const account = { positions: [acme, rest], marginLoan: '49600' };
    expect(reasons(account, { interest: '100', moneyIn: '-60' }).at(-1)).toBe(
      'Leave out any one of them alone, and the account is still below the requirement.',
    );
  });

  // 82,400 − 52,000 less 32,960 is 2,560 below, and 2,460 before 100 of interest.
  it('what was below before is said to have been', () => {
    expect(said({ interest: '100' })).toBe('The account was below the requirement before, too.');
  });
});
