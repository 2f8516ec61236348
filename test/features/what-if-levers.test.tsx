// The levers beside the market with the real store: requirements, one holding, money in or out.
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { selectView } from '@/state/figures';
import { removeRow } from '@/state/holding-edits';
import { setDays, setHoldingMove, setMarketMove, setMoneyFlow } from '@/state/lever-edits';
import { commit, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { changes, document, excess, list, open, plain, row, type, unfold } from '../support/what-if-panel';

beforeEach(() => useDesk.setState(startDesk()));

describe('requirements', () => {
  it('+5 points by the field: 28.75 → 33.75 %, in the row and in the list', async () => {
    const user = open();
    await unfold(user, 'Requirements rise or fall');
    await type(user, 'Points added to every requirement, exactly', '5');
    // 5 % of 32,000 is 1,600.
    expect(excess()).toBe('11200');
    expect(plain(row('Requirements rise or fall'))).toContain('28.75 %  33.75 %');
    expect(list()).toContain('Every requirement changes by +5 points: 28.75 %  33.75 % on average');
  });

  it('beyond 100 % is capped, and said; beyond the slider it is taken and pinned', async () => {
    const user = open();
    await unfold(user, 'Requirements rise or fall');
    await type(user, 'Points added to every requirement, exactly', '200');
    // 22,000 − 32,000.
    expect(excess()).toBe('-10000');
    expect(screen.getByRole('slider')).toHaveValue('75');
    expect(screen.getByText(/Capped: nothing requires more than 100 %/)).toBeInTheDocument();
    expect(list()).toContain('28.75 %  100 %, capped');
    await type(user, 'Points added to every requirement, exactly', '65');
    expect(screen.getByText(/Capped for some holdings/)).toBeInTheDocument();
  });

  it('to the call: 40 points, the last shift still free', async () => {
    const user = open();
    await unfold(user, 'Requirements rise or fall');
    await user.click(screen.getByRole('button', { name: 'To the call at +40.0 points' }));
    expect(excess()).toBe('0');
    act(() => commit(setMarketMove('-0.8')));
    // 6,400 − 10,000: below zero whatever is required.
    expect(screen.queryByRole('button', { name: /^To the/ })).toBeNull();
  });

  it('letters are refused with a reason and change nothing', async () => {
    const user = open();
    await unfold(user, 'Requirements rise or fall');
    await type(user, 'Points added to every requirement, exactly', 'abc');
    expect(screen.getByLabelText('Points added to every requirement, exactly')).toBeInvalid();
    expect(changes()).toEqual([]);
  });
});

describe('one holding', () => {
  it('a percentage, a price, and back to nothing when the field is emptied', async () => {
    const user = open();
    await unfold(user, 'One holding moves');
    await user.selectOptions(screen.getByLabelText('Which holding'), 'NVDA');
    const label = 'Move of NVDA in percent, or its price in dollars';
    await type(user, label, '-13');
    // 8,000 × 0.13 × 0.6 = 624 less.
    expect(excess()).toBe('12176');
    await type(user, label, '$70');
    // 80 × 30 × 0.6 = 1,440 less.
    expect(excess()).toBe('11360');
    expect(list()).toContain('NVDA goes from $100 to $70');
    await type(user, label, ' ');
    expect(changes()).toEqual([]);
  });

  it('to its own margin-call price: VTI at a third of a cent above', async () => {
    const user = open();
    await unfold(user, 'One holding moves');
    // 12,800 ÷ 0.75 = 17,066.67 less: 6,933.33…, rounded up where there is no call.
    await user.click(screen.getByRole('button', { name: 'To the call at $6,933.34' }));
    expect(changes()).toEqual([{ type: 'setPrice', position: 'p1', price: '6933.333333333333333334' }]);
    const view = selectView(document());
    expect(view.ok && view.scene.at(view.move)?.excess.sign()).toBe(1);
    expect(excess()).toMatch(/^0\.0000000000000000/);
  });

  it('a holding that can be lost without a call has no such button', async () => {
    const user = open();
    await unfold(user, 'One holding moves');
    // Without NVDA: 14,000 − 6,000.
    await user.selectOptions(screen.getByLabelText('Which holding'), 'NVDA');
    expect(screen.queryByRole('button', { name: /^To the call/ })).toBeNull();
  });

  it('in a call, to where it ends', async () => {
    const user = open({ marginLoan: '24000' });
    // 8,000 − 9,200: 1,200 ÷ 0.75 = 1,600 more of VTI.
    await unfold(user, 'One holding moves');
    await user.click(screen.getByRole('button', { name: 'To the end of the call at $25,600' }));
    expect(excess()).toBe('0');
  });

  it('a group moves by percent only', async () => {
    const user = open();
    await unfold(user, 'One holding moves');
    await user.selectOptions(screen.getByLabelText('Which holding'), 'All of Chips');
    const label = 'Move of All of Chips in percent';
    await type(user, label, '$70');
    expect(screen.getByText(/A group has no price/)).toBeInTheDocument();
    await type(user, label, '-50');
    expect(list()).toContain('Chips moves by −50 %');
  });

  it('its requirement: 40 → 100 %', async () => {
    const user = open();
    await unfold(user, 'One holding moves');
    await user.selectOptions(screen.getByLabelText('Which holding'), 'NVDA');
    await type(user, 'The broker requires of NVDA', '100');
    expect(excess()).toBe('8000');
    expect(list()).toContain('NVDA requires 40 %  100 %');
  });

  it('a change goes with its holding', async () => {
    open();
    act(() => commit(setHoldingMove({ position: 'p2' }, '-0.5')));
    act(() => commit(removeRow('p2')));
    expect(list()).not.toMatch(/A holding|NVDA/);
  });
});

describe('one holding in a market that moves', () => {
  it('its own move is on top of the market’s, and says so', async () => {
    const user = open();
    act(() => commit(setHoldingMove({ position: 'p1' }, '-0.3')));
    const panel = await screen.findByRole('region', { name: 'What if' });
    expect(plain(panel)).not.toContain('On top of');
    act(() => commit(setMarketMove('-0.05')));
    // 24,000 × 0.95 × 0.7.
    expect(plain(panel)).toContain('$15,960');
    expect(plain(panel)).toContain('On top of the market’s −5 %.');
    await type(user, 'Move of VTI in percent, or its price in dollars', '$20000');
    expect(plain(panel)).not.toContain('On top of');
  });
});

describe('money', () => {
  it('to the call: $12,800 can go out, and one cent more cannot', async () => {
    const user = open();
    await unfold(user, 'Money in or out');
    await user.click(screen.getByRole('button', { name: 'To the call at $12,800 out' }));
    expect(excess()).toBe('0');
    expect(screen.getByText(/\$12,800 of it is borrowed: the loan becomes \$22,800/)).toBeInTheDocument();
  });

  it('what comes in stays as cash, unless a trade behind it is paid with it', async () => {
    const user = open();
    await unfold(user, 'Money in or out');
    act(() => commit(setMoneyFlow('3000')));
    expect(screen.getByText('It stays as cash.')).toBeInTheDocument();
    // Bought at the moved market, behind the money: 3,000 of the 5,000 are there, the loan of 10,000 grows by 2,000.
    act(() => commit(setMarketMove('-0.1')));
    act(() => commit(takeActions([{ type: 'trade', position: 'p1', amount: '5000' }])));
    expect(
      screen.getByText('With the rest of this what-if the cash becomes $0, the loan $12,000.'),
    ).toBeInTheDocument();
    act(undoStep);
    expect(screen.getByText('It stays as cash.')).toBeInTheDocument();
  });

  it('more than leaves the requirement, or $2,000 of equity, a broker need not pay out', async () => {
    const user = open();
    await unfold(user, 'Money in or out');
    const warning =
      'A broker need not pay it out: with a loan, $2,000 of equity and the requirement have to be left.';
    act(() => commit(setMoneyFlow('-12800')));
    expect(screen.queryByText(warning, { exact: false })).toBeNull();
    act(() => commit(setMoneyFlow('-12800.01')));
    expect(screen.getByText(warning, { exact: false })).toBeInTheDocument();
    act(() => commit(setMoneyFlow('12800')));
    expect(screen.queryByText(warning, { exact: false })).toBeNull();
  });

  it('with interest on what is borrowed a little less can go out', async () => {
    const user = open({ loanInterestRate: '0.07' });
    act(() => commit(setDays(90)));
    await unfold(user, 'Money in or out');
    // (12,800 − 175) ÷ 1.0175 = 12,407.862.
    await user.click(screen.getByRole('button', { name: 'To the call at $12,407.86 out' }));
    expect(Number(excess())).toBeCloseTo(0.002, 3);
  });

  it('in a call, what must come in', async () => {
    const user = open({ marginLoan: '24000' });
    await unfold(user, 'Money in or out');
    await user.click(screen.getByRole('button', { name: 'To the end of the call at $1,200 in' }));
    expect(excess()).toBe('0');
  });

  it('− and + move by a hundredth of the scale; quick presses are one step', async () => {
    const user = open();
    await unfold(user, 'Money in or out');
    const more = screen.getByRole('button', { name: 'Money in or out: higher' });
    await user.click(more);
    await user.click(more);
    await user.click(more);
    // The scale ends at 50,000.
    expect(changes()).toEqual([{ type: 'deposit', amount: '1500' }]);
    expect(useDesk.getState().history.past).toHaveLength(1);
  });
});

describe('the picture behind a slider', () => {
  const picture = () => window.document.querySelector('svg[viewBox="0 0 100 100"]');

  it('waits faintly for what else is changed, and is never that of another account', async () => {
    const user = open();
    await unfold(user, 'Money in or out');
    await waitFor(() => expect(picture()).not.toBeNull());
    act(() => commit(setMarketMove('-0.1')));
    expect(picture()).toHaveAttribute('data-waiting');
    await waitFor(() => expect(picture()).not.toHaveAttribute('data-waiting'));
    act(() => commit((each) => ({ ...each, account: { ...each.account, marginLoan: '20000' } })));
    expect(picture()).toBeNull();
    await waitFor(() => expect(picture()).not.toBeNull());
  });
});
