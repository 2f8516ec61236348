// An import counted out by pencil: what the account is, what is left out and why, and each way of applying it.
import { beforeEach, describe, expect, it } from 'vitest';
import { setBalance } from '@/state/account-edits';
import { changeRows } from '@/state/holding-edits';
import { applyImport } from '@/state/import';
import { checkOf } from '@/state/import-check';
import { chooseRow, leaveOut } from '@/state/import-choices';
import { fateOfPrice, findPrices } from '@/state/import-prices';
import { commit, selectAccount, startDesk, undoStep, useDesk } from '@/state/store';
import { foundOf, rowOf, schwab } from '../support/import-found';
import { accountWith, outcome, shown, start } from '../support/import-outcome';

const account = () => selectAccount(useDesk.getState());

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
    expect(accountWith(schwab)).toEqual({
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
    const raised = accountWith(schwab, { answers });
    expect([raised.cash, raised.marginLoan, raised.shortCredit]).toEqual(['0', '77320.55', '16080']);
    expect(outcome(schwab, { ...start(schwab), answers }).equity.toText()).toBe('84905.6');
  });

  it('nothing of an account number, a cost or the file’s cells is in the document', () => {
    const text = JSON.stringify(accountWith(schwab));
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
