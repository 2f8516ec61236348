// A thousand holdings go by pages of fifty, are found by their symbol, and end with the blank row.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { RowPages } from '@/features/account/row-pages';
import { blankRow } from '@/state/aside';
import { changeRows } from '@/state/holding-edits';
import { bringBack } from '@/state/open-account';
import { commit, goToField, selectDocument, startDesk, useDesk } from '@/state/store';
import { positions, steps } from '../support/account-panel';

const rows = Array.from({ length: 1000 }, (_, index) => ({
  id: `p${index + 1}`,
  symbol: `S${index + 1}`,
  side: 'long' as const,
  marketValue: '1000',
  maintenanceRate: null,
}));
const shown = () => document.querySelectorAll('tr[data-row]').length;

const search = () => document.querySelector('input[type="search"]') as HTMLInputElement;

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

  it('are all printed, with their total, and the fields are there again afterwards', () => {
    const typed = document.getElementById('value-p1');
    fireEvent(window, new Event('beforeprint'));
    const paper = screen.getByRole<HTMLTableElement>('table', { name: 'All 1,000 holdings' });
    // 1,000 rows, the headings and the total; 25 % of 1,000 × 1,000.
    expect(paper.rows).toHaveLength(1002);
    expect(paper.rows[1000]?.cells[0]?.textContent).toBe('S1000');
    expect(paper.rows[1001]?.textContent).toBe('Total$1,000,000.00$250,000.00');
    expect(document.getElementById('value-p1')).toBe(typed);
    fireEvent(window, new Event('afterprint'));
    expect(screen.queryByRole('table', { name: 'All 1,000 holdings' })).toBeNull();
  });

  it('are found by their symbol', () => {
    fireEvent.change(search(), { target: { value: 's99' } });
    // S99 and S990 to S999.
    expect(shown()).toBe(11);
    fireEvent.change(search(), { target: { value: 'none' } });
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

  it('a column pasted into rows found by their symbol fills those, and no row that is not seen', () => {
    fireEvent.change(search(), { target: { value: 's99' } });
    const value = document.getElementById('value-p998') as HTMLInputElement;
    fireEvent.paste(value, { clipboardData: { getData: () => '1\n2\n3\n4' } });
    const values = positions().map(({ marketValue }) => marketValue);
    // S998, S999 and, found as well but above them, S99: the third and fourth line have no row.
    expect(values.slice(997)).toEqual(['1', '2', '1000']);
    expect(values.slice(0, 997).every((each) => each === '1000')).toBe(true);
    expect(screen.getByText('4 lines pasted; 2 beyond the last row, not used.')).toBeInTheDocument();
    const first = document.getElementById('value-p99') as HTMLInputElement;
    fireEvent.paste(first, { clipboardData: { getData: () => '5\n6' } });
    // Below S99 stands S990.
    const after = positions().map(({ marketValue }) => marketValue);
    expect([after[98], after[99], after[989]]).toEqual(['5', '1000', '6']);
  });

  it('a row found moves past the next one found', () => {
    fireEvent.change(search(), { target: { value: 's99' } });
    fireEvent.click(screen.getByLabelText('More of S99'));
    expect(screen.getByText('Up')).toBeDisabled();
    fireEvent.click(screen.getByText('Down'));
    expect(
      positions()
        .map(({ id }) => id)
        .slice(987, 991),
    ).toEqual(['p989', 'p990', 'p99', 'p991']);
    fireEvent.click(screen.getByText('Up'));
    expect(
      positions()
        .map(({ id }) => id)
        .slice(987, 991),
    ).toEqual(['p989', 'p99', 'p990', 'p991']);
  });

  it('what was looked for and pasted in one account is not there in another', () => {
    fireEvent.change(search(), { target: { value: 's99' } });
    const value = document.getElementById('value-p99') as HTMLInputElement;
    fireEvent.paste(value, { clipboardData: { getData: () => '5\n6' } });
    const document_ = selectDocument(useDesk.getState());
    const more = { ...document_, account: { ...document_.account, name: 'Another' } };
    act(() => bringBack({ document: more, texts: {}, newRow: blankRow, calledOn: null }));
    expect(search()).toHaveValue('');
    expect(screen.queryByText(/lines pasted/)).toBeNull();
    expect(shown()).toBe(50);
  });

  it('a link to a rate on another page opens that page', () => {
    act(() => goToField('rate-p500'));
    expect(document.getElementById('rate-p500')).toHaveFocus();
  });
});

describe('fewer rows than were paged through', () => {
  it('of 120 and the blank one, asked for the twentieth page: the third, and “Previous” is the second', () => {
    cleanup();
    const turned: number[] = [];
    const none = () => {};
    const onPage = (page: number) => turned.push(page);
    render(
      <RowPages count={120} page={19} search="" found={121} onPage={onPage} onSearch={none} onAdd={none} />,
    );
    expect(screen.getByText('Rows 101–120 of 120')).toBeInTheDocument();
    fireEvent.click(screen.getByText('Previous'));
    expect(turned).toEqual([1]);
  });
});
