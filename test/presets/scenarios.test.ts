// Ready-made what-ifs: what each does to an account, by a pencil, and what it asks for where something is missing.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import { readyMade } from '@/presets/scenarios';
import { selectViewBeside } from '@/state/figures';
import { readyFacts } from '@/state/ready-made';
import { documentOf } from '../support/document-of';

const account: AccountInput = documentOf({
  marginLoan: '20000',
  loanInterestRate: '0.072',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000', beta: '1.5' },
    {
      id: 'p2',
      symbol: 'NVDA',
      side: 'long',
      marketValue: '8000',
      maintenanceRate: '0.5',
      group: 'technology',
    },
    { id: 'p3', symbol: 'BND', side: 'long', marketValue: '8000', maintenanceRate: '0.3', group: 'Bonds' },
  ],
}).account;

function make(id: string, on: AccountInput = account, chosen = 'p1') {
  const facts = readyFacts(on, chosen);
  const ready = readyMade.find((each) => each.id === id);
  if (facts === null || ready === undefined) throw new Error('no such what-if');
  return ready.make(facts);
}

/** Equity and requirement in it. */
function figures(id: string, on: AccountInput = account, chosen = 'p1') {
  const made = make(id, on, chosen);
  if (!made.ok) throw new Error(made.lack);
  const view = selectViewBeside(on, made.changes);
  const after = view.ok ? view.scene.accountAt(view.move) : null;
  if (after === null) throw new Error('impossible');
  const { equity, requirement } = evaluateMargin(after);
  return [equity.toText(), requirement.toText()];
}

// Today: 40,000 held, equity 20,000, required 6,000 + 4,000 + 2,400 = 12,400.
describe('each by a pencil', () => {
  it.each([
    // The first holding moves by 1.5 times the market.
    ['breaker-1', ['16360', '11322']], // −2,520 −560 −560; 5,370 + 3,720 + 2,232
    ['breaker-3', ['9600', '9320']], // −7,200 −1,600 −1,600; 4,200 + 3,200 + 1,920
    ['rates-40', ['20000', '16800']], // 9,600 + 4,000, above 40 % already, + 3,200
    ['technology', ['14400', '10360']], // −2,400 −2,400 −800; 5,400 + 2,800 + 2,160
    ['one-in-full', ['20000', '30400']], // 24,000 + 4,000 + 2,400
    // 20,000 × 7.2 % × 365 ÷ 360 = 1,460.
    ['year-of-interest', ['18540', '12400']],
  ])('%s', (id, expected) => {
    expect(figures(id)).toEqual(expected);
  });

  it('19 October 1987: 282.70 to 224.84 is −20.47 %, −20.5 % on the page', () => {
    expect(((224.84 / 282.7 - 1) * 100).toFixed(1)).toBe('-20.5');
    expect(make('october-1987')).toEqual({ ok: true, changes: [{ type: 'moveMarket', ratio: '-0.205' }] });
  });
});

describe('what is missing is asked for', () => {
  it.each<[string, Partial<AccountInput>, string]>([
    ['breaker-2', { positions: [] }, 'holding'],
    [
      'rates-40',
      { positions: [{ id: 'p1', symbol: 'A', side: 'long', marketValue: '1', maintenanceRate: '0.4' }] },
      'lowerRate',
    ],
    ['technology', { positions: [{ id: 'p1', symbol: 'A', side: 'long', marketValue: '1' }] }, 'group'],
    ['year-of-interest', { marginLoan: '0' }, 'loan'],
  ])('%s', (id, other, lack) => {
    expect(make(id, { ...account, ...other })).toEqual({ ok: false, lack });
  });

  it('a holding that requires 100 % or more already is not lowered to 100 %', () => {
    const dear = (rate: string): AccountInput => ({
      ...account,
      positions: [{ id: 'p1', symbol: 'A', side: 'long', marketValue: '1000', maintenanceRate: rate }],
    });
    expect(make('one-in-full', dear('1.5'))).toEqual({ ok: false, lack: 'lowerThanFull' });
    expect(make('one-in-full', dear('1'))).toEqual({ ok: false, lack: 'lowerThanFull' });
    expect(figures('one-in-full', { ...dear('0.99'), marginLoan: '0' })).toEqual(['1000', '1000']);
  });

  it('a year of interest without what the loan costs', () => {
    const { loanInterestRate: _rate, ...without } = account;
    expect(make('year-of-interest', without)).toEqual({ ok: false, lack: 'rate' });
  });
});
