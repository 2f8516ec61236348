// Where the levers stand at the call: free there, in a call just beyond, on any account and what-if of levers.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bare } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { findMoneyCall } from '@/state/lever-calls';
import { setMoneyFlow, setRequirementShift } from '@/state/lever-edits';
import { findLastFreeShift } from '@/state/requirement-room';
import { writeMove } from '@/state/scene';
import { shiftPoint } from '@/ui/decimal-text';
import { anyDocument } from '../support/arbitrary-document';

function isTrade(change: ChangeInput): boolean {
  if (change.type === 'deposit') return change.invest === true;
  if (change.type === 'withdraw') return change.sell === true;
  return ['trade', 'rebalance', 'removeSlice'].includes(change.type);
}

/** What-ifs of levers: without trades, which no lever makes. */
const documents = anyDocument
  .map((document) => document as SimulatorDocument)
  .filter(({ scenarios }) => scenarios.every(({ changes }) => changes.every((change) => !isTrade(change))));

/** −1 in a call, 0 or 1 free; null where the what-if is impossible. */
function standing(document: SimulatorDocument, edit: Edit): number | null {
  const view = selectView(edit(document));
  return view.ok ? (view.scene.at(view.move)?.excess.sign() ?? null) : null;
}

it('the last free shift of every requirement makes no call, a millionth more does', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const view = selectView(document);
      const last = view.ok ? findLastFreeShift(view.scene, view.move) : null;
      fc.pre(last !== null && last.absolute().isBelow(bare(3)));
      expect(standing(document, setRequirementShift(writeMove(last, 'down')))).not.toBe(-1);
      const more = writeMove(last.plus(bare('1e-6')), 'up');
      expect(standing(document, setRequirementShift(more))).toBe(-1);
    }),
    { numRuns: 100 },
  );
});

it('the money that may go out, or must come in, makes no call, and a cent less of it does', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const call = findMoneyCall(document);
      fc.pre(call !== null);
      expect(standing(document, setMoneyFlow(call.value))).not.toBe(-1);
      const cents = BigInt(shiftPoint(call.value, 2)) - 1n;
      expect([-1, null]).toContain(standing(document, setMoneyFlow(shiftPoint(String(cents), -2))));
    }),
    { numRuns: 100 },
  );
});

// 130,000 of A against 96,000; 5,000 of B bought on the loan makes 101,000 owed, and from 100,000 on Firstrade asks 50 %
// of A: 34,000 of equity, 66,250 required, 32,250 short. With 1,000.01 paid in before it 99,999.99 is owed and 25 %
// asked: 35,000.01 of equity, 33,750 required.
it('where the loan decides about the rate, the least that ends the call is what keeps the loan below it', () => {
  const changes: readonly ChangeInput[] = [
    { type: 'open', position: { id: 'B', symbol: 'B', side: 'long', shares: '50', price: '100' } },
  ];
  const document: SimulatorDocument = {
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'My account',
      ruleSet: 'firstrade',
      cash: '0',
      marginLoan: '96000',
      shortCredit: '0',
      positions: [{ id: 'A', symbol: 'A', side: 'long', marketValue: '130000' }],
    },
    scenarios: [{ id: 's', name: '', changes }],
    shownScenario: 's',
  };
  expect(findMoneyCall(document)).toEqual({ value: '1000.01', isEnd: true, isFreeAbove: true });
});
