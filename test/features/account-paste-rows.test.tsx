// Rows of cells pasted from a sheet into a symbol: each a holding, in one step; what cannot be read is named.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { startDesk, undoStep, useDesk } from '@/state/store';
import { positions, press } from '../support/account-panel';

beforeEach(async () => {
  useDesk.setState(startDesk());
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

it('a row that cannot be read is named and the others go in; further columns are said', () => {
  paste('VTI\t24000\t25\tETF\nTSLA\tabc\nNVDA\t-5');
  expect(positions()).toMatchObject([{ symbol: 'VTI', marketValue: '24000' }]);
  expect(
    screen.getByText('1 holding added; not read: “TSLA abc”, “NVDA -5”; further columns not used.'),
  ).toBeVisible();
});

it('by shares: symbol, shares, price', async () => {
  await press('Shares × price');
  paste('VTI\t200\t245\nNVDA\t10\t180.5\t40');
  expect(positions()).toMatchObject([
    { symbol: 'VTI', shares: '200', price: '245' },
    { symbol: 'NVDA', shares: '10', price: '180.5', maintenanceRate: '0.4' },
  ]);
});
