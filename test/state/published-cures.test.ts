// The cures that brokers and textbooks print, as the page lists them: each put into the what-if ends its call, a cent or a
// share less does not, and those printed wrong do not either.
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import { bare } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { selectView } from '@/state/figures';
import { movingIn } from '@/state/moved-in';
import { takeActions } from '@/state/take-way';
import { listWays, type Way } from '@/state/ways';
import { documentOf } from '../support/document-of';

const held = (id: string, more: Partial<PositionInput>): PositionInput => ({
  id,
  symbol: id,
  side: 'long',
  ...more,
});

function accountOf(ruleSet: string, marginLoan: string, ...positions: PositionInput[]): SimulatorDocument {
  const account: Partial<AccountInput> = { ruleSet, marginLoan, positions };
  return documentOf(account);
}

function excess(document: SimulatorDocument, ...actions: ChangeInput[]): number {
  const view = selectView(takeActions(actions)(document));
  const found = view.ok ? view.scene.at(view.move)?.excess : undefined;
  if (found === undefined) throw new Error('impossible');
  return found.toNumber();
}

/** What is just enough of one way, in dollars and in whole shares. */
function enough(document: SimulatorDocument, isMeant: (way: Way) => boolean): readonly (string | null)[] {
  const view = selectView(document);
  const account = view.ok ? view.scene.accountAt(view.move) : null;
  const way = account === null ? undefined : listWays(account, bare('-0.1'), 8).ways.find(isMeant);
  const cure = way?.enough ?? null;
  return cure === null ? [] : [cure.amount.toText(), cure.shares?.toText() ?? null];
}

const saleOf = (id: string) => (way: Way) => way.kind === 'sell' && way.position?.id === id;
const moveInAt = (rate: string) => (way: Way) => way.kind === 'moveIn' && way.rate?.toText() === rate;
const sell = (position: string, amount: string): ChangeInput => ({
  type: 'trade',
  position,
  amount: `-${amount}`,
});

it('nfs-sell-to-meet-house-call: 35,750 at 30 % is a sale of 119,166.67; the printed 119,166 is 20 cents short', () => {
  // 500,000 − 385,750 = 114,250 against 150,000.
  const document = accountOf(
    'merrill',
    '385750',
    held('X', { marketValue: '500000', maintenanceRate: '0.3' }),
  );
  expect(enough(document, saleOf('X'))).toEqual(['119166.67', null]);
  expect(excess(document, sell('X', '119166.67'))).toBeGreaterThanOrEqual(0);
  expect(excess(document, sell('X', '119166.66'))).toBeLessThan(0);
  // 0.3 × 119,166 = 35,749.80.
  expect(excess(document, sell('X', '119166'))).toBeCloseTo(-0.2, 9);
});

it('firstrade-12000: 1,600 at 30 % is a sale of 5,333.34 up to the cent, or 2,285.72 moved in', () => {
  const document = accountOf(
    'firstrade',
    '10000',
    held('POS', { marketValue: '12000', maintenanceRate: '0.3' }),
  );
  expect(excess(document)).toBe(-1600);
  expect(enough(document, saleOf('POS'))).toEqual(['5333.34', null]);
  expect(excess(document, sell('POS', '5333.34'))).toBeGreaterThanOrEqual(0);
  expect(excess(document, sell('POS', '5333.33'))).toBeLessThan(0);
  expect(enough(document, moveInAt('0.3'))).toEqual(['2285.72', null]);
});

describe('investopedia-35: 200 shares at $35 on 5,000, a call of 100', () => {
  const document = accountOf('merrill', '5000', held('POS', { shares: '200', price: '35' }));

  it('9.52 shares, so 10 of $350; 9 do not', () => {
    expect(enough(document, saleOf('POS'))).toEqual(['350', '10']);
    // 0.3 × 350 − 100 and 0.3 × 315 − 100.
    expect(excess(document, { type: 'trade', position: 'POS', shares: '-10' })).toBe(5);
    expect(excess(document, { type: 'trade', position: 'POS', shares: '-9' })).toBe(-5.5);
  });

  it('142.86 in securities at 30 %, 100 in cash; a cent less of either does not', () => {
    expect(enough(document, moveInAt('0.3'))).toEqual(['142.86', null]);
    expect(excess(document, movingIn(document, '142.86', '0.3'))).toBeCloseTo(0.002, 9);
    expect(excess(document, movingIn(document, '142.85', '0.3'))).toBeCloseTo(-0.005, 9);
    expect(enough(document, ({ kind }) => kind === 'deposit')).toEqual(['100', null]);
    expect(excess(document, { type: 'deposit', amount: '99.99' })).toBeCloseTo(-0.01, 9);
  });
});

describe('FIDELITY-TIERS: longs of 41,000, 39,000 and 20,000 on 60,000, a call of 1,050', () => {
  const document = accountOf(
    'fidelity',
    '60000',
    ...['41000', '39000', '20000'].map((marketValue, index) => held(`p${index + 1}`, { marketValue })),
  );

  it.each([
    ['FIDELITY-TIERS-02', 'p2', '5125', '5124.99'],
    ['FIDELITY-TIERS-03', 'p1', '1666.67', '1666.66'],
  ])('%s: %s needs %s, not %s', (_, id, least, less) => {
    expect(enough(document, saleOf(id))).toEqual([least, null]);
    expect(excess(document, sell(id, least))).toBeGreaterThanOrEqual(0);
    expect(excess(document, sell(id, less))).toBeLessThan(0);
  });

  it('the quotient 1,050 ÷ 0.4 = 2,625 of the second is too little', () => {
    expect(excess(document, sell('p2', '2625'))).toBeLessThan(0);
  });
});

describe('printed wrong', () => {
  it('justaaa-sell-wrong: 846.15 adds the proceeds to equity; a call of 1,100 needs 3,666.67', () => {
    const document = accountOf(
      'merrill',
      '71100',
      held('POS', { marketValue: '100000', maintenanceRate: '0.3' }),
    );
    // 1,100 − 0.3 × 846.15.
    expect(excess(document, sell('POS', '846.15'))).toBeCloseTo(-846.155, 9);
    expect(enough(document, saleOf('POS'))).toEqual(['3666.67', null]);
  });

  it('schwab-handle-margin-calls: $200 is what securities at 28.57 % must add; in cash it is 142.86', () => {
    const rate = '0.285714285714285714285714285714';
    const document = accountOf(
      'merrill',
      '5000',
      held('POS', { marketValue: '6800', maintenanceRate: rate }),
    );
    expect(enough(document, ({ kind }) => kind === 'deposit')).toEqual(['142.86', null]);
    expect(excess(document, movingIn(document, '200', rate))).toBeGreaterThanOrEqual(0);
    expect(excess(document, movingIn(document, '199.99', rate))).toBeLessThan(0);
  });
});
