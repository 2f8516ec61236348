/**
 * One number being split into holdings, where more was typed than was left: the rest is gone then, but what was to be
 * split is known from the steps before, so that the rest comes back as soon as less is typed.
 */
import type { PositionInput } from '@/engine/account';
import { type Money, money, sum } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { type Edit, isExample } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import type { History } from '@/state/history';
import { documentText, hasRest, restId, worthOf } from '@/state/holding-edits';
import { isOpening } from '@/state/openings';
import { useDesk } from '@/state/store';

/** Holdings typed out of one number that come to more than it: by how much, of what, and what the total is now. */
export interface OverRest {
  readonly over: Money;
  readonly total: Money;
  readonly now: Money;
}

/**
 * Whether more was taken out of the rest than there was; null if not, once the total was right again, and once the
 * split is dropped for one number or another account.
 */
export function selectOverRest(desk: Pick<Desk, 'history' | 'draft' | 'openings'>): OverRest | null {
  const { history, draft } = desk;
  const latest = draft ?? history.present;
  if (hasRest(latest) || isExample(latest)) return null;
  const past = draft === null ? history.past : [...history.past, history.present];
  const split = findSplit({ ...history, past, present: latest }, desk);
  if (split === null) return null;
  const [{ total }, now] = [split, totalOf(latest)];
  return now.isAbove(total) ? { over: now.minus(total), total, now } : null;
}

/** An edit of the holdings after which the rest is there again if less than the one number is typed now. */
export function withRestBack(edit: Edit): Edit {
  return (document) => {
    const edited = edit(document);
    const desk = useDesk.getState();
    const { history } = desk;
    const split = document === history.present && !hasRest(edited) ? findSplit(history, desk) : null;
    if (split === null) return edited;
    const left = split.total.minus(totalOf(edited));
    if (left.sign() <= 0) return edited;
    const rest = { ...split.rest, marketValue: documentText(left) };
    return { ...edited, account: { ...edited.account, positions: [...edited.account.positions, rest] } };
  };
}

interface Split {
  /** The rest as it was last. */
  readonly rest: PositionInput;
  /** The one number that was to be split. */
  readonly total: Money;
}

/** What was being split when more than the rest was taken; null where the rest is there, or the split is over. */
function findSplit(
  { past, present }: History<SimulatorDocument>,
  desk: Pick<Desk, 'openings'>,
): Split | null {
  if (hasRest(present)) return null;
  const since = [present];
  for (const before of past.toReversed()) {
    const after = since.at(-1) ?? present;
    if (isExample(after) || after.account.positions.length === 0 || isOpening(desk, after)) return null;
    const rest = before.account.positions.find(({ id }) => id === restId);
    if (rest !== undefined) {
      const total = totalOf(before);
      const isOver = totalOf(after).isAbove(total);
      return isOver && !since.some((each) => totalOf(each).equals(total)) ? { rest, total } : null;
    }
    since.push(before);
  }
  return null;
}

function totalOf({ account }: SimulatorDocument): Money {
  return sum(account.positions.flatMap((each) => (each.side === 'long' ? [worthOf(each) ?? money(0)] : [])));
}
