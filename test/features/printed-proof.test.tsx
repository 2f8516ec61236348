// The holdings on paper: shares × price make the value, and the last column has the broker's own name for its line.
import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { PrintedMath } from '@/features/proof/printed-proof';
import { setMarketMove } from '@/state/lever-edits';
import { commit, startDesk, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

afterEach(() => act(() => useDesk.setState(startDesk(), true)));

/** 3 of ODD at $33.33 and 700 at $1.0045. */
const positions: AccountInput['positions'] = [
  { id: 'p1', symbol: 'ODD', side: 'long', shares: '3', price: '33.33' },
  { id: 'p2', symbol: 'FUND', side: 'long', shares: '700', price: '1.0045' },
];

function print(account: Partial<AccountInput>, move?: string) {
  act(() => useDesk.setState(startDesk(documentOf(account)), true));
  if (move !== undefined) act(() => commit(setMarketMove(move)));
  render(<PrintedMath />);
}

const cells = (name: RegExp) =>
  [...screen.getByRole('row', { name }).children].map(({ textContent }) => textContent).slice(0, 3);

describe('shares × price on paper', () => {
  it('has the decimals of a price: 700 × 1.0045 = 703.15', () => {
    print({ positions });
    expect(cells(/^FUND/)).toEqual(['FUND', '700 × $1.0045', '$703.15']);
  });

  it('after −13.5 %: 33.33 × 0.865 = 28.83045, and three of it 86.49', () => {
    print({ positions }, '-0.135');
    expect(cells(/^ODD/)).toEqual(['ODD', '3 × ≈$28.8304', '$86.49']);
  });
});

describe('the price at which a holding alone reaches the line', () => {
  const title = () => screen.getAllByRole('columnheader').at(-1)?.textContent;

  it('makes or ends a call, but at Interactive Brokers, which makes none', () => {
    const [free, called] = [
      { marginLoan: '1000', positions: [long('49000')] },
      { marginLoan: '48000', positions: [long('49000')] },
    ];
    for (const [ruleSet, account, name] of [
      ['merrill', free, 'Its own margin-call price'],
      ['merrill', called, 'Its price that ends the call'],
      ['interactive-brokers', free, 'Its price at the requirement'],
      ['interactive-brokers', called, 'Its price back to the requirement'],
    ] as const) {
      print({ ...account, ruleSet });
      expect(title()).toBe(name);
      document.body.replaceChildren();
    }
  });
});
