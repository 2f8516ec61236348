/**
 * From one number for all holdings to holdings and back: what is split is kept as the rest, what is added up keeps
 * its requirement.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import type { Ratio } from '@/engine/quantity';
import { type Edit, editAccount, isExample } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import { selectToday } from '@/state/figures';
import { documentText, restId } from '@/state/holding-edits';
import { withoutChangesAbout, withoutOrphans, withRenamed } from '@/state/position-changes';

const lumpId = 'p1';

/** The holding that stands for all of them; null where they are listed or nothing is typed. */
export function findLump(account: AccountInput): PositionInput | null {
  const [only, ...others] = isExample({ account }) ? [] : account.positions;
  if (only === undefined || others.length > 0) return null;
  const isLump = only.side === 'long' && only.symbol === '' && only.id !== restId && isPlain(only);
  return isLump && only.marketValue !== undefined ? only : null;
}

/** Whether nothing is known of a holding that the one field for all of them has no place for. */
function isPlain({
  leverage,
  beta,
  group,
  marginable,
  perShareMinimum,
  targetWeight,
}: PositionInput): boolean {
  const more = [leverage, beta, group, perShareMinimum, targetWeight];
  return marginable !== false && more.every((each) => each === undefined);
}

/** Makes one number the rest, out of which holdings are typed. */
export const splitIntoHoldings: Edit = (document) => {
  const lump = findLump(document.account);
  if (lump === null) return document;
  const rest = { ...lump, id: restId, symbol: 'Rest' };
  const split = editAccount(null, (account) => ({ ...account, positions: [rest] }))(document);
  // A what-if about the number as a whole is none about what happens to be left of it.
  return withoutChangesAbout(document.account.positions, split);
};

/** The broker's rate for all holdings as one, where its rules ask more of it for being so large; null otherwise. */
export function selectOneHoldingRate(desk: Pick<Desk, 'history' | 'draft'>): Ratio | null {
  const { account } = desk.draft ?? desk.history.present;
  const only = findLump(account) ?? account.positions.find(({ id }) => id === restId);
  if (only === undefined || isExample({ account })) return null;
  const held = selectToday(account)?.margin.positions.find(({ position }) => position.id === only.id);
  return held === undefined || held.tier === null || held.position.ownRate !== null ? null : held.rate;
}

/**
 * All holdings as one number with the requirement of all of them; null where one number would not do the same: with
 * a short, or with holdings that move otherwise than the market.
 */
export function findOneNumber(account: AccountInput): PositionInput | null {
  const { positions } = account;
  const [first] = positions;
  const today = selectToday(account);
  if (first === undefined || today === null || isExample({ account })) return null;
  const isAlike = ({ side, beta, perShareMinimum }: PositionInput) =>
    side === 'long' && Number(beta ?? 1) === 1 && perShareMinimum === undefined;
  if (!positions.every(isAlike)) return null;
  const total = today.margin.longMarketValue;
  const lump = { id: lumpId, symbol: '', side: 'long', marketValue: documentText(total) } as const;
  const rates = new Set(positions.map(({ maintenanceRate }) => maintenanceRate));
  const isUnleveraged = positions.every(
    ({ leverage, marginable }) => leverage === undefined && marginable !== false,
  );
  const isOfOne = positions.length === 1 || today.account.ruleSet.concentration === null;
  if (rates.size === 1 && isUnleveraged && (first.maintenanceRate !== undefined || isOfOne)) {
    return first.maintenanceRate === undefined ? lump : { ...lump, maintenanceRate: first.maintenanceRate };
  }
  if (total.sign() === 0) return lump;
  // Up, so that a requirement is never understated by the last digit.
  return { ...lump, maintenanceRate: today.margin.requirement.per(total).toFixed(18, 'up') };
}

/** Adds all holdings up to one number. */
export const toOneNumber: Edit = (document) => {
  const lump = findOneNumber(document.account);
  if (lump === null) return document;
  const { positions } = document.account;
  const [first, ...others] = positions;
  const merged = editAccount(null, (account) => ({ ...account, positions: [lump] }))(document);
  // What-ifs about one of several would be about all of them.
  if (first === undefined || others.length > 0) return withoutChangesAbout(positions, merged);
  return withoutOrphans(document.account, withRenamed(first.id, lump.id, merged));
};
