// What is done to whole holdings: more of a row, funds, and what is required in fact.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountPanel } from '@/features/account/account-panel';
import { selectToday } from '@/state/figures';
import { setHoldingMove, setMarketMove } from '@/state/lever-edits';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { account, button, field, haveThree, positions, press, steps, type } from '../support/account-panel';

beforeEach(() => {
  useDesk.setState(startDesk());
  render(<AccountPanel />);
});

describe('more of a row', () => {
  beforeEach(haveThree);
  const more = (row: number) => press(`More of row ${row}`);

  it('a leveraged fund of 3 moves 3 % for each 1 %, which is named as assumed; of 1, it is warned', async () => {
    await more(1);
    expect(screen.queryByText(/beta/i)).toBeNull();
    await type('Leveraged fund ×', '3');
    expect(positions()[0]).toMatchObject({ leverage: '3', beta: '3' });
    const beta = field('Beta: moves × the market');
    expect(beta).toHaveValue('3');
    expect(
      screen.getByText('Moves 3 % for each 1 % of the market, assumed from its leverage.'),
    ).toBeVisible();
    await type('Beta: moves × the market', '1');
    expect(screen.getByText(/^Holding 1 is leveraged 3 times, but counted as moving 1 %/)).toBeVisible();
    await type('Leveraged fund ×', '');
    expect(positions()[0]).toMatchObject({ beta: '1' });
  });

  it.each([
    ['Leveraged fund ×', '3x', /^Not a number/],
    ['Leveraged fund ×', '300', /^This lies between −100 and 100\./],
    ['Leveraged fund ×', '3 %', /^Type a plain number here/],
    ['Moves × the market', '1e5', /^Write the number out/],
    ['Moves × the market', '💰', /^Not a number/],
    ['Shares of row 1', '(12.5)', /^Type the shares without a minus/],
    ['Price of row 1', '1,2,3', /^A comma stands before each three digits.* still use/],
  ])('%s: "%s" is refused and stays', async (label, text, message) => {
    await more(1);
    const before = account();
    await type(label, text);
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(field(label)).toHaveValue(text);
    expect(account()).toEqual(before);
  });

  it('(12.5) is −12.5: an inverse fund may be leveraged below zero', async () => {
    await more(1);
    await type('Leveraged fund ×', '(2)');
    expect(positions()[0]).toMatchObject({ leverage: '-2', beta: '-2' });
    expect(field('Leveraged fund ×')).toHaveValue('−2');
  });

  it('group and collateral are kept', async () => {
    await more(2);
    await userEvent.type(field('Group'), 'Chips{Enter}');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Not marginable/ }));
    expect(positions()[1]).toMatchObject({ group: 'Chips', marginable: false });
    await userEvent.click(screen.getByRole('checkbox', { name: /^Not marginable/ }));
    expect(positions()[1]).not.toHaveProperty('marginable');
  });

  it('a short’s own minimum a share goes when it becomes a long', async () => {
    await press('row 1: long. Change the side');
    await more(1);
    await type('Least required a share', '6');
    expect(positions()[0]).toMatchObject({ side: 'short', perShareMinimum: '6' });
    expect(screen.getByText(/^Credit from short sales is counted as \$0/)).toBeVisible();
    await press('row 1: short. Change the side');
    expect(positions()[0]).not.toHaveProperty('perShareMinimum');
    expect(screen.queryByText(/short|credit/i)).toBeNull();
  });

  it('duplicates and moves, with ids of their own', async () => {
    await more(2);
    await press('Duplicate');
    expect(positions().map(({ id, marketValue }) => [id, marketValue])).toEqual([
      ['p1', '24000'],
      ['p2', '8000'],
      ['p4', '8000'],
      ['p3', '7000'],
    ]);
    await press('Up');
    expect(positions().map(({ id }) => id)).toEqual(['p2', 'p1', 'p4', 'p3']);
    await press('Down');
    await press('Down');
    expect(positions().map(({ id }) => id)).toEqual(['p1', 'p4', 'p2', 'p3']);
  });

  it('removing takes the holding’s what-if along, in one step; Delete does it too', async () => {
    act(() => commit(setMarketMove('-0.1')));
    act(() => commit(setHoldingMove({ position: 'p1' }, '-0.5')));
    const before = steps();
    button('More of row 1').focus();
    await userEvent.keyboard('{Delete}');
    expect(steps()).toBe(before + 1);
    expect(positions().map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(selectDocument(useDesk.getState()).scenarios[0]?.changes).toEqual([
      { type: 'moveMarket', ratio: '-0.1' },
    ]);
    act(undoStep);
    expect(selectDocument(useDesk.getState()).scenarios[0]?.changes).toHaveLength(2);
  });
});

describe('a leveraged fund typed as if it were an ordinary holding', () => {
  beforeEach(async () => {
    await press('Type holdings one by one');
    await press('Shares × price');
    await userEvent.type(field('Symbol, row 1'), 'TQQQ{Enter}100{Enter}80{Enter}');
  });

  it('is asked about, never counted unasked; one press counts it, as a step of its own', async () => {
    expect(screen.getByText('TQQQ is sold as a 3× fund.')).toBeVisible();
    // 25 % of 8,000.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('2000.00');
    const before = steps();
    await press('Count it as 3×');
    expect(steps()).toBe(before + 1);
    expect(positions()[0]).toMatchObject({ leverage: '3', beta: '3' });
    // Three times 25 % of 8,000.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('6000.00');
    expect(screen.queryByText(/is sold as/)).toBeNull();
    expect(field('Symbol, row 1')).toHaveFocus();
  });

  it('a no is remembered for the row; another symbol is asked about again, an ordinary one never', async () => {
    await press('No, do not count TQQQ as 3×');
    expect(screen.queryByText(/is sold as/)).toBeNull();
    await type('Price of TQQQ in dollars', '81');
    expect(screen.queryByText(/is sold as/)).toBeNull();
    expect(positions()[0]).not.toHaveProperty('leverage');
    await type('Symbol, row 1', 'sds');
    expect(screen.getByText('sds is sold as a −2× fund.')).toBeVisible();
    await type('Symbol, row 1', 'SH');
    expect(screen.queryByText(/is sold as/)).toBeNull();
  });
});

describe('what is required in fact', () => {
  it.each(['1', '0', '$500'])(
    'a requirement of %s for one number is said to be below FINRA’s minimum',
    async (typed) => {
      await type('My holdings are worth', '58000');
      await type('I owe the broker', '23400');
      await userEvent.type(field('My broker requires, % or $'), typed);
      expect(screen.queryByText(/^FINRA’s minimum is/)).toBeNull();
      await userEvent.keyboard('{Enter}');
      expect(screen.getByText('FINRA’s minimum is 25 %; a broker may not require less.')).toBeVisible();
      expect(screen.getByText(/^The requirement typed is below FINRA’s minimum/)).toBeVisible();
      await type('My broker requires, % or $', '25');
      expect(screen.queryByText(/FINRA’s minimum/)).toBeNull();
    },
  );

  it('so it is beside a holding’s rate: 60 % of a fund of 3×, where the least is 75 %', async () => {
    haveThree();
    await type('Requirement of row 2 in percent', '60');
    expect(screen.queryByText(/FINRA’s minimum is/)).toBeNull();
    await press('More of row 2');
    await type('Leveraged fund ×', '3');
    expect(screen.getByText('FINRA’s minimum is 75 %; a broker may not require less.')).toBeVisible();
    expect(screen.getByText(/^The requirement typed for holding 2 is below/)).toBeVisible();
  });

  it.each([
    // A short of $4 requires its whole price; of $2, $2.50; of $8, $5 rather than 30 % of it; of $20, 30 %.
    ['4', '100\u00A0%', ['100 % is required: FINRA’s minimum for shorts below $5.']],
    ['2', '125\u00A0%', ['$2.50 a share is required: FINRA’s minimum for shorts below $5.']],
    ['8', '62.5\u00A0%', ['$5.00 a share is required: FINRA’s minimum for shorts.']],
    ['20', '30\u00A0%', []],
  ])('a short at $%s shows what is charged: %s', async (price, shown, note) => {
    await press('Type holdings one by one');
    await press('row 1: long. Change the side');
    await type('Value of row 1 in dollars', `100 @ ${price}`);
    expect(field('Requirement of row 1 in percent')).toHaveAttribute('placeholder', shown);
    expect(
      screen.queryAllByText(/is required:/).map((each) => each.textContent?.replaceAll('\u00A0', ' ')),
    ).toEqual(note);
  });
});

describe('a holding’s own margin-call price', () => {
  it('has no column while there is none: said once', async () => {
    haveThree();
    expect(await screen.findByRole('columnheader', { name: 'Alone' })).toBeVisible();
    // Of 15,600 less 10,950 each loses at most 18,000, 4,800 or 5,250; with a loan of 500, 27,550 is too much for each.
    await type('I owe the broker', '500');
    expect(await screen.findByText('No holding alone can cause a call.')).toBeVisible();
    expect(screen.queryByRole('columnheader', { name: 'Alone' })).toBeNull();
  });
});
