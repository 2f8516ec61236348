/**
 * The levers: each owns one change of the what-if on show, in a fixed order, so that equal levers always mean equal
 * figures. At its default a lever's change is gone, and with the last change the what-if.
 */
import type { ChangeInput, ScenarioInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';

const order = ['moveMarket', 'shiftRequirement'] as const;
type LeverType = (typeof order)[number];

const ownId = 'what-if';

/** The changes on show; none when the account is shown as it is. */
export function shownChanges(document: SimulatorDocument): readonly ChangeInput[] {
  return shownScenario(document)?.changes ?? [];
}

/** Moves the whole market by a ratio from today; "0" is back to today. */
export function setMarketMove(ratio: string): Edit {
  return setLever({ type: 'moveMarket', ratio }, Number(ratio) === 0);
}

/** Adds points to every requirement; "0" leaves them as they are. */
export function setRequirementShift(points: string): Edit {
  return setLever({ type: 'shiftRequirement', points }, Number(points) === 0);
}

/** Takes one change out of the what-if. */
export function dropChange(index: number): Edit {
  return (document) => withChanges(document, shownChanges(document).toSpliced(index, 1));
}

/** Takes every change out of the what-if. */
export const backToToday: Edit = (document) => withChanges(document, []);

/** The market's move in the what-if, as decimal text; several moves multiply. */
export function marketMoveOf(changes: readonly ChangeInput[]): readonly string[] {
  return changes.flatMap((change) => (change.type === 'moveMarket' ? [change.ratio] : []));
}

/** The points added to every requirement in the what-if. */
export function requirementShiftOf(changes: readonly ChangeInput[]): string {
  return changes.find((change) => change.type === 'shiftRequirement')?.points ?? '0';
}

function setLever(lever: Extract<ChangeInput, { type: LeverType }>, isDefault: boolean): Edit {
  return (document) => {
    const others = shownChanges(document).filter((change) => change.type !== lever.type);
    if (isDefault) return withChanges(document, others);
    const rank = order.indexOf(lever.type);
    const isEarlier = (change: ChangeInput) => order.some((type, n) => type === change.type && n < rank);
    const at = others.findLastIndex(isEarlier) + 1;
    return withChanges(document, others.toSpliced(at, 0, lever));
  };
}

function shownScenario({ scenarios, shownScenario: id }: SimulatorDocument): ScenarioInput | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}

function withChanges(document: SimulatorDocument, changes: readonly ChangeInput[]): SimulatorDocument {
  const shown = shownScenario(document);
  if (shown === undefined && changes.length === 0) return document;
  const id = shown?.id ?? freeId(document);
  if (changes.length === 0 && id.startsWith(ownId)) {
    const scenarios = document.scenarios.filter((scenario) => scenario.id !== id);
    return { ...document, scenarios, shownScenario: null };
  }
  const next: ScenarioInput = { ...(shown ?? { id, name: 'What if' }), changes };
  const scenarios =
    shown === undefined
      ? [...document.scenarios, next]
      : document.scenarios.map((scenario) => (scenario.id === id ? next : scenario));
  return { ...document, scenarios, shownScenario: id };
}

function freeId({ scenarios }: SimulatorDocument): string {
  const isTaken = (id: string) => scenarios.some((scenario) => scenario.id === id);
  let id = ownId;
  for (let n = 2; isTaken(id); n += 1) id = `${ownId}-${n}`;
  return id;
}
