// Where a what-if becomes impossible as the market moves, nothing is told of it: dollars traded after the move may be more
// than is held by then. Figures from a pencil; the command line says the same.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { bare } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import { selectView } from '@/state/figures';
import { selectFrontier } from '@/state/frontier-on-show';
import { isStanding, selectVerdict } from '@/state/verdict';
import { findRefusal } from '@/state/what-if-notes';
import { documentOf } from '../support/document-of';

function documentAt(ratio: string, change: ChangeInput, more: Partial<AccountInput> = {}) {
  const account = {
    marginLoan: '5000',
    positions: [{ id: 'a', symbol: 'AAA', side: 'long', marketValue: '10000' }] as const,
    ...more,
  };
  const changes: ChangeInput[] = [{ type: 'moveMarket', ratio }, change];
  return { ...documentOf(account), scenarios: [{ id: 's', name: 'One', changes }], shownScenario: 's' };
}

function excessAt(ratio: string, change: ChangeInput, more: Partial<AccountInput> = {}) {
  const view = selectView(documentAt(ratio, change, more));
  return view.ok ? (view.scene.at(view.move)?.excess.toText() ?? null) : 'unread';
}

describe('$6,000 sold of $10,000 after the market’s move', () => {
  const sale: ChangeInput = { type: 'trade', position: 'a', amount: '-6000' };

  it('down to −40 % there are figures: 6,000 less the loan of 5,000 and nothing required', () => {
    // At −39 %: 6,100 − 5,000, less a quarter of the 100 that is left.
    expect(excessAt('-0.39', sale)).toBe('1075');
    expect(excessAt('-0.4', sale)).toBe('1000');
  });

  it('at −40.1 % there is less than that to sell: no figures, and the sale is what is refused', () => {
    expect(excessAt('-0.401', sale)).toBeNull();
    const document = documentAt('-0.5', sale);
    expect(selectVerdict(selectView(document)).kind).toBe('impossible');
    expect(findRefusal(document)).toMatchObject({ index: 1, issue: { code: 'trades-more-than-held' } });
  });

  it('on the map, too', () => {
    const frontier = selectFrontier(documentAt('-0.1', sale));
    expect(frontier?.atToday(bare('-0.4'))?.excess.toText()).toBe('1000');
    expect(frontier?.atToday(bare('-0.42'))).toBeNull();
    expect(frontier?.lineWithin(bare('-0.42'))).toBeNull();
  });
});

it('$9,000 of a short of $10,000 bought back after the move is more than there is below −10 %', () => {
  const short: Partial<AccountInput> = {
    marginLoan: '0',
    shortCredit: '20000',
    positions: [{ id: 'a', symbol: 'AAA', side: 'short', marketValue: '10000' }],
  };
  const cover: ChangeInput = { type: 'trade', position: 'a', amount: '9000' };
  // Last of it at −10 %: 20,000 − 9,000.
  expect(excessAt('-0.1', cover, short)).toBe('11000');
  expect(excessAt('-0.2', cover, short)).toBeNull();
  // At +20 %: 12,000 − 9,000 left, 20,000 − 12,000 of equity, less 30 % of 3,000.
  expect(excessAt('0.2', cover, short)).toBe('7100');
});

it('at a price of 0 no dollars are traded: −100 % has no figures, a hair above it has', () => {
  const priced: Partial<AccountInput> = {
    positions: [{ id: 'a', symbol: 'AAA', side: 'long', shares: '100', price: '100' }],
  };
  const purchase: ChangeInput = { type: 'trade', position: 'a', amount: '1000' };
  expect(excessAt('-1', purchase, priced)).toBeNull();
  // 100 + 1,000 held, a loan of 6,000, 275 required.
  expect(excessAt('-0.99', purchase, priced)).toBe('-5175');
});

describe('a what-if whose excess is no straight line of the market’s move: $20 of a short bought back after it', () => {
  const positions = [
    { id: 'a', symbol: 'AAA', side: 'long', marketValue: '30000', beta: '0' },
    { id: 'b', symbol: 'BBB', side: 'short', shares: '10', price: '20' },
  ] as const;
  const cover: ChangeInput = { type: 'trade', position: 'b', amount: '20' };
  const isNearWith = (marginLoan: string): boolean | null => {
    const verdict = selectVerdict(
      selectView(documentAt('0', cover, { marginLoan, shortCredit: '200', positions })),
    );
    return isStanding(verdict) ? verdict.isNear : null;
  };

  it('is close to a call where five points more of requirement make one, as every other', () => {
    // 9,000 of equity; 7,500 and 30 % of 180 are required: 1,446 above. At 30 % and 35 %: 9,000 and 63.
    expect(excessAt('0', cover, { marginLoan: '21000', shortCredit: '200', positions })).toBe('1446');
    expect(isNearWith('21000')).toBe(true);
  });

  it('is not where they leave exactly 0', () => {
    expect(isNearWith('20937')).toBe(false);
    expect(isNearWith('20937.01')).toBe(true);
  });
});
