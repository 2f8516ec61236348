// The levers beside the market with the real store: fields, buttons, the list, undo, and what becomes the account.
import { act, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { WhatIfPanel } from '@/features/what-if/what-if-panel';
import { setLoanInterestRate } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { removeRow } from '@/state/holding-edits';
import {
  setDays,
  setHoldingMove,
  setMarketMove,
  setMoneyFlow,
  setRequirementShift,
  shownChanges,
} from '@/state/lever-edits';
import {
  commit,
  drag,
  goToField,
  keepText,
  release,
  selectDocument,
  startDesk,
  undoStep,
  useDesk,
} from '@/state/store';

/** Equity 22,000, required 6,000 + 3,200, above 12,800. */
const account: AccountInput = {
  name: 'My account',
  ruleSet: 'm1',
  cash: '0',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000', maintenanceRate: '0.25' },
    {
      id: 'p2',
      symbol: 'NVDA',
      side: 'long',
      shares: '80',
      price: '100',
      maintenanceRate: '0.4',
      group: 'Chips',
    },
  ],
};

const document = () => selectDocument(useDesk.getState());
const changes = () => shownChanges(document());
const excess = () => {
  const view = selectView(document());
  return view.ok ? view.scene.at(view.move)?.excess.toText() : undefined;
};
const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
const list = () => plain(screen.queryByRole('list', { name: 'What differs from today' }));
const row = (title: string) =>
  screen.getByText(title, { exact: false, selector: 'summary *' }).closest('details');

function open(more: Partial<AccountInput> = {}): UserEvent {
  useDesk.setState(
    startDesk({ app: 'headroom', schemaVersion: 1, account: { ...account, ...more }, scenarios: [] }),
  );
  render(<WhatIfPanel />);
  return userEvent.setup();
}

async function unfold(user: UserEvent, title: string) {
  await user.click(screen.getByText(title, { exact: false, selector: 'summary *' }));
}

async function type(user: UserEvent, label: string, text: string) {
  const field = screen.getByLabelText(label);
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
}

beforeEach(() => useDesk.setState(startDesk()));

describe('at rest', () => {
  it('every lever is folded; requirements say what they are; without a loan no row for time', () => {
    open({ marginLoan: '0' });
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(plain(row('Requirements rise or fall'))).toBe('Requirements rise or fall28.75 %  28.75 %');
    expect(screen.queryByText('Time and interest')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Make this my account' })).toBeNull();
  });

  it('one number for all holdings has no lever for one of them', () => {
    open({ positions: [{ id: 'p1', symbol: '', side: 'long', marketValue: '24000' }] });
    expect(screen.queryByText('One holding moves')).toBeNull();
  });

  it('time and interest come with the loan, and lead to its yearly rate as long as that is missing', async () => {
    const user = open();
    await unfold(user, 'Time and interest');
    expect(screen.queryByRole('slider')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Type the loan’s yearly rate' }));
    expect(useDesk.getState().sought).toBe('interest');
    act(() => commit(setLoanInterestRate('0.07')));
    expect(screen.getByRole('slider', { name: 'Days that pass' })).toBeInTheDocument();
  });
});

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
    const label = 'Move of All of Chips in percent, or its price in dollars';
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

describe('rows', () => {
  it('one that differs is open and marked; folded by hand it stays folded, opened by hand it stays open', async () => {
    const user = open();
    act(() => commit(setHoldingMove({ position: 'p2' }, '-0.5')));
    expect(await screen.findByLabelText('Which holding')).toHaveDisplayValue('NVDA');
    expect(plain(row('One holding moves'))).toContain('One holding moves, changed');
    await unfold(user, 'One holding moves');
    expect(screen.queryByLabelText('Which holding')).toBeNull();
    await unfold(user, 'Money in or out');
    await type(user, 'Money in, or out with a minus, in dollars', '500');
    await type(user, 'Money in, or out with a minus, in dollars', '0');
    expect(screen.getByLabelText('Money in, or out with a minus, in dollars')).toBeInTheDocument();
  });
});

it('a text that could not be read opens its row and its holding', () => {
  open();
  act(() => keepText('move-p2', '1,2,3'));
  expect(screen.getByLabelText('Which holding')).toHaveDisplayValue('NVDA');
  expect(screen.getByLabelText('Move of NVDA in percent, or its price in dollars')).toBeInvalid();
});

describe('the list', () => {
  it('each ✕ takes one change away; undo brings it back', async () => {
    const user = open();
    act(() => commit(setMarketMove('-0.1')));
    act(() => commit(setHoldingMove({ position: 'p1' }, '-0.2')));
    expect(list()).toBe('The market moves by −10 %VTI moves by −20 %');
    await user.click(screen.getByRole('button', { name: /^Take away: The market moves/ }));
    expect(list()).toBe('VTI moves by −20 %');
    act(undoStep);
    expect(changes()).toHaveLength(2);
  });

  it('another broker’s rules are named before and after', async () => {
    const user = open();
    await unfold(user, 'Another broker’s rules');
    await user.selectOptions(screen.getByLabelText('Rules of'), 'Merrill');
    expect(list()).toBe('The rules of Merrill apply');
    expect(plain(row('Another broker’s rules'))).toContain('M1  Merrill');
  });

  it('“Make this my account” keeps the figures and leaves no what-if, in one step', async () => {
    const user = open();
    act(() => commit(setMarketMove('-0.1')));
    const before = excess();
    await user.click(screen.getByRole('button', { name: 'Make this my account' }));
    expect(excess()).toBe(before);
    expect(changes()).toEqual([]);
    expect(document().account.positions[1]).toMatchObject({ price: '90' });
    act(undoStep);
    expect(document().account.positions[1]).toMatchObject({ price: '100' });
  });

  it('days without a rate: refused where it stands, and leads to the rate', async () => {
    const user = open({ loanInterestRate: '0.07' });
    await unfold(user, 'Time and interest');
    await type(user, 'Days that pass, exactly', '90');
    expect(screen.getByText(/\$175 of interest on \$10,000/)).toBeInTheDocument();
    act(() => commit(setLoanInterestRate(null)));
    const note = await screen.findAllByText(/Not possible yet/);
    expect(note).toHaveLength(2);
    const panel = screen.getByRole('region', { name: 'What if' });
    await user.click(within(panel).getByRole('button', { name: 'Go to it' }));
    expect(useDesk.getState().sought).toBe('interest');
  });
});

describe('what a link leads to', () => {
  it('a lever’s field, in a row that was folded by hand and of a holding that was not chosen', async () => {
    const user = open();
    act(() => keepText('move-p2', '1,2,3'));
    await unfold(user, 'One holding moves');
    expect(screen.queryByLabelText('Which holding')).toBeNull();
    act(() => goToField('lever-move-p2'));
    expect(screen.getByLabelText('Move of NVDA in percent, or its price in dollars')).toHaveFocus();
    expect(useDesk.getState().sought).toBeNull();
    act(() => goToField('lever-required-p1'));
    expect(screen.getByLabelText('The broker requires of VTI')).toHaveFocus();
  });

  it('a field of the account is left to the account', () => {
    open();
    act(() => goToField('rate-p2'));
    expect(useDesk.getState().sought).toBe('rate-p2');
  });
});

it('the way to the call waits while something moves, and takes no press', async () => {
  const user = open();
  await unfold(user, 'Money in or out');
  act(() => drag('market', setMarketMove('-0.1')));
  const way = screen.getByRole('button', { name: 'To the call at $12,800 out' });
  expect(way).toHaveAttribute('aria-disabled', 'true');
  await user.click(way);
  expect(changes()).toEqual([{ type: 'moveMarket', ratio: '-0.1' }]);
  // 12,800 less a tenth of 24,000 × 0.75 + 8,000 × 0.6.
  act(() => release('market'));
  expect(screen.getByRole('button', { name: 'To the call at $10,520 out' })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
});

describe('a row that is open only because it differs', () => {
  const days = 'Days that pass, exactly';

  it('stays while the figure typed into it passes 0, and the field keeps the focus', async () => {
    const user = open({ loanInterestRate: '0.07' });
    act(() => commit(setDays(90)));
    const field = await screen.findByLabelText(days);
    await user.clear(field);
    await user.type(field, '0');
    expect(screen.getByLabelText(days)).toHaveFocus();
    await user.type(field, '5{Enter}');
    expect(changes()).toEqual([{ type: 'passDays', days: 5 }]);
    expect(useDesk.getState().draft).toBeNull();
  });

  it('stays after its lower button brought it back to today', async () => {
    const user = open();
    act(() => commit(setRequirementShift('0.01')));
    await user.click(await screen.findByRole('button', { name: 'Points added to every requirement: lower' }));
    expect(changes()).toEqual([]);
    expect(screen.getByLabelText('Points added to every requirement, exactly')).toBeInTheDocument();
  });

  it('folds with its change where nothing in it was touched', async () => {
    open();
    act(() => commit(setRequirementShift('0.01')));
    await screen.findByLabelText('Points added to every requirement, exactly');
    act(undoStep);
    expect(screen.queryByLabelText('Points added to every requirement, exactly')).toBeNull();
  });
});
