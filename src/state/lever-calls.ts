/**
 * Where a lever stands at the margin call, all else of the what-if kept: the last value that is still free of one, or
 * the first that ends it. Every answer is tried out before it is given. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import type { CallPoint } from '@/engine/excess-curve';
import { evaluateMargin } from '@/engine/margin';
import { type Bare, bare, money, ratio } from '@/engine/quantity';
import { parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { holdingsAlone } from '@/state/alone';
import { selectView, type View } from '@/state/figures';
import {
  type LeverTarget,
  setHoldingPrice,
  setHoldingRequirement,
  setMoneyFlow,
  shownChanges,
} from '@/state/lever-edits';

/** A lever's value at the call, as decimal text of its own unit, and whether it ends a call that is on. */
export interface LeverCall {
  readonly value: string;
  readonly isEnd: boolean;
  /** Whether greater values are the free ones, so that words round up. */
  readonly isFreeAbove: boolean;
}

const priceDecimals = 18;
const hair = bare('1e-18');
const rateDecimals = 30;
const rateHair = ratio('1e-29');

/** The price of one holding at its margin call, or its value where only that is known; null where there is none. */
export function findHoldingCall(document: SimulatorDocument, position: string): LeverCall | null {
  const view = selectView(document);
  if (!view.ok) return null;
  const { scene, move } = view;
  const account = scene.accountAt(move);
  const points = account === null ? null : holdingsAlone(account).pointsOf(position);
  const held = account?.positions.find(({ id }) => id === position);
  if (points === null || held === undefined) return null;
  const now = (held.price ?? held.marketValue).as<'bare'>();
  const [lower, upper] = points.isInCall
    ? [points.cureBelow, points.cureAbove]
    : [points.below, points.above];
  const nearest = nearer(lower, upper, now);
  if (nearest === null) return null;
  // A call that begins lower down is free above its point; one that ends lower down is free below it.
  const isFreeAbove = (nearest === lower) !== points.isInCall;
  const { at, isOpen } = nearest;
  const inside = isOpen ? (isFreeAbove ? at.plus(hair) : at.minus(hair)) : at;
  const value = plain(inside.toFixed(priceDecimals, isFreeAbove ? 'up' : 'down'));
  const after = accountAfter(view, setHoldingPrice(position, value)(document));
  return isFree(after) ? { value, isEnd: points.isInCall, isFreeAbove } : null;
}

/**
 * The last rate of one holding or group that is free of a call, or the first that ends one, as a ratio from 0 to 1; null
 * where there is none, and with shorts, whose minimums a share go beside their rate.
 */
export function findRateCall(document: SimulatorDocument, target: LeverTarget): LeverCall | null {
  const view = selectView(document);
  if (!view.ok) return null;
  const account = view.scene.accountAt(view.move);
  if (account === null) return null;
  const { excess, positions, isInCall } = evaluateMargin(account);
  const own = positions.filter(({ position: { id, group } }) =>
    'group' in target ? group === target.group : id === target.position,
  );
  if (own.some(({ position }) => position.side === 'short')) return null;
  const value = own.reduce((sum, { position }) => sum.plus(position.marketValue), money(0));
  if (value.sign() === 0) return null;
  const last = own.reduce((sum, { requirement }) => sum.plus(requirement), excess).per(value);
  if (last.sign() < 0 || last.isAbove(ratio(1))) return null;
  const rate = plain(last.toFixed(rateDecimals, 'down'));
  const isFreeAt = (each: string) =>
    isFree(accountAfter(view, setHoldingRequirement(target, each)(document)));
  const beyond = plain(ratio(rate).plus(rateHair).toFixed(rateDecimals, 'up'));
  return isFreeAt(rate) && !isFreeAt(beyond) ? { value: rate, isEnd: isInCall, isFreeAbove: false } : null;
}

/** The most that can go out without a call, below zero; or what must come in to end one. Dollars and cents. */
export function findMoneyCall(document: SimulatorDocument): LeverCall | null {
  const view = selectView(document);
  if (!view.ok) return null;
  const after = (flow: string) => accountAfter(view, setMoneyFlow(flow)(document));
  const still = after('0');
  if (still === null) return null;
  const { excess, isInCall } = evaluateMargin(still);
  if (excess.sign() === 0) return null;
  const simple = plain(excess.negated().toFixed(2, 'up'));
  const short = after(simple);
  const guess = isFree(short) || short === null ? simple : withInterest(still, short, simple, document);
  const value = leastFree(guess, (flow) => isFree(after(flow)));
  return value === null ? null : { value, isEnd: isInCall, isFreeAbove: true };
}

/** What is borrowed costs interest over the days of the what-if: more must come in, or less go out. */
function withInterest(still: Account, short: Account, simple: string, document: SimulatorDocument): string {
  if (still.loanInterestRate === null) return simple;
  const changes = shownChanges(setMoneyFlow(simple)(document));
  const flowAt = changes.findLastIndex(({ type }) => type === 'deposit' || type === 'withdraw');
  const { loanInterestRate: rate, dayCount } = still;
  const each = changes
    .slice(flowAt + 1)
    .flatMap((change) => (change.type === 'passDays' ? [ratio(change.days)] : []))
    .reduce((grown, days) => grown.times(ratio(1).plus(rate.times(days.over(ratio(dayCount))))), ratio(1));
  const missing = evaluateMargin(short).excess.negated().over(each);
  return plain(money(simple).plus(missing).toFixed(2, 'up'));
}

/** Beyond every amount of an account. */
const farthest = 10n ** 18n;

/**
 * The amount in cents next to a guess that is free while a cent less is not. Most guesses are it; where money decides
 * about a tier or what something is paid from, it is looked for, in steps that grow and then shrink.
 */
function leastFree(guess: string, isFreeAt: (amount: string) => boolean): string | null {
  const text = (cents: bigint) => plain(money(String(cents)).over(bare(100)).toFixed(2));
  const isFreeWith = (cents: bigint) => isFreeAt(text(cents));
  let free = BigInt(money(guess).times(bare(100)).toFixed(0));
  let called = free - 1n;
  for (let step = 1n; !isFreeWith(free); step *= 2n) {
    if (step > farthest) return null;
    [called, free] = [free, free + step];
  }
  for (let step = 1n; isFreeWith(called); step *= 2n) {
    if (step > farthest) return null;
    [free, called] = [called, called - step];
  }
  while (free - called > 1n) {
    const middle = (free + called) / 2n;
    if (isFreeWith(middle)) free = middle;
    else called = middle;
  }
  return text(free);
}

function nearer(lower: CallPoint | null, upper: CallPoint | null, now: Bare): CallPoint | null {
  if (lower === null || upper === null) return lower ?? upper;
  return now.minus(lower.at).compare(upper.at.minus(now)) <= 0 ? lower : upper;
}

function isFree(account: Account | null): boolean {
  return account !== null && !evaluateMargin(account).isInCall;
}

/** What the changes of an edited document leave of the account. */
function accountAfter({ scene }: View & { readonly ok: true }, document: SimulatorDocument): Account | null {
  const changes = parseChanges(shownChanges(document), ruleSets, '');
  const applied = changes.ok ? applyChanges(scene.account, changes.value) : changes;
  return applied.ok ? applied.value : null;
}

function plain(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}
