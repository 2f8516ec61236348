// What a trade would do is what putting it into the what-if does; equity stays, and undo brings everything back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { shownChanges } from '@/state/lever-edits';
import { commit, redoStep, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { takeActions } from '@/state/take-way';
import { freshId, type Side, selectTradingAccount, tryTrade } from '@/state/trades';
import { anyDocument } from '../support/arbitrary-document';
import { documentOf } from '../support/document-of';

const shown = () => selectDocument(useDesk.getState());
const texts = ({ account, margin }: Side) => ({
  cash: account.cash.toText(),
  loan: account.marginLoan.toText(),
  credit: account.shortCredit.toText(),
  equity: margin.equity.toText(),
  requirement: margin.requirement.toText(),
  values: account.positions.map(({ id, marketValue }) => `${id} ${marketValue.toText()}`),
});

/** Every kind of trade that the page takes, on the positions of a document. */
function anyTrade({ account }: SimulatorDocument): fc.Arbitrary<readonly ChangeInput[]> {
  const amount = fc.integer({ min: 1, max: 500_000 }).map((cents) => (cents / 100).toFixed(2));
  const position = fc.constantFrom(...account.positions.map(({ id }) => id));
  const opened = amount.map(
    (marketValue) => ({ id: 'traded-1', symbol: 'NEW', side: 'long', marketValue }) as const,
  );
  return fc.oneof(
    fc.record({ type: fc.constant('trade' as const), position, amount }).map((one) => [one]),
    fc
      .record({ type: fc.constant('trade' as const), position, amount: amount.map((each) => `-${each}`) })
      .map((one) => [one]),
    fc
      .record({ type: fc.constant('trade' as const), position, shares: fc.constantFrom('1', '-1', '2.5') })
      .map((one) => [one]),
    fc
      .record({ type: fc.constantFrom('open' as const, 'depositSecurities' as const), position: opened })
      .map((one) => [one]),
    fc.constant([{ type: 'rebalance' as const, cashInvested: '0' }]),
    fc.record({ type: fc.constant('removeSlice' as const), position }).map((one) => [one]),
    amount.map((each) => [{ type: 'deposit' as const, amount: each }]),
    amount.map((each) => [{ type: 'deposit' as const, amount: each, invest: true }]),
    amount.map((each) => [
      { type: 'deposit' as const, amount: each },
      { type: 'repay' as const, amount: each },
    ]),
    amount.map((each) => [{ type: 'withdraw' as const, amount: each }]),
    amount.map((each) => [{ type: 'withdraw' as const, amount: each, sell: true }]),
    amount.map((each) => [{ type: 'borrow' as const, amount: each }]),
    amount.map((each) => [{ type: 'repay' as const, amount: each }]),
  );
}
/** What changes equity. */
const flows: ReadonlySet<ChangeInput['type']> = new Set(['deposit', 'withdraw', 'depositSecurities']);

describe('over random accounts and what-ifs', () => {
  const anyCase = anyDocument.chain((json) => {
    const document = json as SimulatorDocument;
    return fc.record({ document: fc.constant(document), trade: anyTrade(document) });
  });

  it('the preview is what comes of it; trades keep equity; undo and redo lead back and forth', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyCase, ({ document, trade }) => {
        useDesk.setState(startDesk(document), true);
        const before = selectTradingAccount(shown());
        if (before === null) return;
        const tried = tryTrade(shown(), before, trade);
        const changes = shownChanges(shown());
        commit(takeActions(trade));
        const after = selectTradingAccount(shown());
        expect(after === null ? null : texts(after)).toEqual(tried.ok ? texts(tried.trial.after) : null);
        const gained = after?.margin.equity.minus(before.margin.equity).sign() ?? 0;
        expect(trade.some(({ type }) => flows.has(type)) || gained === 0).toBe(true);
        if (tried.ok) met.add(trade.map(({ type }) => type).join());
        const taken = shownChanges(shown());
        undoStep();
        expect(shownChanges(shown())).toEqual(changes);
        redoStep();
        expect(shownChanges(shown())).toEqual(taken);
      }),
      { numRuns: 300 },
    );
    expect(met.size).toBeGreaterThan(7);
  });
});

describe('the day of a purchase', () => {
  const held = { id: 'p1', symbol: 'A', side: 'long', marketValue: '20000' } as const;
  const buy = (amount: string): ChangeInput => ({ type: 'trade', position: 'p1', amount });
  const document = documentOf({ marginLoan: '5000', loanInterestRate: '0', positions: [held] });
  const tried = (changes: readonly ChangeInput[], trade: ChangeInput) => {
    const now = {
      ...document,
      scenarios: [{ id: 'w', name: 'w', changes }],
      shownScenario: 'w',
    };
    const before = selectTradingAccount(now);
    if (before === null) throw new Error('an account');
    const found = tryTrade(now, before, [trade]);
    if (!found.ok) throw new Error(found.issue.code);
    return found.trial;
  };

  // 15,000 of equity less half of 20,000 is 5,000, enough for 10,000.
  it('$10,000 is just enough, a cent more is not; with $4,000 bought the same day only $6,000 is', () => {
    expect(tried([], buy('10000')).day?.fedCall.toText()).toBe('0');
    expect(tried([], buy('10000.01')).day?.fedCall.toText()).toBe('0.005');
    expect(tried([buy('4000')], buy('6000')).day?.fedCall.toText()).toBe('0');
    expect(tried([buy('4000')], buy('7000'))).toMatchObject({ hasCompany: true });
    expect(tried([buy('4000')], buy('7000')).day?.fedCall.toText()).toBe('500');
  });

  it('what was bought before days passed was paid for then', () => {
    const later = tried([buy('4000'), { type: 'passDays', days: 3 }], buy('7000'));
    expect(later.hasCompany).toBe(false);
    // 15,000 less half of 24,000 is 3,000; 3,500 is taken.
    expect(later.day?.fedCall.toText()).toBe('500');
  });

  it('money that only comes or goes is no trade', () => {
    expect(tried([buy('4000')], { type: 'deposit', amount: '100' }).day).toBeNull();
    expect(tried([], { type: 'borrow', amount: '100' }).day).toBeNull();
  });
});

it('a new holding has an id of none that is there or to come', () => {
  const position = { id: 'traded-1', symbol: 'N', side: 'long', marketValue: '5' } as const;
  const changes: readonly ChangeInput[] = [{ type: 'open', position }];
  const document = documentOf({ positions: [{ ...position, id: 'traded-2' }] });
  expect(freshId(document)).toBe('traded-1');
  expect(freshId({ ...document, scenarios: [{ id: 'w', name: 'w', changes }], shownScenario: 'w' })).toBe(
    'traded-3',
  );
});
