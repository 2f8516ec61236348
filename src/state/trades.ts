/**
 * A trade before it is taken: what it would do to the account on show, what-if included, or why it cannot be done. Made
 * at the end of the what-if, where taking it puts it. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { evaluateMargin, type MarginResult } from '@/engine/margin';
import { greatest, type Money, money } from '@/engine/quantity';
import { type DayOfTrades, findDayOfTrades } from '@/engine/reg-t';
import type { Issue } from '@/engine/result';
import { type ChangeInput, parseChanges } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { positionsAlong } from '@/state/stages';

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
  | { readonly ok: false; readonly issue: Issue };

/** The account on show with its what-if; null where that is impossible or an entry leaves no figures. */
export function selectTradingAccount(document: SimulatorDocument): Side | null {
  const view = selectView(document);
  const account = view.ok ? view.scene.accountAt(view.move) : null;
  return account === null ? null : { account, margin: evaluateMargin(account) };
}

/** Tries one change on the account on show. */
export function tryTrade(document: SimulatorDocument, before: Side, input: ChangeInput): Tried {
  const parsed = parseChanges([input], ruleSets, '');
  if (!parsed.ok) return refused(parsed.issues);
  const applied = applyChanges(before.account, parsed.value);
  if (!applied.ok) return refused(applied.issues);
  const account = applied.value;
  const view = selectView(document);
  const changes = view.ok ? view.scene.changesAt(view.move) : [];
  const start = view.ok ? view.scene.account : before.account;
  // What was traded before days passed was paid for then.
  const lastDays = changes.findLastIndex(({ change }) => change.type === 'passDays' && change.days > 0);
  const morning = applyChanges(start, changes.slice(0, lastDays + 1));
  const today = changes.slice(lastDays + 1);
  const earlier = morning.ok ? findDayOfTrades(morning.value, today) : null;
  const own = findDayOfTrades(before.account, parsed.value);
  return {
    ok: true,
    trial: {
      before,
      after: { account, margin: evaluateMargin(account) },
      borrowed: greatest(nothing, account.marginLoan.minus(before.account.marginLoan)),
      day: own === null || !morning.ok ? null : findDayOfTrades(morning.value, [...today, ...parsed.value]),
      hasCompany: earlier !== null,
    },
  };
}

function refused(issues: readonly Issue[]): Tried {
  const [issue = { code: 'unknown', path: '', figures: {} }] = issues;
  return { ok: false, issue };
}

/** An id for a holding that a change brings: of no other in the account or the what-if, nor of a row to come. */
export function freshId(document: SimulatorDocument): string {
  const taken = new Set(positionsAlong(document).map(({ id }) => id));
  let n = 1;
  while (taken.has(`traded-${n}`)) n += 1;
  return `traded-${n}`;
}
