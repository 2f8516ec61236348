// The explanation on paper: its sum comes out whatever is held, and what the page says stands on paper too.
import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { PrintedBeforeNow } from '@/features/explain/printed-before-now';
import { PrintedExplanation } from '@/features/explain/printed-explanation';
import { startDesk, tellStory, useDesk } from '@/state/store';
import type { Story } from '@/state/story';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

afterEach(() => act(() => useDesk.setState(startDesk(), true)));

/** The rows of the sum, each a name and its figures, as they are printed. */
function sumOf(account: Partial<AccountInput>, told: Partial<Story> = {}): readonly string[] {
  const document = documentOf({ ruleSet: 'merrill', ...account });
  act(() => useDesk.setState(startDesk(document), true));
  act(() => tellStory((story) => ({ ...story, ...told })));
  render(<PrintedExplanation />);
  const [, ...rows] = screen.getByRole('table', { name: 'Before and now on paper' }).querySelectorAll('tr');
  return rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' '));
}

/** Merrill's: 1,000 shares sold short, credit of 14,000. */
const sold = { id: 'p2', symbol: 'GME', side: 'short', shares: '1000', price: '11.5' } as const;

describe('what is held, less what is owed, is equity', () => {
  it('shorts only: 14,000 of credit less 11,500, before and now', () => {
    // 14,000 − 10,000 = 4,000, of which 3,000 are required by 30 %, but 5 a share, 5,000, by FINRA’s table.
    expect(sumOf({ shortCredit: '14000', positions: [sold] }, { holdings: { p2: { price: '10' } } })).toEqual(
      [
        '− Sold short $10,000.00 $11,500.00',
        '+ Cash and credit less loan $14,000.00 $14,000.00',
        '= Equity $4,000.00 $2,500.00',
        '− Required $5,000.00 $5,000.00',
        '= Above, or below (−) −$1,000.00 −$2,500.00',
      ],
    );
  });

  it('both sides while nothing is told of before: 20,000 less 11,500, and 14,000 less a loan of 7,000', () => {
    expect(
      sumOf({ shortCredit: '14000', marginLoan: '7000', positions: [long('20000'), sold] }).slice(0, 4),
    ).toEqual([
      'Held long $20,000.00',
      '− Sold short $11,500.00',
      '+ Cash and credit less loan $7,000.00',
      '= Equity $15,500.00',
    ]);
  });

  it('imported rows that no figure includes: each total is incomplete', () => {
    const excluded = [{ label: 'AAPL 250 C', reason: 'option' }];
    expect(sumOf({ marginLoan: '7000', positions: [long('20000')], excluded })).toEqual([
      'Holdings $20,000.00',
      '+ Cash less loan −$7,000.00',
      '= Equity, incomplete $13,000.00',
      '− Required, incomplete $6,000.00',
      '= Above, or below (−), incomplete $7,000.00',
    ]);
  });

  it('longs only: no word of the other side', () => {
    expect(sumOf({ marginLoan: '7000', positions: [long('20000')] }).slice(0, 3)).toEqual([
      'Holdings $20,000.00',
      '+ Cash less loan −$7,000.00',
      '= Equity $13,000.00',
    ]);
  });
});

it('every holding: a price of four decimals is exact, one of more is rounded, and a side that is not held has no total', () => {
  const document = documentOf({
    ruleSet: 'merrill',
    shortCredit: '14000',
    positions: [{ ...sold, price: '11.5025' }],
  });
  act(() => useDesk.setState(startDesk(document), true));
  act(() => tellStory((story) => ({ ...story, holdings: { p2: { fall: '-0.3' } } })));
  render(<PrintedBeforeNow />);
  // 11.5025 ÷ 1.3 = 8.84807…, and 1,000 of it 8,848.08.
  const [one, all] = [...screen.getByRole('table').querySelectorAll('tbody tr')].map(
    (row) => row.textContent,
  );
  expect(one).toContain('1,000 × ≈$8.8481$8,848.08');
  expect(one).toContain('1,000 × $11.5025$11,502.50');
  expect(all).toMatch(/^All\$8,848.08.*\$11,502.50/);
  expect(all).not.toContain('long');
});

// Fidelity: 50,000 of 110,000 is 45.5 %, 30 + 15; of 100,000 it is 50 %, no more than the bound, so 45 % still; 50,000 of
// 90,000 is 55.6 %, 30 + 20.
it('where a larger part of the account raised a requirement, paper says so as the page does', () => {
  const held = (id: string, marketValue: string) => ({ id, symbol: id, side: 'long', marketValue }) as const;
  sumOf(
    { ruleSet: 'fidelity', marginLoan: '50000', positions: [held('AAA', '50000'), held('BBB', '40000')] },
    { holdings: { BBB: { price: '60000' } } },
  );
  expect(
    screen.getByRole('region', { name: 'Why on paper' }).textContent?.replaceAll('\u00A0', ' '),
  ).toContain('AAA from 45 % to 50 %');
});
