/**
 * The levers: each owns one change of the what-if on show, in a fixed order, so that equal levers always mean equal
 * figures. At its default a lever's change is gone, and with the last change the what-if. A lever that is on keeps its
 * place: what was traded at its prices stays traded at them, and an order made by hand stays.
 */
import type { RuleSetInput } from '@/engine/rule-set';
import type { ChangeInput, ScenarioInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';

/** What a lever moves: one holding by its id, or all of a group. */
export type LeverTarget = { readonly position: string } | { readonly group: string };

const ownId = 'what-if';
const noChanges: readonly ChangeInput[] = [];

/** Whether a what-if has no name of its own yet: the levers made it, and "back to today" takes it away. */
export function isUnnamed({ id }: Pick<ScenarioInput, 'id'>): boolean {
  return /^what-if(-\d+)?$/.test(id);
}

/** The changes on show; none when the account is shown as it is. */
export function shownChanges(document: SimulatorDocument): readonly ChangeInput[] {
  return shownScenario(document)?.changes ?? noChanges;
}

/** Moves the whole market by a ratio from today; "0" is back to today. */
export function setMarketMove(ratio: string): Edit {
  return setLever({ type: 'moveMarket', ratio }, Number(ratio) === 0);
}

/** Adds points to every requirement; "0" leaves them as they are. */
export function setRequirementShift(points: string): Edit {
  return setLever({ type: 'shiftRequirement', points }, Number(points) === 0);
}

/** Moves one holding or a group by a ratio, on top of the market; "0" leaves it to the market. */
export function setHoldingMove(target: LeverTarget, ratio: string): Edit {
  const change: ChangeInput =
    'group' in target
      ? { type: 'moveGroup', group: target.group, ratio }
      : { type: 'movePrice', position: target.position, ratio };
  return setLever(change, Number(ratio) === 0);
}

/** Sets the price of one holding, or its value where only that is known, whatever the market does. */
export function setHoldingPrice(position: string, price: string): Edit {
  return setLever({ type: 'setPrice', position, price }, false);
}

/** Sets the requirement of one holding or a group as a ratio; null leaves it as it is. */
export function setHoldingRequirement(target: LeverTarget, rate: string | null): Edit {
  return setLever({ type: 'setRequirement', ...target, rate: rate ?? '0' }, rate === null);
}

/** Puts the account under another broker's rules, or rules of one's own; null leaves it where it is. */
export function setOtherRules(ruleSet: string | RuleSetInput | null): Edit {
  return setLever({ type: 'switchRuleSet', ruleSet: ruleSet ?? '' }, ruleSet === null);
}

/** Money in, or out below zero, in dollars; "0" is neither. */
export function setMoneyFlow(amount: string): Edit {
  const change: ChangeInput = amount.startsWith('-')
    ? { type: 'withdraw', amount: amount.slice(1) }
    : { type: 'deposit', amount };
  return setLever(change, Number(amount) === 0);
}

/** Lets whole days pass, with interest on the loan. */
export function setDays(days: number): Edit {
  return setLever({ type: 'passDays', days }, days === 0);
}

/** Shows the account as it is. A what-if with a name stays kept as it is; one without goes. */
export const backToToday: Edit = (document) => {
  const shown = shownScenario(document);
  return shown === undefined || isUnnamed(shown)
    ? withShownChanges(document, [])
    : { ...document, shownScenario: null };
};

/** The market's move in the what-if, as decimal text; several moves multiply. */
export function marketMoveOf(changes: readonly ChangeInput[]): readonly string[] {
  return changes.flatMap((change) => (change.type === 'moveMarket' ? [change.ratio] : []));
}

/** The points added to every requirement in the what-if. */
export function requirementShiftOf(changes: readonly ChangeInput[]): string {
  return changes.find((change) => change.type === 'shiftRequirement')?.points ?? '0';
}

/** What the levers of one holding or group say: its move or price, and its requirement as a ratio. */
export interface HoldingLevers {
  readonly ratio: string | null;
  readonly price: string | null;
  readonly rate: string | null;
}

/** What the levers of one holding or group say in the what-if. */
export function holdingLeversOf(changes: readonly ChangeInput[], target: LeverTarget): HoldingLevers {
  const said: { ratio: string | null; price: string | null; rate: string | null } = {
    ratio: null,
    price: null,
    rate: null,
  };
  for (const change of changes) {
    if (targetOf(change) !== nameOf(target)) continue;
    if (change.type === 'movePrice' || change.type === 'moveGroup') said.ratio = change.ratio;
    if (change.type === 'setPrice') said.price = change.price;
    if (change.type === 'setRequirement') said.rate = change.rate;
  }
  return said;
}

/** The change that holds the money in or out; none without any. */
export function moneyChangeOf(changes: readonly ChangeInput[]): ChangeInput | undefined {
  return changes.find((change) => slotOf(change) === 'money');
}

/** Money in, or out below zero, in the what-if. */
export function moneyFlowOf(changes: readonly ChangeInput[]): string {
  const flow = moneyChangeOf(changes);
  if (flow?.type === 'deposit') return flow.amount;
  return flow?.type === 'withdraw' ? `-${flow.amount}` : '0';
}

/** The rules that the what-if puts in force: a broker's by their id, or rules of one's own; null for none. */
export function otherRulesOf(changes: readonly ChangeInput[]): string | RuleSetInput | null {
  return changes.findLast((change) => change.type === 'switchRuleSet')?.ruleSet ?? null;
}

/** The days that pass in the what-if. */
export function daysOf(changes: readonly ChangeInput[]): number {
  return changes.find((change) => change.type === 'passDays')?.days ?? 0;
}

/** The levers' fixed order; what is no lever, an action, has no slot. */
const slots = [
  'market',
  'group',
  'holding',
  'rules',
  'requirements',
  'requirement',
  'money',
  'days',
] as const;
type Slot = (typeof slots)[number];

function slotOf(change: ChangeInput): Slot | null {
  switch (change.type) {
    case 'moveMarket':
      return 'market';
    case 'moveGroup':
      return 'group';
    case 'movePrice':
    case 'setPrice':
      return 'holding';
    case 'switchRuleSet':
      return 'rules';
    case 'shiftRequirement':
      return 'requirements';
    case 'setRequirement':
      return 'requirement';
    case 'deposit':
      return change.invest === true ? null : 'money';
    case 'withdraw':
      return change.sell === true ? null : 'money';
    case 'passDays':
      return 'days';
    case 'borrow':
    case 'repay':
    case 'depositSecurities':
    case 'open':
    case 'trade':
    case 'rebalance':
    case 'removeSlice':
      return null;
  }
}

/** Names the holding or group that a change is about; empty where it is about the whole account. */
function targetOf(change: ChangeInput): string {
  if (change.type === 'moveGroup') return nameOf(change);
  if (change.type === 'movePrice' || change.type === 'setPrice') return nameOf(change);
  if (change.type !== 'setRequirement') return '';
  const { group, position = '' } = change;
  return nameOf(group === undefined ? { position } : { group });
}

function nameOf(target: LeverTarget): string {
  return 'group' in target ? `group ${target.group}` : `position ${target.position}`;
}

function setLever(lever: ChangeInput, isDefault: boolean): Edit {
  return (document) => {
    const changes = shownChanges(document);
    const [slot, target] = [slotOf(lever), targetOf(lever)];
    const isOwn = (change: ChangeInput) => slotOf(change) === slot && targetOf(change) === target;
    const others = changes.filter((change) => !isOwn(change));
    const now = changes.findIndex(isOwn);
    if (isDefault && !(now >= 0 && slot === 'market'))
      return withShownChanges(document, tidied(document, others));
    const place = placeIn(document, lever);
    // One that is on keeps its place: it may have been moved there by hand.
    const at = now >= 0 ? now : others.findLastIndex((change) => placeIn(document, change) < place) + 1;
    return withShownChanges(document, tidied(document, others.toSpliced(at, 0, lever)));
  };
}

/** Whether a change is no lever's: it stands where it was taken. */
export function isAction(change: ChangeInput): boolean {
  return slotOf(change) === null;
}

/** Whether the order of changes says something: there is an action, or money that stands before the market's move. */
function isArranged(changes: readonly ChangeInput[]): boolean {
  const market = changes.findIndex(({ type }) => type === 'moveMarket');
  return changes.some((change, index) => isAction(change) || (slotOf(change) === 'money' && index < market));
}

/**
 * Changes without what says nothing any more: the market's place, once it rests and no action or money stands before it;
 * and an order of their own, once nothing needs one.
 */
export function tidied(document: SimulatorDocument, changes: readonly ChangeInput[]): readonly ChangeInput[] {
  const first = changes.findIndex((change) => isAction(change) || slotOf(change) === 'money');
  const left = changes.filter((change, index) => !isIdleMarket(change) || (first >= 0 && first < index));
  const isLoose = isArranged(shownChanges(document)) && !isArranged(left);
  return isLoose ? inLeverOrder(document, left) : left;
}

/** Whether a change is the market resting where it is. */
export function isIdleMarket(change: ChangeInput): boolean {
  return change.type === 'moveMarket' && Number(change.ratio) === 0;
}

/** The same changes in the levers' fixed order. */
function inLeverOrder(document: SimulatorDocument, changes: readonly ChangeInput[]): readonly ChangeInput[] {
  return changes.toSorted((a, b) => {
    const [left, right] = [placeIn(document, a), placeIn(document, b)];
    return left === right ? 0 : left - right;
  });
}

/** Where a change stands: by its slot, then groups before holdings, these as the account lists them. */
function placeIn({ account }: SimulatorDocument, change: ChangeInput): number {
  const slot = slotOf(change);
  if (slot === null) return Number.POSITIVE_INFINITY;
  const { positions } = account;
  const target = targetOf(change);
  const index = positions.findIndex(({ id }) => nameOf({ position: id }) === target);
  const group = positions.findIndex((each) => nameOf({ group: each.group ?? '' }) === target);
  const among = index >= 0 ? index + positions.length : group;
  return slots.indexOf(slot) + (among + 1) / (2 * positions.length + 2);
}

/** The what-if on show; none when the account is shown as it is. */
export function shownScenario({
  scenarios,
  shownScenario: id,
}: SimulatorDocument): ScenarioInput | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}

/** The document with these changes as the what-if on show; without any there is none. */
export function withShownChanges(
  document: SimulatorDocument,
  changes: readonly ChangeInput[],
): SimulatorDocument {
  const shown = shownScenario(document);
  if (shown === undefined && changes.length === 0) return document;
  const id = shown?.id ?? freeId(document);
  if (changes.length === 0 && isUnnamed({ id })) {
    const scenarios = document.scenarios.filter((scenario) => scenario.id !== id);
    return { ...document, scenarios, shownScenario: null };
  }
  const next: ScenarioInput = { ...(shown ?? { id, name: nameOfUnnamed(id) }), changes };
  const scenarios =
    shown === undefined
      ? [...document.scenarios, next]
      : document.scenarios.map((scenario) => (scenario.id === id ? next : scenario));
  return { ...document, scenarios, shownScenario: id };
}

/** "What if", and "What if 2" where one without a name is there already. */
function nameOfUnnamed(id: string): string {
  return `What if${id.slice(ownId.length).replace('-', ' ')}`;
}

function freeId({ scenarios }: SimulatorDocument): string {
  const isTaken = (id: string) => scenarios.some((scenario) => scenario.id === id);
  let id = ownId;
  for (let n = 2; isTaken(id); n += 1) id = `${ownId}-${n}`;
  return id;
}
