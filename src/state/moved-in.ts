/** Securities that a way out moves in: a position of a value and a rate, under an id and a name of its own. */
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { positionsAlong } from '@/state/stages';

/** What such a position is called; a number follows from the second on. */
export const movedInSymbol = 'Securities moved in';

/** The change that moves in securities of a value, owned outright, with a rate of their own. */
export function movingIn(document: SimulatorDocument, amount: string, rate: string): ChangeInput {
  const taken = new Set(positionsAlong(document).flatMap(({ id, symbol }) => [id, symbol]));
  let n = 1;
  while (taken.has(idOf(n)) || taken.has(symbolOf(n))) n += 1;
  return {
    type: 'depositSecurities',
    position: { id: idOf(n), symbol: symbolOf(n), side: 'long', marketValue: amount, maintenanceRate: rate },
  };
}

function idOf(n: number): string {
  return n === 1 ? 'moved-in' : `moved-in-${n}`;
}

function symbolOf(n: number): string {
  return n === 1 ? movedInSymbol : `${movedInSymbol} ${n}`;
}
