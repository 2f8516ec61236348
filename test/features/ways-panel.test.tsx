// The ways out as they stand on the page: amounts from a pencil, and why a way does not do.
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ruleSetInputs } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { setMarketMove } from '@/state/lever-edits';
import { commit, startDesk, useDesk } from '@/state/store';
import { cells, held, show, shown } from '../support/ways-panel';

const put = 'Put into the what-if';

beforeEach(() => act(() => useDesk.setState(startDesk(), true)));

describe('in a call of $560: 1,000 ACME at $77.40, 40 %, against 47,000', () => {
  const account = {
    marginLoan: '47000',
    positions: [held('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
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
  show({ marginLoan: '5000', positions: [held('L', { marketValue: '20000', maintenanceRate: '0.3' })] });
  await userEvent.click(screen.getByRole('button', { name: 'How to have more room' }));
  const field = screen.getByLabelText('Room for a further move of');
  await userEvent.clear(field);
  await userEvent.type(field, '-100{Enter}');
  expect(cells(/^Move in .* 25\s%/)[0]).toBe('They are worth nothing after that fall.');
  expect(cells(/^Move in .* 100\s%/)[0]).toBe('At 100 % they require as much as they are worth.');
});

it('room for no move at all names no side', async () => {
  show({ marginLoan: '5000', positions: [held('L', { marketValue: '20000', maintenanceRate: '0.3' })] });
  await userEvent.click(screen.getByRole('button', { name: 'How to have more room' }));
  screen.getByRole('slider', { name: 'Room for a further move of the market' }).focus();
  await userEvent.keyboard('{End}');
  expect(screen.getByText(/^There is room for a move of 0\s%/)).toBeTruthy();
});

it('below zero no sale does, and says why', () => {
  // 10,000 against 11,400: equity −1,400.
  show({ marginLoan: '11400', positions: [held('X', { marketValue: '10000', maintenanceRate: '0.25' })] });
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
      held('S', { marketValue: '500', maintenanceRate: '0.5' }),
      held('L', { marketValue: '9500', maintenanceRate: '0.3' }),
    ],
  });
  // 2,500 − 250 − 2,850 = −600; without S 2,500 − 2,850 = −350.
  expect(cells(/^Sell S/)[0]).toBe('Too small. All of it sold leaves $350 missing.');
});

it('without a call it stays folded, and asks for nothing', async () => {
  show({ marginLoan: '5000', positions: [held('L', { marketValue: '20000', maintenanceRate: '0.3' })] });
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
      held('A', { side: 'short', shares: '10', price: '100' }),
      ...Array.from({ length: 10 }, (_, n) => held(`L${n}`, { marketValue: '100', maintenanceRate: '0.25' })),
    ],
  });
  // Equity 1,000 + 1,000 − 1,000 − 900 = 100; required 300 + 250: a call of 450, more than the short's 300.
  expect(cells(/^Buy back A/)[0]).toBe('Too small. All of it bought back leaves $150 missing.');
  expect(screen.queryByRole('row', { name: /^Sell L9/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show 3 more holdings' }));
  expect(screen.getByRole('row', { name: /^Sell L9/ })).toBeTruthy();
});

describe('where the next call is', () => {
  it('the least fall is a call only at $0 exactly; $4.20 above is a fall of its own', () => {
    // 78,000 − 47,014.2 = 30,985.8 against 31,200: −214.2. Cash ends it exactly; 7 shares free 218.4, which leaves 4.20.
    show({
      marginLoan: '47014.2',
      positions: [held('ACME', { shares: '1000', price: '78', maintenanceRate: '0.4' })],
    });
    expect(cells(/^Deposit cash/)[0]).toContain('$0.00 above · the least fall is a new call');
    // 4.2 ÷ (0.6 × 77,454) = 0.00904 %.
    expect(cells(/^Sell ACME/)[0]).toContain('$4.20 above · a fall of less than 0.01 % is a new call');
  });

  it('and with two decimals below 0.1 %; where the market is moved it is a further move', () => {
    show({
      marginLoan: '47000',
      positions: [held('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
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
      positions: [held('L', { marketValue: '8000', maintenanceRate: '0.25' })],
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
      positions: [held('ONE', { marketValue: '190000' })],
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
  show({ shortCredit: '1400', positions: [held('S', { side: 'short', marketValue: '1100' })] });
  expect(screen.getByRole('columnheader', { name: /^With room for \+10/ })).toBeTruthy();
  expect(cells(/^Deposit cash/)[1]).toContain('$173');
});

it('the slider of the room is worked out when it is let go', async () => {
  show({ marginLoan: '47000', positions: [held('ACME', { marketValue: '77400', maintenanceRate: '0.4' })] });
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
      positions: [held('ACME', { shares: '1000', price: '77.4', maintenanceRate: '0.4' })],
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
