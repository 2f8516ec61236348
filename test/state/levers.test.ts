// The levers beside the market: one order, nothing left at the default, and a what-if that becomes the account.
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';
import { setLoanInterestRate } from '@/state/account-edits';
import { adoptWhatIf, findAdopted } from '@/state/adopt-what-if';
import { selectView } from '@/state/figures';
import {
  holdingLeversOf,
  moneyFlowOf,
  setDays,
  setHoldingMove,
  setHoldingPrice,
  setHoldingRequirement,
  setMarketMove,
  setMoneyFlow,
  setOtherRules,
  setRequirementShift,
  shownChanges,
  withShownChanges,
} from '@/state/lever-edits';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { selectVerdict } from '@/state/verdict';
import { findBorrowed, findInterest, findRefusal, isOverdrawn } from '@/state/what-if-notes';

const day = '2026-11-20';
const account: AccountInput = {
  name: 'My account',
  ruleSet: 'm1',
  cash: '1000',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000', maintenanceRate: '0.25' },
    { id: 'p2', symbol: 'NVDA', side: 'long', shares: '80', price: '100', group: 'Chips' },
  ],
};
const start: SimulatorDocument = { app: 'headroom', schemaVersion: 1, account, scenarios: [] };
const shown = () => selectDocument(useDesk.getState());
const excess = () => {
  const view = selectView(shown());
  return view.ok ? view.scene.at(view.move)?.excess.toText() : undefined;
};

beforeEach(() => useDesk.setState(startDesk(start)));

const every = [
  setMarketMove('-0.1'),
  setHoldingMove({ group: 'Chips' }, '-0.2'),
  setHoldingMove({ position: 'p1' }, '0.05'),
  setHoldingPrice('p2', '90'),
  setOtherRules('merrill'),
  setRequirementShift('0.05'),
  setHoldingRequirement({ position: 'p2' }, '1'),
  setMoneyFlow('-500'),
] as const;
const types = [
  'moveMarket',
  'moveGroup',
  'movePrice',
  'setPrice',
  'switchRuleSet',
  'shiftRequirement',
  'setRequirement',
  'withdraw',
];

describe('the order of the levers', () => {
  it('is the same forwards and backwards, and so are the figures', () => {
    for (const edit of every) commit(edit);
    const forwards = excess();
    expect(shownChanges(shown()).map(({ type }) => type)).toEqual(types);
    useDesk.setState(startDesk(start));
    for (const edit of every.toReversed()) commit(edit);
    expect(shownChanges(shown()).map(({ type }) => type)).toEqual(types);
    expect(excess()).toBe(forwards);
  });

  it('a lever owns one change for each holding: a price takes the place of a move', () => {
    commit(setHoldingMove({ position: 'p2' }, '-0.2'));
    commit(setHoldingPrice('p2', '70'));
    commit(setHoldingMove({ position: 'p1' }, '-0.1'));
    expect(shownChanges(shown())).toEqual([
      { type: 'movePrice', position: 'p1', ratio: '-0.1' },
      { type: 'setPrice', position: 'p2', price: '70' },
    ]);
    expect(holdingLeversOf(shownChanges(shown()), { position: 'p2' }).price).toBe('70');
  });

  it('at its default each lever leaves nothing behind', () => {
    for (const edit of every) commit(edit);
    for (const edit of [
      setMarketMove('0'),
      setHoldingMove({ group: 'Chips' }, '0'),
      setHoldingMove({ position: 'p1' }, '0'),
      setHoldingMove({ position: 'p2' }, '0'),
      setOtherRules(null),
      setRequirementShift('0'),
      setHoldingRequirement({ position: 'p2' }, null),
      setMoneyFlow('0'),
      setDays(0),
    ]) {
      commit(edit);
    }
    expect(shown()).toEqual({ ...start, shownScenario: null });
  });
});

describe('money and days', () => {
  it('a withdrawal of $5,000 takes the $1,000 of cash and borrows $4,000', () => {
    commit(setMoneyFlow('-5000'));
    expect(moneyFlowOf(shownChanges(shown()))).toBe('-5000');
    const taken = findBorrowed(shown());
    expect([taken?.borrowed.toText(), taken?.loan.toText()]).toEqual(['4000', '14000']);
    // 32,000 − 14,000 − 25 % of 32,000.
    expect(excess()).toBe('10000');
  });

  it('a withdrawal behind a sale takes what the sale brought, and borrows nothing', () => {
    // 1,000 of cash and 500 from the sale: 1,400 come out of 1,500.
    commit(takeActions([{ type: 'trade', position: 'p1', amount: '-500' }]));
    commit(setMoneyFlow('-1400'));
    expect(findBorrowed(shown())).toBeNull();
    commit(setMoneyFlow('-1700'));
    const taken = findBorrowed(shown());
    expect([taken?.borrowed.toText(), taken?.loan.toText()]).toEqual(['200', '10200']);
  });

  it('whether a withdrawal leaves too little, and what it borrows, follows the market that was moved before it', () => {
    commit(setMoneyFlow('-5000'));
    // 32,000 − 14,000 = 18,000 of equity, 8,000 required; at −50 % 2,000, and 4,000 required.
    expect(isOverdrawn(shown())).toBe(false);
    commit(setMarketMove('-0.5'));
    expect(isOverdrawn(shown())).toBe(true);
    commit(setMarketMove('-0.1'));
    expect(isOverdrawn(shown())).toBe(false);
    commit(setMoneyFlow('0'));
    // 50 shares at 90, then at 50, are 4,500 and 2,500 of cash; 1,000 was there.
    const sale = { type: 'trade', position: 'p2', shares: '-50' } as const;
    commit((document) => withShownChanges(document, [...shownChanges(document), sale]));
    commit((document) =>
      withShownChanges(document, [...shownChanges(document), { type: 'withdraw', amount: '6000' }]),
    );
    expect(findBorrowed(shown())?.borrowed.toText()).toBe('500');
    commit(setMarketMove('-0.5'));
    expect(findBorrowed(shown())?.borrowed.toText()).toBe('2500');
  });

  it('90 days at 8 % on $10,000 cost $200; without a rate they are refused and named', () => {
    commit(setDays(90));
    expect(findRefusal(shown())).toMatchObject({ index: 0, issue: { code: 'no-interest-rate' } });
    expect(findAdopted(shown())).toBeNull();
    commit(setLoanInterestRate('0.08'));
    expect(findRefusal(shown())).toBeNull();
    expect(findInterest(shown())?.interest.toText()).toBe('200');
    expect(excess()).toBe('14800');
  });
});

describe('making a what-if the account', () => {
  it('writes exact figures back, in one step that undo takes back', () => {
    commit(setMarketMove('-0.1'));
    commit(setHoldingRequirement({ position: 'p2' }, '0.5'));
    commit(setOtherRules('merrill'));
    commit(setMoneyFlow('-1500'));
    const before = excess();
    const whatIf = shown();
    expect(findAdopted(shown())?.isRounded).toBe(false);
    commit(adoptWhatIf(day));
    expect(shown().account).toEqual({
      ...account,
      enteredOn: day,
      ruleSet: 'merrill',
      cash: '0',
      marginLoan: '10500',
      positions: [
        { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '21600', maintenanceRate: '0.25' },
        {
          id: 'p2',
          symbol: 'NVDA',
          side: 'long',
          shares: '80',
          price: '90',
          group: 'Chips',
          maintenanceRate: '0.5',
        },
      ],
    });
    expect(shownChanges(shown())).toEqual([]);
    expect(excess()).toBe(before);
    undoStep();
    expect(shown()).toBe(whatIf);
  });

  it('a figure without an end is rounded against the account: interest of $5.5555… makes a loan of $10,005.56', () => {
    commit(setLoanInterestRate('0.02'));
    commit(setDays(10));
    commit(setMarketMove('-0.1234567890123456789012'));
    expect(findAdopted(shown())?.isRounded).toBe(true);
    commit(adoptWhatIf(day));
    // 24,000 and 100 times 0.8765432109876543210988.
    expect(shown().account).toMatchObject({
      marginLoan: '10005.56',
      positions: [{ marketValue: '21037.03' }, { price: '87.654321' }],
    });
  });

  it('at the call point there is no call, and none after: 60,000 ÷ 0.7 is kept to the 18th decimal', () => {
    const position = { id: 'p1', symbol: '', side: 'long', maintenanceRate: '0.3' } as const;
    const three = { ...account, cash: '0', marginLoan: '60000' };
    useDesk.setState(
      startDesk({ ...start, account: { ...three, positions: [{ ...position, marketValue: '100000' }] } }),
    );
    commit(setMarketMove('-0.142857142857142857142857142857'));
    expect(findAdopted(shown())).toMatchObject({ isRounded: true, isFine: true });
    commit(adoptWhatIf(day));
    // 85,714.285714285714285714 would be a call of less than a cent: the last digit is one up.
    expect(shown().account.positions).toMatchObject([{ marketValue: '85714.285714285714285715' }]);
    const view = selectView(shown());
    expect(selectVerdict(view)).toMatchObject({ kind: 'exact' });
  });

  it('where no cent decides, a value is rounded down to the cent: a third less than 100,000 is 66,666.66', () => {
    const position = { id: 'p1', symbol: '', side: 'long', maintenanceRate: '0.3' } as const;
    const one = { ...account, cash: '0', marginLoan: '10000' };
    useDesk.setState(
      startDesk({ ...start, account: { ...one, positions: [{ ...position, marketValue: '100000' }] } }),
    );
    commit(setMarketMove('-0.333333333333333333333333333333'));
    expect(findAdopted(shown())).toMatchObject({ isRounded: true, isFine: false });
    commit(adoptWhatIf(day));
    expect(shown().account.positions).toMatchObject([{ marketValue: '66666.66' }]);
  });

  it('a shift becomes the own rate of each holding: 25 % and 5 points are 30 %', () => {
    commit(setRequirementShift('0.05'));
    const before = excess();
    expect(findAdopted(shown())?.hasShiftedRates).toBe(true);
    commit(adoptWhatIf(day));
    expect(shown().account.positions.map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.3', '0.3']);
    expect(excess()).toBe(before);
  });
});
