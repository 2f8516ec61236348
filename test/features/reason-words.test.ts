// Why a call came, in words that leave the page: each figure by pencil.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { wordReasons } from '@/features/explain/reason-words';
import { explain } from '@/state/explained';
import { blankStory, type Story } from '@/state/story';
import { documentOf } from '../support/document-of';

const acme = {
  id: 'p1',
  symbol: 'ACME',
  side: 'long',
  shares: '800',
  price: '78',
  maintenanceRate: '0.4',
} as const;
const rest = {
  id: 'p2',
  symbol: 'REST',
  side: 'long',
  marketValue: '20000',
  maintenanceRate: '0.4',
} as const;

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
});
