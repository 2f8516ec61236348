// The rows of the what-if with the real store: what is open, the list, links, undo, and what becomes the account.
import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { setLoanInterestRate } from '@/state/account-edits';
import { setDays, setHoldingMove, setMarketMove, setRequirementShift } from '@/state/lever-edits';
import { commit, drag, goToField, keepText, release, startDesk, undoStep, useDesk } from '@/state/store';
import { changes, document, excess, list, open, plain, row, type, unfold } from '../support/what-if-panel';

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
  // At once: after a pause it would have come to rest.
  act(() => way.click());
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
