// The plan beside the document: what it depends on, what it becomes in the what-if, and the marks of a comparison.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateMargin } from '@/engine/margin';
import { bare } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { setMarketMove, shownChanges } from '@/state/lever-edits';
import {
  findExtremes,
  findPlan,
  handOf,
  type PlanKind,
  planActions,
  startPlan,
  withSize,
} from '@/state/plan';
import { takeActions } from '@/state/take-way';
import { anyDocument } from '../support/arbitrary-document';

/** AAA 100 at $200 and 30 %, BBB 10,000 at 40 %, against 25,000: a call of 5,000. */
const called: SimulatorDocument = {
  app: 'headroom',
  schemaVersion: 1,
  account: {
    name: 'Mine',
    ruleSet: 'm1',
    cash: '0',
    marginLoan: '25000',
    shortCredit: '0',
    positions: [
      { id: 'AAA', symbol: 'AAA', side: 'long', shares: '100', price: '200', maintenanceRate: '0.3' },
      { id: 'BBB', symbol: 'BBB', side: 'long', marketValue: '10000', maintenanceRate: '0.4' },
    ],
  },
  scenarios: [],
};

/** The account on show. */
function accountOn(document: SimulatorDocument) {
  const view = selectView(document);
  const account = view.ok ? view.scene.accountAt(view.move) : null;
  return account;
}

function planOn(
  document: SimulatorDocument,
  kind: PlanKind,
  room: string,
  more: Partial<typeof startPlan> = {},
) {
  const account = accountOn(document);
  return account === null ? null : findPlan(account, kind, room, { ...startPlan, ...more });
}

describe('a plan as changes', () => {
  it('the deposit, then each trade, below 0 for a sale', () => {
    const plan = planOn(called, 'fewestDollars', '0', { cash: '500' });
    // 4,500: 4,000 of BBB, 500 ÷ 60 a share = 9.
    expect(plan === null ? [] : planActions(plan)).toEqual([
      { type: 'deposit', amount: '500', invest: false },
      { type: 'trade', position: 'BBB', amount: '-10000' },
      { type: 'trade', position: 'AAA', shares: '-9' },
    ]);
  });

  it('put in while the market is at −10 %, it is made at those prices and ends that call', () => {
    const moved = setMarketMove('-0.1')(called);
    const plan = planOn(moved, 'fewestDollars', '0');
    if (plan === null) throw new Error('a plan');
    const taken = takeActions(planActions(plan))(moved);
    expect(shownChanges(taken).map(({ type }) => type)).toEqual(['moveMarket', 'trade', 'trade']);
    // 7,000: BBB 9,000 × 0.4 = 3,600; 3,400 ÷ (180 × 0.3) = 62.96, so 63.
    expect(accountOn(taken)?.positions.map(({ shares, isClosed }) => shares?.toText() ?? isClosed)).toEqual([
      '37',
      true,
    ]);
  });
});

it('a plan put in while the market rests bears the fall it has room for, on the slider', () => {
  let borne = 0;
  const anyKind = fc.constantFrom<PlanKind>('fewestDollars', 'proportional', 'listed');
  fc.assert(
    fc.property(anyDocument, anyKind, (json, kind) => {
      const read = readDocument(json, ruleSets);
      if (!read.ok) return;
      const document = { ...(json as unknown as SimulatorDocument), scenarios: [], shownScenario: null };
      const plan = planOn(document, kind, '-0.1');
      if (plan === null || plan.missing.sign() > 0 || plan.trades.length === 0) return;
      const view = selectView(takeActions(planActions(plan))(document));
      const [rest, fallen] = ['0', '-0.1'].map((move) => (view.ok ? view.scene.at(bare(move)) : null));
      borne += 1;
      expect(rest?.excess.sign()).toBeGreaterThanOrEqual(0);
      expect(fallen?.excess.sign()).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 120 },
  );
  expect(borne).toBeGreaterThan(5);
});

describe('a holding whose count has no end: 1,000 at $3, of which $1,000 are sold by amount', () => {
  // 666.666… shares, $2,000 at 50 %, and $2,000 at 40 %, against 4,200 with 1,000 of cash: 800 against 1,800.
  const endless: SimulatorDocument = {
    ...called,
    account: {
      ...called.account,
      marginLoan: '4200',
      positions: [
        { id: 'A', symbol: 'A', side: 'long', shares: '1000', price: '3', maintenanceRate: '0.5' },
        { id: 'B', symbol: 'B', side: 'long', shares: '20', price: '100', maintenanceRate: '0.4' },
      ],
    },
    scenarios: [{ id: 's', name: 'S', changes: [{ type: 'trade', position: 'A', amount: '-1000' }] }],
    shownScenario: 's',
  };

  it('all of it goes by its amount, and the call is over', () => {
    const plan = planOn(endless, 'fewestDollars', '0');
    if (plan === null) throw new Error('a plan');
    expect([plan.trades.map(({ isAll }) => isAll), plan.excess.toText()]).toEqual([[true], '0']);
    expect(planActions(plan)).toEqual([{ type: 'trade', position: 'A', amount: '-2000' }]);
    const after = accountOn(takeActions(planActions(plan))(endless));
    expect(after?.positions.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(after === null ? null : evaluateMargin(after).excess.toText()).toBe('0');
  });

  it('by hand all of it stays all of it', () => {
    const plan = planOn(endless, 'fewestDollars', '0');
    if (plan === null) throw new Error('a plan');
    const hand = handOf(plan);
    expect(hand.sizes).toEqual({ A: 'all' });
    expect(planOn(endless, 'hand', '0', { hand })?.missing.toText()).toBe('0');
  });
});

describe('by hand', () => {
  it('nothing is a plan until something is typed; what is typed begins from the plan on show', () => {
    expect(planOn(called, 'hand', '0')).toBeNull();
    const plan = planOn(called, 'proportional', '0');
    if (plan === null) throw new Error('a plan');
    const hand = withSize(handOf(plan), 'AAA', '20');
    expect(hand).toEqual({ cash: '0', sizes: { AAA: '20', BBB: '5000' } });
    // 1,200 + 2,000 of 5,000.
    expect(planOn(called, 'hand', '0', { hand })?.missing.toText()).toBe('1800');
    expect(withSize(hand, 'BBB', '0').sizes).toEqual({ AAA: '20' });
  });
});

describe('marks of a comparison', () => {
  const extremes = (...figures: (string | null)[]) =>
    findExtremes(figures.map((figure) => (figure === null ? null : bare(figure))));
  it('lowest and highest, ties together, none where all are equal; without end is highest', () => {
    expect(extremes('3', '1', '2')).toEqual({ lowest: [1], highest: [0] });
    expect(extremes('1', '1', '2')).toEqual({ lowest: [0, 1], highest: [2] });
    expect(extremes('5', '5.0')).toEqual({ lowest: [], highest: [] });
    expect(extremes('5', null, null)).toEqual({ lowest: [0], highest: [1, 2] });
    expect(extremes(null, null)).toEqual({ lowest: [], highest: [] });
    expect(extremes()).toEqual({ lowest: [], highest: [] });
  });
});
