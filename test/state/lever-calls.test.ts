// Where the levers stand at the call: free there, in a call just beyond, on any account and what-if of levers.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bare } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { selectView } from '@/state/figures';
import { findMoneyCall } from '@/state/lever-calls';
import { setMoneyFlow, setRequirementShift } from '@/state/lever-edits';
import { findLastFreeShift } from '@/state/requirement-room';
import { writeMove } from '@/state/scene';
import { shiftPoint } from '@/ui/decimal-text';
import { anyDocument } from '../support/arbitrary-document';

/** What-ifs of levers: without trades, which no lever makes. */
const documents = anyDocument
  .map((document) => document as SimulatorDocument)
  .filter(({ scenarios }) =>
    scenarios.every(({ changes }) => changes.every(({ type }) => type !== 'trade' && type !== 'rebalance')),
  );

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
