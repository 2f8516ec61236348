// The ways out as they stand on the page: amounts from a pencil, and why a way does not do.
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { startDesk, useDesk } from '@/state/store';

const long = (id: string, more: Partial<PositionInput>): PositionInput => ({
  id,
  symbol: id,
  side: 'long',
  ...more,
});

function show(account: Partial<AccountInput>) {
  const document = {
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'Mine',
      ruleSet: 'm1',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      positions: [],
      ...account,
    },
    scenarios: [],
  } as const;
  act(() => useDesk.setState(startDesk(document), true));
  render(<WaysPanel />);
}

/** The cells of a way, without the words of what is left. */
function cells(way: RegExp): string[] {
  const row = screen.getByRole('row', { name: way });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => (cell.textContent ?? '').replaceAll('\u00A0', ' '));
}

beforeEach(() => act(() => useDesk.setState(startDesk(), true)));

describe('in a call of $560: 1,000 ACME at $77.40, 40 %, against 47,000', () => {
  const account = {
    marginLoan: '47000',
    positions: [long('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
  };

  it('opens by itself: just enough, and with room for −10 %', () => {
    show(account);
    // 30,400 − 30,960. After −10 %: 69,660 − 47,000 = 22,660 against 27,864, so 5,204 are missing.
    expect(cells(/^Deposit cash/)).toEqual([
      '$560$0.00 above · the least fall is a new call',
      '$5,204$4,644.00 above · next call beyond −10.0 %',
    ]);
    // 560 ÷ 0.4 = 1,400 = 18.09 shares: 19, which are $1,470.60 and free 588.24. 5,204 ÷ (1 − 0.9 × 0.6) = 11,313.04: 147.
    const [enough, roomy] = cells(/^Sell ACME/);
    expect(enough).toContain('19 shares, $1,470.60$28.24 above');
    expect(roomy).toContain('147 shares, $11,377.80');
    // 560 ÷ 0.7 = 800; 5,204 ÷ (0.9 × 0.7) = 8,260.32.
    const moved = cells(/^Move in .* 30\s%/);
    expect(moved[0]).toContain('$800$0.00 above');
    expect(moved[1]).toContain('$8,260.32');
    expect(cells(/^Move in .* 100\s%/)[0]).toBe('At 100 % they require as much as they are worth.');
  });

  it('another room is typed', async () => {
    show(account);
    const field = screen.getByLabelText('Room for a further move of');
    await userEvent.clear(field);
    await userEvent.type(field, '-20{Enter}');
    // 61,920 − 47,000 = 14,920 against 24,768: 9,848.
    expect(cells(/^Deposit cash/)[1]).toContain('$9,848');
  });
});

it('below zero no sale does, and says why', () => {
  // 10,000 against 11,400: equity −1,400.
  show({ marginLoan: '11400', positions: [long('X', { marketValue: '10000', maintenanceRate: '0.25' })] });
  expect(cells(/^Sell X/)[0]).toBe('Equity is below zero, and no trade at the market’s price changes that.');
  // 2,500 + 1,400.
  expect(cells(/^Deposit cash/)[0]).toContain('$3,900');
});

it('too small a holding says how much is left missing', () => {
  // 1,000 at 50 % and 9,000 at 30 % against 7,000: equity 3,000, required 3,200; all of S frees 500, half of it 200 ÷ 0.5.
  show({
    marginLoan: '7500',
    positions: [
      long('S', { marketValue: '500', maintenanceRate: '0.5' }),
      long('L', { marketValue: '9500', maintenanceRate: '0.3' }),
    ],
  });
  // 2,500 − 250 − 2,850 = −600; without S 2,500 − 2,850 = −350.
  expect(cells(/^Sell S/)[0]).toBe('Even all of it sold leaves $350 missing.');
});

it('without a call it stays folded, and asks for nothing', async () => {
  show({ marginLoan: '5000', positions: [long('L', { marketValue: '20000', maintenanceRate: '0.3' })] });
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'How to have more room' }));
  expect(screen.getByText(/^Nothing is called for/)).toBeTruthy();
  expect(cells(/^Deposit cash/)).toEqual(['nothing$9,000.00 above · next call beyond −64.2 %']);
});

it('a covered short, and many holdings a few at a time', async () => {
  show({
    shortCredit: '1000',
    marginLoan: '900',
    positions: [
      long('A', { side: 'short', shares: '10', price: '100' }),
      ...Array.from({ length: 10 }, (_, n) => long(`L${n}`, { marketValue: '100', maintenanceRate: '0.25' })),
    ],
  });
  // Equity 1,000 + 1,000 − 1,000 − 900 = 100; required 300 + 250: a call of 450, more than the short's 300.
  expect(cells(/^Buy back A/)[0]).toBe('Even all of it bought back leaves $150 missing.');
  expect(screen.queryByRole('row', { name: /^Sell L9/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show 3 more holdings' }));
  expect(screen.getByRole('row', { name: /^Sell L9/ })).toBeTruthy();
});
