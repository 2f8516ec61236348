/**
 * Target shares of the long side: what they come to, how far each holding has drifted from its own, and the edits that
 * make them whole. Shares are written with so many decimals that they make 1 exactly. Serves rule R-41 of rules.md.
 */
import type { Account } from '@/engine/account';
import { type Bare, bare, type Money, type Quantity, type Ratio, ratio, sum } from '@/engine/quantity';
import { type Edit, editAccount } from '@/state/account-edits';
import { selectToday } from '@/state/figures';

const one = ratio(1);
const none = ratio(0);

/** One long against its target. */
export interface TargetRow {
  readonly id: string;
  /** Its share of the long side now; null where nothing is worth anything. */
  readonly now: Ratio | null;
  /** Null where none is typed: then it is 0 as soon as another has one. */
  readonly target: Ratio | null;
  /** Now less target, in ratio points; null where there are no targets or nothing is held. */
  readonly drift: Ratio | null;
}

/** Every long against its target. */
export interface Targets {
  readonly rows: readonly TargetRow[];
  readonly sum: Ratio;
  readonly hasAny: boolean;
  /** Whether they make 1 exactly, so that one can rebalance to them. */
  readonly isWhole: boolean;
}

const made = new WeakMap<Account, Targets>();

/** The targets of an account; worked out once for each. */
export function findTargets(account: Account): Targets {
  const known = made.get(account);
  if (known !== undefined) return known;
  const longs = account.positions.filter(({ side }) => side === 'long');
  const total = sum(longs.map(({ marketValue }) => marketValue));
  const hasAny = longs.some(({ targetWeight }) => targetWeight !== null);
  const all = sum(longs.map(({ targetWeight }) => targetWeight ?? none));
  const rows = longs.map(({ id, marketValue, targetWeight }): TargetRow => {
    const now = total.sign() > 0 ? marketValue.per(total) : null;
    const drift = now === null || !hasAny ? null : now.minus(targetWeight ?? none);
    return { id, now, target: targetWeight, drift };
  });
  const targets = { rows, sum: all, hasAny, isWhole: all.equals(one) };
  made.set(account, targets);
  return targets;
}

/** Gives every long the share that it has now as its target. Nothing where nothing is worth anything. */
export const setTargetsToNow: Edit = (document) => {
  const account = selectToday(document.account)?.account;
  const longs = account?.positions.filter(({ side }) => side === 'long') ?? [];
  return withTargets(longs.map(({ id, marketValue }) => ({ id, size: marketValue })))(document);
};

/** Keeps the targets in proportion and makes them 1; one that is not typed stays at none. */
export const normaliseTargets: Edit = (document) => {
  const account = selectToday(document.account)?.account;
  const longs = account?.positions.filter(({ side }) => side === 'long') ?? [];
  return withTargets(
    longs.flatMap(({ id, targetWeight }) => (targetWeight === null ? [] : [{ id, size: targetWeight }])),
  )(document);
};

/** Takes every target away. */
export const clearTargets: Edit = editAccount(null, (account) => ({
  ...account,
  positions: account.positions.map(({ targetWeight: _old, ...position }) => position),
}));

interface Sized {
  readonly id: string;
  readonly size: Money | Ratio;
}

function withTargets(sized: readonly Sized[]): Edit {
  const shares = wholeShares(sized.map(({ size }) => size.as<'bare'>()));
  const byId = new Map(sized.map(({ id }, index) => [id, shares?.[index]] as const));
  if (shares === null) return (document) => document;
  return editAccount(null, (account) => ({
    ...account,
    positions: account.positions.map((position) => {
      const targetWeight = byId.get(position.id);
      return targetWeight === undefined ? position : { ...position, targetWeight };
    }),
  }));
}

/** Hundredths of a percent, and for more holdings than can be told apart by them, hundredths of that. */
const decimalsFor = (count: number) => (count > 100 ? 6 : 4);

/**
 * Sizes as shares of their sum that make 1 exactly: each cut off, and what that leaves given to those from which most
 * was cut. Null where the sum is 0.
 */
export function wholeShares(sizes: readonly Bare[]): readonly string[] | null {
  const total = sum(sizes);
  if (total.sign() <= 0) return null;
  const scale = bare(`1e${decimalsFor(sizes.length)}`);
  const exact = sizes.map((size) => size.times(scale).over(total));
  const cut = exact.map((each) => each.roundedDown());
  const left = scale.minus(sum(cut)).toNumber();
  const order = exact
    .map((each, index) => ({ index, rest: each.minus(cut[index] ?? each) }))
    .toSorted((a, b) => b.rest.compare(a.rest));
  const lucky = new Set(order.slice(0, left).map(({ index }) => index));
  return cut.map((each, index) => shareText(lucky.has(index) ? each.plus(bare(1)) : each, scale));
}

function shareText(units: Quantity<'bare'>, scale: Bare): string {
  return units.over(scale).reduced().toText();
}
