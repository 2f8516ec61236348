// Rows of cells pasted from a sheet into a symbol: each a holding, in one step; what cannot be read is named.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { closeImport, useImporting } from '@/state/importing';
import { startDesk, undoStep, useDesk } from '@/state/store';
import { field, positions, press } from '../support/account-panel';

beforeEach(async () => {
  useDesk.setState(startDesk());
  closeImport();
  render(<AccountPanel />);
  await press('Type holdings one by one');
});

function paste(text: string) {
  fireEvent.paste(screen.getByLabelText('Symbol, row 1'), { clipboardData: { getData: () => text } });
}

it('symbol, value and rate; one step to undo', () => {
  paste('VTI\t24,000\t25 %\r\nNVDA\t$8,000\t40\r\nBND\t7000\n');
  expect(positions()).toMatchObject([
    { symbol: 'VTI', marketValue: '24000', maintenanceRate: '0.25' },
    { symbol: 'NVDA', marketValue: '8000', maintenanceRate: '0.4' },
    { symbol: 'BND', marketValue: '7000' },
  ]);
  expect(new Set(positions().map(({ id }) => id)).size).toBe(3);
  expect(screen.getByText('3 holdings added.')).toBeVisible();
  act(undoStep);
  expect(positions().map(({ symbol }) => symbol)).not.toContain('NVDA');
});

it('what cannot be read stands in its field with the reason; further columns are said', async () => {
  paste('VTI\t24000\t25\tETF\nTSLA\tabc\nNVDA\t8000\t0.4');
  expect(positions().map(({ symbol, marketValue }) => [symbol, marketValue])).toEqual([
    ['VTI', '24000'],
    ['TSLA', '0'],
    ['NVDA', '8000'],
  ]);
  expect(field('Value of TSLA in dollars')).toHaveValue('abc');
  expect(await screen.findByText(/^Not a number\..* The figures still use \$0\.$/)).toBeVisible();
  expect(field('Requirement of NVDA in percent')).toHaveValue('0.4');
  expect(await screen.findByText(/^Did you mean 40 %\?/)).toBeVisible();
  expect(
    screen.getByText(/^3 holdings added; 2 not read in full: .*; further columns not used\.$/),
  ).toBeVisible();
});

it('headings are no holding; a symbol without figures waits for them', async () => {
  paste('Symbol\tValue\nVTI\t24000\nTSLA');
  expect(positions().map(({ symbol }) => symbol)).toEqual(['VTI', 'TSLA']);
  expect(screen.getByText(/; “Symbol Value” read as headings\.$/)).toBeVisible();
  expect(await screen.findByText('Type a number. The figures still use $0.')).toBeVisible();
  await press('Shares × price');
  paste('NVDA');
  expect(positions()).toHaveLength(2);
  paste('NVDA\t10\tabc\nBND');
  expect(positions()[2]).toMatchObject({ symbol: 'NVDA', marketValue: '0' });
  expect(field('Shares of NVDA')).toHaveValue('10');
  expect(field('Price of NVDA in dollars')).toHaveValue('abc');
  expect(await screen.findByText('Type a number of shares. The figures still use $0.')).toBeVisible();
});

it('by shares: symbol, shares, price', async () => {
  await press('Shares × price');
  paste('VTI\t200\t245\nNVDA\t10\t180.5\t40');
  expect(positions()).toMatchObject([
    { symbol: 'VTI', shares: '200', price: '245' },
    { symbol: 'NVDA', shares: '10', price: '180.5', maintenanceRate: '0.4' },
  ]);
});

it('what is owed, cash and totals are no holdings: 24,000 and 8,000 are 32,000, not 87,900', () => {
  paste('VTI\t24000\nNVDA\t8000\nMargin loan\t23400\nCash\t500\nTotal\t32000');
  expect(positions().map(({ symbol, marketValue }) => [symbol, marketValue])).toEqual([
    ['VTI', '24000'],
    ['NVDA', '8000'],
  ]);
  expect(
    screen.getByText(
      '2 holdings added; left out, as no holding: “Margin loan 23400”, “Cash 500”, “Total 32000”.',
    ),
  ).toBeVisible();
});

it('at a price CASH is a share', async () => {
  await press('Shares × price');
  paste('CASH\t100\t70\nCash\t500');
  expect(positions()).toMatchObject([{ symbol: 'CASH', shares: '100', price: '70' }]);
});

it.each([
  ['headings of other columns', 'Symbol\tShares\tPrice\nAAPL\t300\t228.40'],
  // 228.40 is a price: no broker asks 228 % of $300.
  ['shares and a price', 'AAPL\t300\t228.40\nF\t100\t12.50'],
])('a table of %s is read by the import, and nothing is added meanwhile', (_what, text) => {
  paste(text);
  expect(positions().filter(({ symbol }) => symbol === 'AAPL')).toEqual([]);
  expect(useImporting.getState()).toMatchObject({ isOpen: true, source: { kind: 'text', text } });
});
