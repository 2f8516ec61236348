// An import counted out by pencil: what the account is, what is left out and why, and each way of applying it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportFound } from '@/io/import/import-types';
import { setBalance } from '@/state/account-edits';
import { changeRows } from '@/state/holding-edits';
import { applyImport, documentOfImport } from '@/state/import';
import { checkOf } from '@/state/import-check';
import {
  chooseAccount,
  chooseRow,
  type ImportChoices,
  leaveOut,
  type RowEdit,
  startChoices,
} from '@/state/import-choices';
import { outcomeOf } from '@/state/import-outcome';
import { fateOfPrice, findPrices } from '@/state/import-prices';
import { commit, selectAccount, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { accountOf, foundOf, rowOf, schwab } from '../support/import-found';

const today = '2026-11-21';
const shown = () => selectDocument(useDesk.getState());
const account = () => selectAccount(useDesk.getState());
const start = (found: ImportFound) => startChoices(found, shown(), today);
const documentWith = (found: ImportFound, change: Partial<ImportChoices> = {}) =>
  documentOfImport(found, { ...start(found), ...change }, shown()).account;
const outcome = (found: ImportFound, choices = start(found)) => outcomeOf(found, choices);

beforeEach(() => useDesk.setState(startDesk()));

function haveOwn() {
  const row = { id: 'p1', side: 'long', maintenanceRate: '0.4' } as const;
  commit(changeRows([], [{ ...row, symbol: 'aapl', shares: '10', price: '200' }], '2026-11-01'));
  commit(setBalance('marginLoan', '500', '2026-11-01'));
}

describe('Schwab’s sample', () => {
  it('equity is 162,226.15 − 16,080 − 61,240.55 = 84,905.60 without the option, which is $870 more than the file says', () => {
    const found = outcome(schwab);
    expect(found.longValue.toText()).toBe('162226.15');
    expect(found.equity.toText()).toBe('84905.6');
    const check = checkOf(found, start(schwab));
    expect(check.isReadWhole).toBe(true);
    expect(check.isSame).toBe(false);
    expect(check.difference?.toText()).toBe('870');
    expect(check.leftOutWorth.toText()).toBe('-870');
    expect(check.rounding.sign()).toBe(0);
  });

  it('the document has four holdings, a loan, the day of the file, and the option by name among what no figure includes', () => {
    expect(documentWith(schwab)).toEqual({
      name: 'My Schwab account',
      enteredOn: '2026-11-20',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '61240.55',
      shortCredit: '0',
      positions: [
        { id: 'p1', symbol: 'AAPL', side: 'long', shares: '300', price: '228.40' },
        { id: 'p2', symbol: 'VOO', side: 'long', shares: '120.5', price: '612.30' },
        { id: 'p3', symbol: 'BRK.B', side: 'long', shares: '40', price: '498.10' },
        { id: 'p4', symbol: 'TSLA', side: 'short', shares: '50', price: '321.60' },
      ],
      excluded: [{ label: 'AAPL 12/18/2026 250 C', reason: 'option' }],
    });
  });

  it('a credit of $16,080 raises the loan to $77,320.55, and equity stays', () => {
    const answers = { loan: null, cash: null, credit: '16080' };
    const raised = documentWith(schwab, { answers });
    expect([raised.cash, raised.marginLoan, raised.shortCredit]).toEqual(['0', '77320.55', '16080']);
    expect(outcome(schwab, { ...start(schwab), answers }).equity.toText()).toBe('84905.6');
  });

  it('nothing of an account number, a cost or the file’s cells is in the document', () => {
    const text = JSON.stringify(documentWith(schwab));
    expect(text).not.toMatch(/252|57945|ending/);
  });

  it('a row that is left out is named, one that is taken back in is not', () => {
    const out = leaveOut(start(schwab), [1]);
    expect(outcome(schwab, out).leftOut.map(({ row, reason }) => [row.symbol, reason])).toEqual([
      ['VOO', 'by-choice'],
      ['AAPL 12/18/2026 250.00 C', 'option'],
    ]);
    expect(outcome(schwab, chooseRow(out, 1, { isTaken: true })).holdings).toHaveLength(4);
  });

  it('an option cannot be taken in: there are no rules for it', () => {
    const wanted = chooseRow(start(schwab), 4, { isTaken: true });
    expect(outcome(schwab, wanted).holdings).toHaveLength(4);
  });

  it('shares typed over count, and the check says what that changed: 10 more of $228.40', () => {
    const edited = chooseRow(start(schwab), 0, { edit: { shares: '310' } });
    expect(checkOf(outcome(schwab, edited), edited).changed.toText()).toBe('2284');
  });
});

describe('money beside the holdings', () => {
  const long = rowOf({ symbol: 'VTI', quantity: '10', price: '300', value: '3000' });
  const short = rowOf({ symbol: 'GME', quantity: '-100', price: '20', value: '-2000' });
  const amounts = ({ cash, marginLoan, shortCredit, equity }: ReturnType<typeof outcomeOf>) =>
    [cash, marginLoan, shortCredit, equity].map((each) => each.toText());

  it('a source without loan and cash must be told both; 0 is an answer, nothing is none', () => {
    const found = foundOf({ layout: 'm1', questions: ['margin-loan', 'cash'] }, { rows: [long] });
    expect(outcome(found).unanswered).toEqual(['loan', 'cash']);
    const told = { ...start(found), answers: { loan: '1200', cash: '0', credit: null } };
    expect(outcome(found, told).unanswered).toEqual([]);
    expect(amounts(outcome(found, told))).toEqual(['0', '1200', '0', '1800']);
  });

  it('where the loan is typed, the credit is its own amount and must be told with a short', () => {
    const cash = rowOf({ fate: 'cash', value: '100' });
    const found = foundOf({ layout: 'fidelity', questions: ['margin-loan'] }, { rows: [long, short, cash] });
    expect(outcome(found).unanswered).toEqual(['loan', 'credit']);
    const told = { ...start(found), answers: { loan: '500', cash: null, credit: '2100' } };
    // 3,000 − 2,000 + 100 + 2,100 − 500
    expect(amounts(outcome(found, told))).toEqual(['100', '500', '2100', '2700']);
  });

  it('a credit beyond the cash of the file takes the cash first and then makes a loan', () => {
    const cash = rowOf({ fate: 'cash', value: '1500' });
    const found = foundOf({}, { rows: [long, short, cash] });
    const told = { ...start(found), answers: { loan: null, cash: null, credit: '2000' } };
    // 1,500 − 2,000 = −500; equity 3,000 − 2,000 + 1,500 either way.
    expect(amounts(outcome(found))).toEqual(['1500', '0', '0', '2500']);
    expect(amounts(outcome(found, told))).toEqual(['0', '500', '2000', '2500']);
  });

  it('a loan on a row of its own is that loan, beside the cash', () => {
    const rows = [
      long,
      rowOf({ fate: 'cash', value: '250' }),
      rowOf({ fate: 'cash', money: 'marginLoan', value: '-900' }),
    ];
    expect(amounts(outcome(foundOf({}, { rows })))).toEqual(['250', '900', '0', '2350']);
  });

  it('pending activity and a money-market fund count only once the person says so', () => {
    const rows = [
      long,
      rowOf({ fate: 'pending', value: '-250' }),
      rowOf({ fate: 'moneyMarket', symbol: 'VMFXX', value: '1503.21' }),
    ];
    const found = foundOf({}, { rows });
    expect(amounts(outcome(found))[0]).toBe('0');
    expect(documentWith(found).excluded).toEqual([
      { label: 'Pending activity', reason: 'not settled' },
      { label: 'VMFXX', reason: 'money-market fund, not counted' },
    ]);
    const both = [1, 2].reduce((said, index) => chooseRow(said, index, { isTaken: true }), start(found));
    // 1,503.21 − 250
    expect(amounts(outcome(found, both))[0]).toBe('1253.21');
  });
});

describe('rows', () => {
  it('value ÷ shares without an end gives back the value to the cent: 9,070.77 ÷ 30.12345', () => {
    const rows = [
      rowOf({ symbol: 'VTI', quantity: '30.12345', price: '301.12', isPriceDerived: true, value: '9070.77' }),
    ];
    const [holding] = outcome(foundOf({}, { rows })).holdings;
    expect(holding?.isPriceDerived).toBe(true);
    expect(holding?.worth.toFixed(2, 'down')).toBe('9070.77');
    expect(holding?.worth.minus(outcome(foundOf({}, { rows })).longValue).sign()).toBe(0);
  });

  it('a holding with a value and no shares is known by its value', () => {
    const rows = [rowOf({ symbol: 'FUND', value: '1200' })];
    expect(documentWith(foundOf({}, { rows })).positions).toEqual([
      { id: 'p1', symbol: 'FUND', side: 'long', marketValue: '1200' },
    ]);
  });

  it('what was not understood stays open until it is mended or left out, and is never 0', () => {
    const row = rowOf({
      fate: 'unread',
      reason: 'unreadable-quantity',
      symbol: 'IBM',
      price: '200',
      unreadText: '1O',
    });
    const found = foundOf({}, { rows: [row] });
    expect(outcome(found).open).toEqual([0]);
    const mended = chooseRow(start(found), 0, { edit: { shares: '10' } });
    expect(outcome(found, mended).longValue.toText()).toBe('2000');
    const refused = chooseRow(mended, 0, { refused: { price: 'x' } });
    expect(outcome(found, refused).open).toEqual([0]);
    const left = outcome(found, leaveOut(start(found), [0]));
    expect(left.open).toEqual([]);
    expect(left.leftOut).toHaveLength(1);
  });

  it('a value far from shares × price is open until one of them is typed: 10,000 at 98.75 is no $9,875', () => {
    const row = rowOf({
      fate: 'unread',
      reason: 'value-apart',
      symbol: 'NOTE 2031',
      quantity: '10000',
      price: '98.75',
      value: '9875',
    });
    const found = foundOf({}, { rows: [row] });
    const settled = (edit: RowEdit) => outcome(found, chooseRow(start(found), 0, { edit }));
    expect(outcome(found).open).toEqual([0]);
    expect(settled({ symbol: 'X' }).open).toEqual([0]);
    expect(settled({ price: '0.9875' }).longValue.toText()).toBe('9875');
    expect(settled({ shares: '100' }).longValue.toText()).toBe('9875');
  });

  it('a value in another currency is no amount of dollars: taken in, it asks for one', () => {
    const row = rowOf({
      fate: 'excluded',
      reason: 'foreign-currency',
      symbol: 'SAP',
      quantity: '5',
      price: '100',
      value: '500',
    });
    const found = foundOf({}, { rows: [row] });
    const taken = chooseRow(start(found), 0, { isTaken: true });
    expect(outcome(found, taken).open).toEqual([0]);
    const priced = chooseRow(taken, 0, { edit: { price: '110' } });
    expect(outcome(found, priced).longValue.toText()).toBe('550');
  });

  it('what is held in cash and on margin is one holding: 12,000 and 12,000 of 100,000 are 24 %, for which Fidelity adds 10 points', () => {
    const row = (symbol: string, quantity: string, at = '100') => rowOf({ symbol, quantity, price: at });
    const rows = [
      row('NVDA', '120'),
      row('KO', '100', '760'),
      row('NVDA', '120', '100.00'),
      row('NVDA', '-5'),
      row('IBM', '1'),
      row('IBM', '1', '101'),
    ];
    const found = outcome(foundOf({ layout: 'fidelity' }, { rows }));
    expect(found.holdings.map(({ symbol, side, shares }) => [symbol, side, shares])).toEqual([
      ['NVDA', 'long', '240'],
      ['KO', 'long', '100'],
      ['NVDA', 'short', '5'],
      ['IBM', 'long', '1'],
      ['IBM', 'long', '1'],
    ]);
    expect(found.joined).toEqual(['NVDA']);
    // 24,000 + 76,000 + 201
    expect(found.longValue.toText()).toBe('100201');
    const byValue = [rowOf({ symbol: 'FUND', value: '1200' }), rowOf({ symbol: 'FUND', value: '0.50' })];
    expect(documentWith(foundOf({}, { rows: byValue })).positions).toMatchObject([{ marketValue: '1200.5' }]);
    const weighed = [row('KO', '1'), row('KO', '1')].map((each) => ({
      ...each,
      extra: { targetWeight: '0.5' },
    }));
    expect(outcome(foundOf({}, { rows: weighed })).holdings).toHaveLength(2);
  });

  it('what another account of the file tells of its money is not told of this one', () => {
    const rows = [rowOf({ symbol: 'VTI', quantity: '1', price: '300', value: '300' })];
    const cash = rowOf({ fate: 'cash', value: '-5000' });
    const accounts = [
      accountOf({ id: '1', rows: [...rows, cash], cash: '-5000' }),
      accountOf({ id: '2', rows }),
    ];
    const found = { ...foundOf({ layout: 'table' }), accounts };
    expect(outcome(found).unanswered).toEqual([]);
    expect(outcome(found, chooseAccount(start(found), '2')).unanswered).toEqual(['loan', 'cash']);
  });

  it('another account of the file begins anew', () => {
    const found = {
      ...foundOf({}),
      accounts: [accountOf({ id: '1' }), accountOf({ id: '2', rows: [rowOf({ symbol: 'X', value: '7' })] })],
    };
    const said = { ...leaveOut(start(found), [0]), answers: { loan: '9', cash: null, credit: null } };
    const other = chooseAccount(said, '2');
    expect(outcome(found, other).longValue.toText()).toBe('7');
    expect(other.answers.loan).toBeNull();
  });
});

describe('applying it', () => {
  it('in place of own work: one step, and the work waits in the menu', () => {
    haveOwn();
    const before = shown();
    const steps = useDesk.getState().history.past.length;
    expect(applyImport(schwab, start(schwab))).toEqual([]);
    expect(account().positions).toHaveLength(4);
    expect(useDesk.getState().aside.map(({ document }) => document)).toEqual([before]);
    expect(useDesk.getState().history.past).toHaveLength(steps + 1);
    undoStep();
    expect(shown()).toEqual(before);
  });

  it('added: holdings behind those that are there, loans together, 500 + 61,240.55, and the older day', () => {
    haveOwn();
    applyImport(schwab, { ...start(schwab), mode: 'add' });
    expect(account().positions.map(({ id, symbol }) => [id, symbol])).toEqual([
      ['p1', 'aapl'],
      ['p2', 'AAPL'],
      ['p3', 'VOO'],
      ['p4', 'BRK.B'],
      ['p5', 'TSLA'],
    ]);
    expect(account().marginLoan).toBe('61740.55');
    expect(account().enteredOn).toBe('2026-11-01');
    expect(account().name).toBe('My account');
    undoStep();
    expect(account().positions).toHaveLength(1);
  });

  it('prices only: the price changes and with it the day; shares, rate and loan stay', () => {
    haveOwn();
    applyImport(schwab, { ...start(schwab), mode: 'prices' });
    expect(account()).toMatchObject({ enteredOn: '2026-11-20', marginLoan: '500' });
    expect(account().positions).toEqual([
      { id: 'p1', symbol: 'aapl', side: 'long', shares: '10', price: '228.40', maintenanceRate: '0.4' },
    ]);
    undoStep();
    expect(account().positions[0]?.price).toBe('200');
  });

  it('prices only, where one holding is not in the file: the day stays the older one', () => {
    haveOwn();
    const row = { id: 'p2', symbol: 'KO', side: 'long', maintenanceRate: null } as const;
    commit(changeRows([], [{ ...row, shares: '1', price: '60' }], '2026-11-01'));
    applyImport(schwab, { ...start(schwab), mode: 'prices' });
    expect(account().positions.map(({ price }) => price)).toEqual(['228.40', '60']);
    expect(account().enteredOn).toBe('2026-11-01');
  });

  it('BRK/B is BRK.B, and a symbol with two prices in the file gets neither', () => {
    const row = (id: string, symbol: string) =>
      ({ id, symbol, side: 'long', maintenanceRate: null, shares: '1', price: '1' }) as const;
    commit(changeRows([], [row('p1', 'BRK/B'), row('p2', 'KO')], '2026-11-01'));
    const rows = [
      rowOf({ symbol: 'BRK.B', quantity: '1', price: '498.10' }),
      rowOf({ symbol: 'KO', quantity: '1', price: '60' }),
      rowOf({ symbol: 'KO', quantity: '1', price: '61' }),
    ];
    const found = foundOf({}, { rows });
    applyImport(found, { ...start(found), mode: 'prices' });
    expect(account().positions.map(({ price }) => price)).toEqual(['498.10', '1']);
  });

  it('prices only says of each row what it does: new price, other shares, by value, twofold, absent', () => {
    const positions = [
      { id: 'p1', symbol: 'BRK/B', side: 'long', shares: '10', price: '490' },
      { id: 'p2', symbol: 'KO', side: 'long', shares: '5', price: '60' },
      { id: 'p3', symbol: 'VTI', side: 'long', marketValue: '3000' },
      { id: 'p4', symbol: 'GE', side: 'long', shares: '1', price: '200' },
    ] as const;
    const rows = [
      // Two lots, 4 + 8 shares, are one holding of 12.
      rowOf({ symbol: 'BRK.B', quantity: '4', price: '498.10' }),
      rowOf({ symbol: 'BRK.B', quantity: '8', price: '498.10' }),
      rowOf({ symbol: 'KO', quantity: '5.0', price: '60' }),
      rowOf({ symbol: 'VTI', quantity: '10', price: '300' }),
      rowOf({ symbol: 'GE', quantity: '1', price: '201' }),
      rowOf({ symbol: 'GE', quantity: '1', price: '202' }),
      rowOf({ symbol: 'AMD', quantity: '1', price: '160' }),
    ];
    const { holdings } = outcome(foundOf({}, { rows }));
    const update = findPrices({ holdings }, positions);
    expect(holdings.map((holding) => fateOfPrice(holding, update, positions, holdings))).toEqual([
      { kind: 'price', before: '490', after: '498.10', shares: { kept: '10', inSource: '12' } },
      { kind: 'price', before: '60', after: '60', shares: null },
      { kind: 'byValue' },
      { kind: 'twofold' },
      { kind: 'twofold' },
      { kind: 'absent' },
    ]);
  });

  it('what no document can hold is refused, and the account stays', () => {
    const rows = [rowOf({ symbol: 'X', quantity: '1', price: '1' })];
    const found = foundOf({}, { rows });
    const before = shown();
    expect(applyImport(found, { ...start(found), asOf: '2026-02-30' })).not.toEqual([]);
    expect(shown()).toBe(before);
  });
});

describe('the broker’s rules', () => {
  it.each([
    ['fidelity', 'fidelity'],
    ['ibkr-flex', 'interactive-brokers'],
    ['m1', 'm1'],
    ['schwab', 'finra-minimum'],
  ] as const)('a file of %s proposes %s', (layout, rules) => {
    expect(start(foundOf({ layout })).ruleSet).toBe(rules);
  });
});
