// What is done to whole holdings and to the account around them: more of a row, one number split and added up, details.
import { act, fireEvent, render, screen } from '@testing-library/react';
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
    ['Target share of the holdings', '130', /^A weight lies between 0 and 100 %\./],
    ['Target share of the holdings', '9'.repeat(200), /^Too long/],
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

  it('group, target share and collateral are kept', async () => {
    await more(2);
    await userEvent.type(field('Group'), 'Chips{Enter}');
    await type('Target share of the holdings', '20');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Not marginable/ }));
    expect(positions()[1]).toMatchObject({ group: 'Chips', targetWeight: '0.2', marginable: false });
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

describe('one number and holdings', () => {
  const lump = async (requires: string) => {
    await type('My holdings are worth', '58000');
    await type('I owe the broker', '23400');
    if (requires !== '') await type('My broker requires, % or $', requires);
  };

  it('a requirement in dollars says so while it is typed, and stays those dollars', async () => {
    await lump('');
    await userEvent.type(field('My broker requires, % or $'), '17000');
    // 17,000 ÷ 58,000 = 29.31 %.
    expect(
      screen.getByText(/^Read as dollars, as it is above 300.%: 29\.31.% of the holdings\./),
    ).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(
      screen.getByText(
        /^= 29\.31.%\. When prices move, the 29\.31.% is kept; when you retype the holdings, the dollars are\.$/,
      ),
    ).toBeVisible();
    await type('My holdings are worth', '60000');
    expect(field('My broker requires, % or $')).toHaveValue('$17,000');
    await type('My broker requires, % or $', '$15,000');
    await type('My holdings are worth', '50000');
    // $15,000 of 60,000 was 25 % to the digit, and is still $15,000.
    expect(field('My broker requires, % or $')).toHaveValue('$15,000');
    await type('My holdings are worth', '4000');
    expect(
      await screen.findByText(/^The requirement of \$15,000 would be more than 300 % of it\./),
    ).toBeVisible();
    expect(positions()).toMatchObject([{ marketValue: '50000' }]);
  });

  it('250 without a sign is said to be read as 250 %, 30 needs no word', async () => {
    await userEvent.type(field('My broker requires, % or $'), '250');
    expect(screen.getByText(/^Read as 250.%\.$/)).toBeVisible();
    await userEvent.clear(field('My broker requires, % or $'));
    await lump('');
    await userEvent.type(field('My broker requires, % or $'), '250');
    // 250 % of 58,000.
    expect(screen.getByText(/^Read as 250.%\. = \$145,000$/)).toBeVisible();
    await type('My broker requires, % or $', '30');
    expect(screen.getByText('= $17,400')).toBeVisible();
  });

  it('holdings that are being retyped are not 0 meanwhile; left empty they are, and the rate stays', async () => {
    await lump('17000');
    const holdings = field('My holdings are worth');
    await userEvent.clear(holdings);
    expect(holdings).toHaveValue('');
    expect(positions()).toMatchObject([{ marketValue: '58000' }]);
    await userEvent.tab();
    expect(positions()).toMatchObject([{ marketValue: '0' }]);
    await type('My holdings are worth', '50000');
    // 17 ÷ 58 of 50,000 = 14,655.17.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('14655.17');
  });

  it('a holdings field emptied on the example leaves the example', async () => {
    await userEvent.type(field('My holdings are worth'), '4{Backspace}');
    await userEvent.tab();
    expect(steps()).toBe(0);
    expect(account().name).toBe('Example');
  });

  it('a requirement in dollars typed first waits for the holdings', async () => {
    await type('My broker requires, % or $', '$17,000');
    expect(await screen.findByText('First type what the holdings are worth.')).toBeVisible();
    await type('My holdings are worth', '58000');
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('17000.00');
    expect(screen.queryByText(/^First type/)).toBeNull();
  });

  it('splits: what is typed comes out of the rest, and the requirement stays with it', async () => {
    await lump('17000');
    await press('Split into holdings');
    expect(field('Symbol, row 1')).toHaveFocus();
    await userEvent.keyboard('VTI{Enter}24000{Enter}');
    expect(positions()).toMatchObject([
      { id: 'p1', symbol: 'VTI', marketValue: '24000' },
      { id: 'rest', symbol: 'Rest', marketValue: '34000' },
    ]);
    // Splitting tells nothing new: all of it still requires $17,000, 17 ÷ 58 of each dollar.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('17000.00');
    expect(field('Requirement of VTI in percent')).toHaveValue('29.31 %');
    await type('Requirement of VTI in percent', '');
    // The broker's 25 % of 24,000 + 29.310… % of 34,000 = 6,000 + 9,965.517…
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('15965.52');
    await userEvent.click(field('Symbol, row 2'));
    await userEvent.keyboard('NVDA{Enter}34000{Enter}');
    expect(positions().map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(screen.queryByText(/the total is now/)).toBeNull();
    act(undoStep);
    act(undoStep);
    act(undoStep);
    expect(positions()).toMatchObject([{ id: 'rest', marketValue: '58000' }]);
    act(undoStep);
    expect(field('My holdings are worth')).toHaveValue('58,000');
    expect(field('My broker requires, % or $')).toHaveValue('$17,000');
  });

  it('more than the rest is taken, and said', async () => {
    await lump('');
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}58500');
    expect(
      screen.getByText(/^\$500 more than the \$58,000 that is being split: the total is now \$58,500\./),
    ).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(positions()).toMatchObject([{ id: 'p1', marketValue: '58500' }]);
    // It lasts while other things are typed, until the total is right.
    await type('I owe the broker', '20000');
    expect(screen.getByText(/the total is now \$58,500\./)).toBeVisible();
    await type('Value of VTI in dollars', '58000');
    expect(screen.queryByText(/the total is now/)).toBeNull();
    expect(positions()).toMatchObject([{ id: 'p1', marketValue: '58000' }]);
  });

  it('a typo larger than the rest: with the figure mended what is left is back, requirement and all', async () => {
    await lump('17000');
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}24000{Enter}');
    await userEvent.click(field('Symbol, row 2'));
    await userEvent.keyboard('NVDA{Enter}80000{Enter}');
    expect(positions().map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(screen.queryByText('Rest')).toBeNull();
    // 104,000 − 58,000.
    expect(screen.getByText(/^\$46,000 more than the \$58,000/)).toBeVisible();
    await type('Value of NVDA in dollars', '8000');
    expect(positions()).toMatchObject([
      { id: 'p1', marketValue: '24000' },
      { id: 'p2', marketValue: '8000' },
      // 58,000 − 24,000 − 8,000, which requires 17 ÷ 58 of each dollar as before.
      { id: 'rest', marketValue: '26000', maintenanceRate: '0.293103448275862068' },
    ]);
    expect(screen.getByText('Rest')).toBeVisible();
    expect(screen.queryByText(/the total is now/)).toBeNull();
  });

  it('removing a holding gives its value back to the rest', async () => {
    await lump('');
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}24000{Enter}');
    button('More of VTI').focus();
    await userEvent.keyboard('{Delete}');
    expect(positions()).toMatchObject([{ id: 'rest', marketValue: '58000' }]);
  });

  it('several holdings become one number with the requirement of all: $10,950', async () => {
    haveThree();
    // 6,000 + 3,200 + 1,750 = 10,950 at FINRA's 25 %.
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('10950.00');
    expect(
      screen.getByText(/^Adds the 3 holdings up to \$39,000, with the requirement of all/),
    ).toBeVisible();
    await press('Use one number for all holdings');
    expect(field('My holdings are worth')).toHaveValue('39,000');
    expect(selectToday(account())?.margin.requirement.toFixed(2)).toBe('10950.00');
    act(undoStep);
    expect(positions()).toHaveLength(3);
  });

  it('under Fidelity’s rules one number counts as one holding: said, with the way out', async () => {
    await lump('');
    await userEvent.selectOptions(screen.getByLabelText('Broker’s rules'), 'Fidelity');
    // 30 % and 30 points for more than 75 % of the account.
    expect(screen.getByText(/^60.% assumed, as if all of it were one single holding\.$/)).toBeVisible();
    await press('Split into holdings');
    await userEvent.keyboard('VTI{Enter}58000{Enter}');
    expect(positions().map(({ id }) => id)).toEqual(['p1']);
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

describe('the account beside its holdings', () => {
  it('on first load there are three numbers, cash, a door and the broker’s rules', () => {
    expect(screen.getAllByRole('textbox')).toHaveLength(4);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
  });

  it('what the empty fields propose gives the example’s figures', async () => {
    for (const [label, text] of [
      ['My holdings are worth', '49,000'],
      ['I owe the broker', '10,000'],
      ['Cash in the account', '1,000'],
    ] as const) {
      expect(field(label)).toHaveAttribute('placeholder', `e.g. ${text}`);
    }
    await type('My holdings are worth', '49,000');
    await type('I owe the broker', '10,000');
    await type('My broker requires, % or $', '25');
    await type('Cash in the account', '1,000');
    // 49,000 + 1,000 − 10,000 = 40,000, of which 12,250 is required.
    expect(selectToday(account())?.margin.excess.toFixed(2)).toBe('27750.00');
  });

  it('a rate does not make old prices new', async () => {
    haveThree();
    await userEvent.click(screen.getByText('Interest, date and more'));
    const day = screen.getByLabelText('The prices are of');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-01-05');
    await userEvent.tab();
    expect(account().enteredOn).toBe('2026-01-05');
    await type('Requirement of row 1 in percent', '35');
    await userEvent.selectOptions(screen.getByLabelText('Broker’s rules'), 'M1');
    expect(account().enteredOn).toBe('2026-01-05');
    await type('Value of row 1 in dollars', '25000');
    expect(account().enteredOn).not.toBe('2026-01-05');
  });

  it('a day that is still to come is refused, and half a date changes nothing', async () => {
    haveThree();
    await userEvent.click(screen.getByText('Interest, date and more'));
    const day = screen.getByLabelText('The prices are of');
    fireEvent.change(day, { target: { value: '2999-01-01' } });
    fireEvent.blur(day);
    expect(screen.getByText('That day is still to come. It stays 2026-11-20.')).toBeInTheDocument();
    fireEvent.change(day, { target: { value: '' } });
    fireEvent.blur(day);
    expect(day).toHaveValue('2026-11-20');
    expect(account().enteredOn).toBe('2026-11-20');
  });

  it('interest, the days of a year and a name', async () => {
    haveThree();
    await userEvent.click(screen.getByText('Interest, date and more'));
    await type('Yearly interest rate of the loan', '7.25');
    await userEvent.selectOptions(screen.getByLabelText('Interest by a year of'), '365 days');
    const name = field('Name of the account');
    await userEvent.clear(name);
    await userEvent.type(name, 'Joint{Enter}');
    expect(account()).toMatchObject({ loanInterestRate: '0.0725', dayCount: 365, name: 'Joint' });
  });

  it('below $2,000 of equity the minimum is mentioned, with a loan only', async () => {
    await type('My holdings are worth', '5000');
    expect(screen.queryByText(/\$2,000/)).toBeNull();
    await type('I owe the broker', '3100');
    expect(screen.getByText(/^Equity is below \$2,000: brokers may not lend more/)).toBeVisible();
    await type('I owe the broker', '3000');
    expect(screen.queryByText(/\$2,000/)).toBeNull();
  });
});
