/**
 * What a person can do to the holdings, as functions from one document to the next. While one number is split into
 * holdings, what is not typed yet stays as the rest, so that the total is kept. Figures arrive as checked decimal text.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import { type Money, marketValueOf, money, price, shares, sum } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { type Edit, editAccount } from '@/state/account-edits';
import { withoutOrphans } from '@/state/position-changes';

/** What is left of one number while holdings are typed out of it has an id of its own, so that a reload knows it. */
export const restId = 'rest';

/** Whether one number is being split, so that something of it is left. */
export function hasRest({ account }: SimulatorDocument): boolean {
  return account.positions.some(({ id }) => id === restId);
}

/** The fields of the rows, among all fields. */
export const rowField = /^(value|shares|price|rate|leverage|beta|minimum|weight)-/;

/** What is held: a value, or shares and their price. */
export type HeldInput =
  | { readonly marketValue: string }
  | { readonly shares: string; readonly price: string };

/** A position as a row of the page describes it; a null rate leaves it to the broker's rules. */
export type RowInput = HeldInput & {
  readonly id: string;
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly maintenanceRate: string | null;
};

/** What of a row can be changed on its own; null leaves it to the broker's rules or takes it away. */
export type RowChange =
  | HeldInput
  | { readonly symbol: string }
  | { readonly side: 'long' | 'short' }
  | { readonly maintenanceRate: string | null }
  | { readonly perShareMinimum: string | null }
  | { readonly beta: string | null }
  | { readonly leverage: string | null }
  | { readonly group: string | null }
  | { readonly targetWeight: string | null }
  | { readonly marginable: boolean };

const nextIds = new WeakMap<readonly PositionInput[], string>();

/**
 * The id of the row below the last holding: the first of p1, p2, … after all that are taken. Asked for with every step
 * of a slider, so it is remembered.
 */
export function nextRowId(positions: readonly PositionInput[]): string {
  const known = nextIds.get(positions);
  if (known !== undefined) return known;
  let highest = 0;
  for (const { id } of positions) highest = Math.max(highest, Number(/^p(\d{1,9})$/.exec(id)?.[1] ?? 0));
  const next = `p${highest + 1}`;
  nextIds.set(positions, next);
  return next;
}

/** What a position is worth; null while it is not known. */
export function worthOf({ marketValue, shares: held, price: at }: PositionInput): Money | null {
  if (marketValue !== undefined) return money(marketValue);
  return held === undefined || at === undefined ? null : marketValueOf(shares(held), price(at));
}

/** Adds a position at the end, before the rest. */
export function addRow(row: RowInput, day: string): Edit {
  return changeRows([], [row], day);
}

/** Changes one thing of a position. A typed value takes the place of shares × price. */
export function changeRow(id: string, change: RowChange, day: string): Edit {
  return changeRows([{ id, change }], [], day);
}

/** Changes and adds positions in one step, as a pasted column does. The day is kept where no price is touched. */
export function changeRows(
  changes: readonly { readonly id: string; readonly change: RowChange }[],
  added: readonly RowInput[],
  day: string,
): Edit {
  const byId = new Map(changes.map(({ id, change }) => [id, change]));
  const isOfDay =
    added.length > 0 || changes.some(({ change }) => 'marketValue' in change || 'shares' in change);
  return editHoldings(isOfDay ? day : null, (account) => {
    const positions = account.positions.map((position) => {
      const change = byId.get(position.id);
      return change === undefined ? position : changed(position, change);
    });
    const next = {
      ...account,
      positions: withRow(
        positions,
        added.map((row) => positionOf(row, rateOfRest(account))),
      ),
    };
    return byId.has(restId) ? next : keepingTotal(account, next);
  });
}

/** Removes a position; its what-if goes with it, and the short credit with the last short. */
export function removeRow(id: string): Edit {
  return editHoldings(null, (account) => {
    const positions = account.positions.filter((position) => position.id !== id);
    return id === restId ? { ...account, positions } : keepingTotal(account, { ...account, positions });
  });
}

/** Puts a copy of a position below it. */
export function duplicateRow(id: string): Edit {
  return editHoldings(null, (account) => {
    const index = account.positions.findIndex((position) => position.id === id);
    const original = account.positions[index];
    if (original === undefined) return account;
    const copy = { ...original, id: nextRowId(account.positions) };
    return keepingTotal(account, { ...account, positions: account.positions.toSpliced(index + 1, 0, copy) });
  });
}

/**
 * Moves a position before (−1) or behind (1) the next one of `among`: of the rows that are seen, in their order. The
 * rest stays the last.
 */
export function moveRow(id: string, by: -1 | 1, among: readonly string[]): Edit {
  return editHoldings(null, (account) => {
    const { positions } = account;
    const at = among.indexOf(id);
    const own = positions.find((position) => position.id === id);
    const to = positions.findIndex((position) => position.id === among[at + by]);
    if (at < 0 || own === undefined || to < 0 || among[at + by] === restId) return account;
    const others = positions.filter((position) => position !== own);
    return { ...account, positions: others.toSpliced(to, 0, own) };
  });
}

function editHoldings(day: string | null, edit: (account: AccountInput) => AccountInput): Edit {
  return (document: SimulatorDocument) => {
    const edited = editAccount(day, (account) => withoutIdleCredit(edit(account)))(document);
    return withoutOrphans(document.account, edited);
  };
}

/** What was typed since comes out of the rest, which is gone once nothing is left of it. */
function keepingTotal(before: AccountInput, after: AccountInput): AccountInput {
  const rest = after.positions.find(({ id }) => id === restId);
  if (rest === undefined) return after;
  const left = (worthOf(rest) ?? money(0)).minus(typedOf(after).minus(typedOf(before)));
  const positions = after.positions.flatMap((position) => {
    if (position !== rest) return [position];
    return left.sign() <= 0 ? [] : [changed(rest, { marketValue: documentText(left) })];
  });
  return { ...after, positions };
}

function typedOf({ positions }: AccountInput): Money {
  return sum(
    positions.flatMap((each) =>
      each.side === 'long' && each.id !== restId ? [worthOf(each) ?? money(0)] : [],
    ),
  );
}

/** Dollars as a document takes them: at most 18 decimals. */
export function documentText(amount: Money): string {
  const text = amount.toText();
  return (text.split('.')[1]?.length ?? 0) <= 18 ? text : amount.toFixed(18);
}

function withRow(positions: readonly PositionInput[], added: readonly PositionInput[]): PositionInput[] {
  const isRestLast = positions.at(-1)?.id === restId;
  return positions.toSpliced(positions.length - (isRestLast ? 1 : 0), 0, ...added);
}

/** The requirement that was typed for one number: longs typed out of it begin with it. Null for none. */
export function rateOfRest({ positions }: AccountInput): string | null {
  return positions.find(({ id }) => id === restId)?.maintenanceRate ?? null;
}

function positionOf({ maintenanceRate, ...row }: RowInput, restRate: string | null): PositionInput {
  const rate = maintenanceRate ?? (row.side === 'long' ? restRate : null);
  return rate === null ? row : { ...row, maintenanceRate: rate };
}

function changed(position: PositionInput, change: RowChange): PositionInput {
  if ('shares' in change || 'marketValue' in change) {
    const { shares: _shares, price: _price, marketValue: _value, ...rest } = position;
    return { ...rest, ...change };
  }
  if ('symbol' in change) return { ...position, ...change };
  if ('side' in change) {
    // A minimum a share is a short's.
    const { perShareMinimum: _minimum, ...rest } = position;
    return { ...(change.side === 'long' ? rest : position), ...change };
  }
  if ('leverage' in change) return withLeverage(position, change.leverage);
  if ('marginable' in change) return withTerm(position, 'marginable', change.marginable ? null : false);
  if ('maintenanceRate' in change) return withTerm(position, 'maintenanceRate', change.maintenanceRate);
  if ('perShareMinimum' in change) return withTerm(position, 'perShareMinimum', change.perShareMinimum);
  if ('targetWeight' in change) return withTerm(position, 'targetWeight', change.targetWeight);
  if ('group' in change) return withTerm(position, 'group', change.group);
  return withTerm(position, 'beta', change.beta);
}

/** A leveraged fund moves by as much, unless another move was typed. */
function withLeverage(position: PositionInput, leverage: string | null): PositionInput {
  const isBetaTyped = position.beta !== undefined && position.beta !== position.leverage;
  const next = withTerm(position, 'leverage', leverage);
  return isBetaTyped ? next : withTerm(next, 'beta', leverage);
}

/** What may be left out of a position. */
type Term =
  | 'maintenanceRate'
  | 'perShareMinimum'
  | 'beta'
  | 'leverage'
  | 'group'
  | 'targetWeight'
  | 'marginable';

/** Sets a term of a position in its place, or leaves it out. */
function withTerm<T extends Term>(
  position: PositionInput,
  term: T,
  value: PositionInput[T] | null,
): PositionInput {
  const next: { -readonly [Key in keyof PositionInput]: PositionInput[Key] } = { ...position };
  if (value === null) delete next[term];
  else next[term] = value;
  return next;
}

/** Short credit belongs to shorts: without one it is cash, as when the last short is covered. */
function withoutIdleCredit(account: AccountInput): AccountInput {
  const hasShort = account.positions.some((position) => position.side === 'short');
  if (hasShort || money(account.shortCredit).sign() === 0) return account;
  return {
    ...account,
    shortCredit: '0',
    cash: money(account.cash).plus(money(account.shortCredit)).toText(),
  };
}
