// The plan builder as it stands on the page: figures from a pencil, locks, cash, a plan by hand, and the what-if.
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { redoStep, startDesk, undoStep, useDesk } from '@/state/store';
import { changes, held, show } from '../support/ways-panel';

async function open(account: Partial<AccountInput>) {
  show(account);
  const more = screen.queryByRole('button', { name: 'How to have more room' });
  if (more !== null) await userEvent.click(more);
  await userEvent.click(screen.getByRole('tab', { name: 'A plan' }));
}

const text = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
const steps = () => {
  const list = screen.queryByRole('list', { name: 'The plan' });
  return list === null ? [] : within(list).getAllByRole('listitem').map(text);
};
/** The first paragraph that says what a plan leaves. */
const outcome = () =>
  text(
    screen
      .getAllByText(/Remaining|nds the call|end the call|eaves/)
      .at(0)
      ?.closest('p'),
  );
const unfold = (title: string) => userEvent.click(screen.getByText(title));
const choose = (name: string) => userEvent.selectOptions(screen.getByLabelText('Which first'), name);
const type = async (label: string | RegExp, typed: string) => {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, `${typed}{Enter}`);
};

/** 100 at $200 and 30 %, 10,000 at 40 %, against 25,000: equity 5,000, required 10,000: a call of 5,000. */
const account = {
  marginLoan: '25000',
  positions: [
    held('AAA', { shares: '100', price: '200', maintenanceRate: '0.3' }),
    held('BBB', { marketValue: '10000', maintenanceRate: '0.4' }),
  ],
};

beforeEach(() => act(() => useDesk.setState(startDesk(), true)));

describe('a call of $5,000', () => {
  it('fewest dollars: all of BBB frees 4,000; 1,000 ÷ 0.3 = 3,333.34 of AAA, so 17 shares', async () => {
    await open(account);
    expect(steps()).toEqual(['Sell BBB: all of it, $10,000', 'Sell AAA: 17 shares, $3,400']);
    // 17 × 200 × 0.3 = 1,020. Then 16,600 against 11,600: 20 ÷ 0.7 = 28.57 of 16,600 is 0.17 %.
    expect(outcome()).toBe('Ends the call; $20.00 above; next call beyond −0.1 %.');
    expect(screen.queryByText(/short|back/)).toBeNull();
  });

  it('with room for −10 %, in the order of the list, in parts of a share', async () => {
    await open(account);
    await userEvent.click(screen.getByRole('radio', { name: /With room/ }));
    // 7,000 are missing after it: B 0.46 a dollar: 4,600; A 0.37: 2,400 ÷ 0.37 = 6,486.49, so 33 shares.
    expect(steps()).toEqual(['Sell BBB: all of it, $10,000', 'Sell AAA: 33 shares, $6,600']);
    await choose('In the order of my list');
    // All of A: 7,400.
    expect(steps()).toEqual(['Sell AAA: 95 shares, $19,000']);
    await userEvent.click(screen.getByRole('radio', { name: 'Just enough' }));
    // 5,000 ÷ 0.3 = 16,666.67: 83.33 shares.
    expect(steps()).toEqual(['Sell AAA: 84 shares, $16,800']);
    await unfold('Adjust');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Whole shares' }));
    expect(steps()).toEqual(['Sell AAA: 83.333334 shares, $16,666.67']);
  });

  it('what is kept is not touched, and cash comes first, at most what there is', async () => {
    await open(account);
    await unfold('Adjust');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Keep AAA' }));
    expect(steps()).toEqual(['Sell BBB: all of it, $10,000']);
    expect(outcome()).toBe('Remaining: $1,000 to end the call.');
    await type('New cash, at most', '1500');
    // 3,500 ÷ 0.4.
    expect(steps()).toEqual(['Deposit cash: $1,500', 'Sell BBB: $8,750']);
    await type('New cash, at most', '9000');
    expect(steps()).toEqual(['Deposit cash: $5,000']);
    expect(screen.queryByLabelText(/How much of AAA to sell/)).toBeNull();
  });

  it('typed by hand: what remains follows each figure', async () => {
    await open(account);
    await choose('The same share of each');
    // Half of each.
    expect(steps()).toEqual(['Sell AAA: 50 shares, $10,000', 'Sell BBB: $5,000']);
    await unfold('Adjust');
    await type('How much of AAA to sell, in shares', '20');
    expect(screen.getByRole('combobox', { name: 'Which first' })).toHaveProperty('value', 'hand');
    // 20 × 200 × 0.3 + 5,000 × 0.4 = 3,200.
    expect(outcome()).toBe('Remaining: $1,800 to end the call.');
    await type('How much of BBB to sell, in dollars', '100 %');
    // 1,200 + 4,000 = 5,200: 16,000 against 11,000 leaves 200 above: 200 ÷ 0.7 ÷ 16,000 = 1.78 %.
    expect(outcome()).toBe('Ends the call; $200.00 above; next call beyond −1.7 %.');
    await type('How much of AAA to sell, in shares', '$3,000');
    expect(steps()).toEqual(['Sell AAA: 15 shares, $3,000', 'Sell BBB: all of it, $10,000']);
    await type('New cash', '100');
    expect(outcome()).toBe('Ends the call; $0.00 above; the least fall is a new call.');
    await choose('Fewest dollars');
    await choose('My own');
    expect(steps()[0]).toBe('Deposit cash: $100');
    await type('How much of AAA to sell, in shares', '0');
    expect(steps()).toEqual(['Deposit cash: $100', 'Sell BBB: all of it, $10,000']);
  });

  it('what cannot be is refused beside its field, and Escape leads back', async () => {
    await open(account);
    await unfold('Adjust');
    const field = screen.getByLabelText('How much of AAA to sell, in shares');
    for (const [typed, reason] of [
      ['101', 'You hold 100 shares.'],
      ['1.5', 'Whole shares only, or all 100 shares.'],
      ['-5', 'Type it without a minus.'],
      ['many', /Not a number/],
    ] as const) {
      await userEvent.clear(field);
      await userEvent.type(field, `${typed}{Enter}`);
      expect(screen.getByText(reason, { exact: false })).toBeTruthy();
    }
    await userEvent.clear(field);
    await userEvent.type(field, '50');
    expect(steps()[0]).toBe('Sell AAA: 50 shares, $10,000');
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveProperty('value', '17');
    expect(outcome()).toMatch(/^Ends the call; \$20\.00 above/);
    // And the plan is none of one's own.
    expect(screen.getByRole('combobox', { name: 'Which first' })).toHaveProperty('value', 'fewestDollars');
    expect(screen.queryByRole('option', { name: 'My own' })).toBeNull();
  });

  it('the slider of a holding: one share up, and by hand from then on', async () => {
    await open(account);
    await unfold('Adjust');
    screen.getByRole('slider', { name: 'How much of AAA to sell' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(steps()[0]).toBe('Sell AAA: 18 shares, $3,600');
    await userEvent.keyboard('{End}');
    expect(steps()[0]).toBe('Sell AAA: all 100 shares, $20,000');
    await userEvent.keyboard('0');
    expect(steps()).toEqual(['Sell BBB: all of it, $10,000']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Keep BBB' }));
    expect(steps()).toEqual([]);
    expect(outcome()).toBe('Remaining: $5,000 to end the call.');
  });

  it('side by side: lowest and highest marked by shape and word', async () => {
    await open(account);
    await unfold('Plans side by side');
    const row = (name: string) =>
      within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
        .getAllByRole('cell')
        .map(text);
    expect(row('Sold')).toEqual(['$13,400 lowest', '$15,000 highest']);
    expect(row('Holdings touched')).toEqual(['2', '2']);
    // Half of each: 15,000 against 10,000: 5,000 exactly.
    expect(row('Above the requirement')).toEqual(['$20.00 highest', '$0.00 lowest']);
    expect(row('Next call')).toEqual(['−0.1 % farthest', 'the least fall nearest']);
    await unfold('Adjust');
    await type('How much of AAA to sell, in shares', '0');
    expect(row('Still missing')).toEqual(['$0 lowest', '$0 lowest', '$1,000 highest']);
    expect(row('Next call')[2]).toBe('still missing nearest');
    expect(screen.queryByText(/best/i)).toBeNull();
  });

  it('goes into the what-if in one press and one step', async () => {
    await open(account);
    await unfold('Adjust');
    await type('New cash, at most', '1000');
    // 4,000 ÷ 0.4.
    await userEvent.click(screen.getByRole('button', { name: 'Put this plan into the what-if' }));
    expect(changes().filter(({ type }) => type !== 'moveMarket')).toEqual([
      expect.objectContaining({ type: 'deposit', amount: '1000' }),
      { type: 'trade', position: 'BBB', amount: '-10000' },
    ]);
    expect(screen.getByText(/^The plan is in the what-if/)).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'A plan' })).toBeTruthy();
    act(() => undoStep());
    expect(changes()).toEqual([]);
    expect(screen.queryByText(/^The plan is in the what-if/)).toBeNull();
    act(() => redoStep());
    expect(changes()).not.toEqual([]);
  });
});

it('a plan by hand is there again once undo takes it out of the what-if', async () => {
  await open(account);
  await unfold('Adjust');
  await type('How much of AAA to sell, in shares', '30');
  await type('How much of BBB to sell, in dollars', '9000');
  const own = ['Sell AAA: 30 shares, $6,000', 'Sell BBB: $9,000'];
  expect(steps()).toEqual(own);
  await userEvent.click(screen.getByRole('button', { name: 'Put this plan into the what-if' }));
  // It is not offered a second time.
  expect(screen.queryByRole('option', { name: 'My own' })).toBeNull();
  expect(steps()).not.toEqual(own);
  act(() => undoStep());
  expect(screen.getByRole('combobox', { name: 'Which first' })).toHaveProperty('value', 'hand');
  expect(steps()).toEqual(own);
  act(() => redoStep());
  expect(screen.queryByRole('option', { name: 'My own' })).toBeNull();
});

it('without a call it has room, and may have nothing to do', async () => {
  await open({ ...account, marginLoan: '10000' });
  expect(screen.getByText('Nothing needs to be done.')).toBeTruthy();
  expect(outcome()).toMatch(/^Leaves \$10,000\.00 above; next call beyond −/);
  expect(screen.queryByRole('radio', { name: 'Just enough' })).toBeNull();
  await type('Room for a further move of', '-60');
  // 12,000 − 10,000 = 2,000 against 2,400 + 1,600: 2,000 missing. B: 1 − 0.4 × 0.6 = 0.76: 2,631.58.
  expect(steps()).toEqual(['Sell BBB: $2,631.58']);
  expect(outcome()).toMatch(/^Leaves .* above; next call beyond −60\.0 %\.$/);
});

it('a short is bought back, and what frees most comes first', async () => {
  // 1,000 short at $1 require 2,500, a long of 10,000 at 30 % 3,000; equity 4,000: a call of 1,500, 600 × $2.50.
  await open({
    ruleSet: 'merrill',
    marginLoan: '6000',
    shortCredit: '1000',
    positions: [
      held('L', { marketValue: '10000' }),
      held('S', { side: 'short', shares: '1000', price: '1' }),
    ],
  });
  expect(steps()).toEqual(['Buy back S: 600 shares, $600']);
  await unfold('Adjust');
  expect(screen.getByRole('slider', { name: 'How much of S to buy back' })).toBeTruthy();
  await unfold('Plans side by side');
  expect(screen.getByRole('row', { name: /^Sold or bought back/ })).toBeTruthy();
});

it('under tiers the order is called a rule of thumb', async () => {
  await open({
    ruleSet: 'fidelity',
    marginLoan: '60000',
    positions: [
      held('A', { marketValue: '41000' }),
      held('B', { marketValue: '39000' }),
      held('C', { marketValue: '20000' }),
    ],
  });
  expect(steps()).toEqual(['Sell A: $1,666.67']);
  expect(screen.getByText(/rule of thumb.*another choice may need fewer dollars/)).toBeTruthy();
  expect(screen.getByRole('option', { name: 'Highest requirement first' })).toBeTruthy();
  expect(screen.queryByRole('option', { name: 'Fewest dollars' })).toBeNull();
});

it('of many holdings a few are told and the others counted; more rows at a press', async () => {
  // 20 holdings of 1,000 at 25 % against 15,800: 4,200 against 5,000, so 800 ÷ 0.25 = 3,200. In proportion 16 % of each.
  await open({
    marginLoan: '15800',
    positions: Array.from({ length: 20 }, (_, n) =>
      held(`H${n}`, { marketValue: '1000', maintenanceRate: '0.25' }),
    ),
  });
  expect(steps()).toHaveLength(4);
  await choose('The same share of each');
  expect(steps()).toHaveLength(6);
  await userEvent.click(screen.getByRole('button', { name: 'And 14 more' }));
  expect(steps()).toHaveLength(20);
  await unfold('Adjust');
  await userEvent.click(screen.getByRole('button', { name: 'Show 8 more of 20 holdings' }));
  expect(screen.getByRole('checkbox', { name: 'Keep H19' })).toBeTruthy();
});

it('a broker that makes no call: the requirement is reached, and a further fall is too much again', async () => {
  // 10,000 at 25 % against 8,000: 2,000 against 2,500, so 500 ÷ 0.25 = 2,000.
  await open({
    ruleSet: 'interactive-brokers',
    marginLoan: '8000',
    positions: [held('X', { marketValue: '10000' })],
  });
  expect(steps()).toEqual(['Sell X: $2,000']);
  expect(screen.getByText('Reaches the requirement').closest('p')?.textContent).toBe(
    'Reaches the requirement; $0.00 above; the least fall is too much again.',
  );
  await unfold('Adjust');
  await type('How much of X to sell, in dollars', '1,000');
  expect(outcome()).toBe('Remaining: $250 to reach the requirement.');
  await unfold('Plans side by side');
  expect(screen.getByRole('row', { name: /^Too much again beyond/ })).toBeTruthy();
});

it('with room, what remains for it stands beside what remains of the call', async () => {
  await open(account);
  await userEvent.click(screen.getByRole('radio', { name: /With room/ }));
  await unfold('Adjust');
  await type('How much of BBB to sell, in dollars', '0');
  await type('How much of AAA to sell, in shares', '50');
  // 3,000 of 5,000 are freed; after −10 % 50 × 180 + 9,000 − 15,000 = 3,000 against 2,700 + 3,600: 3,300.
  expect(outcome()).toBe('Remaining: $3,300 with room for −10 %, $2,000 just to end the call.');
  await type('How much of AAA to sell, in shares', '90');
  // 5,400 of 5,000. After −10 % 10 × 180 + 9,000 − 7,000 = 3,800 against 540 + 3,600: 340.
  expect(outcome()).toMatch(
    /^Remaining: \$340 with room for −10 %\. Ends the call; \$400\.00 above; next call/,
  );
});
