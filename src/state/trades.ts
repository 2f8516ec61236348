/**
 * A trade before it is taken: what it would do to the account on show, what-if included, or why it cannot be done. Made
 * where taking it puts it. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import type { CallPoints } from '@/engine/excess-curve';
import type { MarginResult } from '@/engine/margin';
import { greatest, type Money, money } from '@/engine/quantity';
import { type DayOfTrades, findDayOfTrades } from '@/engine/reg-t';
import type { Issue } from '@/engine/result';
import { type ChangeInput, type PlacedChange, parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { selectToday, selectView } from '@/state/figures';
import { marginOf } from '@/state/known-figures';
import { shownChanges } from '@/state/lever-edits';
import { Scene } from '@/state/scene';
import { positionsAlong } from '@/state/stages';
import { takeActions } from '@/state/take-way';

const nothing = money(0);

/** An account and its figures. */
export interface Side {
  readonly account: Account;
  readonly margin: MarginResult;
}

/** What one trade does. */
export interface Trial {
  readonly before: Side;
  readonly after: Side;
  /** Where calls begin or end as the market moves, from today: without it and with it. */
  readonly points: { readonly before: CallPoints | null; readonly after: CallPoints | null };
  /** Dollars that it adds to the loan; 0 for none. */
  readonly borrowed: Money;
  /** The trades of its day with it, against the initial requirement; null where it trades nothing. */
  readonly day: DayOfTrades | null;
  /** Whether other trades of the what-if are of the same day. */
  readonly hasCompany: boolean;
}

/** What a trade would do, or the issue that makes it impossible. */
export type Tried =
  | { readonly ok: true; readonly trial: Trial }
  | {
      readonly ok: false;
      readonly issue: Issue;
      /** Whether it is another change of the what-if that would no longer be possible. */
      readonly isOther: boolean;
    };

/** The account on show with its what-if; null where that is impossible or an entry leaves no figures. */
export function selectTradingAccount(document: SimulatorDocument): Side | null {
  const view = selectView(document);
  const account = view.ok ? view.scene.accountAt(view.move) : null;
  return account === null ? null : { account, margin: marginOf(account) };
}

/** Tries changes on the account on show: what putting them into the what-if makes of it. */
export function tryTrade(document: SimulatorDocument, before: Side, inputs: readonly ChangeInput[]): Tried {
  const start = selectToday(document.account)?.account ?? before.account;
  const taken = shownChanges(takeActions(inputs)(document));
  const parsed = parseChanges(taken, ruleSets, '');
  if (!parsed.ok) return refused(parsed.issues, false);
  const applied = applyChanges(start, parsed.value);
  if (!applied.ok) return refused(applied.issues, !isOwn(applied.issues, taken, inputs));
  const account = applied.value;
  const view = selectView(document);
  return {
    ok: true,
    trial: {
      before,
      after: { account, margin: marginOf(account) },
      points: {
        before: view.ok ? view.scene.points : null,
        after: new Scene(start, parsed.value).points,
      },
      borrowed: greatest(nothing, account.marginLoan.minus(before.account.marginLoan)),
      ...dayOf(start, parsed.value, inputs, document),
    },
  };
}

/** The trades of the day with those that are tried: what was traded before days passed was paid for then. */
function dayOf(
  start: Account,
  changes: readonly PlacedChange[],
  inputs: readonly ChangeInput[],
  document: SimulatorDocument,
): Pick<Trial, 'day' | 'hasCompany'> {
  if (!inputs.some(isTraded)) return { day: null, hasCompany: false };
  const lastDays = changes.findLastIndex(({ change }) => change.type === 'passDays' && change.days > 0);
  const morning = applyChanges(start, changes.slice(0, lastDays + 1));
  if (!morning.ok) return { day: null, hasCompany: false };
  const earlier = shownChanges(document);
  const sinceDays = earlier.slice(
    earlier.findLastIndex((change) => change.type === 'passDays' && change.days > 0) + 1,
  );
  return {
    day: findDayOfTrades(morning.value, changes.slice(lastDays + 1)),
    hasCompany: sinceDays.some(isTraded),
  };
}

const trades: ReadonlySet<ChangeInput['type']> = new Set(['trade', 'open', 'rebalance', 'removeSlice']);

/** Whether a change buys or sells something. */
function isTraded(change: ChangeInput): boolean {
  if (change.type === 'deposit') return change.invest === true;
  if (change.type === 'withdraw') return change.sell === true;
  return trades.has(change.type);
}

/** Whether the change that is refused is one of those tried: cash that comes or goes is part of the one lever. */
function isOwn(
  [issue]: readonly Issue[],
  taken: readonly ChangeInput[],
  inputs: readonly ChangeInput[],
): boolean {
  const refusedOne = taken[Number(issue?.path.split('/')[1] ?? -1)];
  return refusedOne === undefined || inputs.includes(refusedOne);
}

function refused([issue]: readonly Issue[], isOther: boolean): Tried {
  return { ok: false, issue: issue ?? { code: 'unknown', path: '', figures: {} }, isOther };
}

/** An id for a holding that a change brings: of no other in the account or the what-if, nor of a row to come. */
export function freshId(document: SimulatorDocument): string {
  const taken = new Set(positionsAlong(document).map(({ id }) => id));
  let n = 1;
  while (taken.has(`traded-${n}`)) n += 1;
  return `traded-${n}`;
}
