// Actions put into the what-if: where they stand beside the market's move, and how they come out again.
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountInput, Position } from '@/engine/account';
import { tallyPlan } from '@/engine/plan';
import { bare, money } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { selectView } from '@/state/figures';
import {
  setDays,
  setHoldingPrice,
  setMarketMove,
  setMoneyFlow,
  setRequirementShift,
  shownChanges,
  withShownChanges,
} from '@/state/lever-edits';
import { setOwnMoney } from '@/state/money-edits';
import { dropPlan, findPlanIn, takePlan } from '@/state/plan-in';
import { listStages } from '@/state/stages';
import { commit, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { dropChanges, takeActions } from '@/state/take-way';
import { findTaken, takeOut } from '@/state/taken-ways';
import { selectVerdict } from '@/state/verdict';
import { findRefusal } from '@/state/what-if-notes';

// 77,400 − 47,000 = 30,400 against 40 % of 77,400 = 30,960: a call of $560.
const account: AccountInput = {
  name: 'Mine',
  ruleSet: 'm1',
  cash: '0',
  marginLoan: '47000',
  shortCredit: '0',
  loanInterestRate: '0.072',
  positions: [
    { id: 'p1', symbol: 'ACME', side: 'long', shares: '1000', price: '77.4', maintenanceRate: '0.4' },
  ],
};
const start: SimulatorDocument = { app: 'headroom', schemaVersion: 1, account, scenarios: [] };
const shown = () => selectDocument(useDesk.getState());
const changes = () => shownChanges(shown());
const excess = () => {
  const view = selectView(shown());
  return view.ok ? view.scene.at(view.move)?.excess.toText() : undefined;
};
const sell = (shares: number): ChangeInput => ({ type: 'trade', position: 'p1', shares: `-${shares}` });
const rest: ChangeInput = { type: 'moveMarket', ratio: '0' };

beforeEach(() => useDesk.setState(startDesk(start)));

describe('taken while the market rests', () => {
  it('a sale stands before the market’s move, which then moves what is left', () => {
    commit(takeActions([sell(147)]));
    expect(changes()).toEqual([sell(147), rest]);
    // 853 × 77.40 = 66,022.20 and 11,377.80 of cash: 30,400 − 26,408.88.
    expect(excess()).toBe('3991.12');
    commit(setMarketMove('-0.1'));
    // 853 × 69.66 = 59,419.98: 23,797.78 − 23,767.992. Sold at 69.66 it would be less than nothing.
    expect(excess()).toBe('29.788');
    commit(setMarketMove('0'));
    expect(changes()).toEqual([sell(147), rest]);
  });

  it('with room for −10 % taken, the verdict’s own distance lies beyond −10 %', () => {
    commit(takeActions([sell(147)]));
    const verdict = selectVerdict(selectView(shown()));
    // 0.6 × 66,022.20 m = 47,000 − 11,377.80: m = 0.89925, so −10.07 %.
    expect('fall' in verdict && verdict.fall?.move.toFixed(4, 'towardZero')).toBe('-0.1007');
  });

  it('undoes in one step', () => {
    commit(takeActions([sell(19), { type: 'deposit', amount: '100' }]));
    undoStep();
    expect(changes()).toEqual([]);
  });

  it('prices that another lever moved are the ones it is made at, and it keeps its place when that lever moves', () => {
    commit(setHoldingPrice('p1', '70'));
    commit(takeActions([sell(100)]));
    expect(changes().map(({ type }) => type)).toEqual(['setPrice', 'trade', 'moveMarket']);
    commit(setHoldingPrice('p1', '71'));
    expect(changes().map(({ type }) => type)).toEqual(['setPrice', 'trade', 'moveMarket']);
    commit(setRequirementShift('0.05'));
    expect(changes().map(({ type }) => type)).toEqual([
      'setPrice',
      'trade',
      'moveMarket',
      'shiftRequirement',
    ]);
    commit(setRequirementShift('0'));
    commit(setHoldingPrice('p1', '77.4'));
    commit(setMarketMove('-0.2'));
    expect(changes().map(({ type }) => type)).toEqual(['setPrice', 'trade', 'moveMarket']);
  });

  it('a second action stands behind the first, both before the market', () => {
    commit(takeActions([sell(10)]));
    commit(setDays(30));
    commit(takeActions([sell(9)]));
    expect(changes()).toEqual([sell(10), { type: 'passDays', days: 30 }, sell(9), rest]);
  });

  it('a sale taken while the market was moved is among what the market moves once it rests again', () => {
    commit(setMarketMove('-0.1'));
    commit(takeActions([sell(10)]));
    commit(setMarketMove('0'));
    expect(changes()).toEqual([sell(10)]);
    commit(takeActions([sell(9)]));
    expect(changes()).toEqual([sell(10), sell(9), rest]);
  });
});

it('taken while the market is moved, a sale stands behind the move: it is made at those prices', () => {
  commit(setMarketMove('-0.1'));
  commit(takeActions([sell(100)]));
  expect(changes()).toEqual([{ type: 'moveMarket', ratio: '-0.1' }, sell(100)]);
  // 69,660 − 47,000 = 22,660 against 40 % of 900 × 69.66 = 25,077.60.
  expect(excess()).toBe('-2417.6');
});

describe('cash', () => {
  it('adds to the lever of money in or out', () => {
    commit(setMoneyFlow('100'));
    commit(takeActions([{ type: 'deposit', amount: '460.5' }]));
    expect(changes()).toEqual([{ type: 'deposit', amount: '560.5' }, rest]);
    commit(takeActions([{ type: 'withdraw', amount: '600' }]));
    expect(changes()).toEqual([{ type: 'withdraw', amount: '39.5' }, rest]);
    commit(takeActions([{ type: 'deposit', amount: '39.5' }]));
    expect(changes()).toEqual([]);
  });

  it('stands before the market’s move too: prices that a lever set move from there, as what stands beside the way says', () => {
    commit(setHoldingPrice('p1', '70'));
    // 23,000 − 28,000 = −5,000; at −10 % 16,000 − 25,200 = −9,200.
    commit(takeActions([{ type: 'deposit', amount: '9200' }]));
    expect(changes().map(({ type }) => type)).toEqual(['setPrice', 'deposit', 'moveMarket']);
    commit(setMarketMove('-0.1'));
    expect(excess()).toBe('0');
    commit(setMoneyFlow('0'));
    expect(changes().map(({ type }) => type)).toEqual(['moveMarket', 'setPrice']);
  });

  it('in a plan: money in, a sale, and a repayment out of both', () => {
    const repay: ChangeInput = { type: 'repay', amount: '874' };
    commit(takeActions([{ type: 'deposit', amount: '100' }, sell(10), repay]));
    expect(changes()).toEqual([{ type: 'deposit', amount: '100' }, sell(10), repay, rest]);
    // 30,500 − 0.4 × 990 × 77.40 = 30,650.40.
    expect(excess()).toBe('-150.4');
  });
});

describe('taken out again', () => {
  it('with the last action the market’s resting place goes too, and the levers are in their order again', () => {
    commit(setHoldingPrice('p1', '70'));
    commit(takeActions([sell(100)]));
    commit(setMarketMove('-0.1'));
    commit(dropChanges([1]));
    expect(changes().map(({ type }) => type)).toEqual(['moveMarket', 'setPrice']);
    commit(setMarketMove('0'));
    commit(setHoldingPrice('p1', '77.4'));
    commit(takeActions([sell(1)]));
    commit(dropChanges([1]));
    expect(changes().map(({ type }) => type)).toEqual(['setPrice']);
  });

  it('a repayment of money that is no longer there goes with it, and no other', () => {
    commit(takeActions([sell(10), { type: 'repay', amount: '774' }]));
    commit(takeActions([sell(5), { type: 'repay', amount: '387' }]));
    commit(dropChanges([2]));
    expect(changes()).toEqual([sell(10), { type: 'repay', amount: '774' }, rest]);
    commit(dropChanges([0]));
    expect(changes()).toEqual([]);
  });

  it('what is about securities that are no longer moved in goes with them', () => {
    const position = {
      id: 'n',
      symbol: 'N',
      side: 'long',
      marketValue: '1000',
      maintenanceRate: '0.3',
    } as const;
    commit(
      takeActions([
        { type: 'depositSecurities', position },
        { type: 'trade', position: 'n', amount: '-500' },
        sell(1),
      ]),
    );
    commit(dropChanges([0]));
    expect(changes()).toEqual([sell(1), rest]);
  });
});

describe('repayments', () => {
  const repay = (amount: string): ChangeInput => ({ type: 'repay', amount });

  it('that could not be made before stay, and are said, whatever else is dropped', () => {
    const shift: ChangeInput = { type: 'shiftRequirement', points: '0.01' };
    const days: ChangeInput = { type: 'passDays', days: 3 };
    const document = withShownChanges(start, [repay('100'), shift, days]);
    expect(shownChanges(dropChanges([1])(document))).toEqual([repay('100'), days]);
    expect(shownChanges(dropChanges([99])(document))).toEqual([repay('100'), shift, days]);
  });

  it('go with the money that the lever takes away, as with the cross', () => {
    commit(takeActions([{ type: 'deposit', amount: '1000' }, repay('1000')]));
    commit(setOwnMoney('1200'));
    expect(changes()).toContainEqual(repay('1000'));
    commit(setOwnMoney('0'));
    expect(changes()).toEqual([]);
    expect(findRefusal(shown())).toBeNull();
  });
});

describe('a deposit on top of the person’s own money', () => {
  const way = { kind: 'deposit', position: null, rate: null } as const;
  const taken = () => findTaken(shown(), way);
  const out = () => {
    const found = taken();
    if (found !== null) commit(takeOut(way, found));
  };

  it('comes out with its repayment, and the own $1,000 stays', () => {
    commit(setOwnMoney('1000'));
    expect(taken()).toBeNull();
    commit(
      takeActions([
        { type: 'deposit', amount: '500' },
        { type: 'repay', amount: '500' },
      ]),
    );
    expect(changes()[0]).toEqual({ type: 'deposit', amount: '1500' });
    expect(taken()?.amount?.toText()).toBe('500');
    out();
    expect(changes().filter(({ type }) => type !== 'moveMarket')).toEqual([
      { type: 'deposit', amount: '1000' },
    ]);
    expect(taken()).toBeNull();
  });

  it('a plan’s cash comes out and leaves the own money the person’s', () => {
    commit(setOwnMoney('1000'));
    const view = selectView(shown());
    const on = view.ok ? view.scene.accountAt(view.move) : null;
    // 1,000 are there already: any further $100 is a plan by hand.
    const plan = on === null ? null : tallyPlan(on, { cash: money('100'), sizes: new Map() }, bare(0));
    if (plan === null) throw new Error('a plan');
    commit(takePlan(plan));
    expect(changes()[0]).toMatchObject({ type: 'deposit', amount: '1100' });
    const found = findPlanIn(shown());
    if (found === null) throw new Error('it is in');
    commit(dropPlan(found));
    expect(changes()[0]).toMatchObject({ type: 'deposit', amount: '1000' });
    expect(taken()).toBeNull();
  });

  it('that only makes a withdrawal smaller comes out too', () => {
    commit(setOwnMoney('-1000'));
    commit(takeActions([{ type: 'deposit', amount: '400' }]));
    expect(changes()[0]).toEqual({ type: 'withdraw', amount: '600' });
    expect(taken()?.amount?.toText()).toBe('400');
    out();
    expect(changes()[0]).toEqual({ type: 'withdraw', amount: '1000' });
  });

  it('of which the lever leaves less, only that much is the way’s', () => {
    commit(takeActions([{ type: 'deposit', amount: '500' }]));
    commit(setOwnMoney('300'));
    expect(taken()?.amount?.toText()).toBe('300');
    out();
    expect(changes()).toEqual([]);
  });
});

it('a sale comes out with the repayment it was put in with, though cash could pay it', () => {
  useDesk.setState(startDesk({ ...start, account: { ...account, cash: '1000' } }));
  commit(takeActions([sell(10), { type: 'repay', amount: '774' }]));
  const way = { kind: 'sell', position: { id: 'p1' } as Position, rate: null } as const;
  const found = findTaken(shown(), way);
  if (found !== null) commit(takeOut(way, found));
  expect(changes()).toEqual([]);
});

describe('the account that each change is made on', () => {
  it('is the same while the market moves behind a sale, and follows the market before one', () => {
    commit(takeActions([sell(10)]));
    const [before] = listStages(shown());
    commit(setMarketMove('-0.1'));
    expect(listStages(shown())[0]).toBe(before);
    commit(takeActions([sell(5)]));
    // 990 × 77.40 × 0.9.
    const value = () => listStages(shown())[2]?.positions[0]?.marketValue.toText();
    expect(value()).toBe('68963.4');
    commit(setMarketMove('-0.2'));
    expect(value()).toBe('61300.8');
  });
});
