// Laws of the ways out over generated accounts: each, put into the what-if, ends the call, and one cent or one share less
// does not; with room, the fall on the slider makes none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, type Money, Quantity } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { selectView } from '@/state/figures';
import { setMarketMove, shownChanges } from '@/state/lever-edits';
import { takeActions } from '@/state/take-way';
import { actionsOf, findTaken } from '@/state/taken-ways';
import { type Cure, listWays, type Way } from '@/state/ways';
import { anyDocument } from '../support/arbitrary-document';

const rooms = ['-0.1', '-0.25', '0.1'];

/** Excess of the what-if on show, through the same view as the page. */
function excessOf(document: SimulatorDocument): Money | null {
  const view = selectView(document);
  return view.ok ? (view.scene.at(view.move)?.excess ?? null) : null;
}

/** The ways of the account on show, market at rest. */
function waysOf(document: SimulatorDocument, room: string): readonly Way[] {
  const view = selectView(document);
  const account = view.ok ? view.scene.accountAt(view.move) : null;
  return account === null ? [] : listWays(account, bare(room), 8).ways;
}

/** The same action one cent, or one share, smaller; null where nothing is left of it, or all of a fraction goes. */
function smaller(action: ChangeInput, cure: Cure): ChangeInput | null {
  const less = (text: string, step: string) => {
    const size = Quantity.of<'bare'>(text);
    const next = size.sign() < 0 ? size.plus(bare(step)) : size.minus(bare(step));
    return next.sign() === 0 || next.sign() !== size.sign() ? null : next.toText();
  };
  switch (action.type) {
    case 'deposit': {
      const amount = less(action.amount, '0.01');
      return amount === null ? null : { ...action, amount };
    }
    case 'depositSecurities': {
      const marketValue = less(action.position.marketValue ?? '0', '0.01');
      return marketValue === null ? null : { ...action, position: { ...action.position, marketValue } };
    }
    case 'trade': {
      // A fraction that goes whole has no step below it.
      if (cure.isWhole) return null;
      const [shares, amount] = [action.shares, action.amount];
      if (shares !== undefined) {
        const next = less(shares, '1');
        return next === null ? null : { type: 'trade', position: action.position, shares: next };
      }
      const next = less(amount ?? '0', '0.01');
      return next === null ? null : { type: 'trade', position: action.position, amount: next };
    }
    default:
      throw new Error(`no way is a ${action.type}`);
  }
}

/** Whether something is withdrawn in the what-if: a deposit then makes the loan smaller too. */
function isOwing(document: SimulatorDocument): boolean {
  return shownChanges(document).some(({ type }) => type === 'withdraw');
}

const met = { ended: 0, tooLittle: 0, stood: 0, taken: 0 };

function holdToLaws(document: SimulatorDocument, room: string): void {
  const before = excessOf(document);
  if (before === null) return;
  for (const way of waysOf(document, room)) {
    for (const [cure, isRoomy] of [
      [way.enough, false],
      [way.roomy, true],
    ] as const) {
      if (cure === null || cure.amount.sign() === 0) continue;
      const actions = actionsOf(document, way, cure, null);
      const [action] = actions ?? [];
      if (actions === null || action === undefined) continue;
      const after = takeActions(actions)(document);
      expect(excessOf(after)?.sign(), 'ends the call').toBeGreaterThanOrEqual(0);
      // Money that only makes a withdrawal smaller may leave a smaller loan than told: never less above.
      if (action.type === 'deposit') expect(excessOf(after)?.isBelow(cure.excessAfter)).toBe(false);
      else expect(excessOf(after)?.toText(), 'leaves what was told').toBe(cure.excessAfter.toText());
      if (findTaken(after, way) !== null) met.taken += 1;
      const less = smaller(action, cure);
      if (isRoomy) {
        expect(excessOf(setMarketMove(room)(after))?.sign(), 'bears the move').toBeGreaterThanOrEqual(0);
        met.stood += 1;
      } else if (before.sign() < 0) {
        met.ended += 1;
        if (less !== null && !(action.type === 'deposit' && isOwing(document))) {
          expect(excessOf(takeActions([less])(document))?.sign(), 'a step less is too little').toBe(-1);
          met.tooLittle += 1;
        }
      }
    }
  }
}

/** Documents of any kind, with the market of their what-if at rest. */
const atRest = anyDocument.map((document): SimulatorDocument => {
  const still = document.scenarios.map((scenario) => ({
    ...scenario,
    changes: scenario.changes.filter(({ type }) => type !== 'moveMarket'),
  }));
  return { ...document, scenarios: still } as unknown as SimulatorDocument;
});

describe('over generated accounts', () => {
  it('each way ends the call, a step less does not, and with room the move on the slider makes none', () => {
    fc.assert(
      fc.property(atRest, fc.constantFrom(...rooms), (document, room) => holdToLaws(document, room)),
      { numRuns: 60 },
    );
    // The laws were met, not passed by.
    expect(met.ended).toBeGreaterThan(60);
    expect(met.tooLittle).toBeGreaterThan(30);
    expect(met.stood).toBeGreaterThan(60);
    expect(met.taken).toBeGreaterThan(60);
  });
});
