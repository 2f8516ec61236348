// A large import opened in steps: until the last of them nothing has changed, and given up before that nothing ever does.
import { beforeEach, describe, expect, it } from 'vitest';
import { setBalance } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { changeRows } from '@/state/holding-edits';
import { applyImport, importInSteps } from '@/state/import';
import { openDocument } from '@/state/open-account';
import { isLarge, prepareInSteps } from '@/state/prepare';
import { commit, selectAccount, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { isStanding, selectVerdict } from '@/state/verdict';
import { foundOf, rowOf } from '../support/import-found';
import { start } from '../support/import-outcome';

/** 600 longs of 10 shares at $20: 120,000 in all, and a loan of 30,000. */
const six = foundOf(
  {},
  {
    marginLoan: '30000',
    rows: [
      ...Array.from({ length: 600 }, (_, n) => rowOf({ symbol: `S${n}`, quantity: '10', price: '20' })),
      rowOf({ fate: 'cash', money: 'marginLoan', value: '-30000' }),
    ],
  },
);
const desk = () => useDesk.getState();
const account = () => selectAccount(desk());

function haveOwn() {
  const row = { id: 'p1', side: 'long', maintenanceRate: null } as const;
  commit(changeRows([], [{ ...row, symbol: 'OWN', shares: '1', price: '100' }], '2026-11-01'));
}

beforeEach(() => useDesk.setState(startDesk()));

describe('600 holdings in steps', () => {
  it('nothing changes at any pause; the last step opens them, as one step to undo, as at once', () => {
    haveOwn();
    const before = desk();
    const work = importInSteps(six, start(six));
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      pauses += 1;
      expect(desk()).toBe(before);
    }
    expect(step.value).toEqual([]);
    expect(pauses).toBeGreaterThan(10);
    expect(desk().history.past).toHaveLength(before.history.past.length + 1);
    const opened = account();
    expect(opened.positions).toHaveLength(600);
    expect(opened.marginLoan).toBe('30000');

    undoStep();
    expect(account().positions.map(({ symbol }) => symbol)).toEqual(['OWN']);
    applyImport(six, start(six));
    expect(account()).toEqual(opened);
  });

  it('given up at any of its pauses, the page is as it was and can go on', () => {
    haveOwn();
    const before = desk();
    for (const steps of [1, 5, 10]) {
      const work = importInSteps(six, start(six));
      for (let step = 0; step < steps; step += 1) work.next();
      work.return([]);
    }
    expect(desk()).toBe(before);
    commit(setBalance('cash', '5', '2026-11-01'));
    expect(account()).toMatchObject({ cash: '5', positions: [{ symbol: 'OWN' }] });
  });

  it('added to an account that changed meanwhile, they are added to what it is then', () => {
    haveOwn();
    const work = importInSteps(six, { ...start(six), mode: 'add' });
    for (let step = 0; step < 5; step += 1) work.next();
    commit(setBalance('cash', '7', '2026-11-01'));
    let step = work.next();
    while (step.done !== true) step = work.next();
    expect(account().cash).toBe('7');
    expect(account().positions).toHaveLength(601);
    undoStep();
    expect(account()).toMatchObject({ cash: '7', positions: [{ symbol: 'OWN' }] });
  });

  it('another account that comes to be on show meanwhile gets nothing of them, by whichever mode', () => {
    for (const mode of ['replace', 'add', 'prices'] as const) {
      useDesk.setState(startDesk());
      haveOwn();
      const work = importInSteps(six, { ...start(six), mode });
      for (let step = 0; step < 3; step += 1) work.next();
      const other = { ...selectDocument(desk()).account, name: 'Another' };
      openDocument({ app: 'headroom', schemaVersion: 1, account: other, scenarios: [] });
      const before = desk();
      let step = work.next();
      while (step.done !== true) step = work.next();
      expect(step.value).toBeNull();
      expect(desk()).toBe(before);
    }
  });

  it('what no document can hold is refused at the gate, in steps too', () => {
    const before = desk();
    const wrong = foundOf({}, { rows: [rowOf({ symbol: 'A', quantity: `1${'0'.repeat(15)}`, price: '1' })] });
    const work = importInSteps(wrong, start(wrong));
    let step = work.next();
    while (step.done !== true) step = work.next();
    expect(step.value).toHaveLength(1);
    expect(desk()).toBe(before);
  });
});

describe('what is prepared', () => {
  it('is what the page finds by itself: 90,000 of equity, 60,000 above 30,000', () => {
    applyImport(six, start(six));
    const opened = selectDocument(desk());
    expect(isLarge(opened)).toBe(true);
    // The same figures read anew, as the page would without any preparation.
    const fresh = structuredClone(opened);
    const prepared = structuredClone(opened);
    for (const _pause of prepareInSteps(prepared));
    for (const document of [opened, fresh, prepared]) {
      const verdict = selectVerdict(selectView(document));
      if (!isStanding(verdict)) throw new Error(verdict.kind);
      expect(verdict.kind).toBe('fall');
      expect(verdict.figures.equity.toText()).toBe('90000');
      expect(verdict.figures.excess.toText()).toBe('60000');
      // 120,000 × (1 − x) × 75 % = 30,000: a fall of two thirds.
      expect(verdict.fall?.move.toText()).toBe('-0.666666666666666666666666666667');
    }
  });

  it('an account that cannot be read is left to the page, which says so', () => {
    const document = structuredClone(selectDocument(desk()));
    const unread = { ...document, account: { ...document.account, cash: 'x' } };
    for (const _pause of prepareInSteps(unread));
    expect(selectView(unread).ok).toBe(false);
  });
});
