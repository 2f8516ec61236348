// Ways out put into the what-if and taken out of it: one press is one entry, marked where the finger was.
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { selectView } from '@/state/figures';
import { commit, redoStep, undoStep } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { cells, changes, held, show, shown } from '../support/ways-panel';

/** A name with either kind of space. */
const spaced = (name: string) => (found: string) => found.replaceAll('\u00A0', ' ') === name;

describe('put into the what-if', () => {
  const account = {
    marginLoan: '47000',
    positions: [held('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
  };
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name: spaced(name) }));

  it('a sale ends the call, is marked where the finger was, undone and redone', async () => {
    show(account);
    await press('Put into the what-if: Sell ACME, 19 shares, $1,470.60, just enough');
    const sale = { type: 'trade', position: 'ACME', shares: '-19' };
    expect(changes()).toEqual([sale, { type: 'moveMarket', ratio: '0' }]);
    const row = screen.getByRole('row', { name: /^Sell ACME/ });
    expect(row.textContent).toContain('In the what-if: 19 shares');
    expect(document.activeElement).toBe(within(row).getByRole('button', { name: /^Take out/ }));
    // 30,400 − 0.4 × 75,929.40: nothing more is called for, and the panel stays.
    expect(screen.getByText(/nothing more is called for/)).toBeTruthy();
    act(() => undoStep());
    expect(changes()).toEqual([]);
    expect(screen.getByRole('columnheader', { name: 'Just enough' })).toBeTruthy();
    act(() => redoStep());
    await press('Take out of the what-if: Sell ACME');
    expect(changes()).toEqual([]);
    expect(document.activeElement?.closest('tr')?.textContent).toContain('Sell ACME');
  });

  it('cash goes to the lever of money, securities are a holding of their own', async () => {
    show(account);
    await press('Put into the what-if: Deposit cash, $560, just enough');
    expect(changes()[0]).toEqual({ type: 'deposit', amount: '560' });
    await press('Put into the what-if: Deposit cash, $4,644, with room for −10 %');
    expect(changes()[0]).toEqual({ type: 'deposit', amount: '5204' });
    expect(screen.getByRole('row', { name: /^Deposit cash/ }).textContent).toContain(
      'In the what-if: $5,204',
    );
    await press('Take out of the what-if: Deposit cash');
    await press('Put into the what-if: Move in securities owned outright, at 30 %, $800, just enough');
    expect(screen.getByRole('row', { name: /^Sell Securities moved in/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Move in .* 30\s%/ }).textContent).toContain(
      'In the what-if: $800',
    );
  });

  it('with the box the loan is repaid with what comes in, and what is above the requirement is the same', async () => {
    show(account);
    await userEvent.click(screen.getByRole('checkbox', { name: /^Also repay the loan/ }));
    await press('Put into the what-if: Sell ACME, 19 shares, $1,470.60, just enough');
    expect(changes().map(({ type }) => type)).toEqual(['trade', 'repay', 'moveMarket']);
    const view = selectView(shown());
    expect(view.ok && view.scene.at(view.move)?.excess.toText()).toBe('28.24');
    expect(view.ok && view.scene.accountAt(view.move)?.marginLoan.toText()).toBe('45529.4');
  });

  it('sold whole, the row stays to take it out again', async () => {
    show({
      marginLoan: '7185',
      positions: [
        held('S', { marketValue: '900', maintenanceRate: '1' }),
        held('L', { marketValue: '9100', maintenanceRate: '0.3' }),
      ],
    });
    // 2,815 − (900 + 2,730) = −815: of S, at 100 %, 815 are enough.
    await press('Put into the what-if: Sell S, $815, just enough');
    expect(screen.getByRole('row', { name: /^Sell S/ }).textContent).toContain('In the what-if: $815');
    act(() => undoStep());
    act(() => commit(takeActions([{ type: 'trade', position: 'S', amount: '-900' }])));
    expect(cells(/^Sell S/)[0]).toBe('Nothing of it is left.');
    await press('Take out of the what-if: Sell S');
    expect(changes()).toEqual([]);
  });
});

describe('one press, one entry', () => {
  // 30,400 − 30,960.
  const account = {
    marginLoan: '47000',
    positions: [held('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
  };
  const button = (name: string) => screen.getByRole('button', { name: spaced(name) });

  it('a double click puts a way in once, and takes it out once', async () => {
    show(account);
    await userEvent.dblClick(button('Put into the what-if: Deposit cash, $560, just enough'));
    expect(changes()).toEqual([
      { type: 'deposit', amount: '560' },
      { type: 'moveMarket', ratio: '0' },
    ]);
    act(() => undoStep());
    await userEvent.dblClick(button('Put into the what-if: Sell ACME, 19 shares, $1,470.60, just enough'));
    expect(changes().filter(({ type }) => type === 'trade')).toHaveLength(1);
    await userEvent.dblClick(button('Take out of the what-if: Sell ACME'));
    expect(changes()).toEqual([]);
  });

  it('two presses before the row has followed are one', () => {
    show(account);
    const put = button('Put into the what-if: Deposit cash, $560, just enough');
    act(() => {
      put.click();
      put.click();
    });
    expect(changes()[0]).toEqual({ type: 'deposit', amount: '560' });
  });
});
