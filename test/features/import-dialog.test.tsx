// The import with the real store and the real readers: what is asked, what is refused, what closing loses, and the banner.
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ImportDialog } from '@/features/import/import-dialog';
import { IncompleteBanner } from '@/features/import/incomplete-banner';
import { changeRows } from '@/state/holding-edits';
import { closeImport, openImport, useImporting } from '@/state/importing';
import { openDocument } from '@/state/open-account';
import { commit, selectAccount, startDesk, undoStep, useDesk } from '@/state/store';
import { showDialogs } from '../support/dialogs';

beforeAll(showDialogs);

const account = () => selectAccount(useDesk.getState());
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const plain = () => (screen.getByRole('dialog').textContent ?? '').replaceAll('\u00A0', ' ');

async function read(text: string) {
  openImport({ kind: 'text', text });
  render(<ImportDialog />);
  await screen.findByRole('table', {}, { timeout: 10_000 });
}

beforeEach(() => {
  useDesk.setState(startDesk());
  closeImport();
});

describe('600 holdings', () => {
  it('Escape gives their opening up: the preview stays, nothing was opened, and they can be opened after all', async () => {
    const rows = Array.from({ length: 600 }, (_, row) => `S${row},10,200`);
    openImport({ kind: 'text', text: `Symbol,Quantity,Value\n${rows.join('\n')}\nCash,,-30000\n` });
    render(<ImportDialog />);
    // Asked for by its text: to look for roles among so many fields takes longer than all else here.
    await screen.findByText('Open 600 holdings', {}, { timeout: 10_000 });
    const before = useDesk.getState();
    fireEvent.click(screen.getByText('Open 600 holdings'));
    expect(screen.getByText('Opening 600 holdings…')).toBeInTheDocument();
    expect(screen.getByText('Cancel')).toHaveFocus();
    fireEvent.keyDown(screen.getByText('Cancel'), { key: 'Escape' });
    expect(screen.getByText('Open 600 holdings')).toHaveFocus();
    expect(useDesk.getState()).toBe(before);
    fireEvent.click(screen.getByText('Open 600 holdings'));
    await waitFor(() => expect(useImporting.getState().isOpen).toBe(false), { timeout: 20_000 });
    expect(account()).toMatchObject({ marginLoan: '30000' });
    expect(account().positions).toHaveLength(600);
  });

  it('where another account comes to be on show meanwhile, nothing is opened, which is said', async () => {
    const rows = Array.from({ length: 600 }, (_, row) => `S${row},10,200`);
    openImport({ kind: 'text', text: `Symbol,Quantity,Value\n${rows.join('\n')}\nCash,,-30000\n` });
    render(<ImportDialog />);
    await screen.findByText('Open 600 holdings', {}, { timeout: 10_000 });
    fireEvent.click(screen.getByText('Open 600 holdings'));
    await act(() => new Promise((later) => setTimeout(later)));
    const other = { ...account(), name: 'Another' };
    act(() => openDocument({ app: 'headroom', schemaVersion: 1, account: other, scenarios: [] }));
    expect(
      await screen.findByText(/^Nothing was opened: another account/, {}, { timeout: 20_000 }),
    ).toBeVisible();
    expect(screen.getByText('Open 600 holdings')).toHaveFocus();
    expect(account()).toBe(other);
  });
});

describe('the preview', () => {
  it('asks for loan and cash where the table has neither, and opens nothing before both are told', async () => {
    const user = userEvent.setup();
    await read('Symbol,Quantity,Value\nVTI,10,3000\n');
    expect(plain()).toContain('loan not told yet, equity not known yet');
    await user.click(button('Open 1 holding'));
    expect(screen.getAllByText('Type an amount; 0 where there is none.')).toHaveLength(2);
    expect(useImporting.getState().isOpen).toBe(true);
    await user.type(screen.getByLabelText('What do you owe the broker?'), '1,200');
    await user.type(screen.getByLabelText('How much cash is there?'), '0');
    // 3,000 − 1,200
    expect(plain()).toContain('loan $1,200.00, equity $1,800.00');
    await user.click(button('Open 1 holding'));
    expect(useImporting.getState().isOpen).toBe(false);
    expect(account()).toMatchObject({ marginLoan: '1200', cash: '0' });
    expect(account().positions).toEqual([
      { id: 'p1', symbol: 'VTI', side: 'long', shares: '10', price: '300' },
    ]);
  });

  it('a row that is not understood holds the last button until it is mended or left out', async () => {
    const user = userEvent.setup();
    await read('Symbol,Shares,Price\nVTI,1O,300\nKO,5,60\nCash,,-10\n');
    await user.click(button('Open 1 holding'));
    expect(plain()).toContain('1 row not understood: mend it, or leave it out');
    const shares = screen.getByLabelText('Shares of VTI');
    await user.clear(shares);
    await user.type(shares, '10{Enter}');
    // What stood in a row that could not be read is not trusted: its price is typed too.
    expect(plain()).toContain('type its price');
    await user.type(screen.getByLabelText('Price of VTI in dollars'), '300{Enter}');
    // 3,000 + 300 − 10
    expect(plain()).toContain('equity $3,290.00');
    await user.click(button('Open 2 holdings'));
    expect(account().positions).toHaveLength(2);
    expect(account().excluded).toBeUndefined();
  });

  it('a loan whose amount cannot be read asks for that, is owed once it is typed, and can be typed again', async () => {
    const user = userEvent.setup();
    await read('Symbol,Shares,Price,Value\nVTI,10,300,3000\nMargin loan,,,1Z00\nCash,,,0\n');
    expect(plain()).toContain('Not understood “1Z00”: type its amount, or leave it out');
    const amount = () => screen.getByLabelText('Value of Margin loan in dollars');
    await user.type(amount(), '1200{Enter}');
    expect(plain()).toContain('loan $1,200.00, equity $1,800.00');
    await user.clear(amount());
    await user.type(amount(), '1100{Enter}');
    expect(plain()).toContain('loan $1,100.00, equity $1,900.00');
    await user.click(button('Open 1 holding'));
    expect(account()).toMatchObject({ marginLoan: '1100', positions: [{ symbol: 'VTI' }] });
  });

  it('where only prices are taken over, each row says its old and its new price, and cash that it stays', async () => {
    const user = userEvent.setup();
    const row = { id: 'p1', side: 'long', symbol: 'VTI', maintenanceRate: null } as const;
    commit(changeRows([], [{ ...row, shares: '10', price: '300' }], '2026-11-01'));
    await read('Symbol,Quantity,Price\nVTI,12,310.5\nKO,5,60\nCash,,-900\n');
    await user.click(screen.getByRole('radio', { name: /^Only update prices/ }));
    expect(plain()).toContain('Price $310.50, was $300.00; shares stay 10, though the source has 12');
    expect(plain()).toContain('Not among your holdings: it is not added');
    expect(plain()).toContain('Not taken over: cash and loan stay as they are');
    // Nothing adds up here that a broker has a total of, and cash cannot be taken in.
    expect(screen.queryByRole('region', { name: 'Your broker’s total' })).toBeNull();
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    await user.click(button('Update 1 price'));
    expect(account().positions).toEqual([
      { id: 'p1', symbol: 'VTI', side: 'long', shares: '10', price: '310.5' },
    ]);
  });

  it('Escape loses nothing that was typed without a question', async () => {
    const user = userEvent.setup();
    await read('Symbol,Shares,Price\nKO,5,60\nCash,,-10\n');
    await user.click(screen.getByLabelText('Take in KO'));
    await user.keyboard('{Escape}');
    expect(button('Go on')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
    await user.keyboard('{Escape}');
    await user.click(button('Close it'));
    expect(useImporting.getState()).toMatchObject({ isOpen: false, source: null });
  });

  it('a long-only account is asked nothing of shorts', async () => {
    await read('Symbol,Shares,Price\nKO,5,60\nCash,,-10\n');
    expect(plain()).not.toMatch(/credit|short/i);
  });
});

describe('what cannot be read', () => {
  it('is refused with a reason, the text stays, and the account is as it was', async () => {
    const before = account();
    openImport({ kind: 'text', text: 'hello there\nnothing here' });
    render(<ImportDialog />);
    expect(await screen.findByText(/Your account is as it was/, {}, { timeout: 10_000 })).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('hello there\nnothing here');
    expect(account()).toBe(before);
  });
});

describe('the banner', () => {
  it('names what is in no figure, and a press removes one entry, which undo brings back', async () => {
    const rows = [
      { label: 'AAPL 12/18/2026 250 C', reason: 'option' },
      { label: 'Line 9', reason: 'not understood' },
    ];
    const start = startDesk();
    const own = { ...start.history.present, account: { ...account(), excluded: rows } };
    useDesk.setState(startDesk(own));
    render(<IncompleteBanner />);
    const banner = screen.getByRole('region', { name: 'Incomplete' });
    expect(banner).toHaveTextContent(
      '2 rows of your file are in no figure: AAPL 12/18/2026 250 C (option) and Line 9 (not understood).',
    );
    await userEvent.click(within(banner).getByRole('button', { name: /^Remove Line 9/, hidden: true }));
    expect(account().excluded).toEqual(rows.slice(0, 1));
    act(undoStep);
    expect(account().excluded).toEqual(rows);
  });
});
