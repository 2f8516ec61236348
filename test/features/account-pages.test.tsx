// A thousand holdings go by pages of fifty, are found by their symbol, and end with the blank row.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { changeRows } from '@/state/holding-edits';
import { commit, goToField, startDesk, useDesk } from '@/state/store';
import { positions, steps } from '../support/account-panel';

const rows = Array.from({ length: 1000 }, (_, index) => ({
  id: `p${index + 1}`,
  symbol: `S${index + 1}`,
  side: 'long' as const,
  marketValue: '1000',
  maintenanceRate: null,
}));
const shown = () => document.querySelectorAll('tr[data-row]').length;

beforeEach(() => {
  useDesk.setState(startDesk());
  commit(changeRows([], rows, '2026-11-20'));
  render(<AccountPanel />);
});

describe('1,000 holdings', () => {
  it('are shown fifty at a time', () => {
    expect(shown()).toBe(50);
    expect(screen.getByText('Rows 1–50 of 1,000')).toBeInTheDocument();
    expect(screen.getByText('Previous')).toBeDisabled();
    fireEvent.click(screen.getByText('Next'));
    expect(screen.getByText('Rows 51–100 of 1,000')).toBeInTheDocument();
    expect(document.getElementById('symbol-p51')).toHaveValue('S51');
  });

  it('are found by their symbol', () => {
    const search = document.querySelector('input[type="search"]') as HTMLInputElement;
    fireEvent.change(search, { target: { value: 's99' } });
    // S99 and S990 to S999.
    expect(shown()).toBe(11);
    fireEvent.change(search, { target: { value: 'none' } });
    expect(screen.getByText('No such symbol')).toBeInTheDocument();
  });

  it('a column pasted over the end of a page fills the next one in the same step', () => {
    const before = steps();
    const value = document.getElementById('value-p50') as HTMLInputElement;
    fireEvent.paste(value, { clipboardData: { getData: () => '1\n2\n3' } });
    const values = positions().slice(49, 52);
    expect(values.map(({ marketValue }) => marketValue)).toEqual(['1', '2', '3']);
    expect(steps()).toBe(before + 1);
  });

  it('a link to a rate on another page opens that page', () => {
    act(() => goToField('rate-p500'));
    expect(document.getElementById('rate-p500')).toHaveFocus();
  });
});
