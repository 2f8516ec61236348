/**
 * Between the ways out and the what-if: the changes that carry a way out, and those on show that are one already.
 * Serves rules of rules.md.
 */
import { least, type Money, money, Quantity, ratio, type Shares, type Unit } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { shownChanges } from '@/state/lever-edits';
import { addMoney, takenMoney } from '@/state/money-edits';
import { movingIn } from '@/state/moved-in';
import { dropChanges, repaymentsOf, takeActions } from '@/state/take-way';
import type { Cure, Way } from '@/state/ways';
import { findIssue } from '@/state/what-if-notes';

/** What a document takes as it is. */
const exactText = /^\d{1,15}(\.\d{1,18})?$/;

/**
 * The changes that carry out a way in one of its sizes; null where a fraction of a share is too fine for a document to
 * hold. With a loan to repay, what comes in repays it as far as it goes.
 */
export function actionsOf(
  document: SimulatorDocument,
  way: Way,
  cure: Cure,
  loan: Money | null,
): readonly ChangeInput[] | null {
  const action = actionOf(document, way, cure);
  if (action === null) return null;
  if (loan === null || (way.kind !== 'deposit' && way.kind !== 'sell')) return [action];
  const amount = least(cure.amount, loan).toFixed(2, 'down');
  const actions: readonly ChangeInput[] = [action, { type: 'repay', amount }];
  // Money that only makes a withdrawal smaller never becomes cash.
  return findIssue(takeActions(actions)(document)) === null ? actions : [action];
}

/** Whether a way can be put into the what-if in one of its sizes: a document holds no figure that is too fine. */
export function canTake(document: SimulatorDocument, way: Way, cure: Cure): boolean {
  return cure.amount.sign() !== 0 && actionOf(document, way, cure) !== null;
}

function actionOf(document: SimulatorDocument, way: Way, cure: Cure): ChangeInput | null {
  const { kind, position, rate } = way;
  const amount = textOf(cure.amount);
  if (kind === 'deposit') return amount === null ? null : { type: 'deposit', amount };
  if (position === null) {
    return amount === null || rate === null ? null : movingIn(document, amount, rate.toText());
  }
  const sign = kind === 'sell' ? '-' : '';
  const shares = cure.shares === null ? null : textOf(cure.shares);
  if (shares !== null) return { type: 'trade', position: position.id, shares: `${sign}${shares}` };
  return amount === null ? null : { type: 'trade', position: position.id, amount: `${sign}${amount}` };
}

function textOf<U extends Unit>(figure: Quantity<U>): string | null {
  const text = figure.toText();
  return exactText.test(text) && Quantity.of<U>(text).equals(figure) ? text : null;
}

/** A way that is in the what-if: where its changes stand, and how much of it they come to. */
export interface TakenWay {
  readonly indices: readonly number[];
  readonly shares: Shares | null;
  /** Dollars, of what is not counted in shares; null where all of it is. */
  readonly amount: Money | null;
}

/** What of a way is in the what-if already; null for nothing. */
export function findTaken(
  document: SimulatorDocument,
  way: Pick<Way, 'kind' | 'position' | 'rate'>,
): TakenWay | null {
  const found = shownChanges(document).flatMap((change, index) => {
    const size = sizeIn(change, way);
    return size === null ? [] : [{ index, ...size }];
  });
  if (found.length === 0) return null;
  return {
    indices: found.map(({ index }) => index),
    shares: total(found.map(({ shares }) => shares)),
    amount: total(found.map(({ amount }) => amount)),
  };
}

/** Takes a way out of the what-if again, with the repayments that were put in with it; what is the person's own stays. */
export function takeOut({ kind }: Pick<Way, 'kind'>, { indices, amount }: TakenWay): Edit {
  return (document) => {
    const changes = shownChanges(document);
    if (kind !== 'deposit') {
      const gone = changes.filter((_, index) => indices.includes(index));
      return dropChanges([...indices, ...repaymentsOf(changes, gone)])(document);
    }
    const without = dropChanges(repaymentsOf(changes, ['money']))(document);
    return addMoney((amount ?? money(0)).negated())(without);
  };
}

interface Size {
  readonly shares: Shares | null;
  readonly amount: Money | null;
}

/** How much of a way one change is; null for none of it. */
function sizeIn(
  change: ChangeInput,
  { kind, position, rate }: Pick<Way, 'kind' | 'position' | 'rate'>,
): Size | null {
  switch (kind) {
    case 'deposit': {
      // What the person set by the lever is the person's own.
      const amount = takenMoney(change);
      return amount.sign() > 0 ? { shares: null, amount } : null;
    }
    case 'moveIn': {
      if (change.type !== 'depositSecurities' || rate === null) return null;
      const { marketValue, maintenanceRate } = change.position;
      if (marketValue === undefined || maintenanceRate === undefined) return null;
      return ratio(maintenanceRate).equals(rate) ? { shares: null, amount: money(marketValue) } : null;
    }
    case 'sell':
    case 'buyToCover': {
      if (change.type !== 'trade' || change.position !== position?.id) return null;
      const size = change.shares ?? change.amount ?? '0';
      if (size.startsWith('-') !== (kind === 'sell')) return null;
      const plain = size.replace('-', '');
      return change.shares === undefined
        ? { shares: null, amount: money(plain) }
        : { shares: Quantity.of<'shares'>(plain), amount: null };
    }
  }
}

function total<U extends Unit>(sizes: readonly (Quantity<U> | null)[]): Quantity<U> | null {
  return sizes.reduce((all, each) => (all === null ? each : each === null ? all : all.plus(each)), null);
}
