/** Whether two documents say the same, so that an edit that changes nothing is no step to undo. */
import type { SimulatorDocument } from '@/io/document';

/** Equal in all that is saved. */
export function isSameDocument(a: SimulatorDocument, b: SimulatorDocument): boolean {
  return a === b || written(a) === written(b);
}

/** No scenario on show is the same whether it is said or left out. */
function written({ shownScenario = null, ...rest }: SimulatorDocument): string {
  return JSON.stringify([rest, shownScenario]);
}
