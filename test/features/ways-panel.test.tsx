// The ways out as they stand on the page: amounts from a pencil, and why a way does not do.
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import { WaysPanel } from '@/features/ways-out/ways-panel';
import { ruleSetInputs } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { setMarketMove, shownChanges } from '@/state/lever-edits';
import { commit, redoStep, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';

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

/** A name with either kind of space. */
const spaced = (name: string) => (found: string) => found.replaceAll('\u00A0', ' ') === name;

/** The cells of a way, without the words of what is left. */
function cells(way: RegExp): string[] {
  const row = screen.getByRole('row', { name: way });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => (cell.textContent ?? '').replaceAll('\u00A0', ' '));
}

const put = 'Put into the what-if';
const shown = () => selectDocument(useDesk.getState());
const changes = () => shownChanges(shown());

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
      `$560$0.00 above · the least fall is a new call${put}`,
      `$5,204$4,644.00 above · next call beyond −10.0 %${put}`,
    ]);
    // 560 ÷ 0.4 = 1,400 = 18.09 shares: 19, which are $1,470.60 and free 588.24. 5,204 ÷ (1 − 0.9 × 0.6) = 11,313.04: 147.
    const [enough, roomy] = cells(/^Sell ACME/);
    expect(enough).toContain('19 shares, $1,470.60981 left, $75,929.40$28.24 above');
    expect(roomy).toContain('147 shares, $11,377.80');
    // 560 ÷ 0.7 = 800; 5,204 ÷ (0.9 × 0.7) = 8,260.32.
    const moved = cells(/^Move in .* 30\s%/);
    expect(moved[0]).toContain('$800$0.00 above');
    expect(moved[1]).toContain('$8,260.32');
    expect(cells(/^Move in .* 100\s%/)[0]).toBe(
      'At 100 % they require as much as they are worth: $560 stays missing.',
    );
  });

  it('Escape leads back from a room that is typed to the one that nobody chose', async () => {
    show(account);
    await userEvent.type(screen.getByLabelText('Room for a further move of'), '0{Escape}');
    expect(useDesk.getState().plan.room).toBeNull();
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

it('room for a fall of 100 %: securities moved in would be worth nothing, only those at 100 % need all of it', async () => {
  show({ marginLoan: '5000', positions: [long('L', { marketValue: '20000', maintenanceRate: '0.3' })] });
  await userEvent.click(screen.getByRole('button', { name: 'How to have more room' }));
  const field = screen.getByLabelText('Room for a further move of');
  await userEvent.clear(field);
  await userEvent.type(field, '-100{Enter}');
  expect(cells(/^Move in .* 25\s%/)[0]).toBe('They are worth nothing after that fall.');
  expect(cells(/^Move in .* 100\s%/)[0]).toBe('At 100 % they require as much as they are worth.');
});

it('room for no move at all names no side', async () => {
  show({ marginLoan: '5000', positions: [long('L', { marketValue: '20000', maintenanceRate: '0.3' })] });
  await userEvent.click(screen.getByRole('button', { name: 'How to have more room' }));
  screen.getByRole('slider', { name: 'Room for a further move of the market' }).focus();
  await userEvent.keyboard('{End}');
  expect(screen.getByText(/^There is room for a move of 0\s%/)).toBeTruthy();
});

it('below zero no sale does, and says why', () => {
  // 10,000 against 11,400: equity −1,400.
  show({ marginLoan: '11400', positions: [long('X', { marketValue: '10000', maintenanceRate: '0.25' })] });
  expect(cells(/^Sell X/)[0]).toBe(
    'Equity is below zero, and no trade at the market’s price changes that. All of it sold leaves $1,400 missing.',
  );
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
  expect(cells(/^Sell S/)[0]).toBe('Too small. All of it sold leaves $350 missing.');
});

it('without a call it stays folded, and asks for nothing', async () => {
  show({ marginLoan: '5000', positions: [long('L', { marketValue: '20000', maintenanceRate: '0.3' })] });
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'How to have more room' }));
  // 64.2 % of room: one sentence instead of rows of nothing.
  expect(screen.getByText(/^There is room for a move of −10\s%: nothing more needs to be done/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
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
  expect(cells(/^Buy back A/)[0]).toBe('Too small. All of it bought back leaves $150 missing.');
  expect(screen.queryByRole('row', { name: /^Sell L9/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show 3 more holdings' }));
  expect(screen.getByRole('row', { name: /^Sell L9/ })).toBeTruthy();
});

describe('put into the what-if', () => {
  const account = {
    marginLoan: '47000',
    positions: [long('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
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
        long('S', { marketValue: '900', maintenanceRate: '1' }),
        long('L', { marketValue: '9100', maintenanceRate: '0.3' }),
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
    positions: [long('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
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

describe('where the next call is', () => {
  it('the least fall is a call only at $0 exactly; $4.20 above is a fall of its own', () => {
    // 78,000 − 47,014.2 = 30,985.8 against 31,200: −214.2. Cash ends it exactly; 7 shares free 218.4, which leaves 4.20.
    show({
      marginLoan: '47014.2',
      positions: [long('ACME', { shares: '1000', price: '78', maintenanceRate: '0.4' })],
    });
    expect(cells(/^Deposit cash/)[0]).toContain('$0.00 above · the least fall is a new call');
    // 4.2 ÷ (0.6 × 77,454) = 0.00904 %.
    expect(cells(/^Sell ACME/)[0]).toContain('$4.20 above · a fall of less than 0.01 % is a new call');
  });

  it('and with two decimals below 0.1 %; where the market is moved it is a further move', () => {
    show({
      marginLoan: '47000',
      positions: [long('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
    });
    // 28.24 ÷ (0.6 × 75,929.4) = 0.0619 %.
    expect(cells(/^Sell ACME/)[0]).toContain('$28.24 above · next call beyond −0.06 %');
    act(() => commit(setMarketMove('-0.1')));
    // −10 %: 69,660 × 0.6 = 41,796, 5,204 missing: 5,204 ÷ (0.4 × 69.66) = 186.8, so 187 leave 6.568 ÷ (0.6 × 56,633.58) = 0.019 %.
    expect(cells(/^Sell ACME/)[0]).toContain('$6.56 above · next call beyond a further −0.01 %');
    expect(cells(/^Deposit cash/)[0]).toContain('the least further fall is a new call');
  });
});

describe('repaying from cash', () => {
  it('is listed as what does not help, with both figures that stay', () => {
    // 8,000 + 1,000 − 7,500 = 1,500 against 2,000.
    show({
      cash: '1000',
      marginLoan: '7500',
      positions: [long('L', { marketValue: '8000', maintenanceRate: '0.25' })],
    });
    expect(cells(/^Repay the loan from cash/)[0]).toBe(
      'No way out: after $1,000 repaid, equity is still $1,500 and the requirement still $2,000, as what leaves the cash leaves the loan too.',
    );
  });

  it('helps where a broker asks less below a loan of $100,000: Firstrade, one stock', async () => {
    // One stock of 190,000 is 100 % of the account: at least 50 % from a loan of 100,000 on, else 25 %.
    // 190,000 + 5,000 − 102,000 = 93,000 against 95,000; with a loan of 99,999.99 against 47,500.
    show({
      ruleSet: 'firstrade',
      cash: '5000',
      marginLoan: '102000',
      positions: [long('ONE', { marketValue: '190000' })],
    });
    expect(cells(/^Repay the loan from cash/)[0]).toContain('Here it helps, as Firstrade asks less');
    expect(cells(/^Repay the loan from cash/)[0]).toContain('$2,000.01$45,500.00 above');
    await userEvent.click(screen.getByRole('button', { name: /^Put into the what-if: repay \$2,000\.01/ }));
    const view = selectView(shown());
    expect(view.ok && view.scene.at(view.move)?.excess.toText()).toBe('45500');
  });
});

it('with shorts that a rise hurts more, the room is for a rise', () => {
  // 1,400 of credit, 1,100 short at 30 %: 300 against 330; +10 % takes 110 and requires 33 more.
  show({ shortCredit: '1400', positions: [long('S', { side: 'short', marketValue: '1100' })] });
  expect(screen.getByRole('columnheader', { name: /^With room for \+10/ })).toBeTruthy();
  expect(cells(/^Deposit cash/)[1]).toContain('$173');
});

it('the slider of the room is worked out when it is let go', async () => {
  show({ marginLoan: '47000', positions: [long('ACME', { marketValue: '77400', maintenanceRate: '0.4' })] });
  const slider = screen.getByRole('slider', { name: 'Room for a further move of the market' });
  act(() => slider.focus());
  await userEvent.keyboard('{PageDown}{PageDown}');
  // As above: −20 % leaves 9,848 missing.
  expect(cells(/^Deposit cash/)[1]).toContain('$9,848');
});

it('with every tab open, a long-only account in a call reads no word of shorts', async () => {
  for (const { id } of ruleSetInputs) {
    show({
      ruleSet: id,
      marginLoan: '47000',
      positions: [long('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
    });
    for (const tab of screen.getAllByRole('tab')) {
      await userEvent.click(tab);
      expect(`${id} ${tab.textContent}: ${document.body.textContent}`).not.toMatch(
        /\bshort|\bbeta|Reg T|\bcredit/i,
      );
    }
    cleanup();
  }
});
