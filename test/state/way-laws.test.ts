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
  if (action.type === 'deposit') {
    const amount = less(action.amount, '0.01');
    return amount === null ? null : { ...action, amount };
  }
  if (action.type === 'depositSecurities') {
    const marketValue = less(action.position.marketValue ?? '0', '0.01');
    return marketValue === null ? null : { ...action, position: { ...action.position, marketValue } };
  }
  // A fraction that goes whole has no step below it.
  if (action.type !== 'trade' || cure.isWhole) return null;
  const { type, position } = action;
  if (action.shares !== undefined) {
    const shares = less(action.shares, '1');
    return shares === null ? null : { type, position, shares };
  }
  const amount = less(action.amount ?? '0', '0.01');
  return amount === null ? null : { type, position, amount };
}

function less(text: string, step: string): string | null {
  const size = Quantity.of<'bare'>(text);
  const next = size.sign() < 0 ? size.plus(bare(step)) : size.minus(bare(step));
  return next.sign() === 0 || next.sign() !== size.sign() ? null : next.toText();
}

/**
 * Whether money goes out in the what-if: a deposit before it then makes the loan smaller too, and with it the interest or
 * what a rule of large loans asks, so that a little less than told can be enough.
 */
function isOwing(document: SimulatorDocument): boolean {
  return shownChanges(document).some(({ type }) => ['withdraw', 'trade', 'open', 'rebalance'].includes(type));
}

const met = { ended: 0, tooLittle: 0, stood: 0, taken: 0 };

/** What the ways of a document break of the laws; nothing where all hold. */
function broken(document: SimulatorDocument, room: string): readonly string[] {
  const before = excessOf(document);
  if (before === null) return [];
  return waysOf(document, room).flatMap((way) => [
    ...brokenBy(document, before, way, way.enough, null),
    ...brokenBy(document, before, way, way.roomy, room),
  ]);
}

/** What one way in one size breaks; `room` is the move that it is to bear. */
function brokenBy(
  document: SimulatorDocument,
  before: Money,
  way: Way,
  cure: Cure | null,
  room: string | null,
): readonly string[] {
  const actions = cure === null || cure.amount.sign() === 0 ? null : actionsOf(document, way, cure, null);
  const [action] = actions ?? [];
  if (cure === null || actions === null || action === undefined) return [];
  const after = takeActions(actions)(document);
  const left = excessOf(after);
  const name = `${way.kind} ${way.position?.id ?? ''}`;
  if (left === null) return [`${name} is impossible`];
  const found: string[] = [];
  const isDeposit = action.type === 'deposit';
  if (left.sign() < 0) found.push(`${name} does not end the call`);
  // Cash that only makes a withdrawal smaller may leave a smaller loan than told: never less above.
  if (isDeposit ? left.isBelow(cure.excessAfter) : !left.equals(cure.excessAfter)) {
    found.push(`${name} leaves something else than told`);
  }
  if (findTaken(after, way) !== null) met.taken += 1;
  if (room !== null) {
    met.stood += 1;
    if ((excessOf(setMarketMove(room)(after))?.sign() ?? -1) < 0) found.push(`${name} does not bear ${room}`);
    return found;
  }
  if (before.sign() >= 0) return found;
  met.ended += 1;
  const step = smaller(action, cure);
  if (step === null || (isDeposit && isOwing(document))) return found;
  met.tooLittle += 1;
  if (excessOf(takeActions([step])(document))?.sign() !== -1) found.push(`${name} is enough a step smaller`);
  return found;
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
      fc.property(atRest, fc.constantFrom(...rooms), (document, room) => {
        expect(broken(document, room)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    // The laws were met, not passed by.
    expect(met.ended).toBeGreaterThan(10);
    expect(met.tooLittle).toBeGreaterThan(10);
    expect(met.stood).toBeGreaterThan(10);
    expect(met.taken).toBeGreaterThan(10);
  });
});
